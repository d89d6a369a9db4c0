"""Public holidays of a year as the office has them: its own days off and worked days laid over those of the state."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.working_days import DeadlineRules, is_working
from desktop.errors import NotAllowed
from desktop.services import offices
from desktop.services.public_holidays import names_of, with_holidays
from desktop.services.workspace import Workspace


class DayKind(StrEnum):
    """What a day is. OFF: a public holiday; OWN_OFF: a day off of the office alone; SWAPPED: worked for a day off elsewhere;
    OWN_WORKED: worked by the office alone, be it a weekend or a holiday."""

    OFF = "off"
    OWN_OFF = "own_off"
    SWAPPED = "swapped"
    OWN_WORKED = "own_worked"


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day that is not as its weekday. name: of the public holiday, "" for others."""

    day: dt.date
    kind: DayKind
    name: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the office told it, and may take it back."""
        return self.kind in {DayKind.OWN_OFF, DayKind.OWN_WORKED}


def listed(work: Workspace, year: int) -> tuple[DayRow, ...]:
    """All such days of a year, in their order."""
    rules, names = work.office.rules, names_of([year])
    public = with_holidays(DeadlineRules(), [year])
    days = public.holidays | public.working_days | rules.holidays | rules.working_days
    return tuple(
        DayRow(day, _kind(day, rules, public), names.get(day, "")) for day in sorted(days) if day.year == year
    )


def _kind(day: dt.date, rules: DeadlineRules, public: DeadlineRules) -> DayKind:
    if day in rules.working_days:
        return DayKind.OWN_WORKED
    if day in rules.holidays:
        return DayKind.OWN_OFF
    return DayKind.OFF if day in public.holidays else DayKind.SWAPPED


def tell_off(work: Workspace, day: dt.date) -> None:
    """The office has that day off. Raises `NotAllowed` "day_is_off"."""
    rules = work.office.rules
    rules = replace(rules, working_days=rules.working_days - {day})
    if is_working(day, with_holidays(rules, [day.year])):
        rules = replace(rules, holidays=rules.holidays | {day})
    if rules == work.office.rules:
        raise NotAllowed("day_is_off", day=f"{day:%d/%m/%Y}")
    offices.tell_rules(work, rules)


def tell_worked(work: Workspace, day: dt.date) -> None:
    """The office works on that day. Raises `NotAllowed` "day_is_worked"."""
    rules = work.office.rules
    rules = replace(rules, holidays=rules.holidays - {day})
    if not is_working(day, with_holidays(rules, [day.year])):
        rules = replace(rules, working_days=rules.working_days | {day})
    if rules == work.office.rules:
        raise NotAllowed("day_is_worked", day=f"{day:%d/%m/%Y}")
    offices.tell_rules(work, rules)


def forget(work: Workspace, day: dt.date) -> None:
    """That day is again as the state has it."""
    rules = work.office.rules
    offices.tell_rules(
        work, replace(rules, holidays=rules.holidays - {day}, working_days=rules.working_days - {day})
    )
