"""Widgets side by side that go on in the next line where the width ends, as words do."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

_SPACE = 4


class Flow(QWidget):
    """Lines of widgets, as high as it takes; the last widget has the rest of its line where it grows."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []

    def set_parts(self, parts: list[QWidget], kept: QWidget | None = None) -> None:
        """Hold these, in their order; those that it held before and not now are thrown away, all but `kept`."""
        for part in self._parts:
            if part not in parts and part is not kept:
                part.hide()
                part.deleteLater()
        before: QWidget | None = None
        for part in parts:
            if part not in self._parts:
                part.setParent(self)
                part.show()
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part
        self._parts = parts
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of lines."""
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(240, max(self.height(), self.minimumHeight()))

    def _place(self) -> None:
        x, y, high, width = 0, 0, 0, self.width()
        for part in self._parts:
            wish = part.sizeHint().expandedTo(part.minimumSize())
            wide = min(wish.width(), max(width, 1))
            if x and x + wide > width:
                x, y, high = 0, y + high + _SPACE, 0
            grows = part.sizePolicy().expandingDirections() & Qt.Orientation.Horizontal
            if part is self._parts[-1] and grows:
                wide = max(wide, width - x)
            high = max(high, wish.height())
            part.setGeometry(QRect(x, y, wide, wish.height()))
            x += wide + _SPACE
        if self.minimumHeight() != y + high:
            self.setFixedHeight(y + high)
