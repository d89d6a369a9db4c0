"""Tables as sheets."""

import pytest
from openpyxl import load_workbook

from desktop.documents.model import Align, Column, Table, Tone
from desktop.errors import FileMissing
from desktop.writers.xlsx import Bars, Sheet, write

COLUMNS = (Column(("STT",), 1, Align.CENTRE), Column(("Đơn vị",), 6), Column(("Tỷ lệ",), 2, Align.RIGHT))
ROWS = (("Nhóm Y tế", "", ""), ("1", "=Trạm", "80,0%"), ("", "Tổng cộng", "80,0%"))
TABLE = Table(COLUMNS, ROWS, frozenset({0}), total=True)


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "bang.xlsx"
    write([Sheet("Theo đơn vị: [quý I/2026] rất dài dòng", ("BẢNG", "Số liệu"), TABLE)], path)
    book = load_workbook(path)
    assert len(book.worksheets) == 1
    return book.active


def test_the_name_of_a_sheet_is_one_that_excel_takes(sheet):
    assert sheet.title == "Theo đơn vị quý I2026 rất dài dòng"[:31]


def test_titles_stand_over_the_table_and_heads_are_repeated_in_print(sheet):
    assert [sheet["A1"].value, sheet["A2"].value] == ["BẢNG", "Số liệu"]
    assert [cell.value for cell in sheet[4]] == ["STT", "Đơn vị", "Tỷ lệ"]
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$4:$4", "A5")
    assert sheet.page_setup.paperSize == 9


def test_groups_and_totals_are_bold_figures_are_figures_and_text_is_text(sheet):
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:C1", "A2:C2", "A5:C5"}
    assert [sheet[place].font.bold for place in ("A5", "B6", "B7")] == [True, False, True]
    assert [cell.value for cell in sheet[6]] == [1, "=Trạm", 0.8]
    assert sheet["B6"].data_type == "s"


def test_heads_of_several_rows_are_all_written(tmp_path):
    columns = (Column(("STT",), 1), Column(("Số liệu", "Nam"), 1), Column(("Số liệu", "Nữ"), 1))
    write([Sheet("A", (), Table(columns, (("1", "2", "3"),)))], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert [[cell.value for cell in row] for row in sheet["A2:C3"]] == [
        ["STT", "Số liệu", "Số liệu"],
        [None, "Nam", "Nữ"],
    ]


def test_the_same_tables_give_the_same_cells_and_no_folder_is_made(tmp_path):
    with pytest.raises(FileMissing):
        write([Sheet("A", (), TABLE)], tmp_path / "khong" / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_chart_of_bars_stands_under_its_table(tmp_path):
    columns = (
        Column(("Đơn vị", ""), 6),
        *(Column(("Số", part), 2, Align.RIGHT) for part in ("Đúng hạn", "Trễ")),
    )
    rows = (("Thôn Đông", "3", "1"), ("Thôn Đoài", "2", "0"), ("Tổng", "5", "1"))
    bars = Bars("Tình hình", 0, ((1, Tone.SOLID), (2, Tone.HATCHED)))
    write([Sheet("Số liệu", ("A",), Table(columns, rows, total=True), bars=bars)], tmp_path / "a.xlsx")
    (chart,) = load_workbook(tmp_path / "a.xlsx").active._charts
    assert (chart.anchor._from.row, chart.barDir, chart.grouping) == (8, "bar", "stacked")
    parts = [(s.tx.strRef.f, s.cat.strRef.f, s.val.numRef.f) for s in chart.ser]
    assert parts == [
        ("'Số liệu'!$B$4", "'Số liệu'!$A$5:$A$6", "'Số liệu'!$B$5:$B$6"),
        ("'Số liệu'!$C$4", "'Số liệu'!$A$5:$A$6", "'Số liệu'!$C$5:$C$6"),
    ]


def test_a_table_without_rows_has_no_chart(tmp_path):
    bars = Bars("Tình hình", 1, ((2, Tone.EMPTY),))
    total = Table(COLUMNS, ROWS[-1:], total=True)
    write([Sheet("A", (), total, bars=bars)], tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx").active._charts == []


def test_a_long_title_has_room_for_its_lines(tmp_path):
    write([Sheet("A", ("Ngắn", "Kế hoạch " * 20), TABLE)], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet.row_dimensions[2].height > 2 * sheet.row_dimensions[1].height - 1


def test_rows_have_room_for_the_lines_of_their_cells(tmp_path):
    rows = (
        ("Nhóm " * 60, "", ""),
        ("1", "Trạm", ""),
        ("2", "Tổ chức tọa đàm " * 20, ""),
        ("3", "a\nb\nc", ""),
    )
    write([Sheet("A", (), Table(COLUMNS, rows, frozenset({0})))], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    group, plain, long, broken = (sheet.row_dimensions[row].height for row in range(3, 7))
    assert plain is None
    assert (group / 15.75, long / 15.75, broken / 15.75) == (3, 5, 3)
