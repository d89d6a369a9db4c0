"""Tasks with their parties, indicators and checklists, and who was given them. Status changes come from `results` alone."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from desktop.domain.assignment import Assignment, Status
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.task import Indicator, Party, Task
from desktop.errors import NotFound
from desktop.storage.store import Row, Store, Value
from desktop.storage.values import day, id_list, iso, new_uid, new_uids

_FIELDS = (
    "plan, position, text, deadline_text, deadline_date, deadline_operator, deadline_recurrence, deadline_start, "
    "deliverable, checklist, is_report, source, field"
)
_MARKS = ", ".join("?" * 15)
_COLUMNS = f"id, uid, {_FIELDS}"

# Leads of the tasks: units themselves and the members of groups on the day, so far as they exist then.
_ASSIGN = """
WITH given(task, due) AS MATERIALIZED (SELECT CAST(key AS INTEGER), value FROM json_each(:due)),
led(task, unit, position) AS (
  SELECT party.task, party.unit, task.position FROM party JOIN task ON task.id = party.task
    WHERE task.plan = :plan AND party.is_lead AND party.unit IS NOT NULL
  UNION SELECT party.task, m.unit, task.position FROM party JOIN task ON task.id = party.task
    JOIN group_member m ON m.unit_group = party.unit_group
      AND (m.start IS NULL OR m.start <= :day) AND (m."end" IS NULL OR :day < m."end")
    WHERE task.plan = :plan AND party.is_lead)
INSERT INTO assignment(task, unit, due)
SELECT led.task, led.unit, given.due FROM led JOIN unit ON unit.id = led.unit
  AND (unit.started IS NULL OR unit.started <= :day) AND (unit.ended IS NULL OR :day < unit.ended)
