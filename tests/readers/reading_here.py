"""Runs the worker's side of reading a list of units in the test's own process."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.readers import unit_task, wire
from desktop.readers.gate import WORKBOOKS, gate
from desktop.readers.limits import USUAL, Limits


@dataclass
class Answer:
    """head: what is known first; rows: field -> value of each unit; skipped: row -> reason; problems: (row, column, code, value)."""

    head: dict[str, Any]
    rows: list[dict[str, Any]]
    skipped: dict[int, str]
    problems: list[tuple[Any, ...]]

    def codes(self) -> set[str]:
        return {problem[2] for problem in self.problems}


def read_here(
    path: Path,
    sheet: str | None = None,
    mapping: dict[str, str] | None = None,
    engine: str = "calamine",
    limits: Limits = USUAL,
) -> Answer:
    options = {"engine": engine, "sheet": sheet, "mapping": mapping or {}}
    answer = Answer({}, [], {}, [])
    for message in unit_task.messages(wire.Request("units", path, gate(path, WORKBOOKS), options, limits)):
        message = wire.parse(wire.line(message)) or []
        if message[0] == "head":
            answer.head = message[1]
        elif message[0] == "rows":
            length = len(message[1][0] or [])
            columns = [column or [None] * length for column in message[1]]
            answer.rows += [
                dict(zip(unit_task.COLUMNS, values, strict=True)) for values in zip(*columns, strict=True)
            ]
        elif message[0] == "rest":
            answer.skipped = dict(message[1])
            answer.problems = [tuple(problem) for problem in message[2]]
        elif message[0] == "unknown_column":
            answer.head = {"unknown": message[1:]}
    return answer
