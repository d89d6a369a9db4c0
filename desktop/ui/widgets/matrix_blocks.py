"""Blocks of the matrix as a whole: what is told of their cells, their letters for Excel and back. A hundred thousand cells at once, so
rows are taken in slices, never cell by cell through Qt; changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop.domain.assignment import Status
from desktop.services.following import UnitRow, status_named

Block = tuple[int, int, int, int]
"""Its first and last row, its first and last column."""


@dataclass(slots=True)
class Told:
    """What cells are to say. keys: status -> ids of assignments; rows: places of the rows they stand in; strange: how many words were not
    understood."""

    keys: dict[Status, list[int]] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    strange: int = 0

    @property
    def count(self) -> int:
        """How many cells."""
        return sum(map(len, self.keys.values()))


def one_status(rows: Sequence[UnitRow], blocks: Iterable[Block], status: Status) -> Told:
    """The same for all cells of the blocks whose task was given to their unit."""
    told = Told()
    keys: list[int] = []
    for top, bottom, left, right in blocks:
        for at in range(top, bottom + 1):
            given = [key for key in rows[at].ids[left : right + 1] if key]
            if given:
                keys += given
                told.rows.add(at)
    if keys:
        told.keys[status] = list(dict.fromkeys(keys))
    return told


def read(rows: Sequence[UnitRow], start: tuple[int, int], words: Sequence[Sequence[str]]) -> Told:
    """Words of lines and columns laid on the cells from `start` (row, column) on; what falls beside given cells is left out."""
    told = Told()
    known: dict[str, Status | None] = {}
    top, left = start
    for at, line in enumerate(words[: len(rows) - top], top):
        for key, word in zip(rows[at].ids[left:], line, strict=False):
            if not key or not word:
                continue
            if word not in known:
                known[word] = status_named(word)
            status = known[word]
            if status is not None:
                told.keys.setdefault(status, []).append(key)
                told.rows.add(at)
            elif is_strange(word):
                told.strange += 1
    return told


def is_strange(word: str) -> bool:
    """Whether a word that names no status says something all the same. T, overdue, is worked out from the days."""
    return word.strip().upper() not in {"", "T"}


def letters(rows: Sequence[UnitRow], blocks: Iterable[Block]) -> str:
    """The blocks as letters with tabs, as Excel takes them: all their rows by all their columns, empty where a cell is in none."""
    chosen: dict[int, set[int]] = {}
    for top, bottom, left, right in blocks:
        for at in range(top, bottom + 1):
            chosen.setdefault(at, set()).update(range(left, right + 1))
    columns = sorted(set().union(*chosen.values()))
    return "\n".join(
        "\t".join(
            mark.standing.value if c in chosen[at] and (mark := rows[at].marks[c]) is not None else ""
            for c in columns
        )
        for at in sorted(chosen)
    )
