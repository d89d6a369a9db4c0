"""Đôn đốc: letters to the units whose work is overdue, and the log of all reminders with what was promised. Changes no status."""

import datetime as dt
from collections.abc import Collection, Sequence
from pathlib import Path

from desktop.documents import urge as paper
from desktop.documents.urge import LateUnit
from desktop.domain.follow_up import Channel, Urging, check_not_ahead, check_order
from desktop.domain.plan import PlanState
from desktop.domain.plan_figures import PlanFigures
from desktop.domain.vietnamese import clean
from desktop.errors import NotAllowed, NotFound
from desktop.progress import SILENT, Progress
from desktop.services import papers, reporting
from desktop.services.file_names import stem
from desktop.services.workspace import Workspace
from desktop.storage import audit, follow_ups, plans, tasks, units


def urge(
    work: Workspace, key: int, folder: Path, progress: Progress = SILENT, *, each: bool = False
) -> list[Path]:
    """Write what urges the units with overdue work today, and log it as a reminder by letter of every overdue assignment.

    each: one letter for each unit, all in one file, each with its own times and promises; else one letter to all. PDF and DOCX.
    However often and in whatever form it is made on one day, it is logged once. Nothing is logged where writing fails.

    Raises `NotFound`, `NotAllowed` "plan_not_issued", "nothing_late", and the errors of writing.
    """
    counted = reporting.figures(work, key)
    if not counted.late:
        raise NotAllowed("nothing_late", plan=key)
    plan, day = plans.get(work.store, key), counted.cut_off
    urgings = follow_ups.urgings_of_plan(work.store, key)
    late = _late(work, counted, urgings)
    groups = [[one] for one in late] if each else [late]
    letters = [paper.build(plan, counted, group, work.office) for group in groups]
    name = f"don-doc-{'tung-don-vi-' if each else ''}{stem(plan)}-{day.isoformat()}"
    made = papers.write_all(letters, (), folder / name, progress)
    told = {u.assignment for u in urgings if (u.urged_on, u.channel) == (day, Channel.LETTER)}
    owed = [line.assignment for one in late for line in one.overdue if line.assignment not in told]
    if owed:
        _keep(work, key, [Urging(one, day, Channel.LETTER) for one in owed])
    return made


def log(
    work: Workspace,
    key: int,
    assignments: Collection[int],
    channel: Channel,
    *,
    on: dt.date | None = None,
    person: str = "",
    promised_on: dt.date | None = None,
    note: str = "",
) -> list[Urging]:
    """Log one reminder of `assignments` (ids) of a plan: who was spoken to, how, and the day that was promised; gives what was kept.

    on: None for today. Raises `NotFound`, `NotAllowed` "plan_not_issued", "day_in_future", "days_out_of_order" (reminded before the
    plan was issued, or promised for a day before the reminder).
    """
    plan, day = plans.get(work.store, key), on or work.today()
    if plan.state is PlanState.DRAFT:
        raise NotAllowed("plan_not_issued", plan=key)
    check_not_ahead(day, work.today())
    check_order(plan.date, day)
    check_order(day, promised_on)
    known = {a.id for a in tasks.assignments_of_plan(work.store, key)}
    for one in assignments:
        if one not in known:
            raise NotFound("assignment", one)
    told = [
        Urging(one, day, channel, clean(person), promised_on, clean(note))
        for one in dict.fromkeys(assignments)
    ]
    return _keep(work, key, told)


def of_plan(work: Workspace, key: int) -> list[Urging]:
    """All reminders of a plan, the oldest first."""
    return follow_ups.urgings_of_plan(work.store, key)


def _keep(work: Workspace, key: int, told: Sequence[Urging]) -> list[Urging]:
    before = {u.id for u in follow_ups.urgings_of_plan(work.store, key)}
    with work.store.transaction():
        follow_ups.add_urgings(work.store, told)
        audit.note(work.store, "urged", "plan", key, assignments=[u.assignment for u in told])
    return [u for u in follow_ups.urgings_of_plan(work.store, key) if u.id not in before]


def _late(work: Workspace, counted: PlanFigures, urgings: Sequence[Urging]) -> list[LateUnit]:
    kinds = {key: u.kind for key, u in units.by_ids(work.store, {one.unit for one in counted.late}).items()}
    by_assignment: dict[int, list[Urging]] = {}
    for urging in urgings:
        by_assignment.setdefault(urging.assignment, []).append(urging)
    return [
        LateUnit(
            one,
            kinds[one.unit],
            tuple(u for line in one.lines for u in by_assignment.get(line.assignment, ())),
        )
        for one in counted.late
    ]
