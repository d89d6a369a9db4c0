"""A layout of widgets side by side that go on in the next line where the width ends: rows of filters and buttons at any text size.

Fields that may grow share what a line has left, up to their greatest width; a stretch takes the rest.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget, QWidgetItem

_Line = list[QLayoutItem]


class Wrap(QLayout):
    """space: px between widgets and between lines."""

    def __init__(self, space: int = 8) -> None:
        super().__init__()
        self._items: _Line = []
        self._space = space
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """At the end."""
        self._items.append(item)

    def insert(self, at: int, widget: QWidget) -> None:
        """Before the item at a place."""
        self.addChildWidget(widget)
        self._items.insert(at, QWidgetItem(widget))
        self.invalidate()

    def add_stretch(self) -> None:
        """Room that pushes what follows to the right end of its line."""
        self.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """The same, taken out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """A narrow one has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Px of all lines together."""
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        inner = sum(map(_high, lines)) + self._space * max(len(lines) - 1, 0)
        return inner + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """All in one line."""
        widths = [_wide(item) for item in self._items if _is_seen(item)]
        return QSize(sum(widths) + self._space * max(len(widths) - 1, 0), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        """The widest alone in its line."""
        margins = self.contentsMargins()
        seen = [item for item in self._items if _is_seen(item)]
        inner = QSize(max(map(_wide, seen), default=0), _high(seen))
        return inner + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for line in self._lines(inner.width()):
            high = _high(line)
            self._place(line, QRect(inner.left(), top, inner.width(), high))
            top += high + self._space

    def _lines(self, width: int) -> list[_Line]:
        """What stands in each line; a stretch goes with the widget after it."""
        lines: list[_Line] = [[]]
        used = 0
        for item in self._items:
            if item.spacerItem() is not None:
                lines[-1].append(item)
                continue
            if not _is_seen(item):
                continue
            wide = _wide(item)
            if used and used + self._space + wide > width:
                carried = [lines[-1].pop()] if lines[-1][-1].spacerItem() is not None else []
                lines.append(carried)
                used = 0
            used += wide + (self._space if used else 0)
            lines[-1].append(item)
        return lines

    def _place(self, line: _Line, room: QRect) -> None:
        widgets = [item for item in line if item.spacerItem() is None]
        left = room.width() - sum(map(_wide, widgets)) - self._space * max(len(widgets) - 1, 0)
        growing = [item for item in widgets if item.expandingDirections() & Qt.Orientation.Horizontal]
        at = room.left()
        for item in line:
            if item.spacerItem() is not None:
                at += max(left, 0)
                continue
            wide = _wide(item)
            if item in growing:
                more = max(0, min(left // len(growing), item.maximumSize().width() - wide))
                growing.remove(item)
                left -= more
                wide += more
            high = min(item.sizeHint().height(), room.height())
            place = QPoint(at, room.top() + (room.height() - high) // 2)
            item.setGeometry(QRect(place, QSize(min(wide, room.width()), high)))
            at += wide + self._space


def wrapped(*parts: QWidget | None, space: int = 8) -> Wrap:
    """Widgets in lines; None: a stretch."""
    made = Wrap(space)
    for part in parts:
        if part is None:
            made.add_stretch()
        else:
            made.addWidget(part)
    return made


def _is_seen(item: QLayoutItem) -> bool:
    return item.spacerItem() is None and not item.isEmpty()


def _wide(item: QLayoutItem) -> int:
    """Px that an item wants at least."""
    wish = item.minimumSize().width() if item.expandingDirections() & Qt.Orientation.Horizontal else 0
    return min(max(wish or item.sizeHint().width(), item.minimumSize().width()), item.maximumSize().width())


def _high(line: _Line) -> int:
    return max((item.sizeHint().height() for item in line if _is_seen(item)), default=0)
