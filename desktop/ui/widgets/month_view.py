"""A month of deadlines: each day with how much is due, its first tasks, and days off in grey with their names."""

import datetime as dt

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.assignment import Standing
from desktop.services.task_lists import Day, Month
from desktop.ui import text
from desktop.ui.models.month import MonthModel
from desktop.ui.models.rows import ROW_ROLE
from desktop.ui.theme import Theme
from desktop.ui.widgets.parts import button, label, row, tool


class MonthView(QWidget):
    """month_wanted: the first day of another month to show; day_wanted: a day whose work is to be listed."""

    month_wanted = Signal(object)
    day_wanted = Signal(object)

    def __init__(self, theme: Theme, today: dt.date) -> None:
        super().__init__()
        self.setObjectName("monthView")
        self.first = today.replace(day=1)
        self._today = today
        self.model = MonthModel(self)
        self._title = label("", "heading", "monthTitle")
        self._total = label("", "muted", "monthTotal")
        before = tool(
            "Tháng trước (Page Up)", "monthBefore", theme.icon("chevron-left"), lambda: self.turn(-1)
        )
        after = tool("Tháng sau (Page Down)", "monthAfter", theme.icon("chevron-right"), lambda: self.turn(1))
        now = button("Hôm nay", "monthToday", lambda: self.month_wanted.emit(self._today.replace(day=1)))
        self.grid = _Grid(self.model, theme, today)
        self.grid.turned.connect(self.turn)
        self.grid.chosen.connect(self.day_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row(before, after, 4, self._title, 8, self._total, None, now, space=4))
        layout.addWidget(self.grid, 1)

    def turn(self, step: int) -> None:
        """Ask for a month before or after."""
        months = self.first.year * 12 + self.first.month - 1 + step
        if dt.date.min.year < months // 12 < dt.date.max.year:
            self.month_wanted.emit(dt.date(months // 12, months % 12 + 1, 1))

    def show_month(self, month: Month) -> None:
        """Show this one; the cursor stays on its day of the week."""
        at = self.grid.currentIndex()
        place = (at.row(), at.column()) if at.isValid() else None
        if month.first != self.first:
            place = None
        self.first = month.first
        self.model.set_month(month)
        self._title.setText(f"Tháng {month.first.month} năm {month.first.year}")
        own = [day for day in month.days if day.day.month == month.first.month]
        many, still = sum(day.many for day in own), sum(day.open for day in own)
        words = f"{text.count(many, 'việc')} đến hạn, {text.number(still)} chưa xong" if many else ""
        self._total.setText(words)
        if place is not None:
            self.grid.setCurrentIndex(self.model.index(*place))
        else:
            found = self.model.find(self._today)
            first = self.model.find(month.first)
            is_now = self._today.replace(day=1) == month.first
            self.grid.setCurrentIndex(found if is_now and found.isValid() else first)


class _Grid(QTableView):
    """Weeks and days. Page Up and Down turn months, Enter and a click choose a day."""

    turned = Signal(int)
    chosen = Signal(object)

    def __init__(self, model: MonthModel, theme: Theme, today: dt.date) -> None:
        super().__init__()
        self.setObjectName("monthGrid")
        self.setAccessibleName("Lịch tháng")
        self.setModel(model)
        self._model = model
        self.setItemDelegate(_DayDelegate(theme, today, model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(40)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.clicked.connect(self._on_chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a calendar; the rest is Qt's."""
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turned.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        day = self._model.day(index)
        if day is not None and day.many:
            self.chosen.emit(day.day)


class _DayDelegate(QStyledItemDelegate):
    """Draws a day."""

    def __init__(self, theme: Theme, today: dt.date, model: MonthModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._today, self._model = theme, today, model
        self._number = theme.font("base", 600, tabular=True)
        self._words = theme.font("small")
        self._pad = theme.sizes.s

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        day: Day | None = index.data(ROW_ROLE)
        if day is None or self._model.month is None:
            return
        colours, box = self._theme.colours, option.rect
        is_now = day.day.month == self._model.month.first.month
        ground = colours.surface if day.is_off or not is_now else colours.raised
        painter.save()
        painter.fillRect(box, QColor(ground))
        if option.state & QStyle.StateFlag.State_MouseOver and day.many:
            painter.fillRect(box, QColor(colours.hover))
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(self._pad, 6, -self._pad, -4)
        self._draw_head(painter, room, day, is_now=is_now)
        self._draw_tasks(painter, room, day)
        if option.state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(QColor(colours.focus))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _draw_head(self, painter: QPainter, room: QRect, day: Day, *, is_now: bool) -> None:
        """The number, in a ring of colour today; the name of a day off; how much is due."""
        colours = self._theme.colours
        painter.setFont(self._number)
        high = painter.fontMetrics().height()
        number = QRect(room.left(), room.top(), max(24, high + 4), high)
        painter.setPen(QColor(colours.text if is_now else colours.text_disabled))
        if day.day == self._today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(colours.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(number.adjusted(-4, -1, 0, 1), high / 2, high / 2)
            painter.setPen(QColor(colours.on_accent))
            painter.drawText(number.adjusted(-4, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, str(day.day.day))
        else:
            painter.drawText(
                number, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(day.day.day)
            )
        painter.setFont(self._words)
        right = self._draw_count(painter, room, day, high)
        beside = QRect(number.right() + 4, room.top(), right - number.right() - 8, high)
        if day.holiday and beside.width() > 20:
            painter.setPen(QColor(colours.text_muted))
            self._line(painter, beside, day.holiday)

    def _draw_count(self, painter: QPainter, room: QRect, day: Day, high: int) -> int:
        """ "12 việc" at the right, "3/12" while some is open; returns where it begins."""
        if not day.many:
            return room.right()
        is_late = day.open > 0 and day.day < self._today
        told = f"{day.open}/{day.many} việc" if day.open < day.many and day.open else f"{day.many} việc"
        standing = Standing.OVERDUE if is_late else Standing.IN_PROGRESS if day.open else Standing.DONE
        mark = self._theme.mark(standing, painter.device().devicePixelRatioF())
        side = round(mark.width() / mark.devicePixelRatio())
        wide = painter.fontMetrics().horizontalAdvance(told)
        painter.setPen(QColor(self._theme.standings[standing][0]))
        box = QRect(room.right() - wide, room.top(), wide + 1, high)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)
        painter.drawPixmap(box.left() - side - 3, room.top() + (high - side) // 2, mark)
        return box.left() - side - 6

    def _draw_tasks(self, painter: QPainter, room: QRect, day: Day) -> None:
        """As many of the first tasks as there is room for, then how many more there are."""
        painter.setFont(self._words)
        high = painter.fontMetrics().height()
        top = room.top() + high + 10
        fits = max(0, (room.bottom() - top) // high)
        shown = day.first[: fits if day.tasks <= fits else max(0, fits - 1)]
        colours = self._theme.colours
        for one in shown:
            painter.setPen(QColor(colours.text if one.open else colours.text_muted))
            self._line(painter, QRect(room.left(), top, room.width(), high), one.text)
            top += high
        if day.tasks > len(shown) and fits:
            painter.setPen(QColor(colours.text_muted))
            more = day.tasks - len(shown)
            words = f"và {more} nhiệm vụ nữa" if shown else text.count(more, "nhiệm vụ")
            self._line(painter, QRect(room.left(), top, room.width(), high), words)

    def _line(self, painter: QPainter, room: QRect, words: str) -> None:
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
