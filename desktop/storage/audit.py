"""Who changed what and when, in codes without words. Only added to; order is the order of writing, never the clock."""

import json
from dataclasses import dataclass
from typing import Any

from desktop.storage import tables
from desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. at: moment in UTC (ISO); action, noun: codes ("issued", "plan"); key: id of the thing; detail: JSON values."""

    id: int
    at: str
    person: str
    action: str
    noun: str
    key: int | None
    detail: dict[str, Any]


def note(store: Store, action: str, noun: str, key: int | None = None, **detail: Any) -> None:
    """Add a line; inside the transaction of the change it tells of, it stands or falls with it."""
    values = {"at": store.stamp(), "person": store.person, "action": action, "noun": noun, "key": key}
    store.insert(tables.Audit, values | {"detail": json.dumps(detail, ensure_ascii=False)})


def entries(store: Store, noun: str | None = None, key: int | None = None, limit: int = 200) -> list[Entry]:
    """The newest lines first; of one noun, or of one thing."""
    sql = (
        "SELECT id, at, person, action, noun, key, detail FROM audit WHERE (:noun IS NULL OR noun = :noun) "
        "AND (:key IS NULL OR key = :key) ORDER BY id DESC LIMIT :limit"
    )
    rows = store.rows(sql, {"noun": noun, "key": key, "limit": limit})
    return [
        Entry(own, at, person, action, of, about, json.loads(detail))
        for own, at, person, action, of, about, detail in rows
    ]
