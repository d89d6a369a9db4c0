"""Units, their names over time and their groups. Renaming, merging and splitting are in `unit_changes`, lists in bulk in `unit_import`."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.domain.unit import Contact, Membership, Unit, UnitGroup, UnitKind, UnitName, existing
from desktop.domain.vietnamese import collation_key, fold_name
from desktop.errors import NotFound
from desktop.storage import tables
from desktop.storage.store import Row, Store, Value
from desktop.storage.values import day, id_list, iso, new_uid

_COLUMNS = (
    "id, uid, name, abbreviation, name_start, name_end, kind, parent, code, person, position, phone, email, address, note, "
    "started, ended, successor"
)


def list_units(store: Store, on: dt.date | None = None) -> list[Unit]:
    """All units, or those that exist on the day `on`, in the order of the alphabet of their newest names. Two statements."""
    units = _units(
        store,
        store.rows(f"SELECT {_COLUMNS} FROM unit"),
        store.rows('SELECT unit, name, abbreviation, start, "end" FROM unit_former_name ORDER BY id'),
    )
    found = units if on is None else existing(units, on)
    return sorted(found, key=lambda unit: (collation_key(unit.name), unit.id))


def by_ids(store: Store, ids: Iterable[int]) -> dict[int, Unit]:
    """Id -> unit, of those `ids` that there are. Two statements."""
    wanted = (id_list(ids),)
    units = _units(
        store,
        store.rows(f"SELECT {_COLUMNS} FROM unit WHERE id IN (SELECT value FROM json_each(?))", wanted),
        store.rows(
            'SELECT unit, name, abbreviation, start, "end" FROM unit_former_name '
            "WHERE unit IN (SELECT value FROM json_each(?)) ORDER BY id",
            wanted,
        ),
    )
    return {unit.id: unit for unit in units}


def get(store: Store, key: int) -> Unit:
    """One unit. Raises `NotFound`."""
    found = by_ids(store, (key,))
    if key not in found:
        raise NotFound("unit", key)
    return found[key]


def count(store: Store) -> int:
    """How many units there are, dissolved ones too."""
    return int(store.value("SELECT count(*) FROM unit"))


def ids_by_uid(store: Store) -> dict[str, int]:
    """Stable id -> id of every unit."""
    return dict(store.rows("SELECT uid, id FROM unit"))


def code_index(store: Store) -> dict[str, int]:
    """Code -> unit id; of units that share one, a living unit goes before a dissolved one, the older row before the newer."""
    return dict(store.rows("SELECT code, id FROM unit WHERE code <> '' ORDER BY ended IS NULL, id DESC"))


def name_index(store: Store) -> dict[str, int]:
    """`fold_name` of every name and abbreviation ever borne -> unit id.

    Where several units share one, a name goes before an abbreviation, a present one before a former one, a living unit before a
    dissolved one, the older row before the newer.
    """
    rows = store.rows(
        "SELECT name, abbreviation, id, ended IS NOT NULL, 0 FROM unit UNION ALL "
        "SELECT f.name, f.abbreviation, f.unit, u.ended IS NOT NULL, 1 FROM unit_former_name f JOIN unit u ON u.id = f.unit "
        "ORDER BY 4, 5, 3"
    )
    index: dict[str, int] = {}
    for position in (0, 1):
        for row in rows:
            if row[position]:
                index.setdefault(fold_name(row[position]), row[2])
    return index


def add(store: Store, unit: Unit) -> Unit:
    """Keep a new unit; returns it with its id, and with a new uid when it has none."""
    unit = unit if unit.uid else replace(unit, uid=new_uid())
    with store.transaction():
        key = store.insert(tables.Unit, _fields(unit))
        _keep_former_names(store, key, unit.names[:-1])
    return replace(unit, id=key)


def save(store: Store, unit: Unit) -> None:
    """Replace all that is kept of a unit. Raises `NotFound`."""
    with store.transaction():
        store.update(tables.Unit, unit.id, _fields(unit))
        store.run("DELETE FROM unit_former_name WHERE unit = ?", (unit.id,))
        _keep_former_names(store, unit.id, unit.names[:-1])


def groups(store: Store) -> list[UnitGroup]:
    """All groups with their members over time, in the order in which they were set up. Two statements."""
    members: dict[int, list[Membership]] = {}
    for group, unit, start, end in store.rows(
        'SELECT unit_group, unit, start, "end" FROM group_member ORDER BY id'
    ):
        members.setdefault(group, []).append(Membership(unit, day(start), day(end)))
    return [
        UnitGroup(key, uid, name, tuple(members.get(key, ())))
        for key, uid, name in store.rows("SELECT id, uid, name FROM unit_group ORDER BY position, id")
    ]


def save_group(store: Store, group: UnitGroup) -> UnitGroup:
    """Keep a group: a new one (id 0), or in place of what is kept. Raises `NotFound`."""
    group = group if group.uid else replace(group, uid=new_uid())
    with store.transaction():
        if group.id:
            store.update(tables.UnitGroup, group.id, {"uid": group.uid, "name": group.name})
        else:
            key = store.insert(tables.UnitGroup, {"uid": group.uid, "name": group.name})
            group = replace(group, id=key)
        store.run("DELETE FROM group_member WHERE unit_group = ?", (group.id,))
        store.run_many(
            'INSERT INTO group_member(unit_group, unit, start, "end") VALUES (?, ?, ?, ?)',
            [(group.id, m.unit, iso(m.start), iso(m.end)) for m in group.members],
        )
    return group


def _units(store: Store, rows: list[Row], former_rows: list[Row]) -> list[Unit]:
    former: dict[int, list[UnitName]] = {}
    for unit, name, abbreviation, start, end in former_rows:
        former.setdefault(unit, []).append(UnitName(name, abbreviation, day(start), day(end)))
    return [_unit(row, former.get(row[0], ())) for row in rows]


def _unit(row: Row, former: Sequence[UnitName]) -> Unit:
    key, uid, name, abbreviation, start, end, kind, parent, code = row[:9]
    *contact, note, started, ended, successor = row[9:]
    return Unit(
        id=key,
        uid=uid,
        names=(*former, UnitName(name, abbreviation, day(start), day(end))),
        kind=UnitKind(kind),
        parent=parent,
        code=code,
        contact=Contact(*contact),
        note=note,
        started=day(started),
        ended=day(ended),
        successor=successor,
    )


def _fields(unit: Unit) -> dict[str, Value]:
    name, contact = unit.names[-1], unit.contact
    return {
        "uid": unit.uid,
        "name": name.name,
        "abbreviation": name.abbreviation,
        "name_start": iso(name.start),
        "name_end": iso(name.end),
        "kind": unit.kind.value,
        "parent": unit.parent,
        "code": unit.code,
        "person": contact.person,
        "position": contact.position,
        "phone": contact.phone,
        "email": contact.email,
        "address": contact.address,
        "note": unit.note,
        "started": iso(unit.started),
        "ended": iso(unit.ended),
        "successor": unit.successor,
    }


def _keep_former_names(store: Store, key: int, names: Sequence[UnitName]) -> None:
    store.run_many(
        'INSERT INTO unit_former_name(unit, name, abbreviation, start, "end") VALUES (?, ?, ?, ?, ?)',
        [(key, n.name, n.abbreviation, iso(n.start), iso(n.end)) for n in names],
    )
