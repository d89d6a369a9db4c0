"""What stands on a printed page but is not its text: page numbers, running heads, stamps of signing software, footnotes.

Takes pages, gives lines. Whatever is not surely one of these stays.
"""

import re
from collections import Counter
from collections.abc import Sequence

from desktop.domain import vietnamese
from desktop.readers.text import cues
from desktop.readers.text.print import Line, Page, Word, lines_of, pieces, usual

_MARGIN = 90.0
"""How far from the upper and lower edge of the paper page numbers and running heads stand, in points."""
_NUMBER = re.compile(r"[\s\-–—|]*(?:\w+ )?(\d{1,4})(?: ?(?:/|of|trên) ?\d{1,4})?[\s\-–—|]*")
_DIGITS = re.compile(r"\d+")
_STAMP_SIZE = 0.75
"""Letters of a signing stamp are at most so large, in parts of the usual size."""


def text_lines(pages: Sequence[Page]) -> list[list[Line]]:
    """The lines of each page from top to bottom, without what only its margins and notes say."""
    size = usual((word.size, len(word.text)) for page in pages for word in page.words)
    bare = [lines_of(_without_stamps(page.words, number, size), number) for number, page in enumerate(pages)]
    numbered = [_without_number(lines, page, len(pages)) for lines, page in zip(bare, pages, strict=True)]
    heads = _running(numbered, pages)
    kept = [
        [line for line in lines if _place(line, page) not in heads]
        for lines, page in zip(numbered, pages, strict=True)
    ]
    return [_without_notes(lines, page, size) for lines, page in zip(kept, pages, strict=True)]


def _without_stamps(words: Sequence[Word], number: int, size: float) -> list[Word]:
    small = [word for word in words if word.size < _STAMP_SIZE * size]
    if not small:
        return list(words)
    stamped: set[Word] = set()
    for line in lines_of(small, number):
        for piece in pieces(line, 1.5):
            if cues.is_stamp(piece.text):
                stamped.update(piece.words)
    return [word for word in words if word not in stamped]


def _without_number(lines: list[Line], page: Page, pages: int) -> list[Line]:
    """Without the first or last line when it is only a page number in the margin."""
    for at in (0, -1):
        if lines and _in_margin(lines[at], page) and _is_number(lines[at].text, pages):
            return lines[1:] if at == 0 else lines[:-1]
    return lines


def _in_margin(line: Line, page: Page) -> bool:
    return line.y < _MARGIN or line.y > page.height - _MARGIN


def _is_number(text: str, pages: int) -> bool:
    found = _NUMBER.fullmatch(vietnamese.clean(text))
    if found is None or int(found[1]) > pages + 200:
        return False
    word = cues.bare(_DIGITS.split(text, maxsplit=1)[0])
    return not word or word in cues.words("print", "page")


def _place(line: Line, page: Page) -> tuple[str, int] | None:
    """Words (digits alike) and height of a line in the margin; None elsewhere."""
    return (_DIGITS.sub("#", cues.bare(line.text)), round(line.y / 3)) if _in_margin(line, page) else None


def _running(lines: list[list[Line]], pages: Sequence[Page]) -> set[tuple[str, int] | None]:
    """The places of lines that stand alike on at least three pages and on half of all."""
    counts: Counter[tuple[str, int]] = Counter()
    for on_page, page in zip(lines, pages, strict=True):
        counts.update({place for line in on_page if (place := _place(line, page)) is not None})
    return {place for place, count in counts.items() if count >= 3 and count * 2 >= len(pages)}


def _without_notes(lines: list[Line], page: Page, size: float) -> list[Line]:
    """Without the footnotes: from the first small line that begins with the number of a raised mark to the end."""
    for at, line in enumerate(lines):
        mark = line.words[0].text.strip("[]().")
        small = line.size < 0.9 * size
        if small and line.y > page.height / 2 and (mark in page.marks or _starts_small(line)):
            return lines[:at] if all(below.size <= line.size + 0.5 for below in lines[at:]) else lines
    return lines


def _starts_small(line: Line) -> bool:
    first = line.words[0]
    return first.text.isdecimal() and first.size < 0.8 * line.size
