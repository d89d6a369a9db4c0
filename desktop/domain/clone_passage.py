"""The year that a plan is carried from and to, and a passage of its text while it is changed. The rules themselves are elsewhere."""

import datetime as dt
import functools
import re
import tomllib
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from desktop.domain.deadline_context import read_line
from desktop.domain.events import Feast, feasts_in
from desktop.domain.working_days import DeadlineRules, is_working, to_working_day
from desktop.paths import data_file

_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)|\n")
_BEFORE_FEAST, _AFTER_FEAST = -60, 30
_BEFORE_OLD = 3


class Change(StrEnum):
    """Why words were changed."""

    YEAR = "year"
    DATE = "date"
    WORKING_DAY = "working_day"
    LUNAR_DATE = "lunar_date"
    WEEKDAY = "weekday"
    ORDINAL = "ordinal"
    ANNIVERSARY = "anniversary"
    SEASON = "season"
    LUNAR_YEAR = "lunar_year"
    BASIS = "basis"
    NAME = "name"
    DEADLINE = "deadline"
    UNIT = "unit"
    SIGNER = "signer"
    DIRECTIVE = "directive"


class Left(StrEnum):
    """Why words still carry, or may carry, a value of the old year."""

    BASIS = "basis"
    OTHER_YEAR = "other_year"
    RANGE = "range"
    AIM = "aim"
    ORDINAL = "ordinal"
    WEEKDAY = "weekday"
    NO_SUCH_DAY = "no_such_day"
    LUNAR_DATE = "lunar_date"
    LUNAR_MONTH = "lunar_month"
    NUMBER = "number"
    FIGURE = "figure"
    PERSON = "person"
    THEME = "theme"
    PAST = "past"
    DAY_OFF = "day_off"
    ORDER = "order"
    UNIT = "unit"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class CloneYear:
    """From which year to which.

    written_on: the day of the old plan, None without; feast: the lunar feast that its days are bound to; names: of units, as they were
    and as they are today; rules: of the office, by which deadlines leave days off, None to let them be; kept: (day, month) of what the
    plan is about, which leave none.
    """

    old: int
    new: int
    written_on: dt.date | None = None
    feast: Feast | None = None
    names: tuple[tuple[str, str], ...] = ()
    rules: DeadlineRules | None = None
    kept: frozenset[tuple[int, int]] = frozenset()

    @property
    def step(self) -> int:
        """By how many years."""
        return self.new - self.old

    def is_bound(self, day: dt.date) -> bool:
        """Whether a day lies near enough to the feast to move with it: two months before, one month after."""
        if self.feast is None:
            return False
        return _BEFORE_FEAST <= (day - self.feast.on(self.old)).days <= _AFTER_FEAST

    def moved(self, day: dt.date) -> dt.date:
        """The same day of the new year: as far from the feast where it is bound to one, else the same day and month."""
        if self.feast is not None and self.is_bound(day):
            return self.feast.on(self.new) + (day - self.feast.on(self.old))
        return same_day(day, self.step)

    def off_days_off(self, was: dt.date, new: dt.date) -> dt.date:
        """The working day that a last day moves to by the office's rules; itself where the old one was a day off too, is kept for
        what it is, or is the feast."""
        if self.rules is None or (new.day, new.month) in self.kept or not is_working(was, self.rules):
            return new
        if self.feast is not None and new == self.feast.on(self.new):
            return new
        return to_working_day(new, self.rules)

    def is_own(self, day: dt.date) -> bool:
        """Whether a day belongs to the old plan's own time: its year, the one after, or near its feast; never before the plan's day
        where that is of the year before."""
        if day.year in {self.old, self.old + 1} or self.is_bound(day):
            return True
        return self.written_on is not None and self.written_on <= day and day.year < self.old

    def is_near(self, year: int) -> bool:
        """Whether a year is of the old plan's time, so that it may be one of its values."""
        return self.old - _BEFORE_OLD <= year <= self.old + 1

    def bound_by(self, text: str) -> "CloneYear":
        """Bound to the lunar feast that a text names, where the plan itself is bound to none and the text names one only."""
        if self.feast is not None:
            return self
        named = list(dict.fromkeys(found.thing for found in feasts_in(text)))
        return replace(self, feast=named[0]) if len(named) == 1 else self


@dataclass(frozen=True, slots=True)
class Edit:
    """Words at [start, end) of a text and what takes their place. was, date: the days, where they are one."""

    start: int
    end: int
    old: str
    new: str
    code: Change
    was: dt.date | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words that still carry a value of the old year, or may. sentence: where they stand, as it will be printed."""

    code: Left
    words: str
    sentence: str = ""


@dataclass(slots=True)
class Passage:
    """A text while rules go over it: the first that takes a stretch keeps it. text: NFC; whole: it is a line of bases."""

    text: str
    year: CloneYear
    whole: bool = False
    edits: list[Edit] = field(default_factory=list)
    left: list[tuple[int, int, Left]] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)
    lower: str = ""

    def __post_init__(self) -> None:
        self.lower = read_line(self.text, None).lower

    def is_free(self, start: int, end: int) -> bool:
        """Whether no rule has taken anything of a stretch."""
        return all(end <= other[0] or start >= other[1] for other in self.taken)

    def take(self, start: int, end: int) -> None:
        """Keep a stretch as it is."""
        self.taken.append((start, end))

    def leave(self, start: int, end: int, code: Left) -> None:
        """Keep a stretch as it is and say so."""
        self.take(start, end)
        self.left.append((start, end, code))

    def change(self, start: int, end: int, new: str, code: Change) -> None:
        """Put `new` in place of a stretch; the same words are kept silently."""
        self.change_date(start, end, new, code, None, None)

    def change_date(
        self, start: int, end: int, new: str, code: Change, was: dt.date | None, date: dt.date | None
    ) -> None:
        """The same where the words are a day."""
        self.take(start, end)
        if self.text[start:end] != new:
            self.edits.append(Edit(start, end, self.text[start:end], new, code, was, date))

    def sentence_start(self, position: int) -> int:
        """Where the sentence that holds a position begins."""
        return sentence_span(self.text, position, position)[0]


def same_day(day: dt.date, step: int) -> dt.date:
    """The same day and month `step` years on; 29/02 becomes 28/02 where there is none."""
    try:
        return day.replace(year=day.year + step)
    except ValueError:
        return day.replace(year=day.year + step, day=28)


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around [start, end): after the stop before, up to and with its own."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    begin = max((at for at in ends if at <= start), default=0)
    stop = min((at for at in ends if at >= end and at > begin), default=len(text))
    return begin, stop


@functools.cache
def clone_words() -> dict[str, Any]:
    """data/cloning.toml."""
    with data_file("cloning.toml").open("rb") as file:
        return tomllib.load(file)


def one_of(words: list[str]) -> str:
    """A pattern for any of the words, the longest first, spaces of any width."""
    forms = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms) + ")"
