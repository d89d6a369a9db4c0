"""Steps of assignments, days extended with the first one kept, and the log of reminders. None of them changes a status."""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from itertools import count

from desktop.domain.follow_up import Channel, ChecklistItem, Extension, Urging
from desktop.errors import NotFound
from desktop.storage import tables
from desktop.storage.store import Store, Value
from desktop.storage.values import day, id_list, iso, new_uid, new_uids

_OF_TASK = "assignment IN (SELECT id FROM assignment WHERE task = :task)"
_SET_STEPS = (
    f"DELETE FROM checklist_item WHERE {_OF_TASK} AND text NOT IN (SELECT value FROM json_each(:steps))",
    """
INSERT INTO checklist_item(assignment, position, text)
SELECT a.id, step.key, step.value FROM assignment a, json_each(:steps) AS step
WHERE a.task = :task AND NOT EXISTS (SELECT 1 FROM checklist_item c WHERE c.assignment = a.id AND c.text = step.value)
ORDER BY a.id, step.key
""",
    f"UPDATE checklist_item SET position = (SELECT min(key) FROM json_each(:steps) WHERE value = text) WHERE {_OF_TASK}",
)


def checklist(store: Store, assignments: Iterable[int]) -> list[ChecklistItem]:
    """The steps of these assignments, in their order."""
    rows = store.rows(
        "SELECT id, assignment, position, text, done_on FROM checklist_item "
        "WHERE assignment IN (SELECT value FROM json_each(?)) ORDER BY assignment, position, id",
        (id_list(assignments),),
    )
    return [ChecklistItem(own, key, position, text, day(done)) for own, key, position, text, done in rows]


def tick(store: Store, item: int, on: dt.date | None) -> None:
    """Mark one step as done on a day, or as not done. Raises `NotFound`."""
    if not store.run("UPDATE checklist_item SET done_on = ? WHERE id = ?", (iso(on), item)):
        raise NotFound("checklist_item", item)


def set_checklist(store: Store, assignment: int, items: Sequence[ChecklistItem]) -> None:
    """Replace the steps of one assignment, in the order given; those with an id keep it."""
    new = count(store.next_id("checklist_item"))
    with store.transaction():
        store.run("DELETE FROM checklist_item WHERE assignment = ?", (assignment,))
        store.run_many(
            "INSERT INTO checklist_item(id, assignment, position, text, done_on) VALUES (?, ?, ?, ?, ?)",
            [
                (item.id or next(new), assignment, at, item.text, iso(item.done_on))
                for at, item in enumerate(items)
            ],
        )


def set_steps_of_task(store: Store, task: int, steps: Sequence[str]) -> None:
    """Give every assignment of a task these steps; those that stay keep the day on which they were done. Three statements."""
    told: dict[str, Value] = {"task": task, "steps": json.dumps(steps, ensure_ascii=False)}
    with store.transaction():
        for sql in _SET_STEPS:
            store.run(sql, told)


def extend(store: Store, extension: Extension) -> None:
    """Give an assignment its later day; its first one is kept for counting both ways. Raises `NotFound`."""
    with store.transaction():
        row = store.row("SELECT due FROM assignment WHERE id = ?", (extension.assignment,))
        if row is None:
            raise NotFound("assignment", extension.assignment)
        new = iso(extension.new_due)
        store.run(
            "UPDATE assignment SET first_due = coalesce(first_due, due), due = ? WHERE id = ?",
            (new, extension.assignment),
        )
        values = {
            "uid": extension.uid or new_uid(),
            "assignment": extension.assignment,
            "asked_on": iso(extension.asked_on),
            "agreed_on": iso(extension.agreed_on),
            "agreed_by": extension.agreed_by,
            "old_due": row[0],
            "new_due": new,
            "reason": extension.reason,
        }
        store.insert(tables.Extension, values)


def extensions_of_plan(store: Store, plan: int) -> list[Extension]:
    """All extensions of a plan, in the order in which they were agreed."""
    return _extensions(store, "task.plan = ?", plan)


def extensions_of(store: Store, assignment: int) -> list[Extension]:
    """Those of one assignment, in the order in which they were agreed."""
    return _extensions(store, "a.id = ?", assignment)


def _extensions(store: Store, where: str, key: int) -> list[Extension]:
    rows = store.rows(
        "SELECT e.assignment, e.new_due, e.reason, e.agreed_by, e.asked_on, e.agreed_on, e.old_due, e.id, e.uid "
        "FROM task JOIN assignment a ON a.task = task.id JOIN extension e ON e.assignment = a.id "
        f"WHERE {where} ORDER BY e.id",
        (key,),
    )
    return [
        Extension(key, dt.date.fromisoformat(new), reason, by, day(asked), day(agreed), day(old), own, uid)
        for key, new, reason, by, asked, agreed, old, own, uid in rows
    ]


def first_dues_of_plan(store: Store, plan: int) -> dict[int, dt.date]:
    """Assignment id -> the day it had before any extension, of those that were extended."""
    rows = store.rows(
        "SELECT a.id, a.first_due FROM task JOIN assignment a ON a.task = task.id "
        "WHERE task.plan = ? AND a.first_due IS NOT NULL",
        (plan,),
    )
    return {key: dt.date.fromisoformat(first) for key, first in rows}


def add_urgings(store: Store, urgings: Sequence[Urging]) -> None:
    """Log reminders, in one transaction."""
    with store.transaction():
        store.run_many(
            "INSERT INTO urging(assignment, urged_on, channel, person, promised_on, note, uid) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    u.assignment,
                    iso(u.urged_on),
                    u.channel.value,
                    u.person,
                    iso(u.promised_on),
                    u.note,
                    u.uid or uid,
                )
                for u, uid in zip(urgings, new_uids(len(urgings)), strict=True)
            ],
        )


def urgings_of_plan(store: Store, plan: int) -> list[Urging]:
    """All reminders of a plan, the oldest first."""
    return _urgings(store, "task.plan = ?", plan)


def urgings_of_unit(store: Store, plan: int, unit: int) -> list[Urging]:
    """The reminders of what a unit has of a plan, the oldest first."""
    return _urgings(store, "task.plan = ? AND a.unit = ?", plan, unit)


def _urgings(store: Store, where: str, *keys: int) -> list[Urging]:
    rows = store.rows(
        "SELECT u.assignment, u.urged_on, u.channel, u.person, u.promised_on, u.note, u.id, u.uid "
        "FROM task JOIN assignment a ON a.task = task.id JOIN urging u ON u.assignment = a.id "
        f"WHERE {where} ORDER BY u.urged_on, u.id",
        keys,
    )
    return [
        Urging(key, dt.date.fromisoformat(on), Channel(channel), person, day(promised), note, own, uid)
        for key, on, channel, person, promised, note, own, uid in rows
    ]
