"""Cells as clean text, and telephone numbers."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.vietnamese import clean
from desktop.readers import phones
from desktop.readers.cells import Cleaner, number_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.0, "12"),
        (12.5, "12.5"),
        (7, "7"),
        (1e300, "1e+300"),
        (float("nan"), ""),
        (float("inf"), ""),
        (True, "TRUE"),
        (False, "FALSE"),
        (dt.date(2026, 3, 5), "05/03/2026"),
        (dt.datetime(2026, 3, 5), "05/03/2026"),
        (dt.datetime(2026, 3, 5, 8, 30), "05/03/2026 08:30"),
        (dt.time(8, 5), "08:05"),
        (dt.timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_numbers_and_dates_are_written_as_people_write_them(value: Any, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(
    "value",
    [
        "a  b",
        " a",
        "a ",
        "a\u00a0b",
        "Ho\u0061\u0300",
        "a\u200bb",
        "a\nb",
        "a\u034fb",
        "a|  |b",
        "Phòng Kinh tế",
    ],
)
def test_a_column_is_cleaned_like_its_cells(value: str) -> None:
    assert Cleaner(100).column([value, "x"]) == [clean(value), "x"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=1, max_size=4))
def test_every_column_of_text_comes_out_clean(values: list[str]) -> None:
    found = Cleaner(100).column(values)
    assert [clean(text) for text in found] == found


def test_a_column_of_mixed_values_becomes_text() -> None:
    assert Cleaner(100).column([1.0, None, "a", ""]) == ["1", "", "a", ""]


def test_control_characters_are_counted_and_long_cells_cut() -> None:
    cleaner = Cleaner(5)
    assert cleaner.text("a\u202eb_x0007_c") == "abc"
    assert cleaner.column(["1234567", ""]) == ["12345", ""]
    assert cleaner.counts == {"control_characters": 2, "cell_cut": 1}


def test_the_mark_of_a_broken_formula_is_no_text() -> None:
    assert Cleaner(100).column(["#REF!", "Phòng #1"]) == ["", "Phòng #1"]


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (912345678, "0912345678"),
        (912345678.0, "0912345678"),
        (2553822123.0, "02553822123"),
        (84912345678, "0912345678"),
        (842553822123, "02553822123"),
        ("0912.345.678", "0912345678"),
        ("0912 345 678", "0912345678"),
        ("0912.078.345", "0912078345"),
        ("+84 912 345 678", "0912345678"),
        ("+84 (0) 912 345 678", "0912345678"),
        ("0084912345678", "0912345678"),
        ("(0255) 3822 123", "02553822123"),
        ("'0912345678", "0912345678"),
        ("912345678", "0912345678"),
        ("772330252.0", "0772330252"),
        ("ĐT: 0912345678 (Zalo)", "0912345678"),
        ("0255.3822.123 (máy lẻ 12)", "02553822123"),
        ("0912345678 / 0987 654 321", "0912345678; 0987654321"),
        ("0912345678-0987654321", "0912345678; 0987654321"),
        ("0912 345 678 0987 654 321", "0912345678; 0987654321"),
        ("0912345678\n0987654321", "0912345678; 0987654321"),
        ("0912345678; 0912345678", "0912345678"),
        ("19001234", "19001234"),
    ],
)
def test_a_telephone_number_is_its_digits_with_the_leading_0(value: Any, number: str) -> None:
    found, _, doubtful = phones.read(value)
    assert (found, doubtful) == (number, False)


@pytest.mark.parametrize(
    ("value", "number"),
    [("chưa có", ""), ("9.12E+08", ""), ("3822123", "3822123"), (True, ""), (0, ""), (123, "123")],
)
def test_what_is_no_telephone_number_is_said(value: Any, number: str) -> None:
    assert phones.read(value) == (number, False, True)


@pytest.mark.parametrize("value", [None, "", "  "])
def test_an_empty_cell_is_no_telephone_and_no_mistake(value: Any) -> None:
    assert phones.read(value) == ("", False, False)
