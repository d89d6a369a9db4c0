"""The same unit twice in one list, also when it is spelt otherwise the second time. Worker's side of `unit_list`."""

from typing import Any

from desktop.domain.vietnamese import fold_name
from desktop.readers.unit_problems import Problems

Columns = dict[str, list[Any]]


class _Folded(dict[str, str]):
    """Name -> `fold_name`, made when first asked for."""

    def __missing__(self, name: str) -> str:
        key = self[name] = fold_name(name)
        return key


class Doubles:
    """Remembers the units seen. Two rows are one unit when their names fold alike, under the same parent where both
    name one, unless they carry different codes."""

    def __init__(self, problems: Problems, columns: dict[str, int]) -> None:
        self._problems, self._places = problems, columns
        self._seen: dict[str, tuple[int, str | None]] = {}
        self._codes: dict[str, int] = {}
        self._folded = _Folded()

    def find(self, columns: Columns) -> None:
        """Add "key" (folded name) and "duplicate_of" (row of the first one, or None) to the columns."""
        names, rows = columns["name"], columns["row"]
        nothing: list[str | None] = [None] * len(rows)
        parents, codes = columns.get("parent", nothing), columns.get("code", nothing)
        keys = [self._key(name) for name in names]
        same: list[int | None] = []
        seen, folded = self._seen, self._folded
        for i, key in enumerate(keys):
            row, code = rows[i], codes[i]
            whole = f"{key}\n{folded[parents[i]]}" if parents[i] else key
            first, its_code = seen.setdefault(whole, (row, code))
            again = first != row and not (code and its_code and code != its_code)
            same.append(first if again else None)
            if again:
                self._problems.add(row, self._places["name"], "duplicate", names[i])
            elif code and self._codes.setdefault(code, row) != row:
                self._problems.add(row, self._places["code"], "code_repeated", code)
        columns["key"], columns["duplicate_of"] = keys, same

    def _key(self, name: str) -> str:
        """`fold_name`, kept for names that differ only in a number at the end (Thôn 1, Thôn 2)."""
        if not name[-1:].isdecimal():
            return self._folded[name]
        start, space, end = name.rpartition(" ")
        number = space and end.isdecimal() and end.isascii()
        return f"{self._folded[start]} {end}" if number else self._folded[name]
