"""The Vietnamese lunar calendar (months by the new moon at UTC+7): solar day to lunar day and back, names of years. Astronomy only.

New moons after Jean Meeus, Astronomical Algorithms, chapter 49, the sun's longitude after chapter 25: right to a minute and to about
a hundredth of a degree between 1900 and 2100. Feasts are in `events`.
"""

import datetime as dt
import functools
import itertools
import math
from dataclasses import dataclass

_ZONE = 7 / 24
_CLOCK = 70 / 86400
"""Terrestrial time runs ahead of the clock by 64 to 75 seconds in these decades."""
_EPOCH = 1721425
"""Julian day number of the day before ordinal 1."""
_MOON = 29.530588861

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")

# Periodic terms of the true new moon: days, power of the eccentricity, multiples of M, M', F and of the node.
_TERMS: tuple[tuple[float, int, int, int, int, int], ...] = (
    (-0.40720, 0, 0, 1, 0, 0),
    (0.17241, 1, 1, 0, 0, 0),
    (0.01608, 0, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2, 0),
    (0.00739, 1, -1, 1, 0, 0),
    (-0.00514, 1, 1, 1, 0, 0),
    (0.00208, 2, 2, 0, 0, 0),
    (-0.00111, 0, 0, 1, -2, 0),
    (-0.00057, 0, 0, 1, 2, 0),
    (0.00056, 1, 1, 2, 0, 0),
    (-0.00042, 0, 0, 3, 0, 0),
    (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0),
    (-0.00024, 1, -1, 2, 0, 0),
    (-0.00017, 0, 0, 0, 0, 1),
    (-0.00007, 0, 2, 1, 0, 0),
    (0.00004, 0, 0, 2, -2, 0),
    (0.00004, 0, 3, 0, 0, 0),
    (0.00003, 0, 1, 1, -2, 0),
    (0.00003, 0, 0, 2, 2, 0),
    (-0.00003, 0, 1, 1, 2, 0),
    (0.00003, 0, -1, 1, 2, 0),
)
# Small terms of the planets: days, degrees at the epoch, degrees a moon.
_PLANETS: tuple[tuple[float, float, float], ...] = (
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
)


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar. year: the one that begins at Tết of that solar year; is_leap: in the month that is counted twice."""

    day: int
    month: int
    year: int
    is_leap: bool = False


@dataclass(frozen=True, slots=True)
class _Month:
    start: int
    month: int
    year: int
    is_leap: bool


def lunar_of(day: dt.date) -> LunarDay:
    """The lunar day of a solar day."""
    number = day.toordinal()
    months = [month for year in (day.year, day.year + 1) for month in _months(year)]
    found = next(month for month in reversed(months) if month.start <= number)
    return LunarDay(number - found.start + 1, found.month, found.year, found.is_leap)


def solar_of(day: int, month: int, year: int, *, is_leap: bool = False) -> dt.date:
    """The solar day of a lunar day. Raises ValueError when the lunar year has no such day (30 in a short month, a leap month not there)."""
    months = [*_months(year), *_months(year + 1)]
    for one, following in itertools.pairwise(months):
        if (one.month, one.year, one.is_leap) == (month, year, is_leap):
            if 1 <= day <= following.start - one.start:
                return dt.date.fromordinal(one.start + day - 1)
            break
    raise ValueError((day, month, year, is_leap))


def new_year(year: int) -> dt.date:
    """The first day of Tết Nguyên đán of a year."""
    return solar_of(1, 1, year)


def year_name(year: int) -> str:
    """ "Bính Ngọ" of 2026: the name of the lunar year that begins at Tết of that year."""
    return f"{_STEMS[(year + 6) % 10]} {_BRANCHES[(year + 8) % 12]}"


@functools.lru_cache(maxsize=64)
def _months(year: int) -> tuple[_Month, ...]:
    """The months from the one of the winter solstice of the year before (month 11) to the one before that of `year`.

    With thirteen moons between, the first without a major term of the sun is counted with the number of the month before.
    """
    first, last = _solstice_moon(year - 1), _solstice_moon(year)
    starts = [_moon_day(moon) for moon in range(first, last + 1)]
    has_leap = last - first == 13
    out: list[_Month] = []
    number = 10
    for start, following in itertools.pairwise(starts):
        is_leap = has_leap and _sector(start) == _sector(following)
        has_leap = has_leap and not is_leap
        number += not is_leap
        out.append(_Month(start, (number - 1) % 12 + 1, year - (number < 13), is_leap))
    return tuple(out)


def _solstice_moon(year: int) -> int:
    """The number of the new moon at or before the winter solstice of a year."""
    solstice = dt.date(year, 12, 18).toordinal()
    while _sector(solstice + 1) < 9:
        solstice += 1
    moon = round((solstice + _EPOCH - 2451550.1) / _MOON) + 1
    while _moon_day(moon) > solstice:
        moon -= 1
    return moon


@functools.lru_cache(maxsize=512)
def _moon_day(moon: int) -> int:
    """The ordinal of the day in Vietnam on which new moon number `moon` falls; 0 is that of 06/01/2000."""
    centuries = moon / 1236.85
    sun = 2.5534 + 29.10535670 * moon - 0.0000014 * centuries**2
    anomaly = 201.5643 + 385.81693528 * moon + 0.0107582 * centuries**2
    latitude = 160.7108 + 390.67050284 * moon - 0.0016118 * centuries**2
    node = 124.7746 - 1.56375588 * moon + 0.0020672 * centuries**2
    eccentricity = 1 - 0.002516 * centuries - 0.0000074 * centuries**2
    moment = 2451550.09766 + _MOON * moon + 0.00015437 * centuries**2
    for days, power, *multiples in _TERMS:
        angle = sum(n * a for n, a in zip(multiples, (sun, anomaly, latitude, node), strict=True))
        moment += days * eccentricity**power * math.sin(math.radians(angle))
    moment += sum(days * math.sin(math.radians(at + step * moon)) for days, at, step in _PLANETS)
    return math.floor(moment - _CLOCK + _ZONE + 0.5) - _EPOCH


def _sector(day: int) -> int:
    """The twelfth of its way (0 from the spring equinox) in which the sun stands as a day begins in Vietnam; `day`: its ordinal."""
    centuries = (day + _EPOCH - 0.5 - _ZONE + _CLOCK - 2451545.0) / 36525
    mean = 280.46646 + 36000.76983 * centuries + 0.0003032 * centuries**2
    anomaly = math.radians(357.52911 + 35999.05029 * centuries - 0.0001537 * centuries**2)
    centre = (
        (1.914602 - 0.004817 * centuries - 0.000014 * centuries**2) * math.sin(anomaly)
        + (0.019993 - 0.000101 * centuries) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    node = math.radians(125.04 - 1934.136 * centuries)
    apparent = mean + centre - 0.00569 - 0.00478 * math.sin(node)
    return int(apparent % 360 // 30)
