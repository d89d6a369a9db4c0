"""Reports as files: live, drafts, and sent ones as they were sent."""

import datetime as dt
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from story import DIVISION, FRONT, VILLAGES, issued, settle
from test_reporting import CUT_OFF, before, follow, report

from desktop.domain.report import Arrangement
from desktop.errors import NotAllowed
from desktop.services import report_drafts, report_files, report_sending
from desktop.services.papers import Formats
from desktop.storage import reports, tasks

XLSX = Formats(xlsx=True)


@pytest.fixture
def plan(workspace):
    settle(workspace)
    made = issued(workspace)
    workspace.today.day = CUT_OFF
    return made


def test_a_report_is_written_in_the_formats_asked_for_or_in_all(workspace, plan, tmp_path):
    base = "bao-cao-ke-hoach-15-2026-03-05-chot-2026-03-27"
    made = report_files.of_plan(workspace, plan.id, tmp_path, Formats(), CUT_OFF)
    assert [path.name for path in made] == [f"{base}.pdf", f"{base}.docx", f"{base}.xlsx"]
    for chosen in ("pdf", "docx", "xlsx"):
        made = report_files.of_plan(workspace, plan.id, tmp_path, Formats(**{chosen: True}), CUT_OFF)
        assert [path.name for path in made] == [f"{base}.{chosen}"]
    assert reports.list_reports(workspace.store) == []


def test_the_workbook_has_a_sheet_for_each_table_with_figures_as_figures(workspace, plan, tmp_path):
    indicator = tasks.of_plan(workspace.store, plan.id)[0].indicators[1]
    report(workspace, plan, DIVISION, values=((indicator.id, Decimal(1200)),))
    (path,) = report_files.of_plan(workspace, plan.id, tmp_path, XLSX, CUT_OFF)
    book = load_workbook(path)
    assert book.sheetnames == [
        *(
            "Theo đơn vị",
            "Theo nhiệm vụ",
            "Chi tiết",
            "Số liệu",
            "Trễ hạn, quá hạn",
            "Chưa báo cáo",
            "Biểu đồ",
        ),
    ]
    numbers = book["Số liệu"]
    assert [cell.value for cell in numbers[6]] == [1, DIVISION, 1200]
    assert [cell.value for cell in numbers[7]] == [None, "Tổng cộng", 1200]


def test_sheets_without_rows_are_left_out(workspace, plan, tmp_path):
    for name in (DIVISION, FRONT, *VILLAGES):
        report(workspace, plan, name)
    (path,) = report_files.of_plan(workspace, plan.id, tmp_path, XLSX, CUT_OFF)
    assert load_workbook(path).sheetnames == ["Theo đơn vị", "Theo nhiệm vụ", "Chi tiết", "Biểu đồ"]


def test_the_chart_of_the_workbook_is_one_of_its_numbers(workspace, plan, tmp_path):
    report(workspace, plan, DIVISION)
    (path,) = report_files.of_plan(workspace, plan.id, tmp_path, XLSX, CUT_OFF)
    sheet = load_workbook(path)["Biểu đồ"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=sheet.max_row)]
    assert rows[0][0] == "Đơn vị"
    assert [sum(column) for column in zip(*(row[1:] for row in rows[1:-1]), strict=True)] == rows[-1][1:]
    (chart,) = sheet._charts
    assert len(chart.series) == 4


def test_the_year_before_has_a_sheet_of_its_own(workspace, tmp_path):
    settle(workspace)
    new = follow(workspace, before(workspace))
    (path,) = report_files.of_plan(workspace, new.id, tmp_path, XLSX, CUT_OFF)
    sheet = load_workbook(path)["So với năm trước"]
    assert sheet["A1"].value == "SO SÁNH VỚI KẾT QUẢ THỰC HIỆN NĂM 2025"
    assert sheet["A4"].value.startswith("Số liệu năm 2025 tính đến ngày 27/3/2025; ")


def test_a_period_has_its_papers(workspace, plan, tmp_path):
    workspace.today.day = dt.date(2026, 6, 20)
    made = report_files.of_period(workspace, "2026-Q2", tmp_path, Formats(), arrangement=Arrangement.FIELD)
    base = "bao-cao-dinh-ky-2026-q2-chot-2026-06-14"
    assert [path.name for path in made] == [f"{base}.pdf", f"{base}.docx", f"{base}.xlsx"]
    assert load_workbook(made[2]).sheetnames == ["Theo kế hoạch", "Theo đơn vị", "Trễ hạn, quá hạn"]


def test_a_sent_report_comes_out_as_it_was_sent(workspace, plan, tmp_path):
    draft = report_drafts.open_for_plan(workspace, plan.id)
    report_drafts.edit(workspace, draft.id, "proposals", "- Bổ sung kinh phí.")
    report_sending.send(workspace, draft.id, 21, CUT_OFF)
    report(workspace, plan, DIVISION)
    made = report_files.of_report(workspace, draft.id, tmp_path, Formats())
    assert [path.name for path in made] == [
        f"bao-cao-21-2026-03-27.{kind}" for kind in ("pdf", "docx", "xlsx")
    ]
    assert made[0].read_bytes() == reports.pdf(workspace.store, draft.id)
    rows = load_workbook(made[2])["Theo đơn vị"].iter_rows(values_only=True)
    (total,) = [row for row in rows if row[1] == "Tổng cộng"]
    assert total[3] == 0


def test_a_draft_comes_out_with_what_was_written_in_it(workspace, plan, tmp_path):
    from desktop.readers import text

    draft = report_drafts.open_for_plan(workspace, plan.id)
    report_drafts.edit(workspace, draft.id, "proposals", "- Bổ sung kinh phí.")
    (path,) = report_files.of_report(workspace, draft.id, tmp_path, Formats(docx=True))
    assert any("Bổ sung kinh phí." in block.text for block in text.read(path).blocks)


def test_a_draft_plan_has_no_report(workspace, tmp_path):
    from story import draft

    settle(workspace)
    with pytest.raises(NotAllowed, match="plan_not_issued"):
        report_files.of_plan(workspace, draft(workspace).id, tmp_path, Formats())
    assert list(tmp_path.glob("*.pdf")) == []
