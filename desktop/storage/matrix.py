"""The assignments of a plan as the matrix of units and tasks needs them, a hundred thousand at once, and handing single ones over."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from desktop.domain.assignment import Status
from desktop.storage.store import Row, Store
from desktop.storage.values import day, id_list

_COLUMNS = "a.unit, a.task, a.id, a.status, a.due, a.done_on, a.reported_on IS NOT NULL"


@dataclass(frozen=True, slots=True)
class State:
    """What is known of an assignment."""

    status: Status
    due: dt.date | None
    done_on: dt.date | None
    reported: bool


Cell = tuple[int, int, int, int]
"""Unit id, task id, assignment id, place of its state among the states."""
Cells = tuple[list[Cell], list[State]]
"""Cells and the states that there are: few, since assignments are much alike."""


def of_plan(store: Store, plan: int) -> Cells:
    """All assignments of a plan, in no order. One statement."""
    return _cells(
        store.rows(
            f"SELECT {_COLUMNS} FROM task JOIN assignment a ON a.task = task.id WHERE task.plan = ?", (plan,)
        )
    )


def of_task(store: Store, task: int) -> Cells:
    """The assignments of one task, in no order. One statement."""
    return _cells(store.rows(f"SELECT {_COLUMNS} FROM assignment a WHERE a.task = ?", (task,)))


def of_unit(store: Store, plan: int, unit: int) -> Cells:
    """The assignments of one unit on a plan, in the order of its tasks. One statement."""
    return _cells(
        store.rows(
            f"SELECT {_COLUMNS} FROM task JOIN assignment a ON a.task = task.id WHERE task.plan = ? AND a.unit = ? "
            "ORDER BY task.position, task.id",
            (plan, unit),
        )
    )


def counts_of_tasks(store: Store, plan: int, today: dt.date) -> dict[int, tuple[int, int, int]]:
    """Task id -> how many assignments it has that apply, how many are finished, how many overdue. One statement."""
    rows = store.rows(
        "SELECT task.id, count(*), sum(a.status = 'done'), coalesce(sum(a.status <> 'done' AND a.due < ?), 0) "
        "FROM task JOIN assignment a ON a.task = task.id WHERE task.plan = ? AND a.status <> 'not_applicable' "
        "GROUP BY task.id",
        (today.isoformat(), plan),
    )
    return {task: (given, done, late) for task, given, done, late in rows}


def by_ids(store: Store, keys: Collection[int]) -> Cells:
    """These assignments, in no order. One statement."""
    return _cells(
        store.rows(
            f"SELECT {_COLUMNS} FROM assignment a WHERE a.id IN (SELECT value FROM json_each(?))",
            (id_list(keys),),
        )
    )


def hand_over(store: Store, keys: Collection[int], to: int) -> int:
    """Give these assignments to the unit `to`, which has none of their tasks yet; returns how many went."""
    return store.run(
        "UPDATE OR IGNORE assignment SET taken_from = unit, unit = :to "
        "WHERE id IN (SELECT value FROM json_each(:keys)) AND unit <> :to",
        {"keys": id_list(keys), "to": to},
    )


def _cells(rows: list[Row]) -> Cells:
    kinds: dict[Row, int] = {}
    cells = [
        (unit, task, key, kinds.setdefault((status, due, done, reported), len(kinds)))
        for unit, task, key, status, due, done, reported in rows
    ]
    states = [State(Status(status), day(due), day(done), bool(seen)) for status, due, done, seen in kinds]
    return cells, states
