"""How our workbooks hold values: text is always text (never a formula, a link or markup) and figures are figures."""

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from desktop.writers.atomic import replacing

FONT = "Times New Roman"
HEAD_GROUND, LINE_COLOUR = "#E8EEF6", "#808080"

_FIGURE = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?%?|-?\d+(?:,\d+)?%?", re.ASCII)
_SIGNS = frozenset("=+-@\t\r＝＋－＠")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MARKUP = ("<r>", "</r>")  # XlsxWriter writes a text that begins and ends so as it stands, as XML
_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_TEXTS_STAY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class Book:
    """A workbook in memory. Formats are made once for all cells that look alike."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        self._book: Any = xlsxwriter.Workbook(self._bytes, {"in_memory": True, **_TEXTS_STAY})
        self._book.set_properties({"author": "Sổ Kế Hoạch"})
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._names: set[str] = set()

    def sheet(self, name: str) -> Any:
        """A new sheet. name: on its tab; signs that Excel forbids are taken out, it is cut to 31 characters and never there twice."""
        name = _NOT_IN_NAMES.sub("", name).strip("' ")[:_NAME].rstrip("' ") or "Trang"
        free, number = name, 2
        while free.casefold() in self._names:
            end = f" ({number})"
            free, number = f"{name[: _NAME - len(end)]}{end}", number + 1
        self._names.add(free.casefold())
        return self._book.add_worksheet(free)

    def look(self, **properties: Any) -> Any:
        """The format with those properties of XlsxWriter, in our font."""
        key = tuple(sorted(properties.items()))
        found = self._formats.get(key)
        if found is None:
            found = self._formats[key] = self._book.add_format(
                {"font_name": FONT, "font_size": 12, **properties}
            )
        return found

    def texts(self, **properties: Any) -> "Look":
        """The look of cells of text."""
        return Look(self, properties)

    def chart(self, options: dict[str, str]) -> Any:
        """A native chart, to be put on a sheet."""
        return self._book.add_chart(options)

    def save(self, path: Path) -> None:
        """Write the file, whole or not at all. Raises the errors of `atomic.replacing`."""
        self._book.close()
        with replacing(path) as beside:
            beside.write_bytes(self._bytes.getbuffer())


class Look:
    """What cells look like: as text (plain), as text that a formula's sign begins (quoted), as whole numbers, as other figures."""

    def __init__(self, book: Book, properties: dict[str, Any]) -> None:
        self._book, self._properties = book, properties
        # Those that no cell has are not written.
        self.plain = book.look(**properties)
        self.quoted = book.look(**properties, quote_prefix=True)
        self.whole = self.figures("#,##0")

    def figures(self, number_format: str) -> Any:
        """For numbers and days."""
        return self._book.look(**self._properties, num_format=number_format)


def set_text(sheet: Any, row: int, column: int, text: str, look: Look) -> None:
    """Put `text` in a cell (from 0) as a string: a leading "=", "+", "-", "@" must never run in somebody's Excel (CWE-1236)."""
    if not text.isprintable():
        text = _FORBIDDEN.sub("", text)
    if not text:
        sheet.write_blank(row, column, None, look.plain)
    elif text[0] in _SIGNS:
        sheet.write_string(row, column, text, look.quoted)
    elif text[0] == "<" and text.startswith(_MARKUP[0]) and text.endswith(_MARKUP[1]):
        plain = look.plain
        sheet.write_rich_string(row, column, plain, text[:1], plain, text[1:2], plain, text[2:], plain)
    else:
        sheet.write_string(row, column, text, look.plain)


def set_figure(sheet: Any, row: int, column: int, text: str, look: Look) -> bool:
    """Put a printed figure ("1.234,5", "80,0%") in a cell as a number with the same look; False when `text` is no figure."""
    if text.isdecimal() and text.isascii():
        sheet.write_number(row, column, int(text), look.whole)
        return True
    if not _FIGURE.fullmatch(text):
        return False
    value = float(text.rstrip("%").replace(".", "").replace(",", "."))
    if text.endswith("%"):
        sheet.write_number(row, column, round(value / 100, 6), look.figures("0.0%"))
    else:
        sheet.write_number(row, column, value, look.whole if value.is_integer() else look.figures("#,##0.##"))
    return True


def span(sheet: Any, row: int, width: int, text: str, look: Look) -> None:
    """`text` in one cell as wide as the first `width` columns of a row."""
    if width > 1:
        sheet.merge_range(row, 0, row, width - 1, "", look.plain)
    set_text(sheet, row, 0, text, look)


def set_page(
    sheet: Any, *, landscape: bool, repeated: tuple[int, int], frozen: int, widths: Sequence[float]
) -> None:
    """A4, as wide as the sheet; rows `repeated` (from 0) on each page, those over `frozen` always in sight; widths of the columns."""
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    (sheet.set_landscape if landscape else sheet.set_portrait)()
    sheet.repeat_rows(*repeated)
    sheet.freeze_panes(frozen, 0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
