"""Following a plan: the matrix of units and tasks in a fixed number of statements, and what the office notes of the work by hand.

A status is a result of an assignment (product rule 1); what a result said before in words, figures and proposals stays when only the
status is ticked.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.assignment import Standing, Status, standing
from desktop.domain.follow_up import check_not_ahead
from desktop.domain.plan import Plan, PlanState
from desktop.domain.result import Result
from desktop.domain.unit import Contact
from desktop.domain.vietnamese import clean, collation_key
from desktop.errors import NotAllowed, NotFound
from desktop.progress import SILENT, Progress
from desktop.services.workspace import Workspace
from desktop.storage import audit, matrix, plans, results, tasks, units
from desktop.storage.matrix import State

PART = 500
"""So many cells of a range are changed between two looks at whether that is still wanted: about 50 ms."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one cell shows: how the work stands today, its last day, the day it was finished, whether anything was reported."""

    standing: Standing
    status: Status
    due: dt.date | None = None
    done_on: dt.date | None = None
    reported: bool = False


@dataclass(frozen=True, slots=True)
class TaskHead:
    """A column. number: as the plan counts it, from 1; due: the last day that most of its assignments have."""

    id: int
    number: int
    text: str
    due: dt.date | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A row: one unit. ids: of the assignments in the order of the tasks, 0 where the task was not given to it; marks: the same."""

    unit: int
    name: str
    ids: tuple[int, ...]
    marks: tuple[Mark | None, ...]
    contact: Contact

    @property
    def given(self) -> int:
        """How many assignments count."""
        return sum(m is not None and m.standing is not Standing.NOT_APPLICABLE for m in self.marks)

    @property
    def done(self) -> int:
        """How many are finished, in time or not."""
        return sum(m is not None and m.status is Status.DONE for m in self.marks)

    @property
    def late(self) -> int:
        """How many are overdue."""
        return sum(m is not None and m.standing is Standing.OVERDUE for m in self.marks)

    @property
    def reported(self) -> int:
        """How many that count have any result."""
        return sum(
            m is not None and m.reported and m.standing is not Standing.NOT_APPLICABLE for m in self.marks
        )

    @property
    def late_since(self) -> dt.date | None:
        """The oldest last day that has passed with the work open."""
        return min(
            (m.due for m in self.marks if m is not None and m.due and m.standing is Standing.OVERDUE),
            default=None,
        )

    def told(self, marks: "dict[int, Mark]") -> "UnitRow":
        """The row with other marks for some assignments (their ids)."""
        new = tuple(marks.get(key, mark) for key, mark in zip(self.ids, self.marks, strict=True))
        return replace(self, marks=new)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of units to filter by, with its members today."""

    id: int
    name: str
    members: frozenset[int]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The plan's work. rows: by the alphabet of units; groups: those with a unit of the plan among their members."""

    plan: Plan
    tasks: tuple[TaskHead, ...]
    rows: tuple[UnitRow, ...]
    groups: tuple[Group, ...]
    today: dt.date


def load(work: Workspace, key: int) -> Matrix:
    """The matrix of a plan as it stands today; no rows for a draft. Nine statements, however much was given. Raises `NotFound`."""
    plan, today = plans.get(work.store, key), work.today()
    wanted = tasks.of_plan(work.store, key)
    place = {task.id: at for at, task in enumerate(wanted)}
    cells, states = matrix.of_plan(work.store, key)
    marked = [_mark(state, today) for state in states]
    nothing: tuple[Mark | None, ...] = (None,) * len(wanted)
    rows: dict[int, tuple[list[int], list[Mark | None]]] = {}
    seen = [[0] * len(states) for _ in wanted]
    for unit, task, assignment, kind in cells:
        at = place[task]
        if unit not in rows:
            rows[unit] = [0] * len(wanted), list(nothing)
        ids, marks = rows[unit]
        ids[at], marks[at] = assignment, marked[kind]
        seen[at][kind] += 1
    known = units.by_ids(work.store, rows)
    heads = (
        TaskHead(task.id, at + 1, task.text, _usual_due(states, seen[at])) for at, task in enumerate(wanted)
    )
    shown = [
        UnitRow(unit, known[unit].name_on(today), tuple(ids), tuple(marks), known[unit].contact)
        for unit, (ids, marks) in rows.items()
    ]
    shown.sort(key=lambda row: (collation_key(row.name), row.unit))
    return Matrix(plan, tuple(heads), tuple(shown), _groups(work, rows, today), today)


def set_status(
    work: Workspace, plan: int, assignments: Collection[int], status: Status, done_on: dt.date | None = None
) -> dict[int, Mark]:
    """Note that these assignments (ids) have `status`; gives what their cells show now. Raises what `set_statuses` raises."""
    set_statuses(work, plan, {status: assignments}, done_on)
    return marks_of(work, assignments)