LEFT JOIN given ON given.task = led.task
WHERE true ORDER BY led.position, led.task, led.unit
ON CONFLICT (task, unit) DO NOTHING
"""
_STEPS = """
INSERT INTO checklist_item(assignment, position, text)
SELECT a.id, step.key, step.value FROM assignment a JOIN task ON task.id = a.task, json_each(task.checklist) AS step
WHERE a.id > ? AND task.plan = ? AND task.checklist <> '[]' ORDER BY a.id, step.key
"""


def add_all(store: Store, plan: int, tasks: Sequence[Task]) -> list[Task]:
    """Add tasks at the end of a plan, in their order; returns them with ids, uids, plan and positions."""
    with store.bulk():
        after = store.value("SELECT coalesce(max(position), -1) + 1 FROM task WHERE plan = ?", (plan,))
        keys, uids = count(store.next_id("task")), iter(new_uids(len(tasks)))
        indicators = count(store.next_id("indicator"))
        kept = [
            replace(
                task,
                id=next(keys),
                uid=task.uid or uid,
                plan=plan,
                position=after + place,
                indicators=tuple(
                    replace(i, id=next(indicators), uid=i.uid or new_uid()) for i in task.indicators
                ),
            )
            for place, (task, uid) in enumerate(zip(tasks, uids, strict=True))
        ]
        store.run_many(f"INSERT INTO task({_COLUMNS}) VALUES ({_MARKS})", map(_fields, kept))
        _add_parties(store, kept)
        _add_indicators(store, kept)
    return kept


def save(store: Store, task: Task) -> Task:
    """Replace all that is kept of one task; indicators keep their results by their id, a new one has id 0. Raises `NotFound`."""
    columns = f"uid, {_FIELDS}".replace(", ", " = ?, ")
    with store.transaction():
        if not store.run(f"UPDATE task SET {columns} = ? WHERE id = ?", (*_fields(task)[1:], task.id)):
            raise NotFound("task", task.id)
        store.run("DELETE FROM party WHERE task = ?", (task.id,))
        _add_parties(store, (task,))
        return replace(task, indicators=_save_indicators(store, task))


def remove(store: Store, key: int) -> None:
    """Remove a task with its assignments and their results. Raises `NotFound`."""
    if not store.run("DELETE FROM task WHERE id = ?", (key,)):
        raise NotFound("task", key)


def reorder(store: Store, plan: int, keys: Sequence[int]) -> None:
    """Put the tasks of a plan in the order of `keys`; those not named keep their position."""
    with store.transaction():
        store.run_many(
            "UPDATE task SET position = ? WHERE id = ? AND plan = ?",
            [(at, key, plan) for at, key in enumerate(keys)],
        )


def of_plan(store: Store, plan: int) -> list[Task]:
    """The tasks of a plan in their order. Three statements, however many there are."""
    chosen = "FROM {0} JOIN task ON task.id = {0}.task WHERE task.plan = ? ORDER BY {0}.id"
    return _tasks(
        store.rows(f"SELECT {_COLUMNS} FROM task WHERE plan = ? ORDER BY position, id", (plan,)),
        store.rows(f"SELECT task, is_lead, written, unit, unit_group {chosen.format('party')}", (plan,)),
        store.rows(
            "SELECT task, indicator.id, indicator.uid, name, unit_of_measure "
            + chosen.format("indicator").replace("indicator.id", "indicator.position"),
            (plan,),
        ),
    )


def get(store: Store, key: int) -> Task:
    """One task. Raises `NotFound`."""
    plan = store.value("SELECT plan FROM task WHERE id = ?", (key,))
    if plan is None:
        raise NotFound("task", key)
    return next(task for task in of_plan(store, plan) if task.id == key)


def assign(store: Store, plan: int, on: dt.date, due_by_task: Mapping[int, dt.date | None]) -> int:
    """Give every task of a plan to its leads; a group stands for its members on the day `on` and stays so.

    Units that do not exist on that day get nothing, assignments that are there are left alone. due_by_task: task id -> last day
    that counts. Each new assignment gets the steps of its task's checklist. Returns how many assignments were made.
    """
    due = json.dumps({key: iso(date) for key, date in due_by_task.items() if date is not None})
    with store.bulk():
        last = store.next_id("assignment") - 1
        made = store.run(_ASSIGN, {"plan": plan, "day": on.isoformat(), "due": due})
        store.run(_STEPS, (last, plan))
    return made


_STATUS = {status.value: status for status in Status}
_ASSIGNMENT = "a.id, a.task, a.unit, a.status, a.due, a.done_on, a.reported_on, a.taken_from, a.first_due"


def assignments_of_plan(store: Store, plan: int) -> list[Assignment]:
    """All assignments of a plan, by task in the plan's order, then as given out."""
    return _assignments(
        store.rows(
            f"SELECT {_ASSIGNMENT} FROM task JOIN assignment a ON a.task = task.id WHERE task.plan = ? "
            "ORDER BY task.position, task.id, a.id",
            (plan,),
        )
    )


def assignments_of_unit(store: Store, unit: int) -> list[Assignment]:
    """All assignments of a unit, the nearest due day first, without one last."""
    return _assignments(
        store.rows(
            f"SELECT {_ASSIGNMENT} FROM assignment a WHERE a.unit = ? ORDER BY a.due IS NULL, a.due, a.id",
            (unit,),
        )
    )


def open_assignments(store: Store, until: dt.date) -> list[Assignment]:
    """Not finished and due on `until` or before, over issued plans, the oldest first."""
    return _assignments(
        store.rows(
            f"SELECT {_ASSIGNMENT} FROM assignment a JOIN task ON task.id = a.task JOIN plan ON plan.id = task.plan "
            "WHERE a.status IN ('not_started', 'in_progress') AND a.due <= ? AND plan.state = 'issued' ORDER BY a.due, a.id",
            (until.isoformat(),),
        )
    )


def plans_of_assignments(store: Store, keys: Iterable[int]) -> dict[int, int]:
    """Assignment id -> plan id, of those that there are."""
    return dict(
        store.rows(
            "SELECT a.id, task.plan FROM assignment a JOIN task ON task.id = a.task "
            "WHERE a.id IN (SELECT value FROM json_each(?))",
            (id_list(keys),),
        )
    )


