"""A plan: draft, issued, closed. The rules of its life, without storage."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.errors import NotAllowed


class PlanState(StrEnum):
    """Where a plan is in its life."""

    DRAFT = "draft"
    ISSUED = "issued"
    CLOSED = "closed"


class PlanForm(StrEnum):
    """The kind of paper that assigns the tasks."""

    PLAN = "plan"  # Kế hoạch
    LETTER = "letter"  # Công văn


@dataclass(frozen=True, slots=True)
class Plan:
    """The office's own plan or letter, or one that another office gave it work by.

    id: 0 before it is saved; uid: the same in every office; subject: trích yếu without "V/v"; number, date: None until
    văn thư gives them (product rule 5); directive: id of what it answers; replaces: id of the issued plan it corrects;
    year: the year it is for; theme: chủ đề; origin: id of the office (`storage.peers`) whose plan it is and that sent it, None for one
    of our own.
    """

    id: int
    uid: str
    subject: str
    form: PlanForm = PlanForm.PLAN
    state: PlanState = PlanState.DRAFT
    year: int | None = None
    number: int | None = None
    symbol: str = ""
    date: dt.date | None = None
    directive: int | None = None
    replaces: int | None = None
    theme: str = ""
    origin: int | None = None

    @property
    def is_received(self) -> bool:
        """Whether it is another office's: only results are noted on it here."""
        return self.origin is not None


def issue(plan: Plan, number: int, date: dt.date) -> Plan:
    """The plan with its number and day. Raises `NotAllowed` "plan_is_issued", "number_not_positive" (NĐ 30, I.II.3: from 01)."""
    if plan.state is not PlanState.DRAFT:
        raise NotAllowed("plan_is_issued", plan=plan.id)
    if number < 1:
        raise NotAllowed("number_not_positive", number=number)
    return replace(plan, state=PlanState.ISSUED, number=number, date=date)


def close(plan: Plan) -> Plan:
    """The plan closed; no unit's status changes by it (product rule 1). Raises `NotAllowed` "plan_not_issued"."""
    if plan.state is PlanState.DRAFT:
        raise NotAllowed("plan_not_issued", plan=plan.id)
    return replace(plan, state=PlanState.CLOSED)


def check_ours(plan: Plan) -> None:
    """Raise `NotAllowed` "plan_is_received" for a plan of another office: what its papers and days say is that office's."""
    if plan.is_received:
        raise NotAllowed("plan_is_received", plan=plan.id)


def check_editable(plan: Plan) -> None:
    """Raise `NotAllowed` "plan_is_issued" unless the plan is a draft: issued is frozen (product rule 6)."""
    if plan.state is not PlanState.DRAFT:
        raise NotAllowed("plan_is_issued", plan=plan.id)
