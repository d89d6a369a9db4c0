"""Events that are counted by years and feasts of the lunar calendar, as data/events.toml knows them. Finds names, changes nothing."""

import datetime as dt
import functools
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from desktop.domain.lunar import solar_of
from desktop.domain.vietnamese import fold_aligned, unify_tones
from desktop.paths import data_file

_WORD = re.compile(r"[^\W_]+")
_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Event:
    """An event that comes once a year. zero: the year from which it is counted; day, month: its solar day, 0 where it is not known."""

    name: str
    zero: int
    day: int = 0
    month: int = 0

    def number(self, year: int) -> int:
        """Which one it is in `year`: "lần thứ 10", "kỷ niệm 79 năm"."""
        return year - self.zero


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast on a lunar day. before_new_year: it falls before the Tết of the year it is kept for."""

    key: str
    name: str
    day: int
    month: int
    before_new_year: bool = False

    def on(self, year: int) -> dt.date:
        """The solar day of the feast that is kept for `year`."""
        return solar_of(self.day, self.month, year - self.before_new_year)


@dataclass(frozen=True, slots=True)
class Named(Generic[_Thing]):
    """A name in a text: from `start` to before `end`, and what it names."""

    start: int
    end: int
    thing: _Thing


def events_in(text: str) -> tuple[Named[Event], ...]:
    """The counted events that an NFC text names, in order; dashes, commas and capitals make no difference."""
    return tuple(_names(text, _events()))


def feasts_in(text: str) -> tuple[Named[Feast], ...]:
    """The lunar feasts that an NFC text names, in order. Capitals count: "tập trung thu gom" names none."""
    return tuple(found for found in _names(text, _feasts()) if _has_capitals(text, found))


def feast(key: str) -> Feast:
    """The feast of that key in data/events.toml. Raises KeyError."""
    return {one.key: one for _, _, one in _feasts()}[key]


_Known = tuple[tuple[re.Pattern[str], tuple[str, ...], _Thing], ...]


def _names(text: str, known: "_Known[_Thing]") -> list[Named[_Thing]]:
    """Longer names first, so that none is found inside another. Dấu count unless the passage has none at all."""
    folded = fold_aligned(text)
    out: list[Named[_Thing]] = []
    for pattern, words, thing in known:
        for match in pattern.finditer(folded):
            start, end = match.span()
            is_free = all(end <= other.start or start >= other.end for other in out)
            written = unify_tones(text[start:end]).lower()
            if is_free and (written.isascii() or tuple(_WORD.findall(written)) == words):
                out.append(Named(start, end, thing))
    return sorted(out, key=lambda found: found.start)


def _has_capitals(text: str, found: Named[Feast]) -> bool:
    last = _WORD.findall(text[found.start : found.end])
    return any(word[0].isupper() for word in last)


@functools.cache
def _seed() -> dict[str, list[dict[str, Any]]]:
    with data_file("events.toml").open("rb") as file:
        return tomllib.load(file)


def _patterns(
    named: Iterable[tuple[str, _Thing]],
) -> Iterator[tuple[re.Pattern[str], tuple[str, ...], _Thing]]:
    for name, thing in sorted(named, key=lambda pair: -len(pair[0])):
        words = tuple(_WORD.findall(unify_tones(name).lower()))
        forms = r"[\W_]+".join(fold_aligned(word) for word in words)
        yield re.compile(rf"(?<!\w){forms}(?!\w)"), words, thing


@functools.cache
def _events() -> "_Known[Event]":
    def made(entry: dict[str, Any]) -> Event:
        return Event(entry["names"][0], entry["zero"], entry.get("day", 0), entry.get("month", 0))

    return tuple(_patterns((name, made(entry)) for entry in _seed()["events"] for name in entry["names"]))


@functools.cache
def _feasts() -> "_Known[Feast]":
    def made(entry: dict[str, Any]) -> Feast:
        before = bool(entry.get("before_new_year", False))
        return Feast(entry["key"], entry["names"][0], entry["day"], entry["month"], before)

    return tuple(_patterns((name, made(entry)) for entry in _seed()["feasts"] for name in entry["names"]))
