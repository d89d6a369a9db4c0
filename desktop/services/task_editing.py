"""The tasks of a plan as a person edits them. A draft takes every change; of an issued plan what prints stays, and only its following
changes: who has the work, its steps, what is counted (product rule 6)."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.documents.plan import PartyName
from desktop.domain import plan as rules
from desktop.domain.assignment import Standing, standing
from desktop.domain.deadline import Deadline
from desktop.domain.deadline_words import parse_deadline
from desktop.domain.plan import Plan, PlanState
from desktop.domain.task import Indicator, Party, Task
from desktop.domain.vietnamese import clean, collation_key, fold, nfc
from desktop.domain.working_days import DayOff, DeadlineRules, last_day
from desktop.errors import NotAllowed
from desktop.services import trash
from desktop.services.binding import planned
from desktop.services.workspace import Workspace
from desktop.storage import audit, follow_ups, matrix, plans, tasks, units


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a deadline. printed: as it reads; ends: the last day it names as the office reads "trước"; counts: the last day that
    counts, `ends` or the working day beside it. All None where no day is certain."""

    printed: dt.date | None = None
    ends: dt.date | None = None
    counts: dt.date | None = None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task in the table. number: from 1; leads, coordinating: with the names of the day; given, done, late: assignments today."""

    task: Task
    number: int
    leads: tuple[PartyName, ...]
    coordinating: tuple[PartyName, ...]
    days: Days
    given: int = 0
    done: int = 0
    late: int = 0

    @property
    def id(self) -> int:
        """Id of the task."""
        return self.task.id


@dataclass(frozen=True, slots=True)
class Tasks:
    """A plan with its tasks in their order."""

    plan: Plan
    rows: tuple[TaskRow, ...]

    @property
    def is_frozen(self) -> bool:
        """Whether the plan was issued: what prints stays."""
        return self.plan.state is not PlanState.DRAFT


@dataclass(frozen=True, slots=True)
class Given:
    """One unit that has a task: its assignment, the last day and how it stands."""

    assignment: int
    unit: int
    name: str
    due: dt.date | None
    standing: Standing


def load(work: Workspace, key: int) -> Tasks:
    """The tasks of a plan. A fixed number of statements. Raises `NotFound`."""
    plan = plans.get(work.store, key)
    named = planned(work.store, tasks.of_plan(work.store, key), plan.date or work.today())
    counted = matrix.counts_of_tasks(work.store, key, work.today())
    deadlines = [one.task.deadline for one in named]
    office = work.rules(deadline.date for deadline in deadlines if deadline)
    rows = (
        TaskRow(
            one.task,
            at,
            one.leads,
            one.coordinating,
            _days(one.task.deadline, office),
            *counted.get(one.task.id, (0, 0, 0)),
        )
        for at, one in enumerate(named, 1)
    )
    return Tasks(plan, tuple(rows))


def holds(shown: TaskRow, words: str) -> bool:
    """Whether a task or a name of its units holds `words`, without dấu."""
    wanted = fold(words)
    return any(
        wanted in fold(told)
        for told in (shown.task.text, *(one.name for one in (*shown.leads, *shown.coordinating)))
    )


def understood(work: Workspace, plan: Plan, words: str) -> tuple[Deadline | None, Days]:
    """What the words of a deadline say, and its days by the office's rules; None for no words. A missing year follows the plan's day."""
    if not words.strip():
        return None, Days()
    deadline = parse_deadline(words, plan.date or work.today())
    return deadline, _days(deadline, work.rules((deadline.date,)))


def add(work: Workspace, plan: int, after: int | None = None, text: str = "") -> Task:
    """A new task behind the task `after`, at the end for None; it has the units of that task, as one goes on writing. Raises `NotFound`,
    `NotAllowed` "plan_is_issued"."""
    _check(work, plan)
    there = tasks.of_plan(work.store, plan)
    before = next((task for task in there if task.id == after), None)
    new = Task(0, "", plan, 0, nfc(text).strip(), leads=before.leads if before else ())
    with work.store.transaction():
        (made,) = tasks.add_all(work.store, plan, [new])
        if before is not None:
            keys = [task.id for task in there]
            keys.insert(keys.index(before.id) + 1, made.id)
            tasks.reorder(work.store, plan, keys)
        audit.note(work.store, "task_added", "plan", plan)
    return made


def duplicate(work: Workspace, plan: int, keys: Sequence[int]) -> list[Task]:
    """Copies of these tasks at the end, with all they have. Raises `NotAllowed` "plan_is_issued"."""
    _check(work, plan)
    wanted = [task for task in tasks.of_plan(work.store, plan) if task.id in keys]
    copies = [
        replace(
            task,
            id=0,
            uid="",
            indicators=tuple(replace(one, id=0, uid="") for one in task.indicators),
        )
        for task in wanted
    ]
    with work.store.transaction():
        made = tasks.add_all(work.store, plan, copies)
        audit.note(work.store, "task_added", "plan", plan, tasks=len(made))
    return made


def remove(work: Workspace, keys: Iterable[int]) -> None:
    """Move tasks of a draft to the trash. Raises `NotFound`, `NotAllowed` "plan_is_issued"."""
    with work.store.transaction():
        for key in keys:
            trash.discard_task(work, key)


def move(work: Workspace, plan: int, keys: Sequence[int], to: int) -> None:
    """Put these tasks, in the order they have, before the one that stands at place `to` now (from 0; past the end: last). Raises
    `NotAllowed` "plan_is_issued"."""
    _check(work, plan)
    order = [task.id for task in tasks.of_plan(work.store, plan)]
    moved = [key for key in order if key in keys]
    ahead = [key for key in order[:to] if key not in keys]
    behind = [key for key in order[to:] if key not in keys]
    tasks.reorder(work.store, plan, [*ahead, *moved, *behind])


def save(work: Workspace, task: Task) -> Task:
    """Keep an edited task. Of an issued plan only indicators and steps may differ from what is kept. Raises `NotFound`, `NotAllowed`
    "plan_is_issued"."""
    before = tasks.get(work.store, task.id)
    new = replace(
        task,
        text=nfc(task.text).strip(),
        deliverable=clean(task.deliverable),
        checklist=tuple(dict.fromkeys(filter(None, map(clean, task.checklist)))),
        indicators=tuple(_indicators(task.indicators)),
    )
    if replace(new, checklist=before.checklist, indicators=before.indicators) != before:
        _check(work, task.plan)
    with work.store.transaction():
        kept = tasks.save(work.store, new)
        if new.checklist != before.checklist:
            follow_ups.set_steps_of_task(work.store, task.id, new.checklist)
        audit.note(work.store, "task_edited", "task", task.id)
    return kept


def tell_many(
    work: Workspace,
    plan: int,
    keys: Collection[int],
    *,
    leads: tuple[Party, ...] | None = None,
    deadline: str | None = None,
) -> int:
    """Give several tasks of a draft the same leads, the same words of a deadline, or both; what is None stays. Gives how many there were.

    Raises `NotAllowed` "plan_is_issued".
    """
    head = _check(work, plan)
    wanted = [task for task in tasks.of_plan(work.store, plan) if task.id in keys]
    with work.store.transaction():
        for task in wanted:
            new = task if leads is None else replace(task, leads=leads)
            if deadline is not None:
                new = replace(new, deadline=understood(work, head, deadline)[0])
            tasks.save(work.store, new)
        audit.note(work.store, "task_edited", "plan", plan, tasks=len(wanted))
    return len(wanted)


def given(work: Workspace, task: int) -> list[Given]:
    """The units that have a task, by the alphabet. Three statements."""
    today = work.today()
    cells, states = matrix.of_task(work.store, task)
    known = units.by_ids(work.store, {unit for unit, *_ in cells})
    out = []
    for unit, _, key, kind in cells:
        state = states[kind]
        stands = standing(state.status, state.due, state.done_on, today)
        out.append(Given(key, unit, known[unit].name_on(today), state.due, stands))
    return sorted(out, key=lambda one: collation_key(one.name))


def hand_over(work: Workspace, plan: int, assignments: Collection[int], to: int) -> None:
    """Give work of an issued plan to another unit (its id), which did not have it; results so far go along.

    Raises `NotFound`, `NotAllowed` "plan_is_received", "plan_not_issued", "unit_ended", "given_already".
    """
    head = plans.get(work.store, plan)
    rules.check_ours(head)
    if head.state is PlanState.DRAFT:
        raise NotAllowed("plan_not_issued", plan=plan)
    unit = units.get(work.store, to)
    if not unit.exists_on(work.today()):
        raise NotAllowed("unit_ended", name=unit.name)
    with work.store.transaction():
        moved = matrix.hand_over(work.store, assignments, to)
        if moved != len(set(assignments)):
            raise NotAllowed("given_already", name=unit.name_on(work.today()))
        audit.note(work.store, "handed_over", "plan", plan, assignments=list(assignments), unit=to)


def _check(work: Workspace, plan: int) -> Plan:
    head = plans.get(work.store, plan)
    rules.check_editable(head)
    return head


def _days(deadline: Deadline | None, office: DeadlineRules) -> Days:
    if deadline is None:
        return Days()
    ends = last_day(deadline, replace(office, day_off=DayOff.KEEP))
    return Days(deadline.date, ends, last_day(deadline, office))


def _indicators(told: Iterable[Indicator]) -> Iterable[Indicator]:
    for one in told:
        name = clean(one.name)
        if name:
            yield replace(one, name=name, unit_of_measure=clean(one.unit_of_measure))
