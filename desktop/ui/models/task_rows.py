"""How assignments stand in the list of all: columns, filter, what it is sorted by. No service call, no widget."""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Any

from desktop.domain.assignment import Status
from desktop.services.task_lists import AssignmentRow, Order, Show, Wanted
from desktop.ui import text
from desktop.ui.models.rows import Column

SHOWS = {
    Show.OVERDUE: "Quá hạn",
    Show.SOON: "Đến hạn 7 ngày",
    Show.SILENT: "Chưa báo cáo",
    Show.DOING: "Đang thực hiện",
    Show.DONE: "Hoàn thành",
}
PERIODS = {
    "": "Mọi thời hạn",
    "week": "Hạn tuần này",
    "month": "Hạn tháng này",
    "next_month": "Hạn tháng sau",
    "quarter": "Hạn quý này",
    "year": "Hạn năm nay",
}
RUNNING, EVERY = "running", "every"
PLANS = {RUNNING: "Kế hoạch đang thực hiện", EVERY: "Mọi kế hoạch"}

ORDERS = {
    "text": Order.TASK,
    "unit": Order.UNIT,
    "plan": Order.PLAN,
    "due": Order.DUE,
    "left": Order.DUE,
    "standing": Order.STANDING,
    "reported": Order.REPORTED,
    "urged": Order.URGED,
    "contact": Order.UNIT,
}
"""Column -> what a click on its head sorts by."""


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What is shown. plan: RUNNING, EVERY or the id of one as text; period: a key of PERIODS, or one day as
    ISO text."""

    words: str = ""
    show: frozenset[Show] = frozenset()
    plan: str = RUNNING
    unit: int | None = None
    group: int | None = None
    period: str = ""

    def wanted(self, today: dt.date) -> Wanted:
        """As services take it."""
        since, until = span(self.period, today)
        plan = int(self.plan) if self.plan.isdigit() else None
        return Wanted(self.words, self.show, plan, self.plan == RUNNING, self.unit, self.group, since, until)

    def told(self) -> dict[str, Any]:
        """As a saved view keeps it."""
        return {
            "words": self.words,
            "show": sorted(self.show),
            "plan": self.plan,
            "unit": self.unit,
            "group": self.group,
            "period": self.period,
        }

    @staticmethod
    def of(told: dict[str, Any]) -> "TaskFilter":
        """From what a saved view keeps; what it does not know is left open."""
        known = {one.value for one in Show}
        plan, period = str(told.get("plan", RUNNING)), str(told.get("period", ""))
        return TaskFilter(
            str(told.get("words", "")),
            frozenset(Show(one) for one in told.get("show", ()) if one in known),
            plan if plan.isdigit() or plan in PLANS else RUNNING,
            _key(told.get("unit")),
            _key(told.get("group")),
            period if period in PERIODS or day_of(period) else "",
        )


def day_of(period: str) -> dt.date | None:
    """The one day that a period is, None for those of PERIODS."""
    try:
        return dt.date.fromisoformat(period)
    except ValueError:
        return None


def span(period: str, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of a period of PERIODS; weeks begin on Monday."""
    if (one := day_of(period)) is not None:
        return one, one
    if period == "week":
        monday = today - dt.timedelta(today.weekday())
        return monday, monday + dt.timedelta(6)
    first, last = {
        "month": (today.month, today.month),
        "next_month": (today.month + 1, today.month + 1),
        "quarter": ((today.month - 1) // 3 * 3 + 1, (today.month - 1) // 3 * 3 + 3),
        "year": (1, 12),
    }.get(period, (0, 0))
    if not first:
        return None, None
    year, first, last = (today.year + 1, 1, 1) if first > 12 else (today.year, first, last)
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def paper_of(row: AssignmentRow) -> str:
    """How the plan is called in a cell: "15/KH-UBND", its subject where it has no number."""
    return f"{row.number:02d}/{row.symbol}" if row.number else row.subject


def left_of(row: AssignmentRow, today: dt.date) -> str:
    """ "quá 3 ngày", "còn 5 ngày"; "" for what is finished or has no day."""
    is_open = row.status in (Status.NOT_STARTED, Status.IN_PROGRESS)
    return text.days_left(row.due, today) if is_open and row.due else ""


def _key(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _said(row: AssignmentRow) -> str:
    return " ".join(filter(None, (f"{row.reported_on:%d/%m}" if row.reported_on else "", row.result)))


def _contact(row: AssignmentRow) -> str:
    return " · ".join(filter(None, (row.person, row.phone)))


def columns(today: dt.date) -> tuple[Column[AssignmentRow], ...]:
    """The columns of the list on a day."""
    return (
        Column("text", "Nhiệm vụ", lambda row: row.text, width=0),
        Column("unit", "Đơn vị", lambda row: row.unit_name, width=150),
        Column("plan", "Kế hoạch", paper_of, width=124, tip=lambda row: row.subject, is_shown=False),
        Column("due", "Hạn", lambda row: text.date(row.due), is_number=True, width=106),
        Column("left", "Còn / quá", lambda row: left_of(row, today), is_number=True, width=112),
        Column(
            "standing",
            "Tình trạng",
            lambda row: text.STANDINGS[row.standing][1],
            standing=lambda row: row.standing,
            width=148,
        ),
        Column("reported", "Kết quả gần nhất", _said, width=180, is_shown=False),
        Column(
            "urged",
            "Đôn đốc",
            lambda row: f"{row.urged} lần" if row.urged else "",
            is_number=True,
            width=76,
        ),
        Column("contact", "Liên hệ", _contact, width=190, is_shown=False),
    )
