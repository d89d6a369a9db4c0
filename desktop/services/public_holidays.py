"""Vietnam's public holidays and worked Saturdays, from the `holidays` package. Future years are estimates; the office adds its own."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from desktop.domain.working_days import DeadlineRules


def with_holidays(rules: DeadlineRules, years: Iterable[int]) -> DeadlineRules:
    """`rules` knowing the public holidays of `years` besides the days that the office added itself."""
    off, worked = rules.holidays, rules.working_days
    for year in years:
        public, swapped = _of_year(year)
        off, worked = off | public, worked | swapped
    return replace(rules, holidays=off - rules.working_days, working_days=worked - rules.holidays)


def names_of(years: Iterable[int]) -> dict[dt.date, str]:
    """Public holidays of these years and what they are called; those that the office added itself have no names."""
    import holidays

    days = holidays.country_holidays("VN", years=list(years), language="vi")
    return dict(days.items())


@cache
def _of_year(year: int) -> tuple[frozenset[dt.date], frozenset[dt.date]]:
    import holidays

    days = holidays.country_holidays("VN", years=year)
    return frozenset(days), frozenset(days.weekend_workdays)
