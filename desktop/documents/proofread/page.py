"""Page and letters of a file from outside [Phụ lục I, I.1-4; II.6b], and letters that no other machine reads alike. Notes only where
the form is another: offices print from templates of their own."""

from collections.abc import Iterator

from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.paper import Context, Paper, Strictness
from desktop.documents.proofread.words import level, table
from desktop.domain.page_look import PageLook

_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_NEAR = 0.6
"""Millimetres that Word rounds away."""


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """Format, margins, font and size; fonts of old encodings, marks apart from their letters."""
    first = paper.passages[0].text if paper.passages else ""
    if paper.legacy:
        yield found("not_unicode", 0, first)
    if paper.decomposed:
        word = level(paper.decomposed)
        at = next((i for i, one in enumerate(paper.passages) if word in level(one.text)), 0)
        yield found("not_nfc", at, paper.passages[at].text if paper.passages else "", word=paper.decomposed)
    if paper.look is not None and paper.strictness is not Strictness.NONE:
        yield from _look(paper.look, first)


def _look(look: PageLook, quote: str) -> Iterator[Finding]:
    rules = table()["page"]
    if look.width and look.height and not _is_a4(look):
        yield found("page_size", 0, quote, width=_shown(look.width), height=_shown(look.height))
    odd = [side for side in _SIDES if not _fits(getattr(look, side), *rules[side])]
    # A page on its side has its margins turned with it.
    if odd and (look.width or 0) < (look.height or 1):
        words = ", ".join(f"{_SIDES[side]} {_shown(getattr(look, side))} mm" for side in odd)
        yield found("page_margins", 0, quote, written=words)
    if look.font and level(look.font) not in rules["fonts"]:
        yield found("page_font", 0, quote, written=look.font)
    if look.size and not _fits(look.size, *rules["size"]):
        yield found("page_letters", 0, quote, written=_shown(look.size))


def _is_a4(look: PageLook) -> bool:
    sides = sorted((look.width or 0.0, look.height or 0.0))
    return all(abs(side - right) < 2 * _NEAR for side, right in zip(sides, (210.0, 297.0), strict=True))


def _fits(length: float | None, least: float, most: float) -> bool:
    return length is None or least - _NEAR <= length <= most + _NEAR


def _shown(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0").replace(".", ",")
