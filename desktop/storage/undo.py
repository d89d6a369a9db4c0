"""Named steps that can be taken back and made again: what each changed in the rows of the office's work, as one changeset of SQLite.

The steps are in the workspace itself, so that they outlive a restart. A step whose rows were changed since by something else is
refused whole. What must not be taken back (an issued plan, product rule 6) is a barrier: a step without changes.
"""

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import apsw

from desktop.errors import NotAllowed
from desktop.progress import SILENT, Progress
from desktop.storage import audit
from desktop.storage.connection import heard
from desktop.storage.store import Store, Value

KEPT = 50
LARGEST = 32 * 2**20
"""Bytes of a changeset: about 150,000 units imported at once. A larger step is kept as a barrier, since recording and applying it needs
its size in memory several times over, and every backup would carry it; before an import there is a backup anyway (product rule 9)."""
_ALL_TOGETHER = 64 * 2**20  # bytes kept of all steps, packed; the oldest go first

# Written beside the work, not part of it: the record, the steps themselves, files kept by their content, search words; what went out to
# other offices and what is known of these, of which screens are told all the same.
_APART = ("audit", "undo_step", "kept_file", "search", "sqlite_")
_GONE_OUT = frozenset({"sent_package", "receipt", "peer"})
_SEALED, _TOO_LARGE = b"", b"-"  # instead of changes; packed changes are longer

# Of a bulk, half a minute is spent in savepoints otherwise; all is in our own transaction. Foreign keys are looked at once all rows are
# in place, and what a removal took along is among the changes: hence no actions.
_APPLY = apsw.SQLITE_CHANGESETAPPLY_NOSAVEPOINT | apsw.SQLITE_CHANGESETAPPLY_FKNOACTION


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
    """One step. at: moment in UTC (ISO); size: bytes of what is kept of it."""

    id: int
    name: str
    at: str
    is_undone: bool
    size: int

    @property
    def is_barrier(self) -> bool:
        """It cannot be taken back, nor what was before it."""
        return self.size <= len(_TOO_LARGE)


class Watch:
    """Sees what happens to the rows of this thread's connection until it is closed."""

    def __init__(self, store: Store) -> None:
        self._touched: set[str] = set()
        self._session = apsw.Session(store.connection(), "main")
        self._session.config(apsw.SQLITE_SESSION_OBJCONFIG_SIZE, 1)
        self._session.table_filter(self._is_watched)
        self._session.attach()

    def _is_watched(self, table: str) -> bool:
        if table.startswith(_APART):
            return False
        self._touched.add(table)
        return table not in _GONE_OUT

    @property
    def tables(self) -> frozenset[str]:
        """Tables of which rows were written, were it with the same values."""
        return frozenset(self._touched)

    def changes(self, largest: int | None = None) -> bytes | None:
        """What is different now, b"" for nothing; None where it would be more than `largest` bytes."""
        if largest is not None and self._session.changeset_size > largest:
            return None
        parts: list[bytes] = []

        def take(part: Any) -> None:
            # A function of Python between the parts: the window's thread gets its turn meanwhile, which one long call gives it none.
            parts.append(bytes(part))

        self._session.changeset_stream(take)
        return b"".join(parts)

    def close(self) -> None:
        """Look away."""
        self._session.close()


@contextmanager
def watching(store: Store) -> Iterator[Watch]:
    """A transaction whose changes in the office's work, cascades too, are seen."""
    with store.transaction():
        watch = Watch(store)
        try:
            yield watch
        finally:
            watch.close()


@contextmanager
def recording(store: Store, name: str, *, joins: bool = False) -> Iterator[Recorded]:
    """One transaction whose changes become a step named `name`; inside another recording only the outer one counts.

    Nothing changed: no step. Steps that were undone are gone once a new one is made. joins: it goes on with the newest step if that one
    has the same name, as typing goes on after a pause: both are taken back as one.
    """
    told = Recorded(name)
    if store.recording is not None:
        yield told
        return
    with watching(store) as watch:
        store.recording = told
        try:
            yield told
        finally:
            store.recording = None
        _finish(store, told, watch, _joined(store, name) if joins else None)


def _joined(store: Store, name: str) -> Step | None:
    """The step that another of that name goes on with."""
    newest = next(iter(steps(store)), None)
    is_open = newest is not None and newest.name == name and not (newest.is_undone or newest.is_barrier)
    return newest if is_open else None


def seal(store: Store) -> None:
    """What is being recorded must never be taken back, nor what was before it; without a recording a barrier without a name is set.

    For what has left the house: an issued plan, a sent report or package.
    """
    if isinstance(store.recording, Recorded):
        store.recording.is_sealed = True
    else:
        with store.transaction():
            _add(store, "", _SEALED)


def steps(store: Store) -> list[Step]:
    """All steps, the newest first."""
    sql = "SELECT id, name, at, is_undone, length(changes) FROM undo_step ORDER BY id DESC"
    return [Step(key, name, at, bool(undone), size) for key, name, at, undone, size in store.rows(sql)]


def next_undo(store: Store) -> Step | None:
    """The step that `undo` would take back, a barrier too; None when there is none."""
    return next((step for step in steps(store) if not step.is_undone), None)


def next_redo(store: Store) -> Step | None:
    """The step that `redo` would make again."""
    undone = [step for step in steps(store) if step.is_undone]
    return undone[-1] if undone else None


