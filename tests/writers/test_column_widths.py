"""Widths of columns: shares, mended by what stands in the cells."""

import pytest

from desktop.documents.form import legal_form
from desktop.documents.model import Column, Table
from desktop.writers.column_widths import column_widths
from desktop.writers.fonts import family
from desktop.writers.pdf_layout import Frame
from desktop.writers.pdf_page import MM

FRAME = Frame(legal_form(), family())


def table(*widths: float, rows: tuple[tuple[str, ...], ...] = (), total: bool = False) -> Table:
    return Table(tuple(Column((f"C{at}",), width) for at, width in enumerate(widths)), rows, total=total)


def test_columns_share_the_width_of_the_text() -> None:
    widths = column_widths(table(1, 3, 4), FRAME, 12)
    assert sum(widths) == pytest.approx(160 * MM)
    assert widths[2] == pytest.approx(80 * MM)


def test_no_column_is_narrower_than_its_longest_word() -> None:
    widths = column_widths(table(1, 30, 30, rows=(("319.317.000.000", "a", "b"),)), FRAME, 12)
    assert widths[0] > FRAME.family.regular.widths["319.317.000.000"] * 12
    assert sum(widths) == pytest.approx(160 * MM)
    assert widths[1] == pytest.approx(widths[2])


def test_a_total_is_measured_in_bold() -> None:
    rows = (("1", "x"), ("319.317.000.000", "y"))
    plain, bold = (
        column_widths(table(1, 60, rows=rows, total=total), FRAME, 12)[0] for total in (False, True)
    )
    assert bold > plain - 0.01


def test_more_long_words_than_room_share_what_there_is() -> None:
    widths = column_widths(table(*(1,) * 8, rows=(("x" * 30,) * 8,)), FRAME, 12)
    assert sum(widths) == pytest.approx(160 * MM)


def test_columns_with_room_to_spare_give_to_those_that_would_break_their_lines() -> None:
    widths = column_widths(
        table(1, 1, rows=(("Trường Tiểu học và Trung học cơ sở Sơn Tây Hạ số 1", "3"),)), FRAME, 13
    )
    assert widths[0] > 80 * MM > widths[1] > 0.69 * 80 * MM
    assert sum(widths) == pytest.approx(160 * MM)


def test_no_column_takes_more_than_its_cells_need() -> None:
    rows = (("Trường Tiểu học số 1", "3", "4"),)
    widths = column_widths(table(2, 5, 5, rows=rows), FRAME, 13)
    assert widths[0] < 50 * MM


def test_an_empty_column_to_write_in_keeps_its_width() -> None:
    widths = column_widths(table(1, 1, rows=(("từ " * 60, ""),)), FRAME, 13)
    assert widths[1] == pytest.approx(80 * MM)


def test_group_rows_short_rows_and_line_breaks_count_as_they_print() -> None:
    grouped = Table(table(1, 1).columns, (("Nhóm rất dài " * 9, ""), ("a\nb",)), frozenset({0}))
    assert column_widths(grouped, FRAME, 13) == pytest.approx([80 * MM, 80 * MM])


def test_a_column_gives_no_width_that_its_heading_needs() -> None:
    titles = ("Nội dung", "Số ngày quá hạn")
    columns = tuple(Column((title,), width) for title, width in zip(titles, (7, 1), strict=True))
    narrow = column_widths(Table(columns, (("từ " * 60, "10"),)), FRAME, 12)[1]
    bold, padding = FRAME.family.bold, 2 * FRAME.form.table.padding * MM
    assert narrow - padding > (bold.widths["Số"] + bold.space + bold.widths["ngày"]) * 12
    assert narrow < 20 * MM
