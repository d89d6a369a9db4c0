"""Who is meant today by the units and groups of an old task: through renames and mergers. Pure; the units come from outside."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.domain.clone_passage import Left
from desktop.domain.task import Party
from desktop.domain.unit import Unit, UnitGroup, successor_on
from desktop.domain.vietnamese import fold_name


@dataclass(frozen=True, slots=True)
class Carried:
    """The parties of today. changed: (name then, name today); left: (why, name) of those that are not known today."""

    parties: tuple[Party, ...]
    changed: tuple[tuple[str, str], ...] = ()
    left: tuple[tuple[Left, str], ...] = ()


class Roster:
    """The units and groups of the office as they are on the day `on`."""

    def __init__(self, units: Iterable[Unit], groups: Iterable[UnitGroup], on: dt.date) -> None:
        self._units = {unit.id: unit for unit in units}
        self._groups = {group.id: group for group in groups}
        self._on = on

    def carry(self, parties: Sequence[Party]) -> Carried:
        """The same parties today: a unit that was merged gives way to its successor, each unit and group once.

        A unit that ended without a successor keeps its words and is bound to none; a group without members today keeps its place.
        """
        out: dict[object, Party] = {}
        changed: list[tuple[str, str]] = []
        left: list[tuple[Left, str]] = []
        for party in parties:
            today = self._today(party)
            out.setdefault(today.unit or today.group or today.written, today)
            if today.written != party.written or today.unit != party.unit:
                changed.append((party.written, today.written))
            if why := self._missing(today):
                left.append((why, today.written))
        return Carried(tuple(out.values()), tuple(changed), tuple(left))

    def _today(self, party: Party) -> Party:
        if party.unit not in self._units:
            return party
        unit = self._units[party.unit]
        heir = successor_on(unit, self._units, self._on)
        if not heir.exists_on(self._on):
            return Party(party.written)
        name = heir.name_on(self._on)
        is_former = any(fold_name(one.name) == fold_name(party.written) for one in unit.names)
        keeps_words = heir is unit and not (is_former and fold_name(name) != fold_name(party.written))
        return replace(party, unit=heir.id, written=party.written if keeps_words else name)

    def _missing(self, party: Party) -> Left | None:
        if not party.is_bound:
            return Left.UNIT
        group = self._groups.get(party.group or 0)
        if group is None:
            return None
        members = group.members_on(self._on)
        alive = any(key in self._units and self._units[key].exists_on(self._on) for key in members)
        return None if alive else Left.GROUP

    def renamed(self) -> tuple[tuple[str, str], ...]:
        """(former name, today's name) of every unit, the longest first; none that some unit bears today or whose unit has no heir."""
        borne = {unit.name_on(self._on) for unit in self._units.values() if unit.exists_on(self._on)}
        pairs: dict[str, str] = {}
        for unit in self._units.values():
            heir = successor_on(unit, self._units, self._on)
            if not heir.exists_on(self._on):
                continue
            for former in unit.names:
                if former.name not in borne and (former.end or self._on) <= self._on:
                    pairs.setdefault(former.name, heir.name_on(self._on))
        return tuple(sorted(pairs.items(), key=lambda pair: -len(pair[0])))
