"""The list left of the units: all, by kind, by group, those that are gone; each with its count. Units are dropped on groups."""

from collections import Counter
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from desktop.services.unit_views import UnitsShown
from desktop.ui import text
from desktop.ui.models.unit_rows import KINDS, UnitFilter
from desktop.ui.theme import Theme

_FILTER = int(Qt.ItemDataRole.UserRole)
_COUNT = _FILTER + 1
_GAP = 8


class UnitSections(QListWidget):
    """chosen: a `UnitFilter` without words; dropped: id of the group that dragged units were let go on; menu_wanted: id of a group, and
    where."""

    chosen = Signal(object)
    dropped = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("unitSections")
        self.setAccessibleName("Nhóm và loại đơn vị")
        self.setProperty("role", "sections")
        self.setItemDelegate(_Counted(theme, self))
        self.setMinimumWidth(150)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.currentItemChanged.connect(self._on_current)
        self._told = UnitFilter()

    def show_units(self, shown: UnitsShown) -> None:
        """Count anew; what was chosen stays so."""
        self.ensurePolished()
        living = [line for line in shown.lines if line.is_living]
        kinds = Counter(line.unit.kind for line in living)
        wanted = self._told
        self.blockSignals(True)
        self.clear()
        self._add("Tất cả", len(living), UnitFilter())
        if shown.groups:
            self._head("Nhóm đơn vị")
            for group in shown.groups:
                self._add(group.name, group.members, UnitFilter(group=group.id))
        if kinds:
            self._head("Loại")
        for kind, words in KINDS.items():
            if kinds[kind]:
                self._add(words, kinds[kind], UnitFilter(kind=kind))
        gone = len(shown.lines) - len(living)
        if gone:
            self._head("")
            self._add("Không còn hoạt động", gone, UnitFilter(ended=True))
        self.blockSignals(False)
        self.choose(wanted)

    def choose(self, wanted: UnitFilter) -> None:
        """Mark a section, "Tất cả" where it is not there any more; told by `chosen` if it is another than before."""
        found = next(
            (at for at in range(self.count()) if self.item(at).data(_FILTER) == wanted),
            0 if self.count() else -1,
        )
        self.setCurrentRow(found)

    @property
    def group(self) -> int | None:
        """Id of the chosen group."""
        return self._told.group

    @property
    def section(self) -> UnitFilter:
        """What is chosen."""
        return self._told

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Units dragged from the table beside."""
        if event.source() is not None and event.source() is not self:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only groups take them."""
        if self._group_at(event.position().toPoint()) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let go."""
        group = self._group_at(event.position().toPoint())
        if group is not None:
            event.acceptProposedAction()
            self.dropped.emit(group)

    def _group_at(self, place: QPoint) -> int | None:
        item = self.itemAt(place)
        told = item.data(_FILTER) if item is not None else None
        return told.group if isinstance(told, UnitFilter) else None

    def _on_menu(self, place: QPoint) -> None:
        group = self._group_at(place)
        if group is not None:
            self.menu_wanted.emit(group, self.viewport().mapToGlobal(place))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        told: Any = item.data(_FILTER) if item is not None else None
        if isinstance(told, UnitFilter) and told != self._told:
            self._told = told
            self.chosen.emit(told)

    def _add(self, words: str, count: int, told: UnitFilter) -> None:
        item = QListWidgetItem(words)
        item.setData(_FILTER, told)
        item.setData(_COUNT, text.number(count))
        item.setToolTip(f"{words}: {text.count(count, 'đơn vị')}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {text.count(count, 'đơn vị')}")
        self.addItem(item)

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)


class _Counted(QStyledItemDelegate):
    """A count at the right end; heads smaller."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for one line."""
        is_head = index.data(_FILTER) is None
        row = self._theme.sizes.row
        return QSize(60, (row if index.data() else _GAP) if is_head else row)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        theme = self._theme
        if index.data(_FILTER) is None:
            painter.save()
            painter.setFont(theme.font("small", 600))
            painter.setPen(QColor(theme.colours.text_muted))
            painter.drawText(
                option.rect.adjusted(6, 0, 0, -3),
                Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
                index.data(),
            )
            painter.restore()
            return
        count = str(index.data(_COUNT) or "")
        room = painter.fontMetrics().horizontalAdvance(count) + 2 * _GAP
        whole = option.rect
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        middle = Qt.AlignmentFlag.AlignVCenter
        left = whole.adjusted(6, 0, -room, 0)
        words = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, left.width())
        is_chosen = bool(option.state & style.StateFlag.State_Selected)
        painter.setPen(QColor(theme.colours.accent_text if is_chosen else theme.colours.text))
        painter.drawText(left, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(QColor(theme.colours.text_muted))
        painter.drawText(whole.adjusted(0, 0, -_GAP, 0), middle | Qt.AlignmentFlag.AlignRight, count)
        painter.restore()
