"""A list of units beside the units that are there: what each row would do (product rule 9). Reads no file, keeps nothing.

A row is a unit that is there when their names are one and neither their codes nor their parents contradict: two schools of one name
under two communes are two. A unit that no other row of the list is may have got another code or parent.
"""

import itertools
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from desktop.domain.unit_kind import kinds_of
from desktop.domain.vietnamese import fold_names
from desktop.readers.unit_table import UnitTable
from desktop.services.many_rows import let_go
from desktop.services.unit_names import UnitNames
from desktop.services.workspace import Workspace
from desktop.storage import unit_import, units
from desktop.storage.unit_import import UnitRow

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


class Comparison:
    """Takes a list part by part with `add`; after `finish`, actions stand side by side with its rows."""

    def __init__(self, work: Workspace) -> None:
        self.actions: list[Action] = []
        self._written: list[UnitRow | None] = []
        kept = unit_import.kept_rows(work.store)
        self._kept = {row.unit or 0: row for row, _ in kept}
        self._parents = {row.unit or 0: parent for row, parent in kept}
        former = unit_import.former_names(work.store) if kept else []
        self._names = UnitNames.of(itertools.chain(((row.name, row.unit or 0) for row, _ in kept), former))
        self._codes = units.code_index(work.store)
        self._members = unit_import.members_on(work.store, work.today())
        self._above: dict[str, tuple[int, ...]] = {}
        self._claimed: set[int] = set()
        self._doubtful: list[tuple[int, UnitRow, tuple[int, ...]]] = []
        self._unplaced: list[tuple[int, int, str]] = []

    def add(self, table: UnitTable) -> None:
        """Compare some more rows."""
        new = list(_new(table.columns))
        doubles = table.columns["duplicate_of"]
        if not self._kept and not any(doubles):
            self.actions += [Action.NEW] * len(new)
            self._written += new
            return
        keys = table.columns["key"]
        keys = fold_names(table.columns["name"]) if "" in keys else keys
        for row, key, double in zip(new, keys, doubles, strict=True):
            action, write = (Action.DUPLICATE, None) if double else self._compared(row, key)
            self.actions.append(action)
            self._written.append(write)

    def finish(self) -> list[UnitRow]:
        """Decide what only the whole list tells. What is to be written, in the order of the list. Nothing can be added after it."""
        for at, row, found in self._doubtful:
            free = next((key for key in found if key not in self._claimed), None)
            self.actions[at], self._written[at] = (
                (Action.NEW, row) if free is None else self._told(at, row, free)
            )
        if self._unplaced:
            self._place()
        self._names.forget()
        let_go(self._kept, self._parents, self._codes, self._members)
        return [row for row in self._written if row is not None]

    def _compared(self, row: UnitRow, folded: str) -> tuple[Action, UnitRow | None]:
        at = len(self.actions)
        found = self._names.find(row.name, folded)
        if not found:
            return Action.NEW, row
        above = self._found_above(row.parent)
        fitting = [key for key in found if self._fits(key, row.code, above)]
        if not fitting:
            self._doubtful.append((at, row, found))
            return Action.NEW, row
        if len(fitting) > 1:
            fitting.sort(
                key=lambda key: (
                    self._kept[key].code != row.code,
                    self._parents[key] not in above,
                    key in self._claimed,
                )
            )
        return self._told(at, row, fitting[0])

    def _fits(self, key: int, code: str, above: tuple[int, ...]) -> bool:
        """Whether neither code nor parent says that the unit is another one."""
        there, parent = self._kept[key].code, self._parents[key]
        return (not code or not there or code == there) and (
            not above or parent is None or parent in above or key in above
        )

    def _told(self, at: int, row: UnitRow, key: int) -> tuple[Action, UnitRow | None]:
        """What the list says of a unit that is there: its silence changes nothing, nor does another spelling of its name."""
        self._claimed.add(key)
        before = self._kept[key]
        said = tuple(new or old for new, old in zip(row.said(), before.said(), strict=True))
        above = self._found_above(row.parent)
        is_placed = not above or self._parents[key] in above or key in above  # nobody is under itself
        is_member = not row.group or (key, row.group) in self._members
        if said == before.said() and is_placed and is_member:
            if row.parent and not above:
                self._unplaced.append((at, key, row.parent))
            return Action.SAME, None
        return Action.CHANGED, UnitRow._make((before.name, before.kind, *said, row.group, row.parent, key))

    def _found_above(self, parent: str) -> tuple[int, ...]:
        """The units that a parent may be, told by name or by code."""
        if parent not in self._above:
            code = self._codes.get(parent)
            self._above[parent] = (
                (self._names.find(parent) or (() if code is None else (code,))) if parent else ()
            )
        return self._above[parent]

    def _place(self) -> None:
        """Units that are the same but for a parent that comes with this very list."""
        new = [
            row
            for action, row in zip(self.actions, self._written, strict=True)
            if row and action is Action.NEW
        ]
        coming = {row.name for row in new} | {row.code for row in new}
        for at, key, parent in self._unplaced:
            if parent in coming:
                self.actions[at] = Action.CHANGED
                self._written[at] = self._kept[key]._replace(parent=parent)


def _new(columns: Mapping[str, list[Any]]) -> Iterator[UnitRow]:
    """For each row how it is written as a new unit."""
    names = columns["name"]
    fields = (columns[field] for field in _WRITTEN)
    return map(UnitRow._make, zip(names, kinds_of(names), *fields, itertools.repeat(None)))