def undo(store: Store, progress: Progress = SILENT) -> Recorded | None:
    """Take the newest step back; None when there is none.

    Raises `NotAllowed` with the step's `name`: "undo_conflict" (its rows were changed since), "undo_barrier", "undo_too_large"; for a
    barrier that has no name "undo_sealed". Then nothing was changed, nor when it is cancelled by `progress`, which counts without a total.
    """
    with store.bulk():
        step = next_undo(store)
        return None if step is None else _turn(store, step, progress, is_undone=True)


def redo(store: Store, progress: Progress = SILENT) -> Recorded | None:
    """Make the step that was taken back last again, as `undo` takes it back; None when there is none. Raises `NotAllowed`
    "undo_conflict"."""
    with store.bulk():
        step = next_redo(store)
        return None if step is None else _turn(store, step, progress, is_undone=False)


def pack(changes: bytes) -> bytes:
    """Changes as they are kept: a fifth of the room."""
    return zlib.compress(changes, 1)


def apply(
    store: Store, packed: bytes, name: str, *, inverted: bool, may_miss: bool = False
) -> frozenset[str]:
    """Make kept changes again, or with `inverted` take them back; gives the tables. For inside a transaction.

    name: told by the error; may_miss: rows that were only changed may be otherwise or gone by now, and then stay so. Raises `NotAllowed`
    "undo_conflict", with part of the changes made.
    """
    tables: set[str] = set()

    def seen(table: str) -> bool:
        tables.add(table)
        return True

    def decide(_: int, change: Any) -> int:
        # What the trash no longer holds need not be taken out of it; of a broken reference no table is told.
        is_missed = change.name == "trash" or (may_miss and change.opcode == apsw.SQLITE_UPDATE)
        return apsw.SQLITE_CHANGESET_OMIT if is_missed else apsw.SQLITE_CHANGESET_ABORT

    flags = _APPLY | (apsw.SQLITE_CHANGESETAPPLY_INVERT if inverted else 0)
    try:
        apsw.Changeset.apply(
            zlib.decompress(packed), store.connection(), filter=seen, conflict=decide, flags=flags
        )
    except (apsw.AbortError, apsw.ConstraintError) as error:
        raise NotAllowed("undo_conflict", name=name) from error
    return frozenset(tables)


def told_in(store: Store, packed: bytes, columns: Iterable[tuple[str, str]]) -> set[Value]:
    """The values, old and new, that kept changes tell of these columns (table, column)."""
    places: dict[str, list[int]] = {}
    for table, column in columns:
        place = store.value("SELECT cid FROM pragma_table_info(?) WHERE name = ?", (table, column))
        places.setdefault(table, []).append(int(place))
    return {
        row[place]
        for change in _rows(packed)
        for place in places.get(change.name, ())
        for row in (change.old, change.new)
        if row is not None and place < len(row) and row[place] is not apsw.no_change
    }


def removed_id(packed: bytes, table: str) -> int:
    """Id of the first row of `table` that kept changes removed; 0 for none."""
    gone = (row.old[0] for row in _rows(packed) if row.name == table and row.opcode == apsw.SQLITE_DELETE)
    return int(next(gone, 0))


def _rows(packed: bytes) -> Iterator[Any]:
    return iter(apsw.Changeset.iter(zlib.decompress(packed)))


def _finish(store: Store, told: Recorded, watch: Watch, joined: Step | None) -> None:
    kept = _SEALED
    if not told.is_sealed:
        changes = watch.changes(LARGEST)
        if changes == b"":
            told.tables = watch.tables & _GONE_OUT
            return
        if joined is not None and changes is not None:
            changes = _together(store, joined, changes)
        kept, told.is_step = (_TOO_LARGE, False) if changes is None else (pack(changes), True)
    told.tables = watch.tables
    _add(store, told.name, kept)


def _together(store: Store, step: Step, changes: bytes) -> bytes:
    """The changes of a step and those after it as one; the step itself goes."""
    before = zlib.decompress(store.value("SELECT changes FROM undo_step WHERE id = ?", (step.id,)))
    store.run("DELETE FROM undo_step WHERE id = ?", (step.id,))
    return bytes(apsw.Changeset.concat(before, changes))


def _add(store: Store, name: str, kept: bytes) -> None:
    """Steps that were undone go, as do those that nobody can reach any more behind a barrier or too many others."""
    store.run("DELETE FROM undo_step WHERE is_undone OR ?", (len(kept) <= len(_TOO_LARGE),))
    store.run("INSERT INTO undo_step(name, at, changes) VALUES (?, ?, ?)", (name, store.stamp(), kept))
    newest = "row_number() OVER newest AS place, sum(length(changes)) OVER newest AS size"
    store.run(
        f"DELETE FROM undo_step WHERE id IN (SELECT id FROM (SELECT id, {newest} FROM undo_step "
        "WINDOW newest AS (ORDER BY id DESC)) WHERE place > ? OR size > ?)",
        (KEPT, _ALL_TOGETHER),
    )


def _turn(store: Store, step: Step, progress: Progress, *, is_undone: bool) -> Recorded:
    kept = store.value("SELECT changes FROM undo_step WHERE id = ?", (step.id,))
    if kept == _TOO_LARGE:
        raise NotAllowed("undo_too_large", name=step.name)
    if kept == _SEALED:
        raise NotAllowed("undo_barrier", name=step.name) if step.name else NotAllowed("undo_sealed")
    with heard(store.connection(), progress):
        tables = apply(store, kept, step.name, inverted=is_undone)
    store.run("UPDATE undo_step SET is_undone = ? WHERE id = ?", (int(is_undone), step.id))
    audit.note(store, "undone" if is_undone else "redone", "undo_step", step.id, name=step.name)
    return Recorded(step.name, tables, is_step=True)
