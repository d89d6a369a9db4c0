"""Labels of headings and lists: "I.", "1.", "a)", "-", "+". They are computed from rank and order, never typed. Sets no type."""

from collections.abc import Iterator, Sequence

from desktop.documents.model import Block, Paragraph, Style

# The order of the decree itself: d, đ, e, g; the marked vowels and f, j, w, z are not used (Phụ lục I, II.6).
POINTS = "abcdđeghiklmnopqrstuvxy"

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)

# Rank of what is counted; a counted paragraph starts all deeper ranks anew.
_RANK = {Style.SECTION: 0, Style.CLAUSE: 1, Style.NUMBERED: 1, Style.POINT: 2}
_SIGNS = {Style.DASH: "-", Style.PLUS: "+"}


def roman(number: int) -> str:
    """A Roman numeral, `number` from 1."""
    out = ""
    for value, letters in _ROMAN:
        out += letters * (number // value)
        number %= value
    return out


def point(number: int) -> str:
    """The letter of a điểm, `number` from 1: a b c d đ e g …; after y comes "aa", "ab" [II.6i]."""
    out = ""
    while number:
        number, at = divmod(number - 1, len(POINTS))
        out = POINTS[at] + out
    return out


def _label(style: Style, count: int) -> str:
    match style:
        case Style.SECTION:
            return f"{roman(count)}."
        case Style.POINT:
            return f"{point(count)})"
        case _:
            return f"{count}."


def labels(blocks: Sequence[Block]) -> Iterator[str]:
    """One label for each block, "" where there is none.

    Sections run through the whole; clauses and numbered paragraphs share one row of numbers in a section, so that none comes twice;
    points start anew under each of them. Dashes, running text and tables in between do not break a row.
    """
    counts = [0, 0, 0]
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield ""
            continue
        rank = _RANK.get(block.style)
        if rank is None:
            yield _SIGNS.get(block.style, "")
            continue
        counts[rank] += 1
        counts[rank + 1 :] = [0] * (2 - rank)
        yield _label(block.style, counts[rank])
