"""The year of an office: duties that come again every year, and which of them want a plan now. Pure; the plans come from outside."""

import datetime as dt
import functools
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.cloning import years_named
from desktop.domain.events import feast
from desktop.domain.lunar import year_name
from desktop.domain.plan import Plan
from desktop.domain.vietnamese import fold
from desktop.paths import data_file

_AFTER = 30
"""Days after the day of a duty in which a plan of it may still be dated."""
_EARLY = 45
"""Days before the lead time in which a plan of it may already be dated."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that comes every year.

    day, month: of the sun's calendar, or feast: key of a lunar feast; lead: days before it from which a plan is proposed; words: a plan
    whose subject has any of them, and none of `but`, is a plan of this duty; ahead: how many years later the year is that the plan is
    for; template: key of a template, "" for none.
    """

    key: str
    name: str
    lead: int
    words: tuple[str, ...]
    day: int = 0
    month: int = 0
    feast: str = ""
    field: str = ""
    ahead: int = 0
    template: str = ""
    but: tuple[str, ...] = ()

    def on(self, year: int) -> dt.date:
        """Its day in a year; 28/02 for 29/02 where there is none. Raises KeyError for a feast that is not known."""
        if self.feast:
            return feast(self.feast).on(year)
        if (self.month, self.day) == (2, 29):
            return dt.date(year, 3, 1) - dt.timedelta(1)
        return dt.date(year, self.month, self.day)

    def begins(self, year: int) -> dt.date:
        """The day from which a plan is proposed."""
        return self.on(year) - dt.timedelta(self.lead)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A duty that wants a plan. on: its day; begins: since when it is proposed; year: the one the plan is for; last: id of the newest
    plan of an earlier year, to clone, None where there is none."""

    duty: Duty
    year: int
    on: dt.date
    begins: dt.date
    last: int | None = None


@functools.cache
def known_duties() -> tuple[Duty, ...]:
    """The duties of data/duties.toml, in its order."""
    with data_file("duties.toml").open("rb") as file:
        rows = tomllib.load(file)["duties"]
    return tuple(map(duty_of, rows))


def duty_of(row: Mapping[str, Any]) -> Duty:
    """A duty from the values of a file or a setting."""
    return Duty(**{**row, "words": tuple(row["words"]), "but": tuple(row.get("but", ()))})


def proposals(duties: Iterable[Duty], plans: Sequence[Plan], today: dt.date) -> tuple[Proposal, ...]:
    """Duties whose lead time has begun, whose day is not past, and for which there is no plan of that year; the nearest first."""
    found = []
    subjects: list[tuple[str, Plan]] = []
    for duty in duties:
        years = [year for year in (today.year, today.year + 1) if duty.begins(year) <= today <= duty.on(year)]
        if not years:
            continue
        subjects = subjects or [(fold(plan.subject), plan) for plan in plans]
        own = [plan for subject, plan in subjects if _is_named(duty, subject)]
        for year in years:
            wanted = year + duty.ahead
            if not any(is_of(duty, year, one) for one in own):
                earlier = [one for one in own if (_year(one) or wanted) < wanted]
                last = max(earlier, key=lambda one: (_year(one) or 0, one.id), default=None)
                found.append(
                    Proposal(duty, wanted, duty.on(year), duty.begins(year), last.id if last else None)
                )
    return tuple(sorted(found, key=lambda one: (one.on, one.duty.name)))


def is_about(duty: Duty, plan: Plan) -> bool:
    """Whether a plan is of this duty, of whatever year: its subject has any of the duty's words, and none of another's."""
    return _is_named(duty, fold(plan.subject))


def _is_named(duty: Duty, subject: str) -> bool:
    """The same of a folded subject."""
    return any(words in subject for words in _folded(duty.words)) and not any(
        words in subject for words in _folded(duty.but)
    )


@functools.cache
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, words))


def is_of(duty: Duty, year: int, plan: Plan) -> bool:
    """Whether a plan about a duty is the one for the duty's day of `year`: by the year it names or is for, the name of the lunar year, or
    a day near the duty's."""
    wanted = year + duty.ahead
    named = years_named(plan.subject)
    if named:
        return wanted in named
    if fold(year_name(wanted)) in fold(plan.subject):
        return True
    if plan.date is not None:
        early = duty.begins(year) - dt.timedelta(_EARLY)
        return early <= plan.date <= duty.on(year) + dt.timedelta(_AFTER)
    return plan.year == wanted


def _year(plan: Plan) -> int | None:
    named = years_named(plan.subject)
    return named[0] if len(named) == 1 else plan.year
