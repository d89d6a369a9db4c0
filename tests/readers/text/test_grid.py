"""Tables that are tables, and tables that only place text."""

import pytest

from desktop.readers.blocks import Block
from desktop.readers.text.grid import Cell, Grid, as_rows, grid_blocks


def grid(*rows: tuple[str, ...], ruled: bool = False, centred: bool | None = None) -> Grid:
    return Grid(
        tuple(
            tuple(
                Cell(i, 1, tuple(Block(part, centred=centred) for part in text.split("\n") if part))
                for i, text in enumerate(row)
            )
            for row in rows
        ),
        ruled,
    )


def paragraphs(made: Grid) -> list[str]:
    return [block.text for block in grid_blocks(made)]


def test_a_header_of_column_names_makes_a_table_without_lines() -> None:
    made = grid(("TT", "Nội dung công việc"), ("1", "Họp"))
    assert grid_blocks(made)[0].rows == (("TT", "Nội dung công việc"), ("1", "Họp"))


def test_three_full_columns_make_a_table_without_lines() -> None:
    rows = ("a", "b", "c"), ("d", "e", "f"), ("g", "h", "i")
    assert grid_blocks(grid(*rows))[0].rows == rows


def test_two_columns_without_lines_are_read_row_by_row() -> None:
    made = grid(("Thời gian:", "8 giờ"), ("Địa điểm:", "Hội trường"), ("Thành phần:", "Các thôn"))
    assert paragraphs(made) == ["Thời gian:", "8 giờ", "Địa điểm:", "Hội trường", "Thành phần:", "Các thôn"]


def test_centred_cells_are_read_column_by_column() -> None:
    made = grid(("NGƯỜI LẬP", "GIÁM SÁT"), ("Lê A", "Trần B"), centred=True)
    assert paragraphs(made) == ["NGƯỜI LẬP", "Lê A", "GIÁM SÁT", "Trần B"]


def test_three_signers_are_read_column_by_column() -> None:
    made = grid(("Nơi nhận:\n- A", "NGƯỜI LẬP", "CHỦ TỊCH"), ("", "Lê B", "Trần C"))
    assert paragraphs(made) == ["Nơi nhận:", "- A", "NGƯỜI LẬP", "Lê B", "CHỦ TỊCH", "Trần C"]


def test_a_frame_around_the_text_is_no_table() -> None:
    assert paragraphs(grid(("a\nb",), ("c",), ruled=True)) == ["a", "b", "c"]
    assert paragraphs(grid(("a", "b"), ruled=True)) == ["a", "b"]


def test_a_ruled_table_with_a_whole_paper_in_a_cell_is_a_layout() -> None:
    long = "\n".join(f"câu {i}" for i in range(50))
    assert paragraphs(grid(("menu", long), ("x", "y"), ruled=True))[0] == "menu"


def test_a_long_table_that_names_recipients_stays_a_table() -> None:
    rows = [("Nơi nhận:\na", "b")] + [("c", "d")] * 9
    assert len(grid_blocks(grid(*rows, ruled=True))[0].rows) == 10


def test_a_table_around_tables_is_a_layout() -> None:
    inner = Block("", rows=(("x", "y"), ("z", "w")))
    row = tuple(Cell(i, 1, (inner,)) for i in range(3))
    assert grid_blocks(Grid((row, row, row), ruled=False)) == [inner] * 9
    assert grid_blocks(Grid((row, row), ruled=True))[0].rows[0][0] == "x y\nz w"


def test_empty_tables_give_nothing() -> None:
    assert grid_blocks(Grid((), ruled=True)) == []
    assert as_rows([]) == ()


@pytest.mark.parametrize("start", [0, 70])
def test_columns_beyond_what_word_allows_are_left_out(start: int) -> None:
    rows = [(Cell(0, 1, (Block("a"),)), Cell(start + 1, 9**9, (Block("b"),)))]
    assert as_rows(rows) == ((("a", "b"),) if start == 0 else (("a",),))
