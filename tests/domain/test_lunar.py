"""The Vietnamese lunar calendar against known days, against the days that `holidays` gives, and there and back."""

import datetime as dt

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.lunar import LunarDay, lunar_of, new_year, solar_of, year_name


@pytest.mark.parametrize(
    "day",
    [
        dt.date(1968, 1, 29),  # differs from the Chinese calendar
        dt.date(1985, 1, 21),  # differs by a month
        dt.date(2007, 2, 17),  # differs by a day
        dt.date(2023, 1, 22),
        dt.date(2024, 2, 10),
        dt.date(2025, 1, 29),
        dt.date(2026, 2, 17),
        dt.date(2027, 2, 6),
        dt.date(2028, 1, 26),
        dt.date(2029, 2, 13),
        dt.date(2030, 2, 2),  # differs by a day
    ],
)
def test_tet_falls_on_its_known_day(day: dt.date) -> None:
    assert new_year(day.year) == day
    assert lunar_of(day) == LunarDay(1, 1, day.year)


@pytest.mark.parametrize(
    ("day", "month", "year", "solar"),
    [
        (15, 8, 2025, dt.date(2025, 10, 6)),
        (15, 8, 2026, dt.date(2026, 9, 25)),
        (15, 8, 2027, dt.date(2027, 9, 15)),
        (10, 3, 2026, dt.date(2026, 4, 26)),
        (15, 7, 2026, dt.date(2026, 8, 27)),
        (23, 12, 2025, dt.date(2026, 2, 10)),
    ],
)
def test_feasts_of_the_year_fall_on_their_known_days(day: int, month: int, year: int, solar: dt.date) -> None:
    assert solar_of(day, month, year) == solar


def test_tet_and_the_kings_day_agree_with_the_package_of_holidays_for_a_century() -> None:
    for year in range(1976, 2060):
        days = holidays.country_holidays("VN", years=year)
        tet = [day for day, name in days.items() if name == "Lunar New Year"]
        kings = [day for day, name in days.items() if name == "Hung Kings' Commemoration Day"]
        assert not tet or tet[0] == new_year(year)
        assert not kings or kings[0] == solar_of(10, 3, year)


@given(st.dates(dt.date(1920, 1, 1), dt.date(2090, 12, 31)))
def test_there_and_back_is_the_same_day(day: dt.date) -> None:
    lunar = lunar_of(day)
    assert 1 <= lunar.day <= 30
    assert 1 <= lunar.month <= 12
    assert solar_of(lunar.day, lunar.month, lunar.year, is_leap=lunar.is_leap) == day


def test_the_sixth_month_of_2025_comes_twice() -> None:
    assert lunar_of(dt.date(2025, 7, 25)) == LunarDay(1, 6, 2025, is_leap=True)
    assert solar_of(1, 6, 2025, is_leap=True) - solar_of(1, 6, 2025) == dt.timedelta(30)


def test_a_day_that_a_lunar_year_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="30"):
        solar_of(30, 12, 2025)  # the last month of Ất Tỵ is short
    with pytest.raises(ValueError, match="2026"):
        solar_of(1, 6, 2026, is_leap=True)


def test_lunar_years_have_their_names() -> None:
    names = [year_name(year) for year in (1984, 2025, 2026, 2027)]
    assert names == ["Giáp Tý", "Ất Tỵ", "Bính Ngọ", "Đinh Mùi"]
