"""Cells of a row of which the empty ones are missing, given to the columns they belong to. Reads one row at a time."""

import functools
from collections.abc import Sequence

from desktop.readers.directive.orders import heading_units
from desktop.readers.directive.units import starts_unit
from desktop.readers.directive.when import is_time
from desktop.readers.directive.words import begins, level, opens_order

_MORE, _EMPTY, _NO = -1.5, -0.5, -4.0


def place(cells: Sequence[str], names: Sequence[str | None]) -> tuple[str, ...]:
    """One text for every column, "" where it has none. Cells keep their order; one column may take several.

    names: roles of the columns as `labels.column` tells them.
    """

    @functools.cache
    def best(cell: int, least: int, *, taken: bool) -> tuple[float, tuple[int, ...]]:
        """(worth, columns of the cells from `cell` on) when the columns from `least` on are left; taken: that one has a cell."""
        if cell == len(cells):
            return _EMPTY * (len(names) - least - taken), ()
        options = []
        for at in range(least, len(names)):
            worth, rest = best(cell + 1, at, taken=True)
            more = _MORE if taken and at == least else _EMPTY * max(0, at - least - taken)
            options.append((_fit(cells[cell], names[at]) + more + worth, (at, *rest)))
        return max(options, key=lambda option: option[0])

    row = [""] * len(names)
    for cell, at in zip(cells, best(0, 0, taken=False)[1], strict=True):
        row[at] = f"{row[at]} {cell}".strip()
    return tuple(row)


@functools.lru_cache(maxsize=4096)
def _fit(cell: str, name: str | None) -> float:
    """How well a cell stands in a column."""
    unit = _is_unit(cell)
    if name in {"lead", "coordinating"}:
        return 2.0 if unit else (0.0 if len(cell) < 60 and not is_time(cell) else _NO)
    if name == "time":
        return 2.0 if is_time(cell) else _NO
    if name == "task":
        return 2.0 if not unit and not is_time(cell) else -1.0
    return 0.5 if not unit and not is_time(cell) else -0.5


def _is_unit(cell: str) -> bool:
    low = level(cell)
    if opens_order(low) and begins(low, "units", "heads") is None:
        return False
    return heading_units(cell) is not None or (starts_unit(cell) and len(cell) < 80)
