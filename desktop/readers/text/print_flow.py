"""Lines of print to blocks: which line may go on in the next, which stands apart, is centred, bold or italic.

Judges places and letters only; joining what only may go on is the business of who reads the blocks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from desktop.readers.blocks import Block
from desktop.readers.text import cues
from desktop.readers.text.print import Line, Word, edges
from desktop.readers.text.print_tables import is_parted, joined

_GAP = 1.25
"""A distance between lines of so many times the usual one stands out."""
_LEAST_PITCH, _USUAL_PITCH, _MOST_PITCH = 0.8, 1.3, 2.6
_INDENT, _INDENTED = (12.0, 75.0), 0.08
"""Paragraphs begin so many points right of the edge, and so many parts of the lines do so, where they are indented."""
_END = re.compile(r"[.;:!?]\W*$")
_LONG = 45
"""A line of so many characters can be full; a shorter one may only be the longest of a list."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How a document is set.

    sides: (left, right) edges of the print, page by page; pitch: distance of lines in sizes; indents: where several
    lines begin, in steps of two points; begins: those of them where only paragraphs begin; is_indented: paragraphs
    begin right of the left edge.
    """

    sides: tuple[tuple[float, float], ...]
    pitch: float
    indents: frozenset[int]
    begins: frozenset[int] = frozenset()
    is_indented: bool = True

    def left(self, line: Line) -> float:
        """The left edge of the page of a line."""
        return self.sides[line.page][0]

    def right(self, line: Line) -> float:
        """The right edge of the page of a line."""
        return self.sides[line.page][1]


def measure(pages: Sequence[Sequence[Line]], widths: Sequence[float]) -> Measure:
    """The measure of the lines of all pages; pages of one width (in points) share their edges."""
    by_width: dict[int, list[Line]] = {}
    for lines, width in zip(pages, widths, strict=True):
        by_width.setdefault(round(width), []).extend(lines)
    found = {width: edges(lines) for width, lines in by_width.items()}
    sides = tuple(found[round(width)] for width in widths)
    begins = [round(line.x0 / 2) for page in pages for line in page]
    indents = frozenset(begin for begin in set(begins) if begins.count(begin) >= 3)
    all_lines = [line for page in pages for line in page]
    steps = [line.x0 - sides[line.page][0] for line in all_lines]
    inside = sum(_INDENT[0] < step < _INDENT[1] for step in steps)
    is_indented = inside > _INDENTED * len(all_lines)
    return Measure(sides, _pitch(pages, sides), indents, _begins(pages, sides), is_indented)


def _begins(pages: Sequence[Sequence[Line]], sides: Sequence[tuple[float, float]]) -> frozenset[int]:
    """Where a full line is followed by one at the left edge more often than by one right under it."""
    votes: dict[int, int] = {}
    for before, line in (pair for page in pages for pair in pairwise(page)):
        left, right = sides[line.page]
        if before.x0 - left > _INDENT[0] and before.x1 > right - before.size:
            vote = int(abs(line.x0 - left) < 0.5 * line.size) - int(abs(line.x0 - before.x0) < 1)
            votes[round(before.x0 / 2)] = votes.get(round(before.x0 / 2), 0) + vote
    return frozenset(begin for begin, count in votes.items() if count > 0)


def _pitch(pages: Sequence[Sequence[Line]], sides: Sequence[tuple[float, float]]) -> float:
    """The distance of lines within paragraphs, in sizes: the widest that is usual from a full line to one at the left."""
    pairs = [pair for page in pages for pair in pairwise(page) if _LEAST_PITCH < _ratio(*pair) < _MOST_PITCH]
    inside = [
        round(_ratio(before, line), 1)
        for before, line in pairs
        if before.x1 > sides[line.page][1] - before.size
        and abs(line.x0 - sides[line.page][0]) < 0.5 * line.size
    ]
    often = [ratio for ratio in set(inside) if inside.count(ratio) >= 0.25 * len(inside)]
    ratios = sorted(_ratio(*pair) for pair in pairs)
    return max(often) if often else ratios[int(len(ratios) * 0.3)] if ratios else _USUAL_PITCH


def _ratio(before: Line, line: Line) -> float:
    return (line.y - before.y) / max(before.size, line.size, 1.0)


def body_blocks(lines: Sequence[Line], set_as: Measure) -> list[Block]:
    """Lines over the whole width of the print: those that surely go on are one block, those that may are `broken`."""
    lines = _with_whole_words(lines, set_as)
    centred = _centred(lines, set_as)
    apart = [_is_apart(before, line, set_as) for before, line in pairwise(lines)]
    found: list[Block] = []
    held: list[Line] = []
    for i, line in enumerate(lines):
        held.append(line)
        broken = False
        if i + 1 < len(lines) and not apart[i]:
            after = lines[i + 1]
            broken = _is_full(line, after, set_as, centred=centred[i + 1])
            sure = broken and (centred[i + 1] or _is_at_edge(after, set_as))
            if centred[i]:
                broken = centred[i + 1] or (_is_even(after, set_as) and _looks_like(line, after))
                sure = centred[i + 1] and _had_no_room(line, after, set_as)
            if sure and centred[i] == centred[i + 1] and _surely_goes_on(line, after, set_as):
                continue
        first = i + 1 - len(held)
        found.append(_block(held, centred=centred[first], broken=broken, gap=first > 0 and apart[first - 1]))
        held = []
    return found


def _is_at_edge(line: Line, set_as: Measure) -> bool:
    """Whether the line begins at the left edge."""
    return abs(line.x0 - set_as.left(line)) <= 0.5 * line.size


def _had_no_room(line: Line, after: Line, set_as: Measure) -> bool:
    """Whether the first word of the next line would not have fitted on a centred one."""
    first = after.words[0]
    width = line.x1 - line.x0 + first.x1 - first.x0 + 0.2 * line.size
    return width > set_as.right(line) - set_as.left(line) - 0.3 * line.size


def _surely_goes_on(line: Line, after: Line, set_as: Measure) -> bool:
    """Whether a full line and the next one, in the same letters and without a mark of a list, are one paragraph.

    Where paragraphs do not begin indented, a sentence that ends with the line leaves it open.
    """
    alike = line.words[-1].bold == after.words[0].bold and _is_capital(line) == _is_capital(after)
    open_end = not _END.search(line.text) or after.text[:1].islower()
    marked = cues.MARKER.match(after.text + " x")
    return alike and not marked and len(line.text) >= _LONG and (set_as.is_indented or open_end)


def column_blocks(lines: Sequence[Line], set_as: Measure) -> list[Block]:
    """Lines of one column of the head or the signature block; each but the last may go on in the next."""
    if not lines:
        return []
    lines = _with_whole_words(lines, None)
    middles = sorted((line.x0 + line.x1) / 2 for line in lines)
    middle = middles[len(middles) // 2]
    found = []
    for i, line in enumerate(lines):
        centred = abs((line.x0 + line.x1) / 2 - middle) < 6 if len(lines) > 1 else None
        gap = i > 0 and _is_apart(lines[i - 1], line, set_as)
        found.append(_block([line], centred=centred, broken=i + 1 < len(lines), gap=gap))
    return [replace(found[0], gap=True), *found[1:]]


def _is_apart(before: Line, line: Line, set_as: Measure) -> bool:
    """Whether clearly more than the usual room stands between two lines of a page."""
    return before.page == line.page and _ratio(before, line) > _GAP * set_as.pitch


def _block(lines: Sequence[Line], *, centred: bool | None, broken: bool, gap: bool) -> Block:
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return Block(
        reduce(joined, (line.text for line in lines)),
        broken=broken,
        gap=gap,
        bold=sum(len(word.text) for word in words if word.bold) > 0.8 * letters,
        italic=sum(len(word.text) for word in words if word.italic) > 0.8 * letters,
        centred=centred,
    )


def _centred(lines: Sequence[Line], set_as: Measure) -> list[bool]:
    """For each line whether it is centred; a full line of a title is when one beside it, in the same letters, is."""
    found = [is_centred(line, set_as) for line in lines]
    pairs = [(i, i + 1) for i in range(len(lines) - 1)]
    for known, other in [*pairs, *((after, before) for before, after in reversed(pairs))]:
        one, two = lines[known], lines[other]
        titled = two.words[0].bold or two.text.isupper()
        if found[known] and titled and _is_even(two, set_as) and _looks_like(one, two):
            found[other] = True
    return found


def is_centred(line: Line, set_as: Measure) -> bool:
    """Whether as much room is left on both sides, and more than paragraphs leave where they begin."""
    usual_begin = round(line.x0 / 2) in set_as.indents and not (line.text.isupper() or line.words[0].bold)
    return line.x0 - set_as.left(line) > line.size and _is_even(line, set_as) and not usual_begin


def _is_even(line: Line, set_as: Measure) -> bool:
    """Whether as much room is left before the line as after it."""
    return abs((line.x0 - set_as.left(line)) - (set_as.right(line) - line.x1)) < 0.6 * line.size


def _looks_like(line: Line, other: Line) -> bool:
    """Whether two lines begin in the same kind of letters."""
    return line.words[0].bold == other.words[0].bold and _is_capital(line) == _is_capital(other)


def _is_capital(line: Line) -> bool:
    """Whether the line is in capitals; a number or symbol of a document alone is not."""
    return line.text.isupper() and len(line.words) > 2


def _is_full(line: Line, after: Line, set_as: Measure, *, centred: bool = False) -> bool:
    """Whether the line can go on in the next: its first word had no room here, and it does not begin a paragraph.

    centred: the next line is, so that where it begins says nothing.
    """
    first = after.words[0]
    room = set_as.right(line) - line.x1
    if first.x1 - first.x0 + 0.2 * line.size < room - 0.3 * line.size:
        return False
    if round(after.x0 / 2) in set_as.begins and not centred:
        return False
    margin = abs(line.x0 - set_as.left(line)) < 0.5 * line.size
    return centred or not (margin and after.x0 > set_as.left(after) + 0.8 * line.size)


def _with_whole_words(lines: Sequence[Line], set_as: Measure | None) -> list[Line]:
    """A word parted at the end of a line after its hyphen or stroke is put together on the first line.

    set_as: None for a column, whose right edge is not known: there every line may have been full.
    """
    made = list(lines)
    for i in range(len(made) - 1):
        line, after = made[i], made[i + 1]
        if not line.words or not is_parted(line.text) or cues.MARKER.match(after.text):
            continue
        if set_as is not None and not _is_full(line, after, set_as):
            continue
        last, first = line.words[-1], after.words[0]
        whole = last._replace(text=last.text + first.text, x1=set_as.right(line) if set_as else last.x1)
        made[i] = line._replace(words=(*line.words[:-1], whole))
        made[i + 1] = after._replace(words=_with_begin(after.words[1:], after.x0))
    return [line for line in made if line.words]


def _with_begin(words: tuple[Word, ...], x0: float) -> tuple[Word, ...]:
    """The words as if the first began where the line began."""
    return (words[0]._replace(x0=x0), *words[1:]) if words else ()
