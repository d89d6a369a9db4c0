"""What the page of units shows: each unit as of a day, with its groups and open work, in a fixed number of statements. Writes nothing."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.assignment import Standing, standing
from desktop.domain.unit import Unit, UnitName
from desktop.domain.vietnamese import collation_key, fold
from desktop.services.workspace import Workspace
from desktop.storage import unit_work, units


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit as of a day. name: the one of that day; groups: ids and names of its groups on that day; open, overdue: assignments
    today; is_living: it exists on that day; folded: what its words are searched in; place: in the order of the alphabet."""

    unit: Unit
    name: UnitName
    groups: tuple[int, ...]
    group_names: tuple[str, ...]
    open: int
    overdue: int
    is_living: bool
    folded: str
    place: int

    @property
    def id(self) -> int:
        """Of the unit."""
        return self.unit.id


@dataclass(frozen=True, slots=True)
class GroupCount:
    """A group and how many of the units of the day are in it."""

    id: int
    name: str
    members: int


@dataclass(frozen=True, slots=True)
class UnitsShown:
    """Everything there is as of `day`. lines: by the alphabet, those that no longer or not yet exist too."""

    day: dt.date
    lines: tuple[UnitLine, ...]
    groups: tuple[GroupCount, ...]


def load(work: Workspace, on: dt.date | None = None) -> UnitsShown:
    """All units as of the day `on` (None: today). Five statements, however many units there are."""
    day = on or work.today()
    known = units.list_units(work.store)
    if any(unit.name_on(day) != unit.name for unit in known):
        known.sort(key=lambda unit: (collation_key(unit.name_on(day)), unit.id))
    counts = unit_work.open_counts(work.store, work.today())
    groups = units.groups(work.store)
    living = {unit.id for unit in known if unit.exists_on(day)}
    of_unit: dict[int, list[tuple[int, str]]] = {}
    members = Counter[int]()
    for group in groups:
        for key in dict.fromkeys(group.members_on(day)):
            of_unit.setdefault(key, []).append((group.id, group.name))
            members[group.id] += key in living
    lines = tuple(
        _line(at, unit, of_unit.get(unit.id, ()), counts.get(unit.id, (0, 0)), day)
        for at, unit in enumerate(known)
    )
    return UnitsShown(day, lines, tuple(GroupCount(g.id, g.name, members[g.id]) for g in groups))


def _line(
    place: int, unit: Unit, groups: Sequence[tuple[int, str]], counts: tuple[int, int], day: dt.date
) -> UnitLine:
    wanted = unit.name_on(day)
    name = next(one for one in reversed(unit.names) if one.name == wanted)
    contact = unit.contact
    words = (
        *(f"{one.name} {one.abbreviation}" for one in unit.names),
        unit.code,
        contact.person,
        contact.phone,
    )
    return UnitLine(
        unit,
        name,
        tuple(key for key, _ in groups),
        tuple(title for _, title in groups),
        *counts,
        unit.exists_on(day),
        fold(" ".join(words)),
        place,
    )


@dataclass(frozen=True, slots=True)
class OpenWork:
    """One open assignment of a unit. key: its id; task, plan: ids; text: of the task; subject: of the plan; due: the last day."""

    key: int
    task: int
    plan: int
    text: str
    subject: str
    due: dt.date | None
    standing: Standing


def open_work(work: Workspace, key: int) -> list[OpenWork]:
    """The open work of one unit, the nearest day first. One statement."""
    today = work.today()
    return [
        OpenWork(
            one.assignment,
            one.task,
            one.plan,
            one.text,
            one.subject,
            one.due,
            standing(one.status, one.due, None, today),
        )
        for one in unit_work.open_tasks(work.store, key)
    ]
