"""The same plan in two years, side by side: how far it came, and the numbers that both asked for. Figures only, no words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from desktop.domain.plan_figures import IndicatorFigures, PlanFigures
from desktop.domain.roll_up import percent
from desktop.domain.vietnamese import fold


class Progress(Enum):
    """What is counted of a plan as a whole, in the order of the table."""

    UNITS = auto()
    TASKS = auto()
    ASSIGNED = auto()
    DONE = auto()
    RATE = auto()
    ON_TIME = auto()
    LATE = auto()
    MISSING = auto()


@dataclass(frozen=True, slots=True)
class Pair:
    """One number in both years; None where that year has none."""

    before: Decimal | None
    now: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """Now less before; None unless both are known."""
        return None if self.before is None or self.now is None else self.now - self.before

    @property
    def ratio(self) -> Decimal | None:
        """Now in percent of before, with one digit; None unless both are known and there was something before."""
        if self.before is None or self.now is None or not self.before:
            return None
        return (100 * self.now / self.before).quantize(Decimal("0.1"))


@dataclass(frozen=True, slots=True)
class ComparedIndicator:
    """A number that was reported in one of the years, or in both. task: of this year, 0 where only the year before asked for it."""

    name: str
    unit_of_measure: str
    task: int
    pair: Pair


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both years. indicators: those of this year in their order, then those that only the year before had."""

    progress: tuple[tuple[Progress, Pair], ...]
    indicators: tuple[ComparedIndicator, ...]


def compare(now: PlanFigures, before: PlanFigures) -> Comparison:
    """Both years of one plan. A number is the same where task and name say the same but for years, or, where the task was worded anew,
    where it is the only one of that name in either year."""
    counted = zip(_progress(before).items(), _progress(now).values(), strict=True)
    progress = tuple((what, Pair(was, is_now)) for (what, was), is_now in counted)
    return Comparison(progress, tuple(_indicators(now, before)))


def _progress(figures: PlanFigures) -> dict[Progress, Decimal | None]:
    total = figures.total
    counts = {
        Progress.UNITS: len(figures.units),
        Progress.TASKS: len(figures.tasks),
        Progress.ASSIGNED: total.assigned,
        Progress.DONE: total.done,
        Progress.RATE: percent(total.done, total.assigned),
        Progress.ON_TIME: total.on_time,
        Progress.LATE: total.late,
        Progress.MISSING: total.missing,
    }
    return {what: None if count is None else Decimal(count) for what, count in counts.items()}


def _indicators(now: PlanFigures, before: PlanFigures) -> Iterator[ComparedIndicator]:
    ours, theirs = _keys(now), _keys(before)
    same = _same(ours, theirs)
    for key, one in ours.items():
        other = theirs.get(same.get(key, key))
        pair = Pair(_reported(other), _reported(one))
        if pair != _NOTHING:
            yield ComparedIndicator(one.indicator.name, one.indicator.unit_of_measure, one.task, pair)
    for key, other in theirs.items():
        pair = Pair(_reported(other), None)
        if key not in same.values() and pair != _NOTHING:
            yield ComparedIndicator(other.indicator.name, other.indicator.unit_of_measure, 0, pair)


_NOTHING = Pair(None, None)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b", re.ASCII)
_Key = tuple[str, str, str]
"""Task, name and unit of measure, folded and without years."""


def _keys(figures: PlanFigures) -> dict[_Key, IndicatorFigures]:
    texts = {some.task.id: some.task.text for some in figures.tasks}
    return {
        (_plain(texts[one.task]), _plain(one.indicator.name), fold(one.indicator.unit_of_measure)): one
        for one in figures.indicators
    }


def _plain(text: str) -> str:
    return " ".join(_YEAR.sub("", fold(text)).split())


def _same(ours: Iterable[_Key], theirs: Iterable[_Key]) -> dict[_Key, _Key]:
    """Key of this year -> key of the year before."""
    known = set(theirs)
    same = {key: key for key in ours if key in known}
    alone, there = Counter(key[1:] for key in ours), Counter(key[1:] for key in known)
    by_name = {key[1:]: key for key in known}
    for key in ours:
        name = key[1:]
        if key not in same and alone[name] == there[name] == 1:
            same[key] = by_name[name]
    return same


def _reported(one: IndicatorFigures | None) -> Decimal | None:
    return one.total if one is not None and one.values else None
