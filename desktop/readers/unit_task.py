"""The worker's task "units": a workbook or text read as a list of units, told in columns. Runs in the worker only."""

from collections.abc import Iterator
from typing import Any

from desktop.domain.legacy_text import Encoding
from desktop.errors import NothingInside
from desktop.readers import grids, parts_task, unit_sheet, unit_table
from desktop.readers.gate import Kind
from desktop.readers.parts import column_letters
from desktop.readers.unit_chunks import Units
from desktop.workers import wire

READING = "reading"


def messages(request: wire.Request) -> Iterator[wire.Message]:
    """["facts", ...] where there are any, ["head", {...}], then the rows as `unit_table` tells them, then
    ["rest", skipped, problems]; or ["unknown_column", field, value].

    options: engine, sheet (or null), mapping. Raises NothingInside, NoUnitNames, NoSuchSheet and all of `grids`.
    """
    options = request.options
    book = grids.open_book(request.path, Kind(request.kind), options, request.limits)
    yield from parts_task.told(book.facts)
    try:
        found = unit_sheet.find(book, request.path, options["sheet"], options["mapping"], request.limits.cell)
    except unit_sheet.UnknownColumn as error:
        yield ["unknown_column", error.name, error.value]
        return
    units = Units(found, request.limits.cell)
    yield ["head", _head(book, found)]
    total = 0
    for columns in units.chunks():
        last = columns["row"][-1] if columns["row"] else found.header.last + 1
        total += len(columns["row"])
        yield ["step", last, found.grid.height, READING]
        yield unit_table.message(columns)
    if not total:
        raise NothingInside(request.path)
    yield [
        "rest",
        units.skipped,
        [*_legacy(found, book), *unit_sheet.hidden_sheets(book), *units.problems.values],
    ]


def _legacy(found: unit_sheet.Found, book: grids.Book) -> list[list[Any]]:
    """A problem (as values) for each column that was typed in an old encoding and converted."""
    if book.encoding != Encoding.UNICODE:
        return [[0, None, "legacy_text", book.encoding]]
    return [
        [0, column_letters(i + found.grid.left), "legacy_text", found.encodings[i]]
        for i in sorted(found.header.columns.values())
        if found.encodings[i] is not Encoding.UNICODE
    ]


def _head(book: grids.Book, found: unit_sheet.Found) -> dict[str, Any]:
    encodings = [found.encodings[i] for i in found.header.columns.values()]
    encoding = next((one for one in encodings if one is not Encoding.UNICODE), book.encoding)
    return {
        "sheet": found.name or None,
        "sheets": [name for name, _ in book.sheets if name],
        "encoding": encoding,
        "header_row": found.header.first + 1 if found.header.last >= 0 else 0,
        "columns": {
            name: column_letters(i + found.grid.left)
            for name, i in (found.header.combined | found.header.columns).items()
        },
        "height": found.grid.height,
    }
