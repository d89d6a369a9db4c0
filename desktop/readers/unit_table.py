"""Units of a list kept by columns, and how a worker tells them: ["rows", column, ...] in the order of `COLUMNS`.

A column goes as one text, numbers as JSON, cells with a control character between them, which clean ones never hold. Opens no file.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, overload

from desktop.readers.unit_words import FIELDS
from desktop.workers import wire

COLUMNS = ("row", *FIELDS, "duplicate_of", "key")
_BETWEEN = "\x1f"
_NUMBERS = frozenset({"row", "duplicate_of"})
_ALIKE = frozenset({"group", "parent", "position", "note"})
"""Fields that say the same of many units."""


class UnitRow(NamedTuple):
    """One unit as the list has it; text is NFC, trimmed, single-spaced; None where the list is silent.

    row: of the sheet, from 1. group: as printed, from its column or the row above the units, without numeral.
    phone: digits with leading 0, "; " between several. duplicate_of: the row of the same unit higher up, also when it
    is spelt otherwise there. key: `fold_name` of the name where the reader knows it.
    """

    row: int
    name: str
    group: str | None
    parent: str | None
    code: str | None
    contact: str | None
    position: str | None
    phone: str | None
    email: str | None
    note: str | None
    abbreviation: str | None
    address: str | None
    duplicate_of: int | None
    key: str | None


class UnitTable(Sequence[UnitRow]):
    """Units by columns; a row is made when it is asked for, since of a long list few are looked at.

    columns: name of `COLUMNS` -> values side by side; "" where nothing is known, None where a unit is no duplicate.
    """

    def __init__(self) -> None:
        self.columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
        self._alike: dict[str, str] = {}

    def extend(self, other: "UnitTable") -> None:
        """Add the units of another table behind these. Texts that many units share are kept once."""
        for name, values in other.columns.items():
            if name in _ALIKE:
                once = self._alike.setdefault
                values[:] = [once(text, text) for text in values]
            self.columns[name] += values

    def __len__(self) -> int:
        return len(self.columns["row"])

    @overload
    def __getitem__(self, at: int) -> UnitRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[UnitRow]: ...
    def __getitem__(self, at: int | slice) -> UnitRow | list[UnitRow]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        return UnitRow._make(
            None if value == "" else value for value in (self.columns[c][at] for c in COLUMNS)
        )

    def __iter__(self) -> Iterator[UnitRow]:
        columns = (
            values if name in _NUMBERS else [text or None for text in values]
            for name, values in self.columns.items()
        )
        return map(UnitRow._make, zip(*columns, strict=True))


def message(columns: Mapping[str, list[Any]]) -> wire.Message:
    """The units of `columns`, for the wire; a column that is not there, or empty in every row, is ""."""
    return wire.Texts(["rows", *(_told(name, columns.get(name, ())) for name in COLUMNS)])


def _told(name: str, values: Sequence[Any]) -> str:
    if not any(values):
        return ""
    if name in _NUMBERS:
        return json.dumps(values)
    return _BETWEEN.join([text or "" for text in values] if None in values else values)


def table(told: wire.Message) -> UnitTable:
    """The opposite of `message`."""
    found = UnitTable()
    height = 0
    for name, text in zip(COLUMNS, told[1:], strict=True):
        if not text:
            found.columns[name] = [None if name in _NUMBERS else ""] * height
        else:
            found.columns[name] = json.loads(text) if name in _NUMBERS else text.split(_BETWEEN)
        height = len(found.columns["row"])
    return found
