"""Head and signature block laid out side by side with tabs or spaces: left column first, then the right one.

Works on lines of raw text (tabs and runs of spaces still in them). Everything else passes unchanged.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop.readers.blocks import Block
from desktop.readers.text import cues

_TABS = re.compile(r"(?:[ \u00a0]*\t[ \u00a0]*)+")
_SPACES = re.compile(r"[ \u00a0]{3,}")
_INDENT = re.compile(r"\t|[ \u00a0]{12,}")
_PLACE = re.compile(
    r"(Số\s*:?\s*[^\s,/]*(?:\s?/\s?[^\s,]+)?)\s+([^\W\d][^,]{1,60},\s*ngày\b.*)", re.IGNORECASE
)
_LONGEST = 150
"""A line of the head is not longer."""
_SEARCHED = 30
"""How many blocks from the top may hold the head."""
_HOLE, _CLOSING_HOLE = 3, 20
"""How many lines of the left column alone may stand between lines of two columns."""


@dataclass(frozen=True, slots=True)
class _Line:
    left: str
    right: str


def part_columns(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks with the two columns of the head and of the signature block one after the other."""
    found = list(blocks)
    head = _head(found)
    if head is not None:
        found[head[0] : head[1]] = _one_after_other(found[head[0] : head[1]], _split_head)
    closing = _closing(found)
    if closing is not None:
        found[closing[0] : closing[1]] = _one_after_other(found[closing[0] : closing[1]], _split)
    return found


def _split(text: str) -> _Line:
    stripped = text.strip()
    if not stripped:
        return _Line("", "")
    if _INDENT.match(text):
        return _Line("", stripped)
    gaps = list(_TABS.finditer(stripped)) or sorted(_SPACES.finditer(stripped), key=lambda gap: -len(gap[0]))
    # "Số:      /KH-UBND" and "ngày      tháng" are blanks to fill; the widest gap parts the columns.
    gap = next((gap for gap in gaps if not _is_blank(stripped, gap)), None)
    if gap is None:
        return _Line(stripped, "")
    return _Line(stripped[: gap.start()], stripped[gap.end() :])


def _split_head(text: str) -> _Line:
    """Like `_split`; also where copying from a PDF left only one space before Quốc hiệu, tiêu ngữ or place and date."""
    line = _split(text)
    if line.right or len(line.left) > _LONGEST:
        return line if len(line.left) <= _LONGEST else _Line(text.strip(), "")
    if cues.is_motto(line.left):
        words = line.left.split()
        at = next((i for i in range(1, len(words)) if cues.begins_motto(" ".join(words[i:]))), None)
        if at is not None and not cues.begins_motto(line.left):
            return _Line(" ".join(words[:at]), " ".join(words[at:]))
    place = _PLACE.fullmatch(line.left)
    return _Line(place[1], place[2]) if place else line


def _is_blank(text: str, gap: re.Match[str]) -> bool:
    before, after = text[: gap.start()], text[gap.end() :]
    number = before.endswith(":") and after.startswith("/")
    date = cues.bare(before).endswith(("ngay", "thang", "nam")) and len(gap[0]) < 20
    marker = cues.MARKER.match(before + " x")
    bullet = not before.strip(" -–+") or (marker is not None and marker.end() > len(before))
    return number or date or bullet


def _head(blocks: list[Block]) -> tuple[int, int] | None:
    lines = [_split_head(block.text) for block in blocks[:_SEARCHED]]
    at = next((i for i, line in enumerate(lines) if line.left and cues.is_motto(line.right)), None)
    if at is None:
        return None
    start = at
    while start and lines[start - 1].right and lines[start - 1].left:
        start -= 1
    return start, _end(blocks, at, _HOLE, head=True)


def _closing(blocks: list[Block]) -> tuple[int, int] | None:
    for at, block in enumerate(blocks):
        line = _split(block.text)
        if not cues.is_recipients(line.left) or block.rows:
            continue
        end = _end(blocks, at, _CLOSING_HOLE, head=False)
        if end > at + 1 or line.right:
            start = at
            while start and not _split(blocks[start - 1].text).left and _split(blocks[start - 1].text).right:
                start -= 1
            return start, end
    return None


def _end(blocks: list[Block], at: int, hole: int, *, head: bool) -> int:
    """One past the last line that has a right column, looking over at most `hole` lines without one."""
    split = _split_head if head else _split
    end, alone = at + 1, 0
    for i in range(at + 1, len(blocks)):
        line = split(blocks[i].text)
        stop = cues.is_below_head(line.left or line.right) if head else cues.is_after_closing(line.left)
        if blocks[i].rows or stop or alone > hole:
            break
        if line.right:
            end, alone = i + 1, 0
        elif line.left:
            alone += 1
    return end


def _one_after_other(blocks: list[Block], split: Callable[[str], _Line]) -> list[Block]:
    left, right = [], []
    for block in blocks:
        line = split(block.text)
        if line.left or not line.right:
            left.append(replace(block, text=line.left))
        if line.right or not line.left:
            right.append(replace(block, text=line.right))
    return left + right
