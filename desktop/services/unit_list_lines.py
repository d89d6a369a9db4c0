"""A previewed list as lines to look at: what each would do, beside what is there. Lines are made when asked for. Writes nothing."""

from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.draft import Problem
from desktop.domain.unit import Unit
from desktop.readers.unit_words import FIELDS
from desktop.services.unit_comparing import Action
from desktop.services.unit_lists import UnitPreview
from desktop.services.workspace import Workspace
from desktop.storage import unit_import, units
from desktop.storage.unit_import import UnitRow

_WRITTEN = {"contact": "person"}  # a field of lists -> the field of what is written


class Kind(StrEnum):
    """What lines are sorted by for looking."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DUPLICATE = "duplicate"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list. id: its place among the rows, behind them for a row that is no unit; row: of the sheet, from 1; action: None
    for such a row; values: field -> what the unit will have; before: field -> what it has now, where that is another; double: the
    row of the same unit higher up."""

    id: int
    row: int
    action: Action | None
    values: Mapping[str, str]
    before: Mapping[str, str]
    problems: tuple[Problem, ...]
    double: int | None


class Lines:
    """The lines of `seen`. No statement at first, four for each part that is fetched."""

    def __init__(self, work: Workspace, seen: UnitPreview) -> None:
        self._work, self.seen = work, seen
        self._writes = _places(seen.actions)
        self._problems: dict[int, list[Problem]] = {}
        for problem in seen.problems:
            if problem.row:
                self._problems.setdefault(problem.row, []).append(problem)
        rows = set(seen.rows.columns["row"])
        self._loose = sorted(row for row in self._problems if row not in rows)
        self._all = array("q", range(len(seen.actions) + len(self._loose)))

    @property
    def counts(self) -> dict[Kind, int]:
        """How many of each kind."""
        counts = self.seen.counts
        told = {Kind(action.value): counts[action.value] for action in Action}
        rows = self.seen.rows.columns["row"]
        return told | {Kind.PROBLEM: sum(row in self._problems for row in rows) + len(self._loose)}

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that the list tells anything of, the name first."""
        columns = self.seen.rows.columns
        return tuple(name for name in FIELDS if name == "name" or any(columns[name]))

    def ids(self, kind: Kind | None = None) -> "array[int]":
        """The lines of a kind in the order of the sheet, all for None."""
        seen = self.seen
        if kind is None:
            return self._all
        if kind is not Kind.PROBLEM:
            wanted = Action(kind.value)
            return array("q", (at for at, action in enumerate(seen.actions) if action is wanted))
        found = (at for at, row in enumerate(seen.rows.columns["row"]) if row in self._problems)
        return array("q", (*found, *range(len(seen.actions), len(seen.actions) + len(self._loose))))

    def fetch(self, ids: Sequence[int]) -> list[Line]:
        """Some lines."""
        seen = self.seen
        written = {
            at: seen.writes[self._writes[at]]
            for at in ids
            if at < len(seen.actions) and self._writes[at] >= 0
        }
        known = units.by_ids(self._work.store, {write.unit for write in written.values() if write.unit})
        there = _There(self._work, known)
        return [
            self._loose_line(at) if at >= len(seen.actions) else self._line(at, written.get(at), there)
            for at in ids
        ]

    def _loose_line(self, at: int) -> Line:
        row = self._loose[at - len(self.seen.actions)]
        return Line(at, row, None, {}, {}, tuple(self._problems[row]), None)

    def _line(self, at: int, write: UnitRow | None, there: "_There") -> Line:
        told = self.seen.rows[at]
        values = {name: getattr(told, name) or "" for name in FIELDS}
        before: dict[str, str] = {}
        now = there.of(write.unit) if write is not None and write.unit else None
        if now is not None:
            values = {name: getattr(write, _WRITTEN.get(name, name)) or now[name] for name in FIELDS}
            before = {name: now[name] for name in FIELDS if not _alike(name, values[name], now[name])}
            if "group" in before:  # the unit stays in the groups it has
                before["group"] = ""
        problems = tuple(self._problems.get(told.row, ()))
        return Line(at, told.row, self.seen.actions[at], values, before, problems, told.duplicate_of)


class _There:
    """What is there of some units, by the fields of lists."""

    def __init__(self, work: Workspace, known: Mapping[int, Unit]) -> None:
        self._known = known
        self._above = units.by_ids(work.store, {unit.parent for unit in known.values() if unit.parent})
        self._groups: dict[int, list[str]] = {}
        for key, name in sorted(unit_import.members_on(work.store, work.today(), known)):
            self._groups.setdefault(key, []).append(name)

    def of(self, key: int) -> dict[str, str] | None:
        """None for a unit that has gone meanwhile."""
        unit = self._known.get(key)
        if unit is None:
            return None
        parent = self._above.get(unit.parent or 0)
        return {
            "name": unit.name,
            "group": "; ".join(self._groups.get(unit.id, ())),
            "parent": parent.name if parent else "",
            "code": unit.code,
            "contact": unit.contact.person,
            "position": unit.contact.position,
            "phone": unit.contact.phone,
            "email": unit.contact.email,
            "note": unit.note,
            "abbreviation": unit.names[-1].abbreviation,
            "address": unit.contact.address,
        }


def without(seen: UnitPreview, skipped: Collection[int]) -> UnitPreview:
    """The preview without what some rows (places in `seen.rows`) would do."""
    places = _places(seen.actions)
    gone = {places[at] for at in skipped if places[at] >= 0}
    return replace(seen, writes=[write for at, write in enumerate(seen.writes) if at not in gone])


def _places(actions: Sequence[Action]) -> "array[int]":
    """For each row the place of what it writes, -1 for one that writes nothing."""
    places, count = array("q"), 0
    for action in actions:
        writes = action is Action.NEW or action is Action.CHANGED
        places.append(count if writes else -1)
        count += writes
    return places


def _alike(name: str, value: str, now: str) -> bool:
    """Whether a field stays as it is; a group is told once more where the unit is in several."""
    return value == now or (name == "group" and value in now.split("; "))
