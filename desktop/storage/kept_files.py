"""Bytes kept as they are inside the workspace (issued PDFs, directives, evidence), once for each content, proved when read."""

import hashlib

import apsw

from desktop.errors import DatabaseDamaged, NotFound
from desktop.storage import tables
from desktop.storage.store import Store


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


def differing(connection: apsw.Connection) -> list[int]:
    """Ids under which something else stands than what was kept; one content after the other is read."""
    rows = connection.execute("SELECT id, sha256, content FROM kept_file")
    return [key for key, digest, kept in rows if hashlib.sha256(kept).hexdigest() != digest]
