"""Files in which units sent their results: filled forms, by the name they came under, and evidence. Gives lists; keeps nothing."""

import datetime as dt
from dataclasses import dataclass

from desktop.storage.store import Store
from desktop.storage.values import day

_FORM = "form:"
_FILES = f"""
SELECT a.unit AS unit, r.reported_on AS received_on, substr(r.source, {len(_FORM) + 1}) AS name, min(r.id) AS first
FROM task JOIN assignment a ON a.task = task.id JOIN result r ON r.assignment = a.id
WHERE task.plan = :plan AND r.source LIKE '{_FORM}%' GROUP BY 1, 2, 3
UNION ALL SELECT a.unit, e.added_on, e.name, e.result
FROM task JOIN assignment a ON a.task = task.id JOIN result r ON r.assignment = a.id JOIN evidence e ON e.result = r.id
WHERE task.plan = :plan
ORDER BY received_on, first, name
"""


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """One file. unit: id of the sender."""

    unit: int
    received_on: dt.date | None
    name: str


def of_plan(store: Store, plan: int) -> list[ReceivedFile]:
    """The files of a plan, the first received first; a form that brought many results is one. One statement."""
    return [ReceivedFile(unit, day(on), name) for unit, on, name, _ in store.rows(_FILES, {"plan": plan})]
