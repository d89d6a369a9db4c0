"""Words for many units at once: "UBND các xã, phường", "các phòng, ban", "Trưởng thôn". Which units of a list they mean.

Knows kinds and beginnings of names (data/unit_words.toml), never a particular unit; reads no names of single units.
"""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.unit import UnitKind
from desktop.domain.unit_kind import name_words
from desktop.domain.vietnamese import fold, fold_name
from desktop.domain.written_name import NOWHERE, Place, place_of, plain, without_title, words_data

_Words = tuple[str, ...]
_SEPARATOR = re.compile(r"[,;/+&]|\b(?:và|va)\b")


@dataclass(frozen=True, slots=True)
class Noun:
    """A word for many units. words: as compared; kinds: which units it means; begins, holds: only those whose names begin so, hold
    the word; need: the phrase means nothing unless a unit begins so; loose: it reads wider than it says; single: many also without
    "các"; open_ended: all of the kind when no name begins so; is_level: "xã", "huyện", after another noun a place and no noun."""

    words: str
    kinds: frozenset[UnitKind]
    begins: tuple[str, ...] = ()
    holds: str = ""
    need: str = ""
    loose: bool = False
    single: bool = False
    open_ended: bool = False
    is_level: bool = False


@dataclass(frozen=True, slots=True)
class Collective:
    """A phrase understood. scope: what stands before the nouns ("ca" in "Công an các xã"); vague: "có liên quan" and the like;
    place: the words of place at its end."""

    nouns: tuple[Noun, ...]
    scope: str = ""
    vague: bool = False
    place: Place = NOWHERE

    @property
    def key(self) -> tuple[str, frozenset[str], bool]:
        """What two phrases for the same units share, whatever their order and place."""
        return self.scope, frozenset(noun.words for noun in self.nouns), self.vague


@dataclass(frozen=True, slots=True)
class Member:
    """A unit as collectives see it. folded: its name as `fold_name` gives it."""

    id: int
    kind: UnitKind
    folded: str


def understand(text: str) -> Collective | None:
    """The collective phrase in `text`; None when it names no collective or holds words beyond one."""
    whole = plain(text)
    untitled = without_title(whole)
    found = _understand(untitled, titled=untitled != whole)
    # Typed without dấu, "trường" reads like the title "trưởng".
    return found if found is not None or untitled == whole else _understand(whole, titled=False)


def _understand(text: str, *, titled: bool) -> Collective | None:
    words, breaks = _words(text)
    scope, many, words = _scope(words, breaks)
    nouns, rest = _nouns(words, breaks, scoped=bool(scope))
    enumerated = len(nouns) > 1 or any(len(rest) < at < len(words) for at in breaks)
    vague, place, rest = _tail(rest)
    if not nouns or rest:
        return None
    if not (many or enumerated or nouns[0].single or (titled and nouns[0].kinds == {UnitKind.VILLAGE})):
        return None
    return Collective(nouns, fold_name(" ".join(scope)), vague, place)


def begins_many(text: str) -> bool:
    """Whether `text` begins with "các" or with a word for many units."""
    words, breaks = _words(text)
    return bool(_longest(words, _phrases("many", "quantifiers")) or _nouns(words, breaks)[0])


def is_elsewhere(phrase: Collective, units: Sequence[Member]) -> bool:
    """Whether the words speak of offices that the list does not have: "các sở, ban, ngành" in the list of a commune."""
    asked = [noun for noun in phrase.nouns if noun.need]
    missing = any(not any(_begins(unit.folded, noun.need) for unit in units) for noun in asked)
    return missing and all(noun.need or noun.loose for noun in phrase.nouns)


def members(phrase: Collective, units: Sequence[Member]) -> tuple[tuple[int, ...], bool]:
    """(unit ids in the order of the list, whether the words say exactly these). Place and vagueness are left to the caller."""
    found, exact = set[int](), True
    for noun in phrase.nouns:
        if noun.need and not any(_begins(unit.folded, noun.need) for unit in units):
            return (), False
        some = _scoped(phrase.scope, noun, units) if phrase.scope else _meant(noun, units)
        exact = exact and not noun.loose and bool(noun.kinds)
        found.update(some)
    if not found and not phrase.scope:
        found.update(u.id for noun in phrase.nouns if noun.open_ended for u in units if u.kind in noun.kinds)
        exact = False
    return tuple(unit.id for unit in units if unit.id in found), exact and bool(found)


def _begins(folded: str, words: str) -> bool:
    return folded == words or folded.startswith(f"{words} ")


def _meant(noun: Noun, units: Iterable[Member]) -> list[int]:
    own = [unit for unit in units if unit.kind in noun.kinds]
    if noun.begins:
        own = [u for u in own if any(_begins(_bare(u), begin) for begin in noun.begins)]
    if noun.holds:
        own = [unit for unit in own if noun.holds in unit.folded.split()]
    return [unit.id for unit in own]


def _bare(unit: Member) -> str:
    return unit.folded.removeprefix("ubnd ") if unit.kind is UnitKind.COMMUNE else unit.folded


