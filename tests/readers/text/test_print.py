"""Printed pages as values: no word is lost or invented on the way to blocks, whatever the lay-out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.readers.text.pdf import blocks_of
from desktop.readers.text.print import Line, Page, Rule, Word, edges, lines_of, pieces, usual
from desktop.readers.text.print_columns import closing_zone, head_zone
from desktop.readers.text.print_flow import Measure, body_blocks, column_blocks

PIECES = [
    "Ủy",
    "ban",
    "KẾ",
    "HOẠCH",
    "Nơi",
    "nhận:",
    "CỘNG",
    "HÒA",
    "XÃ",
    "HỘI",
    "KT.",
    "CHỦ",
    "TỊCH",
    "-",
    "Kính",
    "gửi:",
    "TT-",
    "và/",
]
numbers = st.floats(0, 590, allow_nan=False)
word = st.builds(
    lambda x, y, text, size, bold: Word(x, y, x + size * len(text) / 2, size, text, bold),
    numbers,
    st.integers(100, 740).map(float),
    st.sampled_from(PIECES),
    st.sampled_from([11.0, 13.0, 14.0]),
    st.booleans(),
)
rule = st.tuples(numbers, numbers, numbers, st.booleans()).map(
    lambda r: (
        Rule(min(r[0], r[1]), r[2], max(r[0], r[1]), r[2])
        if r[3]
        else Rule(r[2], min(r[0], r[1]), r[2], max(r[0], r[1]))
    )
)
page = st.builds(
    lambda words, rules: Page(595, 842, tuple(words), tuple(rules)),
    st.lists(word, max_size=25),
    st.lists(rule, max_size=12),
)


def letters(texts: list[str]) -> list[str]:
    return sorted("".join("".join(texts).split()))


@settings(max_examples=300, deadline=None)
@given(st.lists(page, min_size=1, max_size=2))
def test_no_letter_is_lost_or_invented(pages: list[Page]) -> None:
    found = blocks_of(pages)
    shown = [block.text for block in found] + [cell for block in found for row in block.rows for cell in row]
    assert letters(shown) == letters([word.text for page in pages for word in page.words])


def test_words_stand_on_lines_from_left_to_right() -> None:
    words = [Word(50, 100, 60, 12, "b"), Word(10, 101, 20, 12, "a"), Word(10, 120, 20, 12, "c")]
    assert [line.text for line in lines_of(words)] == ["a b", "c"]


def test_a_line_is_cut_at_wide_room() -> None:
    line = Line((Word(0, 0, 10, 10, "a"), Word(15, 0, 20, 10, "b"), Word(60, 0, 70, 10, "c")))
    assert [piece.text for piece in pieces(line, 1.0)] == ["a b", "c"]


def test_nothing_has_no_edges_and_the_usual_size() -> None:
    assert edges([]) == (0.0, 0.0)
    assert usual([]) == 12.0


@pytest.mark.parametrize("find", [head_zone, closing_zone])
def test_lines_without_the_words_have_no_zone(find: object) -> None:
    assert callable(find)
    assert find(lines_of([Word(0, 0, 9, 9, "a"), Word(300, 0, 309, 9, "b")]), 0, 500) is None


def test_a_column_without_lines_has_no_blocks() -> None:
    assert column_blocks([], Measure(((0, 500),), 1.3, frozenset())) == []


def test_a_short_line_that_ends_with_a_hyphen_is_whole() -> None:
    full = [word for y in (40, 60) for word in (Word(0, y, 20, 12, "dài"), Word(24, y, 500, 12, "quá"))]
    lines = lines_of([Word(0, 20, 60, 12, "TT-"), *full])
    found = body_blocks(lines, Measure(((0, 500),), 1.6, frozenset()))
    assert [block.text for block in found] == ["TT-", "dài quá", "dài quá"]


def test_no_room_between_recipients_and_signer_is_no_zone() -> None:
    words = [
        Word(0, 20, 30, 12, "Nơi"),
        Word(34, 20, 70, 12, "nhận:"),
        Word(72, 36, 120, 12, "TM."),
        Word(124, 36, 200, 12, "UBND"),
    ]
    assert closing_zone(lines_of(words), 0, 500) is None
