"""The rows of a unit list made into units, some thousands at a time, column by column. Worker's side of `unit_list`.

Takes values, repairs telephones, finds the same unit again. What a row is, `unit_rows` says.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from desktop.domain.legacy_text import Encoding
from desktop.domain.vietnamese import fold_name
from desktop.readers import phones, unit_encodings, unit_rows, unit_words
from desktop.readers.cells import Cleaner
from desktop.readers.grids import Row
from desktop.readers.parts import column_letters
from desktop.readers.unit_merges import Merges
from desktop.readers.unit_rows import Judge, RowKind
from desktop.readers.unit_sheet import Found

CHUNK = 2000
_MOST_PROBLEMS = 1000
_DITTO_FIELDS = frozenset(("group", "parent", "position", "address", "contact", "note"))
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_SHORT = 6
Columns = dict[str, list[Any]]


class _Folded(dict[str, str]):
    """Name -> `fold_name`, made when first asked for."""

    def __missing__(self, name: str) -> str:
        key = self[name] = fold_name(name)
        return key


class Units:
    """Reads one list. After `chunks` is used up: skipped, problems, counts tell what was passed over and why."""

    def __init__(self, found: Found, longest: int) -> None:
        self.skipped: list[list[Any]] = []
        self.problems: list[list[Any]] = []
        self._found, self._header = found, found.header
        self._cleaner = Cleaner(longest)
        self._convert = {
            name: unit_encodings.converter(
                name,
                found.encodings[column] if column < len(found.encodings) else Encoding.UNICODE,
            )
            for name, column in found.header.columns.items()
        }
        self._merges = Merges(found.merged, found.header)
        self._judge = self._make_judge()
        self._group: str | None = None
        self._seen: dict[str, tuple[int, str | None]] = {}
        self._codes: dict[str, int] = {}
        self._folded = _Folded()
        self._above: dict[str, str] = {}
        self._fill_groups = self._groups_once()
        self._restored = 0

    # --- lay-out, from the first rows -----------------------------------------------------------------------------

    def _body(self) -> list[Row]:
        return self._found.first_rows[self._header.last + 1 :]

    def _make_judge(self) -> Judge:
        name, numbers = self._header.columns["name"], self._header.numbers
        orders = (
            [self._cleaner.text(row[numbers]) for row in self._body() if row[name] not in {"", None}]
            if numbers is not None
            else []
        )
        self._habits = unit_rows.habits([text for text in orders if text])
        if len([text for text in orders if text]) * 2 < len(orders):
            self._habits = unit_rows.Habits(False, False, self._habits.nested)
        return Judge(self._header, self._habits, self._merges.wide, self._merges.below)

    def _groups_once(self) -> bool:
        """Whether the column of groups names each group only in its first row."""
        column = self._header.columns.get("group")
        if column is None:
            return False
        cells = [
            self._cleaner.text(row[column])
            for row in self._body()
            if self._cleaner.text(row[self._header.columns["name"]])
        ]
        named = [text for text in cells if text]
        return (
            bool(cells and cells[0]) and 2 <= len(named) == len(set(named)) and len(named) * 2 <= len(cells)
        )

    # --- chunks -----------------------------------------------------------------------------------------------------

    def chunks(self) -> Iterator[Columns]:
        """Columns of equal length: "row" (from 1), every field of the list, "key" (folded name), "duplicate_of" (row)."""
        start = self._header.last + 1
        pending: list[Row] | None = None
        for rows in _in_chunks(self._body(), self._found.grid.rows):
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
        names = self._cleaner.column(raw[self._header.columns["name"]], self._convert["name"])
        units, groups = self._sort_out(start, rows, raw, names, following)
        columns: Columns = {
            "row": [start + i + 1 for i in units],
            "name": [unit_rows.unit_name(names[i]) for i in units],
        }
        for name, column in self._header.columns.items():
            if name != "name":
                columns[name] = self._field(name, column, [raw[column][i] for i in units], columns["row"])
        self._give_groups(columns, groups)
        self._find_same(columns)
        return columns

    def _sort_out(
        self, start: int, rows: list[Row], raw: list[tuple[Any, ...]], names: list[str], following: list[Row]
    ) -> tuple[list[int], list[str | None]]:
        """(indexes of the rows that are units, the group row above each)."""
        numbers = self._header.numbers
        orders: Sequence[Any] = raw[numbers] if numbers is not None else ("",) * len(rows)
        plain = self._habits.numbered and not self._habits.nested
        judge = self._judge
        units: list[int] = []
        groups: list[str | None] = []
        for i, name in enumerate(names):
            order = orders[i]
            usual = (
                plain
                and len(name) > _SHORT
                and not judge.over
                and (
                    order.__class__ is float
                    or order.__class__ is int
                    or (order.__class__ is str and order.isdecimal())
                )
            )
            if usual or self._is_unit(start + i, i, rows, following):
                units.append(i)
                groups.append(self._group)
        return units, groups

    def _is_unit(self, row: int, i: int, rows: list[Row], following: list[Row]) -> bool:
        texts = self._texts(rows[i])
        kind = self._judge.judge(row, texts, self._next_order(i, rows, following) if texts else "")
        if kind is RowKind.UNIT:
            return True
        if kind is RowKind.GROUP:
            self._group = self._judge.group_text(texts)
        if kind is RowKind.NO_NAME:
            self._problem(row + 1, self._header.columns["name"], "no_name", " | ".join(texts.values())[:200])
        if kind is RowKind.SAME_UNIT:
            self._problem(
                row + 1, self._header.columns["name"], "second_contact", " | ".join(texts.values())[:200]
            )
        if kind is not RowKind.BLANK:
            self.skipped.append([row + 1, kind.value])
        return False

    def _texts(self, row: Row) -> dict[int, str]:
        fields = {column: name for name, column in self._header.columns.items()}
        texts = {}
        for column, value in enumerate(row):
            if value not in {"", None}:
                text = self._cleaner.text(
                    value, self._convert.get(fields.get(column, ""), self._convert["name"])
                )
                if text:
                    texts[column] = text
        return texts

    def _next_order(self, i: int, rows: list[Row], following: list[Row]) -> str:
        """The running number of the next row that is not empty."""
        numbers = self._header.numbers
        if numbers is None:
            return ""
        name = self._header.columns["name"]
        for later in (rows[i + 1 : i + 20], following[:20]):
            for row in later:
                if row[name] not in {"", None} or row[numbers] not in {"", None}:
                    return self._cleaner.text(row[numbers])
        return ""

    # --- fields ----------------------------------------------------------------------------------------------------

    def _field(self, name: str, column: int, raw: list[Any], rows: list[int]) -> list[str | None]:
        if name == "phone":
            return self._phones(column, raw, rows)
        texts = self._cleaner.column(raw, self._convert[name])
        if name in _DITTO_FIELDS and not unit_words.dittos().isdisjoint(texts):
            texts = self._without_dittos(name, texts)
        if texts:
            self._above[name] = texts[-1]
        if name == "email":
            self._check_mails(column, texts, rows)
        return [text or None for text in texts]

    def _without_dittos(self, name: str, texts: list[str]) -> list[str]:
        above = self._above.get(name, "")
        filled = []
        for text in texts:
            above = above if text in unit_words.dittos() else text
            filled.append(above)
        return filled

    def _phones(self, column: int, raw: list[Any], rows: list[int]) -> list[str | None]:
        found: list[str | None] = []
        usual = phones.USUAL.fullmatch
        for value, row in zip(raw, rows, strict=True):
            if value.__class__ is str and (not value or usual(value)):
                found.append(value or None)
                continue
            number, restored, doubtful = phones.read(value)
            self._restored += restored
            if doubtful:
                self._problem(row, column, "phone_invalid", str(value)[:100])
            found.append(number or None)
        return found

    def _check_mails(self, column: int, texts: list[str], rows: list[int]) -> None:
        for text, row in zip(texts, rows, strict=True):
            if text and not _MAIL.fullmatch(text):
                self._problem(row, column, "email_invalid", text[:100])

    def _give_groups(self, columns: Columns, groups: list[str | None]) -> None:
        own = columns.get("group")
        if own is None:
            columns["group"] = list(groups)
            return
        if self._fill_groups:
            for i, text in enumerate(own):
                own[i] = self._above["filled"] = text or self._above.get("filled", "")
        columns["group"] = [text or None or group for text, group in zip(own, groups, strict=True)]

    # --- the same unit again -----------------------------------------------------------------------------------------

    def _find_same(self, columns: Columns) -> None:
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
                self._problem(row, self._header.columns["name"], "duplicate", names[i])
            elif code and self._codes.setdefault(code, row) != row:
                self._problem(row, self._header.columns["code"], "code_repeated", code)
        columns["key"], columns["duplicate_of"] = keys, same

    def _key(self, name: str) -> str:
        """`fold_name`, kept for names that differ only in a number at the end (Thôn 1, Thôn 2)."""
        if not name[-1:].isdecimal():
            return self._folded[name]
        start, space, end = name.rpartition(" ")
        return (
            f"{self._folded[start]} {end}"
            if space and end.isdecimal() and end.isascii()
            else self._folded[name]
        )

    # --- what to tell ------------------------------------------------------------------------------------------------

    def _problem(self, row: int, column: int, code: str, value: str) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append([row, column_letters(column + self._found.grid.left), code, value])
        elif len(self.problems) == _MOST_PROBLEMS:
            self.problems.append([0, None, "more_problems", None])

    def _tell_counts(self) -> None:
        for code, count in self._cleaner.counts.items():
            if count:
                self.problems.append([0, None, code, str(count)])
        if self._restored:
            letters = column_letters(self._header.columns["phone"] + self._found.grid.left)
            self.problems.append([0, letters, "phones_restored", str(self._restored)])
        first = self._header.last + 2
        hidden = sorted(
            row + 1
            for row in self._found.grid.hidden_rows
            if row + 1 >= first and row < self._found.grid.height
        )
        self.problems += [[row, None, "hidden_row", None] for row in hidden[:_MOST_PROBLEMS]]


def _in_chunks(first: Iterable[Row], rest: Iterator[Row]) -> Iterator[list[Row]]:
    chunk = list(first)
    while chunk:
        yield chunk
        chunk = list(itertools.islice(rest, CHUNK))
