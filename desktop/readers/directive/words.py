"""The cue words of the directive reader (data/directive.toml) and the patterns made of them. Knows words, not documents."""

import functools
import re
import tomllib
from collections.abc import Iterable
from typing import Any

from desktop.domain.vietnamese import unify_tones
from desktop.paths import data_file

_NEW_STYLE = re.compile("o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]")
_SIGNS = str.maketrans({"–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "ð": "đ", "\xa0": " "})


@functools.lru_cache(maxsize=20_000)
def level(text: str) -> str:
    """NFC text in small letters, old tone placement, plain dashes and quotation marks: character for character, so that
    offsets stay true."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    low = low.translate(_SIGNS)
    return unify_tones(low) if _NEW_STYLE.search(low) else low


@functools.cache
def _table() -> dict[str, dict[str, Any]]:
    with data_file("directive.toml").open("rb") as file:
        return tomllib.load(file)


@functools.cache
def listed(part: str, name: str) -> tuple[str, ...]:
    """One list of data/directive.toml, levelled, longest first."""
    return tuple(sorted(map(level, _table()[part][name]), key=len, reverse=True))


@functools.cache
def pairs(part: str, name: str) -> tuple[tuple[str, str], ...]:
    """One list of two-word rows of data/directive.toml, levelled."""
    return tuple((level(a), level(b)) for a, b in _table()[part][name])


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words: white space flexible, whole words only."""
    parts = []
    for word in words:
        body = r"\s+".join(map(re.escape, word.split()))
        tail = r"(?!\w)" if word[-1].isalnum() else ""
        parts.append(body + tail)
    return r"(?<!\w)(?:" + "|".join(parts) + ")"


@functools.cache
def pattern(part: str, name: str) -> re.Pattern[str]:
    """The compiled pattern of one list; apply it to levelled text."""
    return re.compile(either(listed(part, name)))


def begins(text: str, part: str, name: str) -> str | None:
    """The words of the list that the (levelled) text begins with, or None."""
    found = pattern(part, name).match(text)
    return found[0] if found else None


def opens_order(low: str) -> bool:
    """Whether the (levelled) text begins with something to do."""
    if begins(low, "opener", "verbs") is not None:
        return True
    told = begins(low, "order", "described") or begins(low, "order", "not_asked")
    return told is None and begins(low, "units", "stops") is not None


def is_caps(text: str) -> bool:
    """Whether a line is written in capitals: at least two letters, none of them small."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1
