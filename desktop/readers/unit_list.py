"""A list of units in a workbook or delimited text made by others → a draft for looking at. Saves nothing.

The file is read by a worker behind the guard; rows come in chunks while it still reads. Another library is tried in
a fresh worker when the first fails in a way that may be its own fault.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desktop.domain.draft import Problem
from desktop.errors import BadValue
from desktop.progress import SILENT, Progress
from desktop.readers import engines, unit_table
from desktop.readers.gate import WORKBOOKS, gate
from desktop.readers.messages import problems_of
from desktop.readers.unit_table import UnitRow, UnitTable
from desktop.readers.unit_words import FIELDS
from desktop.workers import guard, wire


@dataclass(frozen=True, slots=True)
class UnitListHead:
    """What is known before the first unit. sheet: None for text; encoding: "unicode", "tcvn3", "vni", "cp1258";
    header_row: its first row from 1, 0 without a header; columns: field -> letters; height: rows of the sheet."""

    file: Path
    sheet: str | None
    sheets: tuple[str, ...]
    encoding: str
    header_row: int
    columns: dict[str, str]
    height: int


class SkippedRow(NamedTuple):
    """A row that is no unit: its number from 1, and why ("group", "total", "header", "after_table" ...)."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class UnitListDraft:
    """A whole list, read and cleaned; nothing of it is saved."""

    file: Path
    sheet: str | None
    sheets: tuple[str, ...]
    encoding: str
    header_row: int
    columns: dict[str, str]
    rows: tuple[UnitRow, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[SkippedRow, ...]


class UnitStream:
    """Units in chunks while the file is still being read. Iterate once; `head` is known at once, `problems` and
    `skipped` after the last chunk. Close it, or use `with`, to stop early."""

    def __init__(self, request: wire.Request, progress: Progress) -> None:
        self.problems: tuple[Problem, ...] = ()
        self.skipped: tuple[SkippedRow, ...] = ()
        self._messages = engines.run(request, progress)
        self._facts = engines.NO_FACTS
        message = next(self._messages)
        while message[0] == "facts":
            self._facts = engines.Facts.of(message[1])
            message = next(self._messages)
        if message[0] == "unknown_column":
            self.close()
            raise BadValue(f"map:{message[1]}", message[2])
        told = {**message[1], "file": request.path, "sheets": tuple(message[1]["sheets"])}
        self.head = UnitListHead(**told)

    def __enter__(self) -> "UnitStream":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker."""
        self._messages.close()

    def __iter__(self) -> Iterator[UnitTable]:
        """Tables of some thousand units. Raises as `stream` does."""
        for message in self._messages:
            if message[0] == "rows":
                yield unit_table.table(message)
            elif message[0] == "rest":
                self.skipped = tuple(map(SkippedRow._make, message[1]))
                rows = range(self.head.header_row + 1, self.head.height + 1)
                self.problems = (*problems_of(message[2]), *self._facts.problems(self.head.sheet, rows))


def stream(
    path: Path,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = SILENT,
) -> UnitStream:
    """Begin reading the list at `path`.

    sheet: its name, or None to find it; mapping: field -> column ("B") or header, where the person knows better.
    progress: told "opening" at once, then rows of the sheet. Raises the errors of the gate and the guard,
    NoUnitNames, NoSuchSheet, NothingInside, BadValue for a mapping that names no field or column; `Cancelled`.
    """
    progress.step(0, None, guard.OPENING)
    for name in mapping or {}:
        if name not in FIELDS:
            raise BadValue("map", name)
    kind = gate(path, WORKBOOKS)
    return UnitStream(
        wire.Request(
            "desktop.readers.unit_task", path, kind, {"sheet": sheet, "mapping": dict(mapping or {})}
        ),
        progress,
    )


def read(
    path: Path,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = SILENT,
) -> UnitListDraft:
    """The whole list at `path`; parameters and errors as of `stream`."""
    with stream(path, sheet, mapping, progress) as units:
        rows = tuple(row for chunk in units for row in chunk)
        head = units.head
    return UnitListDraft(
        head.file,
        head.sheet,
        head.sheets,
        head.encoding,
        head.header_row,
        head.columns,
        rows,
        units.problems,
        units.skipped,
    )
