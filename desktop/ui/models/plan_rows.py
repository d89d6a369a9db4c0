"""How plans stand in the list: columns and filter. No service, no widget."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from desktop.domain.assignment import Standing
from desktop.domain.plan import PlanForm, PlanState
from desktop.domain.vietnamese import fold
from desktop.services.plan_views import PlanRow
from desktop.ui import text
from desktop.ui.models.rows import Column

STATES = {
    PlanState.DRAFT: "Dự thảo",
    PlanState.ISSUED: "Đang thực hiện",
    PlanState.CLOSED: "Đã kết thúc",
}

GIVEN = "Cấp trên giao"
"""What stands at a plan that another office gave."""


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """Which plans are shown. words: all of them, without dấu; year 0, states empty: any; late: only with overdue work."""

    words: str = ""
    year: int = 0
    states: frozenset[PlanState] = frozenset()
    late: bool = False

    def fits(self, row: PlanRow) -> bool:
        """Whether a plan is shown."""
        plan = row.plan
        if self.year and plan.year != self.year:
            return False
        if self.states and plan.state not in self.states:
            return False
        if self.late and not row.completeness.late:
            return False
        held = fold(f"{subject_of(row)} {number_of(row)} {plan.theme} {row.giver}")
        return all(word in held for word in fold(self.words).split())

    def told(self) -> dict[str, Any]:
        """As a saved view keeps it."""
        return {"words": self.words, "year": self.year, "states": sorted(self.states), "late": self.late}

    @staticmethod
    def of(told: dict[str, Any]) -> "PlanFilter":
        """From what a saved view keeps; what it does not know is left open."""
        known = {state.value for state in PlanState}
        states = frozenset(PlanState(one) for one in told.get("states", ()) if one in known)
        return PlanFilter(
            str(told.get("words", "")), int(told.get("year", 0)), states, bool(told.get("late"))
        )


def subject_of(row: PlanRow) -> str:
    """What the plan is about; of one that another office gave, that first."""
    return f"{GIVEN} · {row.plan.subject}" if row.giver else row.plan.subject


def giver_of(row: PlanRow) -> str:
    """ "Cấp trên giao: Ủy ban nhân dân tỉnh An Giang", "" for a plan of this office."""
    return f"{GIVEN}: {row.giver}" if row.giver else ""


def number_of(row: PlanRow) -> str:
    """ "15/KH-UBND", "" for a draft."""
    return f"{row.plan.number:02d}/{row.plan.symbol}" if row.plan.number else ""


def standing_of(row: PlanRow) -> Standing | None:
    """Late where work is overdue, done where all of it is; None before it is given out."""
    done = row.completeness
    if not done.assigned:
        return None
    if done.overdue:
        return Standing.OVERDUE
    return Standing.DONE if done.done == done.assigned else Standing.IN_PROGRESS


def _progress(row: PlanRow) -> str:
    done = row.completeness
    return f"{done.done}/{done.assigned} hoàn thành" if done.assigned else ""


def _day(day: dt.date | None) -> tuple[bool, dt.date]:
    """A key to sort by: rows without a day come last."""
    return day is None, day or dt.date.max


COLUMNS: tuple[Column[PlanRow], ...] = (
    Column(
        "subject",
        "Trích yếu",
        subject_of,
        width=0,
        tip=lambda row: "\n".join(filter(None, (row.plan.subject, giver_of(row)))),
    ),
    Column(
        "number",
        "Số, ký hiệu",
        number_of,
        sort=lambda row: (row.plan.number is None, row.plan.symbol, row.plan.number or 0),
        width=112,
    ),
    Column(
        "date",
        "Ngày",
        lambda row: text.date(row.plan.date),
        sort=lambda row: _day(row.plan.date),
        is_number=True,
        width=104,
        is_shown=False,
    ),
    Column("giver", "Nơi giao", lambda row: row.giver, width=170, is_shown=False),
    Column("state", "Trạng thái", lambda row: STATES[row.plan.state], width=124),
    Column(
        "form",
        "Loại",
        lambda row: "Kế hoạch" if row.plan.form is PlanForm.PLAN else "Công văn",
        width=90,
        is_shown=False,
    ),
    Column(
        "year",
        "Năm",
        lambda row: str(row.plan.year or ""),
        sort=lambda row: row.plan.year or 0,
        is_number=True,
        width=60,
        is_shown=False,
    ),
    Column(
        "tasks",
        "Nhiệm vụ",
        lambda row: str(row.tasks),
        sort=lambda row: row.tasks,
        amount=lambda row: row.tasks,
        is_number=True,
        width=82,
        is_shown=False,
    ),
    Column(
        "progress",
        "Tiến độ",
        _progress,
        sort=lambda row: row.completeness.done / max(row.completeness.assigned, 1),
        standing=standing_of,
        width=156,
    ),
    Column(
        "next",
        "Hạn gần nhất",
        lambda row: text.date(row.next_due),
        sort=lambda row: _day(row.next_due),
        is_number=True,
        width=104,
    ),
)
