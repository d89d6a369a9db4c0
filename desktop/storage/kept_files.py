"""Bytes kept as they are inside the workspace (issued PDFs, directives, evidence), once for each content, proved when read."""

import hashlib
from collections.abc import Iterator

import apsw

from desktop.errors import DatabaseDamaged, NotFound
from desktop.storage import tables, undo
from desktop.storage.store import Store, Value

_USES = (
    ("plan", "pdf"),
    ("report", "pdf"),
    ("directive", "file"),
    ("evidence", "file"),
    ("urging", "letter"),
)
_UNNAMED = "SELECT id FROM kept_file" + "".join(
    f" EXCEPT SELECT {column} FROM {table}" for table, column in _USES
)


def keep(store: Store, content: bytes) -> int:
    """Keep `content`; returns the id under which it, or the very same content kept before, is found."""
    digest = hashlib.sha256(content).hexdigest()
    known = store.value("SELECT id FROM kept_file WHERE sha256 = ?", (digest,))
    if known is not None:
        return int(known)
    return store.insert(tables.KeptFile, {"sha256": digest, "size": len(content), "content": content})


def content(store: Store, key: int) -> bytes:
    """What was kept under that id. Raises `NotFound`, `DatabaseDamaged` when it is not what was kept."""
    row = store.row("SELECT sha256, content FROM kept_file WHERE id = ?", (key,))
    if row is None:
        raise NotFound("kept_file", key)
    digest, kept = row
    if hashlib.sha256(kept).hexdigest() != digest:
        raise DatabaseDamaged(store.path, f"kept file {key}")
    return bytes(kept)


def unused(store: Store) -> set[int]:
    """Ids of what nothing names: no row, no step that can be taken back, nothing in the trash."""
    left = {key for (key,) in store.rows(_UNNAMED)}
    if left:
        for packed in _kept_changes(store):
            left.difference_update(_named(store, packed))
    return left


def drop_unused(store: Store) -> int:
    """Remove what nothing names; returns how many."""
    gone = unused(store)
    store.run_many("DELETE FROM kept_file WHERE id = ?", ((key,) for key in gone))
    return len(gone)


def _kept_changes(store: Store) -> Iterator[bytes]:
    """One after the other, since together they may be large; what stands for changes in a barrier is shorter."""
    for table in ("undo_step", "trash"):
        for (key,) in store.rows(f"SELECT id FROM {table} WHERE length(changes) > 1"):
            yield store.value(f"SELECT changes FROM {table} WHERE id = ?", (key,))


def _named(store: Store, packed: bytes) -> set[Value]:
    """Files that changes name, and what they tell of was in the trash."""
    named = undo.told_in(store, packed, _USES)
    for inner in undo.told_in(store, packed, (("trash", "changes"),)):
        named |= _named(store, inner) if isinstance(inner, bytes) else set()
    return named


def differing(connection: apsw.Connection) -> list[int]:
    """Ids under which something else stands than what was kept; one content after the other is read."""
    rows = connection.execute("SELECT id, sha256, content FROM kept_file")
    return [key for key, digest, kept in rows if hashlib.sha256(kept).hexdigest() != digest]
