"""Other copies of the program that packages came from, by the key they seal with. What is known of them outlives undo (`packages`)."""

from dataclasses import dataclass, replace

from desktop.errors import NotFound
from desktop.storage import tables
from desktop.storage.store import Row, Store, Value

_SELECT = "SELECT id, uid, name, key, first_seen, trusted, unit FROM peer"


@dataclass(frozen=True, slots=True)
class Peer:
    """One copy. id: 0 before it is kept; uid: its own; name: of its office; key: public, hexadecimal; first_seen: moment in UTC (ISO);
    unit: id of the unit that it is here, which may be gone by now."""

    id: int
    uid: str
    name: str
    key: str = ""
    first_seen: str = ""
    is_trusted: bool = False
    unit: int | None = None


def add(store: Store, peer: Peer) -> Peer:
    """Keep a new one; returns it with its id, and first seen now where it does not say when."""
    kept = peer if peer.first_seen else replace(peer, first_seen=store.stamp())
    with store.transaction():
        return replace(kept, id=store.insert(tables.Peer, _fields(kept)))


def save(store: Store, peer: Peer) -> None:
    """Replace all that is known of one. Raises `NotFound`."""
    with store.transaction():
        store.update(tables.Peer, peer.id, _fields(peer))


def get(store: Store, key: int) -> Peer:
    """One of them. Raises `NotFound`."""
    row = store.row(f"{_SELECT} WHERE id = ?", (key,))
    if row is None:
        raise NotFound("peer", key)
    return _peer(row)


def by_uid(store: Store, uid: str) -> Peer | None:
    """The one of that uid, or None."""
    row = store.row(f"{_SELECT} WHERE uid = ?", (uid,))
    return None if row is None else _peer(row)


def list_peers(store: Store) -> list[Peer]:
    """All of them, the first seen first. One statement."""
    return [_peer(row) for row in store.rows(f"{_SELECT} ORDER BY id")]


def of_unit(store: Store, unit: int) -> list[Peer]:
    """Those that are that unit here, the first seen first."""
    return [_peer(row) for row in store.rows(f"{_SELECT} WHERE unit = ? ORDER BY id", (unit,))]


def _peer(row: Row) -> Peer:
    key, uid, name, public, first_seen, trusted, unit = row
    return Peer(key, uid, name, public, first_seen, bool(trusted), unit)


def _fields(peer: Peer) -> dict[str, Value]:
    return {
        "uid": peer.uid,
        "name": peer.name,
        "key": peer.key,
        "first_seen": peer.first_seen,
        "trusted": int(peer.is_trusted),
        "unit": peer.unit,
    }
