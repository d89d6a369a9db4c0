"""What each row under the header of a unit list is: a unit, the head of a group, a total, a note, the end of the table.

Judges one row at a time by its clean texts, its place and its merged cells. Takes no values.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.readers import unit_words as words
from desktop.readers.unit_header import Header


class RowKind(StrEnum):
    """What a row is; all but UNIT are passed over, and the value says why."""

    UNIT = "unit"
    BLANK = "blank"
    GROUP = "group"
    TOTAL = "total"
    HEADER = "header"
    COLUMN_NUMBERS = "column_numbers"
    NOTE = "note"
    AFTER_TABLE = "after_table"
    NO_NAME = "no_name"
    SAME_UNIT = "same_unit"


_DATA_FIELDS = ("contact", "phone", "email", "code", "address", "abbreviation", "position", "parent")
_NUMBER = re.compile(r"\(?\d{1,6}\s*[.)]?")
_NESTED = re.compile(r"(\d+)[.,]\d+(?:[.,]\d+)*[.)]?|\(?[a-zđ][.)]|[a-zđ]")
_MARK = re.compile(r"(?:[IVXLC]+|[A-ZĐ])\s*[.):/]?")
_BULLET = re.compile(r"[-+*•–]")
_MARKED_TEXT = re.compile(r"(?:[IVXLC]{1,6}|[A-HĐ]|Phần [IVX\d]+|Nhóm \d+)\s*[.):/-]\s*(?=\S\S)")
_COLUMN_NUMBER = re.compile(r"\(?\[?(?:\d{1,2}|[A-Za-z])\]?\)?|\(?\d{1,2}\s*=.{1,20}")
_NUMBERED_NAME = re.compile(r"\A(?:\d{1,4}(?:\.\d{1,3})*\s*[.)]\s*(?=\D)|[-–+•*]\s+)(?=\S)")
_MARKS_BEHIND = re.compile(r"\s*(?:\(\*+\)|\*+)$")


def order_kind(text: str) -> str:
    """What stands in the column of running numbers: "number", "nested" (1.1, a), "mark" (I, A), "bullet", "text" or ""."""
    if not text:
        return ""
    for name, pattern in (("number", _NUMBER), ("nested", _NESTED), ("mark", _MARK), ("bullet", _BULLET)):
        if pattern.fullmatch(text):
            return name
    return "text"


def unit_name(text: str) -> str:
    """The name of a unit without the number, dash or footnote mark that was typed into its cell."""
    if text[:1].isalpha() and text[-1] not in "*)":
        return text
    return _MARKS_BEHIND.sub("", _NUMBERED_NAME.sub("", text)).strip()


def group_name(text: str) -> str:
    """The name of a group as printed, without its numeral and final colon."""
    return (text[marked.end() :] if (marked := _MARKED_TEXT.match(text)) else unit_name(text)).rstrip(
        " :"
    ).strip() or text


@dataclass(frozen=True, slots=True)
class Habits:
    """How the list is written, seen from its first rows.

    numbered: most units have a running number; marks_are_units: I, II, III number the units themselves;
    nested: groups are 1, 2 and units 1.1 or a).
    """

    numbered: bool = False
    marks_are_units: bool = False
    nested: bool = False


def habits(orders: Sequence[str]) -> Habits:
    """From the texts of the column of running numbers in rows that have a name."""
    kinds = [order_kind(text) for text in orders]
    numbers, marks = kinds.count("number"), kinds.count("mark")
    return Habits(
        numbered=numbers + kinds.count("nested") >= max(1, len(kinds) * 0.4),
        marks_are_units=not numbers
        and not kinds.count("nested")
        and not kinds.count("bullet")
        and marks >= max(3, len(kinds) * 0.8),
        nested=kinds.count("nested") > 0 and numbers > 0,
    )


@dataclass(slots=True)
class Judge:
    """Judges rows in their order. columns as in `header`; wide: row -> (first, last) column of cells merged sideways;
    below: (row, column) of cells that belong to a cell above."""

    header: Header
    habits: Habits
    wide: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    below: Mapping[int, Sequence[int]] = field(default_factory=dict)
    over: bool = False
    _after_header: bool = True

    def judge(self, row: int, texts: Mapping[int, str], next_order: str) -> RowKind:
        """The kind of row `row` (from 0) with its non-empty cells by column; next_order: the number of the next row."""
        kind = self._kind(row, texts, next_order)
        if kind is RowKind.AFTER_TABLE:
            self.over = True
        if kind is not RowKind.BLANK:
            self._after_header = kind in {RowKind.HEADER, RowKind.COLUMN_NUMBERS}
        return kind

    def _kind(self, row: int, texts: Mapping[int, str], next_order: str) -> RowKind:
        if not texts:
            return RowKind.BLANK
        if self.over:
            return RowKind.AFTER_TABLE
        if self._repeats_header(texts):
            return RowKind.HEADER
        if self._after_header and self._numbers_columns(texts):
            return RowKind.COLUMN_NUMBERS
        name = texts.get(self.header.columns["name"], "")
        order = self._order(texts)
        numbered = order_kind(order) in {"number", "nested"}
        data = self._data(texts)
        if not numbered and not (name and data):
            beside = self._beside(texts, name)
            if beside is not None:
                return beside
        if self._heads_group(row, texts, next_order, data=data):
            return RowKind.GROUP
        if name:
            return RowKind.UNIT
        return (
            RowKind.SAME_UNIT if self.header.columns["name"] in self.below.get(row, ()) else RowKind.NO_NAME
        )

    def group_text(self, texts: Mapping[int, str]) -> str:
        """The name of the group that a row of kind GROUP heads."""
        name = texts.get(self.header.columns["name"])
        return group_name(name or max(texts.values(), key=len))

    def _order(self, texts: Mapping[int, str]) -> str:
        return texts.get(self.header.numbers, "") if self.header.numbers is not None else ""

    def _data(self, texts: Mapping[int, str]) -> bool:
        """Whether the row holds anything that is said of a unit, apart from name, group and remark."""
        return any(self.header.columns.get(field, -1) in texts for field in _DATA_FIELDS)

    def _repeats_header(self, texts: Mapping[int, str]) -> bool:
        for known in self.header.texts:
            same = sum(words.plain(text) == known.get(column, "") != "" for column, text in texts.items())
            if same >= 2 and same * 2 > len(texts):
                return True
            if same == len(texts) == len(known) == 1:
                return True
        return False

    def _numbers_columns(self, texts: Mapping[int, str]) -> bool:
        cells = list(texts.values())
        if not all(_COLUMN_NUMBER.fullmatch(text) for text in cells):
            return False
        return len(cells) >= 2 or len(self.header.columns) == 1

    def _beside(self, texts: Mapping[int, str], name: str) -> RowKind | None:
        """Totals, remarks and the block under the table; None for none of them."""
        first = next(iter(texts.values()))
        leads = [text for text in (name, first) if text]
        if any(map(words.is_total, leads)):
            return RowKind.TOTAL
        if any(map(words.is_note, leads)):
            return RowKind.NOTE
        if any(map(words.is_signature, leads if name else texts.values())):
            return RowKind.AFTER_TABLE
        if any(map(words.is_signer, leads if name else texts.values())):
            return RowKind.AFTER_TABLE
        return None

    def _heads_group(self, row: int, texts: Mapping[int, str], next_order: str, *, data: bool) -> bool:
        """Whether the row is the head of a group: nothing is said of it, and its number, width or words set it apart."""
        name = texts.get(self.header.columns["name"], "")
        order = self._order(texts)
        kind = order_kind(order)
        if not name:
            return self._lone_head(row, texts, kind, data=data)
        if data:
            return False
        if kind == "mark" and not self.habits.marks_are_units:
            return True
        if kind == "number":
            return self.habits.nested and order_kind(next_order) == "nested"
        if kind in {"nested", "bullet", "mark"}:
            return False
        if self._is_wide(row) or _MARKED_TEXT.match(name):
            return True
        return self._set_apart(name, next_order)

    def _lone_head(self, row: int, texts: Mapping[int, str], kind: str, *, data: bool) -> bool:
        """For a row without a name: whether its only text is the head of a group in another column."""
        lone = [text for column, text in texts.items() if column != self.header.columns.get("note")]
        if len(lone) != 1 or _NUMBER.fullmatch(lone[0]) or kind not in {"", "text"}:
            return False
        return (
            not data or self._is_wide(row) or bool(_MARKED_TEXT.match(lone[0])) or words.begins_group(lone[0])
        )

    def _set_apart(self, name: str, next_order: str) -> bool:
        """For a row with a name only: whether it stands out among rows with numbers, or by its words."""
        if name.endswith(":") or words.begins_group(name):
            return True
        if not self.habits.numbered:
            return name.isupper() and len(name) > 6 and " " in name
        return name.isupper() or next_order.strip("().0 ") in {"1", "1.1", "a"}

    def _is_wide(self, row: int) -> bool:
        name = self.header.columns["name"]
        return any(first <= name <= last for first, last in self.wide.get(row, ()))
