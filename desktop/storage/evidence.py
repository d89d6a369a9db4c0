"""Files that prove results, each attached to one result; their bytes are in `kept_files`."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.errors import NotFound
from desktop.storage.store import Store
from desktop.storage.values import day, id_list, iso, new_uid


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file. file: id of its bytes; size in bytes."""

    id: int
    assignment: int
    name: str
    file: int
    size: int
    added_on: dt.date | None


_SELECT = (
    "SELECT e.id, r.assignment, e.name, e.file, k.size, e.added_on FROM evidence e JOIN result r ON r.id = e.result "
    "JOIN kept_file k ON k.id = e.file WHERE "
)


def add(store: Store, result: int, name: str, file: int, on: dt.date) -> int:
    """Attach a kept file to a result; returns its id. The same file under the same name is attached once."""
    known = store.value(
        "SELECT id FROM evidence WHERE result = ? AND file = ? AND name = ?", (result, file, name)
    )
    if known is not None:
        return int(known)
    store.run(
        "INSERT INTO evidence(uid, result, name, file, added_on) VALUES (?, ?, ?, ?, ?)",
        (new_uid(), result, name, file, iso(on)),
    )
    return int(store.value("SELECT max(id) FROM evidence"))


def of_assignments(store: Store, keys: Iterable[int]) -> list[Evidence]:
    """The files of these assignments, with whichever of their results they came, the first added first. One statement."""
    rows = store.rows(
        f"{_SELECT} r.assignment IN (SELECT value FROM json_each(?)) ORDER BY e.id", (id_list(keys),)
    )
    return [Evidence(key, of, name, file, size, day(on)) for key, of, name, file, size, on in rows]


def get(store: Store, key: int) -> Evidence:
    """One file. Raises `NotFound`."""
    row = store.row(f"{_SELECT} e.id = ?", (key,))
    if row is None:
        raise NotFound("evidence", key)
    own, of, name, file, size, on = row
    return Evidence(own, of, name, file, size, day(on))


def remove(store: Store, key: int) -> None:
    """Detach a file. Raises `NotFound`."""
    if not store.run("DELETE FROM evidence WHERE id = ?", (key,)):
        raise NotFound("evidence", key)
