"""Numbers in their order, units with two headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import codes, findings, paper

from desktop.documents.numbering import POINTS, roman
from desktop.documents.proofread import headings
from desktop.documents.proofread.paper import Rank
from desktop.domain.directive import Severity

ASSIGN = "IV. TỔ CHỨC THỰC HIỆN"


@given(st.integers(2, 20), st.integers(1, 4))
def test_one_section_after_the_other_is_right_and_a_hole_is_not(number: int, step: int) -> None:
    some = paper(f"{roman(number + 2)}. NỘI DUNG", f"{roman(number + 2 + step)}. KINH PHÍ")
    assert codes(headings.check, some) == (["numbering_skipped"] if 1 < step < 4 else [])


def test_a_section_that_comes_twice_is_told_once() -> None:
    some = paper("I. MỤC ĐÍCH", "II. NỘI DUNG", "II. THỜI GIAN", "IV. KINH PHÍ")
    [found] = findings(headings.check, some)
    assert (found.code, found.quote) == ("numbering_repeated", "II. THỜI GIAN")


def test_each_section_counts_anew() -> None:
    some = paper(
        "I. A", "1. Một", "2. Hai", "a) x", "b) y", "3. Ba", "a) x", "II. B", "1. Một", "- x", "2. Hai"
    )
    assert codes(headings.check, some) == []


def test_articles_run_through() -> None:
    some = paper("Điều 1. Một", "1. x", "Điều 2. Hai", "1. x", "Điều 4. Bốn")
    assert codes(headings.check, some) == ["numbering_skipped"]


def test_letters_follow_the_alphabet_of_the_decree() -> None:
    right = paper("1. Một", *(f"{letter}) việc" for letter in POINTS))
    assert codes(headings.check, right) == []
    [found] = findings(headings.check, paper("1. Một", "c) x", "d) y", "e) z"))
    assert (found.code, found.severity) == ("numbering_skipped", Severity.INFO)


@pytest.mark.parametrize("joined", ["1. Một việc. 2. Hai việc.", "1. Một việc; 2) hai"])
def test_two_paragraphs_joined_on_the_way_are_no_hole(joined: str) -> None:
    assert codes(headings.check, paper(joined, "3. Ba")) == []


def test_a_list_that_begins_anew_or_jumps_far_is_no_slip() -> None:
    assert codes(headings.check, paper("1. a", "2. b", "1. c", "2. d", "9. e")) == []


def test_numbers_of_two_parts_are_counted_under_their_own() -> None:
    some = paper("1. a", "1.1. b", "1.2. c", "2. d", "2.1. e", "2.2. f", "2.2. g", "3. h", "3.1. i", "3.3. k")
    found = findings(headings.check, some)
    assert [(one.code, one.quote) for one in found] == [
        ("numbering_repeated", "2.2. g"),
        ("numbering_skipped", "3.3. k"),
    ]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (("II. MỤC ĐÍCH", "III. NỘI DUNG"), "II. MỤC ĐÍCH"),
        (("I. A", "3. Hội nghị lần thứ ba", "3.3. Báo cáo"), "3.3. Báo cáo"),
    ],
)
def test_a_row_without_its_beginning_is_told(text: tuple[str, ...], quote: str) -> None:
    [found] = findings(headings.check, paper(*text))
    assert (found.code, found.quote) == ("numbering_start", quote)


@pytest.mark.parametrize(
    "text",
    [
        ("PHẦN A", "I. Một", "II. Hai", "PHẦN B", "III. Ba"),
        ("Ban hành kế hoạch như sau: I. Mục đích", "II. NỘI DUNG"),
        ("I. A", "3.3. Báo cáo"),
        ("I. A", "2. Hai", "3. Ba"),
        ("VII. NHIỆM VỤ", "VIII. KINH PHÍ"),
    ],
)
def test_a_row_that_goes_on_from_somewhere_begins_as_it_likes(text: tuple[str, ...]) -> None:
    assert codes(headings.check, paper(*text)) == []


def test_a_block_copied_with_its_numbers_is_found() -> None:
    [odd] = findings(headings.check, paper("I. A", "1. Một", "1.1. a", "2. Hai", "3.1. b"))
    assert (odd.code, odd.quote) == ("numbering_parent", "3.1. b")
    [twice] = findings(headings.check, paper("I. A", "1. Một", "1.1. a", "2. Hai", "1.1. b"))
    assert (twice.code, twice.quote) == ("numbering_parent", "1.1. b")


@pytest.mark.parametrize(
    "text",
    [
        ("I. A", "1. Một", "1.1. a", "1. x", "2. y", "1.2. b"),
        ("I. A", "1. Một", "1.1. a", "II. B", "1. Một", "1.1. b"),
        ("I. A", "1. Một. 2. Hai", "2.1. a"),
        ("I. A", "1.1. a", "1.2. b"),
    ],
)
def test_lists_inside_and_sections_count_their_parts_anew(text: tuple[str, ...]) -> None:
    assert codes(headings.check, paper(*text)) == []


def test_behind_a_repeated_number_the_row_goes_on_either_way() -> None:
    assert codes(headings.check, paper("1. a", "1. b", "2. c")) == []
    assert codes(headings.check, paper("2. a", "2. b", "3. c")) == ["numbering_repeated"]
    assert codes(headings.check, paper("2. a", "2. b", "4. c")) == ["numbering_repeated"]
    assert codes(headings.check, paper("2. a", "2. b", "5. c")) == ["numbering_repeated", "numbering_skipped"]


def test_labels_of_other_kinds_are_not_counted() -> None:
    assert headings.value_of("Phần", Rank.SECTION) is None
    assert headings.value_of("1.2.", Rank.NUMBER) is None
    assert headings.value_of("1.", Rank.NUMBER_2) is None
    assert headings.value_of("w)", Rank.LETTER) is None
    assert headings.value_of("Điều", Rank.ARTICLE) is None
    assert codes(headings.check, paper("1. a", "Điều 12. x")) == []


def test_numbers_of_a_paper_made_here_are_computed() -> None:
    assert codes(headings.check, paper("I. A", "III. B", ours=True)) == []


def test_a_long_paragraph_is_quoted_by_its_beginning() -> None:
    [found] = findings(headings.check, paper("1. a", "3. " + "triển khai thực hiện " * 20))
    assert len(found.quote) <= 240


def test_one_unit_has_one_heading_in_a_section() -> None:
    text = (
        ASSIGN,
        "1. Phòng Văn hóa - Xã hội",
        "- a.",
        "2. Trạm Y tế",
        "- b.",
        "3. Giao Phòng Văn hóa và Xã hội:",
        "- c.",
    )
    [found] = findings(headings.check, paper(*text))
    assert (found.code, found.severity) == ("unit_heading_twice", Severity.ERROR)
    assert found.quote == "3. Giao Phòng Văn hóa và Xã hội:"


@pytest.mark.parametrize(
    "text",
    [
        (ASSIGN, "1. Phòng Văn hóa - Xã hội", "V. TRÁCH NHIỆM", "1. Phòng Văn hóa - Xã hội"),
        ("I. NỘI DUNG", "1. Phòng Y tế", "2. Phòng Y tế"),
        (ASSIGN, "1. Mục đích", "2. Mục đích"),
        (ASSIGN, "1. Phòng Y tế chủ trì.", "2. Phòng Y tế chủ trì."),
        (ASSIGN, "1. Phòng Y tế: chủ trì", "2. Phòng Y tế: phối hợp"),
        ("1. Phòng Y tế", "2. Phòng Y tế"),
        (ASSIGN, "1. Việc một", "a) Phòng Y tế", "2. Việc hai", "a) Phòng Y tế"),
        (ASSIGN, "1. Báo cáo kết quả", "2. Báo cáo kết quả"),
    ],
)
def test_other_headings_may_come_again(text: tuple[str, ...]) -> None:
    assert codes(headings.check, paper(*text)) == []


def test_the_heading_over_a_passage_ranks_higher() -> None:
    some = paper(ASSIGN, "1. Phòng Y tế", "- việc.", "2. Một câu trọn vẹn.", "- việc.", title=("KẾ HOẠCH",))
    assert [headings.heading_of(some, at) for at in range(1, 6)] == [None, 1, 2, 1, None]
