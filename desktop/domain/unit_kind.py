"""What kind of unit a name tells of, and the words used to such units. Names are data; nothing here knows a particular office."""

import functools
import re
import tomllib
from collections.abc import Iterable
from typing import Any

from desktop.domain.unit import UnitKind
from desktop.domain.vietnamese import clean, fold, unify_tones
from desktop.paths import data_file

_NOT_WORD = re.compile(r"[\W_]+")
_ASKED, _PLEADED = "yêu cầu", "đề nghị"

# The words of a beginning -> its kind; `#` stands for a number.
_Beginnings = dict[tuple[str, ...], UnitKind]


def kind_of(name: str) -> UnitKind:
    """The kind of unit that a name tells of, by its first words; OTHER where they tell nothing.

    Beginnings are in data/unit_kinds.toml; the longest that fits decides ("Ban Chỉ huy Quân sự xã" is no "Ban"). A name without any
    dấu is compared without dấu: "ban" then means the board, not the village.
    """
    return _beginning(name_words(name)) or UnitKind.OTHER


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
def _beginnings() -> tuple[_Beginnings, _Beginnings]:
    """(by words with dấu, by words without). Of two that fold alike, the kind named first in the file keeps the folded one."""
    exact: _Beginnings = {}
    folded: _Beginnings = {}
    for kind, names in _seed()["beginnings"].items():
        for name in names:
            words = name_words(name.replace("#", "0"))
            exact[words] = UnitKind(kind)
            folded.setdefault(tuple(fold(word) for word in words), UnitKind(kind))
    return exact, folded


@functools.cache
def _leading() -> tuple[tuple[str, ...], ...]:
    return tuple(name_words(words) for words in _seed()["leading"]["words"])


@functools.cache
def _continuing() -> tuple[tuple[str, ...], ...]:
    return tuple(name_words(words) for words in _seed()["continuing"]["words"])


def _beginning(words: tuple[str, ...]) -> UnitKind | None:
    exact, folded = _beginnings()
    table = folded if words and all(word.isascii() for word in words) else exact
    for leading in _leading():
        if words[: len(leading)] == leading and len(words) > len(leading):
            words = words[len(leading) :]
            break
    for length in range(min(len(words), 6), 0, -1):
        if words[:length] in table:
            return table[words[:length]]
    return None
