"""The list under the search: what was found, with the words that matched set off and its kind; or what was sought lately."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.vietnamese import fold, fold_aligned
from desktop.services.finding import Hit
from desktop.ui.theme import Theme

NOUNS = {
    "directive": "Văn bản chỉ đạo",
    "plan": "Kế hoạch",
    "task": "Nhiệm vụ",
    "unit": "Đơn vị",
    "result": "Kết quả",
    "report": "Báo cáo",
}
_ICONS = {
    "directive": "inbox",
    "plan": "plans",
    "task": "tasks",
    "unit": "units",
    "result": "check",
    "report": "reports",
}
THING = Qt.ItemDataRole.UserRole
"""Gives the `Hit`, or the words of an earlier search."""
_NOTE = THING + 1
_KIND = THING + 2
_WORD = re.compile(r"[^\W_]+")
_SIDE, _GAP = 8, 8
_HIGHEST = 420


def matched(text: str, query: str) -> list[tuple[int, int]]:
    """Where words of `text` begin with a word of `query`, dấu and capitals aside: (start, length) of what matched, in order."""
    wanted = _WORD.findall(fold(query))
    places: list[tuple[int, int]] = []
    for word in _WORD.finditer(fold_aligned(text)):
        long = max((len(one) for one in wanted if word[0].startswith(one)), default=0)
        if long:
            places.append((word.start(), long))
    return places


class _Drawing(QStyledItemDelegate):
    """Draws one line of the list."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.query = theme, ""
        self._title, self._small = theme.font(), theme.font("small")
        self._strong = theme.font(weight=600)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line, or two where there is a note."""
        high = QFontMetrics(self._title).height() + 10
        return QSize(0, high + QFontMetrics(self._small).height() if index.data(_NOTE) else high)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Icon, words, kind."""
        painter.save()
        colours, size = self._theme.colours, self._theme.sizes.icon_small
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(option.rect, QColor(colours.selection if is_chosen else colours.hover))
        room = option.rect.adjusted(_SIDE, 5, -_SIDE, -5)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if icon is not None:
            icon.paint(painter, QRect(room.left(), room.top() + 1, size, size))
        room.setLeft(room.left() + size + _GAP)
        kind = index.data(_KIND) or ""
        if kind:
            painter.setFont(self._small)
            painter.setPen(QColor(colours.text_muted))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, kind)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(kind) - 2 * _GAP)
        self._words(painter, room, index.data(), self._title, colours.text)
        if note := index.data(_NOTE):
            lower = room.adjusted(0, QFontMetrics(self._title).height(), 0, 0)
            self._words(painter, lower, note, self._small, colours.text_muted)
        painter.restore()

    def _words(self, painter: QPainter, room: QRect, words: str, font: QFont, ink: str) -> None:
        """A line that ends in "…" where the room ends, what matched in strong letters of the accent."""
        shown = QFontMetrics(self._strong if self.query else font).elidedText(
            " ".join(words.split()), Qt.TextElideMode.ElideRight, room.width()
        )
        mark = QTextCharFormat()
        mark.setFontWeight(QFont.Weight.DemiBold)
        mark.setForeground(QColor(self._theme.colours.accent_text))
        layout = QTextLayout(shown, font)
        ranges = []
        for start, long in matched(shown, self.query):
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, long, mark
            ranges.append(part)
        layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10_000)
        layout.endLayout()
        painter.setPen(QColor(ink))
        layout.draw(painter, QPointF(room.left(), room.top()))


class SearchFound(QFrame):
    """The pop-up of the search of `window`. It never takes the focus."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("searchPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.list = QListWidget()
        self.list.setObjectName("searchFound")
        self.list.setAccessibleName("Kết quả tìm")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._drawing = _Drawing(theme, self.list)
        self.list.setItemDelegate(self._drawing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        self.hide()

    def show_hits(self, hits: Sequence[Hit], query: str) -> None:
        """What was found for `query`."""
        self._drawing.query = query
        self.list.clear()
        for hit in hits:
            noun = NOUNS[hit.noun]
            self._add(hit.title, self._theme.icon(_ICONS[hit.noun], "text_muted"), hit, noun, hit.snippet)
        if not hits:
            self._add(f"Không tìm thấy “{query}”. Thử ít từ hơn; không cần gõ dấu.")
        self.list.setCurrentRow(0 if hits else -1)

    def show_recent(self, queries: Sequence[str]) -> None:
        """What was sought lately."""
        self._drawing.query = ""
        self.list.clear()
        for words in queries:
            self._add(words, self._theme.icon("history", "text_muted"), words, "Vừa tìm")
        self.list.setCurrentRow(-1)

    def fit(self, width: int) -> None:
        """As wide as told, as high as its lines."""
        rows = sum(self.list.sizeHintForRow(at) for at in range(self.list.count()))
        self.resize(width, min(rows + 12, _HIGHEST))

    def step(self, by: int) -> None:
        """The line after or before the chosen one, round and round."""
        if self.list.count():
            now = self.list.currentRow()
            self.list.setCurrentRow(
                (now + by) % self.list.count() if now >= 0 or by > 0 else self.list.count() - 1
            )

    def _add(
        self, title: str, icon: object = None, thing: object = None, kind: str = "", note: str = ""
    ) -> None:
        item = QListWidgetItem(title)
        item.setData(THING, thing)
        item.setData(_NOTE, note)
        item.setData(_KIND, kind)
        item.setData(Qt.ItemDataRole.DecorationRole, icon)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(filter(None, (kind, title, note))))
        item.setToolTip(title)
        if thing is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)
