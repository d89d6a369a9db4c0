"""The same unit twice in one list, also when it is spelt otherwise the second time. Worker's side of `unit_list`."""

from typing import Any

from desktop.domain.vietnamese import fold_name
from desktop.domain.written_name import accents_agree, plain
from desktop.readers.unit_problems import Problems

Columns = dict[str, list[Any]]
_Seen = tuple[int, str, str | None]
"""Row, name and code of a unit."""


class _Folded(dict[str, str]):
    """Name -> `fold_name`, made when first asked for."""

    def __missing__(self, name: str) -> str:
        key = self[name] = fold_name(name)
        return key


class Doubles:
    """Remembers the units seen. Two rows are one unit when their names fold alike and their dấu do not contradict each
    other ("Thôn Hạ" and "Thôn Hà" are two), under the same parent where both name one, unless their codes differ."""

    def __init__(self, problems: Problems, columns: dict[str, int]) -> None:
        self._problems, self._places = problems, columns
        self._seen: dict[str, _Seen] = {}
        self._namesakes: dict[str, list[_Seen]] = {}
        self._codes: dict[str, int] = {}
        self._folded = _Folded()

    def find(self, columns: Columns) -> None:
        """Add "key" (folded name) and "duplicate_of" (row of the first one, or None) to the columns."""
        names, rows = columns["name"], columns["row"]
        nothing: list[str | None] = [None] * len(rows)
        parents, codes = columns.get("parent", nothing), columns.get("code", nothing)
        keys = list(map(self._key, names))
        same: list[int | None] = []
        remember, folded, codes_seen = self._seen.setdefault, self._folded, self._codes.setdefault
        for row, name, code, key, parent in zip(rows, names, codes, keys, parents, strict=True):
            one = (row, name, code)
            whole = f"{key}\n{folded[parent]}" if parent else key
            first = None if remember(whole, one) is one else self._before(whole, one)
            same.append(first)
            if first is not None:
                self._problems.add(row, self._places["name"], "duplicate", name)
            elif code and codes_seen(code, row) != row:
                self._problems.add(row, self._places["code"], "code_repeated", code)
        columns["key"], columns["duplicate_of"] = keys, same

    def _before(self, whole: str, one: _Seen) -> int | None:
        """The row of the same unit among those whose names fold alike; None when this is another one."""
        row, name, code = one
        others = self._namesakes.setdefault(whole, [])
        for its_row, its_name, its_code in (self._seen[whole], *others):
            if code and its_code and code != its_code:
                continue
            if name == its_name or accents_agree(plain(name), plain(its_name)):
                return its_row
        others.append((row, name, code))
        return None

    def _key(self, name: str) -> str:
        """`fold_name`, kept for names that differ only in a number at the end (Thôn 1, Thôn 2)."""
        if not name[-1:].isdecimal():
            return self._folded[name]
        start, space, end = name.rpartition(" ")
        number = space and end.isdecimal() and end.isascii()
        return f"{self._folded[start]} {end}" if number else self._folded[name]
