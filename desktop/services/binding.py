"""Binds the words of a directive's tasks to units and groups of the unit list. What cannot be bound keeps its words and is listed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.documents.phrases import upper_first
from desktop.documents.plan import PartyName, PlannedTask
from desktop.domain.directive import AskedTask
from desktop.domain.name_list import Match, Part
from desktop.domain.task import Party, Task
from desktop.domain.unit import Membership, Unit, UnitGroup
from desktop.domain.unit_matching import Matcher
from desktop.storage import units as stored
from desktop.storage.store import Store

_NEAR = 5


@dataclass(frozen=True, slots=True)
class Unbound:
    """Words of a task that could not be bound for certain. position: of the task in the plan, from 0; candidates: names of units that
    may be meant."""

    position: int
    task: str
    written: str
    candidates: tuple[str, ...]


class Binder:
    """Knows the units and groups of the day `on` and binds words to them; `unbound` grows by what could not be bound.

    place: where the office sits ("xã Sơn Tây Hạ"), so that its own "Công an xã" is told from another's; dry: nothing is kept, and a
    group that would have to be made has an id below 0.
    """

    def __init__(self, store: Store, on: dt.date, place: str, *, dry: bool = False) -> None:
        self._store, self._on, self._dry = store, on, dry
        self._made = 0
        self._units = {unit.id: unit for unit in stored.list_units(store)}
        self._matcher = Matcher(self._units.values(), stored.groups(store), on, place)
        self.unbound: list[Unbound] = []

    def tasks(self, asked: Iterable[AskedTask]) -> list[Task]:
        """The tasks of a directive as tasks of a plan not yet saved."""
        return [
            Task(
                id=0,
                uid="",
                plan=0,
                position=position,
                text=task.text,
                leads=self._parties(position, task.text, task.lead),
                coordinating=self._parties(position, task.text, task.coordinating),
                deadline=task.deadline,
                deliverable=task.product or "",
                is_report=task.is_report,
                source=task.sentence or task.text,
            )
            for position, task in enumerate(asked)
        ]

    def _parties(self, position: int, task: str, written: Sequence[str]) -> tuple[Party, ...]:
        parties: list[Party] = []
        for words in written:
            parts = self._matcher.parts(words)
            bound = [self._bound(part) for part in parts]
            if any(party.is_bound for party in bound):
                parties += bound
                missed = [part for part, party in zip(parts, bound, strict=True) if not party.is_bound]
                self._note(position, task, [(part.written, part.match) for part in missed])
            else:  # not one name of it is known, so where one ends and the next begins is not known either
                parties.append(Party(words))
                self._note(position, task, [(words, self._matcher.match(words))])
        return tuple(parties)

    def _note(self, position: int, task: str, missed: Iterable[tuple[str, Match]]) -> None:
        for words, match in missed:
            near = match.candidates or match.units
            names = tuple(self._units[key].name_on(self._on) for key in near[:_NEAR])
            self.unbound.append(Unbound(position, task, words, names))

    def _bound(self, part: Part) -> Party:
        match, words = part.match, part.written
        if not match.certain:
            return Party(words)
        if match.group is not None:
            return Party(words, group=match.group)
        if len(match.units) == 1:
            return Party(words, unit=match.units[0])
        return Party(words, group=self._group(words, match.units))

    def _group(self, words: str, members: Sequence[int]) -> int:
        """A group for several units named at once ("các thôn"): kept as a group, so that it prints as it was written."""
        made = UnitGroup(0, "", upper_first(words), tuple(Membership(unit) for unit in members))
        if self._dry:
            self._made -= 1
            kept = replace(made, id=self._made)
        else:
            kept = stored.save_group(self._store, made)
        self._matcher.add_group(kept)
        return kept.id


def planned(store: Store, tasks: Sequence[Task], on: dt.date) -> list[PlannedTask]:
    """`tasks` with the names of their units on the day `on` (product rule 7). Four statements, however many units there are."""
    parties = [party for task in tasks for party in (*task.leads, *task.coordinating)]
    named_groups = {party.group for party in parties}
    groups = {group.id: group for group in stored.groups(store) if group.id in named_groups}
    members = {key for group in groups.values() for key in group.members_on(on)}
    units = stored.by_ids(store, members | {party.unit for party in parties if party.unit is not None})

    def named(parties: Iterable[Party]) -> tuple[PartyName, ...]:
        return tuple(_party_name(party, units, groups, on) for party in parties)

    return [PlannedTask(task, named(task.leads), named(task.coordinating)) for task in tasks]


def _party_name(party: Party, units: dict[int, Unit], groups: dict[int, UnitGroup], on: dt.date) -> PartyName:
    if party.unit in units:
        unit = units[party.unit]
        return PartyName(unit.name_on(on), frozenset({unit.kind}), party.written)
    if party.group in groups:
        members = groups[party.group].members_on(on)
        return PartyName(party.written, frozenset(units[key].kind for key in members), party.written)
    return PartyName(party.written)
