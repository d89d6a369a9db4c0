"""Problems of a unit list, gathered as values for the wire; a thousand at most, then it is said that there are more."""

from typing import Any

from desktop.readers.parts import column_letters

_MOST = 1000


class Problems:
    """values: [row from 1, letters of the column or None, code, text or None]. left: column A of the grid is this."""

    def __init__(self, left: int) -> None:
        self.values: list[list[Any]] = []
        self._left = left

    def add(self, row: int, column: int | None, code: str, value: str | None) -> None:
        """Note one. column: from 0, counted from `left`."""
        if len(self.values) < _MOST:
            letters = None if column is None else column_letters(column + self._left)
            self.values.append([row, letters, code, value])
        elif len(self.values) == _MOST:
            self.values.append([0, None, "more_problems", None])

    def say(self, column: int | None, code: str, value: str | None) -> None:
        """Note something of the whole list, also when there are too many problems of rows."""
        letters = None if column is None else column_letters(column + self._left)
        self.values.append([0, letters, code, value])
