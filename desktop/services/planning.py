"""The life of a plan: drafted from a directive, shown, issued, closed. Writes no file."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.documents import plan as plan_document
from desktop.documents.body import from_json, to_json
from desktop.documents.model import Document
from desktop.documents.plan_draft import draft_body, subject_of
from desktop.domain import plan as rules
from desktop.domain.directive import Reading
from desktop.domain.numbering import plan_symbol
from desktop.domain.office import seat
from desktop.domain.plan import Plan, PlanForm
from desktop.domain.task import Party, Task
from desktop.domain.working_days import DeadlineRules, last_day
from desktop.errors import NotAllowed
from desktop.progress import SILENT, Progress
from desktop.services import directives, numbers
from desktop.services.binding import Binder, Unbound, planned
from desktop.services.workspace import Workspace
from desktop.storage import audit, tasks, undo
from desktop.storage import directives as kept_directives
from desktop.storage import plans as stored


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whom a person chose for a task."""

    leads: tuple[Party, ...]
    coordinating: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A draft just made. unbound: words of its tasks that could not be bound to a unit for certain."""

    plan: Plan
    tasks: tuple[Task, ...]
    reading: Reading
    unbound: tuple[Unbound, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """The two days of a deadline, both shown (product rule 4): as printed, and the last one that counts."""

    printed: dt.date | None
    counts: dt.date | None


def new_from_file(
    work: Workspace, path: Path, report_by: dt.date | None = None, progress: Progress = SILENT
) -> NewPlan:
    """A draft that answers the directive in `path`, kept with its words. Raises the errors of reading."""
    return new_from_reading(work, directives.read(path, progress), path, report_by)


def new_from_reading(
    work: Workspace,
    reading: Reading,
    path: Path | None,
    report_by: dt.date | None = None,
    chosen: Mapping[int, Chosen] | None = None,
) -> NewPlan:
    """The same from a reading that a person has looked at. path: the file to keep with it; chosen: by the place of a task from 0, whom
    the person chose instead of what the words were bound to."""
    today, office = work.today(), work.office
    with work.store.transaction():
        directive = directives.keep(work, reading, path)
        binder = Binder(work.store, today, seat(office))
        wanted = [
            replace(task, leads=chosen[at].leads, coordinating=chosen[at].coordinating)
            if chosen and at in chosen
            else task
            for at, task in enumerate(binder.tasks(reading.tasks))
        ]
        draft = Plan(
            id=0,
            uid="",
            subject=subject_of(reading),
            year=today.year,
            symbol=plan_symbol(office.symbol),
            directive=directive,
            theme=reading.theme or "",
        )
        body = draft_body(reading, planned(work.store, wanted, today), office, report_by)
        plan = stored.add(work.store, draft, to_json(body))
        kept = tasks.add_all(work.store, plan.id, wanted)
        audit.note(work.store, "plan_drafted", "plan", plan.id)
    unbound = [one for one in binder.unbound if not chosen or one.position not in chosen]
    return NewPlan(plan, tuple(kept), reading, tuple(unbound))


def new_blank(work: Workspace) -> Plan:
    """A draft with nothing in it but the usual outline and blanks to fill."""
    office, today = work.office, work.today()
    nothing = Reading()
    draft = Plan(0, "", subject_of(nothing), year=today.year, symbol=plan_symbol(office.symbol))
    with work.store.transaction():
        plan = stored.add(work.store, draft, to_json(draft_body(nothing, (), office, None)))
        audit.note(work.store, "plan_drafted", "plan", plan.id)
    return plan


def document(work: Workspace, key: int) -> Document:
    """The plan as it prints today; for an issued one as on its day. Raises `NotFound`."""
    return _document(work, stored.get(work.store, key))


def _document(work: Workspace, plan: Plan) -> Document:
    on = plan.date or work.today()
    body = from_json(stored.body(work.store, plan.id))
    named = planned(work.store, tasks.of_plan(work.store, plan.id), on)
    return plan_document.build(plan, body, named, work.office, on.year)


def put_tasks_in_table(work: Workspace, key: int, *, wanted: bool = True) -> None:
    """Print the tasks of a draft as the table of an appendix, or again under headings in its text. Raises `NotFound`, `NotAllowed`
    "plan_is_issued"."""
    rules.check_editable(stored.get(work.store, key))
    body = from_json(stored.body(work.store, key))
    with work.store.transaction():
        stored.set_body(work.store, key, to_json(replace(body, tasks_in_table=wanted)))
        audit.note(work.store, "plan_form_changed", "plan", key)


def due_days(deadline_rules: DeadlineRules, wanted: Iterable[Task]) -> dict[int, Due]:
    """Task id -> its two days."""
    out = {}
    for task in wanted:
        deadline = task.deadline
        out[task.id] = Due(deadline.date, last_day(deadline, deadline_rules)) if deadline else Due(None, None)
    return out


def dues_of_plan(work: Workspace, key: int) -> dict[int, Due]:
    """The two days of every task of a plan by the office's rules."""
    wanted = tasks.of_plan(work.store, key)
    return due_days(work.rules(task.deadline.date for task in wanted if task.deadline), wanted)


def issue(work: Workspace, key: int, number: int, date: dt.date, progress: Progress = SILENT) -> Plan:
    """Give the plan its number and day, keep the exact PDF, and give its tasks to the units that exist on that day.

    Raises `NotFound`, and `NotAllowed`: "plan_is_issued", "number_not_positive", "no_tasks", "number_taken", "date_before_basis" (a day
    before that of the directive it answers).
    """
    plan = stored.get(work.store, key)
    issued = rules.issue(plan, number, date)
    basis = kept_directives.get(work.store, plan.directive).date if plan.directive else None
    if basis and date < basis:
        raise NotAllowed("date_before_basis", date=f"{date:%d/%m/%Y}", basis=f"{basis:%d/%m/%Y}")
    numbers.check(work, number, plan.symbol, date.year)
    dues = dues_of_plan(work, key)
    if not dues and not (
        plan.form is PlanForm.LETTER and plan.replaces
    ):  # a letter that corrects gives no work
        raise NotAllowed("no_tasks", plan=key)
    issued = replace(issued, year=issued.year or date.year)
    printed = _printed(work, issued, progress)
    with work.store.transaction():
        stored.save(work.store, issued)
        stored.keep_pdf(work.store, key, printed)
        tasks.assign(work.store, key, date, {task: due.counts for task, due in dues.items()})
        audit.note(work.store, "plan_issued", "plan", key)
        undo.seal(work.store)
    return issued


def _printed(work: Workspace, plan: Plan, progress: Progress) -> bytes:
    from desktop.writers import pdf

    return pdf.as_bytes(_document(work, plan), progress)


def close(work: Workspace, key: int) -> Plan:
    """Close the plan; no unit's status changes (product rule 1). Raises `NotFound`, `NotAllowed` "plan_not_issued"."""
    closed = rules.close(stored.get(work.store, key))
    with work.store.transaction():
        stored.save(work.store, closed)
        audit.note(work.store, "plan_closed", "plan", key)
    return closed
