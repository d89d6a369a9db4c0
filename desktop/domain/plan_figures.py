"""All figures of a plan at a cut-off, derived from assignments and results. What reports, letters and screens show comes from here."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.domain.assignment import Assignment, Standing, Status
from desktop.domain.result import Result
from desktop.domain.roll_up import Completeness, completeness
from desktop.domain.task import Indicator, Task
from desktop.domain.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Line:
    """One assignment as reports show it, under its id. unit, name: id and the name on the day; days_late: calendar days after the due
    day or 0; first_due: the day set first where another was agreed since, else None; result: id of the result that says so, 0 for none;
    proposal: what the unit proposes."""

    task: int
    unit: int
    name: str
    standing: Standing
    due: dt.date | None
    done_on: dt.date | None
    reported_on: dt.date | None
    text: str
    reason: str
    days_late: int
    assignment: int
    first_due: dt.date | None
    result: int = 0
    proposal: str = ""

    @property
    def completeness(self) -> Completeness:
        """The counts of this one line."""
        if self.standing is Standing.NOT_APPLICABLE:
            return Completeness()
        done = self.standing in (Standing.DONE, Standing.DONE_LATE)
        first = self.first_due or self.due
        return Completeness(
            assigned=1,
            reported=int(self.reported_on is not None),
            done=int(done),
            on_time=int(self.standing is Standing.DONE),
            late=int(self.standing in (Standing.DONE_LATE, Standing.OVERDUE)),
            missing=int(self.reported_on is None),
            on_time_first=int(done and not (first and self.done_on and self.done_on > first)),
        )


@dataclass(frozen=True, slots=True)
class TaskFigures:
    """One task over its units."""

    task: Task
    completeness: Completeness
    lines: tuple[Line, ...]

    def named(self, *standings: Standing) -> tuple[str, ...]:
        """Names of the units that stand so, in the order of the list of units."""
        return tuple(line.name for line in self.lines if line.standing in standings)


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """One unit over its tasks."""

    unit: int
    name: str
    completeness: Completeness
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class IndicatorFigures:
    """One number over the units that reported it. values: (unit id, name, number) of those who gave one; total of these only."""

    task: int
    indicator: Indicator
    values: tuple[tuple[int, str, Decimal], ...]

    @property
    def total(self) -> Decimal:
        """Sum of what was reported."""
        return sum((value for _, _, value in self.values), Decimal(0))


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """Everything countable of a plan on the day of the cut-off."""

    cut_off: dt.date
    total: Completeness
    tasks: tuple[TaskFigures, ...]
    units: tuple[UnitFigures, ...]
    indicators: tuple[IndicatorFigures, ...]

    @property
    def silent(self) -> tuple[UnitFigures, ...]:
        """Units that have work to report on and have reported on none of it."""
        return tuple(u for u in self.units if u.completeness.assigned and not u.completeness.reported)

    @property
    def late(self) -> tuple[UnitFigures, ...]:
        """Units with anything overdue at the cut-off."""
        return tuple(u for u in self.units if any(line.standing is Standing.OVERDUE for line in u.lines))


def plan_figures(
    tasks: Sequence[Task],
    assignments: Sequence[Assignment],
    results: Sequence[Result],
    names: Mapping[int, str],
    cut_off: dt.date,
) -> PlanFigures:
    """The figures of one plan.

    tasks: in the plan's order; assignments: of these tasks; results: the newest of each assignment that came in by `cut_off`;
    they alone say how an assignment stood on that day, so what came later does not change an older report;
    names: unit id -> name on the day, in the order in which units are listed, holding only units that exist then (product rule 8:
    an assignment of any other unit is not counted).
    """
    newest = {result.assignment: result for result in results}
    rank = {unit: position for position, unit in enumerate(names)}
    known = (_as_of(a, newest.get(a.id)) for a in assignments if a.unit in rank)
    counted = sorted(known, key=lambda a: rank[a.unit])
    by_task: dict[int, list[Assignment]] = {task.id: [] for task in tasks}
    by_unit: dict[int, list[Assignment]] = {}
    for assignment in counted:
        by_task[assignment.task].append(assignment)
        by_unit.setdefault(assignment.unit, []).append(assignment)
    order = {task.id: position for position, task in enumerate(tasks)}

    def lines(some: Sequence[Assignment]) -> tuple[Line, ...]:
        return tuple(_line(a, names[a.unit], newest.get(a.id), cut_off) for a in some)

    return PlanFigures(
        cut_off,
        completeness(counted, cut_off),
        tuple(TaskFigures(t, completeness(by_task[t.id], cut_off), lines(by_task[t.id])) for t in tasks),
        tuple(
            UnitFigures(
                unit,
                names[unit],
                completeness(some, cut_off),
                lines(sorted(some, key=lambda a: order[a.task])),
            )
            for unit, some in by_unit.items()
        ),
        tuple(_indicator(t, i, by_task[t.id], newest, names) for t in tasks for i in t.indicators),
    )


def narrowed(figures: PlanFigures, keep: Callable[[Line], bool]) -> PlanFigures:
    """The figures of those lines alone that `keep` keeps. A task stays with what is left of its lines, unless it had some and has none."""
    tasks = [
        TaskFigures(some.task, _total(lines), lines)
        for some in figures.tasks
        for lines in (tuple(filter(keep, some.lines)),)
        if lines or not some.lines
    ]
    units = [
        UnitFigures(some.unit, some.name, _total(lines), lines)
        for some in figures.units
        if (lines := tuple(filter(keep, some.lines)))
    ]
    left = {some.task.id: {line.unit for line in some.lines} for some in tasks}
    indicators = [
        replace(one, values=tuple(value for value in one.values if value[0] in left[one.task]))
        for one in figures.indicators
        if one.task in left
    ]
    total = _total(line for some in tasks for line in some.lines)
    return PlanFigures(figures.cut_off, total, tuple(tasks), tuple(units), tuple(indicators))


def united(many: Iterable[PlanFigures]) -> tuple[UnitFigures, ...]:
    """The units of several plans, each once with all its lines, in the order of their ids."""
    lines: dict[int, list[Line]] = {}
    names: dict[int, str] = {}
    for figures in many:
        for unit in figures.units:
            lines.setdefault(unit.unit, []).extend(unit.lines)
            names[unit.unit] = unit.name
    return tuple(
        UnitFigures(unit, names[unit], _total(some), tuple(some)) for unit, some in sorted(lines.items())
    )


def by_field(figures: PlanFigures) -> list[tuple[str, PlanFigures]]:
    """(field, figures of its tasks), in the order in which the plan comes to them; tasks whose field nobody has said come last, as "".

    A field is the same however its letters are written.
    """
    written: dict[str, str] = {}
    for some in figures.tasks:
        written.setdefault(fold(some.task.field), some.task.field)
    field_of = {some.task.id: fold(some.task.field) for some in figures.tasks}
    order = sorted(written, key=lambda field: not field)
    return [
        (written[field], _of_tasks(figures, {k for k, f in field_of.items() if f == field}))
        for field in order
    ]


def _of_tasks(figures: PlanFigures, wanted: Collection[int]) -> PlanFigures:
    part = narrowed(figures, lambda line: line.task in wanted)
    return replace(part, tasks=tuple(some for some in part.tasks if some.task.id in wanted))


def _total(lines: Iterable[Line]) -> Completeness:
    return sum((line.completeness for line in lines), Completeness())


def _as_of(assignment: Assignment, result: Result | None) -> Assignment:
    if result is None:
        return replace(assignment, status=Status.NOT_STARTED, done_on=None, reported_on=None)
    return replace(assignment, status=result.status, done_on=result.done_on, reported_on=result.reported_on)


def _line(assignment: Assignment, name: str, result: Result | None, cut_off: dt.date) -> Line:
    standing = assignment.standing(cut_off)
    return Line(
        assignment.task,
        assignment.unit,
        name,
        standing,
        assignment.due,
        assignment.done_on,
        assignment.reported_on,
        result.text if result else "",
        result.reason if result else "",
        _days_late(assignment, standing, cut_off),
        assignment.id,
        assignment.first_due,
        result.id if result else 0,
        result.proposal if result else "",
    )


def _days_late(assignment: Assignment, standing: Standing, cut_off: dt.date) -> int:
    end = {Standing.DONE_LATE: assignment.done_on, Standing.OVERDUE: cut_off}.get(standing)
    return (end - assignment.due).days if end and assignment.due else 0


def _indicator(
    task: Task,
    indicator: Indicator,
    assignments: Sequence[Assignment],
    newest: Mapping[int, Result],
    names: Mapping[int, str],
) -> IndicatorFigures:
    values = [
        (assignment.unit, names[assignment.unit], value)
        for assignment in assignments
        if assignment.id in newest
        for key, value in newest[assignment.id].values
        if key == indicator.id
    ]
    return IndicatorFigures(task.id, indicator, tuple(values))
