"""A drawing told in three kinds of marks, which every writer and the screen can put down. Knows no fonts, no files, no charts.

Lengths are points, y grows downwards. Hatching and dashes are strokes like any other, so that no writer needs patterns of its own.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Colour = tuple[int, int, int]
"""Red, green, blue, each 0 to 255."""
Point = tuple[float, float]
Measure = Callable[[str, float, bool], float]
"""How wide a text stands: text without line breaks, size in points, whether bold; gives points."""

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled polygon without an outline."""

    points: tuple[Point, ...]
    fill: Colour


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, its ends cut flat. weight in points."""

    points: tuple[Point, ...]
    colour: Colour
    weight: float


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text. x: its left edge, y: its baseline; width: as it was measured."""

    x: float
    y: float
    text: str
    size: float
    width: float
    bold: bool = False
    colour: Colour = BLACK


Mark = Shape | Stroke | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks in the order in which they are put down: later ones cover earlier ones. All lie within width and height."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def box(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    """The corners of a box, from its upper left one round."""
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)


def outline(corners: tuple[Point, ...], colour: Colour, weight: float) -> Stroke:
    """A line round a box, or any polygon; it ends where the first side is well covered, so that no corner stays open."""
    return Stroke((*corners, corners[0], corners[1]), colour, weight)


def hatch(
    x: float, y: float, width: float, height: float, *, colour: Colour, weight: float, step: float
) -> Iterator[Stroke]:
    """Rising lines over a box, cut at its edges. step: between two lines, along x."""
    for at in range(math.floor(-height / step) + 1, math.ceil(width / step)):
        shift = at * step
        low, high = max(0.0, -shift), min(height, width - shift)
        if high > low:
            ends = ((x + shift + low, y + height - low), (x + shift + high, y + height - high))
            yield Stroke(ends, colour, weight)


def dashed(
    points: Sequence[Point], *, colour: Colour, weight: float, dash: float, gap: float
) -> Iterator[Stroke]:
    """The line through `points` as dashes; a dash goes round corners."""
    piece: list[Point] = [points[0]]
    drawn, left = True, dash
    for (x, y), (to_x, to_y) in pairwise(points):
        length = math.hypot(to_x - x, to_y - y)
        gone = 0.0
        while length - gone > left:
            gone += left
            corner = (x + (to_x - x) * gone / length, y + (to_y - y) * gone / length)
            if drawn:
                yield Stroke((*piece, corner), colour, weight)
            piece, drawn = [corner], not drawn
            left = dash if drawn else gap
        left -= length - gone
        piece.append((to_x, to_y))
    if drawn and len(piece) > 1:
        yield Stroke(tuple(piece), colour, weight)


def wrapped(
    text: str, width: float, size: float, measure: Measure, *, bold: bool = False, most: int | None = None
) -> list[str]:
    """`text` in lines no wider than `width`, words wider than it cut; with `most` no more lines than that, the last ending with "…"
    where something is left out. Lines that hold all of it are made as even as can be. Never empty."""

    def wide(part: str) -> float:
        return measure(part, size, bold)

    lines = _filled_lines(text, width, wide)
    if most is None or len(lines) == 1:
        return lines
    if len(lines) <= most:
        return _even(text, lines, width, wide)
    last = lines[most - 1]
    while last and wide(last + "…") > width:
        last = last.rpartition(" ")[0] if " " in last else last[:-1]
    return [*lines[: most - 1], last.rstrip(" ,;:") + "…"]


def with_end(text: str, width: float, size: float, measure: Measure, *, bold: bool = False) -> list[str]:
    """A text too long for two lines: the first as it begins, the second as it ends, for texts that differ in their last words."""
    first = wrapped(text, width, size, measure, bold=bold)[0]
    words = text.split()
    tails = ("…" + " ".join(words[at:]) for at in range(1, len(words)))
    return [first, next((tail for tail in tails if measure(tail, size, bold) <= width), "…")]


def _filled_lines(text: str, width: float, wide: Callable[[str], float]) -> list[str]:
    lines = [""]
    for word in _short_words(text.split(), lambda part: wide(part) <= width):
        longer = f"{lines[-1]} {word}".strip()
        if wide(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line] or [""]


def _even(text: str, lines: list[str], width: float, wide: Callable[[str], float]) -> list[str]:
    """As few lines, but no wider than they must be: no last word stands alone."""
    low, high = max(width / 2, *map(wide, text.split())), width
    while high - low > 2:
        middle = (low + high) / 2
        trial = _filled_lines(text, middle, wide)
        if len(trial) > len(lines):
            low = middle
        else:
            high, lines = middle, trial
    return lines


def _short_words(words: Sequence[str], fits: Callable[[str], bool]) -> Iterator[str]:
    for word in words:
        while len(word) > 1 and not fits(word):
            at = next((at for at in range(len(word) - 1, 1, -1) if fits(word[:at])), 1)
            yield word[:at]
            word = word[at:]
        yield word
