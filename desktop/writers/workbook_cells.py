"""How our workbooks hold values: text is always text (never a formula) and figures are figures."""

import re
from decimal import Decimal
from typing import Any

from openpyxl import Workbook

_FIGURE = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?%?|-?\d+(?:,\d+)?%?", re.ASCII)
_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def set_text(cell: Any, text: str) -> None:
    """Put `text` in `cell` as a string: a leading "=", "+", "-", "@" must never run in somebody's Excel (CWE-1236)."""
    text = _FORBIDDEN.sub("", text)
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_SIGNS):
        cell.quotePrefix = True


def set_figure(cell: Any, text: str) -> bool:
    """Put a printed figure ("1.234,5", "80,0%") in `cell` as a number with the same look; False when `text` is no figure."""
    if not _FIGURE.fullmatch(text):
        return False
    is_percent = text.endswith("%")
    value = Decimal(text.rstrip("%").replace(".", "").replace(",", "."))
    cell.value = float(value / 100) if is_percent else int(value) if value == int(value) else float(value)
    cell.number_format = "0.0%" if is_percent else "#,##0" if value == int(value) else "#,##0.##"
    return True


def name_maker(book: Workbook) -> None:
    """Name the maker in the properties of the file."""
    book.properties.creator = "Sổ Kế Hoạch"