def set_statuses(
    work: Workspace,
    plan: int,
    told: Mapping[Status, Collection[int]],
    done_on: dt.date | None = None,
    progress: Progress = SILENT,
) -> None:
    """Note that the assignments (ids) of each status have it, all or none. A fixed number of statements for each `PART` of them; progress
    counts assignments, cancelling leaves all as it was.

    done_on: with DONE, the day the work was finished, None for today. What stands already changes nothing. Raises `NotFound`, `NotAllowed`
    "plan_not_issued", "day_in_future".
    """
    total, before = sum(map(len, told.values())), 0
    with work.store.bulk():
        for status, assignments in told.items():
            day = (done_on or work.today()) if status is Status.DONE else None
            _check(work, plan, day)
            keys, added = list(dict.fromkeys(assignments)), 0
            for at in range(0, len(keys), PART):
                progress.step(before + at, total)
                said = _said_now(work, keys[at : at + PART], status, day, is_told=done_on is not None)
                added += results.add_all(work.store, said)[0]
            _note(work, plan, added)
            before += len(assignments)


def tell(work: Workspace, plan: int, said: Iterable[Result]) -> dict[int, Mark]:
    """Keep results that the office notes by hand; gives what the cells of their assignments show now.

    Raises `NotFound`, `NotAllowed` "plan_not_issued", "day_in_future".
    """
    new = [
        replace(one, text=clean(one.text), reason=clean(one.reason), proposal=clean(one.proposal))
        for one in said
    ]
    _check(work, plan, max((one.done_on for one in new if one.done_on), default=None))
    with work.store.bulk():
        _note(work, plan, results.add_all(work.store, new)[0])
    return marks_of(work, [one.assignment for one in new])


def anew(before: Result | None, assignment: int, today: dt.date) -> Result:
    """A result to be noted by hand after `before`, saying the same; without one that nothing was done yet. It never stands before it,
    whatever the clock of the machine says."""
    if before is None:
        return Result(assignment, today, Status.NOT_STARTED)
    return replace(before, reported_on=max(today, before.reported_on), source="hand", id=0, uid="")


def marks_of(work: Workspace, assignments: Collection[int]) -> dict[int, Mark]:
    """What the cells of these assignments show today. One statement."""
    cells, states = matrix.by_ids(work.store, assignments)
    marked = [_mark(state, work.today()) for state in states]
    return {key: marked[kind] for _, _, key, kind in cells}


def newest(work: Workspace, assignment: int) -> Result | None:
    """The newest result of an assignment. Raises `NotFound` where there is no such assignment."""
    found = results.newest_of(work.store, (assignment,))
    if assignment not in found:
        raise NotFound("assignment", assignment)
    return found[assignment]


def assignment_of(work: Workspace, result: int) -> int:
    """Id of the assignment that a result is on. Raises `NotFound`."""
    return results.assignment_of(work.store, result)


def status_named(words: str) -> Status | None:
    """The status that a letter (C, Đ or D, X or M, K) or words of data/status_words.toml name; None for others. T is worked out from
    the days, never told."""
    letter = words.strip().upper()
    if letter in _LETTERS:
        return _LETTERS[letter]
    from desktop.readers.filled_cells import status_of

    return status_of(words)


_LETTERS = {
    "C": Status.NOT_STARTED,
    "Đ": Status.IN_PROGRESS,
    "D": Status.IN_PROGRESS,
    "X": Status.DONE,
    "M": Status.DONE,
    "K": Status.NOT_APPLICABLE,
    "T": None,
    "": None,
}


def _check(work: Workspace, plan: int, day: dt.date | None) -> None:
    """Whether results may be noted on that plan, with `day` the last one on which work was finished."""
    if plans.get(work.store, plan).state is PlanState.DRAFT:
        raise NotAllowed("plan_not_issued", plan=plan)
    if day is not None:
        check_not_ahead(day, work.today())


def _note(work: Workspace, plan: int, added: int) -> None:
    if added:
        audit.note(work.store, "results_noted", "plan", plan, results=added)


def _mark(state: State, today: dt.date) -> Mark:
    stands = standing(state.status, state.due, state.done_on, today)
    return Mark(stands, state.status, state.due, state.done_on, state.reported)


def _usual_due(states: Sequence[State], seen: Sequence[int]) -> dt.date | None:
    """The last day that most of the work has. seen: how often each state was seen."""
    counted: Counter[dt.date | None] = Counter()
    for state, times in zip(states, seen, strict=True):
        counted[state.due] += times
    return counted.most_common(1)[0][0] if any(seen) else None


def _said_now(
    work: Workspace, keys: Sequence[int], status: Status, day: dt.date | None, *, is_told: bool
) -> list[Result]:
    """Results that say that status and day of these assignments, for those that do not say so yet. is_told: the day was told, not just
    that of the tick: a tick on finished work does not move the day it was finished. That nothing was done yet is no report."""
    newest, said = results.newest_of(work.store, keys), []
    for key in keys:
        before = newest.get(key)
        is_moved = is_told and before is not None and before.done_on != day
        if is_moved or status is not (before.status if before else Status.NOT_STARTED):
            said.append(replace(anew(before, key, work.today()), status=status, done_on=day))
    return said


def _groups(work: Workspace, there: Collection[int], today: dt.date) -> tuple[Group, ...]:
    out = []
    for group in units.groups(work.store):
        members = frozenset(group.members_on(today))
        if not members.isdisjoint(there):
            out.append(Group(group.id, group.name, members))
    return tuple(out)
