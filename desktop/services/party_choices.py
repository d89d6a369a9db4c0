"""Units and groups to choose from while somebody types who gets a task, without dấu. Writes nothing, binds only what was chosen."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.task import Party
from desktop.domain.unit import UnitKind
from desktop.domain.vietnamese import clean, fold_name, fold_names
from desktop.services.workspace import Workspace
from desktop.storage import units


@dataclass(frozen=True, slots=True)
class Choice:
    """A unit or a group. folded: its name for search; members: of a group on the day, 0 for a unit; kind: of a unit, None for a group."""

    party: Party
    folded: str
    members: int = 0
    kind: UnitKind | None = None


def choices(work: Workspace, on: dt.date | None = None) -> tuple[Choice, ...]:
    """Groups in their order, then the units that exist on the day (None: today) by the alphabet. Four statements."""
    day = on or work.today()
    there = units.list_units(work.store, day)
    groups = units.groups(work.store)
    folded = iter(fold_names([*(group.name for group in groups), *(unit.name_on(day) for unit in there)]))
    return (
        *(
            Choice(Party(group.name, group=group.id), next(folded), len(group.members_on(day)))
            for group in groups
        ),
        *(Choice(Party(unit.name_on(day), unit=unit.id), next(folded), kind=unit.kind) for unit in there),
    )


def matching(known: Iterable[Choice], words: str, limit: int = 12) -> list[Choice]:
    """Those whose names hold every word of `words`, the last one as a beginning; names that begin with the words come first."""
    wanted = fold_name(words)
    parts = wanted.split()
    if not parts:
        return []
    found = [one for one in known if _holds(one.folded, parts)]
    found.sort(key=lambda one: not one.folded.startswith(wanted))
    return found[:limit]


def named(known: Sequence[Choice], words: str) -> Party:
    """Who exactly those words name; where nobody or several do, the words as they were typed, not bound to anybody."""
    folded = fold_name(words)
    same = [one.party for one in known if one.folded == folded]
    return same[0] if len(same) == 1 else Party(clean(words))


def _holds(folded: str, parts: list[str]) -> bool:
    padded = f" {folded}"
    return all(f" {part}" in padded for part in parts)
