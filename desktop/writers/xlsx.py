"""Writes the tables of a document to a workbook, a sheet each: heads repeated in print, figures as figures, text never a formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop.documents.model import Align, Table
from desktop.writers.atomic import replacing
from desktop.writers.workbook_cells import name_maker, set_figure, set_text

_LINE = Side(style="thin", color="808080")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="E8EEF6")
_FONT = "Times New Roman"
_PAGE_CHARACTERS = 95
"""Width of an A4 page in characters of the font: the shares of the columns are spread over it."""
_LANDSCAPE_CHARACTERS = 145


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. name: on its tab (cut to 31 characters, signs that Excel forbids taken out); title: lines above the table;
    landscape: printed on its side, with wider columns."""

    name: str
    title: tuple[str, ...]
    table: Table
    landscape: bool = False


def write(sheets: Sequence[Sheet], path: Path) -> None:
    """Write `sheets` to `path` (.xlsx). Raises the errors of `atomic.replacing`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _add_looks(book)
    for sheet in sheets:
        name = "".join(letter for letter in sheet.name if letter not in "[]:*?/\\")[:31]
        _sheet(book.create_sheet(name), sheet)
    name_maker(book)
    with replacing(path) as temporary:
        book.save(temporary)


def _sheet(out: Worksheet, sheet: Sheet) -> None:
    table = sheet.table
    width = len(table.columns)
    for row, line in enumerate(sheet.title, 1):
        set_text(out.cell(row, 1), line)
        out.cell(row, 1).font = Font(name=_FONT, size=13, bold=row == 1)
        out.cell(row, 1).alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        out.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    top = len(sheet.title) + 2
    first = _heads(out, table, top)
    for position, cells in enumerate(table.rows):
        bold = position in table.groups or (table.total and position == len(table.rows) - 1)
        _row(out, first + position, cells, table, bold=bold)
        if position in table.groups:
            out.cell(first + position, 1).style = _look(Align.LEFT, bold=True)
            out.merge_cells(
                start_row=first + position, end_row=first + position, start_column=1, end_column=width
            )
    page = _LANDSCAPE_CHARACTERS if sheet.landscape else _PAGE_CHARACTERS
    share = page / sum(column.width for column in table.columns)
    for position, column in enumerate(table.columns, 1):
        out.column_dimensions[get_column_letter(position)].width = max(6, column.width * share)
    out.freeze_panes = out.cell(first, 1)
    out.print_title_rows = f"{top}:{first - 1}"
    out.page_setup.paperSize, out.page_setup.fitToWidth, out.page_setup.fitToHeight = 9, 1, 0
    out.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    out.sheet_properties.pageSetUpPr.fitToPage = True


def _heads(out: Worksheet, table: Table, top: int) -> int:
    """The head rows from `top`; gives the first row of the body."""
    depth = max(len(column.titles) for column in table.columns)
    for position, column in enumerate(table.columns, 1):
        for level in range(depth):
            cell = out.cell(top + level, position)
            title = column.titles[level] if level < len(column.titles) else ""
            set_text(cell, title)
            cell.font, cell.fill, cell.border = Font(name=_FONT, size=12, bold=True), _HEAD, _BORDER
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return top + depth


def _row(out: Worksheet, row: int, cells: tuple[str, ...], table: Table, *, bold: bool) -> None:
    for position, (text, column) in enumerate(zip(cells, table.columns, strict=True), 1):
        cell = out.cell(row, position)
        cell.style = _look(column.align, bold=bold)
        if column.align is Align.LEFT or not set_figure(cell, text):
            set_text(cell, text)


def _add_looks(book: Workbook) -> None:
    """The looks of body cells, made once: a look made for each cell costs five times the cell."""
    for align, horizontal in _HORIZONTAL.items():
        for bold in (False, True):
            style = NamedStyle(_look(align, bold=bold))
            style.font, style.border = Font(name=_FONT, size=12, bold=bold), _BORDER
            style.alignment = Alignment(horizontal=horizontal, vertical="top", wrap_text=True)
            book.add_named_style(style)


def _look(align: Align, *, bold: bool) -> str:
    return f"Bảng {align.value}{' đậm' if bold else ''}"


_HORIZONTAL = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
