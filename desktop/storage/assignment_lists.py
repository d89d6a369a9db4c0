"""All assignments over all plans as lists ask for them: ids of a filter in an order, rows of ids. Changes nothing."""

import datetime as dt
import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.assignment import Standing, Status, standing
from desktop.storage.assignment_filter import CLOSED, LATE, OPEN, Wanted, where
from desktop.storage.store import Row, Store, Value
from desktop.storage.values import day, id_list
from desktop.storage.waiting import NAME


class Order(StrEnum):
    """What a list goes by. FIRST: open work by its last day, then what is finished, the newest first."""

    FIRST = "first"
    TASK = "task"
    UNIT = "unit"
    PLAN = "plan"
    DUE = "due"
    STANDING = "standing"
    REPORTED = "reported"
    URGED = "urged"


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One assignment in words. result: words of its newest result; urged: occasions of reminding; promised_on: promised last."""

    id: int
    task: int
    unit: int
    plan: int
    text: str
    unit_name: str
    subject: str
    number: int | None
    symbol: str
    status: Status
    standing: Standing
    due: dt.date | None
    first_due: dt.date | None
    done_on: dt.date | None
    reported_on: dt.date | None
    result: str
    urged: int
    urged_on: dt.date | None
    promised_on: dt.date | None
    person: str
    position: str
    phone: str


# Each half in the order of an index of its own, so that none is sorted.
_FIRST = (
    f"SELECT a.id FROM assignment a WHERE {OPEN} AND a.due IS NOT NULL AND {{where}} ORDER BY a.due, a.id",
    f"SELECT a.id FROM assignment a WHERE {OPEN} AND a.due IS NULL AND {{where}} ORDER BY a.id",
    f"SELECT a.id FROM assignment a WHERE {CLOSED} AND {{where}} ORDER BY a.due DESC, a.id DESC",
)
_BY_PLACE = """WITH place AS MATERIALIZED (SELECT {key} AS id, row_number() OVER (ORDER BY {by}, {key}) AS at FROM {table})
SELECT a.id FROM place JOIN assignment a ON a.{column} = place.id WHERE {where} ORDER BY place.at {way}, a.due, a.id"""
_BY_PLAN = "task JOIN plan ON plan.id = task.plan"
_PLACES = {
    Order.TASK: ("task", "task.id", "collation_key(task.text)", "task"),
    Order.UNIT: ("unit", "unit.id", "collation_key(unit.name)", "unit"),
    Order.PLAN: (_BY_PLAN, "task.id", "collation_key(plan.subject), plan.id, task.position", "task"),
}
_URGED = "(SELECT count(DISTINCT g.urged_on || g.channel) FROM urging g WHERE g.assignment = a.id)"
# As an officer reads it: what is late, what was not begun, what runs, what is done.
_STANDING = f"""CASE WHEN {LATE} THEN 0 WHEN a.status = 'not_started' THEN 1 WHEN a.status = 'in_progress' THEN 2
WHEN a.status = 'done' THEN 3 ELSE 4 END"""
_KEYS = {
    Order.DUE: "a.due IS NULL, a.due {way}, a.id",
    Order.STANDING: _STANDING + " {way}, a.due, a.id",
    Order.REPORTED: "a.reported_on IS NULL, a.reported_on {way}, a.id",
    Order.URGED: _URGED + " {way}, a.due, a.id",
}
_ROWS = f"""
SELECT a.id, a.task, a.unit, t.plan, t.text, {NAME}, p.subject, p.number, p.symbol, a.status, a.due, a.first_due, a.done_on,
  a.reported_on, coalesce(r.text, ''), {_URGED}, (SELECT max(g.urged_on) FROM urging g WHERE g.assignment = a.id),
  (SELECT g.promised_on FROM urging g WHERE g.assignment = a.id AND g.promised_on IS NOT NULL ORDER BY g.urged_on DESC, g.id DESC),
  u.person, u.position, u.phone
FROM json_each(:ids) wanted JOIN assignment a ON a.id = wanted.value JOIN task t ON t.id = a.task JOIN plan p ON p.id = t.plan
JOIN unit u ON u.id = a.unit LEFT JOIN result r ON r.id = a.result ORDER BY wanted.key
"""
_PLANS_OF = """
SELECT t.plan, a.id FROM json_each(?) wanted JOIN assignment a ON a.id = wanted.value JOIN task t ON t.id = a.task ORDER BY wanted.key
"""


def ids(
    store: Store, wanted: Wanted, today: dt.date, order: Order = Order.FIRST, *, down: bool = False
) -> "array[int]":
    """Ids of assignments in an order; down: from its end to its beginning. One statement, three for `Order.FIRST`, which has one
    direction only."""
    condition, values = where(store, wanted, today)
    if order in _PLACES:
        table, key, by, column = _PLACES[order]
        sql = _BY_PLACE.format(table=table, key=key, by=by, column=column, where=condition, way=_way(down))
    elif order is Order.FIRST:
        found = array("q")
        for part in _FIRST:
            found.fromlist(_ids(store, part.format(where=condition), values))
        return found
    else:
        sql = (
            f"SELECT a.id FROM assignment a WHERE {condition} ORDER BY {_KEYS[order].format(way=_way(down))}"
        )
    return array("q", _ids(store, sql, values))


def rows(store: Store, keys: Sequence[int], today: dt.date) -> list[AssignmentRow]:
    """These assignments in words, in the order given; those that are gone are left out. One statement."""
    found = store.rows(_ROWS, {"ids": id_list(keys), "today": today.isoformat()})
    return [_row(one, today) for one in found]


def plans_of(store: Store, keys: Sequence[int]) -> dict[int, list[int]]:
    """Plan -> those of these assignments that are on it, in the order given. One statement."""
    found: dict[int, list[int]] = {}
    for plan, key in store.rows(_PLANS_OF, (id_list(keys),)):
        found.setdefault(plan, []).append(key)
    return found


def has_any(store: Store) -> bool:
    """Whether there is any assignment."""
    return store.row("SELECT 1 FROM assignment LIMIT 1") is not None


def _ids(store: Store, sql: str, values: Mapping[str, Value]) -> list[int]:
    """Ids as one JSON text: of 200,000 a third of the time of as many rows. The aggregate keeps the order of what it is given."""
    told: list[int] = json.loads(store.value(f"SELECT json_group_array(id) FROM ({sql})", values))
    return told


def _way(down: bool) -> str:  # noqa: FBT001 - one flag
    return "DESC" if down else "ASC"


def _row(found: Row, today: dt.date) -> AssignmentRow:
    (key, task, unit, plan, text, name, subject, number, symbol, status, due, first, done, reported) = found[
        :14
    ]
    result, urged, urged_on, promised, person, position, phone = found[14:]
    said, last, done_on = Status(status), day(due), day(done)
    return AssignmentRow(
        id=key,
        task=task,
        unit=unit,
        plan=plan,
        text=" ".join(text.split()),
        unit_name=name,
        subject=subject,
        number=number,
        symbol=symbol,
        status=said,
        standing=standing(said, last, done_on, today),
        due=last,
        first_due=day(first),
        done_on=done_on,
        reported_on=day(reported),
        result=" ".join(result.split()),
        urged=urged,
        urged_on=day(urged_on),
        promised_on=day(promised),
        person=person,
        position=position,
        phone=phone,
    )
