"""Finds the header of a unit list: its row or rows, wherever they are, and which column is which field.

Works on the first rows of a sheet as clean text. Knows nothing of what follows the header but that it is there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.readers.parts import Range
from desktop.readers.unit_words import field_of, fields_of, is_number_header, looks_like_unit, plain

LOOKED_AT = 300  # rows
_MOST_ROWS = 3
_DATA = re.compile(r"\d{4}|@")
_WITH_CONTACT = ("position", "phone", "email")


@dataclass(frozen=True, slots=True)
class Header:
    """first, last: its rows (from 0; last is -1 without a header); columns: field -> column (from 0, as in `texts`);
    numbers: column of running numbers; texts: for every row of it, column -> comparable words; combined: field -> column
    of another field whose cells hold it too ("Họ tên, chức vụ")."""

    first: int
    last: int
    columns: dict[str, int]
    numbers: int | None = None
    texts: tuple[dict[int, str], ...] = ()
    combined: dict[str, int] = field(default_factory=dict)
    score: int = field(default=0, compare=False)


def find(
    texts: Sequence[Sequence[str]], merged: Sequence[Range], given: Mapping[str, int] | None = None
) -> Header | None:
    """The header that tells the most fields, the uppermost of equals; None when no row names a column of units.

    texts: the first rows of the sheet, clean, equally long; merged: ranges in the same columns; given: columns that
    the person has named (field -> column), which need no header of their own.
    """
    given = given or {}
    near = [found for found in merged if found[0] < LOOKED_AT]
    best: Header | None = None
    for first in range(min(len(texts), LOOKED_AT)):
        if not _may_be_header(texts, first, near):
            continue
        for rows in range(1, _MOST_ROWS + 1):
            found = _read(texts, first, rows, near, given)
            if found and (best is None or _better(found, best)):
                best = found
    return best


def _better(one: Header, other: Header) -> bool:
    """More fields, then fewer rows, then higher up (the one found first)."""
    return (one.score, one.first - one.last) > (other.score, other.first - other.last)


def guess(texts: Sequence[Sequence[str]]) -> Header | None:
    """Columns of a list without any header, only where the names leave no doubt; addresses of e-mail by their sign."""
    width = max(map(len, texts), default=0)
    columns = [[row[i] for row in texts if row[i]] for i in range(width)]
    names = [
        i for i, cells in enumerate(columns) if len(cells) >= 3 and _share(cells, looks_like_unit) >= 0.8
    ]
    if len(names) != 1:
        return None
    found = {"name": names[0]}
    mails = [i for i, cells in enumerate(columns) if cells and _share(cells, lambda text: "@" in text) > 0.8]
    phones = [i for i, cells in enumerate(columns) if cells and _share(cells, _is_phone) > 0.8]
    found.update({name: where[0] for name, where in (("email", mails), ("phone", phones)) if len(where) == 1})
    numbers = [
        i
        for i, cells in enumerate(columns)
        if i < names[0] and cells and _share(cells, _is_small_number) > 0.8
    ]
    return Header(0, -1, found, numbers[0] if len(numbers) == 1 else None)


def _share(cells: Sequence[str], test: object) -> float:
    return sum(map(test, cells)) / len(cells)  # type: ignore[call-overload]


def _is_phone(text: str) -> bool:
    return bool(re.fullmatch(r"\+?[\d\s.()-]{9,16}", text)) and sum(map(str.isdigit, text)) >= 9


def _is_small_number(text: str) -> bool:
    return text.rstrip(".").isdecimal() and len(text) <= 5


def _may_be_header(texts: Sequence[Sequence[str]], first: int, merged: Sequence[Range]) -> bool:
    cells = [(column, text) for column, text in enumerate(texts[first]) if text]
    if not cells or any(_DATA.search(text) for _, text in cells):
        return False
    if len(cells) > 1:
        return True
    # A single cell is a header only over a list of one column, never a title laid over several.
    column, text = cells[0]
    wide = any(
        top <= first <= bottom and left < right
        for top, left, bottom, right in merged
        if left <= column <= right
    )
    below = texts[first + 1][column] if first + 1 < len(texts) else ""
    return not wide and bool(below) and bool(field_of(text))


def _read(
    texts: Sequence[Sequence[str]], first: int, rows: int, merged: Sequence[Range], given: Mapping[str, int]
) -> Header | None:
    last = first + rows - 1
    if last >= len(texts) or (rows > 1 and not _may_go_on(texts, first, last)):
        return None
    if rows < _tallest(texts, first, merged):
        return None
    levels = [_spread(texts, row, last, merged) for row in range(first, last + 1)]
    columns, numbers, told = _columns(levels, given)
    if "name" not in columns or (numbers is None and not told):
        return None
    own = tuple(
        {i: plain(text) for i, text in enumerate(texts[row]) if text} for row in range(first, last + 1)
    )
    score = len(columns) * 100 + (numbers is not None) * 50 + told
    return Header(first, last, columns, numbers, own, _combined(levels, columns), score)


def _may_go_on(texts: Sequence[Sequence[str]], first: int, last: int) -> bool:
    """Whether the rows under `first` can still be header: words, no data, no running number under "STT"."""
    for row in texts[first + 1 : last + 1]:
        cells = [text for text in row if text]
        if not cells or any(_DATA.search(text) for text in cells) or all(map(_is_column_number, cells)):
            return False
        if any(row[i] and is_number_header(texts[first][i]) for i in range(len(row))):
            return False
    return True


def _is_column_number(text: str) -> bool:
    return bool(re.fullmatch(r"\(?\[?(?:\d{1,2}|[A-Za-z])\]?\)?", text))


def _tallest(texts: Sequence[Sequence[str]], first: int, merged: Sequence[Range]) -> int:
    """Rows that merged cells beginning in the header's first row reach down."""
    return max(
        (bottom - top + 1 for top, left, bottom, _ in merged if top == first and left < len(texts[first]) and texts[first][left]
         and bottom - top < _MOST_ROWS),
        default=1,
    )  # fmt: skip


