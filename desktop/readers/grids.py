"""The sheets of a workbook as rows of raw values, by one of two libraries or from delimited text. Runs in the worker.

Opens only what `parts.look_through` has seen. Values are as the library gives them; cleaning is in `cells`.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.errors import FileEncrypted, FileTooLarge
from desktop.readers import delimited, open_document, parts
from desktop.readers.gate import Kind
from desktop.readers.parts import Range
from desktop.workers.limits import Limits

Row = list[Any]
_ZIPPED = frozenset({Kind.XLSX, Kind.XLSM, Kind.XLSB, Kind.ODS})


@dataclass(slots=True)
class Grid:
    """One sheet. rows: from the first row of the sheet, each a list that begins at column `left` (from 0);
    height: rows in all; merged: from 0, absolute."""

    rows: Iterator[Row]
    height: int
    left: int = 0
    merged: tuple[Range, ...] = ()


@dataclass(slots=True)
class Book:
    """An opened workbook. sheets: (name, visible) in order; grid: opens one by name; encoding: of delimited text; facts:
    what `parts` saw of each sheet."""

    sheets: tuple[tuple[str, bool], ...]
    grid: Callable[[str], Grid]
    encoding: str = "unicode"
    facts: dict[str, parts.SheetFacts] = field(default_factory=dict)


def open_book(path: Path, kind: Kind, options: Mapping[str, Any], limits: Limits) -> Book:
    """The workbook at `path`.

    options: "engine": "calamine" or "openpyxl" (only .xlsx, .xlsm); "unseen": True when another worker looks through the
    parts meanwhile, so that nothing read here counts before that one agrees.

    Raises FileDamaged, FileHostile, FileTooLarge, FileEncrypted, and what the library raises for a damaged file.
    """
    if kind is Kind.CSV:
        text = delimited.read(path, limits)
        return Book((("", True),), lambda _: Grid(iter(text.rows), len(text.rows)), text.encoding)
    facts = parts.look_through(path, limits) if kind in _ZIPPED and not options.get("unseen") else {}
    if kind is Kind.ODS:
        facts = open_document.facts(path)
    book = (_openpyxl if options["engine"] == "openpyxl" else _calamine)(path, kind, facts, limits)
    book.facts = facts
    return book


def _calamine(path: Path, kind: Kind, facts: dict[str, parts.SheetFacts], limits: Limits) -> Book:
    import python_calamine

    try:
        if path.suffix.lower() == f".{kind}":
            book = python_calamine.CalamineWorkbook.from_path(str(path))
        else:  # the library believes the extension, so a wrong one is kept from it
            book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    except python_calamine.PasswordError as error:
        raise FileEncrypted(path, str(error)) from error

    def grid(name: str) -> Grid:
        sheet = book.get_sheet_by_name(name)
        height, width = sheet.total_height + 1, sheet.total_width + 1  # the library counts from 0
        _check_size(path, height, width, limits)
        known = facts.get(name, parts.SheetFacts())
        return Grid(
            sheet.iter_rows() if sheet.start else iter(()),
            height,
            sheet.start[1] if sheet.start else 0,
            tuple(known.merged) or _ranges(sheet.merged_cell_ranges),
        )

    kinds, visible = python_calamine.SheetTypeEnum, python_calamine.SheetVisibleEnum.Visible
    found = [sheet for sheet in book.sheets_metadata if sheet.typ == kinds.WorkSheet]
    return Book(tuple((sheet.name, sheet.visible == visible) for sheet in found), grid)


def _ranges(found: list[tuple[tuple[int, int], tuple[int, int]]] | None) -> tuple[Range, ...]:
    return tuple((*first, *last) for first, last in found or ())


def _check_size(path: Path, height: int, width: int, limits: Limits) -> None:
    if height > limits.rows + 1:
        raise FileTooLarge(path, height, limits.rows, "row")
    if width > limits.columns:
        raise FileTooLarge(path, width, limits.columns, "column")


def _openpyxl(path: Path, _kind: Kind, facts: dict[str, parts.SheetFacts], limits: Limits) -> Book:
    import openpyxl

    data = io.BytesIO(path.read_bytes())
    book = openpyxl.load_workbook(data, read_only=True, data_only=True, keep_links=False)
    sheets = {sheet.title: sheet for sheet in book.worksheets}

    def grid(name: str) -> Grid:
        sheet = sheets[name]
        sheet.reset_dimensions()  # what the file claims of its size is not believed
        rows = [
            list(row)
            for row in sheet.iter_rows(max_row=limits.rows, max_col=limits.columns, values_only=True)
        ]
        while rows and not any(value is not None for value in rows[-1]):
            rows.pop()
        width = max((i + 1 for row in rows for i, value in enumerate(row) if value is not None), default=0)
        known = facts.get(name, parts.SheetFacts())
        square = (row[:width] + [None] * (width - len(row)) for row in rows)
        return Grid(square, len(rows), 0, tuple(known.merged))

    return Book(tuple((name, sheet.sheet_state == "visible") for name, sheet in sheets.items()), grid)
