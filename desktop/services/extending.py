"""Later days for work that was given out: asked for, agreed by somebody, kept with the first day. Changes no status, prints nothing."""

import datetime as dt
from collections.abc import Collection

from desktop.domain.follow_up import Extension, check_extension
from desktop.domain.plan import PlanState, check_ours
from desktop.domain.vietnamese import clean
from desktop.errors import NotAllowed, NotFound
from desktop.services.workspace import Workspace
from desktop.storage import audit, follow_ups, plans, tasks


def extend(
    work: Workspace,
    plan: int,
    assignments: Collection[int],
    new_due: dt.date,
    *,
    reason: str,
    agreed_by: str,
    asked_on: dt.date | None = None,
    agreed_on: dt.date | None = None,
) -> list[Extension]:
    """Give `assignments` (ids) of an issued plan the later day that was agreed, all or none; gives what was kept, in their order.

    agreed_by: who agreed, as papers name them; agreed_on: None for today. From then on each stands against its new day. Its first day
    is kept (`Assignment.first_due`), so that what is on time is counted both ways (`Completeness.on_time`, `on_time_first`), and
    figures of an older cut-off keep the day that held then. new_due is taken as agreed: the office's deadline rules do not move it.
    Raises `NotFound`, `NotAllowed` "plan_is_received", "plan_not_issued" and those of `check_extension`.
    """
    head = plans.get(work.store, plan)
    check_ours(head)
    if head.state is PlanState.DRAFT:
        raise NotAllowed("plan_not_issued", plan=plan)
    known = {a.id: a for a in tasks.assignments_of_plan(work.store, plan)}
    before = follow_ups.extensions_of_plan(work.store, plan)
    today = work.today()
    wanted = [
        Extension(key, new_due, clean(reason), clean(agreed_by), asked_on, agreed_on or today)
        for key in dict.fromkeys(assignments)
    ]
    for one in wanted:
        if one.assignment not in known:
            raise NotFound("assignment", one.assignment)
        earlier = [e for e in before if e.assignment == one.assignment]
        check_extension(known[one.assignment], one, earlier, today)
    with work.store.transaction():
        for one in wanted:
            follow_ups.extend(work.store, one)
        audit.note(work.store, "extended", "plan", plan, assignments=[one.assignment for one in wanted])
    return follow_ups.extensions_of_plan(work.store, plan)[len(before) :]


def of_plan(work: Workspace, plan: int) -> list[Extension]:
    """All extensions of a plan in the order in which they were kept: days asked and agreed, old and new day, reason, who agreed."""
    return follow_ups.extensions_of_plan(work.store, plan)
