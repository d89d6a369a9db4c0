"""Rows and heads of ruled tables."""

from desktop.documents.form import legal_form
from desktop.documents.model import Align, Column, Table
from desktop.writers.fonts import family
from desktop.writers.pdf_layout import BlockBox, Frame
from desktop.writers.pdf_table import table_boxes

FRAME = Frame(legal_form(), family())


def table(*widths: float, rows: tuple[tuple[str, ...], ...] = (), total: bool = False) -> Table:
    return Table(tuple(Column((f"C{at}",), width) for at, width in enumerate(widths)), rows, total=total)


def test_a_table_without_columns_prints_nothing() -> None:
    assert table_boxes(Table((), ()), FRAME) == []
    assert table_boxes(Table((Column(("",), 1),), ()), FRAME) == []


def test_a_table_of_a_head_alone_prints_its_head() -> None:
    head, gap = table_boxes(table(1, 1), FRAME)
    assert isinstance(head, BlockBox)
    assert head.breaks
    assert gap.height == legal_form().table.after


def test_rows_without_a_head_have_none_to_repeat() -> None:
    row, _ = table_boxes(Table((Column(("",), 1, Align.RIGHT),), (("5",),)), FRAME)
    assert row.repeats is None


def test_the_rows_at_the_ends_are_not_left_alone() -> None:
    rows = tuple((str(at), "x") for at in range(6))
    boxes = table_boxes(table(1, 1, rows=rows), FRAME)[1:-1]
    assert [box.breaks for box in boxes] == [False, True, True, True, False, True]


def test_the_total_takes_two_rows_with_it_to_the_next_page() -> None:
    rows = tuple((str(at), "x") for at in range(6))
    boxes = table_boxes(table(1, 1, rows=rows, total=True), FRAME)[1:-1]
    assert [box.breaks for box in boxes] == [False, True, True, False, False, True]


def test_tall_rows_at_the_ends_may_stand_alone() -> None:
    rows = tuple((" ".join(["từ"] * 100), "x") for _ in range(5))
    boxes = table_boxes(table(1, 1, rows=rows), FRAME)[1:-1]
    assert all(box.breaks for box in boxes)


def test_rows_with_too_few_or_too_many_cells_do_no_harm() -> None:
    boxes = table_boxes(table(1, 1, rows=(("1",), ("1", "2", "3"))), FRAME)
    frames = [len(box.frames) for box in boxes if isinstance(box, BlockBox)]
    assert frames == [2, 2, 2]
