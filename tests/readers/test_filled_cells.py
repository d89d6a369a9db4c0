"""What people write in a result form."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.phrases import number
from desktop.domain.assignment import Status
from desktop.readers.filled_cells import day_of, number_of, status_of, text_of


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Hoàn thành", Status.DONE),
        ("HT", Status.DONE),
        ("đã xong", Status.DONE),
        ("Đã hoàn thành ngày 24/3", Status.DONE),
        ("đang làm", Status.IN_PROGRESS),
        ("Chưa thực hiện", Status.NOT_STARTED),
        ("CHƯA", Status.NOT_STARTED),
        ("không áp dụng", Status.NOT_APPLICABLE),
        ("hai phần ba", None),
        ("htx", None),
        (None, None),
    ],
)
def test_a_state_is_understood_without_dau_or_not_at_all(words, status):
    assert status_of(words) is status


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (dt.date(2026, 3, 24), dt.date(2026, 3, 24)),
        (dt.datetime(2026, 3, 24, 8, 0), dt.date(2026, 3, 24)),
        ("2026-03-24T00:00:00", dt.date(2026, 3, 24)),
        ("24/3/2026", dt.date(2026, 3, 24)),
        ("24-3-26", dt.date(2026, 3, 24)),
        (46105, dt.date(2026, 3, 24)),
        (46105.0, dt.date(2026, 3, 24)),
        ("31/02/2026", None),
        ("tháng 3", None),
        (24, None),
        (True, None),
        (None, None),
    ],
)
def test_a_day_is_a_real_one_or_none(cell, day):
    assert day_of(cell) == day


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.234,5", Decimal("1234.5")),
        ("319.317.000", Decimal(319317000)),
        ("1 234", Decimal(1234)),
        ("0,04", Decimal("0.04")),
        ("1.5", Decimal("1.5")),
        (62, Decimal(62)),
        (18500.0, Decimal(18500)),
        ("khoảng 60", None),
        (-1, None),
        (float("nan"), None),
        (True, None),
        (None, None),
    ],
)
def test_a_figure_is_read_as_vietnamese_write_it(cell, value):
    assert number_of(cell) == value


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_a_printed_figure_is_read_back_as_itself(value):
    assert number_of(number(value)) == value


def test_whole_floats_are_shown_without_their_point():
    assert text_of(12.0) == "12"
    assert text_of("  a\u00a0 b ") == "a b"
