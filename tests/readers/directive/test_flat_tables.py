"""Tables that came as text, one cell a paragraph or a line: put back into rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.readers.directive.flat_cells import place
from desktop.readers.directive.flat_tables import restore
from desktop.readers.directive.lines import Line

HEAD = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm")
NAMES = ("task", "lead", "coordinating", "time", "product")


def lines(*cells: str, gap: bool = True) -> list[Line]:
    return [Line(cell, True, gap) for cell in cells]


def rows(*cells: str, gap: bool = True) -> list[tuple[str, ...]]:
    return [row for line in restore(lines(*cells, gap=gap)) for row in line.rows]


@pytest.mark.parametrize("gap", [True, False])
def test_cells_behind_a_head_become_rows(gap: bool) -> None:
    got = rows(*HEAD, "1", "Trồng cây", "Sở Xây dựng", "Trường học", "Quý II/2026", "Báo cáo", gap=gap)
    assert got == [HEAD, ("1", "Trồng cây", "Sở Xây dựng", "Trường học", "Quý II/2026", "Báo cáo")]


def test_a_cell_printed_on_two_lines_is_one() -> None:
    found = [*lines(*HEAD, "1", "Trồng"), Line("cây"), *lines("Sở Xây dựng")]
    assert restore(found)[0].rows[1][1] == "Trồng cây"


def test_numbers_of_columns_are_no_row() -> None:
    assert len(rows(*HEAD, "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "1", "Trồng cây", "Sở Y tế")) == 2


def test_a_capital_number_names_a_group() -> None:
    got = rows(
        *HEAD, "I", "CÂY XANH", "1", "Trồng cây", "Sở Y tế", "II", "NƯỚC SẠCH", "1", "Đào giếng", "Sở Y tế"
    )
    assert [row[0] for row in got] == ["STT", "I", "1", "II", "1"]


def test_numbers_below_numbers_go_on() -> None:
    got = rows(*HEAD, "1", "Cây", "Sở A", "1.1", "Bàng", "Sở A", "1.2", "Đa", "Sở A", "2", "Giếng", "Sở A")
    assert [row[0] for row in got] == ["STT", "1", "1.1", "1.2", "2"]


def test_the_last_row_ends_with_its_columns() -> None:
    done = restore(lines(*HEAD, "1", "Trồng cây", "Sở A", "Sở B", "2026", "Báo cáo", "Lời kết của văn bản"))
    assert [line.text for line in done] == ["", "Lời kết của văn bản"]


def test_the_next_appendix_ends_a_table() -> None:
    done = restore(lines(*HEAD, "1", "Trồng cây", "Sở A", "PHỤ LỤC II", "Lời"))
    assert [line.text for line in done] == ["", "PHỤ LỤC II", "Lời"]


@pytest.mark.parametrize(
    "cells",
    [
        ("STT", "Họ và tên", "Chức vụ", "Ghi chú", "1", "Lê A", "Trưởng phòng"),
        ("STT", "Nhiệm vụ", "1", "Trồng cây"),
        ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Trồng cây", "Sở A"),
        (*HEAD, "7", "Trồng cây"),
        ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
    ],
)
def test_what_is_no_table_of_tasks_stays(cells: tuple[str, ...]) -> None:
    assert restore(lines(*cells)) == lines(*cells)


def test_a_real_table_behind_a_head_stops_it() -> None:
    table = Line("", False, True, rows=(("a", "b"),))
    assert restore([*lines(*HEAD), table])[-1] == table


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        (("Trồng cây", "Sở A"), ("Trồng cây", "Sở A", "", "", "")),
        (("Trồng cây", "Sở A", "2026"), ("Trồng cây", "Sở A", "", "2026", "")),
        (("Trồng cây", "Sở A", "Thường xuyên"), ("Trồng cây", "Sở A", "", "Thường xuyên", "")),
        (("Trồng cây", "Sở A", "Ngày hội"), ("Trồng cây", "Sở A", "", "", "Ngày hội")),
        (("Trồng cây", "Tưới cây", "Sở A", "Quý I"), ("Trồng cây Tưới cây", "Sở A", "", "Quý I", "")),
        (
            ("Ban hành văn bản", "Sở A", "Sở B", "Văn bản"),
            ("Ban hành văn bản", "Sở A", "Sở B", "", "Văn bản"),
        ),
        ((), ("", "", "", "", "")),
    ],
)
def test_cells_find_their_columns(cells: tuple[str, ...], row: tuple[str, ...]) -> None:
    assert place(cells, NAMES) == row


@given(st.lists(st.sampled_from(["Sở A", "2026", "Trồng cây", "Báo cáo", "Hằng năm"]), max_size=9))
def test_no_cell_is_lost_or_moved(cells: list[str]) -> None:
    assert " ".join(filter(None, place(cells, NAMES))) == " ".join(cells)
