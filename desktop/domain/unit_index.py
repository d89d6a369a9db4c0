"""Units by the keys of their names on a day: which single unit a written name means. Several units in one string are cut elsewhere."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.collective import Member
from desktop.domain.unit import Unit, successor_on
from desktop.domain.vietnamese import fold_name
from desktop.domain.written_name import (
    NOWHERE,
    Place,
    accents_agree,
    body_key,
    committee_key,
    first_readings,
    key,
    place_of,
    plain,
    split_place,
    without_title,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one unit. held: it is borne on the day; unit: who carries the work on the day; text: `plain`."""

    unit: int
    held: bool
    text: str
    place: Place = NOWHERE

    def agrees(self, text: str) -> bool:
        """Whether no word stands in both with other dấu."""
        return accents_agree(text, self.text)


@dataclass(frozen=True, slots=True)
class Single:
    """unit: the one that is certainly meant, else None; candidates: those it may be."""

    unit: int | None = None
    candidates: tuple[int, ...] = ()


class UnitIndex:
    """Names of `units`, all times, each leading to the unit that exists `on` the day. place: where the office sits ("xã Sơn Tây Hạ").

    Built once in one pass over the names; a look-up is a few dictionary reads.
    """

    def __init__(self, units: Iterable[Unit], on: dt.date, place: str = "") -> None:
        by_id = {unit.id: unit for unit in units}
        self._full: dict[str, list[Entry]] = {}
        self._base: dict[str, list[Entry]] = {}
        self._body: dict[str, list[Entry]] = {}
        self.members: list[Member] = []
        self.names: list[tuple[int, str]] = []
        self._entries = [entry for unit in by_id.values() for entry in self._entries_of(unit, by_id, on)]
        self.here = place_of(place) if place else _most_named(self._entries)
        for entry in self._entries:
            self._add(entry)

    def _entries_of(self, unit: Unit, by_id: dict[int, Unit], on: dt.date) -> list[Entry]:
        heir = successor_on(unit, by_id, on)
        if not heir.exists_on(on):
            return []
        if heir is unit:
            folded = fold_name(unit.name_on(on))
            self.members.append(Member(unit.id, unit.kind, folded))
        out = []
        for name in unit.names:
            held = heir is unit and name.holds_on(on)
            code = "" if unit.code.isdecimal() else unit.code
            texts = dict.fromkeys(plain(text) for text in (name.name, name.abbreviation, code))
            out += [Entry(heir.id, held, text, split_place(text)[1]) for text in texts if text]
            self.names.append((heir.id, fold_name(name.name)))
        return out

    def _add(self, entry: Entry) -> None:
        committee = committee_key(entry.text)
        base = committee or key(split_place(entry.text)[0])
        self._full.setdefault(committee or key(entry.text), []).append(entry)
        self._base.setdefault(base, []).append(entry)
        name = split_place(entry.text)[0]
        for alias in {committee or body_key(name), _acronym(name)} - {""}:
            self._body.setdefault(alias, []).append(entry)

    def find(self, written: str) -> Single:
        """The unit that `written` names, with or without its head's title ("Trưởng Công an xã")."""
        whole = plain(written)
        texts = dict.fromkeys(first_readings(whole) + first_readings(without_title(whole)))
        possible: dict[int, None] = {}
        for text in texts:
            single = self._find(text)
            if single.unit is not None:
                return single
            possible.update(dict.fromkeys(single.candidates))
        return Single(None, tuple(possible))

    def _find(self, text: str) -> Single:
        committee = committee_key(text, self.here)
        name, place = split_place(text)
        full = self._full.get(committee or key(text), [])
        base = [] if committee else self._base.get(key(name), [])
        body = [] if committee else self._body.get(body_key(name), [])
        near, alias = ([e for e in entries if self._fits(place, e.place)] for entries in (base, body))
        possible: dict[int, None] = {}
        for held in (True, False):
            for entries in (full, near, alias):
                single = _decide([entry for entry in entries if entry.held is held], text)
                if single.unit is not None or len(single.candidates) > 1:
                    return single
                possible.update(dict.fromkeys(single.candidates))
        possible.update(dict.fromkeys(entry.unit for entry in (*base, *body)))
        return Single(None, tuple(possible))

    def _fits(self, written: Place, of_unit: Place) -> bool:
        """Whether the words of place written can mean a unit with those of its own; what neither says is that of the office."""
        here = self.here
        own = of_unit if of_unit.level else here
        if own.level == here.level and not own.name:
            own = here
        if not written.level:
            return not of_unit.name or own == here
        if not own.level:
            return not written.name
        return written.level == own.level and (written.name == own.name or not written.name)

    def fits_here(self, place: Place) -> bool:
        """Whether words of place after a collective phrase can mean the office's own place."""
        return not place.level or self._fits(place, NOWHERE)


def _acronym(name: str) -> str:
    """ "vhxh" of "phòng VH-XH": the short form that papers use for the whole name; "" where the name is no head and short form."""
    words = fold_name(name).split()
    return (
        words[1]
        if len(words) == 2 and len(words[1]) > 2 and not set(words[1]) & set("aeiouy0123456789")
        else ""
    )


def _decide(entries: Sequence[Entry], text: str) -> Single:
    """One unit among `entries` of one key, by their dấu where spellings without them coincide."""
    agreeing = {entry.unit: None for entry in entries if entry.agrees(text)}
    if len(agreeing) == 1:
        return Single(next(iter(agreeing)))
    return Single(None, tuple(agreeing or {entry.unit: None for entry in entries}))


def _most_named(entries: Sequence[Entry]) -> Place:
    """The place of an office that has not told it: the only one that several of its units bear, or the only level they name."""
    named = [entry.place for entry in entries if entry.place.name]
    repeated = {place for place in named if named.count(place) > 1} if len(named) < 200 else set()
    if len(repeated) == 1:
        return next(iter(repeated))
    levels = {entry.place.level for entry in entries if entry.place.level and not entry.place.name}
    return Place(next(iter(levels))) if len(levels) == 1 and not named else NOWHERE
