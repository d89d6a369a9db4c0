"""A figure that is also a filter: number, what it counts, a word under it. Pressed it stays pressed until it is pressed again."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.domain.assignment import Standing
from desktop.ui.theme import Theme

_SIDE = 12


class Tile(QPushButton):
    """checkable: whether it stays pressed; standing: in whose colour the number stands while it is not 0."""

    def __init__(
        self,
        theme: Theme,
        caption: str,
        name: str,
        *,
        standing: Standing | None = None,
        checkable: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "tile")
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme, self._caption, self._standing = theme, caption, standing
        self._number, self._under = "–", ""
        self._fonts = (theme.font("display", 600, tabular=True), theme.font("base", 500), theme.font("small"))
        self._high = tuple(QFontMetrics(font).height() for font in self._fonts)
        self.setAccessibleName(caption)

    def tell(self, number: int, words: str, under: str) -> None:
        """number: as it stands in large; words: the same with its noun, for reading out; under: a word more."""
        self._number, self._under = str(number), under
        self.setAccessibleName(f"{self._caption}: {words}" + (f", {under}" if under else ""))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Number and caption beside each other, a word below."""
        return QSize(180, max(self._high[0], self._high[1] + self._high[2]) + 24)

    def minimumSizeHint(self) -> QSize:
        """Room for the number and some of the caption."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button of the style sheet, with our words on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        colours = self._theme.colours
        is_alarm = self._standing is not None and self._number not in {"0", "–"}
        ink = self._theme.standings[self._standing][0] if is_alarm and self._standing else colours.text
        room = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(self._fonts[0])
        painter.setPen(QColor(ink))
        wide = painter.fontMetrics().horizontalAdvance(self._number)
        middle = room.center().y()
        painter.drawText(room.left(), middle + painter.fontMetrics().capHeight() // 2, self._number)
        left = room.left() + max(wide, painter.fontMetrics().horizontalAdvance("00")) + _SIDE
        top = middle - (self._high[1] + self._high[2]) // 2
        for words, font, colour in (
            (self._caption, self._fonts[1], colours.text),
            (self._under, self._fonts[2], colours.text_muted),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.right() - left)
            painter.drawText(left, top + metrics.ascent(), shown)
            top += metrics.height()