def _scoped(scope: str, noun: Noun, units: Iterable[Member]) -> list[int]:
    if scope == "ubnd":
        return _meant(noun, units) if noun.kinds == {UnitKind.COMMUNE} else []
    levels = noun.begins or tuple(fold_name(level) for level in words_data()["places"]["commune"])
    return [u.id for u in units if any(_begins(u.folded, f"{scope} {level}") for level in levels)]


# --- reading the words ------------------------------------------------------------------------------------------


_Breaks = frozenset[int]


def _words(text: str) -> tuple[_Words, _Breaks]:
    """(words of `text`, after how many words counted from its end a separator stands)."""
    stretches = [name_words(stretch) for stretch in _SEPARATOR.split(text)]
    breaks, left = set[int](), 0
    for stretch in reversed(stretches):
        left += len(stretch)
        breaks.add(left)
    return tuple(word for stretch in stretches for word in stretch), frozenset(breaks)


def _quantified(words: _Words) -> tuple[bool, _Words]:
    table = _phrases("many", "quantifiers")
    many = False
    while length := _longest(words, table):
        many, words = True, words[length:]
    return many, words


def _scope(words: _Words, breaks: _Breaks) -> tuple[_Words, bool, _Words]:
    """(what stands before the many, whether "các" was there, the rest): "công an" of "công an các xã", nothing of "các xã"."""
    many, rest = _quantified(words)
    if many:
        return (), True, rest
    for at in range(1, min(len(words), 8)):
        many, rest = _quantified(words[at:])
        nouns, _ = _nouns(rest, breaks, scoped=True)
        places = bool(nouns) and all(noun.is_level or noun.kinds == {UnitKind.VILLAGE} for noun in nouns)
        if places and (many or len(nouns) > 1 or nouns[0].single) and len(words) - at not in breaks:
            return words[:at], True, rest
    return (), False, words


def _nouns(words: _Words, breaks: _Breaks, *, scoped: bool = False) -> tuple[tuple[Noun, ...], _Words]:
    """The nouns that `words` begin with and what follows.

    Nouns stand apart by a separator, unless they are of one kind ("các xã phường"). A word of level is a noun only beside its like.
    "các" between two nouns is left out, but under a scope it ends them ("Công an xã, các thôn").
    """
    table = _noun_table(ascii_only=all(word.isascii() for word in words))
    found: list[Noun] = []
    while True:
        again, between = _quantified(words) if found and not scoped else (False, words)
        length = _longest(between, table)
        noun = table.get(between[:length])
        if noun is None or (
            found and not _may_follow(found[-1], noun, apart=len(words) in breaks, again=again)
        ):
            return tuple(found), words
        found.append(noun)
        words = between[length:]


def _may_follow(before: Noun, noun: Noun, *, apart: bool, again: bool) -> bool:
    if noun.is_level and not before.is_level and not again:
        return False
    return apart or (noun.kinds == before.kinds and bool(noun.begins) and bool(before.begins))


def _tail(words: _Words) -> tuple[bool, Place, _Words]:
    """(whether something in it makes the phrase vague, the place it names, what is not understood)."""
    vague = False
    tables = _phrases("many", "vague"), _phrases("many", "plain")
    while words:
        lengths = [_longest(words, table) for table in tables]
        if not any(lengths):
            break
        vague = vague or bool(lengths[0])
        words = words[max(lengths) :]
    links = _phrases("places", "links")
    while length := _longest(words, links):
        words = words[length:]
    levels = _phrases("places", "levels")
    if not _longest(words, levels):
        return vague, NOWHERE, words
    return vague, place_of(" ".join(words)), ()


def _longest(words: _Words, table: Iterable[_Words]) -> int:
    """Length of the longest phrase of `table` that `words` begin with, 0 for none."""
    return next((n for n in range(min(len(words), 9), 0, -1) if words[:n] in table), 0)


@functools.cache
def _phrases(section: str, name: str) -> frozenset[_Words]:
    """Phrases of the data by their words, with and without dấu."""
    given = [name_words(phrase) for phrase in words_data()[section][name]]
    return frozenset(given) | frozenset(tuple(fold(word) for word in words) for words in given)


@functools.cache
def _noun_table(*, ascii_only: bool) -> dict[_Words, Noun | None]:
    table: dict[_Words, Noun | None] = {}
    for entry in words_data()["noun"]:
        for phrase in entry["words"]:
            words, _ = _words(phrase)
            noun = None if entry.get("none") else _noun(phrase, entry)
            table.setdefault(tuple(fold(word) for word in words) if ascii_only else words, noun)
    return table


def _noun(phrase: str, entry: dict[str, object]) -> Noun:
    given = entry.get("begins", ())
    begins = tuple(fold_name(begin or phrase) for begin in given) if isinstance(given, list) else ()
    return Noun(
        words=fold_name(phrase),
        kinds=frozenset(UnitKind(kind) for kind in entry["kinds"])
        if isinstance(entry["kinds"], list)
        else frozenset(),
        begins=begins,
        holds=fold_name(phrase).split()[-1] if entry.get("holds") else "",
        need=fold_name(str(entry.get("need", ""))),
        loose=bool(entry.get("loose")),
        single=bool(entry.get("single")),
        open_ended=bool(entry.get("any")),
        is_level=bool(entry.get("level")),
    )
