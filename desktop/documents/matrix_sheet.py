"""The follow-up sheet of a plan as a matrix: units x tasks in letters, sums, and what numbers and letters stand for. Builds only."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.model import Align, Column, Document, DocumentKind, Signature, Style, Table, paragraph
from desktop.documents.office_parts import head
from desktop.documents.phrases import in_cell, plan_name, short_date
from desktop.domain.assignment import Standing
from desktop.domain.office import Office
from desktop.domain.plan import Plan

TITLE = "BẢNG THEO DÕI THỰC HIỆN NHIỆM VỤ"
LETTERS = (
    "Chữ trong ô: C chưa thực hiện; Đ đang thực hiện; X hoàn thành; M hoàn thành trễ; T quá hạn; K không áp dụng; "
    "ô trống là không giao cho đơn vị."
)
_DONE = (Standing.DONE, Standing.DONE_LATE)


@dataclass(frozen=True, slots=True)
class MatrixTask:
    """A column: the task's number in the plan, its words, the last day that most units have."""

    number: int
    text: str
    due: dt.date | None


@dataclass(frozen=True, slots=True)
class MatrixUnit:
    """A row: a unit and how each task stands, None where it was not given."""

    name: str
    standings: tuple[Standing | None, ...]


def table(tasks: Sequence[MatrixTask], units: Sequence[MatrixUnit]) -> Table:
    """The matrix: a letter in each cell, finished of given and overdue at the right, the same of each task in the last line."""
    columns = (
        Column(("STT",), 4, Align.CENTRE),
        Column(("Đơn vị",), 26),
        *(Column((str(task.number),), 4, Align.CENTRE) for task in tasks),
        Column(("Hoàn thành",), 8, Align.CENTRE),
        Column(("Quá hạn",), 6, Align.CENTRE),
    )
    rows = [
        (
            str(at),
            unit.name,
            *(one.value if one else "" for one in unit.standings),
            *_sums(unit.standings),
        )
        for at, unit in enumerate(units, 1)
    ]
    down = [tuple(unit.standings[at] for unit in units) for at in range(len(tasks))]
    everything = tuple(one for column in down for one in column)
    total = ("", "Cộng (hoàn thành/giao)", *(_sums(column)[0] for column in down), *_sums(everything))
    return Table(columns, (*rows, total), total=True)


def task_table(tasks: Sequence[MatrixTask]) -> Table:
    """What the numbers over the columns stand for."""
    columns = (
        Column(("Số",), 2, Align.CENTRE),
        Column(("Nhiệm vụ",), 26),
        Column(("Thời hạn",), 5, Align.CENTRE),
    )
    return Table(
        columns,
        tuple((str(t.number), in_cell(t.text), short_date(t.due) if t.due else "") for t in tasks),
        caption="Các nhiệm vụ",
    )


def build(
    plan: Plan, tasks: Sequence[MatrixTask], units: Sequence[MatrixUnit], office: Office, today: dt.date
) -> Document:
    """The sheet of `today`, for the office's own use."""
    return Document(
        kind=DocumentKind.INTERNAL,
        head=head(office, "", today.year, date=today),
        title=TITLE,
        subject=f"{plan_name(plan)} (đến ngày {short_date(today)})",
        blocks=(table(tasks, units), paragraph(Style.BODY, LETTERS), task_table(tasks)),
        signature=Signature(()),
        recipients=(),
        landscape=len(tasks) > 5,
    )


def _sums(standings: Sequence[Standing | None]) -> tuple[str, str]:
    given = sum(one is not None and one is not Standing.NOT_APPLICABLE for one in standings)
    done = sum(one in _DONE for one in standings)
    return f"{done}/{given}", str(sum(one is Standing.OVERDUE for one in standings))
