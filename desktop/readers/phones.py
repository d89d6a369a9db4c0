"""Telephone numbers as typed in lists: digits with their leading 0. Knows Vietnam's lengths, no directory."""

import re
from typing import Any

from desktop.readers.cells import number_text

USUAL = re.compile(r"0\d{9,10}")
USUAL_LINES = re.compile(r"0\d{9,10}(?:\n0\d{9,10})*")
BETWEEN = "; "
_EXTENSION = re.compile(r"\(?\s*(?:máy lẻ|may le|số lẻ|nhánh|ext)\.?\s*:?\s*\d{1,5}\s*\)?", re.IGNORECASE)
_PARTS = re.compile(r"[;,/|\n&]|\s+(?:-|–|và|hoặc)\s+|\s{2,}")
_RUN = re.compile(r"\+?\(?\d[\d\s.\-–()\u00a0]*\d|\d")
_TWO = re.compile(r"(0\d{9,10})(0\d{9,10})")
_SCIENTIFIC = re.compile(r"\d[.,]\d+[eE]\+\d+")


def read(value: Any) -> tuple[str, bool, bool]:
    """(numbers with "; " between them, a leading 0 was put back, something in the cell is no telephone number).

    value: the raw cell. Excel's numbers lose the leading 0 and get it back; 84 and +84 become 0; signs and spaces
    between digits go. Numbers shorter than nine digits stay as they are; words without digits give "".
    """
    if isinstance(value, str):
        return _text(value)
    if not value or isinstance(value, bool):
        return "", False, value is not None and value != ""
    number, restored, sound = national(number_text(value))
    return number, restored, not sound


def _text(text: str) -> tuple[str, bool, bool]:
    if USUAL.fullmatch(text):
        return text, False, False
    found: list[str] = []
    any_restored, doubtful = False, bool(_SCIENTIFIC.search(text))
    if doubtful:
        return "", False, True
    for part in _PARTS.split(_EXTENSION.sub(" ", text)):
        for run in _runs(part):
            number, restored, sound = national(run)
            doubtful = doubtful or not sound
            any_restored = any_restored or restored
            if number not in found:
                found.append(number)
    return BETWEEN.join(found), any_restored, doubtful or (not found and bool(text.strip()))


def _runs(part: str) -> list[str]:
    """Numbers in a piece of a cell; two that only a space or dash parts are told apart by their lengths."""
    runs: list[str] = []
    for run in _RUN.findall(part):
        two = _TWO.fullmatch(re.sub(r"\D", "", run))
        runs += two.groups() if two else [run]
    return runs


def national(text: str) -> tuple[str, bool, bool]:
    """(digits as dialled within the country, a lost 0 was put back, the length is that of a telephone number)."""
    text = text.removesuffix(".0")
    digits = re.sub(r"\D", "", text)
    abroad = text.lstrip("( ").startswith("+84") or digits.startswith("0084")
    if abroad:
        digits = digits.removeprefix("00").removeprefix("84")
        digits = digits if digits.startswith("0") else "0" + digits
    elif digits.startswith("84") and len(digits) in {11, 12}:
        digits = "0" + digits[2:]
    restored = False
    if not digits.startswith("0") and len(digits) in {9, 10} and not digits.startswith(("1800", "1900")):
        digits, restored = "0" + digits, True
    sound = len(digits) in {10, 11} and digits.startswith("0")
    return digits, restored, sound or digits.startswith(("1800", "1900", "11"))
