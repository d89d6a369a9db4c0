"""What waits on a day over all issued plans: open work, who owes it, reports asked for. Few statements, however many rows there are."""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from desktop.storage.store import Store, Value
from desktop.storage.values import day, id_list

# Work that counts: not finished, of an issued plan, of a unit that exists on the day (product rules 1 and 8).
_OPEN = """
assignment a JOIN task ON task.id = a.task JOIN plan ON plan.id = task.plan
WHERE a.status IN ('not_started', 'in_progress') AND a.due <= :until AND plan.state = 'issued'
AND a.unit NOT IN (SELECT id FROM unit WHERE started > :today OR ended <= :today)
"""
_WORK = (
    f"SELECT a.task, a.due, a.unit, a.reported_on IS NULL, plan.origin IS NULL FROM {_OPEN} ORDER BY a.due"
)

NAME = """
CASE WHEN u.name_start IS NULL OR u.name_start <= :today THEN u.name ELSE coalesce((
  SELECT f.name FROM unit_former_name f WHERE f.unit = u.id AND (f.start IS NULL OR f.start <= :today)
  ORDER BY f.id DESC LIMIT 1), u.name) END
"""
"""The name of the unit `u` borne on :today (product rule 7); nearly always the newest one."""
_DETAILS = f"""
SELECT wanted.key, task.text, plan.id, plan.number, plan.symbol, plan.subject, (
  SELECT json_group_array(name) FROM (
    SELECT {NAME} AS name FROM assignment a JOIN unit u ON u.id = a.unit
    WHERE a.task = task.id AND a.due = json_extract(wanted.value, '$[1]') AND a.status IN ('not_started', 'in_progress')
    AND (NOT :silent OR a.reported_on IS NULL)
    AND (u.started IS NULL OR u.started <= :today) AND (u.ended IS NULL OR :today < u.ended) ORDER BY a.id LIMIT :most))
FROM json_each(:groups) wanted JOIN task ON task.id = json_extract(wanted.value, '$[0]') JOIN plan ON plan.id = task.plan
ORDER BY wanted.key
"""
_CONTACTS = f"""
SELECT u.id, {NAME}, u.person, u.position, u.phone FROM unit u WHERE u.id IN (SELECT value FROM json_each(:units))
"""
_LAST_SAID = """
SELECT a.unit, r.urged_on, r.channel, r.promised_on, max(r.urged_on || printf('%012d', r.id))
FROM assignment a JOIN urging r ON r.assignment = a.id
WHERE a.unit IN (SELECT value FROM json_each(:units)) AND a.status IN ('not_started', 'in_progress') AND a.due < :today
GROUP BY a.unit
"""
_LATE_OF_UNIT = (
    f"SELECT task.plan, a.id FROM {_OPEN} AND a.unit = :unit AND plan.origin IS NULL ORDER BY task.plan, a.id"
)
_ORDERS = """
SELECT p.id, json_extract(d.reading, '$.report') FROM plan p JOIN directive d ON d.id = p.directive
WHERE p.state = 'issued' AND p.origin IS NULL AND json_extract(d.reading, '$.report.deadline') IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM report r WHERE r.plan = p.id AND r.state = 'sent') ORDER BY p.id
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One assignment that is not finished. silent: its unit has never reported on it; is_ours: this office gave it, so its unit can be
    asked for it."""

    task: int
    due: dt.date
    unit: int
    silent: bool
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Detail:
    """The work of one task in words. number: None for a plan without one; names: of the first units that owe it."""

    text: str
    plan: int
    number: int | None
    symbol: str
    subject: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ring in a unit, with the name it bears on the day."""

    name: str
    person: str
    position: str
    phone: str


def work_until(store: Store, today: dt.date, until: dt.date) -> list[Waiting]:
    """Open work that is due on `until` or before, the oldest day first. One statement, read from one index."""
    rows = store.rows(_WORK, {"today": today.isoformat(), "until": until.isoformat()})
    return [
        Waiting(task, cast("dt.date", day(due)), unit, bool(silent), bool(ours))
        for task, due, unit, silent, ours in rows
    ]


def details(
    store: Store, chosen: Sequence[tuple[int, dt.date]], today: dt.date, most: int, *, silent: bool = False
) -> list[Detail]:
    """Work of one task due on one day (task, day) in words, as it is given. most: how many units are named; silent: only those that
    never reported. One statement."""
    wanted = json.dumps([[task, due.isoformat()] for task, due in chosen])
    values: dict[str, Value] = {
        "groups": wanted,
        "today": today.isoformat(),
        "most": most,
        "silent": int(silent),
    }
    return [
        Detail(text, plan, number, symbol, subject, tuple(json.loads(names)))
        for _, text, plan, number, symbol, subject, names in store.rows(_DETAILS, values)
    ]


def contacts(store: Store, units: Iterable[int], today: dt.date) -> dict[int, Contact]:
    """Unit -> whom to ring. One statement."""
    rows = store.rows(_CONTACTS, {"units": id_list(units), "today": today.isoformat()})
    return {unit: Contact(*told) for unit, *told in rows}


def last_said(
    store: Store, units: Iterable[int], today: dt.date
) -> dict[int, tuple[dt.date, str, dt.date | None]]:
    """Unit -> day, channel and promised day of the newest reminder of its overdue work, of those that were reminded. One statement."""
    rows = store.rows(_LAST_SAID, {"units": id_list(units), "today": today.isoformat()})
    return {
        unit: (dt.date.fromisoformat(on), channel, dt.date.fromisoformat(promised) if promised else None)
        for unit, on, channel, promised, _ in rows
    }


def late_of_unit(store: Store, unit: int, today: dt.date) -> dict[int, list[int]]:
    """Plan of ours -> ids of the overdue assignments of a unit. One statement."""
    found: dict[int, list[int]] = {}
    for plan, key in store.rows(_LATE_OF_UNIT, {**_before(today), "unit": unit}):
        found.setdefault(plan, []).append(key)
    return found


def report_orders(store: Store) -> list[tuple[int, str]]:
    """Issued plans of ours without a sent report whose directive names a day to report by: (plan, `ReportOrder` JSON). One statement."""
    return [(plan, text) for plan, text in store.rows(_ORDERS)]


def has_plans(store: Store) -> bool:
    """Whether there is any plan."""
    return store.row("SELECT 1 FROM plan LIMIT 1") is not None


def _before(today: dt.date) -> dict[str, Value]:
    """What `_OPEN` is asked for overdue work."""
    return {"today": today.isoformat(), "until": (today - dt.timedelta(1)).isoformat()}
