"""Counts over assignments of a filter: kinds of work, days of a calendar, units; and open work with its days. Changes nothing."""

import datetime as dt
import json
from dataclasses import dataclass, replace

from desktop.storage.assignment_filter import LATE, OPEN, SHOWN, THERE, Show, Wanted, where
from desktop.storage.store import Store
from desktop.storage.waiting import NAME


@dataclass(frozen=True, slots=True)
class DayGroup:
    """One task that units have by the same day. open: how many have not finished it."""

    due: dt.date
    task: int
    text: str
    many: int
    open: int


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """Giao · Đã báo cáo · Hoàn thành · Đúng hạn · Trễ · Quá hạn · Chưa báo cáo of one unit (`roll_up.Completeness` says what each
    counts; overdue: of the late, what is still open)."""

    unit: int
    name: str
    phone: str
    assigned: int
    reported: int
    done: int
    on_time: int
    late: int
    overdue: int
    missing: int


@dataclass(frozen=True, slots=True)
class DatedTask:
    """One task with the units that still have it by one day. uid: of the task."""

    uid: str
    due: dt.date
    text: str
    subject: str
    number: int | None
    symbol: str
    names: tuple[str, ...]


_DAYS = f"""
SELECT a.due, a.task, t.text, count(*), sum({OPEN}) FROM assignment a JOIN task t ON t.id = a.task
WHERE {{where}} AND a.due IS NOT NULL AND a.status <> 'not_applicable' GROUP BY a.due, a.task ORDER BY a.due, sum({OPEN}) = 0, a.task
"""
_BY_UNIT = f"""
SELECT u.id, {NAME}, u.phone, c.given, c.reported, c.done, c.on_time, c.late, c.overdue, c.missing
FROM (SELECT a.unit, count(*) AS given, sum(a.reported_on IS NOT NULL) AS reported, sum(a.status = 'done') AS done,
  sum(a.status = 'done' AND NOT coalesce(a.done_on > a.due, 0)) AS on_time,
  coalesce(sum(a.status = 'done' AND a.done_on > a.due OR {LATE}), 0) AS late,
  coalesce(sum({LATE}), 0) AS overdue, sum(a.reported_on IS NULL) AS missing
  FROM assignment a WHERE {{where}} AND {THERE} AND a.status <> 'not_applicable' GROUP BY a.unit) c
JOIN unit u ON u.id = c.unit ORDER BY collation_key(u.name), u.id
"""
_DATED = f"""
SELECT t.uid, a.due, t.text, p.subject, p.number, p.symbol, json_group_array({NAME})
FROM assignment a JOIN task t ON t.id = a.task JOIN plan p ON p.id = t.plan JOIN unit u ON u.id = a.unit
WHERE {{where}} AND {OPEN} AND {THERE} AND a.due IS NOT NULL GROUP BY a.due, a.task ORDER BY a.due, p.id, t.position
"""


def count(store: Store, wanted: Wanted, today: dt.date) -> int:
    """How many there are. One statement."""
    condition, values = where(store, wanted, today)
    return int(store.value(f"SELECT count(*) FROM assignment a WHERE {condition}", values))


def counts(store: Store, wanted: Wanted, today: dt.date) -> dict[Show, int]:
    """How much there is of each kind, whatever kinds `wanted` names. One statement."""
    condition, values = where(store, replace(wanted, show=frozenset()), today)
    sums = ", ".join(f"coalesce(sum({kind}), 0)" for kind in SHOWN.values())
    found = store.row(f"SELECT {sums} FROM assignment a WHERE {condition}", values)
    assert found is not None
    return dict(zip(SHOWN, found, strict=True))


def days(store: Store, wanted: Wanted, today: dt.date) -> list[DayGroup]:
    """Tasks by the last day of their work, those with open work first within a day. `since` and `until` should be told. One statement."""
    condition, values = where(store, wanted, today)
    found = store.rows(_DAYS.format(where=condition), values)
    return [DayGroup(dt.date.fromisoformat(due), *rest) for due, *rest in found]


def by_unit(store: Store, wanted: Wanted, today: dt.date) -> list[UnitCounts]:
    """Counts of units that exist on the day, by the alphabet; what does not apply is left out. One statement."""
    condition, values = where(store, wanted, today)
    return [UnitCounts(*one) for one in store.rows(_BY_UNIT.format(where=condition), values)]


def dated(store: Store, wanted: Wanted, today: dt.date) -> list[DatedTask]:
    """Open work with a last day, for a calendar: one task with the units that have it by one day. One statement."""
    condition, values = where(store, wanted, today)
    found = store.rows(_DATED.format(where=condition), values)
    return [
        DatedTask(uid, dt.date.fromisoformat(due), text, subject, number, symbol, tuple(json.loads(names)))
        for uid, due, text, subject, number, symbol, names in found
    ]
