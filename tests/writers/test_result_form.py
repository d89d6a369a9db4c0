"""The Excel form of one unit."""

import datetime as dt
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from desktop.documents.result_form import FilledForm, FilledTask, FormIndicator, FormTask, ResultForm
from desktop.domain.assignment import Status
from desktop.writers.result_form import write

TASKS = (FormTask("t1", "Tổ chức tọa đàm", "trước ngày 25/3/2026"), FormTask("t2", "- Treo băng rôn", ""))
NUMBERS = (FormIndicator("i1", "Số buổi", "buổi"), FormIndicator("i2", "Số người", ""))
FORM = ResultForm(
    "p", "u", "UBND xã Đồng Sen", "Kế hoạch số 05/KH-UBND", "Tổ chức tọa đàm", "Thôn Đông", TASKS, NUMBERS
)


def made(tmp_path, form=FORM, known=None):
    path = tmp_path / "bieu.xlsx"
    write(form, path, known)
    return load_workbook(path)


def test_the_form_says_whose_it_is_on_a_hidden_sheet(tmp_path):
    hidden = made(tmp_path)["_skh"]
    assert hidden.sheet_state == "veryHidden"
    told = dict(hidden.iter_rows(values_only=True))
    assert told == {"mark": "so-ke-hoach/bieu-ket-qua", "version": "1", "plan": "p", "unit": "u"}


def test_tasks_and_numbers_stand_in_their_tables_with_their_uids(tmp_path):
    sheet = made(tmp_path)["Kết quả"]
    assert sheet["A3"].value == "Kế hoạch số 05/KH-UBND về việc tổ chức tọa đàm"
    assert [sheet[place].value for place in ("B8", "C8", "H8", "B9", "H9")] == [
        "Tổ chức tọa đàm",
        "trước ngày 25/3/2026",
        "t1",
        "- Treo băng rôn",
        "t2",
    ]
    assert [sheet[place].value for place in ("B11", "B12", "C12", "H12", "H13")] == [
        "Chỉ tiêu",
        "Số buổi",
        "buổi",
        "i1",
        "i2",
    ]
    assert sheet.column_dimensions["H"].hidden


def test_only_the_cells_to_fill_are_open(tmp_path):
    sheet = made(tmp_path)["Kết quả"]
    assert sheet.protection.sheet
    opened = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    assert opened == {*(f"{column}{row}" for column in "DEFGI" for row in (8, 9)), *("D12", "D13")}
    assert sheet["B9"].border.left.style == "thin"


def test_states_days_and_figures_are_checked_by_excel(tmp_path):
    sheet = made(tmp_path)["Kết quả"]
    checks = {
        str(check.sqref): (check.type, check.formula1) for check in sheet.data_validations.dataValidation
    }
    states = '"Chưa thực hiện,Đang thực hiện,Hoàn thành,Không áp dụng"'
    assert checks == {"D8:D9": ("list", states), "E8:E9": ("date", "36526"), "D12:D13": ("decimal", "0")}


def test_units_are_asked_what_they_propose_behind_the_hidden_column(tmp_path):
    sheet = made(tmp_path)["Kết quả"]
    assert [sheet[place].value for place in ("G7", "H7", "I7")] == [
        "Lý do chậm (nếu có)",
        None,
        "Kiến nghị, đề xuất (nếu có)",
    ]


def test_a_form_without_numbers_has_no_table_for_them(tmp_path):
    sheet = made(tmp_path, ResultForm("p", "u", "A", "K", "S", "U", TASKS))["Kết quả"]
    assert sheet.max_row == 9
    assert sheet.print_area == "'Kết quả'!$A$1:$I$9"


def test_what_the_unit_told_before_is_filled_in(tmp_path):
    told = FilledForm(
        "p",
        "u",
        1,
        (
            FilledTask("t1", 0, Status.DONE, dt.date(2026, 3, 24), "Đã làm", "Bận", "Bổ sung kinh phí"),
            FilledTask("t2", 0, Status.IN_PROGRESS),
        ),
        (("i1", Decimal(2)),),
    )
    sheet = made(tmp_path, known=told)["Kết quả"]
    assert [cell.value for cell in sheet[8]][3:7] == ["Hoàn thành", dt.datetime(2026, 3, 24), "Đã làm", "Bận"]
    assert sheet["I8"].value == "Bổ sung kinh phí"
    assert [cell.value for cell in sheet[9]][3:5] == ["Đang thực hiện", None]
    assert sheet["D12"].value == 2


@pytest.mark.parametrize("count", [1, 40])
def test_every_task_of_a_unit_has_its_row(tmp_path, count):
    tasks = tuple(FormTask(f"t{n}", f"Việc {n}", "") for n in range(count))
    sheet = made(tmp_path, ResultForm("p", "u", "A", "K", "S", "U", tasks))["Kết quả"]
    assert [sheet[f"H{8 + n}"].value for n in range(count)] == [task.uid for task in tasks]
