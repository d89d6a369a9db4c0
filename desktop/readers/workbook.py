"""A workbook or delimited text made by others as plain cells, every sheet of it. Knows no meaning of the cells.

Behind the gate and the guard: a limited worker reads, calamine first and openpyxl second.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.domain.draft import Problem
from desktop.progress import SILENT, Progress
from desktop.readers import engines
from desktop.readers.gate import WORKBOOKS, gate
from desktop.readers.messages import problems_of
from desktop.readers.parts import Range
from desktop.workers import guard, wire

Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. rows: from its first row and column A, each as long as the widest; text is NFC, trimmed, "" is None.

    merged: (top, left, bottom, right) from 0, the value stands in the first cell; hidden_rows: from 0 (.xlsx, .ods).
    """

    name: str
    visible: bool
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Range, ...] = ()
    hidden_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets in their order, hidden ones too. encoding: of delimited text; problems: "control_characters",
    "cell_error", "cell_cut" with their counts."""

    file: Path
    sheets: tuple[Sheet, ...]
    encoding: str
    problems: tuple[Problem, ...]


def read(path: Path, progress: Progress = SILENT) -> Workbook:
    """Every cell of the workbook at `path`.

    Raises the errors of the gate and the guard, NothingInside when there is no cell; `Cancelled`.
    """
    progress.step(0, None, guard.OPENING)
    request = wire.Request("desktop.readers.book_task", path, gate(path, WORKBOOKS))
    sheets: list[tuple[dict[str, Any], list[tuple[Cell, ...]]]] = []
    encoding, facts = "unicode", engines.NO_FACTS
    problems: tuple[Problem, ...] = ()
    for message in engines.run(request, progress):
        if message[0] == "facts":
            facts = engines.Facts.of(message[1])
        elif message[0] == "sheet":
            sheets.append((message[1], []))
        elif message[0] == "cells":
            sheets[-1][1].extend(tuple(map(_cell, row)) for row in message[1])
        elif message[0] == "rest":
            encoding, problems = message[1], (*problems_of(message[2]), *facts.problems())
    return Workbook(path, tuple(_sheet(told, rows, facts) for told, rows in sheets), encoding, problems)


def _sheet(told: dict[str, Any], rows: list[tuple[Cell, ...]], facts: engines.Facts) -> Sheet:
    merged = tuple((top, left, bottom, right) for top, left, bottom, right in told["merged"])
    return Sheet(
        told["name"],
        told["visible"],
        tuple(rows),
        merged,
        frozenset(row - 1 for row in facts.hidden_rows.get(told["name"], ())),
    )


def _cell(value: Any) -> Cell:
    if not isinstance(value, list):
        return value  # type: ignore[no-any-return]
    text: str = value[1]
    if ":" not in text:
        return dt.date.fromisoformat(text)
    return dt.datetime.fromisoformat(text) if "T" in text else dt.time.fromisoformat(text)
