"""Who this copy of the program is to others: a stable id and the key that seals its packages. Made once, at first need.

It travels with the workspace and its backups, so that a restored one is still known. The key is no legal digital signature: it says that
packages come from one and the same copy, and nothing about who a person is.
"""

from dataclasses import dataclass, replace

from desktop.services.workspace import Workspace
from desktop.storage import audit, peers, settings
from desktop.storage.peers import Peer
from desktop.storage.values import new_uid

_KEPT = "exchange/identity"


@dataclass(frozen=True, slots=True)
class Identity:
    """uid: of this copy; name: of its office; private: the 32 bytes that seal; public: the key that others know, hexadecimal."""

    uid: str
    name: str
    private: bytes
    public: str


def own(work: Workspace) -> Identity:
    """That of this workspace. Never called inside a change that can be taken back, which would take the key back with it."""
    from desktop.exchange import seal

    kept = settings.get(work.store, _KEPT)
    if kept is None:
        kept = {"uid": new_uid(), "key": seal.new_key().hex()}
        with work.store.transaction():
            settings.put(work.store, _KEPT, kept)
    private = bytes.fromhex(kept["key"])
    return Identity(kept["uid"], work.office_name, private, seal.public_key(private))


def words(key: str) -> str:
    """The fingerprint of a public key as words to read to each other over the telephone."""
    from desktop.exchange import fingerprint

    return " · ".join(fingerprint.words(key))


@dataclass(frozen=True, slots=True)
class Known:
    """Another copy that packages came from. first_seen: moment in UTC (ISO); words: of its key."""

    uid: str
    name: str
    first_seen: str
    words: str


def known(work: Workspace) -> list[Known]:
    """All senders that are known, the first seen first. One statement."""
    return [
        Known(one.uid, one.name, one.first_seen, words(one.key) if one.key else "")
        for one in peers.list_peers(work.store)
    ]


def known_words(work: Workspace, uid: str) -> str:
    """The words of the key that a sender is known by, "" for one that is not known."""
    found = peers.by_uid(work.store, uid)
    return words(found.key) if found is not None and found.key else ""


def trust(work: Workspace, uid: str, name: str, key: str) -> None:
    """Know a sender by another key from now on, as a person has made sure of; it is noted who did so. key: public, hexadecimal."""
    with work.store.transaction():
        found = peers.by_uid(work.store, uid)
        if found is None:
            found = peers.add(work.store, Peer(0, uid, name, key, is_trusted=True))
        else:
            peers.save(work.store, replace(found, name=name, key=key, is_trusted=True))
        audit.note(work.store, "key_trusted", "peer", found.id, before=found.key, after=key)
