"""All assignments over all plans, as the page Nhiệm vụ shows them: list, month, units, one in detail. Changes nothing."""

import calendar
import datetime as dt
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.follow_up import ChecklistItem, Extension, Urging
from desktop.domain.plan import Plan, PlanState
from desktop.domain.result import MERGED, Result
from desktop.domain.task import Task
from desktop.domain.working_days import is_working
from desktop.errors import NotFound
from desktop.services.public_holidays import names_of
from desktop.services.workspace import Workspace
from desktop.storage import assignment_counts, assignment_lists, follow_ups, plans, results, tasks, units
from desktop.storage.assignment_counts import UnitCounts
from desktop.storage.assignment_filter import Show, Wanted
from desktop.storage.assignment_lists import AssignmentRow, Order

__all__ = ["AssignmentRow", "Order", "Show", "UnitCounts", "Wanted"]

_FIRST = 3
"""Tasks that a day of the month names."""


@dataclass(frozen=True, slots=True)
class DayTask:
    """A task of a day. many: units that have it; open: of these, how many have not finished it."""

    task: int
    text: str
    many: int
    open: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month. is_off: the office does not work; holiday: what it is called, "" for none; many, open: assignments due;
    tasks: how many; first: the first of them."""

    day: dt.date
    is_off: bool
    holiday: str
    many: int
    open: int
    tasks: int
    first: tuple[DayTask, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The weeks, from Monday to Sunday, that hold a month; first: its first day."""

    first: dt.date
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """One assignment. results, urgings: the newest first, before them what was put together of results of several offices."""

    row: AssignmentRow
    task: Task
    results: tuple[Result, ...]
    urgings: tuple[Urging, ...]
    extensions: tuple[Extension, ...]
    checklist: tuple[ChecklistItem, ...]


def ids(work: Workspace, wanted: Wanted, order: Order = Order.FIRST, *, down: bool = False) -> "array[int]":
    """Ids of the assignments of a filter in an order."""
    return assignment_lists.ids(work.store, wanted, work.today(), order, down=down)


def overdue_ids(work: Workspace, wanted: Wanted) -> "array[int]":
    """Of the assignments of a filter, those that are overdue."""
    kinds = wanted.show & {Show.SILENT} | {Show.OVERDUE}
    return ids(work, replace(wanted, show=frozenset(kinds)))


def rows(work: Workspace, keys: Sequence[int]) -> list[AssignmentRow]:
    """These in words, in their order."""
    return assignment_lists.rows(work.store, keys, work.today())


def count(work: Workspace, wanted: Wanted) -> int:
    """How many assignments a filter leaves."""
    return assignment_counts.count(work.store, wanted, work.today())


def counts(work: Workspace, wanted: Wanted) -> dict[Show, int]:
    """How much there is of each kind of work."""
    return assignment_counts.counts(work.store, wanted, work.today())


def by_unit(work: Workspace, wanted: Wanted) -> list[UnitCounts]:
    """Counts of the units that have any of it."""
    return assignment_counts.by_unit(work.store, wanted, work.today())


def month(work: Workspace, wanted: Wanted, first: dt.date) -> Month:
    """The month that begins on `first`, in whole weeks. One statement on assignments."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    shown = [day for week in weeks for day in week]
    told = _within(wanted, shown[0], shown[-1])
    held: dict[dt.date, list[DayTask]] = {}
    for one in assignment_counts.days(work.store, told, work.today()):
        held.setdefault(one.due, []).append(DayTask(one.task, " ".join(one.text.split()), one.many, one.open))
    rules, named = work.rules(shown), names_of({day.year for day in shown})
    return Month(
        first, tuple(_day(day, held.get(day, ()), not is_working(day, rules), named) for day in shown)
    )


def of_month(wanted: Wanted, first: dt.date) -> Wanted:
    """The filter within the month that begins on `first`."""
    last = calendar.monthrange(first.year, first.month)[1]
    return _within(wanted, first, first.replace(day=last))


def running_plans(work: Workspace) -> list[Plan]:
    """Issued plans that are not closed, the newest first."""
    return plans.heads(work.store, PlanState.ISSUED)[::-1]


def unit_name(work: Workspace, key: int) -> str:
    """Name of a unit today. Raises `NotFound`."""
    return units.get(work.store, key).name_on(work.today())


def group_name(work: Workspace, key: int) -> str:
    """Name of a group; "" where there is none any more."""
    return next((group.name for group in units.groups(work.store) if group.id == key), "")


def has_any(work: Workspace) -> bool:
    """Whether anything was ever given out."""
    return assignment_lists.has_any(work.store)


def details(work: Workspace, key: int) -> Details:
    """One assignment with all that was said of it. Raises `NotFound`."""
    found = rows(work, [key])
    if not found:
        raise NotFound("assignment", key)
    row = found[0]
    said = follow_ups.urgings_of_unit(work.store, row.plan, row.unit)
    later = follow_ups.extensions_of(work.store, key)
    newest = results.newest_of(work.store, [key])[key]
    merged = [newest] if newest is not None and newest.source == MERGED else []
    return Details(
        row,
        tasks.get(work.store, row.task),
        (*merged, *results.history(work.store, key)[::-1]),
        tuple(one for one in said[::-1] if one.assignment == key),
        tuple(later[::-1]),
        tuple(follow_ups.checklist(work.store, [key])),
    )


def _within(wanted: Wanted, first: dt.date, last: dt.date) -> Wanted:
    return replace(wanted, since=max(first, wanted.since or first), until=min(last, wanted.until or last))


def _day(day: dt.date, held: Sequence[DayTask], is_off: bool, named: dict[dt.date, str]) -> Day:  # noqa: FBT001
    return Day(
        day,
        is_off,
        named.get(day, ""),
        sum(one.many for one in held),
        sum(one.open for one in held),
        len(held),
        tuple(held[:_FIRST]),
    )
