"""Merged cells of a unit list: which rows are wide, which cells belong to the cell above and get its value."""

from collections.abc import Sequence
from typing import Any

from desktop.readers.grids import Row
from desktop.readers.parts import Range
from desktop.readers.unit_header import Header

_MOST_CELLS = 2_000_000


class Merges:
    """wide: row -> column ranges merged sideways there; below: row -> columns whose cell belongs to one above."""

    def __init__(self, merged: Sequence[Range], header: Header) -> None:
        self.wide: dict[int, list[tuple[int, int]]] = {}
        self.below: dict[int, list[int]] = {}
        self._name = header.columns["name"]
        self._tall: dict[int, list[Range]] = {}
        self._open: list[tuple[Range, Any]] = []
        fields = set(header.columns.values())
        cells = 0
        for top, left, bottom, right in merged:
            if top <= header.last:
                continue
            if left < right:
                self.wide.setdefault(top, []).append((left, right))
            cells += bottom - top
            if top < bottom and left in fields and cells <= _MOST_CELLS:
                self._tall.setdefault(top, []).append((top, left, bottom, right))
                for row in range(top + 1, bottom + 1):
                    self.below.setdefault(row, []).append(left)

    def fill(self, start: int, rows: list[Row]) -> None:
        """Write the value of a cell merged downwards into the rows below it; names are not repeated."""
        if not self._tall and not self._open:
            return
        for i, row in enumerate(rows, start):
            for (_, left, _, _), value in self._open:
                if row[left] in {"", None}:
                    row[left] = value
            self._open += [
                (found, row[found[1]])
                for found in self._tall.pop(i, ())
                if found[1] != self._name and found[1] < len(row)
            ]
            self._open = [one for one in self._open if one[0][2] > i]