def _spread(texts: Sequence[Sequence[str]], row: int, last: int, merged: Sequence[Range]) -> list[str]:
    """A header row with the text of wide cells over all their columns, also where they only look merged."""
    cells = list(texts[row])
    for top, left, bottom, right in merged:
        if top <= row <= bottom and left < len(cells):
            for i in range(left, min(right + 1, len(cells))):
                cells[i] = texts[top][left] if row == top or right > left else cells[i]
    if row < last:
        for i in range(1, len(cells)):
            below = texts[row + 1][i]
            if not cells[i] and below and not is_number_header(cells[i - 1]) and texts[row + 1][i - 1]:
                cells[i] = cells[i - 1]
    return cells


@dataclass(frozen=True, slots=True)
class _Candidate:
    field: str
    rank: int
    column: int
    parent: str


def _columns(
    levels: Sequence[Sequence[str]], given: Mapping[str, int]
) -> tuple[dict[str, int], int | None, int]:
    """(field -> column, column of running numbers, how many columns say by themselves what they are) of the header whose
    rows, spread out, are `levels`."""
    found: list[_Candidate] = []
    numbers, told = None, 0
    for column in range(len(levels[0])):
        cells = list(dict.fromkeys(level[column] for level in levels if level[column]))
        if not cells:
            continue
        if column in given.values():
            told += field_of(cells[-1]) is not None
            continue
        if numbers is None and is_number_header(cells[-1]):
            numbers = column
            continue
        told += field_of(cells[-1]) is not None
        meaning = _meaning(cells)
        if meaning:
            found.append(_Candidate(*meaning, column, cells[0] if len(cells) > 1 else ""))
    return _choose(found, given), numbers, told


def _combined(levels: Sequence[Sequence[str]], columns: Mapping[str, int]) -> dict[str, int]:
    """Fields without a column of their own that the header of the contact or the telephone names as well."""
    found = {}
    for main in ("contact", "phone"):
        column = columns.get(main)
        lowest = (
            next((level[column] for level in reversed(levels) if level[column]), "")
            if column is not None
            else ""
        )
        for other in fields_of(lowest):
            if other in _WITH_CONTACT and other not in columns and column is not None:
                found[other] = column
    return found


def _meaning(cells: Sequence[str]) -> tuple[str, int] | None:
    """What a column is by its header cells from top to bottom: the lowest counts, the upper ones say of what."""
    lowest, whole = field_of(cells[-1]), field_of(" ".join(cells))
    if lowest is None or lowest[0] == "name" or (whole and whole[0] == lowest[0]):
        return whole
    return lowest


def _choose(found: Sequence[_Candidate], given: Mapping[str, int]) -> dict[str, int]:
    """One column for each field: the best phrase, then the leftmost; phone, post and mail go with the contact."""
    chosen = dict(given)
    by_rank = sorted(found, key=lambda one: (one.rank, one.column))
    contact = next((one for one in by_rank if one.field == "contact"), None)
    for one in by_rank:
        if one.field not in _WITH_CONTACT:
            chosen.setdefault(one.field, one.column)
    for name in _WITH_CONTACT:
        same = [one for one in found if one.field == name]
        if same and name not in chosen:
            chosen[name] = min(same, key=lambda one: _distance(one, contact)).column
    return chosen


def _distance(one: _Candidate, contact: _Candidate | None) -> tuple[bool, bool, int, int]:
    if contact is None:
        return False, False, one.rank, one.column
    right = one.column > contact.column
    return one.parent != contact.parent, not right, one.rank, abs(one.column - contact.column)
