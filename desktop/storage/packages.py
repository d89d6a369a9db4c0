"""Packages that went out and came in, and what was told of their arrival.

What went out, and the receipts for it, outlive undo: the files are in other hands. What came in is taken back with what it brought, so
that it can be received again. Hence two tables; ids in the first refer to nothing that could be taken back (see the schema's step 7).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.domain.package import PackageKind
from desktop.storage.store import Row, Store, Value
from desktop.storage.values import id_list

_NAMES = "uid, kind, sequence, file_name, sha256, at, peer, unit, plan, answers, salt, person, manifest"
_OURS = f"SELECT 1 AS is_ours, id, {_NAMES}, delivered_at FROM sent_package"
_THEIRS = f"SELECT 0 AS is_ours, id, {_NAMES}, '' AS delivered_at FROM package"
_BOTH = f"{_OURS} UNION ALL {_THEIRS}"


@dataclass(frozen=True, slots=True)
class Package:
    """One package. id: 0 before it is kept; at: the moment it went out or was taken in (UTC, ISO); peer: who it came from or, of a
    reply, goes to; unit, plan: ids here, None for several; answers: uid of the WORK package; salt: hexadecimal, "" for an open one;
    manifest: as `domain.as_json` dumps it; delivered_at: when it was told that ours arrived."""

    uid: str
    kind: PackageKind
    is_ours: bool
    sequence: int
    file_name: str
    sha256: str
    at: str = ""
    peer: int | None = None
    unit: int | None = None
    plan: int | None = None
    answers: str = ""
    salt: str = ""
    person: str = ""
    manifest: str = ""
    delivered_at: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """Which packages of the history: None and "" for all. since: moment in UTC (ISO)."""

    is_ours: bool | None = None
    kind: PackageKind | None = None
    peer: int | None = None
    plan: int | None = None
    unit: int | None = None
    since: str = ""
    limit: int = 500


@dataclass(frozen=True, slots=True)
class Exchanged:
    """How far the exchange with one unit on a plan is: moments in UTC (ISO), "" for not yet. sequence: of the last WORK package."""

    sent_at: str
    delivered_at: str = ""
    replied_at: str = ""
    sequence: int = 0


def add(store: Store, package: Package) -> Package:
    """Keep one; returns it with its id, of now where it has no moment."""
    (kept,) = add_all(store, (package,))
    return kept


def add_all(store: Store, packages: Sequence[Package]) -> list[Package]:
    """Keep many; returns them with ids, of now where they have no moment. A fixed number of statements."""
    with store.bulk():
        next_id = {ours: store.next_id("sent_package" if ours else "package") for ours in (True, False)}
        kept = []
        for package in packages:
            kept.append(replace(package, id=next_id[package.is_ours], at=package.at or store.stamp()))
            next_id[package.is_ours] += 1
        for ours, table in ((True, "sent_package"), (False, "package")):
            rows = (_fields(package) for package in kept if package.is_ours is ours)
            store.run_many(f"INSERT INTO {table}(id, {_NAMES}) VALUES ({', '.join('?' * 14)})", rows)
    return kept


def by_uid(store: Store, uid: str) -> Package | None:
    """The package of that uid, ours or not, or None."""
    return by_uids(store, (uid,)).get(uid)


def by_uids(store: Store, uids: Iterable[str]) -> dict[str, Package]:
    """Uid -> package of those that are known, ours or not. One statement."""
    sql = f"SELECT * FROM ({_BOTH}) WHERE uid IN (SELECT value FROM json_each(?))"
    return {one.uid: one for one in _packages(store.rows(sql, (json.dumps(list(uids)),)))}


def newest_sequences(
    store: Store, senders: Iterable[int]
) -> dict[tuple[int, PackageKind, int | None, int | None], int]:
    """(sender, kind, plan, unit; ids) -> the greatest number of what was taken in. One statement."""
    rows = store.rows(
        "SELECT peer, kind, plan, unit, max(sequence) FROM package WHERE peer IN (SELECT value FROM json_each(?)) "
        "GROUP BY peer, plan, unit, kind",
        (id_list(senders),),
    )
    return {(peer, PackageKind(kind), plan, unit): number for peer, kind, plan, unit, number in rows}


def units_of_work(store: Store, uids: Iterable[str]) -> dict[str, int]:
    """Uid of a unit as WORK packages that were taken in name it -> id of the unit here that it was last taken for. One statement."""
    rows = store.rows(
        "SELECT manifest ->> 'unit', unit FROM package WHERE kind = ? AND unit IS NOT NULL AND manifest <> '' "
        "AND manifest ->> 'unit' IN (SELECT value FROM json_each(?)) ORDER BY id",
        (PackageKind.WORK.value, json.dumps(list(uids))),
    )
    return dict(rows)


def next_sequence(store: Store) -> int:
    """The number of the next package of ours: greater than all before, and than those that went out after a backup that was restored,
    since it is at least the seconds of the clock."""
    last = int(store.value("SELECT coalesce(max(sequence), 0) FROM sent_package"))
    return max(last + 1, int(store.clock().timestamp()))


def work_sent(store: Store, plan: int) -> list[Package]:
    """The WORK packages of ours on a plan, the last first. One statement."""
    sql = f"{_OURS} WHERE plan = ? AND kind = ? ORDER BY id DESC"
    return list(_packages(store.rows(sql, (plan, PackageKind.WORK.value))))


def of_plan(store: Store, plan: int) -> dict[int, Exchanged]:
    """Unit id -> how far the exchange on a plan of ours is, of the units that were sent it. The last package that went out counts; that
    an earlier one arrived or was answered counts too. One statement."""
    rows = store.rows(
        "SELECT s.unit, max(s.at), max(s.delivered_at), coalesce(max(p.at), ''), max(s.sequence) FROM sent_package s "
        "LEFT JOIN package p ON p.answers = s.uid AND p.answers <> '' "
        "WHERE s.plan = :plan AND s.kind = :kind AND s.unit IS NOT NULL GROUP BY s.unit",
        {"plan": plan, "kind": PackageKind.WORK.value},
    )
    return {unit: Exchanged(*told) for unit, *told in rows}


def place(store: Store, uid: str, plan: int, unit: int | None) -> None:
    """Say of a package of ours on which plan and unit it is, where its plan was taken back and came again under another id."""
    store.run(
        "UPDATE sent_package SET plan = ?, unit = ? WHERE uid = ? AND plan NOT IN (SELECT id FROM plan)",
        (plan, unit, uid),
    )


def history(store: Store, wanted: Filter = Filter()) -> list[Package]:
    """What went and came, the last first. One statement."""
    conditions = {
        "is_ours": None if wanted.is_ours is None else int(wanted.is_ours),
        "kind": wanted.kind,
        "peer": wanted.peer,
        "plan": wanted.plan,
        "unit": wanted.unit,
    }
    values: dict[str, Value] = {name: told for name, told in conditions.items() if told is not None}
    told = "".join(f" AND {name} = :{name}" for name in values)
    sql = f"SELECT * FROM ({_BOTH}) WHERE at >= :since{told} ORDER BY at DESC, is_ours, id DESC LIMIT :limit"
    return list(_packages(store.rows(sql, values | {"since": wanted.since, "limit": wanted.limit})))


def deliver(store: Store, uids: Iterable[str], at: str = "") -> int:
    """Note that these packages of ours arrived, as receipts or replies tell; gives of how many that is new. at: the moment, else now.
    What was noted first stays; uids that are not of ours are passed over."""
    return store.run(
        "UPDATE sent_package SET delivered_at = ? WHERE delivered_at = '' AND uid IN (SELECT value FROM json_each(?))",
        (at or store.stamp(), json.dumps(list(uids))),
    )


_WAITING = f"FROM package p WHERE p.kind <> '{PackageKind.RECEIPT}' AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.uid = p.uid)"


def waiting_receipts(store: Store, peer: int) -> list[str]:
    """Uids of what was taken in from a sender and not told yet, the first first. Receipts themselves need none."""
    return [uid for (uid,) in store.rows(f"SELECT uid {_WAITING} AND p.peer = ? ORDER BY p.id", (peer,))]


def waiting_peers(store: Store) -> dict[int, int]:
    """Sender id -> how many receipts wait to be sent. One statement."""
    return dict(store.rows(f"SELECT p.peer, count(*) {_WAITING} GROUP BY p.peer"))


def tell_receipts(store: Store, uids: Iterable[str], sent: int) -> None:
    """Note that the receipts of these packages went out in the package `sent` of ours (id)."""
    rows = [(uid, sent, store.stamp(), store.person) for uid in uids]
    store.run_many(
        "INSERT INTO receipt(uid, package, received_at, person) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (uid) DO UPDATE SET package = excluded.package, received_at = excluded.received_at",
        rows,
    )


def _packages(rows: Iterable[Row]) -> Iterator[Package]:
    for is_ours, key, uid, kind, *told, delivered_at in rows:
        sequence, file_name, sha256, at, peer, unit, plan, answers, salt, person, manifest = told
        yield Package(
            uid=uid,
            kind=PackageKind(kind),
            is_ours=bool(is_ours),
            sequence=sequence,
            file_name=file_name,
            sha256=sha256,
            at=at,
            peer=peer,
            unit=unit,
            plan=plan,
            answers=answers,
            salt=salt,
            person=person,
            manifest=manifest,
            delivered_at=delivered_at,
            id=key,
        )


def _fields(package: Package) -> tuple[Value, ...]:
    head = (package.id, package.uid, package.kind.value, package.sequence, package.file_name, package.sha256)
    about = (package.at, package.peer, package.unit, package.plan, package.answers)
    return (*head, *about, package.salt, package.person, package.manifest)
