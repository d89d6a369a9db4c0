"""Result forms that went out and what came back: when a unit was sent its form of a plan, and what it has reported since."""

import datetime as dt
from dataclasses import dataclass

from desktop.storage import audit
from desktop.storage.store import Store
from desktop.storage.values import day
from desktop.storage.waiting import NAME

_SENT = "forms_sent"

_COUNTS = """
SELECT task.plan, count(DISTINCT a.unit), count(DISTINCT CASE WHEN a.reported_on IS NOT NULL THEN a.unit END)
FROM plan JOIN task ON task.plan = plan.id JOIN assignment a ON a.task = task.id
WHERE plan.state = 'issued' AND a.status <> 'not_applicable'
AND a.unit NOT IN (SELECT id FROM unit WHERE started > :today OR ended <= :today)
GROUP BY task.plan
"""
_UNITS = f"""
SELECT u.id, {NAME}, u.person, u.phone, count(*), count(a.reported_on),
  min(CASE WHEN a.status IN ('not_started', 'in_progress') AND a.due < :today THEN a.due END),
  max((SELECT max(r.reported_on) FROM result r WHERE r.assignment = a.id AND r.source LIKE 'form:%'))
FROM task JOIN assignment a ON a.task = task.id JOIN unit u ON u.id = a.unit
WHERE task.plan = :plan AND a.status <> 'not_applicable'
AND (u.started IS NULL OR u.started <= :today) AND (u.ended IS NULL OR :today < u.ended)
GROUP BY u.id
"""

# One filled form is told by its name, its plan and its unit; a form that was taken in again under the same name is its last time.
_HISTORY = f"""
SELECT at, 1, plan, CASE units WHEN 1 THEN unit END, units, '' FROM (
  SELECT audit.at, audit.key AS plan, json_array_length(audit.detail, '$.units') AS units,
    json_extract(audit.detail, '$.units[0]') AS unit
  FROM audit WHERE audit.noun = 'plan' AND audit.action = '{_SENT}')
UNION ALL
SELECT max(r.made_at), 0, task.plan, a.unit, 1, substr(r.source, 6)
FROM result r JOIN assignment a ON a.id = r.assignment JOIN task ON task.id = a.task WHERE r.source LIKE 'form:%'
GROUP BY r.source, task.plan, a.unit
ORDER BY 1 DESC, 2 LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms that went out at once, or one that came in. at: moment in UTC (ISO); plan: id; unit: id where it is one; units: how many;
    file_name: of one that came in."""

    at: str
    is_ours: bool
    plan: int
    unit: int | None
    units: int
    file_name: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of a plan. given, reported: its assignments, those reported on; late_since: the oldest day of open work that is past;
    form_on: the day its newest form was taken in; sent_at: the moment its form was last written, None where it never was."""

    id: int
    name: str
    person: str
    phone: str
    given: int
    reported: int
    late_since: dt.date | None
    form_on: dt.date | None
    sent_at: dt.datetime | None


def note_sent(store: Store, plan: int, units: list[int]) -> None:
    """Record that the forms of these units were written for sending. It outlives undo: the files are out."""
    audit.note(store, _SENT, "plan", plan, units=units)


def history(store: Store, limit: int) -> list[Forms]:
    """What went and came, the last first. One statement."""
    rows = store.rows(_HISTORY, {"limit": limit})
    return [Forms(at, bool(ours), plan, unit, many or 0, name) for at, ours, plan, unit, many, name in rows]


def counts(store: Store, today: dt.date) -> dict[int, tuple[int, int]]:
    """Issued plan of ours -> (units with work, those that reported anything). One statement."""
    found = store.rows(_COUNTS, {"today": today.isoformat()})
    return {plan: (units, reported) for plan, units, reported in found}


def last_sent(store: Store) -> dict[int, dt.datetime]:
    """Plan -> the moment forms of it were last written. One statement."""
    found = store.rows(
        "SELECT key, max(at) FROM audit WHERE noun = 'plan' AND action = ? GROUP BY key", (_SENT,)
    )
    return {plan: dt.datetime.fromisoformat(at) for plan, at in found}


def units_of(store: Store, plan: int, today: dt.date) -> list[UnitRow]:
    """The units with work of a plan, under their names of `today`. Two statements."""
    sent: dict[int, str] = dict(
        store.rows(
            "SELECT unit.value, max(audit.at) FROM audit, json_each(audit.detail, '$.units') unit "
            "WHERE audit.noun = 'plan' AND audit.key = ? AND audit.action = ? GROUP BY unit.value",
            (plan, _SENT),
        )
    )
    rows = store.rows(_UNITS, {"plan": plan, "today": today.isoformat()})
    return [
        UnitRow(key, name, person, phone, given, reported, day(late), day(form), _moment(sent.get(key)))
        for key, name, person, phone, given, reported, late, form in rows
    ]


def _moment(stamp: str | None) -> dt.datetime | None:
    return None if stamp is None else dt.datetime.fromisoformat(stamp)