def move_open(store: Store, unit: int, successor: int) -> int:
    """Hand the open work of `unit` to `successor` (product rule 7); returns how much. What the successor has already stays where it is."""
    return store.run(
        "UPDATE assignment SET taken_from = unit, unit = :to WHERE unit = :unit AND status IN ('not_started', 'in_progress') "
        "AND NOT EXISTS (SELECT 1 FROM assignment o WHERE o.task = assignment.task AND o.unit = :to)",
        {"unit": unit, "to": successor},
    )


def _assignments(rows: list[Row]) -> list[Assignment]:
    return [
        Assignment(
            key, task, unit, _STATUS[status], day(due), day(done), day(reported), taken_from, day(first)
        )
        for key, task, unit, status, due, done, reported, taken_from, first in rows
    ]


def _tasks(rows: list[Row], parties: list[Row], indicators: list[Row]) -> list[Task]:
    named: dict[tuple[int, int], list[Party]] = {}
    for task, is_lead, *party in parties:
        named.setdefault((task, is_lead), []).append(Party(*party))
    counted: dict[int, list[Indicator]] = {}
    for task, *indicator in indicators:
        counted.setdefault(task, []).append(Indicator(*indicator))
    return [
        Task(
            id=key,
            uid=uid,
            plan=plan,
            position=position,
            text=text,
            leads=tuple(named.get((key, 1), ())),
            coordinating=tuple(named.get((key, 0), ())),
            deadline=_deadline(row[:5]),
            deliverable=row[5],
            indicators=tuple(counted.get(key, ())),
            checklist=tuple(json.loads(row[6])),
            is_report=bool(row[7]),
            source=row[8],
            field=row[9],
        )
        for key, uid, plan, position, text, *row in rows
    ]


def _deadline(row: Sequence[str | None]) -> Deadline | None:
    text, date, operator, recurrence, start = row
    if text is None:
        return None
    return Deadline(text, day(date), None if operator is None else Operator(operator), recurrence, day(start))


def _fields(task: Task) -> tuple[Value, ...]:
    deadline = task.deadline
    words = (
        (None,) * 5
        if deadline is None
        else (
            deadline.text,
            iso(deadline.date),
            None if deadline.operator is None else deadline.operator.value,
            deadline.recurrence,
            iso(deadline.start),
        )
    )
    checklist = json.dumps(task.checklist, ensure_ascii=False)
    head = (task.id, task.uid, task.plan, task.position, task.text)
    return (*head, *words, task.deliverable, checklist, int(task.is_report), task.source, task.field)


def _add_parties(store: Store, tasks: Iterable[Task]) -> None:
    def rows() -> Iterator[tuple[Value, ...]]:
        for task in tasks:
            for is_lead, parties in ((1, task.leads), (0, task.coordinating)):
                for party in parties:
                    yield task.id, is_lead, party.written, party.unit, party.group

    store.run_many(
        "INSERT INTO party(task, is_lead, written, unit, unit_group) VALUES (?, ?, ?, ?, ?)", rows()
    )


def _add_indicators(store: Store, tasks: Iterable[Task]) -> None:
    rows = [
        (i.id, i.uid, task.id, at, i.name, i.unit_of_measure)
        for task in tasks
        for at, i in enumerate(task.indicators)
    ]
    store.run_many(
        "INSERT INTO indicator(id, uid, task, position, name, unit_of_measure) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, "
        "unit_of_measure = excluded.unit_of_measure",
        rows,
    )


def _save_indicators(store: Store, task: Task) -> tuple[Indicator, ...]:
    new = count(store.next_id("indicator"))
    kept = tuple(replace(i, id=i.id or next(new), uid=i.uid or new_uid()) for i in task.indicators)
    store.run(
        "DELETE FROM indicator WHERE task = ? AND id NOT IN (SELECT value FROM json_each(?))",
        (task.id, id_list(i.id for i in kept)),
    )
    _add_indicators(store, (replace(task, indicators=kept),))
    return kept
