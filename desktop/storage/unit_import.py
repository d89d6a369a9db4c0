"""A whole list of units written at once: one prepared statement for each kind of row. What is new and what is known was decided before."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.domain.vietnamese import fold_name
from desktop.storage.store import Store
from desktop.storage.units import name_index
from desktop.storage.values import iso, new_uid, new_uids

_ADD = (
    "INSERT INTO unit(name, kind, code, person, position, phone, email, address, note, abbreviation, id, uid) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_CHANGE = (
    "UPDATE unit SET name = ?, kind = ?, code = ?, person = ?, position = ?, phone = ?, email = ?, address = ?, note = ?, "
    "abbreviation = ? WHERE id = ?"
)


class UnitRow(NamedTuple):
    """One unit of a list. The first ten are written as they are; group, parent: names, "" for none;
    unit: id of the unit that it changes, None for a new one."""

    name: str
    kind: str = "other"
    code: str = ""
    person: str = ""
    position: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    note: str = ""
    abbreviation: str = ""
    group: str = ""
    parent: str = ""
    unit: int | None = None


_KEPT = 10  # leading fields of `UnitRow` that are columns of the table


class ImportCounts(NamedTuple):
    """What an import did: units added, units changed, groups made, memberships added."""

    added: int
    changed: int
    groups: int
    members: int


def import_rows(store: Store, rows: Iterable[UnitRow], day: dt.date | None) -> ImportCounts:
    """Add and change units in one transaction; groups are made as needed, and new members belong to them from `day` on,
    with None from ever (the first list of an office tells how things have been).

    A parent is found among the units kept and those of the list; where its name is unknown the unit has none. A unit once in a
    group stays in it. Writing the same rows again with their ids changes nothing.
    """
    listed = list(rows)
    new = [row for row in listed if row.unit is None]
    changed = [row for row in listed if row.unit is not None]
    with store.bulk():
        first = store.next_id("unit")
        uids = new_uids(len(new))
        ids = range(first, first + len(new))
        store.run_many(_ADD, ((*row[:_KEPT], key, uid) for row, key, uid in zip(new, ids, uids, strict=True)))
        store.run_many(_CHANGE, ((*row[:_KEPT], row.unit) for row in changed))
        placed = [*zip(new, ids, strict=True), *((row, row.unit or 0) for row in changed)]
        _set_parents(store, placed)
        made, joined = _join_groups(store, placed, day)
    return ImportCounts(len(new), len(changed), made, joined)


def _set_parents(store: Store, placed: Sequence[tuple[UnitRow, int]]) -> None:
    children = [(row.parent, key) for row, key in placed if row.parent]
    if not children:
        return
    index = name_index(store)
    found = {name: index.get(fold_name(name)) for name in {name for name, _ in children}}
    parents = ((found[name], key) for name, key in children if found[name] not in (None, key))
    store.run_many("UPDATE unit SET parent = ? WHERE id = ?", parents)


def _join_groups(store: Store, placed: Sequence[tuple[UnitRow, int]], day: dt.date | None) -> tuple[int, int]:
    """(groups made, memberships added)"""
    named = [(row.group, key) for row, key in placed if row.group]
    if not named:
        return 0, 0
    known = {
        fold_name(name): key for key, name in store.rows("SELECT id, name FROM unit_group ORDER BY id DESC")
    }
    before = len(known)
    for name in dict.fromkeys(name for name, _ in named):
        if fold_name(name) not in known:
            store.run(
                "INSERT INTO unit_group(uid, name, position) SELECT ?, ?, coalesce(max(position), -1) + 1 FROM unit_group",
                (new_uid(), name),
            )
            known[fold_name(name)] = store.connection().last_insert_rowid()
    ids = {name: known[fold_name(name)] for name, _ in named}
    there = (
        set(store.rows('SELECT unit_group, unit FROM group_member WHERE "end" IS NULL')) if before else set()
    )
    joining = [pair for pair in ((ids[name], key) for name, key in named) if pair not in there]
    store.run_many(
        "INSERT INTO group_member(unit_group, unit, start) VALUES (?, ?, ?)",
        ((group, key, iso(day)) for group, key in joining),
    )
    return len(known) - before, len(joining)
