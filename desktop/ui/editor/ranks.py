"""How the rank of a paragraph changes as one writes: by Tab, by Enter, by a label that is typed. Sets nothing, knows no keys."""

import re
from collections.abc import Iterable

from desktop.documents.model import Style

NAMES = {
    Style.SECTION: "Mục I.",
    Style.CLAUSE: "Khoản 1.",
    Style.NUMBERED: "Đoạn 1.",
    Style.POINT: "Điểm a)",
    Style.DASH: "Gạch -",
    Style.PLUS: "Cộng +",
    Style.BODY: "Đoạn văn",
    Style.BASIS: "Căn cứ",
}
"""As the list of ranks shows them, in its order."""

_DEEPER = {
    Style.SECTION: Style.CLAUSE,
    Style.CLAUSE: Style.POINT,
    Style.NUMBERED: Style.POINT,
    Style.POINT: Style.DASH,
    Style.DASH: Style.PLUS,
    Style.BODY: Style.DASH,
}
_OUTER = {
    Style.PLUS: Style.DASH,
    Style.DASH: Style.POINT,
    Style.CLAUSE: Style.SECTION,
    Style.NUMBERED: Style.SECTION,
}
_NUMBERS = (Style.CLAUSE, Style.NUMBERED)
_HEADINGS = frozenset({Style.SECTION, Style.CLAUSE})
_TYPED = (
    (re.compile(r"[-–•]"), Style.DASH),
    (re.compile(r"\+"), Style.PLUS),
    (re.compile(r"[IVX]{1,5}\."), Style.SECTION),
    (re.compile(r"\d{1,2}\."), Style.NUMBERED),
    (re.compile(r"[a-zđ]\)"), Style.POINT),
)


def deeper(style: Style) -> Style:
    """One rank further in (Tab); the same where there is none."""
    return _DEEPER.get(style, style)


def outer(style: Style, before: Iterable[Style]) -> Style:
    """One rank further out (Shift+Tab). before: ranks of the paragraphs above, the nearest first: a point goes out to the kind of number
    that it stands under."""
    if style is Style.POINT:
        return next((rank for rank in before if rank in _NUMBERS), Style.CLAUSE)
    return _OUTER.get(style, style)


def after_enter(style: Style) -> Style:
    """The rank of the paragraph that Enter begins: a list goes on, under a heading stands running text."""
    return Style.BODY if style in _HEADINGS else style


def stepped_out(style: Style) -> Style:
    """The rank of a paragraph without words when Enter is pressed in it, or of any at whose beginning Backspace is."""
    return Style.DASH if style is Style.PLUS else Style.BODY


def typed(label: str) -> Style | None:
    """The rank that a label typed at the beginning of running text means ("-", "1.", "a)"), None for other words."""
    return next((style for pattern, style in _TYPED if pattern.fullmatch(label)), None)
