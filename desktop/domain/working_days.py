"""Which day of a deadline is the last that counts, by the rules of the office. Public holidays come from outside.

Computes only; the printed words and date stay as they are in `Deadline`, and both days are shown.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.deadline import Deadline, Operator

_DAY = dt.timedelta(days=1)
_LONGEST_HOLIDAY = 60
_HOUR = re.compile(r"\d\s*(?:giờ|gio|h|g)(?![^\W\d_])|\d{1,2}:\d{2}", re.IGNORECASE)


class DayOff(StrEnum):
    """Where a last day that is a day off moves: offices and NĐ 315/2025 Điều 19 back, the Civil Code Điều 148 forward."""

    BACK = "back"
    FORWARD = "forward"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class DeadlineRules:
    """How an office counts.

    before_is_strict: "trước ngày 14/4" ends on 13/4; day_off: where a day off moves; saturday_works: Saturdays are
    worked; holidays: public holidays; working_days: days that are worked though they are a Saturday, a Sunday or in
    holidays (swapped days).
    """

    before_is_strict: bool = True
    day_off: DayOff = DayOff.BACK
    saturday_works: bool = False
    holidays: frozenset[dt.date] = frozenset()
    working_days: frozenset[dt.date] = frozenset()


def is_working(day: dt.date, rules: DeadlineRules) -> bool:
    """Whether the office works on a day."""
    if day in rules.working_days:
        return True
    last_weekday = calendar.SATURDAY if rules.saturday_works else calendar.FRIDAY
    return day not in rules.holidays and day.weekday() <= last_weekday


def last_day(deadline: Deadline, rules: DeadlineRules) -> dt.date | None:
    """The last day that counts (product rule 4), None when the deadline names no day.

    "trước ngày 14/4/2024", read strictly, is 13/4, a Saturday, and moves back to Friday 12/4. With an hour ("trước
    16 giờ 00 ngày 5/12") the day itself counts. A range is never moved back before its first day.
    """
    if deadline.date is None:
        return None
    return _counting_day(deadline, deadline.date, rules)


def _counting_day(deadline: Deadline, printed: dt.date, rules: DeadlineRules) -> dt.date:
    is_strict = (
        deadline.operator is Operator.BEFORE and rules.before_is_strict and not _HOUR.search(deadline.text)
    )
    day = printed - _DAY if is_strict and printed > dt.date.min else printed
    moved = to_working_day(day, rules)
    return day if deadline.start is not None and moved < deadline.start else moved


def to_working_day(day: dt.date, rules: DeadlineRules) -> dt.date:
    """The nearest working day in the direction of the rules; the day itself if there is none within two months."""
    step = {DayOff.BACK: -1, DayOff.FORWARD: 1, DayOff.KEEP: 0}[rules.day_off]
    if step == 0:
        return day
    for distance in range(_LONGEST_HOLIDAY):
        number = day.toordinal() + step * distance
        if not dt.date.min.toordinal() <= number <= dt.date.max.toordinal():
            break
        candidate = dt.date.fromordinal(number)
        if is_working(candidate, rules):
            return candidate
    return day


def next_occurrence(deadline: Deadline, today: dt.date, rules: DeadlineRules) -> dt.date | None:
    """The last counting day of the next turn of a recurring deadline, not before today; None without recurrence.

    A rule without a day ("monthly") ends with its period. Daily duties fall on working days only, unless days off
    are kept. Raises ValueError when the rule is none of those of `Deadline.recurrence`.
    """
    if deadline.recurrence is None:
        return None
    name, _, days = deadline.recurrence.partition(":")
    if name == "daily":
        kept = rules.day_off is DayOff.KEEP
        ahead = (today + _DAY * n for n in range(_LONGEST_HOLIDAY))
        return today if kept else next((day for day in ahead if is_working(day, rules)), today)
    counting = (_counting_day(deadline, printed, rules) for printed in _printed_days(name, days, today))
    return next(day for day in counting if day >= today)


def _printed_days(name: str, days: str, today: dt.date) -> Iterator[dt.date]:
    """The days a rule names, ascending, from one period before today on for two years."""
    if name == "weekly":
        monday = today - _DAY * (today.weekday() + 7)
        weekday = int(days or calendar.FRIDAY + 1)
        yield from (monday + _DAY * (7 * week + weekday - 1) for week in range(104))
        return
    if name == "yearly":
        turns = [(int(turn[:2]), int(turn[3:])) for turn in sorted(days.split(","))] if days else [(12, 31)]
    else:
        every = {"monthly": 1, "quarterly": 3, "half-yearly": 6}.get(name)
        if every is None:
            raise ValueError(name)
        turns = [(month, int(days or 31)) for month in range(every, 13, every)]
    for year in range(today.year - 1, today.year + 3):
        for month, day in turns:
            yield dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))
