"""Days and periods as they are written ("05 tháng 12 năm 2025", "quý IV/2025"), found in a line and computed.

Does not judge whether one is a deadline: `deadline_words` does. Words that vary are data/deadline_words.toml.
"""

import calendar
import datetime as dt
import functools
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from desktop.domain.vietnamese import fold
from desktop.paths import data_file


class Kind(Enum):
    """What stretch of time the words name."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Moment:
    """One day or period in a line, "ngày" included. number: month, quarter (1-4) or half (1-2); of a day its month."""

    start: int
    end: int
    kind: Kind
    year: int | None = None
    number: int = 0
    day: int = 0

    def first(self) -> dt.date | None:
        """First day, None without a year or when there is no such day."""
        if self.kind is Kind.DAY:
            return _date(self.year, self.number, self.day)
        return _date(self.year, self._months()[0], 1)

    def last(self) -> dt.date | None:
        """Last day, None without a year or when there is no such day."""
        if self.kind is Kind.DAY:
            return _date(self.year, self.number, self.day)
        month = self._months()[1]
        if self.year is None or not 1 <= month <= 12:
            return None
        return _date(self.year, month, calendar.monthrange(self.year, month)[1])

    def _months(self) -> tuple[int, int]:
        width = {Kind.MONTH: 1, Kind.QUARTER: 3, Kind.HALF: 6, Kind.YEAR: 12}[self.kind]
        last = 12 if self.kind is Kind.YEAR else self.number * width
        return last - width + 1, last

    def dated(self, written_on: dt.date | None) -> "Moment":
        """With the year that the words left out: that of the document, the next one if that is past."""
        if self.year is not None or written_on is None:
            return self
        this_year = replace(self, year=written_on.year)
        last = this_year.last()
        return this_year if last is None or last >= written_on else replace(self, year=written_on.year + 1)


def _date(year: int | None, month: int, day: int) -> dt.date | None:
    try:
        return None if year is None else dt.date(year, month, day)
    except ValueError:
        return None


@functools.cache
def words() -> dict[str, dict[str, Any]]:
    """data/deadline_words.toml."""
    with data_file("deadline_words.toml").open("rb") as file:
        return tomllib.load(file)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases over lower-case text, with dấu or wholly without, longest first."""
    return _any_of(tuple(phrases))


@functools.cache
def _any_of(phrases: tuple[str, ...]) -> str:
    forms = {form for phrase in phrases for form in (phrase.lower(), fold(phrase))}
    return (
        "(?:"
        + "|".join(r"\s+".join(map(re.escape, form.split())) for form in sorted(forms, key=len, reverse=True))
        + ")"
    )


