"""The same unit twice in one list, also when it is spelt otherwise the second time. Worker's side of `unit_list`."""

from typing import Any

from desktop.domain.vietnamese import fold_name, fold_names
from desktop.domain.written_name import accents_agree, plain
from desktop.readers.unit_problems import Problems

Columns = dict[str, list[Any]]
_Seen = tuple[int, str, str | None]
"""Row, name and code of a unit."""


_Chunk = tuple[list[int], list[str], list[str | None], list[str | None]]
"""Rows, names, codes and parents of some units."""


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
        self._codes: dict[str | None, int] = {}
        self._folded = _Folded()
        self._unasked: list[_Chunk] = []
        self._is_coded = True

    def find(self, columns: Columns) -> None:
        """Add "duplicate_of" (row of the first one, or None) to the columns, and "key" (folded name) where it was needed for that."""
        names, rows = columns["name"], columns["row"]
        nothing: list[str | None] = [None] * len(rows)
        codes = columns.get("code", nothing)
        chunk: _Chunk = (rows, names, codes, columns.get("parent", nothing))
        if self._all_coded(codes, rows):
            self._unasked.append(chunk)
            columns["duplicate_of"] = [None] * len(rows)
            return
        for earlier in self._unasked:
            self._look(fold_names(earlier[1]), *earlier)
        self._unasked, self._is_coded = [], False
        columns["key"] = fold_names(names)
        columns["duplicate_of"] = self._look(columns["key"], *chunk)

    def _all_coded(self, codes: list[str | None], rows: list[int]) -> bool:
        """Whether every unit so far has a code of its own: then none can be another, whatever the names."""
        coded = dict(zip(codes, rows, strict=True)) if self._is_coded else {}
        if None in coded or len(coded) < len(codes) or not self._codes.keys().isdisjoint(coded):
            return False
        self._codes.update(coded)
        return True

    def _look(
        self,
        keys: list[str],
        rows: list[int],
        names: list[str],
        codes: list[str | None],
        parents: list[str | None],
    ) -> list[int | None]:
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
        return same

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
