"""Tables that came as running text, one cell a paragraph, put back into rows. Knows heads of columns; reads no tasks.

Web editors and copied pages flatten a table: first the cells of its head, then row by row its cells; empty ones are
missing. A row begins with its number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.readers.directive.flat_cells import place
from desktop.readers.directive.labels import column
from desktop.readers.directive.lines import Line
from desktop.readers.directive.words import begins, is_caps, level

_NUMBER = re.compile(r"\(?(\d{1,2}(?:\.\d{1,2}){0,2})[.)]{0,2}")
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")
_MAX_HEAD, _MAX_CELLS, _MAX_CAPTION = 9, 24, 3


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: its words, and the index of the line behind it."""

    text: str
    end: int


def restore(lines: Sequence[Line]) -> list[Line]:
    """The lines, with every flattened table made one line with rows."""
    done: list[Line] = []
    index = 0
    while index < len(lines):
        found = _table(lines, index)
        if found is None:
            done.append(lines[index])
            index += 1
        else:
            rows, index = found
            done.append(Line("", False, True, rows=rows))
    return done


def _table(lines: Sequence[Line], start: int) -> tuple[tuple[tuple[str, ...], ...], int] | None:
    """(rows with the head first, index of the line behind) of the table whose head begins at a line."""
    if lines[start].rows or column(lines[start].text) != "number":
        return None
    for by_line in (False, True):
        cells = _cells(lines, start, by_line=by_line)
        head = _head(cells)
        if head:
            rows, used = _rows(cells[len(head) :], head)
            if rows:
                return ((*(tuple(cell.text for cell in head),), *rows), cells[len(head) + used - 1].end)
    return None


def _cells(lines: Sequence[Line], start: int, *, by_line: bool) -> list[_Cell]:
    """The texts that empty lines (or the ends of lines) part, up to the next table."""
    cells: list[_Cell] = []
    held: list[str] = []
    for index in range(start, len(lines)):
        line = lines[index]
        if line.rows:
            break
        if held and (by_line or line.gap):
            cells.append(_Cell(" ".join(held), index))
            held = []
        held.append(line.text)
    if held:
        cells.append(_Cell(" ".join(held), start + sum(1 for _ in lines[start:])))
    return cells


def _head(cells: Sequence[_Cell]) -> list[_Cell]:
    """The cells of the head: names of columns up to the first number, one of tasks and one of units among them."""
    for count, cell in enumerate(cells[:_MAX_HEAD]):
        if count and (_NUMBER.fullmatch(cell.text) or _GROUP.fullmatch(cell.text)):
            roles = [column(one.text) for one in cells[:count]]
            known = count > 2 and {"task", "lead"} <= set(roles) and roles.count(None) < 2
            return list(cells[:count]) if known else []
    return []


def _rows(cells: Sequence[_Cell], head: Sequence[_Cell]) -> tuple[list[tuple[str, ...]], int]:
    """(rows, how many cells they take)."""
    names = [column(cell.text) for cell in head]
    rows: list[tuple[str, ...]] = []
    used = _skip_numbers(cells, len(head))
    before = ""
    while used < len(cells):
        number = cells[used].text
        if not _follows(before, number):
            break
        end = _row_end(cells, used + 1, number, len(head))
        texts = [cell.text for cell in cells[used + 1 : end]]
        is_group = _GROUP.fullmatch(number) is not None
        if is_group:
            rows.append((number, " ".join(texts), *([""] * (len(head) - 2))))
        else:
            rows.append((number, *place(texts, names[1:])))
        before, used = number, end
    return rows, used


def _skip_numbers(cells: Sequence[_Cell], width: int) -> int:
    """The row of the numbers of columns under a head: "(1) (2) (3)"."""
    count = 0
    while count < min(width, len(cells)) and cells[count].text.strip("() ") == str(count + 1):
        count += 1
    return count if count > 1 else 0


def _follows(before: str, number: str) -> bool:
    """Whether a cell is the number of the row behind another: one more, one deeper, or the first of a group."""
    if _GROUP.fullmatch(number):
        return True
    found, last = _NUMBER.fullmatch(number), _NUMBER.fullmatch(before)
    if found is None:
        return False
    digits = [int(part) for part in found[1].split(".")]
    if last is None or digits[-1] == 1:
        return digits[-1] == 1
    above = [int(part) for part in last[1].split(".")][: len(digits)]
    return len(above) == len(digits) and digits == [*above[:-1], above[-1] + 1]


def _row_end(cells: Sequence[_Cell], start: int, number: str, width: int) -> int:
    """Index of the cell behind a row: the next number, or all that the columns hold when none follows."""
    limit = min(len(cells), start + _MAX_CELLS)
    for index in range(start, limit):
        if index > start and _follows(number, cells[index].text):
            return index
        if _ends_table(cells[index].text):
            return index
    most = _MAX_CAPTION if _GROUP.fullmatch(number) else width - 1
    return min(len(cells), start + most)


def _ends_table(text: str) -> bool:
    low = level(text)
    return begins(low, "appendix", "starts") is not None and (is_caps(text) or len(text) < 60)
