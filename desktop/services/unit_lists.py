"""A unit list comes in: read, compared with what is there, previewed, kept in one step after a backup (product rule 9)."""

import datetime as dt
import gc
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from desktop.domain.draft import Problem
from desktop.domain.unit import Unit
from desktop.domain.unit_kind import kinds_of
from desktop.domain.vietnamese import fold_names
from desktop.progress import SILENT, Progress
from desktop.readers import unit_list
from desktop.readers.unit_list import UnitListHead, UnitStream
from desktop.readers.unit_table import UnitRow as ReadRow
from desktop.readers.unit_table import UnitTable
from desktop.services import safety
from desktop.services.unit_names import UnitNames
from desktop.services.workspace import Workspace
from desktop.storage import audit, unit_import, units
from desktop.storage.unit_import import ImportCounts, UnitRow

OPENING = "opening"  # the first step, told before anything takes time

# Fields of the list in the order in which a unit is written, after its name and kind.
_WRITTEN = (
    "code",
    "contact",
    "position",
    "phone",
    "email",
    "address",
    "note",
    "abbreviation",
    "group",
    "parent",
)


class Action(StrEnum):
    """What an import would do with a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class UnitPreview:
    """What the list would do. rows and actions side by side; writes: the rows to keep; skipped: rows with data but without a name."""

    head: UnitListHead
    rows: UnitTable
    actions: list[Action]
    writes: list[UnitRow]
    problems: tuple[Problem, ...]
    skipped: int

    @property
    def counts(self) -> dict[str, int]:
        """How many of each action, and "skipped"."""
        counted = Counter(self.actions)
        return {**{action.value: counted[action] for action in Action}, "skipped": self.skipped}


def preview(
    work: Workspace,
    path: Path,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = SILENT,
) -> UnitPreview:
    """Read the list at `path` and compare it with the units there are. Keeps nothing. Raises as `readers.unit_list.stream`."""
    with _no_collector():
        return _preview(_Known(work), unit_list.stream(path, sheet, mapping, progress))


def _preview(known: "_Known", stream: UnitStream) -> UnitPreview:
    seen = UnitTable()
    actions: list[Action] = []
    writes: list[UnitRow] = []
    with stream:
        for chunk in stream:
            seen.extend(chunk)
            told, written = known.compared(chunk)
            actions += told
            writes += written
        skipped = sum(row.reason == "no_name" for row in stream.skipped)
        return UnitPreview(stream.head, seen, actions, writes, stream.problems, skipped)


def commit(work: Workspace, seen: UnitPreview, progress: Progress = SILENT) -> ImportCounts:
    """Keep what `seen` would do, in one transaction, after a backup where anything is there to lose. Nothing new changes nothing."""
    if not seen.writes:
        return ImportCounts(0, 0, 0, 0)
    progress.step(0, None, "saving")
    is_first = units.count(work.store) == 0
    if not is_first:
        safety.backup_before(work, "import")
    with _no_collector(), work.store.transaction():
        counts = unit_import.import_rows(
            work.store, seen.writes, None if is_first else work.today(), progress
        )
        audit.note(work.store, "units_imported", "unit", added=counts.added, changed=counts.changed)
    return counts


@contextmanager
def _no_collector() -> Iterator[None]:
    """Rows by the hundred thousand and no cycles among them: looking for some again and again takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Known:
    """The units that are there, for comparing."""

    def __init__(self, work: Workspace) -> None:
        self._units = {unit.id: unit for unit in units.list_units(work.store)}
        self._names = UnitNames(self._units.values())
        self._codes = units.code_index(work.store)
        self._parents: dict[str, int | None] = {}
        self._groups = _group_names(work) if self._units else {}

    def compared(self, table: UnitTable) -> tuple[list[Action], list[UnitRow]]:
        """For each row what it would do, and what is to be written for those that do anything."""
        doubles = table.columns["duplicate_of"]
        new = list(_new(table.columns))
        keys = self._keys(table.columns)
        if self._names.isdisjoint(keys) and not any(doubles):
            return [Action.NEW] * len(new), new
        found = [
            (Action.DUPLICATE, None)
            if double
            else self._compared(table[at], new[at])
            if key in self._names
            else (Action.NEW, new[at])
            for at, (key, double) in enumerate(zip(keys, doubles, strict=True))
        ]
        return [action for action, _ in found], [write for _, write in found if write is not None]

    def _keys(self, columns: Mapping[str, list[Any]]) -> list[str]:
        """The folded names of the rows; where there is no unit to compare with, whatever the reader knows."""
        keys = columns["key"]
        return fold_names(columns["name"]) if self._units and "" in keys else keys

    def _compared(self, row: ReadRow, write: UnitRow) -> tuple[Action, UnitRow | None]:
        key = self._find(row.name, row.key)
        if key is None:
            return Action.NEW, write
        before = _kept(self._units[key])
        after = before._replace(**_told(row))
        is_member = not row.group or row.group in self._groups.get(key, ())
        if after == before and is_member and self._is_placed(key, row.parent or ""):
            return Action.SAME, None
        return Action.CHANGED, after._replace(group=row.group or "", parent=row.parent or "")

    def _is_placed(self, key: int, parent: str) -> bool:
        """Whether the unit is under the one that the list names, as far as that is known; nobody is under itself."""
        if not parent:
            return True
        if parent not in self._parents:
            self._parents[parent] = self._find(parent) or self._codes.get(parent)
        return self._parents[parent] in {None, key, self._units[key].parent}

    def _find(self, name: str, folded: str | None = None) -> int | None:
        return next(iter(self._names.find(name, folded)), None)


def _new(columns: Mapping[str, list[Any]]) -> Iterator[UnitRow]:
    """For each row how it is written as a new unit."""
    names = columns["name"]
    return map(
        UnitRow._make,
        zip(
            names,
            kinds_of(names),
            *(columns[field] for field in _WRITTEN),
            itertools.repeat(None),
        ),
    )


def _kept(unit: Unit) -> UnitRow:
    contact = unit.contact
    return UnitRow(
        name=unit.name,
        kind=unit.kind.value,
        code=unit.code,
        person=contact.person,
        position=contact.position,
        phone=contact.phone,
        email=contact.email,
        address=contact.address,
        note=unit.note,
        abbreviation=unit.names[-1].abbreviation,
        unit=unit.id,
    )


def _told(row: ReadRow) -> dict[str, Any]:
    """What the list says of a unit that is there: its silence changes nothing, nor does another spelling of its name."""
    said = {
        "code": row.code,
        "person": row.contact,
        "position": row.position,
        "phone": row.phone,
        "email": row.email,
        "address": row.address,
        "note": row.note,
        "abbreviation": row.abbreviation,
    }
    return {field: value for field, value in said.items() if value}


def _group_names(work: Workspace) -> dict[int, set[str]]:
    today = work.today()
    names: dict[int, set[str]] = {}
    for group in units.groups(work.store):
        for key in group.members_on(today):
            names.setdefault(key, set()).add(group.name)
    return names


def listed(work: Workspace, on: dt.date | None = None) -> list[Unit]:
    """The units that exist on the day `on` (None: today), in the order of the list."""
    return units.list_units(work.store, on or work.today())


def groups_of(work: Workspace, wanted: Iterable[Unit], on: dt.date) -> dict[int, tuple[str, ...]]:
    """Unit id -> names of the groups it is in on the day `on`."""
    ids = {unit.id for unit in wanted}
    out: dict[int, tuple[str, ...]] = {}
    for group in units.groups(work.store):
        for key in group.members_on(on):
            if key in ids:
                out[key] = (*out.get(key, ()), group.name)
    return out
