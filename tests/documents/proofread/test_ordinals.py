"""Ordinals and anniversaries."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import codes, findings, paper

from desktop.documents.numbering import roman
from desktop.documents.proofread import ordinals
from desktop.documents.proofread.ordinals import roman_value
from desktop.domain.directive import Severity

DAY = "“Ngày Công tác xã hội Việt Nam”"


@given(st.integers(1, 399))
def test_roman_numerals_are_read_back(number: int) -> None:
    assert roman_value(roman(number)) == number


def test_what_is_no_numeral_is_zero() -> None:
    assert [roman_value(letters) for letters in ("", "A", "xuân")] == [0, 0, 0]


def test_the_year_of_the_copied_plan_is_found_and_put_right() -> None:
    old = f"- Việc tổ chức {DAY} lần thứ 10 năm 2025 bảo đảm thiết thực."
    [found] = findings(ordinals.check, paper(f"Tổ chức {DAY} lần thứ 10 năm 2026 như sau:", old))
    assert found.code == "ordinal_year_mismatch"
    assert found.fix == old.replace("2025", "2026")


@given(st.integers(2017, 2060), st.integers(1, 60))
def test_the_ordinal_of_a_known_day_follows_from_its_first_year(year: int, number: int) -> None:
    some = paper(f"1. Kỷ niệm {DAY} lần thứ {number} năm {year}.", date=dt.date(year, 3, 5), year=year)
    found = findings(ordinals.check, some)
    if number == year - 2016 or number >= 40:
        assert found == []
    else:
        assert [one.code for one in found] == ["ordinal_wrong"]
        assert f"lần thứ {year - 2016} " in str(found[0].fix)


OWN = f"Tổ chức {DAY} lần thứ 10 năm 2026 như sau:"


def test_number_and_year_left_over_together_are_put_right_together() -> None:
    old = f"- Báo cáo việc hưởng ứng {DAY} lần thứ 9, năm 2025 tại cơ sở."
    [found] = findings(ordinals.check, paper(OWN, f"- Treo khẩu hiệu {DAY} lần thứ 9 năm 2025."))
    assert (found.code, found.severity) == ("ordinal_of_other_year", Severity.ERROR)
    assert found.fix == f"- Treo khẩu hiệu {DAY} lần thứ 10 năm 2026."
    [lighter] = findings(ordinals.check, paper(OWN, old))
    assert lighter.severity is Severity.WARNING
    [alone] = findings(ordinals.check, paper(f"- Treo khẩu hiệu {DAY} lần thứ 9 năm 2025."))
    assert alone.severity is Severity.WARNING


def test_an_event_of_unknown_first_year_is_measured_by_the_title() -> None:
    title = "Tổ chức Lễ hội Hoa ban lần thứ 6 năm 2026"
    old = "- Tuyên truyền Lễ hội Hoa ban lần thứ 5 năm 2025."
    [found] = findings(ordinals.check, paper(old, title=("KẾ HOẠCH", title)))
    assert found.fix == "- Tuyên truyền Lễ hội Hoa ban lần thứ 6 năm 2026."
    assert codes(ordinals.check, paper(old)) == []
    congress = "- Nghị quyết Đại hội lần thứ 5 năm 2025 được quán triệt."
    assert (
        codes(ordinals.check, paper(congress, title=("KẾ HOẠCH", "Tổ chức Đại hội lần thứ 6 năm 2026"))) == []
    )


@pytest.mark.parametrize(
    "words",
    [
        f"- Năm 2025, xã đã tổ chức {DAY} lần thứ 9 năm 2025.",
        f"- Phát huy kết quả {DAY} lần thứ 9 năm 2025.",
        f"- Từ {DAY} lần thứ 1 năm 2017 đến nay.",
        f"- Chuẩn bị cho {DAY} lần thứ 11 năm 2027.",
    ],
)
def test_earlier_times_that_are_told_of_and_later_ones_are_let_be(words: str) -> None:
    assert codes(ordinals.check, paper(OWN, words)) == []
    assert codes(ordinals.check, paper(words.replace("- ", "1. "), kind="Báo cáo")) == []


def test_without_a_year_beside_it_the_paper_tells_the_year() -> None:
    assert codes(ordinals.check, paper(f"1. Hưởng ứng {DAY} lần thứ 9.")) == ["ordinal_wrong"]
    assert codes(ordinals.check, paper(f"1. Hưởng ứng {DAY} lần thứ 10.")) == []
    assert codes(ordinals.check, paper(f"1. Hưởng ứng {DAY} lần thứ 9.", date=None, year=None)) == []


def test_cited_papers_of_other_years_are_let_be() -> None:
    cited = (
        f"1. Thực hiện Kế hoạch số 48/KH-SYT ngày 15/3/2025 của Sở Y tế về tổ chức {DAY} lần thứ 9 năm 2025."
    )
    assert codes(ordinals.check, paper(cited)) == []


def test_of_two_ordinals_for_one_yearly_event_the_usual_one_is_right() -> None:
    usual = "- Tham gia Lễ hội Hoa ban lần thứ 6 năm 2026."
    odd = "- Tuyên truyền Lễ hội Hoa ban lần thứ 5 năm 2026."
    found = findings(ordinals.check, paper(usual, usual, odd))
    assert [(one.code, one.quote) for one in found] == []
    same = usual.replace("thứ 6", "thứ 5")
    [found] = findings(ordinals.check, paper(usual, usual, same))
    assert (found.code, found.fix) == ("ordinal_differs", None)


def test_of_two_years_for_one_ordinal_the_papers_own_is_right() -> None:
    right, wrong = (
        "- Tham gia Lễ hội Hoa ban lần thứ 6 năm 2026.",
        "- Tham gia Lễ hội Hoa ban lần thứ 6 năm 2025.",
    )
    assert codes(ordinals.check, paper(right, wrong)) == ["ordinal_year_mismatch"]
    assert codes(ordinals.check, paper(right, bases=(wrong,))) == []


def test_sessions_and_rounds_come_several_times() -> None:
    assert codes(ordinals.check, paper("- Kỳ họp lần thứ 5 năm 2026.", "- Kỳ họp lần thứ 6 năm 2026.")) == []
    assert codes(ordinals.check, paper("- Đợt lần thứ 2 năm 2025.", "- Đợt lần thứ 2 năm 2026.")) == []
    assert codes(ordinals.check, paper("- Đại hội lần thứ XIII của Đảng; lần thứ xuân.")) == []


@given(st.integers(1900, 2020), st.integers(1, 120), st.integers(1, 130))
def test_an_anniversary_is_the_difference_of_its_years(first: int, years: int, written: int) -> None:
    text = f"Hướng tới kỷ niệm {written} năm Ngày thành lập Hội (20/10/{first} - 20/10/{first + years})."
    found = findings(ordinals.check, paper(text))
    right = ["anniversary_of_other_year"] if 2022 < first + years < 2026 else []
    assert [one.code for one in found] == (right if written == years else ["anniversary_wrong"])


def test_an_anniversary_is_put_right_when_it_ends_in_the_papers_year() -> None:
    own = "Kỷ niệm 78 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026)."
    [found] = findings(ordinals.check, paper(own))
    assert found.fix == own.replace("78", "79")
    [found] = findings(ordinals.check, paper(own.replace("2026", "2027")))
    assert found.fix is None


def test_an_anniversary_of_a_year_just_past_is_left_over_in_a_plan() -> None:
    old = "- Tổ chức kỷ niệm 77 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2024)."
    [found] = findings(ordinals.check, paper(old))
    assert (found.code, found.severity) == ("anniversary_of_other_year", Severity.WARNING)
    assert found.fix == "- Tổ chức kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026)."
    assert codes(ordinals.check, paper(old, kind="Báo cáo")) == []
    assert codes(ordinals.check, paper(old.replace("Tổ chức", "Phát huy kết quả"))) == []


@pytest.mark.parametrize(("written", "expected"), [(78, ["anniversary_wrong"]), (79, []), (80, []), (50, [])])
def test_a_known_day_needs_no_years_beside_it(written: int, expected: list[str]) -> None:
    text = f"1. Tổ chức kỷ niệm {written} năm Ngày Thương binh - Liệt sĩ trên địa bàn."
    assert codes(ordinals.check, paper(text)) == expected


def test_years_of_several_anniversaries_are_not_mixed() -> None:
    text = "Kỷ niệm 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026), 51 năm giải phóng (30/4/1975 - 30/4/2026)."
    assert codes(ordinals.check, paper(text)) == []
    assert codes(ordinals.check, paper("Dự án 5 năm (2021 - 2024).")) == []


def test_a_plan_of_five_years_is_no_anniversary() -> None:
    text = "Hướng tới kỷ niệm Quốc khánh, tổng kết kế hoạch 5 năm (2021 - 2025) của xã."
    assert codes(ordinals.check, paper(text)) == []
