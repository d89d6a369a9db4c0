"""The words that tell the parts of a paper's lay-out apart (data/text_layout.toml). Knows words, not formats."""

import functools
import re
import tomllib

from desktop.domain import vietnamese
from desktop.paths import data_file

_EDGES = " .:;,-–*_()/"
MARKER = re.compile(
    r"\s*(?:[-–—+•*]|\d{1,2}(?:\.\d{1,2})*(?:[.)](?!\d)|/(?=\s))|[a-zđ]{1,2}\)|[IVX]{1,5}\.)\s*(?=\S)"
)
"""What a line of a list begins with: "-", "1.", "1.2.", "a)", "IV."."""


@functools.cache
def _layout() -> dict[str, dict[str, list[str]]]:
    with data_file("text_layout.toml").open("rb") as file:
        return tomllib.load(file)


@functools.cache
def spelled(part: str, name: str) -> tuple[str, ...]:
    """The words of one list of data/text_layout.toml as they are written there."""
    return tuple(_layout()[part][name])


@functools.cache
def words(part: str, name: str) -> tuple[str, ...]:
    """The folded words of one list of data/text_layout.toml, longest first."""
    return tuple(sorted(map(vietnamese.fold, spelled(part, name)), key=len, reverse=True))


def bare(text: str) -> str:
    """The folded text without the signs around it."""
    return vietnamese.fold(text).strip(_EDGES)


def is_motto(text: str) -> bool:
    """Whether the line carries Quốc hiệu, tiêu ngữ or the head of a Party paper."""
    folded = re.sub(r"\s*-\s*", " - ", vietnamese.fold(text))
    return len(folded) < 90 and any(word in folded for word in words("head", "motto"))


def begins_motto(text: str) -> bool:
    """Whether Quốc hiệu, tiêu ngữ or the head of a Party paper begins the text."""
    return re.sub(r"\s*-\s*", " - ", vietnamese.fold(text)).startswith(words("head", "motto"))


def is_below_head(text: str) -> bool:
    """Whether the line can stand only under the two columns of the head: "Kính gửi", the kind of document alone."""
    folded = bare(text)
    return folded.startswith(words("head", "below")) or folded in words("head", "kinds")


def is_addressing(text: str) -> bool:
    """Whether the line is only the words before the list of those addressed ("Kính gửi:")."""
    return bare(text) in words("head", "below")


def is_recipients(text: str) -> bool:
    """Whether the line is the heading "Nơi nhận" of the list of recipients."""
    folded = bare(text)
    found = next((word for word in words("closing", "recipients") if folded.startswith(word)), None)
    return found is not None and (folded == found or folded[len(found) :].lstrip().startswith(":"))


def is_signing(text: str) -> bool:
    """Whether the line says for whom or as what somebody signs."""
    folded = vietnamese.fold(text)
    return folded.startswith(words("closing", "signing")) or (
        text.strip().isupper() and bare(text) in words("closing", "titles")
    )


def is_after_closing(text: str) -> bool:
    """Whether the line begins an appendix, so that the signature block has ended above it."""
    return vietnamese.fold(text).startswith(words("closing", "after"))


def is_column_name(text: str) -> bool:
    """Whether the whole text is the usual name of a table's column."""
    return bare(text) in words("table", "header")


def is_stamp(text: str) -> bool:
    """Whether the line is part of what signing software prints over the paper."""
    return vietnamese.fold(text).startswith(words("print", "stamps"))
