"""Values of a printed page: words and ruled lines with their places, lines of words. Knows no file format.

Coordinates are points; x grows to the right, y downwards, a word's y is the line it stands on.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

_SAME_EDGE = 3.0
"""Ends of lines that are nearer than this, in points, are at one edge."""


class Word(NamedTuple):
    """One word of print. size: of its letters in points."""

    x0: float
    y: float
    x1: float
    size: float
    text: str
    bold: bool = False
    italic: bool = False

    @property
    def middle(self) -> float:
        """Half way between its ends."""
        return (self.x0 + self.x1) / 2


class Rule(NamedTuple):
    """A drawn line, level (y0 == y1) or upright (x0 == x1)."""

    x0: float
    y0: float
    x1: float
    y1: float


class Page(NamedTuple):
    """All that was printed on one page; `marks`: numbers of footnotes that were left out of the words."""

    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    marks: frozenset[str] = frozenset()


class Line(NamedTuple):
    """Words on one line from left to right. page: its number from 0."""

    words: tuple[Word, ...]
    page: int = 0

    @property
    def x0(self) -> float:
        """Where the line begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return max(word.x1 for word in self.words)

    @property
    def y(self) -> float:
        """The line that its first word stands on."""
        return self.words[0].y

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return usual((word.size, len(word.text)) for word in self.words)

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.text for word in self.words)


def usual(weighted: Iterable[tuple[float, float]], default: float = 12.0) -> float:
    """The value, to half a point, that carries most weight."""
    weights: dict[float, float] = {}
    for value, weight in weighted:
        rounded = round(value * 2) / 2
        weights[rounded] = weights.get(rounded, 0.0) + weight
    return max(weights, key=lambda value: weights[value]) if weights else default


def lines_of(words: Iterable[Word], page: int = 0) -> list[Line]:
    """The words as lines from top to bottom. A word belongs to a line when it stands within 0.4 of the larger size of it."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.y, word.x0)):
        if groups and abs(word.y - groups[-1][0].y) <= 0.4 * max(word.size, groups[-1][0].size):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [Line(tuple(sorted(group, key=lambda word: word.x0)), page) for group in groups]


def pieces(line: Line, widest: float) -> list[Line]:
    """The line cut wherever the space between two words is more than `widest` times its size."""
    cut: list[list[Word]] = [[line.words[0]]]
    for before, word in zip(line.words, line.words[1:], strict=False):
        if word.x0 - before.x1 > widest * max(before.size, word.size):
            cut.append([])
        cut[-1].append(word)
    return [Line(tuple(part), line.page) for part in cut]


def edges(lines: Sequence[Line]) -> tuple[float, float]:
    """(left, right) edges of the print: where most lines after a full one begin, where at least two of the widest end."""
    if not lines:
        return 0.0, 0.0
    ends = sorted((line.x1 for line in lines), reverse=True)
    shared = (end for end, next_end in pairwise(ends) if end - next_end < _SAME_EDGE)
    right = next(shared, ends[0])
    after_full = [line for before, line in pairwise(lines) if before.x1 > right - before.size]
    return usual((line.x0, line.x1 - line.x0) for line in after_full or lines), right
