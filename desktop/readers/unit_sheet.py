"""Which sheet of a workbook holds the list of units, and where on it: worker's side of `unit_list`.

Looks at the first rows of the visible sheets only; the hidden ones are named, never read unless asked for.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.domain.legacy_text import Encoding
from desktop.domain.vietnamese import fold
from desktop.errors import NoSuchSheet, NothingInside, NoUnitNames
from desktop.readers import unit_encodings, unit_header
from desktop.readers.cells import Cleaner
from desktop.readers.grids import Book, Grid, Row
from desktop.readers.parts import Range, column_number
from desktop.readers.unit_words import plain

PEEK = 2000
"""Rows by which the lay-out of a list is judged."""
_SAMPLE = 400
_MOST_SHEETS = 40
_LISTS = ("danh sach", "danh ba", "don vi", "dau moi", "lien he")
_OTHERS = ("huong dan", "danh muc", "mau", "ghi chu", "thong ke", "tong hop")


@dataclass(slots=True)
class Found:
    """A sheet with its list. first_rows: already taken from `grid.rows`; texts: the same, clean, in the sheet's own
    encoding; encodings: of every column, counted from `grid.left` as all columns here."""

    name: str
    grid: Grid
    first_rows: list[Row]
    header: unit_header.Header
    merged: tuple[Range, ...]
    encodings: list[Encoding] = field(default_factory=list)


class UnknownColumn(Exception):
    """A column that the person has named is not in the sheet. `field`, `value`: what was said."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(f"{name}={value}")
        self.name, self.value = name, value


def find(book: Book, path: Path, sheet: str | None, mapping: Mapping[str, str], longest: int) -> Found:
    """The sheet asked for, or else the visible one whose header tells most of units.

    mapping: field -> letters of a column or words of its header, said by the person. Raises NoSuchSheet,
    NoUnitNames, NothingInside, UnknownColumn.
    """
    names = _asked(book, path, sheet)
    best: Found | None = None
    best_score = (-1, -1, 0)
    any_text = False
    for name in names[:_MOST_SHEETS]:
        grid = book.grid(name)
        rows = list(itertools.islice(grid.rows, PEEK))
        any_text = any_text or any(any(value not in {"", None} for value in row) for row in rows)
        found = _look(name, grid, rows, mapping, longest)
        if found and (score := _score(found)) > best_score:
            best, best_score = found, score
    if best is None:
        if not any_text:
            raise NothingInside(path)
        raise NoUnitNames(path, tuple(name for name in names if name))
    return best


def _asked(book: Book, path: Path, sheet: str | None) -> list[str]:
    if sheet is None:
        return [name for name, visible in book.sheets if visible]
    for name, _ in book.sheets:
        if name == sheet or fold(name) == fold(sheet):
            return [name]
    raise NoSuchSheet(path, sheet, tuple(name for name, _ in book.sheets if name))


def _look(name: str, grid: Grid, rows: list[Row], mapping: Mapping[str, str], longest: int) -> Found | None:
    texts = clean_rows(rows[: unit_header.LOOKED_AT], Cleaner(longest))
    merged = tuple(
        (top, left - grid.left, bottom, right - grid.left) for top, left, bottom, right in grid.merged
    )
    given = _given(texts, mapping, grid.left)
    header = unit_header.find(texts, merged, given)
    if header is None and "name" in given:
        header = unit_header.Header(0, -1, given)
    header = header or unit_header.guess(texts)
    if header is None:
        return None
    found = Found(name, grid, rows, header, merged)
    found.encodings = unit_encodings.of_columns(_strings(rows[header.last + 1 :], len(rows[0])))
    return found


def _strings(rows: list[Row], width: int) -> list[list[str]]:
    """Some texts of every column, uncleaned: a soft hyphen is the letter ư of TCVN3."""
    return [
        list(itertools.islice((row[i] for row in rows if isinstance(row[i], str) and row[i]), _SAMPLE))
        for i in range(width)
    ]


def clean_rows(rows: list[Row], cleaner: Cleaner) -> list[list[str]]:
    """The first rows as clean text, old encodings read, so that headers can be told."""
    encodings = unit_encodings.of_columns(_strings(rows, max(map(len, rows), default=0)))
    convert = [unit_encodings.converter("name", encoding) for encoding in encodings]
    return [
        [cleaner.text(value, convert[i]) if value not in {"", None} else "" for i, value in enumerate(row)]
        for row in rows
    ]


def _given(texts: Sequence[Sequence[str]], mapping: Mapping[str, str], left: int) -> dict[str, int]:
    """The columns that the person has named, by letters or by the words of a header in the first rows."""
    given = {}
    width = max(map(len, texts), default=0)
    for name, said in mapping.items():
        number = (
            column_number(said.upper()) - left if said.isascii() and said.isalpha() and len(said) <= 2 else -1
        )
        if not 0 <= number < width:
            number = next(
                (
                    i
                    for row in texts[:300]
                    for i, text in enumerate(row)
                    if text and plain(text) == plain(said)
                ),
                -1,
            )
        if number < 0:
            raise UnknownColumn(name, said)
        given[name] = number
    return given


def _score(found: Found) -> tuple[int, int, int]:
    """More fields first, then a name of the sheet that speaks of a list, then more rows."""
    name = fold(found.name)
    hint = any(word in name for word in _LISTS) - any(word in name for word in _OTHERS)
    column = found.header.columns["name"]
    names = sum(1 for row in found.first_rows[found.header.last + 1 :] if row[column] not in {"", None})
    if not names:
        return -1, 0, 0
    return found.header.score, hint, names


def hidden_sheets(book: Book) -> list[Any]:
    """A problem (as values) for every hidden sheet."""
    return [[0, None, "hidden_sheet", name] for name, visible in book.sheets if not visible]
