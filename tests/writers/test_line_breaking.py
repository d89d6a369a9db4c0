"""Words into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.form import legal_form
from desktop.documents.model import Run
from desktop.writers.fonts import NBSP, family
from desktop.writers.line_breaking import Line, Setting, balanced, break_runs, break_text

FAMILY = family()
SETTING = Setting(FAMILY, 14.0, legal_form().glue)
FACE = FAMILY.regular
WORDS = st.lists(
    st.text("abcdđeghiklmnoôơpqrstuưvxyABC0123456789.,;", min_size=1, max_size=12), min_size=1, max_size=60
)


def text_of(line: Line) -> str:
    return "".join(" ".join(words) for _, words in line.parts)


def lines(text: str, width: float, first: float | None = None) -> list[str]:
    return [text_of(line) for line in break_text(text, FACE, SETTING, first or width, width)]


def measured(text: str) -> float:
    return sum(FACE.widths[letter] for letter in text) * 14


def test_a_line_takes_all_that_fits() -> None:
    assert lines("một hai ba bốn", measured("một hai ba")) == ["một hai ba", "bốn"]


def test_the_first_line_may_be_shorter() -> None:
    assert lines("một hai ba bốn", measured("hai ba bố"), measured("một")) == ["một", "hai ba", "bốn"]


def test_spaces_count_once_and_empty_text_has_no_lines() -> None:
    assert lines("  một \n hai ", 200) == ["một hai"]
    assert lines("   ", 200) == []


def test_a_number_stays_with_its_unit() -> None:
    assert lines("chừa lại 25 mm", measured("chừa lại 25")) == ["chừa lại", "25 mm"]
    assert lines("kinh phí 500.000 đồng.", measured("kinh phí 500.000")) == ["kinh phí", "500.000 đồng."]


def test_a_day_stays_with_its_number() -> None:
    assert lines("trước ngày 25 tháng 3", measured("trước ngày 2")) == ["trước", "ngày 25", "tháng 3"]


def test_no_line_starts_with_a_dash() -> None:
    assert lines("Phòng Văn hóa - Xã hội", measured("Phòng Văn hóa ")) == ["Phòng Văn", "hóa - Xã hội"]


def test_a_blank_to_write_in_stays_between_its_words() -> None:
    blank = f"ngày {NBSP}{NBSP} tháng"
    assert lines(f"số 5 {blank} 3", measured(f"{blank} 3") + 1) == ["số 5", f"{blank} 3"]


def test_what_is_glued_all_along_is_parted_at_the_end_of_the_line() -> None:
    assert lines("- - - - - -", measured("- - -")) == ["- - -", "- - -"]


def test_a_word_longer_than_the_line_is_cut_after_a_sign_where_there_is_one() -> None:
    made = lines("https://vanban.chinhphu.vn/van-ban/quyet-dinh", 100)
    assert "".join(made) == "https://vanban.chinhphu.vn/van-ban/quyet-dinh"
    assert all(part[-1] in "-/." for part in made[:-1])
    assert "".join(lines("a" * 50, 60)) == "a" * 50


def test_a_letter_wider_than_the_line_stands_alone() -> None:
    assert lines("WW a", 5) == ["W", "W", "a"]


def test_non_breaking_blanks_are_stretched_too() -> None:
    (line,) = break_text(f"số{NBSP}{NBSP}/KH ngày", FACE, SETTING, 300, 300)
    assert line.gaps == 3


def test_titles_are_as_even_as_can_be() -> None:
    made = balanced("một hai ba bốn năm sáu", FACE, SETTING, measured("một hai ba bốn năm"))
    assert [text_of(line) for line in made] == ["một hai ba", "bốn năm sáu"]


@pytest.mark.parametrize(
    ("title", "second"),
    [
        (
            "Tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam lần thứ 11 năm 2027",
            "Ngày Công tác xã hội Việt Nam lần thứ 11 năm 2027",
        ),
        (
            "Tổ chức các hoạt động chăm lo Tết Nguyên đán Đinh Mùi năm 2027 trên địa bàn xã",
            "năm 2027 trên địa bàn xã",
        ),
        (
            "Kiểm tra, chấn chỉnh kỷ luật, kỷ cương hành chính cơ quan năm 2027",
            "cương hành chính cơ quan năm 2027",
        ),
    ],
)
def test_the_second_line_of_a_title_begins_with_sense_where_it_can(title: str, second: str) -> None:
    width = measured("Tổ chức các hoạt động chăm lo Tết Nguyên đán Đinh Mùi")
    made = balanced(title, FACE, SETTING, width, at_sense=True)
    assert [text_of(line) for line in made] == [title.removesuffix(second).strip(), second]
    assert [line.last for line in made] == [False, True]


def test_a_day_is_parted_from_its_word_only_where_the_line_would_gape() -> None:
    start = "Tham mưu Ủy ban nhân dân xã báo cáo cấp trên, thời gian thực hiện trước"
    text = f"{start} ngày 30/3/2027 theo quy định"
    assert lines(text, measured(f"{start} ngày"))[0] == start
    assert lines(text, measured(f"{start} ngày 30/3/20"))[0] == f"{start} ngày"
    year = "Từ nguồn kinh phí sự nghiệp được giao trong"
    assert lines(f"{year} năm 2027 của xã", measured(f"{year} năm 20"))[0] == year


def test_titles_of_one_long_word_and_short_ones_stay_within_their_lines() -> None:
    made = balanced("nghiêng a b c", FACE, SETTING, measured("nghiêng a"))
    assert [text_of(line) for line in made] == ["nghiêng", "a b c"]


def test_a_word_of_two_looks_is_not_parted() -> None:
    runs = (Run("“"), Run("Lá lành", bold=True), Run("”"), Run(", đùm"))
    (line,) = break_runs(runs, SETTING, 400, 400)
    assert text_of(line) == "“Lá lành”, đùm"
    assert [face is FAMILY.bold for face, _ in line.parts] == [False, True, False]
    assert line.gaps == 2


def test_runs_break_like_text_and_spaces_at_their_edges_count_once() -> None:
    runs = (Run("một "), Run(" hai", bold=True), Run(" ba"), Run(" bốn"))
    made = break_runs(runs, SETTING, measured("một hai b"), measured("ba bốn năm"))
    assert [text_of(line).strip() for line in made] == ["một hai", "ba bốn"]


def test_a_long_word_of_two_looks_is_cut_as_well() -> None:
    made = break_runs((Run("a" * 30), Run("b" * 30, bold=True)), SETTING, 100, 100)
    assert "".join(text_of(line) for line in made) == "a" * 30 + "b" * 30


@given(WORDS, st.floats(180, 400))
def test_every_word_is_set_once_and_no_line_is_too_wide(words: list[str], width: float) -> None:
    made = break_text(" ".join(words), FACE, SETTING, width - 20, width)
    assert " ".join(text_of(line) for line in made).split() == words
    assert all(line.width <= width + 0.1 for line in made)
    assert [line.last for line in made] == [False] * (len(made) - 1) + [True]


@given(WORDS, st.integers(0, 60), st.floats(180, 400))
def test_looks_change_nothing_about_the_words(words: list[str], cut: int, width: float) -> None:
    runs = (Run(" ".join(words[:cut]) + " "), Run(" ".join(words[cut:]), bold=True))
    made = break_runs(runs, SETTING, width, width)
    assert " ".join(text_of(line) for line in made).split() == words
    assert all(line.width <= width + 0.1 for line in made)


def test_the_number_of_an_appendix_stays_with_both_syllables_of_its_word() -> None:
    text = "chưa báo cáo (Phụ lục IV)."
    for end in ("chưa báo cáo (Phụ", "chưa báo cáo (Phụ lục"):
        assert lines(text, measured(end)) == ["chưa báo cáo", "(Phụ lục IV)."]


def test_a_roman_number_stays_with_its_word_and_other_capitals_do_not() -> None:
    assert lines("trong quý II.", measured("trong quý")) == ["trong", "quý II."]
    assert lines("trong quý VAT", measured("trong quý")) == ["trong quý", "VAT"]
