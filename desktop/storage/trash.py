"""Removed things, each as the changeset of its removal: it comes back with its id, its uid and all that belonged to it.

Ids are given once (migration 4), so that nothing else has taken them meanwhile. What was removed by a removal that is not through
`discard` is not here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.errors import NotAllowed, NotFound
from desktop.storage import tables, undo
from desktop.storage.store import Store

_COLUMNS = "id, noun, title, removed_at"


@dataclass(frozen=True, slots=True)
class Discarded:
    """One removed thing. noun: its table ("plan", "task", "report", "template"); removed_at: moment in UTC (ISO)."""

    id: int
    noun: str
    title: str
    removed_at: str


def discard(store: Store, noun: str, title: str, remove: Callable[[], object]) -> int:
    """Do `remove` and keep what it removed; gives the id in the trash. Both are taken back together by `undo`: as part of the step that
    is being recorded, else as one named by the title."""
    with undo.recording(store, title), undo.watching(store) as watch:
        remove()
        kept = undo.pack(watch.changes() or b"")
        told = {"noun": noun, "title": title, "removed_at": store.stamp()}
        return store.insert(tables.Trash, told | {"changes": kept})


def listed(store: Store) -> list[Discarded]:
    """What is in the trash, the newest first."""
    return [Discarded(*row) for row in store.rows(f"SELECT {_COLUMNS} FROM trash ORDER BY id DESC")]


def restore(store: Store, key: int) -> tuple[Discarded, int]:
    """Put a thing back where it was; gives its own id as well. A step for `undo`, as `discard` is one.

    Rows that merely named it name it again, if they are as they were. Raises `NotFound`, `NotAllowed` "restore_conflict" (`name`: its
    title) where what it belonged to has gone.
    """
    row = store.row(f"SELECT {_COLUMNS}, changes FROM trash WHERE id = ?", (key,))
    if row is None:
        raise NotFound("trash", key)
    thing, kept = Discarded(*row[:-1]), row[-1]
    with undo.recording(store, thing.title):
        try:
            undo.apply(store, kept, thing.title, inverted=True, may_miss=True)
        except NotAllowed as error:
            raise NotAllowed("restore_conflict", name=thing.title) from error
        store.delete(tables.Trash, key)
    return thing, undo.removed_id(kept, thing.noun)


def purge(store: Store, before: str = "") -> int:
    """Forget what was removed before a moment (ISO, UTC), all where it is ""; gives how many."""
    return store.run("DELETE FROM trash WHERE :before = '' OR removed_at < :before", {"before": before})
