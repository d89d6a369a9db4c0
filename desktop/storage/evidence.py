"""Files that prove results, each attached to one result that was told; their bytes are in `kept_files`.

Other offices know a file by its uid. What several offices attached to a result is all there: a file is never taken away from afar.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.result import MERGED
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


@dataclass(frozen=True, slots=True)
class Came:
    """A file that another office attached. result: uid of the version; file: id of its bytes, kept already."""

    uid: str
    result: str
    name: str
    file: int
    added_on: dt.date


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as others are told of it. result: uid of the version; file: id of its bytes; size in bytes."""

    uid: str
    result: str
    name: str
    sha256: str
    file: int
    size: int
    added_on: dt.date


_SELECT = (
    "SELECT e.id, r.assignment, e.name, e.file, k.size, e.added_on FROM evidence e JOIN result r ON r.id = e.result "
    "JOIN kept_file k ON k.id = e.file WHERE "
)

_TAKE_IN = """
WITH came AS MATERIALIZED (
  SELECT min(j.key) AS place, j.value ->> 0 AS uid, r.id AS result, j.value ->> 2 AS name, j.value ->> 3 AS file, j.value ->> 4 AS on_day
  FROM json_each(?) j JOIN result r ON r.uid = j.value ->> 1 GROUP BY r.id, 4, 5)
INSERT INTO evidence(uid, result, name, file, added_on)
SELECT uid, result, name, file, on_day FROM came
WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.result = came.result AND e.file = came.file AND e.name = came.name)
ORDER BY place
ON CONFLICT (uid) DO NOTHING
"""


def add(store: Store, result: int, name: str, file: int, on: dt.date) -> int:
    """Attach a kept file to a result; returns its id. The same file under the same name is attached once.

    To a result that was only put together of several nothing can be: the greatest of these gets it.
    """
    result = _told(store, result)
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


def unknown(store: Store, uids: Iterable[str]) -> set[str]:
    """Those of these uids under which no file is attached. One statement."""
    wanted = set(uids)
    sql = "SELECT uid FROM evidence WHERE uid IN (SELECT value FROM json_each(?))"
    return wanted - {uid for (uid,) in store.rows(sql, (json.dumps(list(wanted)),))}


def take_in(store: Store, files: Sequence[Came]) -> int:
    """Attach files that came from other offices, under their own uids; gives how many are new.

    One of a known uid is known, as are the same bytes under the same name on the same version; one of a version that there is not is
    passed over. A fixed number of statements.
    """
    rows = [(one.uid, one.result, one.name, one.file, iso(one.added_on)) for one in files]
    return store.run(_TAKE_IN, (json.dumps(rows),))


def sent_of(store: Store, assignments: Iterable[int]) -> list[Sent]:
    """The files of all versions of these assignments, the first attached first. One statement."""
    rows = store.rows(
        "SELECT e.uid, r.uid, e.name, k.sha256, k.id, k.size, e.added_on FROM evidence e JOIN result r ON r.id = e.result "
        "JOIN kept_file k ON k.id = e.file WHERE r.assignment IN (SELECT value FROM json_each(?)) ORDER BY e.id",
        (id_list(assignments),),
    )
    return [
        Sent(uid, result, name, sha256, file, size, dt.date.fromisoformat(on))
        for uid, result, name, sha256, file, size, on in rows
    ]


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


def _told(store: Store, result: int) -> int:
    """The result itself where somebody told it, else the greatest of those it was put together of."""
    row = store.row("SELECT source, bases FROM result WHERE id = ?", (result,))
    if row is None or row[0] != MERGED:
        return result
    return int(store.value("SELECT id FROM result WHERE uid = ?", (row[1].split()[0],)))
