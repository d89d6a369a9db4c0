"""Blocks of the matrix: letters to Excel and back, what falls beside given cells, words that name no status."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.assignment import Standing, Status
from desktop.domain.unit import Contact
from desktop.services.following import Mark, UnitRow
from desktop.ui.widgets import matrix_blocks

STATUSES = {
    Status.NOT_STARTED: Standing.NOT_STARTED,
    Status.IN_PROGRESS: Standing.IN_PROGRESS,
    Status.DONE: Standing.DONE,
    Status.NOT_APPLICABLE: Standing.NOT_APPLICABLE,
}
CELLS = st.lists(st.lists(st.sampled_from([None, *STATUSES]), min_size=3, max_size=3), min_size=1, max_size=5)


def rows_of(cells: list[list[Status | None]]) -> list[UnitRow]:
    """Rows whose assignments are counted from 1; None was not given."""
    wide = len(cells[0])
    return [
        UnitRow(
            at,
            f"Thôn {at}",
            tuple(0 if one is None else at * wide + c + 1 for c, one in enumerate(line)),
            tuple(None if one is None else Mark(STATUSES[one], one) for one in line),
            Contact(),
        )
        for at, line in enumerate(cells)
    ]


@given(CELLS)
def test_letters_that_were_copied_say_the_same_where_they_are_pasted(
    cells: list[list[Status | None]],
) -> None:
    rows = rows_of(cells)
    words = matrix_blocks.letters(rows, [(0, len(rows) - 1, 0, 2)])
    told = matrix_blocks.read(rows, (0, 0), [line.split("\t") for line in words.split("\n")])
    said = {key: status for status, keys in told.keys.items() for key in keys}
    assert said == {
        row.ids[c]: one for row, line in zip(rows, cells, strict=True) for c, one in enumerate(line) if one
    }
    assert (told.strange, told.count) == (0, len(said))


@given(CELLS)
def test_one_status_goes_to_the_given_cells_of_the_blocks_once(cells: list[list[Status | None]]) -> None:
    rows = rows_of(cells)
    whole = (0, len(rows) - 1, 0, 2)
    told = matrix_blocks.one_status(rows, [whole, (0, 0, 1, 1)], Status.DONE)
    assert sorted(told.keys.get(Status.DONE, [])) == sorted(key for row in rows for key in row.ids if key)
    assert told.rows == {at for at, row in enumerate(rows) if any(row.ids)}


def test_cells_between_blocks_that_are_apart_are_copied_empty() -> None:
    rows = rows_of([[Status.DONE] * 3] * 3)
    assert matrix_blocks.letters(rows, [(0, 0, 0, 0), (2, 2, 2, 2)]) == "X\t\n\tX"


def test_words_beyond_the_last_row_and_column_fall_away_and_strange_ones_are_counted() -> None:
    rows = rows_of([[Status.DONE, None, Status.DONE]])
    told = matrix_blocks.read(rows, (0, 1), [["họp", "họp", "x"], ["x"]])
    assert (told.keys, told.strange) == ({}, 1)


def test_overdue_and_empty_words_are_not_strange() -> None:
    assert [matrix_blocks.is_strange(word) for word in ("", "t", " T ", "họp")] == [False, False, False, True]
