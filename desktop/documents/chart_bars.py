"""Lying bars in parts: names on the left, numbers on the parts, what they come to on the right. Used through `chart_layout`."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from desktop.documents.drawing import (
    BLACK,
    WHITE,
    Colour,
    Drawing,
    Label,
    Mark,
    Measure,
    Shape,
    box,
    hatch,
    outline,
    with_end,
    wrapped,
)
from desktop.documents.model import Bar, BarChart, Tone
from desktop.documents.phrases import number

NAME, SMALL = 10.0, 9.0
"""Sizes of names and of numbers, points."""
LINE = 1.12
"""Height of a line, ems."""
BAR = 13.0
"""Height of a bar, points."""

_EDGE: Colour = (64, 64, 64)
_RED: Colour = (179, 38, 30)
_FILLS: dict[Tone, Colour] = {
    Tone.SOLID: (27, 94, 60),
    Tone.MIDDLE: (201, 197, 138),
    Tone.HATCHED: WHITE,
    Tone.EMPTY: WHITE,
}
_NAMES = 0.42  # share of the width that names take at most
_AIR = 8.0  # between columns
_ROW_GAP = 4.0
_STRONG_GAP = 4.0  # more room round a total
_SWATCH, _SWATCH_AIR, _KEY_AIR = (16.0, 8.5), 4.0, 14.0
_BASELINE = 0.34  # ems from the middle of capitals and figures down to their baseline


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand. names: lines of each; left, bar: edge and width of the bars; ends: right edges of the columns after them;
    width: of the whole."""

    names: list[list[str]]
    left: float
    bar: float
    ends: tuple[float, ...]
    width: float


def bars(chart: BarChart, width: float, measure: Measure) -> Drawing:
    """The drawing of a chart of bars. Names take two lines at most."""
    columns = _columns(chart, width, measure)
    marks, y = _head(chart, columns, measure)
    before = False
    for at, bar in enumerate(chart.bars):
        y += _ROW_GAP if at else 0.0
        y += _STRONG_GAP if at and (bar.strong or before) else 0.0
        before = bar.strong
        row, height = _row(chart, at, columns, y, measure)
        marks += row
        y += height
    if chart.note:
        y += _AIR
        for line in wrapped(chart.note, width, SMALL, measure):
            marks.append(
                Label(0, y + LINE * SMALL * 0.8, line, SMALL, measure(line, SMALL, False), colour=_EDGE)
            )
            y += LINE * SMALL
    return Drawing(width, y + 1, tuple(marks))


def _columns(chart: BarChart, width: float, measure: Measure) -> _Columns:
    names = _names(chart, _NAMES * width, measure)
    widths_of_names = (
        measure(line, NAME, bar.strong)
        for bar, lines in zip(chart.bars, names, strict=True)
        for line in lines
    )
    count = max((len(bar.ends) for bar in chart.bars), default=0)
    widths = [
        max(measure(bar.ends[at], NAME, bar.strong) for bar in chart.bars if at < len(bar.ends))
        for at in range(count)
    ]
    room = max(sum(widths) + _AIR * count, measure(chart.end_title, NAME, False) + _AIR) if count else 0.0
    rights, right = [], width
    for wide in reversed(widths):
        rights.append(right)
        right -= wide + _AIR
    left = max(widths_of_names, default=0.0) + _AIR
    return _Columns(names, left, width - room - left - 1, tuple(reversed(rights)), width)


def _names(chart: BarChart, width: float, measure: Measure) -> list[list[str]]:
    """Lines of each name, two at most. Names that would read alike once they are cut are told by their ends."""
    names = [wrapped(bar.name, width, NAME, measure, bold=bar.strong, most=2) for bar in chart.bars]
    same = Counter(map(tuple, names))
    return [
        with_end(bar.name, width, NAME, measure, bold=bar.strong)
        if same[tuple(lines)] > 1 and lines[-1].endswith("…")
        else lines
        for bar, lines in zip(chart.bars, names, strict=True)
    ]


