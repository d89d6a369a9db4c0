"""What the words of an option stand for: days, numbers, widths, pairs. A word that cannot be understood is told in Vietnamese."""

import argparse
import datetime as dt
import re

from desktop.domain.report import Arrangement
from desktop.domain.vietnamese import nfc

PAPERS = (
    "phieu-giao-viec",
    "so-theo-doi",
    "so-den",
    "so-di",
    "giay-moi",
    "muc-luc",
    "viec-hom-nay",
    "danh-gia",
)
"""The kinds of papers of the command `papers`."""


def date(words: str) -> dt.date:
    """A day given as 2026-03-25, 25/3/2026 or 25-3-2026."""
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words)
    local = re.fullmatch(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", words)
    parts = iso.groups() if iso else local.groups()[::-1] if local else None
    if parts is None:
        raise argparse.ArgumentTypeError(f"“{words}” không phải ngày (gõ như 25/3/2026)")
    try:
        return dt.date(*map(int, parts))
    except ValueError:
        raise argparse.ArgumentTypeError(f"không có ngày “{words}”") from None


def whole(words: str) -> int:
    """A whole number of a size that a person means."""
    if not re.fullmatch(r"-?\d{1,9}", words, re.ASCII):
        raise argparse.ArgumentTypeError(f"“{words}” không phải số nguyên")
    return int(words)


def millimetres(words: str) -> float:
    """A width on paper: 5 to 100 mm, "36", "36,5"."""
    if not re.fullmatch(r"\d{1,3}(?:[.,]\d{1,2})?", words, re.ASCII):
        raise argparse.ArgumentTypeError(f"“{words}” không phải số milimét")
    width = float(words.replace(",", "."))
    if not 5 <= width <= 100:
        raise argparse.ArgumentTypeError(f"“{words}” phải từ 5 đến 100 mm")
    return width


def mapping(words: str) -> tuple[str, str]:
    """FIELD=COLUMN: ("name", "B")."""
    field, sign, column = words.partition("=")
    if not sign or not field.strip() or not re.fullmatch(r"[A-Za-z]{1,3}", column.strip()):
        raise argparse.ArgumentTypeError(f"“{words}” cần có dạng TRƯỜNG=CỘT, ví dụ name=B")
    return field.strip().lower(), column.strip().upper()


def numbered(words: str) -> tuple[int, str]:
    """Số/ký hiệu of a paper as one word: "41/UBND-VHXH" is (41, "UBND-VHXH")."""
    found = re.fullmatch(r"(\d{1,6})\s*/\s*([^\W\d_][\w&.-]*)", nfc(words.strip()))
    if not found:
        raise argparse.ArgumentTypeError(f"“{words}” không phải số, ký hiệu văn bản (gõ như 41/UBND-VHXH)")
    return int(found[1]), found[2]


def arrangement(words: str) -> Arrangement:
    """The order of a report: "task" or "field"."""
    if words not in set(Arrangement):
        raise argparse.ArgumentTypeError(f"không có cách sắp xếp “{words}”, chỉ có: {', '.join(Arrangement)}")
    return Arrangement(words)


def paper(words: str) -> str:
    """One of `PAPERS`."""
    if words not in PAPERS:
        raise argparse.ArgumentTypeError(f"không có loại “{words}”, chỉ có: {', '.join(PAPERS)}")
    return words
