"""The weeks of a month as rows of seven days. It shows what services counted."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from desktop.services.task_lists import Day, Month
from desktop.ui import text
from desktop.ui.models.rows import ROW_ROLE, Index

WEEK = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_NOWHERE = QModelIndex()


class MonthModel(QAbstractTableModel):
    """Each cell gives its `Day` by ROW_ROLE."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.month: Month | None = None

    def set_month(self, month: Month) -> None:
        """Show this one."""
        self.beginResetModel()
        self.month = month
        self.endResetModel()

    def day(self, index: Index) -> Day | None:
        """The day at an index."""
        if self.month is None or not index.isValid():
            return None
        at = index.row() * 7 + index.column()
        return self.month.days[at] if at < len(self.month.days) else None

    def find(self, day: dt.date) -> QModelIndex:
        """Where a day stands; an invalid index when it is not shown."""
        for at, one in enumerate(self.month.days if self.month else ()):
            if one.day == day:
                return self.index(at // 7, at % 7)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many weeks."""
        return 0 if parent.isValid() or self.month is None else len(self.month.days) // 7

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Seven days."""
        return 0 if parent.isValid() else 7

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of weekdays."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return WEEK[section] if 0 <= section < 7 else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The day itself, and its words for those who do not see it."""
        day = self.day(index)
        if day is None:
            return None
        if role == ROW_ROLE:
            return day
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day.day)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(one.text for one in day.first) or day.holiday or None
        return words_of(day) if role == Qt.ItemDataRole.AccessibleTextRole else None


def words_of(day: Day) -> str:
    """ "thứ Sáu, 27/03/2026, ngày nghỉ, 12 việc, 3 chưa xong"."""
    off = day.holiday or "ngày nghỉ" if day.is_off else day.holiday
    work = text.count(day.many, "việc") if day.many else "không có việc đến hạn"
    still = f"{text.number(day.open)} chưa xong" if day.open else ""
    return ", ".join(filter(None, (text.long_date(day.day), off, work, still)))