def _head(chart: BarChart, columns: _Columns, measure: Measure) -> tuple[list[Mark], float]:
    """What the tones mean and what stands after the bars; and where the rows begin."""
    shown = [part for at, part in enumerate(chart.parts) if any(bar.values[at] for bar in chart.bars)]
    end = measure(chart.end_title, NAME, False)
    widths = [_SWATCH[0] + _SWATCH_AIR + measure(part.name, NAME, False) + _KEY_AIR for part in shown]
    room = columns.width - end - _AIR + _KEY_AIR
    # In one row where there is room, else in as few rows as there must be, none of them much shorter than another.
    fits = next((n for n in range(len(shown), 1, -1) if sum(_column_widths(widths, n)) <= room), 1)
    rows = max(math.ceil(len(shown) / fits), 1)
    across = math.ceil(len(shown) / rows)
    lefts = [0.0, *accumulate(_column_widths(widths, across))]
    marks: list[Mark] = []
    y = 0.0
    for at, part in enumerate(shown):
        x, y = lefts[at % across], at // across * (LINE * NAME + 3)
        middle = y + LINE * NAME / 2
        marks += _filled(x + 0.5, middle - _SWATCH[1] / 2, *_SWATCH, part.tone)
        text = widths[at] - _SWATCH[0] - _SWATCH_AIR - _KEY_AIR
        marks.append(Label(x + _SWATCH[0] + _SWATCH_AIR, middle + _BASELINE * NAME, part.name, NAME, text))
    if chart.end_title:
        baseline = y + LINE * NAME / 2 + _BASELINE * NAME
        marks.append(Label(columns.width - end, baseline, chart.end_title, NAME, end))
    return marks, y + LINE * NAME + _AIR


def _column_widths(widths: Sequence[float], across: int) -> list[float]:
    """Widths of columns when things stand in rows of `across`."""
    return [max(widths[at::across]) for at in range(across)]


def _row(chart: BarChart, at: int, columns: _Columns, y: float, measure: Measure) -> tuple[list[Mark], float]:
    """The bar at an index with its name and its ends; and its height."""
    bar, lines = chart.bars[at], columns.names[at]
    height = max(BAR, len(lines) * LINE * NAME)
    middle = y + height / 2
    marks: list[Mark] = []
    first = middle - (len(lines) - 1) * LINE * NAME / 2 + _BASELINE * NAME
    for index, line in enumerate(lines):
        width = measure(line, NAME, bar.strong)
        marks.append(Label(0.0, first + index * LINE * NAME, line, NAME, width, bar.strong))
    marks += _parts(chart, bar, columns, middle, measure)
    for right, text in zip(columns.ends, bar.ends, strict=False):
        width = measure(text, NAME, bar.strong)
        marks.append(Label(right - width, middle + _BASELINE * NAME, text, NAME, width, bar.strong))
    return marks, height


def _parts(chart: BarChart, bar: Bar, columns: _Columns, middle: float, measure: Measure) -> Iterator[Mark]:
    texts = [number(value) if value else "" for value in bar.values]
    widths = [measure(text, SMALL, True) for text in texts]
    x, top = columns.left, middle - BAR / 2
    for wide, text, text_width, part in zip(
        shares(bar.values, [width + 5 for width in widths], columns.bar),
        texts,
        widths,
        chart.parts,
        strict=True,
    ):
        if not text:
            continue
        yield from _filled(x, top, wide, BAR, part.tone)
        left = x + (wide - text_width) / 2
        if part.tone is Tone.HATCHED:  # figures stand on white, for lines through them make an 8 of a 3
            yield Shape(box(left - 1.5, top + 1.5, text_width + 3, BAR - 3), WHITE)
        colour = WHITE if part.tone is Tone.SOLID else BLACK
        yield Label(left, middle + _BASELINE * SMALL, text, SMALL, text_width, bold=True, colour=colour)
        x += wide


def shares(values: Sequence[int], least: Sequence[float], width: float) -> list[float]:
    """Widths of the parts of a bar, which fill it. A part too small for its number is widened to `least`, the others give what
    that takes by their size: nothing stays untold. 0 stays 0."""
    fixed: set[int] = set()
    while True:
        room = width - sum(least[at] for at in fixed)
        rest = sum(value for at, value in enumerate(values) if at not in fixed)
        out = [
            least[at] if at in fixed else room * value / rest if rest else 0.0
            for at, value in enumerate(values)
        ]
        small = {at for at, value in enumerate(values) if value and out[at] < least[at] and at not in fixed}
        if not small or len(fixed | small) == sum(value > 0 for value in values):
            return out
        fixed |= small


def _filled(x: float, y: float, width: float, height: float, tone: Tone) -> Iterator[Mark]:
    corners = box(x, y, width, height)
    yield Shape(corners, _FILLS[tone])
    if tone is Tone.HATCHED:
        yield from hatch(x, y, width, height, colour=_RED, weight=1.1, step=4.0)
    yield outline(corners, _EDGE, 0.5)
