"""The worker's task "glance": the first rows of every sheet as clean text, old encodings read. Runs in the worker only."""

import itertools
from collections.abc import Iterator

from desktop.readers import grids, parts_task, unit_sheet
from desktop.readers.cells import Cleaner
from desktop.readers.gate import Kind
from desktop.workers import wire

_JUDGED = 400
"""Rows by which the encoding of a column is told."""
_MOST_SHEETS = 40


def messages(request: wire.Request) -> Iterator[wire.Message]:
    """["facts", ...] where there are any; for each sheet ["glance", {name, visible, height, rows}].

    options: most: how many rows are told. Raises all that `grids` raises.
    """
    book = grids.open_book(request.path, Kind(request.kind), request.options, request.limits)
    yield from parts_task.told(book.facts)
    for name, visible in book.sheets[:_MOST_SHEETS]:
        grid = book.grid(name)
        rows = list(itertools.islice(grid.rows, _JUDGED))
        texts = unit_sheet.clean_rows(rows, Cleaner(request.limits.cell))
        told = [[""] * grid.left + row for row in texts[: request.options["most"]]]
        yield ["glance", {"name": name, "visible": visible, "height": grid.height, "rows": told}]
