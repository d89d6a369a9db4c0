"""Values in our workbooks: text never runs, figures are figures."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from desktop.writers.workbook_cells import Book, set_figure, set_page, set_text, span


@pytest.fixture
def saved(tmp_path):
    """Fills A1 of a workbook and gives that cell after it was saved and opened again."""

    def save(fill, **look):
        book = Book()
        sheet = book.sheet("Trang")
        fill(sheet, book.texts(**look))
        book.save(tmp_path / "a.xlsx")
        return load_workbook(tmp_path / "a.xlsx").active["A1"]

    return save


@pytest.mark.parametrize(
    "text", ["=1+1", "+84", "-5", "@SUM(A1)", "＝1", "\t=1", "{=1}", "https://a.vn", "12"]
)
def test_text_that_looks_like_something_else_stays_text(saved, text):
    cell = saved(lambda sheet, look: set_text(sheet, 0, 0, text, look))
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert bool(cell.quotePrefix) is text.startswith(("=", "+", "-", "@", "＝", "\t"))


@pytest.mark.parametrize(
    "text", ["<r><t>giả</t></r>", "<r>", "<r></r>", "_x0041_", " hai đầu ", "a\nb", "<&>"]
)
def test_markup_and_escapes_stay_the_text_they_are(saved, text):
    assert saved(lambda sheet, look: set_text(sheet, 0, 0, text, look)).value == text


@given(texts=st.lists(st.text(max_size=50), min_size=1, max_size=5))
def test_any_text_comes_back_as_text_without_control_characters(tmp_path_factory, texts):
    path = tmp_path_factory.getbasetemp() / "texts.xlsx"
    book = Book()
    sheet, look = book.sheet("Trang"), book.texts()
    set_text(sheet, 0, 0, "Tiêu đề", look)
    for row, text in enumerate(texts, 1):
        set_text(sheet, row, 0, text, look)
        set_text(sheet, row, 1, "x", look)
    book.save(path)
    allowed = "\t\n\r"
    kept = [
        "".join(
            c
            for c in text
            if c in allowed or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
        )
        for text in texts
    ]
    read = [row[0] for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]]
    assert [value.replace("\r\n", "\n").replace("\r", "\n") for value in read] == [
        text.replace("\r\n", "\n").replace("\r", "\n") for text in kept
    ]


def test_the_look_of_a_cell_survives_its_text(saved):
    cell = saved(lambda sheet, look: set_text(sheet, 0, 0, "- gạch đầu dòng", look), bold=True)
    assert (cell.font.name, cell.font.bold, cell.font.size) == ("Times New Roman", True, 12)


def test_control_characters_are_taken_out(saved):
    assert saved(lambda sheet, look: set_text(sheet, 0, 0, "a\x00b\x0bc\ud800", look)).value == "abc"


def test_a_sign_behind_a_control_character_is_seen(saved):
    assert saved(lambda sheet, look: set_text(sheet, 0, 0, "\x00=1", look)).quotePrefix


def test_nothing_leaves_an_empty_cell_with_its_look(saved):
    cell = saved(lambda sheet, look: set_text(sheet, 0, 0, "", look), bold=True)
    assert (cell.value, cell.font.bold) == (None, True)


@pytest.mark.parametrize(
    ("text", "value", "look"),
    [
        ("1.234.567", 1234567, "#,##0"),
        ("7", 7, "#,##0"),
        ("1.234,5", 1234.5, "#,##0.##"),
        ("80,0%", 0.8, "0.0%"),
        ("79,3%", 0.793, "0.0%"),
        ("-3", -3, "#,##0"),
    ],
)
def test_a_printed_figure_is_a_number_with_its_look(saved, text, value, look):
    cell = saved(lambda sheet, ours: set_figure(sheet, 0, 0, text, ours))
    assert (cell.value, cell.number_format) == (value, look)


@pytest.mark.parametrize("text", ["", "25/3/2026", "1.23.4", "12 buổi", "1,2,3", "٣"])
def test_what_is_no_figure_is_left_alone(saved, text):
    assert saved(lambda sheet, look: set_figure(sheet, 0, 0, text, look)).value is None


def test_the_maker_is_named(tmp_path):
    book = Book()
    book.sheet("Trang")
    book.save(tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx").properties.creator == "Sổ Kế Hoạch"


def test_names_of_sheets_are_ones_that_excel_takes_and_never_twice_the_same(tmp_path):
    book = Book()
    for name in ("Đơn vị: [a]", "đơn vị A", "Đơn vị a", "'x'", "", "d" * 40, "D" * 31):
        book.sheet(name)
    book.save(tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx").sheetnames == [
        *("Đơn vị a", "đơn vị A (2)", "Đơn vị a (3)", "x", "Trang", "d" * 31, f"{'D' * 27} (2)"),
    ]


def test_a_text_over_several_columns_is_a_text_too(saved):
    cell = saved(lambda sheet, look: span(sheet, 0, 3, "=1", look))
    assert (cell.value, cell.data_type) == ("=1", "s")
    assert [str(area) for area in cell.parent.merged_cells.ranges] == ["A1:C1"]


def test_one_column_needs_no_merging(saved):
    cell = saved(lambda sheet, look: span(sheet, 0, 1, "Một", look))
    assert (cell.value, list(cell.parent.merged_cells.ranges)) == ("Một", [])


def test_a_page_is_a4_with_its_heads_repeated_and_in_sight(tmp_path: Path):
    book = Book()
    set_page(book.sheet("Trang"), landscape=True, repeated=(1, 2), frozen=3, widths=(5, 40))
    book.save(tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$2:$3", "A4")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.column_dimensions["B"].width == pytest.approx(40, abs=1)
