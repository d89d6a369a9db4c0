"""A written name -> the units and groups it means: one name, words for many, several names in one string, names of former days.

Never binds on a guess: what may mean several things, or names more than the list has, comes back as candidates.
"""

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator

from desktop.domain.collective import Collective, is_elsewhere, members, understand
from desktop.domain.name_list import Match, Part, cut
from desktop.domain.near_names import NearNames
from desktop.domain.unit import Unit, UnitGroup
from desktop.domain.unit_index import UnitIndex
from desktop.domain.vietnamese import fold_name
from desktop.domain.written_name import key, plain, split_place, without_many, without_title

__all__ = ["Match", "Matcher", "Part"]

# Words that make no difference between two names of a group.
_IDLE = {"cac", "nhung", "viet", "nam", "vn"}


class Matcher:
    """Matches written names on the day `on`. Built once for a list of units; a match is a few dictionary look-ups.

    place: where the office sits ("xã Sơn Tây Hạ"), so that "Công an xã" is its own and "Công an tỉnh" is not; inferred from the
    names of the units where it is not told.
    """

    def __init__(
        self, units: Iterable[Unit], groups: Iterable[UnitGroup], on: dt.date, place: str = ""
    ) -> None:
        self._index = UnitIndex(units, on, place)
        self._order = {member.id: at for at, member in enumerate(self._index.members)}
        self._groups: dict[int, tuple[int, ...]] = {}
        self._group_names: dict[Hashable, dict[int, None]] = {}
        self._by_members: dict[tuple[int, ...], dict[int, None]] = {}
        self._near: NearNames | None = None
        self._on = on
        for group in groups:
            self.add_group(group)

    def add_group(self, group: UnitGroup) -> None:
        """Know one more group from now on, without reading the units again."""
        alive = (unit for unit in group.members_on(self._on) if unit in self._order)
        self._groups[group.id] = units = self._sorted(alive)
        self._by_members.setdefault(units, {})[group.id] = None
        for name in self._keys(group.name):
            self._group_names.setdefault(name, {})[group.id] = None

    def match(self, written: str) -> Match:
        """What the whole string means; with several names in it, the units of all."""
        parts = self.parts(written)
        if len(parts) == 1:
            return parts[0].match
        matches = [part.match for part in parts]
        units = self._sorted(unit for match in matches for unit in match.units)
        others = dict.fromkeys(unit for match in matches for unit in match.candidates if unit not in units)
        unknown = tuple(text for match in matches for text in match.unknown)
        return Match(
            units, None, bool(units) and all(match.certain for match in matches), tuple(others), unknown
        )

    def parts(self, written: str) -> tuple[Part, ...]:
        """The names in the string, each with its meaning: for binding them one by one. Nothing for a blank string."""
        parts = cut(written, self)
        return tuple(Part(part.written, self._with_near(part)) for part in parts if part.written)

    def read(self, text: str) -> Match | None:
        """What one stretch of words means as a whole; None when it is no unit, no group and no words for many."""
        group = self._group(text)
        if group is not None:
            return group
        single = self._index.find(text)
        if single.unit is not None:
            return Match((single.unit,), certain=True)
        phrase = understand(text)
        if phrase is not None:
            return self._elsewhere(phrase, text) or self._many(phrase)
        named = without_many(text)
        if named != text:
            single = self._index.find(named)
            if single.unit is not None:
                return Match((single.unit,), certain=True)
        return Match(candidates=single.candidates) if single.candidates else None

    def read_one(self, text: str) -> int | None:
        """The one unit of that name; None when there is none or several."""
        return self._index.find(text).unit

    def _group(self, text: str) -> Match | None:
        for name in self._keys(text):
            found = list(self._group_names.get(name, ()))
            if len(found) == 1:
                units = self._groups[found[0]]
                return Match(units, found[0], certain=bool(units))
            if found:
                return Match(candidates=self._sorted(unit for id_ in found for unit in self._groups[id_]))
        return None

    def _keys(self, name: str) -> Iterator[Hashable]:
        """Keys of a group's name, strictest first: its spelling, its words in any order, the units it speaks of."""
        text = without_title(plain(name))
        yield key(text)
        bare, place = split_place(text)
        for words in (text, bare) if self._index.fits_here(place) and place.level else (text,):
            bag = frozenset(fold_name(words).split()) - _IDLE
            if bag:
                yield bag
        phrase = understand(name)
        if phrase is not None and self._index.fits_here(phrase.place):
            yield phrase.key

    def _elsewhere(self, phrase: Collective, text: str) -> Match | None:
        return Match(unknown=(text,)) if is_elsewhere(phrase, self._index.members) else None

    def _many(self, phrase: Collective) -> Match | None:
        units, exact = members(phrase, self._index.members)
        if not units:
            return None
        if phrase.vague or not self._index.fits_here(phrase.place):
            return Match(candidates=units)
        groups = list(self._by_members.get(units, ())) if len(units) > 1 and exact else []
        return Match(units, groups[0] if len(groups) == 1 else None, certain=exact)

    def _with_near(self, part: Part) -> Match:
        match = part.match
        if not match.unknown or understand(part.written):
            return match
        if self._near is None:
            self._near = NearNames(self._index.names)
        near = self._near.suggest(fold_name(without_title(plain(part.written))))
        return Match(candidates=near, unknown=match.unknown)

    def _sorted(self, units: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(set(units), key=self._order.__getitem__))
