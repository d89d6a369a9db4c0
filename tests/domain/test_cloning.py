"""Texts carried from the year of one plan to another."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.citations import citations_in
from desktop.domain.cloning import (
    Change,
    CloneYear,
    Left,
    clone_deadline,
    clone_text,
    sentence_around,
    years_named,
)
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.deadline_moments import moments
from desktop.domain.deadline_words import parse_deadline
from desktop.domain.events import feast

YEAR = CloneYear(2026, 2027)
TET = CloneYear(2026, 2027, feast=feast("tet"))


def _new(text: str, year: CloneYear = YEAR) -> str:
    return clone_text(text, year).text


def _left(text: str, year: CloneYear = YEAR) -> list[tuple[Left, str]]:
    return [(one.code, one.words) for one in clone_text(text, year).left]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kinh phí năm 2026", "kinh phí năm 2027"),
        ("Tết Trung thu 2026 trên địa bàn xã", "Tết Trung thu 2027 trên địa bàn xã"),
        ("quý I/2026, tháng 3 năm 2026", "quý I/2027, tháng 3 năm 2027"),
        ("tháng 11 và tháng 12/2026", "tháng 11 và tháng 12/2027"),
        ("báo cáo trước ngày 15/01/2027", "báo cáo trước ngày 15/01/2028"),
        ("trong tháng 01/2027", "trong tháng 01/2028"),
        ("ngày 25 tháng 3 năm 2026", "ngày 25 tháng 3 năm 2027"),
        ("ngày 25/3/26", "ngày 25/3/27"),
        ("từ 15/12/2025 đến ngày 14/12/2026", "từ 15/12/2026 đến ngày 14/12/2027"),
        ("từ tháng 12/2025 đến tháng 11/2026", "từ tháng 12/2026 đến tháng 11/2027"),
        ("từ 15/11 đến 15/12/2026", "từ 15/11 đến 15/12/2027"),
        ("năm học 2026 - 2027", "năm học 2027 - 2028"),
        ("vụ Đông Xuân 2025-2026", "vụ Đông Xuân 2026-2027"),
        ("đến hết năm 2026 hoàn thành", "đến hết năm 2027 hoàn thành"),
    ],
)
def test_the_plans_own_year_moves_on(old: str, new: str) -> None:
    assert _new(old) == new


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 1791/QĐ-TTg ngày 15/9/2016 của Thủ tướng Chính phủ",
        "giai đoạn 2021 - 2030",
        "nhiệm kỳ 2026 - 2031",
        "Luật Dân số năm 2026",
        "Nghị định số 20/2026/NĐ-CP",
        "Chương trình phát triển công tác xã hội đến năm 2030",
        "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng",
        "từ năm 1986 đến năm 2020",
        "Tết Mậu Thân 1968",
        "ngày 27/7/1947",
        "năm học 2020 - 2021",
    ],
)
def test_citations_ranges_programmes_and_terms_stay(text: str) -> None:
    assert _new(text) == text
    assert _left(text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“Ngày Công tác xã hội Việt Nam” lần thứ 10 năm 2026", "“Ngày Công tác xã hội Việt Nam” lần thứ 11 năm 2027"),
        ("Ngày Công tác xã hội Việt Nam lần thứ 10", "Ngày Công tác xã hội Việt Nam lần thứ 11"),
        ("LẦN THỨ 10 NGÀY CÔNG TÁC XÃ HỘI VIỆT NAM", "LẦN THỨ 11 NGÀY CÔNG TÁC XÃ HỘI VIỆT NAM"),
        ("Hội thi lần thứ IX năm 2026", "Hội thi lần thứ X năm 2027"),
        ("Hội thi lần thứ ix, năm 2026", "Hội thi lần thứ x, năm 2027"),
        ("Ngày hội lần thứ nhất - 2026", "Ngày hội lần thứ hai - 2027"),
        ("HỘI THI LẦN THỨ HAI NĂM 2026", "HỘI THI LẦN THỨ BA NĂM 2027"),
        ("Hội thi lần thứ mười năm 2026", "Hội thi lần thứ 11 năm 2027"),
        ("Giải chạy lần thứ 03 năm 2026", "Giải chạy lần thứ 04 năm 2027"),
        ("kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ", "kỷ niệm 80 năm Ngày Thương binh - Liệt sĩ"),
        (
            "kỷ niệm 50 năm thành lập xã (02/7/1976 - 02/7/2026)",
            "kỷ niệm 51 năm thành lập xã (02/7/1976 - 02/7/2027)",
        ),
    ],
)  # fmt: skip
def test_what_is_counted_by_years_counts_on(old: str, new: str) -> None:
    assert _new(old) == new


def test_an_ordinal_is_computed_from_the_first_year_over_any_distance() -> None:
    assert _new("Ngày Công tác xã hội Việt Nam lần thứ 8 năm 2024", CloneYear(2024, 2030)).endswith(
        "14 năm 2030"
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("so với năm 2025", (Left.OTHER_YEAR, "năm 2025")),
        ("đã làm ngày 20/3/2025", (Left.OTHER_YEAR, "ngày 20/3/2025")),
        ("chuẩn bị cho năm 2027", (Left.OTHER_YEAR, "năm 2027")),
        ("Hội xuân 2025.", (Left.OTHER_YEAR, "2025")),
        ("giai đoạn 2021 - 2026", (Left.RANGE, "2021 - 2026")),
        ("Chương trình giảm nghèo đến năm 2026", (Left.AIM, "2026")),
        ("Ngày hội lần thứ 5 của xã", (Left.ORDINAL, "5")),
        ("Ngày Công tác xã hội Việt Nam lần thứ 6 năm 2026", (Left.ORDINAL, "6")),
        ("trước ngày 31/6/2026", (Left.NO_SUCH_DAY, "ngày 31/6/2026")),
        ("thứ Hai, ngày 25/3/2026", (Left.WEEKDAY, "thứ Hai")),
        ("tặng 2026 suất quà", (Left.NUMBER, "2026")),
        ("tặng 45 suất quà", (Left.FIGURE, "45 suất")),
        ("giảm 1,5% hộ nghèo", (Left.FIGURE, "1,5%")),
        ("kinh phí 120.000.000 đồng", (Left.FIGURE, "120.000.000 đồng")),
        ("do đồng chí Nguyễn Văn Nam chủ trì", (Left.PERSON, "Nguyễn Văn Nam")),
        ("theo Quyết định số 5/QĐ-UBND ngày 04/02/2026", (Left.BASIS, "Quyết định số 5/QĐ-UBND ngày 04/02/2026")),
    ],
)  # fmt: skip
def test_what_may_be_a_value_of_the_old_year_is_told(text: str, left: tuple[Left, str]) -> None:
    assert left in _left(text)


def test_an_ordinal_beside_its_own_past_year_is_history() -> None:
    text = "tiếp nối Ngày Công tác xã hội Việt Nam lần thứ 9 năm 2025"
    assert _new(text) == text
    assert _left(text) == [(Left.OTHER_YEAR, "năm 2025")]


def test_a_leftover_of_the_source_is_told_in_its_new_sentence() -> None:
    text = "Mở đầu. Ngày Công tác xã hội Việt Nam lần thứ 8 năm 2023 được tổ chức. Hết."
    (left,) = clone_text(text, CloneYear(2024, 2027)).left
    assert (left.code, left.words) == (Left.OTHER_YEAR, "năm 2023")
    assert left.sentence == "Ngày Công tác xã hội Việt Nam lần thứ 11 năm 2023 được tổ chức."


def test_a_change_is_told_with_its_sentence() -> None:
    text = "Mở đầu. Làm xong trước ngày 25/3/2026."
    cloned = clone_text(text, YEAR)
    (edit,) = cloned.edits
    assert (edit.old, edit.new, edit.code) == ("ngày 25/3/2026", "ngày 25/3/2027", Change.DATE)
    assert (edit.was, edit.date) == (dt.date(2026, 3, 25), dt.date(2027, 3, 25))
    assert sentence_around(text, cloned.edits, edit) == "Làm xong trước ngày 25/3/2027."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ngày 29/02/2024", "ngày 28/02/2025"),
        ("ngày 28/02/2024", "ngày 28/02/2025"),
        ("ngày 29 tháng 02 năm 2024", "ngày 28 tháng 02 năm 2025"),
        ("2024-02-29", "2025-02-28"),
    ],
)
def test_the_leap_day_becomes_the_last_of_february(old: str, new: str) -> None:
    assert _new(old, CloneYear(2024, 2025)) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("thứ Tư, ngày 25/3/2026", "thứ Năm, ngày 25/3/2027"),
        ("Thứ 4, ngày 25/3/2026", "Thứ 5, ngày 25/3/2027"),
        ("ngày 25/3/2026 (thứ tư)", "ngày 25/3/2027 (thứ năm)"),
        ("Thứ Bảy, ngày 26/9/2026", "Chủ nhật, ngày 26/9/2027"),
        ("thứ Tư, ngày 25/3", "thứ Năm, ngày 25/3"),
    ],
)
def test_the_weekday_beside_a_day_is_that_of_the_new_day(old: str, new: str) -> None:
    assert _new(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("vui Tết Trung thu trước ngày 20/9/2026", "vui Tết Trung thu trước ngày 10/9/2027"),
        ("Tết Trung thu: tối thứ Sáu, ngày 25/9/2026", "Tết Trung thu: tối thứ Tư, ngày 15/9/2027"),
        ("ngày 25/9/2026 (tức ngày 15 tháng 8 âm lịch)", "ngày 15/9/2027 (tức ngày 15 tháng 8 âm lịch)"),
        ("ngày 25/9/2026 (rằm tháng 8 âm lịch)", "ngày 15/9/2027 (rằm tháng 8 âm lịch)"),
        ("quà Tết xong trước ngày 10/02", "quà Tết xong trước ngày 30/01"),
        ("Tết Bính Ngọ, từ tháng Chạp năm Ất Tị", "Tết Đinh Mùi, từ tháng Chạp năm Bính Ngọ"),
        ("XUÂN BÍNH NGỌ 2026", "XUÂN ĐINH MÙI 2027"),
        ("quà Tết: từ 01/02 đến 10/02/2026", "quà Tết: từ 21/01 đến 30/01/2027"),
        ("tổng kết dịp Tết ngày 20/6/2026", "tổng kết dịp Tết ngày 20/6/2027"),
        ("mừng Tết và Ngày thành lập Đảng 03/02/2026", "mừng Tết và Ngày thành lập Đảng 03/02/2027"),
    ],
)
def test_days_of_a_lunar_feast_move_with_it(old: str, new: str) -> None:
    assert _new(old) == new


def test_a_plan_of_tet_written_in_december_keeps_its_distance_from_tet() -> None:
    assert _new("rà soát xong trước ngày 20/12/2025", TET) == "rà soát xong trước ngày 09/12/2026"


def test_the_thirtieth_of_a_month_is_the_twenty_ninth_where_the_new_one_is_short() -> None:
    year = CloneYear(2024, 2026)
    assert _new("ngày 09/02/2024 (30 tháng Chạp âm lịch)", year).startswith("ngày 16/02/2026 (30 tháng")


def test_a_lunar_day_that_was_wrong_is_told() -> None:
    left = _left("ngày 21/8/2025 (tức ngày 15 tháng 8 âm lịch)", CloneYear(2025, 2026))
    assert (Left.LUNAR_DATE, "ngày 21/8/2025") in left


def test_a_month_that_the_feast_leaves_is_told() -> None:
    assert (Left.LUNAR_MONTH, "tháng 10/2025") in _left(
        "Trung thu trong tháng 10/2025", CloneYear(2025, 2026)
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("do Trạm Y tế xã chủ trì", "do Trạm Y tế phường chủ trì"),
        ("Trạm Y tế xã và Trạm Y tế xã.", "Trạm Y tế phường và Trạm Y tế phường."),
        ("trạm Y tế xã", "trạm Y tế phường"),
        ("Phòng Văn hóa và Thông tin", "Phòng Văn hóa và Thông tin"),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội"),
        ("Phòng Văn hóa chủ trì", "Phòng Văn hóa - Xã hội chủ trì"),
    ],
)
def test_a_name_that_is_no_longer_borne_becomes_todays(old: str, new: str) -> None:
    names = (("Trạm Y tế xã", "Trạm Y tế phường"), ("Phòng Văn hóa", "Phòng Văn hóa - Xã hội"))
    assert _new(old, CloneYear(2026, 2027, names=names)) == new


def test_two_feasts_in_one_text_bind_nothing() -> None:
    assert _new("Tết Trung thu và Tết Nguyên đán, ngày 20/9/2026").endswith("ngày 20/9/2027")


def test_the_documents_of_the_old_year_are_marked_for_replacement() -> None:
    cited = "Công văn số 312/SYT-BTXH ngày 02/3/2026 của Sở Y tế về việc tổ chức hoạt động năm 2026"
    lasting = "Quyết định số 1791/QĐ-TTg ngày 15/9/2016 của Thủ tướng Chính phủ"
    cloned = clone_text(f"Căn cứ {cited}; {lasting}.", YEAR, is_basis=True)
    assert cloned.text == f"Căn cứ ………… [thay cho văn bản năm 2026: {cited}]; {lasting}."
    assert [(one.code, one.words) for one in cloned.left] == [(Left.BASIS, cited)]


@pytest.mark.parametrize(
    ("basis", "is_marked"),
    [
        ("Kế hoạch số 300/KH-UBND ngày 15/12/2025 của tỉnh", True),
        ("Kế hoạch số 30/KH-UBND ngày 15/12/2024 của tỉnh", False),
        ("Kế hoạch số 9/KH-UBND ngày 15/01/2026 về giảm nghèo giai đoạn 2026 - 2030", False),
        ("Nghị quyết số 9/NQ-HĐND ngày 15/12/2025 về dự toán năm 2026", True),
        ("Luật Thanh tra ngày 25/6/2026", False),
        ("Kế hoạch số     /KH-UBND ngày    tháng 3 năm 2026 của tỉnh", True),
    ],
)
def test_which_documents_are_of_the_old_year(basis: str, is_marked: bool) -> None:
    year = CloneYear(2026, 2027, written_on=dt.date(2026, 2, 20))
    assert ("[thay cho" in clone_text(basis, year, is_basis=True).text) is is_marked


@pytest.mark.parametrize(
    "words",
    [
        "trước ngày 14/4/2024", "trong tháng 02/2024", "Quý I/2024", "chậm nhất ngày 29/02/2024",
        "từ ngày 15/11/2024 đến ngày 15/12/2024", "từ 15/11 đến 15/12/2024", "trước ngày 20 hằng tháng", "thường xuyên",
        "ngày 28/3", "năm 2024", "6 tháng đầu năm 2024", "trước Tết Nguyên đán", "trong tháng 3",
        "trước ngày 01/02/2024 (trước Tết Nguyên đán)", "từ tháng 02 đến tháng 4/2024",
    ],
)  # fmt: skip
def test_a_deadline_means_after_cloning_what_its_new_words_say(words: str) -> None:
    deadline = parse_deadline(words, dt.date(2024, 1, 2))
    new, _ = clone_deadline(deadline, CloneYear(2024, 2025, dt.date(2024, 1, 2)))
    assert new == parse_deadline(new.text, dt.date(2025, 1, 2))
    assert (new.operator, new.recurrence) == (deadline.operator, deadline.recurrence)


def test_a_deadline_whose_words_show_no_day_moves_by_its_date() -> None:
    deadline = Deadline("theo hướng dẫn", dt.date(2024, 2, 29), Operator.BY)
    assert clone_deadline(deadline, CloneYear(2024, 2025))[0].date == dt.date(2025, 2, 28)


def test_a_deadline_of_another_year_keeps_its_words_and_its_day() -> None:
    deadline = Deadline("chậm nhất ngày 25/3/2024", dt.date(2024, 3, 25), Operator.BY)
    new, cloned = clone_deadline(deadline, YEAR)
    assert new == deadline
    assert [one.code for one in cloned.left] == [Left.OTHER_YEAR]


def test_the_years_that_a_subject_names_by_themselves() -> None:
    assert years_named("Chăm lo Tết Bính Ngọ 2026, giai đoạn 2021 - 2025, năm 2026") == (2026,)
    assert years_named("Thực hiện Luật Trẻ em năm 2016") == ()


_DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2031, 12, 31))
_YEARS = st.integers(2020, 2031)
_WORDS = st.one_of(
    _DAYS.map(lambda day: f"trước ngày {day:%d/%m/%Y}"),
    _DAYS.map(lambda day: f"Công văn số {day.day}/SYT-NV ngày {day:%d/%m/%Y} của Sở Y tế;"),
    _DAYS.map(lambda day: f"Quyết định số {day.day}/QĐ-TTg ngày {day:%d/%m/%Y};"),
    _YEARS.map(lambda year: f"giai đoạn {year} - {year + 5}"),
    _YEARS.map(lambda year: f"lần thứ {year - 2016} năm {year}"),
    st.sampled_from(["Ngày Công tác xã hội Việt Nam", "Tết Nguyên đán", "Tết Trung thu", "hỗ trợ 12 hộ.", "thứ Sáu,"]),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Z")), max_size=12),
)  # fmt: skip
_TEXTS = st.lists(_WORDS, max_size=6).map(" ".join)


@given(_TEXTS, _YEARS)
def test_into_its_own_year_nothing_changes(text: str, year: int) -> None:
    assert clone_text(text, CloneYear(year, year)) == type(clone_text("", YEAR))(text)
    deadline = Deadline(text, dt.date(year, 2, 28), Operator.BY)
    assert clone_deadline(deadline, CloneYear(year, year))[0] == deadline


@given(_TEXTS, _YEARS, st.integers(-3, 6))
def test_citations_are_never_changed_and_every_new_day_is_real(text: str, old: int, step: int) -> None:
    cloned = clone_text(text, CloneYear(old, old + step))
    for cited in citations_in(text):
        assert text[cited.start : cited.end] in cloned.text
    for edit in cloned.edits:
        assert edit.start < edit.end
        if edit.date is not None and edit.code is Change.DATE:
            assert [m.first() for m in moments(edit.new)] in ([edit.date], [None])


@given(_DAYS, st.integers(1, 9))
def test_a_day_moves_to_the_same_day_and_month(day: dt.date, step: int) -> None:
    new = CloneYear(day.year, day.year + step).moved(day)
    assert (new.year, new.month) == (day.year + step, day.month)
    assert new.day == day.day or (day.day == 29 and new.day == 28)
