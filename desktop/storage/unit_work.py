"""What hangs on units: their open work, how much would move with a change, and whether anything names them at all."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.assignment import Status
from desktop.storage import tables
from desktop.storage.store import Store
from desktop.storage.values import day, id_list

_OPEN = "a.status IN ('not_started', 'in_progress')"
_ISSUED = "JOIN task ON task.id = a.task JOIN plan ON plan.id = task.plan AND plan.state = 'issued'"


@dataclass(frozen=True, slots=True)
class OpenTask:
    """One open assignment of an issued plan. text: of the task; subject: of the plan; due: the last day that counts."""

    assignment: int
    task: int
    plan: int
    text: str
    subject: str
    status: Status
    due: dt.date | None


def open_counts(store: Store, today: dt.date) -> dict[int, tuple[int, int]]:
    """Unit id -> (open assignments, those of them that are overdue) over issued plans. One statement."""
    found = store.rows(
        f"SELECT a.unit, count(*), sum(a.due IS NOT NULL AND a.due < ?) FROM assignment a {_ISSUED} WHERE {_OPEN} GROUP BY a.unit",
        (today.isoformat(),),
    )
    return {unit: (count, late) for unit, count, late in found}


def open_tasks(store: Store, unit: int) -> list[OpenTask]:
    """The open work of one unit, the nearest day first, without one last. One statement."""
    found = store.rows(
        f"SELECT a.id, task.id, plan.id, task.text, plan.subject, a.status, a.due FROM assignment a {_ISSUED} "
        f"WHERE {_OPEN} AND a.unit = ? ORDER BY a.due IS NULL, a.due, a.id",
        (unit,),
    )
    return [
        OpenTask(key, task, plan, text, subject, Status(status), day(due))
        for key, task, plan, text, subject, status, due in found
    ]


def living(store: Store) -> list[tuple[int, str, str, int | None]]:
    """(id, newest name, code, superior) of every unit that has not ended, in no order. One statement."""
    return store.rows("SELECT id, name, code, parent FROM unit WHERE ended IS NULL")


def moving(store: Store, keys: Iterable[int]) -> tuple[int, int]:
    """(open assignments of these units, those finished or set aside), over all plans. One statement."""
    row = store.row(
        f"SELECT coalesce(sum({_OPEN}), 0), coalesce(sum(NOT {_OPEN}), 0) FROM assignment a "
        "WHERE a.unit IN (SELECT value FROM json_each(?))",
        (id_list(keys),),
    )
    assert row is not None
    return int(row[0]), int(row[1])


def named_anywhere(store: Store, keys: Iterable[int]) -> set[int]:
    """Those of these units that a task, an assignment, a package or another unit's history names. One statement."""
    wanted = "(SELECT value FROM json_each(:keys))"
    found = store.rows(
        f"SELECT unit FROM assignment WHERE unit IN {wanted} UNION SELECT taken_from FROM assignment WHERE taken_from IN {wanted} "
        f"UNION SELECT unit FROM party WHERE unit IN {wanted} UNION SELECT unit FROM package WHERE unit IN {wanted} "
        f"UNION SELECT unit FROM sent_package WHERE unit IN {wanted} UNION SELECT unit FROM peer WHERE unit IN {wanted} "
        f"UNION SELECT successor FROM unit WHERE successor IN {wanted}",
        {"keys": id_list(keys)},
    )
    return {key for (key,) in found}


def group_is_named(store: Store, group: int) -> bool:
    """Whether a task was given to the group."""
    return bool(store.value("SELECT EXISTS (SELECT 1 FROM party WHERE unit_group = ?)", (group,)))


def remove(store: Store, key: int) -> None:
    """Remove a unit that nothing names. Raises `NotFound`."""
    store.delete(tables.Unit, key)


def remove_group(store: Store, key: int) -> None:
    """Remove a group; its members stay. Raises `NotFound`."""
    store.delete(tables.UnitGroup, key)
