"""The worker's task "book": every sheet of a workbook with clean values. Runs in the worker only."""

import datetime as dt
import itertools
import math
from collections.abc import Iterator
from typing import Any

from desktop.errors import NothingInside
from desktop.readers import grids, parts_task
from desktop.readers.cells import Cleaner
from desktop.readers.gate import Kind
from desktop.workers import wire

_ROWS_A_LINE = 1000


def messages(request: wire.Request) -> Iterator[wire.Message]:
    """["facts", ...] where there are any; for each sheet ["sheet", {...}] and ["cells", [row, ...]]; then ["rest", encoding, problems].

    Cells are text, numbers, truth values, null, or ["date", iso]. Raises NothingInside for a workbook without a cell
    and all that `grids` raises.
    """
    book = grids.open_book(request.path, Kind(request.kind), request.options, request.limits)
    yield from parts_task.told(book.facts)
    cleaner = Cleaner(request.limits.cell)
    any_cell = False
    for name, visible in book.sheets:
        grid = book.grid(name)
        yield ["sheet", {"name": name, "visible": visible, "merged": grid.merged}]
        start = [None] * grid.left
        while rows := list(itertools.islice(grid.rows, _ROWS_A_LINE)):
            cells = [start + [_cell(value, cleaner) for value in row] for row in rows]
            any_cell = any_cell or any(value is not None for row in cells for value in row)
            yield ["cells", cells]
    if not any_cell:
        raise NothingInside(request.path)
    counts = [[0, None, code, str(count)] for code, count in cleaner.counts.items() if count]
    yield ["rest", book.encoding, counts]


def _cell(value: Any, cleaner: Cleaner) -> Any:
    if isinstance(value, str):
        return cleaner.text(value) or None
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, (dt.date, dt.time)):
        return ["date", value.isoformat()]
    if isinstance(value, (int, type(None))):
        return value
    return str(value)
