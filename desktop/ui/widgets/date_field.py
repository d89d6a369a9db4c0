"""A field for a day, typed as offices write it ("5/3", "05/03/2026") or chosen from a calendar. Empty means no day."""

import datetime as dt
import re

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui import text
from desktop.ui.widgets.parts import tool

_DAY = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{2}|\d{4}))?")

_PROMPT = "ngày/tháng/năm"


def parsed(words: str, today: dt.date) -> dt.date | None:
    """The day that `words` say, None where they say none; a missing year is that of `today`, two figures are of this century."""
    found = _DAY.fullmatch(words.strip())
    if found is None:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3]
    try:
        return dt.date(
            today.year if year is None else int(year) + (2000 if len(year) == 2 else 0), month, day
        )
    except ValueError:
        return None


class DateField(QWidget):
    """changed: the day, None when emptied; only sensible days go out, what cannot be read stays as typed and `is_valid` is false."""

    changed = Signal(object)

    def __init__(self, name: str, today: dt.date, calendar: QIcon) -> None:
        super().__init__()
        self._today = today
        self.edit = QLineEdit()
        self.edit.setObjectName(name)
        self.edit.setPlaceholderText(_PROMPT)
        self.edit.setMaximumWidth(max(150, self.edit.fontMetrics().horizontalAdvance(_PROMPT) + 32))
        self.edit.setMinimumWidth(self.edit.fontMetrics().horizontalAdvance("00/00/0000") + 24)
        self.edit.editingFinished.connect(self._on_finished)
        self._button = tool("Chọn ngày trên lịch", f"{name}Calendar", calendar, self._open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.edit)
        layout.addWidget(self._button)
        layout.addStretch(1)
        self.setFocusProxy(self.edit)
        self._said: dt.date | None = None

    def setAccessibleName(self, name: str) -> None:
        """The name of the field is that of what is typed into."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    @property
    def day(self) -> dt.date | None:
        """The day typed."""
        return parsed(self.edit.text(), self._today)

    @property
    def is_valid(self) -> bool:
        """Whether it is empty or a day."""
        return not self.edit.text().strip() or self.day is not None

    def set_day(self, day: dt.date | None) -> None:
        """Show a day, without telling it as changed."""
        self._said = day
        self.edit.setText(text.date(day))

    def _on_finished(self) -> None:
        day = self.day
        if day is not None:
            self.edit.setText(text.date(day))
        if self.is_valid and day != self._said:
            self._said = day
            self.changed.emit(day)

    def _open(self) -> None:
        window = QWidget(self, Qt.WindowType.Popup)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(window)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        plain = calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # red means late and nothing else
            calendar.setWeekdayTextFormat(weekend, plain)
        day = self.day or self._today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(lambda chosen: self._choose(chosen, window))
        calendar.activated.connect(lambda chosen: self._choose(chosen, window))
        layout = QVBoxLayout(window)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(calendar)
        window.move(self.mapToGlobal(self.rect().bottomLeft()))
        window.show()
        calendar.setFocus()

    def _choose(self, chosen: QDate, window: QWidget) -> None:
        window.close()
        self.edit.setText(text.date(dt.date(chosen.year(), chosen.month(), chosen.day())))
        self._on_finished()
