"""The follow-up sheet as a matrix: letters, blanks, sums, and what numbers and letters mean."""

import datetime as dt

import pytest

from desktop.documents import matrix_sheet
from desktop.documents.matrix_sheet import MatrixTask, MatrixUnit
from desktop.documents.model import Paragraph, Table
from desktop.domain.assignment import Standing
from desktop.domain.office import Office
from desktop.domain.plan import Plan, PlanState

DAY = dt.date(2026, 3, 27)
TASKS = (MatrixTask(1, "Tổ chức tọa đàm", DAY), MatrixTask(2, "Treo băng rôn", None))
UNITS = (
    MatrixUnit("Thôn Đông", (Standing.DONE, Standing.OVERDUE)),
    MatrixUnit("Thôn Đoài", (None, Standing.NOT_APPLICABLE)),
)


def test_cells_are_letters_and_blank_where_nothing_was_given() -> None:
    rows = matrix_sheet.table(TASKS, UNITS).rows
    assert rows[0] == ("1", "Thôn Đông", "X", "T", "1/2", "1")
    assert rows[1] == ("2", "Thôn Đoài", "", "K", "0/0", "0")


def test_the_last_line_counts_each_task_and_all_of_them() -> None:
    table = matrix_sheet.table(TASKS, UNITS)
    assert table.total
    assert table.rows[-1] == ("", "Cộng (hoàn thành/giao)", "1/1", "0/1", "1/2", "1")


def test_the_numbers_of_tasks_are_explained_with_their_last_day() -> None:
    assert matrix_sheet.task_table(TASKS).rows == (
        ("1", "Tổ chức tọa đàm", "27/3/2026"),
        ("2", "Treo băng rôn", ""),
    )


@pytest.mark.parametrize(("tasks", "landscape"), [(2, False), (12, True)])
def test_many_tasks_lie_on_their_side(tasks: int, *, landscape: bool) -> None:
    plan = Plan(1, "a", "việc", state=PlanState.ISSUED, number=15, symbol="KH-UBND", date=DAY)
    many = tuple(MatrixTask(at, "việc", DAY) for at in range(tasks))
    paper = matrix_sheet.build(plan, many, (), Office(), DAY)
    assert paper.landscape is landscape
    assert [type(block) for block in paper.blocks] == [Table, Paragraph, Table]
