"""The rows of a unit list made into units, some thousands at a time, column by column. Worker's side of `unit_list`.

Brings together what a row is (`unit_rows`), what its cells hold (`unit_fields`) and what was there before (`unit_doubles`).
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from desktop.readers import unit_rows
from desktop.readers.cells import Cleaner
from desktop.readers.grids import Row
from desktop.readers.unit_doubles import Columns, Doubles
from desktop.readers.unit_fields import Fields
from desktop.readers.unit_merges import Merges
from desktop.readers.unit_problems import Problems
from desktop.readers.unit_rows import Judge, RowKind
from desktop.readers.unit_sheet import Found

CHUNK = 2000
_SHORT = 6
_TOLD = {RowKind.NO_NAME: "no_name", RowKind.SAME_UNIT: "second_contact"}


class Units:
    """Reads one list. After `chunks` is used up, skipped ([row, reason]) and problems tell what else there was."""

    def __init__(self, found: Found, longest: int) -> None:
        self.skipped: list[list[Any]] = []
        self.problems = Problems(found.grid.left)
        self._found, self._header = found, found.header
        self._name, self._numbers = found.header.columns["name"], found.header.numbers
        self._cleaner = Cleaner(longest)
        self._fields = Fields(found.header, found.encodings, self._cleaner, self.problems)
        self._doubles = Doubles(self.problems, found.header.columns)
        self._merges = Merges(found.merged, found.header)
        body = found.first_rows[found.header.last + 1 :]
        self._habits = _habits(body, self._name, self._numbers)
        self._judge = Judge(found.header, self._habits, self._merges.wide, self._merges.below)
        self._fill_groups = _groups_once(body, self._name, found.header.columns.get("group"))
        self._group: str | None = None
        self._filled: str | None = None

    def chunks(self) -> Iterator[Columns]:
        """Columns of equal length: "row" (from 1), every field of the list, "duplicate_of" (row), and "key" (folded name) where known."""
        start = self._header.last + 1
        pending: list[Row] | None = None
        for rows in _in_chunks(self._found.first_rows[start:], self._found.grid.rows):
            if pending is not None:
                yield self._columns(start, pending, rows)
                start += len(pending)
            pending = rows
        if pending is not None:
            yield self._columns(start, pending, [])
        self._tell_counts()

    def _columns(self, start: int, rows: list[Row], following: list[Row]) -> Columns:
        self._merges.fill(start, rows)
        raw = list(zip(*rows, strict=True))
        names = self._fields.names(raw[self._name], range(start + 1, start + 1 + len(rows)))
        units, groups = self._sort_out(start, rows, raw, names, following)
        columns: Columns = {
            "row": [start + i + 1 for i in units],
            "name": [unit_rows.unit_name(names[i]) for i in units],
        }
        for name, column in self._header.columns.items():
            if name != "name":
                cells = raw[column] if len(units) == len(rows) else [raw[column][i] for i in units]
                columns[name] = self._fields.values(name, cells, columns["row"])
        self._fields.take_apart(columns)
        columns["group"] = self._with_groups(columns.get("group"), groups)
        self._doubles.find(columns)
        return columns

    def _sort_out(
        self, start: int, rows: list[Row], raw: list[tuple[Any, ...]], names: list[str], following: list[Row]
    ) -> tuple[list[int], list[str | None]]:
        """(indexes of the rows that are units, the group row above each)."""
        orders: Sequence[Any] = raw[self._numbers] if self._numbers is not None else ("",) * len(rows)
        plain = self._habits.numbered and not self._habits.nested
        units: list[int] = []
        groups: list[str | None] = []
        for i, name in enumerate(names):
            # A running number beside a name is a unit: all that most rows of a long list are asked.
            usual = plain and len(name) > _SHORT and _is_number(orders[i]) and not self._judge.over
            if usual or self._is_unit(start + i, i, rows, following):
                units.append(i)
                groups.append(self._group)
        return units, groups

    def _is_unit(self, row: int, i: int, rows: list[Row], following: list[Row]) -> bool:
        texts = self._fields.texts(rows[i])
        kind = self._judge.judge(row, texts, self._next_order(i, rows, following) if texts else "")
        if kind is RowKind.UNIT:
            return True
        if kind is RowKind.GROUP:
            self._group = self._judge.group_text(texts)
        if kind in _TOLD:
            self.problems.add(row + 1, self._name, _TOLD[kind], " | ".join(texts.values())[:200])
        if kind is not RowKind.BLANK:
            self.skipped.append([row + 1, kind.value])
        return False

    def _next_order(self, i: int, rows: list[Row], following: list[Row]) -> str:
        """The running number of the next row that has a name or a number."""
        if self._numbers is None:
            return ""
        for row in itertools.chain(rows[i + 1 : i + 20], following[:20]):
            if row[self._name] not in {"", None} or row[self._numbers] not in {"", None}:
                return self._cleaner.text(row[self._numbers])
        return ""

    def _with_groups(self, own: list[str | None] | None, above: list[str | None]) -> list[str | None]:
        """The group of each unit: of its own column, else of the row above."""
        if own is None:
            return above
        if self._fill_groups:
            for i, text in enumerate(own):
                own[i] = self._filled = text or self._filled
        return [text or group for text, group in zip(own, above, strict=True)]

    def _tell_counts(self) -> None:
        for code, count in self._cleaner.counts.items():
            if count:
                self.problems.say(None, code, str(count))
        if self._fields.restored:
            self.problems.say(self._header.columns["phone"], "phones_restored", str(self._fields.restored))


def _is_number(value: Any) -> bool:
    kind = value.__class__
    return kind is float or kind is int or (kind is str and value.isdecimal())


def _habits(body: list[Row], name: int, numbers: int | None) -> unit_rows.Habits:
    if numbers is None:
        return unit_rows.Habits()
    cleaner = Cleaner(100)
    orders = [cleaner.text(row[numbers]) for row in body if row[name] not in {"", None}]
    seen = unit_rows.habits([text for text in orders if text])
    few = len([text for text in orders if text]) * 2 < len(orders)
    return unit_rows.Habits(nested=seen.nested) if few else seen


def _groups_once(body: list[Row], name: int, group: int | None) -> bool:
    """Whether the column of groups names each group only in its first row."""
    if group is None:
        return False
    cleaner = Cleaner(1000)
    cells = [cleaner.text(row[group]) for row in body if cleaner.text(row[name])]
    named = [text for text in cells if text]
    return bool(cells and cells[0]) and 2 <= len(named) == len(set(named)) and len(named) * 2 <= len(cells)


def _in_chunks(first: Iterable[Row], rest: Iterator[Row]) -> Iterator[list[Row]]:
    chunk = list(first)
    while chunk:
        yield chunk
        chunk = list(itertools.islice(rest, CHUNK))