_MONTH, _YEAR, _QUARTER, _DAY = any_of(["tháng"]), any_of(["năm"]), any_of(["quý", "quí"]), any_of(["ngày"])
_Y = rf"\s*(?:[/\-–]|,(?=\s*{_YEAR}))?\s*(?:{_YEAR}\s*)?(?P<y>20\d\d)(?!\s?[\d/])"
_FREE = r"(?<![\w/.])"  # not inside a number, a symbol or a word
_AND = rf"\s*(?:,|-|–|{any_of(['và'])})\s*"
_FORMS: tuple[tuple[Kind, str], ...] = (
    (Kind.DAY, rf"{_FREE}(?P<y>20\d\d)-(?P<n>\d\d)-(?P<d>\d\d)(?:[ t]00:00:00)?(?![\d/])"),
    (
        Kind.DAY,
        rf"(?:{_DAY}\s*|{_FREE})(?P<d>\d{{1,2}})\s?([/.\-–])\s?(?P<n>\d{{1,2}})\s?\2\s?(?P<y>20\d\d)(?![\d/])",
    ),
    (Kind.DAY, rf"(?:{_DAY}\s*|{_FREE})(?P<d>\d{{1,2}})/(?P<n>\d{{1,2}})/(?P<y>\d\d)(?![\d/])"),
    (Kind.DAY, rf"(?:{_DAY}\s*|{_FREE})(?P<d>\d{{1,2}})\s*{_MONTH}\s*(?P<n>\d{{1,2}})(?!\d){_Y}"),
    (Kind.DAY, rf"{_DAY}\s*(?P<d>\d{{1,2}})\s*{_MONTH}\s*(?P<n>\d{{1,2}})(?!\d)(?P<y>)"),
    (
        Kind.DAY,
        rf"(?:{_DAY}\s*|{_FREE})(?P<d>\d{{1,2}})\s?/\s?(?P<n>\d{{1,2}})(?![\d%]|\s?/)(?:\s*,?\s*{_YEAR}\s*(?P<y>20\d\d)(?!\d))?",
    ),
    (
        Kind.HALF,
        rf"{_FREE}(?:0?6|{any_of(['sáu'])})\s*{_MONTH}\s*(?P<n>{any_of(['đầu', 'cuối'])})\s*{_YEAR}(?:\s*(?P<y>20\d\d)(?!\d))?",
    ),
    (
        Kind.MONTH,
        rf"{_FREE}{_MONTH}\s*\d{{1,2}}{_AND}(?:\d{{1,2}}{_AND})*(?:{_MONTH}\s*)?(?P<n>\d{{1,2}})(?!\d){_Y}",
    ),
    (Kind.MONTH, rf"{_FREE}{_MONTH}\s*(?P<n>\d{{1,2}})(?!\d)(?:{_Y})?"),
    (Kind.MONTH, rf"{_FREE}(?:t\.?\s?)?(?P<n>\d{{1,2}})\s?[/\-]\s?(?P<y>20\d\d)(?![\d/])"),
    (
        Kind.QUARTER,
        rf"{_FREE}{_QUARTER}\s*(?:(?:iv|i{{1,3}}|[1-4]){_AND})+(?P<n>iv|i{{1,3}}|[1-4])\b(?!\s?/\s?\d\d?(?!\d)){_Y}",
    ),
    (Kind.QUARTER, rf"{_FREE}(?:{_QUARTER}\s*|q\.?)(?P<n>iv|i{{1,3}}|[1-4])(?!\w)(?:{_Y})?"),
    (Kind.YEAR, rf"{_FREE}{_YEAR}\s*(?P<y>20\d\d)(?![\d/]|\s*[\-–]\s*\d)"),
)
_LUNAR = re.compile(rf"\s*\(?(?:{any_of(['âm lịch', 'âl'])})(?!\w)")
LISTED = re.compile(rf"\s*(?:,|{any_of(['và', 'hoặc'])})\s*")
"""What stands between two moments of one list."""
_PATTERNS = tuple((kind, re.compile(form)) for kind, form in _FORMS)
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "đầu": 1, "dau": 1, "cuối": 2, "cuoi": 2}
_LIMITS = {Kind.DAY: 12, Kind.MONTH: 12, Kind.QUARTER: 4, Kind.HALF: 2}


def moments(line: str) -> list[Moment]:
    """All days and periods of a lower-case line, in order, not overlapping. A day that does not exist has no date."""
    found: list[Moment] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(line):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.extend(_moment(kind, match))
    found = [moment for moment in found if not _LUNAR.match(line, moment.end)]
    return _with_shared_year(line, sorted(found, key=lambda moment: moment.start))


def _with_shared_year(line: str, found: list[Moment]) -> list[Moment]:
    """ "15/6 và 15/12/2025": the year stands once, after the last."""
    for i in range(len(found) - 2, -1, -1):
        one, following = found[i], found[i + 1]
        if (
            one.year is None
            and one.kind is following.kind
            and LISTED.fullmatch(line, one.end, following.start)
        ):
            found[i] = replace(one, year=following.year)
    return found


def _moment(kind: Kind, match: re.Match[str]) -> Iterable[Moment]:
    groups = match.groupdict()
    year = int(groups["y"]) % 100 + 2000 if groups["y"] else None
    written = groups.get("n") or "1"
    number = _NUMBERS.get(written) or int(written)
    if number <= _LIMITS.get(kind, 1):
        yield Moment(match.start(), match.end(), kind, year, number, int(groups.get("d") or 0))
