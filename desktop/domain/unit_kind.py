"""What kind of unit a name tells of, and the words used to such units. Names are data; nothing here knows a particular office."""

import functools
import re
import tomllib
from collections.abc import Iterable, Sequence
from typing import Any

from desktop.domain.unit import UnitKind
from desktop.domain.vietnamese import clean, fold, unify_tones
from desktop.paths import data_file

_NOT_WORD = re.compile(r"[\W_]+")
_DIGITS = "0123456789"
_MOST_WORDS = 20_000
_ASKED, _PLEADED = "yêu cầu", "đề nghị"


class _Place(dict[str, "_Place | None"]):
    """A place on the way through the words of a beginning. kind: of the beginning that ends here; is_leading: what comes before the
    name proper ends here; ways: word -> the next place, `#` for a number.

    As a dict it remembers where written words lead: lists of many units use the same few words again and again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kind: UnitKind | None = None
        self.is_leading = False
        self.ways: dict[str, _Place] = {}

    def __missing__(self, word: str) -> "_Place | None":
        place = self.ways.get(word if word in self.ways else "".join(_parts(word)))
        if len(self) < _MOST_WORDS:
            self[word] = place
        return place

    def reached(self, words: Iterable[str]) -> "_Place":
        """The place at the end of `words`, made where there was none."""
        place = self
        for word in words:
            place = place.ways.setdefault(word, _Place())
        return place


def kind_of(name: str) -> UnitKind:
    """The kind of unit that a name tells of, by its first words; OTHER where they tell nothing.

    Beginnings are in data/unit_kinds.toml; the longest that fits decides ("Ban Chỉ huy Quân sự xã" is no "Ban"). A name without any
    dấu is compared without dấu: "ban" then means the board, not the village.
    """
    usual = name.replace(" ", "").isalnum()
    return _beginning(name.split() if usual else name_words(name)) or UnitKind.OTHER


_remembered = functools.lru_cache(_MOST_WORDS)(kind_of)


def kinds_of(names: Iterable[str]) -> list[UnitKind]:
    """`kind_of` each name. Those that differ only in a number at the end ("Thôn 1", "Thôn 2") are looked at once."""
    return [_remembered(name.rstrip(_DIGITS) + "0" if name[-1:] in _DIGITS else name) for name in names]


def begins_as_unit(name: str) -> bool:
    """Whether the first words are such as names of units begin with; "Xã hội", "Môi trường" only go on with one."""
    words = name_words(name)
    going_on = any(words[: len(start)] == start for start in _continuing())
    return not going_on and _beginning(words) is not None


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters with their dấu, without punctuation; a number is `#`."""
    return tuple(part for word in name.split() for part in _parts(word))


@functools.lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    """Of one word between spaces. Lists of many units use the same few words again and again."""
    parts = _NOT_WORD.sub(" ", unify_tones(clean(word).lower())).split()
    return tuple("#" if part.isdecimal() else part for part in parts)


def request_verb(kind: UnitKind) -> str:
    """ "yêu cầu" for offices that stand under this one, "đề nghị" for Mặt trận, đoàn thể, Party and others (product rule 11)."""
    return str(_seed()["verbs"][kind.value]["verb"])


def order_verb(kind: UnitKind) -> str:
    """ "giao" for offices that stand under this one, "đề nghị" for the rest (product rule 11): how a task is handed to them."""
    return str(_seed()["verbs"][kind.value]["order"])


def request_verb_for(kinds: Iterable[UnitKind]) -> str:
    """The one verb that may stand before units of all these kinds: "yêu cầu" only where it fits every one of them."""
    verbs = {request_verb(kind) for kind in kinds}
    return _ASKED if verbs == {_ASKED} else _PLEADED


@functools.cache
def _seed() -> dict[str, Any]:
    with data_file("unit_kinds.toml").open("rb") as file:
        return tomllib.load(file)


@functools.cache
def _beginnings() -> tuple[_Place, _Place]:
    """(by words with dấu, by words without). Of two that fold alike, the kind named first in the file keeps the folded one."""
    exact, folded = _Place(), _Place()
    for kind, names in _seed()["beginnings"].items():
        for name in names:
            words = name_words(name.replace("#", "0"))
            exact.reached(words).kind = UnitKind(kind)
            place = folded.reached(map(fold, words))
            place.kind = place.kind or UnitKind(kind)
    for phrase in _seed()["leading"]["words"]:
        place = exact.reached(name_words(phrase))
        place.is_leading, place.ways = True, exact.ways
    return exact, folded


@functools.cache
def _continuing() -> tuple[tuple[str, ...], ...]:
    return tuple(name_words(words) for words in _seed()["continuing"]["words"])


def _beginning(words: Sequence[str]) -> UnitKind | None:
    """The kind by the longest beginning of these words, each of letters and digits only or as `name_words` gives it."""
    exact, folded = _beginnings()
    place: _Place | None = folded if "".join(words).isascii() else exact
    found = None
    for word in words:
        if place is None:
            break
        if place.is_leading:
            found = None
        place = place[word]
        if place is not None and place.kind is not None:
            found = place.kind
    return found
