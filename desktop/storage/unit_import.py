"""A whole list of units written at once: one prepared statement for each kind of row. What is new and what is known was decided before."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop.domain.vietnamese import fold_name, fold_names
from desktop.progress import SILENT, Progress
from desktop.storage import search
from desktop.storage.store import Store, Value
from desktop.storage.units import code_index, name_index
from desktop.storage.values import id_list, iso, new_uid, new_uids

_ADD = (
    "INSERT INTO unit(name, kind, code, person, position, phone, email, address, note, abbreviation, id, uid, parent) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_CHANGE = (
    "UPDATE unit SET name = ?, kind = ?, code = ?, person = ?, position = ?, phone = ?, email = ?, address = ?, note = ?, "
    "abbreviation = ? WHERE id = ?"
)


SAVING = "saving"


class UnitRow(NamedTuple):
    """One unit of a list. The first ten are written as they are; group: its name, parent: a name or a code, "" for none;
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

    def said(self) -> tuple[str, ...]:
        """What a list may say anew of a unit, from its code to its abbreviation."""
        return self[2:10]


_KEPT = 10  # leading fields of `UnitRow` that are columns of the table
_STEP = 2000  # rows between two looks at whether the person has cancelled


class ImportCounts(NamedTuple):
    """What an import did: units added, units changed, groups made, memberships added."""

    added: int
    changed: int
    groups: int
    members: int


def kept_rows(store: Store) -> list[tuple[UnitRow, int | None]]:
    """Every unit as a list would write it, without group and parent, and the id of its parent; living units first. One statement."""
    rows = store.rows(
        "SELECT name, kind, code, person, position, phone, email, address, note, abbreviation, '', '', id, parent FROM unit "
        "ORDER BY ended IS NOT NULL, id"
    )
    return [(UnitRow._make(row[:-1]), row[-1]) for row in rows]


def former_names(store: Store) -> list[tuple[str, int]]:
    """(name, unit) of every name that a unit has no more."""
    return [(name, key) for name, key in store.rows("SELECT name, unit FROM unit_former_name ORDER BY id")]


def members_on(store: Store, day: dt.date, wanted: Iterable[int] | None = None) -> set[tuple[int, str]]:
    """(unit, name of a group that it is in on the day), of the units `wanted`, None for all. One statement."""
    among = "" if wanted is None else "m.unit IN (SELECT value FROM json_each(:wanted)) AND "
    found = store.rows(
        f"SELECT m.unit, g.name FROM group_member m JOIN unit_group g ON g.id = m.unit_group WHERE {among}"
        '(m.start IS NULL OR m.start <= :day) AND (m."end" IS NULL OR :day < m."end")',
        {"day": iso(day), "wanted": id_list(wanted or ())},
    )
    return {(key, name) for key, name in found}


def import_rows(
    store: Store, rows: Iterable[UnitRow], day: dt.date | None, progress: Progress = SILENT
) -> ImportCounts:
    """Add and change units in one transaction; groups are made as needed, and new members belong to them from `day` on,
    with None from ever (the first list of an office tells how things have been).

    A parent is looked for by its name, then by its code, in the list and then among the units kept; where there is none such the
    unit has none. A unit once in a group stays in it. Writing the same rows again with their ids changes nothing.
    """
    listed = list(rows)
    new = [row for row in listed if row.unit is None]
    changed = [row for row in listed if row.unit is not None]
    with store.bulk():
        ids = range(first := store.next_id("unit"), first + len(new))
        keys = [*ids, *(row.unit or 0 for row in changed)]
        placed = [*new, *changed]
        parents = _parents(store, placed, keys)
        with search.noted_at_once(store, "unit", first):
            store.run_many(_ADD, _told(_new(new, ids, parents), len(placed), progress))
        store.run_many(_CHANGE, _told(((*row[:_KEPT], row.unit) for row in changed), len(placed), progress))
        # One that is already there is written with its unit: SQLite would search all units for those that wait for one to come.
        later = ((parent, key) for key, parent in parents.items() if parent > key or key < first)
        store.run_many("UPDATE unit SET parent = ? WHERE id = ?", later)
        made, joined = _join_groups(store, placed, keys, day)
    return ImportCounts(len(new), len(changed), made, joined)


def _new(rows: Sequence[UnitRow], ids: range, parents: Mapping[int, int]) -> Iterator[tuple[Value, ...]]:
    for row, key, uid in zip(rows, ids, new_uids(len(rows)), strict=True):
        parent = parents.get(key)
        yield (*row[:_KEPT], key, uid, parent if parent is not None and parent < key else None)


def _told(rows: Iterable[Sequence[Value]], total: int, progress: Progress) -> Iterator[Sequence[Value]]:
    for done, row in enumerate(rows):
        if not done % _STEP:
            progress.step(done, total, SAVING)
        yield row


def _parents(store: Store, rows: Sequence[UnitRow], keys: Sequence[int]) -> dict[int, int]:
    """Unit id -> id of its parent, for the rows whose parent is found; none is its own."""
    wanted = {row.parent for row in rows if row.parent}
    if not wanted:
        return {}
    last_first = list(
        zip(reversed(rows), reversed(keys), strict=True)
    )  # the first row of a name or code decides
    found = {row.code: key for row, key in last_first if row.code in wanted}
    found |= {row.name: key for row, key in last_first if row.name in wanted}
    if len(found) < len(wanted):
        found |= _elsewhere(store, rows, keys, wanted - found.keys())
    named = ((key, found.get(row.parent)) for row, key in zip(rows, keys, strict=True))
    return {key: parent for key, parent in named if parent and parent != key}


def _elsewhere(
    store: Store, rows: Sequence[UnitRow], keys: Sequence[int], wanted: Collection[str]
) -> dict[str, int]:
    """Those that no row of the list is called exactly: spelt otherwise there, or kept already."""
    folded = fold_names([row.name for row in rows])
    listed = dict(zip(reversed(folded), reversed(keys), strict=True))
    index, codes = name_index(store), code_index(store)
    found = (
        (text, listed.get(key) or index.get(key) or codes.get(text))
        for text, key in zip(wanted, map(fold_name, wanted), strict=True)
    )
    return {text: key for text, key in found if key}


def _join_groups(
    store: Store, rows: Sequence[UnitRow], keys: Sequence[int], day: dt.date | None
) -> tuple[int, int]:
    """(groups made, memberships added)"""
    named = dict.fromkeys(row.group for row in rows if row.group)
    if not named:
        return 0, 0
    known = {
        fold_name(name): key for key, name in store.rows("SELECT id, name FROM unit_group ORDER BY id DESC")
    }
    before = len(known)
    for name in named:
        if fold_name(name) not in known:
            store.run(
                "INSERT INTO unit_group(uid, name, position) SELECT ?, ?, coalesce(max(position), -1) + 1 FROM unit_group",
                (new_uid(), name),
            )
            known[fold_name(name)] = store.connection().last_insert_rowid()
    ids = {name: known[fold_name(name)] for name in named}
    there = (
        set(store.rows('SELECT unit_group, unit FROM group_member WHERE "end" IS NULL')) if before else set()
    )
    start = iso(day)
    joining = [(ids[row.group], key, start) for row, key in zip(rows, keys, strict=True) if row.group]
    if there:
        joining = [member for member in joining if member[:2] not in there]
    store.run_many("INSERT INTO group_member(unit_group, unit, start) VALUES (?, ?, ?)", joining)
    return len(known) - before, len(joining)
