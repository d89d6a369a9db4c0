"""The words the proofreader goes by (data/proofread.toml) and small helpers over text. Judges nothing."""

import functools
import re
import tomllib
from collections.abc import Iterable
from typing import Any

from desktop.domain.vietnamese import CAPITAL, unify_tones
from desktop.paths import data_file

_SIGNS = str.maketrans({"–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "ð": "đ", "\xa0": " "})
_STOP = re.compile(rf"[.;!?…]+[\"”’)]*\s+(?=[“\"(]?[{CAPITAL}])|;\s+")
_SHORT = re.compile(r"(?:^|[\s(])(?:\w{1,2}|[IVXLC]+|ThS|BS|GS|PGS|TMQ|TUQ)\.\s+$")


@functools.lru_cache(maxsize=4096)
def level(text: str) -> str:
    """NFC text in small letters, old tone placement, plain dashes and quotation marks: character for character, so that
    offsets stay true."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return unify_tones(low.translate(_SIGNS))


@functools.cache
def table() -> dict[str, Any]:
    """data/proofread.toml."""
    with data_file("proofread.toml").open("rb") as file:
        return tomllib.load(file)


def listed(part: str, name: str) -> tuple[str, ...]:
    """One list of words, levelled."""
    return tuple(map(level, table()[part][name]))


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the (levelled) words: white space flexible, whole words only, longest first."""
    bodies = [r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True)]
    return r"(?<!\w)(?:" + "|".join(bodies) + r")(?!\w)"


@functools.cache
def pattern(part: str, name: str) -> re.Pattern[str]:
    """The compiled pattern of one list; apply it to levelled text."""
    return re.compile(either(listed(part, name)))


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence that holds `start` to `end`; stops of abbreviations ("TP.", "KT.") end none."""
    first, last = 0, len(text)
    for stop in _STOP.finditer(text):
        if stop[0][0] == "." and _SHORT.search(text[: stop.end()]):
            continue
        if stop.end() <= start:
            first = stop.end()
        elif stop.start() >= end:
            last = stop.end()
            break
    return first, first + len(text[first:last].rstrip())


def sentence(text: str, start: int, end: int) -> str:
    """The sentence that holds `start` to `end`."""
    first, last = sentence_span(text, start, end)
    return text[first:last]


def replaced(text: str, start: int, end: int, new: str) -> tuple[str, str]:
    """(the sentence that holds `start` to `end`, the same with that stretch replaced by `new`)."""
    first, last = sentence_span(text, start, end)
    return text[first:last], text[first:start] + new + text[end:last]
