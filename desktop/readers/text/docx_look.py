"""The page and the usual letters of a .docx: what its first section, its styles and its runs name. Reads no words."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeVar

from desktop.domain.page_look import PageLook
from desktop.readers.text.docx_parts import Parts, Style, W, font_of, size_of, value

_Value = TypeVar("_Value", str, float)
_TWIPS = 56.6929  # to a millimetre
_LONGEST = 1000.0  # mm; more is no paper
_MOST = 0.6
"""Share of the letters that makes a font or a size the usual one."""


def look_of(parts: Parts) -> PageLook:
    """The look of a document. Tables are left out: they hold the head and the signature, which have sizes of their own."""
    section = next(parts.body.iter(f"{W}sectPr"), None)
    size, margins = _child(section, "pgSz"), _child(section, "pgMar")
    fonts, sizes = Counter[str](), Counter[float]()
    for letters, font, points in _runs(parts):
        fonts[font or ""] += letters
        sizes[points or 0.0] += letters
    return PageLook(
        width=_mm(size, "w"),
        height=_mm(size, "h"),
        top=_mm(margins, "top"),
        bottom=_mm(margins, "bottom"),
        left=_mm(margins, "left", "start"),
        right=_mm(margins, "right", "end"),
        font=_usual(fonts) or "",
        size=_usual(sizes) or 0.0,
    )


def _child(element: Any | None, name: str) -> Any | None:
    return None if element is None else element.find(f"{W}{name}")


def _mm(element: Any | None, *names: str) -> float | None:
    for name in names:
        text = "" if element is None else element.get(f"{W}{name}", "")
        if text.lstrip("-").isdecimal():
            length = round(abs(int(text[:9])) / _TWIPS, 1)
            return length if length < _LONGEST else None
    return None


def _runs(parts: Parts) -> Iterator[tuple[int, str | None, float | None]]:
    """(letters, font, size) of each run: its own, of its style, of its paragraph's, of the document's."""
    for paragraph in parts.body.iterfind(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        name = value(properties, "pStyle") or parts.default_style
        styles = [parts.styles.get(name, Style()), parts.defaults]
        for run in paragraph.iterfind(f"{W}r"):
            own = run.find(f"{W}rPr")
            named = [parts.styles.get(value(own, "rStyle") or "", Style()), *styles]
            letters = sum(len((text.text or "").strip()) for text in run.iterfind(f"{W}t"))
            font = font_of(own) or next((style.font for style in named if style.font), None)
            if _is_of_theme(own):
                font = None
            size = size_of(own) or next((style.size for style in named if style.size), None)
            yield letters, font, size


def _is_of_theme(run: Any | None) -> bool:
    """Whether a run names a font of the theme, which lies in another part and goes before what else it names."""
    fonts = _child(run, "rFonts")
    return fonts is not None and fonts.get(f"{W}asciiTheme") is not None


def _usual(counts: "Counter[_Value]") -> _Value | None:
    """What most letters have; None where none is in the majority."""
    if not counts.total():
        return None
    best, count = counts.most_common(1)[0]
    return best if count >= _MOST * counts.total() else None
