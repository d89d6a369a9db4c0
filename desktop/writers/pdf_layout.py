"""Boxes from top to bottom, and where pages may break between them. Knows lines and places; not what a document is.

Everything is points, y growing downwards. Each line of text and each row of a table is a box; a page ends after the last box that
allows it and still fits, so headings stay with their text, single lines are not left alone, and rows are not cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from desktop.documents.form import Form
from desktop.documents.looks import Printed
from desktop.writers.fonts import Face, Family
from desktop.writers.line_breaking import Line, Setting, break_runs
from desktop.writers.pdf_page import MM, Sheet

_FULL = 0.05  # points by which a page may be over full: sums of floats


class Box(Protocol):
    """A piece of a page."""

    @property
    def height(self) -> float:
        """Of the box, without the room over it."""
        ...

    @property
    def before(self) -> float:
        """Room over it, but at the top of a page."""
        ...

    @property
    def breaks(self) -> bool:
        """Whether a page may end after it."""
        ...

    @property
    def repeats(self) -> "Box | None":
        """What stands again over it at the top of a page."""
        ...

    @property
    def words_width(self) -> float:
        """How wide its words are; 0 without words."""
        ...

    def draw(self, sheet: Sheet, y: float) -> None:
        """Put it on the sheet with its top at `y`."""
        ...


@dataclass(frozen=True, slots=True)
class LineBox:
    """A line of text. justified: the width it is stretched to, None: as it is."""

    height: float
    before: float
    breaks: bool
    x: float
    line: Line
    size: float
    baseline: float
    justified: float | None

    @property
    def repeats(self) -> Box | None:
        """Nothing."""
        return None

    @property
    def words_width(self) -> float:
        """How wide its words are."""
        return self.line.width

    def draw(self, sheet: Sheet, y: float) -> None:
        """See `Box`."""
        sheet.line(self.x, y + self.baseline, self.line, self.size, width=self.justified)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line at its place in a block. y: its baseline."""

    x: float
    y: float
    line: Line
    size: float


@dataclass(slots=True)
class BlockBox:
    """Lines, rules (x, y, width) and outlines that stay together."""

    height: float = 0.0
    before: float = 0.0
    breaks: bool = False
    repeats: Box | None = None
    lines: list[Placed] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    frames: list[tuple[float, float, float, float]] = field(default_factory=list)
    weight: float = 0.5

    @property
    def words_width(self) -> float:
        """How wide its widest line is."""
        return max((placed.line.width for placed in self.lines), default=0.0)

    def draw(self, sheet: Sheet, y: float) -> None:
        """See `Box`."""
        for placed in self.lines:
            sheet.line(placed.x, y + placed.y, placed.line, placed.size)
        for x, level, width in self.rules:
            sheet.rule(x, y + level, width, self.weight)
        if self.frames:
            sheet.boxes([(x, y + top, wide, high) for x, top, wide, high in self.frames], self.weight)


@dataclass(frozen=True, slots=True)
class Gap:
    """Room between two boxes; none at the top or the foot of a page."""

    height: float
    breaks: bool = True
    before: float = 0.0
    repeats: Box | None = None
    words_width: float = 0.0

    def draw(self, sheet: Sheet, y: float) -> None:
        """Nothing is drawn."""


@dataclass(frozen=True)
class Frame:
    """The text area of a page and what text is set with in it. left, width, height in points."""

    form: Form
    family: Family
    landscape: bool = False

    @cached_property
    def left(self) -> float:
        """Distance of the text from the left edge."""
        return self.form.page.left * MM

    @cached_property
    def top(self) -> float:
        """Distance of the text from the upper edge."""
        return self.form.page.top * MM

    @cached_property
    def width(self) -> float:
        """Width of the text."""
        page = self.form.page
        return ((page.height if self.landscape else page.width) - page.left - page.right) * MM

    @cached_property
    def height(self) -> float:
        """Height of the text."""
        page = self.form.page
        return ((page.width if self.landscape else page.height) - page.top - page.bottom) * MM

    def setting(self, size: float) -> Setting:
        """Text of that size."""
        return Setting(self.family, size, self.form.glue)

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        """The face of that look."""
        return self.family.face(bold=bold, italic=italic)

    def line_height(self, size: float) -> float:
        """Height of a line of single spacing."""
        return self.family.line * size


def centred(
    frame: Frame, lines: Sequence[Line], size: float, x: float, width: float, y: float
) -> list[Placed]:
    """Lines in the middle of a column that starts at `x`, from `y` downwards."""
    height, ascent = frame.line_height(size), frame.family.ascent * size
    return [
        Placed(x + (width - line.width) / 2, y + at * height + ascent, line, size)
        for at, line in enumerate(lines)
    ]


def paragraph_boxes(paragraph: Printed, frame: Frame) -> list[Box]:
    """A paragraph of running text: justified, first line indented, at least `widows` lines on either side of a page's end."""
    body = frame.form.body
    indent = body.indent * MM
    lines = break_runs(paragraph.runs, frame.setting(body.size), frame.width - indent, frame.width)
    height = frame.line_height(body.size) * body.spacing
    baseline = height - frame.line_height(body.size) + frame.family.ascent * body.size
    count, few = len(lines), body.widows
    out: list[Box] = []
    for at, line in enumerate(lines, 1):
        ends = at == count
        breaks = not paragraph.keep_next if ends else few <= at <= count - few
        first = at == 1
        x, wide = (frame.left + indent, frame.width - indent) if first else (frame.left, frame.width)
        before = body.before if first else 0.0
        out.append(LineBox(height, before, breaks, x, line, body.size, baseline, None if ends else wide))
    return out


def keep_at_end(boxes: list[Box], count: int, width: float) -> None:
    """Forbid a break after the last `count` boxes whose words are wider than `width`, so that what follows is not alone."""
    at = len(boxes)
    while at > 0 and count > 0:
        at -= 1
        box = boxes[at]
        count -= box.words_width > width
        boxes[at] = _unbroken(box)


def _unbroken(box: Box) -> Box:
    return replace(box, breaks=False) if isinstance(box, LineBox | BlockBox | Gap) else box


def paginate(boxes: Sequence[Box], height: float) -> list[list[tuple[float, Box]]]:
    """Pages of (y from the top of the text, box). A box taller than a page stands alone and runs over."""
    pages: list[list[tuple[float, Box]]] = []
    start = 0
    while start < len(boxes):
        page, start = _fill(boxes, start, height)
        if page:
            pages.append(page)
    return pages


def _fill(boxes: Sequence[Box], start: int, height: float) -> tuple[list[tuple[float, Box]], int]:
    """One page from `start`, and the index of the first box after it."""
    again = boxes[start].repeats
    page: list[tuple[float, Box]] = [(0.0, again)] if again else []
    y = again.height if again else 0.0
    at, kept = start, (start, len(page))
    while at < len(boxes):
        box = boxes[at]
        before = box.before if at > start else 0.0
        over = y + before + box.height > height + _FULL
        if isinstance(box, Gap):
            y += 0.0 if over or at == start else box.height
        elif over and at > start:
            break
        else:
            page.append((y + before, box))
            y += before + box.height
        at += 1
        if box.breaks:
            kept = (at, len(page))
    if at == len(boxes) or kept[0] == start:
        return page, at
    return page[: kept[1]], kept[0]
