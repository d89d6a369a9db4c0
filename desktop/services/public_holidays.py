"""Vietnam's public holidays and worked Saturdays, from the `holidays` package. Future years are estimates; the office adds its own."""

import datetime as dt
import importlib.util
import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from desktop.domain.working_days import DeadlineRules


def with_holidays(rules: DeadlineRules, years: Iterable[int]) -> DeadlineRules:
    """`rules` knowing the public holidays of `years` besides the days that the office added itself."""
    off, worked = rules.holidays, rules.working_days
    for year in years:
        public, swapped = _of_year(year)
        off, worked = off | public, worked | swapped
    return replace(rules, holidays=off - rules.working_days, working_days=worked - rules.holidays)


def names_of(years: Iterable[int]) -> dict[dt.date, str]:
    """Public holidays of these years and what they are called; those that the office added itself have no names.

    "Tết Nguyên đán": only the first syllable of such a name has a capital (NĐ 30, phụ lục II, mục V), the package writes two.
    """
    days = _vietnam()(years=list(years), language="vi")
    return {day: name.replace("Nguyên Đán", "Nguyên đán") for day, name in days.items()}


@cache
def _of_year(year: int) -> tuple[frozenset[dt.date], frozenset[dt.date]]:
    days = _vietnam()(years=year)
    return frozenset(days), frozenset(days.weekend_workdays)


@cache
def _vietnam() -> Any:
    """The class of Vietnam by its own file: the package's way imports all countries at once, half a second and 8 MiB more. Where the
    package is no folder of files (a frozen program), by that way."""
    import holidays

    path = Path(holidays.__file__).with_name("countries") / "vietnam.py"
    spec = importlib.util.spec_from_file_location("holidays_of_vietnam", path) if path.exists() else None
    if spec is None or spec.loader is None:
        return holidays.country_holidays("VN").__class__
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Vietnam
