"""Shows an `AgendaModel`: Enter or a click opens a line, a click on its words at the right (or Ctrl+Enter) does what they say."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.assignment import Standing
from desktop.ui.models.agenda import LINE_ROLE, AgendaModel, Index, Line
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent

_SIDE = 8
_BETWEEN = 16
_ELIDED = Qt.TextElideMode.ElideRight
_VCENTRE = Qt.AlignmentFlag.AlignVCenter


class _Drawing(QStyledItemDelegate):
    """Draws headings and lines; knows where the words of an act stand. chosen, hovered: rows, -1 for none: asking QStyle for them would
    make its hundreds of names, a tenth of a bare window's start."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chosen = self.hovered = -1
        self._head, self._title = theme.font("base", 600), theme.font("base", 500)
        self._small = theme.font("small", tabular=True)
        self._aside = theme.font("base", 500, tabular=True)
        self._high = {font.key(): QFontMetrics(font).height() for font in (self._title, self._small)}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of words and some air; headings one."""
        line = index.data(LINE_ROLE)
        title, small = self._high[self._title.key()], self._high[self._small.key()]
        if line is not None and line.is_heading:
            return QSize(0, title + (12 if index.row() == 0 else 20))
        return QSize(0, title + small + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line | None = index.data(LINE_ROLE)
        if line is None:
            return
        painter.save()
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if line.is_heading:
            self._draw_heading(painter, room, line)
        else:
            self._draw_ground(painter, option, index.row())
            self._draw_line(painter, room.adjusted(0, 6, 0, -7), line)
        painter.restore()

    def act_room(self, line: Line, rect: QRect) -> QRect:
        """Where the words of its act stand in the room of a line; empty without an act."""
        if not line.act:
            return QRect()
        wide = QFontMetrics(self._title).horizontalAdvance(line.act)
        return QRect(rect.right() - _SIDE - wide - 4, rect.top() + 2, wide + 8, rect.height() // 2)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        colours = self._theme.colours
        is_chosen, has_focus = self.chosen == row, bool(option.widget.hasFocus())
        if is_chosen:
            painter.fillRect(option.rect, QColor(colours.selection if has_focus else colours.selection_idle))
        elif self.hovered == row:
            painter.fillRect(option.rect, QColor(colours.hover))
        painter.setPen(QColor(colours.line))
        painter.drawLine(
            option.rect.left() + _SIDE,
            option.rect.bottom(),
            option.rect.right() - _SIDE,
            option.rect.bottom(),
        )
        if is_chosen and has_focus:
            painter.setPen(QColor(colours.focus))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _draw_heading(self, painter: QPainter, room: QRect, line: Line) -> None:
        words = room.adjusted(0, 0, 0, -6)
        bottom = Qt.AlignmentFlag.AlignBottom
        aside = self._words(painter, words, line.aside, self._small, "text_muted", bottom, right=True)
        self._words(painter, words.adjusted(0, 0, -aside, 0), line.title, self._head, "text", bottom)
        painter.setPen(QColor(self._theme.colours.line_strong))
        painter.drawLine(room.left(), room.bottom(), room.right(), room.bottom())

    def _draw_line(self, painter: QPainter, room: QRect, line: Line) -> None:
        high = self._high[self._title.key()]
        upper, lower = QRect(room), QRect(room)
        upper.setHeight(high)
        lower.setTop(room.top() + high + 1)
        if line.act:
            taken = self._words(painter, upper, line.act, self._title, "accent_text", _VCENTRE, right=True)
        else:
            taken = self._draw_aside(painter, upper, line)
        ink = "text_muted" if line.is_quiet else "text"
        self._words(painter, upper.adjusted(0, 0, -taken, 0), line.title, self._title, ink, _VCENTRE)
        if line.act and line.aside:
            taken = self._draw_aside(painter, lower, line, small=True)
        else:
            taken = self._words(painter, lower, line.under, self._small, "text_muted", _VCENTRE, right=True)
        self._words(
            painter, lower.adjusted(0, 0, -taken, 0), line.detail, self._small, "text_muted", _VCENTRE
        )

    def _draw_aside(self, painter: QPainter, room: QRect, line: Line, *, small: bool = False) -> int:
        """What stands at the right; what is late with its mark, since red alone says nothing in print. Gives the width taken."""
        font = self._small if small else self._aside
        if not line.is_late:
            return self._words(painter, room, line.aside, font, "text_muted", _VCENTRE, right=True)
        red = QColor(self._theme.standings[Standing.OVERDUE][0])
        taken = self._words(painter, room, line.aside, font, red, _VCENTRE, right=True)
        mark = self._theme.mark(Standing.OVERDUE, painter.device().devicePixelRatioF())
        size = round(mark.height() / mark.devicePixelRatio())
        left = room.right() - taken + _BETWEEN - size - 4
        painter.drawPixmap(left, room.center().y() - size // 2, mark)
        return taken + size + 4

    def _words(
        self,
        painter: QPainter,
        room: QRect,
        words: str,
        font: QFont,
        ink: str | QColor,
        upright: Qt.AlignmentFlag,
        *,
        right: bool = False,
    ) -> int:
        """Draw words that end in "…" where the room ends; gives the width they take from the room, with the space beside them."""
        if not words:
            return 0
        painter.setFont(font)
        painter.setPen(QColor(getattr(self._theme.colours, ink)) if isinstance(ink, str) else ink)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, _ELIDED, room.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, upright | side | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown) + _BETWEEN


class Agenda(QListView):
    """opened: the thing of a line; acted: the thing whose words at the right were clicked; menu_wanted: thing and place on the screen."""

    opened = Signal(object)
    acted = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, theme: Theme, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.model_of_lines = AgendaModel(self)
        self._drawing = _Drawing(theme, self)
        self.setModel(self.model_of_lines)
        self.setItemDelegate(self._drawing)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, with the line chosen that stands where the last one stood."""
        before = self.currentIndex().row()
        self.model_of_lines.set_lines(lines)
        if 0 <= before < len(lines) and lines[before].thing is not None:
            self.setCurrentIndex(self.model_of_lines.index(before))

    def chosen(self) -> Line | None:
        """The line that is chosen."""
        return self.model_of_lines.line(self.currentIndex())

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Enter opens, Ctrl+Enter acts, the menu key shows what else there is."""
        line = self.chosen()
        if line is not None and line.thing is not None:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                acts = event.modifiers() & Qt.KeyboardModifier.ControlModifier and line.act
                (self.acted if acts else self.opened).emit(line.thing)
                return
            if event.key() == Qt.Key.Key_Menu:
                place = self.visualRect(self.currentIndex()).center()
                self.menu_wanted.emit(line.thing, self.viewport().mapToGlobal(place))
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: "QMouseEvent") -> None:
        """A click opens the line or does what its words say."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self.model_of_lines.line(index)
        if line is None or line.thing is None or index != self.currentIndex():
            return
        if event.button() is Qt.MouseButton.RightButton:
            self.menu_wanted.emit(line.thing, event.globalPosition().toPoint())
        elif event.button() is Qt.MouseButton.LeftButton:
            acts = self._drawing.act_room(line, self.visualRect(index)).contains(event.position().toPoint())
            (self.acted if acts else self.opened).emit(line.thing)

    def mouseMoveEvent(self, event: "QMouseEvent") -> None:
        """A hand over what can be clicked."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row())
        line = self.model_of_lines.line(index)
        is_open = line is not None and line.thing is not None
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if is_open else Qt.CursorShape.ArrowCursor
        )

    def leaveEvent(self, event: "QEvent") -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another line is chosen."""
        self._drawing.chosen = current.row()
        super().currentChanged(current, previous)

    def _hover(self, row: int) -> None:
        if row != self._drawing.hovered:
            before, self._drawing.hovered = self._drawing.hovered, row
            # Not viewport(): to find out what widget it is PySide makes the names of all widgets there are.
            for one in (before, row):
                self.update(self.model_of_lines.index(one))

    def focusInEvent(self, event: "QEvent") -> None:
        """By the keyboard the first line is chosen."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid():
            first = next(
                (at for at, one in enumerate(self.model_of_lines.lines) if one.thing is not None), None
            )
            if first is not None:
                self.setCurrentIndex(self.model_of_lines.index(first))
