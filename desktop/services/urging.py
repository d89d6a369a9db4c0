"""Đôn đốc: letters to the units whose work is overdue, and the log of all reminders with what was promised. Changes no status."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.documents import urge as paper
from desktop.documents.model import Document
from desktop.documents.urge import LateUnit
from desktop.domain.follow_up import Channel, Urged, Urging, check_not_ahead, check_order
from desktop.domain.plan import PlanState, check_ours
from desktop.domain.plan_figures import Line, PlanFigures
from desktop.domain.unit import UnitKind
from desktop.domain.vietnamese import clean, collation_key
from desktop.errors import NotAllowed, NotFound
from desktop.progress import SILENT, Progress
from desktop.services import papers, reporting
from desktop.services.file_names import stem
from desktop.services.workspace import Workspace
from desktop.storage import audit, follow_ups, plans, tasks, units


@dataclass(frozen=True, slots=True)
class Owing:
    """A unit with overdue work. days_late: of the latest; urged: how it was urged for it, today included; assignments, work: ids and
    words of what it owes."""

    unit: int
    name: str
    days_late: int
    urged: Urged
    assignments: tuple[int, ...]
    work: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of one day on one plan, not yet written. name: of their file; papers: none where nothing is late; owed: ids of the
    assignments that they urge and that were not urged by letter on this day already."""

    plan: int
    day: dt.date
    name: str
    papers: tuple[Document, ...]
    owed: tuple[int, ...]


def owing(work: Workspace, key: int) -> list[Owing]:
    """The units that a plan may be urged for today, the latest first. Raises `NotFound`, `NotAllowed` "plan_not_issued"."""
    counted = reporting.figures(work, key)
    words = {some.task.id: some.task.text for some in counted.tasks}
    late = _late(work, counted, follow_ups.urgings_of_plan(work.store, key), None)
    found = [
        Owing(
            one.figures.unit,
            one.figures.name,
            max(line.days_late for line in one.overdue),
            one.urged(counted.cut_off + dt.timedelta(1)),
            tuple(line.assignment for line in one.overdue),
            tuple(words[line.task] for line in one.overdue),
        )
        for one in late
    ]
    return sorted(found, key=lambda one: (-one.days_late, collation_key(one.name)))


def urge(
    work: Workspace, key: int, folder: Path, progress: Progress = SILENT, *, each: bool = False
) -> list[Path]:
    """Write what urges the units with overdue work today, and log it as a reminder by letter of every overdue assignment.

    However often and in whatever form it is made on one day, it is logged once. Nothing is logged where writing fails. Raises what
    `letters` raises, `NotAllowed` "nothing_late", and the errors of writing.
    """
    told = letters(work, key, each=each)
    if not told.papers:
        raise NotAllowed("nothing_late", plan=key)
    made = write(told, folder, progress)
    keep(work, told)
    return made


def letters(work: Workspace, key: int, *, each: bool = False, only: Collection[int] | None = None) -> Letters:
    """What urges the units with overdue work today; written and logged by others.

    each: one letter for each unit, each with its own times and promises; else one letter to all. only: ids of the assignments meant,
    None for all that are late. Raises `NotFound`, `NotAllowed` "plan_is_received", "plan_not_issued".
    """
    plan = plans.get(work.store, key)
    check_ours(plan)
    counted = reporting.figures(work, key)
    day = counted.cut_off
    urgings = follow_ups.urgings_of_plan(work.store, key)
    late = _late(work, counted, urgings, only)
    groups = [[one] for one in late] if each else [late] if late else []
    told = {u.assignment for u in urgings if (u.urged_on, u.channel) == (day, Channel.LETTER)}
    some = "mot-so-" if only is not None and len(late) < len(counted.late) else ""
    return Letters(
        key,
        day,
        f"don-doc-{some}{'tung-don-vi-' if each else ''}{stem(plan)}-{day.isoformat()}",
        tuple(paper.build(plan, counted, group, work.office) for group in groups),
        tuple(line.assignment for one in late for line in one.overdue if line.assignment not in told),
    )


def write(told: Letters, folder: Path, progress: Progress = SILENT) -> list[Path]:
    """Write them as one PDF and one DOCX. Raises the errors of writing."""
    return papers.write_all(told.papers, (), folder / told.name, progress)


def as_pdf(told: Letters, progress: Progress = SILENT) -> bytes:
    """The same PDF in memory, for printing."""
    from desktop.writers import pdf

    return pdf.many_as_bytes(told.papers, progress)


def keep(work: Workspace, told: Letters) -> None:
    """Log that they went out."""
    if told.owed:
        _keep(work, told.plan, [Urging(one, told.day, Channel.LETTER) for one in told.owed])


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


def _late(
    work: Workspace, counted: PlanFigures, urgings: Sequence[Urging], only: Collection[int] | None
) -> list[LateUnit]:
    chosen = None if only is None else set(only)
    by_assignment: dict[int, list[Urging]] = {}
    for urging in urgings:
        by_assignment.setdefault(urging.assignment, []).append(urging)
    late = [
        LateUnit(
            one if chosen is None else replace(one, lines=_named(one.lines, chosen)),
            UnitKind.OTHER,
            tuple(u for line in one.lines for u in by_assignment.get(line.assignment, ())),
        )
        for one in counted.late
    ]
    late = [one for one in late if one.overdue]
    kinds = units.by_ids(work.store, {one.figures.unit for one in late})
    return [replace(one, kind=kinds[one.figures.unit].kind) for one in late]


def _named(lines: Sequence[Line], chosen: Collection[int]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.assignment in chosen)
