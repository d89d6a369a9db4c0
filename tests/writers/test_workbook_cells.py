"""Values in our workbooks: text never runs, figures are figures."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from desktop.writers.workbook_cells import name_maker, set_figure, set_text


def saved(fill):
    """The cell A1 of a workbook after it was saved and opened again."""
    book = Workbook()
    fill(book.active["A1"])
    out = io.BytesIO()
    book.save(out)
    return load_workbook(out).active["A1"]


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "＝1", "\t=1"])
def test_text_that_looks_like_a_formula_stays_text(text):
    cell = saved(lambda cell: set_text(cell, text))
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@given(st.text(min_size=1, max_size=50))
def test_any_text_is_kept_as_text_without_control_characters(text):
    book = Workbook()
    set_text(book.active["A1"], text)
    assert book.active["A1"].data_type == "s"


def test_the_look_of_a_cell_survives_its_text():
    def fill(cell):
        cell.font = Font(name="Times New Roman", bold=True)
        set_text(cell, "- gạch đầu dòng")

    assert (saved(fill).font.name, saved(fill).font.bold) == ("Times New Roman", True)


def test_control_characters_are_taken_out():
    assert saved(lambda cell: set_text(cell, "a\x00b\x0bc")).value == "abc"


@pytest.mark.parametrize(
    ("text", "value", "look"),
    [
        ("1.234.567", 1234567, "#,##0"),
        ("7", 7, "#,##0"),
        ("1.234,5", 1234.5, "#,##0.##"),
        ("80,0%", 0.8, "0.0%"),
        ("-3", -3, "#,##0"),
    ],
)
def test_a_printed_figure_is_a_number_with_its_look(text, value, look):
    cell = saved(lambda cell: set_figure(cell, text))
    assert (cell.value, cell.number_format) == (value, look)


@pytest.mark.parametrize("text", ["", "25/3/2026", "1.23.4", "12 buổi", "1,2,3", "٣"])
def test_what_is_no_figure_is_left_alone(text):
    book = Workbook()
    assert set_figure(book.active["A1"], text) is False
    assert book.active["A1"].value is None


def test_the_maker_is_named():
    book = Workbook()
    name_maker(book)
    assert book.properties.creator == "Sổ Kế Hoạch"


def test_a_sign_behind_a_control_character_is_seen():
    assert saved(lambda cell: set_text(cell, "\x00=1")).quotePrefix
