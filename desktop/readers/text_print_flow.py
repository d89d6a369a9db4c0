"""Lines of print to blocks: which line may go on in the next, which stands apart, is centred, bold or italic.

Judges places and letters only; joining lines to sentences is the business of who reads the blocks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop.readers import text_cues as cues
from desktop.readers.blocks import Block
from desktop.readers.text_print import Line, Word, edges
from desktop.readers.text_print_tables import is_parted

_GAP = 1.25
"""A distance between lines of so many times the usual one stands out."""
_LEAST_PITCH, _USUAL_PITCH = 0.8, 1.3


@dataclass(frozen=True, slots=True)
class Measure:
    """How a document is set: edges of the print, usual distance of lines in sizes, where paragraphs begin."""

    left: float
    right: float
    pitch: float
    indents: frozenset[int]


def measure(pages: Sequence[Sequence[Line]]) -> Measure:
    """The measure of all lines together."""
    lines = [line for page in pages for line in page]
    left, right = edges(lines)
    begins = [round(line.x0 / 2) for line in lines]
    indents = frozenset(begin for begin in set(begins) if begins.count(begin) >= 3)
    return Measure(left, right, _pitch(pages, left, right), indents)


def _pitch(pages: Sequence[Sequence[Line]], left: float, right: float) -> float:
    """The distance of lines within paragraphs, in sizes: the widest that is usual from a full line to one at the left."""
    pairs = [pair for page in pages for pair in pairwise(page) if _ratio(*pair) > _LEAST_PITCH]
    inside = [
        round(_ratio(before, line), 1)
        for before, line in pairs
        if before.x1 > right - before.size and abs(line.x0 - left) < 0.5 * line.size
    ]
    often = [ratio for ratio in set(inside) if inside.count(ratio) >= 0.25 * len(inside)]
    ratios = sorted(_ratio(*pair) for pair in pairs)
    return max(often) if often else ratios[int(len(ratios) * 0.3)] if ratios else _USUAL_PITCH


def _ratio(before: Line, line: Line) -> float:
    return (line.y - before.y) / max(before.size, line.size, 1.0)


def body_blocks(lines: Sequence[Line], set_as: Measure) -> list[Block]:
    """Lines over the whole width of the print."""
    lines = _with_whole_words(lines, set_as)
    centred = [is_centred(line, set_as.left, set_as.right, set_as) for line in lines]
    apart = [_is_apart(before, line, set_as) for before, line in pairwise(lines)]
    found: list[Block] = []
    for i, line in enumerate(lines):
        broken = False
        if i + 1 < len(lines) and not apart[i]:
            after = lines[i + 1]
            broken = centred[i + 1] if centred[i] else _is_full(line, after, set_as, centred=centred[i + 1])
        found.append(_block(line, centred=centred[i], broken=broken, gap=i > 0 and apart[i - 1]))
    return found


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
        found.append(_block(line, centred=centred, broken=i + 1 < len(lines), gap=gap))
    return [replace(found[0], gap=True), *found[1:]]


def _is_apart(before: Line, line: Line, set_as: Measure) -> bool:
    """Whether clearly more than the usual room stands between two lines of a page."""
    return before.page == line.page and _ratio(before, line) > _GAP * set_as.pitch


def _block(line: Line, *, centred: bool | None, broken: bool, gap: bool) -> Block:
    letters = sum(len(word.text) for word in line.words)
    return Block(
        line.text,
        broken=broken,
        gap=gap,
        bold=sum(len(word.text) for word in line.words if word.bold) > 0.8 * letters,
        italic=sum(len(word.text) for word in line.words if word.italic) > 0.8 * letters,
        centred=centred,
    )


def is_centred(line: Line, left: float, right: float, set_as: Measure) -> bool:
    """Whether as much room is left on both sides, and more than paragraphs leave where they begin."""
    before, after = line.x0 - left, right - line.x1
    usual_begin = round(line.x0 / 2) in set_as.indents and not (line.text.isupper() or line.words[0].bold)
    return before > line.size and abs(before - after) < 0.6 * line.size and not usual_begin


def _is_full(line: Line, after: Line, set_as: Measure, *, centred: bool = False) -> bool:
    """Whether the line can go on in the next: its first word had no room here, and it does not begin a paragraph.

    centred: the next line is, so that where it begins says nothing.
    """
    first = after.words[0]
    room = set_as.right - line.x1
    if first.x1 - first.x0 + 0.2 * line.size < room - 0.3 * line.size:
        return False
    margin = abs(line.x0 - set_as.left) < 0.5 * line.size
    return centred or not (margin and after.x0 > set_as.left + 0.8 * line.size)


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
        whole = last._replace(text=last.text + first.text, x1=set_as.right if set_as else last.x1)
        made[i] = line._replace(words=(*line.words[:-1], whole))
        made[i + 1] = after._replace(words=_with_begin(after.words[1:], after.x0))
    return [line for line in made if line.words]


def _with_begin(words: tuple[Word, ...], x0: float) -> tuple[Word, ...]:
    """The words as if the first began where the line began."""
    return (words[0]._replace(x0=x0), *words[1:]) if words else ()
