"""What a paragraph begins with: "II.", "1.2.", "a)", "-", "Điều 3." and how deep each stands. Reads no further text."""

import functools
import re
from dataclasses import dataclass
from enum import IntEnum


class Depth(IntEnum):
    """How deep a paragraph stands; a smaller number holds the greater ones that follow it."""

    PART = 0
    CHAPTER = 1
    CAPITAL = 2
    ROMAN = 3
    ARTICLE = 4
    NUMBER = 5
    NUMBER_2 = 6
    NUMBER_3 = 7
    NUMBER_4 = 8
    LETTER = 9
    BRACKET = 10
    STAR = 11
    PLAIN = 12
    DASH = 13
    PLUS = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark as written, its depth and where the text behind it begins."""

    text: str
    depth: Depth
    end: int


_PART = re.compile(r"(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+\w+|[IVX]+|[A-Z]|\d+)\s*[.:]?\s*")
_CHAPTER = re.compile(r"(?:CHƯƠNG|Chương|MỤC|Mục)\s+(?:[IVX]+|\d+)(?!\w)\s*[.:]?\s*")
_ARTICLE = re.compile(r"Điều\s+\d+[a-z]?\s*[.:]\s*")
_ROMAN = re.compile(r"[IVX]{1,5}(?:\s*[.)]\s*(?=\D|$)|\s*/\s+|\s*[-–:]\s+)")
_CAPITAL = re.compile(r"[A-HĐ](?:\s*[./)]\s*|\s+-\s+)(?=[^\W\d_]|$)")
_NUMBER = re.compile(r"(?:[IVX]+\.)?(\d{1,2}(?:\.\d{1,2}){0,3})\s*[.):/](?!\d)\s*")
_OPEN_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=[^\W\d_])|(\d{1,2})\s*[-–]\s+(?=[^\W\d_])")
_LETTER = re.compile(r"[a-zđ]{1,2}\d?\s*\)\s*|[a-zđ]\d?(?:\.\d)?\s*[./,]\s+")
_BRACKET = re.compile(r"\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)(?:\s*\.(?!\.))?\s*|[①-⑳]\s*")
_STAR = re.compile(r"[*★✱]\s*(?=\S)")
_PLUS = re.compile(r"[+○◦]\s*(?=\S)|o\s+(?=\S)")
_DASH = re.compile(r"[-–—•●▪■➢❖✓\u2043\uf0b7\uf02d\uf0a7·‑−]\s*(?=\S)")

_NEED_CAPITAL = (_CAPITAL, _OPEN_NUMBER, _PLUS)
"""Marks that are ordinary signs or words unless a capital letter follows."""
_KINDS = (
    (_PART, Depth.PART),
    (_CHAPTER, Depth.CHAPTER),
    (_ARTICLE, Depth.ARTICLE),
    (_ROMAN, Depth.ROMAN),
    (_CAPITAL, Depth.CAPITAL),
    (_NUMBER, Depth.NUMBER),
    (_OPEN_NUMBER, Depth.NUMBER),
    (_BRACKET, Depth.BRACKET),
    (_LETTER, Depth.LETTER),
    (_STAR, Depth.STAR),
    (_PLUS, Depth.PLUS),
    (_DASH, Depth.DASH),
)


@functools.lru_cache(maxsize=20_000)
def mark_of(text: str) -> Mark | None:
    """The mark that a paragraph begins with, or None. "1.1." is one deeper than "1."; "2.1" needs a capital behind it."""
    for regex, depth in _KINDS:
        found = regex.match(text)
        if found is None or not _stands(regex, found, text):
            continue
        if depth is Depth.NUMBER:
            depth = _number_depth(found)
        return Mark(found[0].strip(), depth, found.end())
    return None


def _stands(regex: re.Pattern[str], found: re.Match[str], text: str) -> bool:
    """Whether the sign is a mark and not the beginning of the sentence."""
    behind = text[found.end() : found.end() + 1]
    if regex is _LETTER and ")" not in found[0]:
        return behind.isupper()
    if regex is _NUMBER and found[0].endswith("/"):  # "12/KH-UBND" is a number of a document
        return text[found.end() + 1 : found.end() + 2].islower()
    if regex is _PLUS and found[0].startswith("+"):
        return True
    return regex not in _NEED_CAPITAL or behind.isupper()


def _number_depth(found: re.Match[str]) -> Depth:
    digits = next(group for group in found.groups() if group)
    depth = Depth(Depth.NUMBER + min(3, digits.count(".")))
    return Depth.NUMBER_4 if ")" in found[0] and depth is Depth.NUMBER else depth
