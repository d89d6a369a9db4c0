"""A strip of parts that make a whole, each with its number: how far a plan is. Reads in black and white by the numbers under it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.assignment import Standing
from desktop.ui import text
from desktop.ui.theme import Theme

HEIGHT = 8


class ProgressStrip(QWidget):
    """parts: standing and count, in the order drawn; those of 0 are not drawn."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[tuple[Standing, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[tuple[Standing, int]]) -> None:
        """Draw these."""
        self._parts = tuple(part for part in parts if part[1])
        told = ", ".join(f"{text.STANDINGS[standing][1]} {count}" for standing, count in self._parts)
        self.setToolTip(told)
        self.setAccessibleName(told or "Chưa giao việc")
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line as wide as its place."""
        return QSize(160, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts side by side, a pixel apart."""
        painter = QPainter(self)
        total = sum(count for _, count in self._parts)
        if not total:
            painter.fillRect(self.rect(), QColor(self._theme.colours.sunken))
            return
        left = 0.0
        for standing, count in self._parts:
            wide = self.width() * count / total
            colour = QColor(self._theme.standings[standing][0])
            if standing in {Standing.NOT_STARTED, Standing.NOT_APPLICABLE}:
                colour = QColor(self._theme.colours.line_strong)
                colour.setAlpha(90)
            painter.fillRect(QRectF(left, 0, max(wide - 1, 1), self.height()), colour)
            left += wide
