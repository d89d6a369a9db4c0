"""Work as another copy of the program gave it: assignments with the days that the giver set, later days agreed elsewhere."""

import json
from collections.abc import Iterable, Sequence

from desktop.domain.assignment import Assignment
from desktop.domain.follow_up import Extension
from desktop.storage.store import Store
from desktop.storage.values import iso

_GIVE = (
    "INSERT INTO assignment(task, unit, due, first_due) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (task, unit) DO UPDATE SET due = excluded.due, first_due = excluded.first_due "
    "WHERE due IS NOT excluded.due OR first_due IS NOT excluded.first_due"
)
_STEPS = """
INSERT INTO checklist_item(assignment, position, text)
SELECT a.id, step.key, step.value FROM assignment a JOIN task ON task.id = a.task, json_each(task.checklist) AS step
WHERE a.id > ? AND task.checklist <> '[]' ORDER BY a.id, step.key
"""
_EXTEND = (
    "INSERT INTO extension(uid, assignment, asked_on, agreed_on, agreed_by, old_due, new_due, reason) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING"
)


def give(store: Store, given: Sequence[Assignment]) -> None:
    """Make these assignments (by task and unit; their ids are not looked at), or give those that are there their days. A new one gets
    the steps of its task's checklist."""
    with store.bulk():
        last = store.next_id("assignment") - 1
        store.run_many(_GIVE, ((one.task, one.unit, iso(one.due), iso(one.first_due)) for one in given))
        store.run(_STEPS, (last,))


def owners(store: Store, uids: Iterable[str]) -> dict[str, str]:
    """Uid of a task -> uid of its plan, uid of an indicator -> uid of its task, of those of `uids` that there are. One statement."""
    rows = store.rows(
        "WITH told AS MATERIALIZED (SELECT value AS uid FROM json_each(?)) "
        "SELECT t.uid, p.uid FROM told JOIN task t ON t.uid = told.uid JOIN plan p ON p.id = t.plan UNION ALL "
        "SELECT i.uid, t.uid FROM told JOIN indicator i ON i.uid = told.uid JOIN task t ON t.id = i.task",
        (json.dumps(list(uids)),),
    )
    return dict(rows)


def take_in_extensions(store: Store, extensions: Sequence[Extension]) -> None:
    """Keep extensions under their uids; those that are known already change nothing, and no day is moved by any."""
    store.run_many(
        _EXTEND,
        (
            (
                one.uid,
                one.assignment,
                iso(one.asked_on),
                iso(one.agreed_on),
                one.agreed_by,
                iso(one.old_due),
                iso(one.new_due),
                one.reason,
            )
            for one in extensions
        ),
    )
