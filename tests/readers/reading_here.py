"""Runs the worker's side of reading a list of units in the test's own process."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import list_files
from unit_lists import Sheet

from desktop.readers import engines, unit_table, unit_task
from desktop.readers.gate import WORKBOOKS, gate
from desktop.readers.messages import problems_of
from desktop.workers import wire
from desktop.workers.limits import USUAL, Limits


@dataclass
class Answer:
    """head: what is known first; rows: field -> value of each unit; skipped: row -> reason; problems: (row, column, code, value)."""

    head: dict[str, Any]
    rows: list[dict[str, Any]]
    skipped: dict[int, str]
    problems: list[tuple[Any, ...]]
    facts: engines.Facts = engines.NO_FACTS

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
            answer.rows += [row._asdict() for row in unit_table.table(message)]
        elif message[0] == "facts":
            answer.facts = engines.Facts.of(message[1])
        elif message[0] == "rest":
            answer.skipped = dict(message[1])
            told = [
                *problems_of(message[2]),
                *answer.facts.problems(answer.head["sheet"], range(1, 10**6)),
            ]
            answer.problems = [(one.row, one.column, one.code, one.value) for one in told]
        elif message[0] == "unknown_column":
            answer.head = {"unknown": message[1:]}
    return answer


HEAD = ["STT", "Tên đơn vị", "Người đầu mối", "Điện thoại"]
UNITS = ["Văn phòng HĐND và UBND", "Phòng Kinh tế", "Công an xã", "Trạm Y tế xã", "Hội Nông dân"]


def sheet_of(*cells: list[Any], merged: list[tuple[int, int, int, int]] | None = None, **more: Any) -> Sheet:
    return Sheet(cells=[list(row) for row in cells], merged=merged or [], **more).square()


def read(
    tmp_path: Path, *cells: list[Any], merged: list[tuple[int, int, int, int]] | None = None, **options: Any
) -> Answer:
    return read_here(list_files.xlsx(tmp_path / "a.xlsx", sheet_of(*cells, merged=merged)), **options)


def names(answer: Answer) -> list[str]:
    return [row["name"] for row in answer.rows]


def numbered(count: int = 5) -> list[list[Any]]:
    return [[i + 1, name, f"Nguyễn Văn {name[0]}", f"09{i:08d}"] for i, name in enumerate(UNITS[:count])]
