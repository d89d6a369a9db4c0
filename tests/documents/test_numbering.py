"""Labels are computed from rank and order."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.model import Block, Column, Style, Table, paragraph
from desktop.documents.numbering import POINTS, labels, point, roman

S = Style


def of(*styles: Style | Table) -> list[str]:
    blocks: list[Block] = [one if isinstance(one, Table) else paragraph(one, "x") for one in styles]
    return list(labels(blocks))


def test_roman_numerals() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 2026)] == [
        "I",
        "IV",
        "IX",
        "XIV",
        "XL",
        "XC",
        "CD",
        "MMXXVI",
    ]


def test_points_follow_the_alphabet_of_the_decree_with_d_and_without_f() -> None:
    assert [point(n) for n in range(1, 10)] == ["a", "b", "c", "d", "đ", "e", "g", "h", "i"]
    assert point(23) == "y"


def test_points_go_on_after_the_alphabet_with_two_letters() -> None:
    assert [point(n) for n in (24, 25, 46, 47)] == ["aa", "ab", "ay", "ba"]


def test_running_text_bases_and_tables_have_no_label() -> None:
    assert of(S.BASIS, S.BODY, Table((Column(("A",), 1),), ())) == ["", "", ""]


def test_dashes_and_pluses_are_signs() -> None:
    assert of(S.DASH, S.PLUS, S.DASH) == ["-", "+", "-"]


def test_clauses_start_anew_in_each_section() -> None:
    assert of(S.SECTION, S.CLAUSE, S.CLAUSE, S.SECTION, S.CLAUSE) == ["I.", "1.", "2.", "II.", "1."]


def test_points_start_anew_under_each_clause_and_each_section() -> None:
    assert of(S.CLAUSE, S.POINT, S.POINT, S.CLAUSE, S.POINT, S.SECTION, S.POINT) == [
        *("1.", "a)", "b)"),
        *("2.", "a)"),
        *("I.", "a)"),
    ]


def test_titled_clauses_and_numbered_paragraphs_share_one_row_of_numbers() -> None:
    assert of(S.CLAUSE, S.NUMBERED, S.CLAUSE) == ["1.", "2.", "3."]


def test_text_and_signs_in_between_do_not_break_a_row() -> None:
    assert of(S.NUMBERED, S.DASH, S.BODY, S.NUMBERED) == ["1.", "-", "", "2."]


@given(st.lists(st.sampled_from(list(Style)), max_size=60))
def test_no_label_comes_twice_under_the_same_parent(styles: list[Style]) -> None:
    seen: set[tuple[str, str, str]] = set()
    section = clause = ""
    for style, label in zip(styles, of(*styles), strict=True):
        if style is S.SECTION:
            section, clause = label, ""
        elif style in {S.CLAUSE, S.NUMBERED}:
            clause = label
        if style in {S.SECTION, S.CLAUSE, S.NUMBERED, S.POINT}:
            key = (section, clause, label)
            assert key not in seen
            seen.add(key)


@given(st.integers(1, 2000))
def test_points_are_all_different_and_of_the_alphabet(number: int) -> None:
    assert point(number) != point(number + 1)
    assert set(point(number)) <= set(POINTS)
