"""Counts over time as steps, with their numbers in rows under the days they stand on. Used through `chart_layout`."""

import datetime as dt
import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.documents.drawing import (
    Colour,
    Drawing,
    Label,
    Mark,
    Measure,
    Point,
    Shape,
    Stroke,
    box,
    dashed,
    wrapped,
)
from desktop.documents.model import CourseChart, Curve
from desktop.documents.phrases import number, percent, short_date
from desktop.domain.roll_up import percent as share

SIZE = 10.0
HEIGHT = 130.0
"""Height of the field of the curves, points."""

_LINE = 1.3 * SIZE
_DARK: Colour = (27, 94, 60)
_UNDER: Colour = (214, 230, 220)
_GREY: Colour = (190, 190, 190)
_AXIS: Colour = (64, 64, 64)
_MEASURE: Colour = (0, 0, 0)
_SAMPLE = 20.0  # length of the piece of line before a curve's name
_NAMES = 0.34  # share of the width that names take at most
_AIR = 8.0
_STEPS = (1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1820, 3640, 36400)
"""Days between two marks of the axis: whole weeks where there is more than a handful of days."""


@dataclass(frozen=True, slots=True)
class _Field:
    """Where the curves are drawn: its left edge, top and width, the first day and how many days it shows, the whole."""

    left: float
    top: float
    width: float
    first: dt.date
    days: int
    whole: int

    def x(self, day: dt.date) -> float:
        return self.left + self.width * (day - self.first).days / self.days

    def y(self, count: int) -> float:
        return self.top + HEIGHT * (1 - count / self.whole)


def course(chart: CourseChart, width: float, measure: Measure) -> Drawing:
    """The drawing of a chart over time."""
    names = [*(curve.name for curve in chart.curves), chart.share_name]
    widest = max(measure(name, SIZE, False) for name in names) + 0.5
    name = min(widest, _NAMES * width)
    half = measure(short_date(chart.days[-1]), SIZE, False) / 2
    left = _SAMPLE + 4 + name + _AIR + half
    top = _LINE + 4
    first, last = chart.days[0], chart.days[-1]
    field = _Field(left, top, width - half - 0.5 - left, first, (last - first).days, chart.whole)
    marks: list[Mark] = [*_ground(chart, field, measure)]
    marks += _curves(chart, field)
    ticks = _ticks(field, last, 2 * half + _AIR)
    y = top + HEIGHT
    for day in ticks:
        marks.append(Stroke(((field.x(day), y), (field.x(day), y + 3)), _AXIS, 0.5))
    rows, height = _rows(chart, field, ticks, name, measure)
    return Drawing(width, height, (*marks, *rows))


def _ground(chart: CourseChart, field: _Field, measure: Measure) -> Iterator[Mark]:
    """Lines at the quarters, the axis, and the whole over the top line."""
    for quarter in range(4):
        y = field.top + HEIGHT * quarter / 4
        yield Stroke(((field.left, y), (field.left + field.width, y)), _AXIS if not quarter else _GREY, 0.5)
    text = f"{chart.whole_name}: {number(chart.whole)}"
    yield Label(field.left, field.top - 4, text, SIZE, measure(text, SIZE, False))


def _curves(chart: CourseChart, field: _Field) -> Iterator[Mark]:
    """What lies under the full lines first, so that it hides no line; then the lines, and the axis they stand on."""
    bottom = field.top + HEIGHT
    steps = [(curve, _steps(chart, curve, field)) for curve in chart.curves]
    for curve, points in steps:
        if not curve.dashed:
            yield Shape((*points, (points[-1][0], bottom), (points[0][0], bottom)), _UNDER)
    for curve, points in steps:
        yield from _line(points, curve)
    yield Stroke(((field.left, bottom), (field.left + field.width, bottom)), _AXIS, 0.75)


def _line(points: Sequence[Point], curve: Curve) -> Iterator[Mark]:
    if curve.dashed:
        yield from dashed(points, colour=_MEASURE, weight=1.2, dash=4.0, gap=3.0)
    else:
        yield Stroke(tuple(points), _DARK, 2.0)


def _steps(chart: CourseChart, curve: Curve, field: _Field) -> list[Point]:
    """The corners of the steps: a count stands until the day on which it changes."""
    points = [(field.x(chart.days[0]), field.y(curve.values[0]))]
    for day, value in zip(chart.days[1:], curve.values[1:], strict=True):
        level = field.y(value)
        if level != points[-1][1]:
            points += [(field.x(day), points[-1][1]), (field.x(day), level)]
    if points[-1][0] < field.x(chart.days[-1]):
        points.append((field.x(chart.days[-1]), points[-1][1]))
    return points


def _ticks(field: _Field, last: dt.date, room: float) -> list[dt.date]:
    """The first and the last day and as many between as their numbers leave room for."""
    step = next(days for days in _STEPS if field.width * days / field.days >= room or days == _STEPS[-1])
    between = [field.first + dt.timedelta(days=at * step) for at in range(math.ceil(field.days / step))]
    return [*(day for day in between if field.x(last) - field.x(day) >= room), last]


def _rows(
    chart: CourseChart, field: _Field, ticks: list[dt.date], name: float, measure: Measure
) -> tuple[list[Mark], float]:
    """Days, and under them the count of each curve on that day and the share of the last one; and where they end."""
    marks: list[Mark] = []
    y = field.top + HEIGHT + 5

    def put(texts: list[str], title: str, curve: Curve | None = None) -> None:
        nonlocal y
        lines = wrapped(title, name, SIZE, measure, most=2) if title else []
        for at, line in enumerate(lines):
            baseline = y + at * _LINE + 0.8 * _LINE
            marks.append(Label(_SAMPLE + 4, baseline, line, SIZE, measure(line, SIZE, False)))
        for day, text in zip(ticks, texts, strict=True):
            wide = measure(text, SIZE, False)
            marks.append(Label(field.x(day) - wide / 2, y + 0.8 * _LINE, text, SIZE, wide))
        if curve is not None:
            marks.extend(_sample(curve, y + 0.8 * _LINE - 0.3 * SIZE))
        y += max(len(lines), 1) * _LINE

    put([_day(day, ticks) for day in ticks], "")
    for curve in chart.curves:
        put([number(_value(chart, curve, day)) for day in ticks], curve.name, curve)
    last = chart.curves[-1]
    put([percent(share(_value(chart, last, day), chart.whole)) for day in ticks], chart.share_name)
    return marks, y


def _day(day: dt.date, ticks: list[dt.date]) -> str:
    """With its year at both ends and where the year is a new one."""
    before = ticks[ticks.index(day) - 1]
    whole = day in (ticks[0], ticks[-1]) or before.year != day.year
    return short_date(day) if whole else short_date(day).rpartition("/")[0]


def _value(chart: CourseChart, curve: Curve, day: dt.date) -> int:
    return curve.values[bisect_right(chart.days, day) - 1]


def _sample(curve: Curve, y: float) -> Iterator[Mark]:
    """A piece of the curve as it is drawn."""
    if not curve.dashed:
        yield Shape(box(0.0, y, _SAMPLE, 4), _UNDER)
    yield from _line([(0.0, y), (_SAMPLE, y)], curve)
