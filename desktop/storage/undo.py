"""Named steps that can be taken back and made again: what each changed in the rows of the office's work, as one changeset of SQLite.

The steps are in the workspace itself, so that they outlive a restart. A step whose rows were changed since by something else is
refused whole. What must not be taken back (an issued plan, product rule 6) is a barrier: a step without changes.
"""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import apsw

from desktop.errors import NotAllowed
from desktop.storage.store import Store

KEPT = 50
LARGEST = 16 * 2**20
"""Bytes of a changeset; a larger step is kept as a barrier, since taking it back would need it in memory three times over."""

# Written beside the work, not part of it: the record, the steps themselves, files kept by their content, search words.
_APART = ("audit", "undo_step", "kept_file", "sqlite_")


@dataclass(slots=True)
class Recorded:
    """What a step did, filled when it has ended. tables: those whose rows changed; is_step: it can be taken back; is_sealed: it must
    not be (`seal`)."""

    name: str
    tables: frozenset[str] = field(default=frozenset())
    is_step: bool = False
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step. is_barrier: it cannot be taken back, nor what was before it."""

    id: int
    name: str
    is_undone: bool
    is_barrier: bool


@contextmanager
def recording(store: Store, name: str) -> Iterator[Recorded]:
    """One transaction whose changes become a step named `name`; inside another recording only the outer one counts.

    Nothing changed: no step. Steps that were undone are gone once a new one is made.
    """
    told = Recorded(name)
    if store.recording is not None:
        yield told
        return
    connection = store.connection()
    with store.transaction():
        store.recording = told
        session = apsw.Session(connection, "main")
        session.table_filter(is_work)
        session.attach()
        try:
            yield told
            changes = b"" if session.is_empty else session.changeset()
        finally:
            session.close()
            store.recording = None
        if changes:
            told.tables = _tables(changes)
            told.is_step = not told.is_sealed and len(changes) <= LARGEST
            _add(store, name, changes if told.is_step else b"")


def seal(store: Store) -> None:
    """What is being recorded must never be taken back, nor what was before it; without a recording a barrier without a name is set."""
    if isinstance(store.recording, Recorded):
        store.recording.is_sealed = True
    else:
        _add(store, "", b"")


def steps(store: Store) -> list[Step]:
    """All steps, the newest first."""
    sql = "SELECT id, name, is_undone, length(changes) = 0 FROM undo_step ORDER BY id DESC"
    return [Step(key, name, bool(undone), bool(barrier)) for key, name, undone, barrier in store.rows(sql)]


def next_undo(store: Store) -> Step | None:
    """The step that `undo` would take back, a barrier too; None when there is none."""
    return next((step for step in steps(store) if not step.is_undone), None)


def next_redo(store: Store) -> Step | None:
    """The step that `redo` would make again."""
    undone = [step for step in steps(store) if step.is_undone]
    return undone[-1] if undone else None


def undo(store: Store) -> Recorded | None:
    """Take the newest step back; None when there is none. Raises `NotAllowed` "undo_barrier", "undo_conflict"."""
    with store.transaction():
        step = next_undo(store)
        if step is None:
            return None
        if step.is_barrier:
            raise NotAllowed("undo_barrier", name=step.name)
        return _turn(store, step, is_undone=True)


def redo(store: Store) -> Recorded | None:
    """Make the step that was taken back last again; None when there is none. Raises `NotAllowed` "undo_conflict"."""
    with store.transaction():
        step = next_redo(store)
        return None if step is None else _turn(store, step, is_undone=False)


def invert(store: Store, changes: bytes, name: str) -> frozenset[str]:
    """Take back a changeset that is kept elsewhere (the trash); gives the tables. Raises `NotAllowed` "undo_conflict"."""
    return _apply(store, changes, name, inverted=True)


def is_work(table: str) -> bool:
    """Whether rows of `table` are the office's work, which steps and the trash keep."""
    return not table.startswith((*_APART, "search"))


def _add(store: Store, name: str, changes: bytes) -> None:
    store.run("DELETE FROM undo_step WHERE is_undone")
    store.run(
        "INSERT INTO undo_step(name, at, changes) VALUES (?, ?, ?)",
        (name, store.stamp(), zlib.compress(changes, 1) if changes else b""),
    )
    store.run(
        "DELETE FROM undo_step WHERE id NOT IN (SELECT id FROM undo_step ORDER BY id DESC LIMIT ?)", (KEPT,)
    )


def _turn(store: Store, step: Step, *, is_undone: bool) -> Recorded:
    changes = zlib.decompress(store.value("SELECT changes FROM undo_step WHERE id = ?", (step.id,)))
    tables = _apply(store, changes, step.name, inverted=is_undone)
    store.run("UPDATE undo_step SET is_undone = ? WHERE id = ?", (int(is_undone), step.id))
    return Recorded(step.name, tables, is_step=True)


def _apply(store: Store, changes: bytes, name: str, *, inverted: bool) -> frozenset[str]:
    """Foreign keys are looked at once all rows are in place, and cascades are in the changes themselves: hence no actions."""
    flags = apsw.SQLITE_CHANGESETAPPLY_FKNOACTION
    if inverted:
        flags |= apsw.SQLITE_CHANGESETAPPLY_INVERT
    try:
        apsw.Changeset.apply(changes, store.connection(), conflict=_refuse, flags=flags)
    except (apsw.AbortError, apsw.ConstraintError) as error:
        raise NotAllowed("undo_conflict", name=name) from error
    return _tables(changes)


def _refuse(reason: int, change: object) -> int:
    return apsw.SQLITE_CHANGESET_ABORT


def _tables(changes: bytes) -> frozenset[str]:
    return frozenset(change.name for change in apsw.Changeset.iter(changes))
