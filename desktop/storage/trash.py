"""Removed things, each as the changeset of its removal: it comes back with its id, its uid and all that belonged to it."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import apsw

from desktop.errors import NotFound
from desktop.storage import undo
from desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Discarded:
    """One removed thing. noun: "plan", "task", "report", "template"; removed_at: moment in UTC (ISO)."""

    id: int
    noun: str
    title: str
    removed_at: str


def discard(store: Store, noun: str, title: str, remove: Callable[[], object]) -> int:
    """Do `remove` and keep what it removed; gives the id in the trash. Inside a recorded step both are taken back together."""
    with store.transaction():
        session = apsw.Session(store.connection(), "main")
        session.table_filter(undo.is_work)
        session.attach()
        try:
            remove()
            changes = session.changeset()
        finally:
            session.close()
        key = store.next_id("trash")
        store.run(
            "INSERT INTO trash(id, noun, title, removed_at, changes) VALUES (?, ?, ?, ?, ?)",
            (key, noun, title, store.stamp(), zlib.compress(changes, 1)),
        )
        return key


def listed(store: Store) -> list[Discarded]:
    """What is in the trash, the newest first."""
    sql = "SELECT id, noun, title, removed_at FROM trash ORDER BY id DESC"
    return [Discarded(*row) for row in store.rows(sql)]


def restore(store: Store, key: int) -> Discarded:
    """Put a thing back where it was. Raises `NotFound`, `NotAllowed` "undo_conflict" where what it belonged to has gone."""
    row = store.row("SELECT id, noun, title, removed_at, changes FROM trash WHERE id = ?", (key,))
    if row is None:
        raise NotFound("trash", key)
    with store.transaction():
        undo.invert(store, zlib.decompress(row[4]), row[2])
        store.run("DELETE FROM trash WHERE id = ?", (key,))
    return Discarded(*row[:4])


def purge(store: Store, before: str = "") -> int:
    """Forget what was removed before a moment (ISO, UTC), all where it is ""; gives how many."""
    return store.run("DELETE FROM trash WHERE :before = '' OR removed_at < :before", {"before": before})
