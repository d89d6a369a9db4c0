"""Leftover years, and all the years that are none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import codes, findings, paper

from desktop.documents.proofread import years
from desktop.domain.directive import Severity

TITLE = "Tổ chức Tháng hành động vì trẻ em năm 2026"


def test_the_phrase_of_the_title_with_last_years_number_is_left_over() -> None:
    old = "- Tuyên truyền Tháng hành động vì trẻ em năm 2025 trên loa truyền thanh."
    [found] = findings(years.check, paper(old, title=("KẾ HOẠCH", TITLE)))
    assert (found.code, found.severity) == ("leftover_year", Severity.ERROR)
    assert found.fix == old.replace("2025", "2026")


def test_money_and_work_of_a_past_year_are_told() -> None:
    text = "Kinh phí chi từ nguồn kinh phí của các đơn vị đã được giao năm 2025."
    assert codes(years.check, paper(text)) == ["leftover_year_in_plan"]


def test_any_other_past_year_is_a_note() -> None:
    [found] = findings(years.check, paper("- Sử dụng tài liệu năm 2025 của Sở Y tế."))
    assert (found.code, found.severity) == ("other_year", Severity.INFO)


@pytest.mark.parametrize(
    "text",
    [
        "- Tuyên truyền Quyết định số 1791/QĐ-TTg ngày 15/9/2016 của Thủ tướng Chính phủ.",
        "- Thực hiện Chương trình phát triển công tác xã hội giai đoạn 2021 - 2025.",
        "- Chuẩn bị năm học 2025 - 2026; nhiệm kỳ 2021 - 2025.",
        "- Thực hiện Luật Trẻ em năm 2016 và Bộ luật Lao động 2019.",
        "- Phấn đấu đến năm 2030; từ năm 2024 đã làm.",
        "- Tỷ lệ hộ nghèo năm 2025 là 2,5%, giảm so với năm 2024.",
        "- Phát huy kết quả năm 2025; khắc phục tồn tại đã nêu.",
        "- Đạt 2025 lượt người; mã số 12.2025; 2025-BTXH.",
        "- Tổ chức Tháng hành động vì trẻ em năm 2026 và kế hoạch năm 2027.",
        "- Tổ chức lần thứ 9 năm 2025.",
        "- Mô hình có từ thuở 2019.",
        "- Tiếp tục thực hiện Tháng hành động vì trẻ em năm 2025.",
    ],
)
def test_citations_ranges_aims_results_and_history_are_let_be(text: str) -> None:
    assert codes(years.check, paper(text, title=("KẾ HOẠCH", TITLE))) == []


@given(st.integers(2020, 2030), st.integers(2031, 2060))
def test_ranges_are_never_left_over(first: int, last: int) -> None:
    text = f"- Thực hiện đề án giai đoạn {first} - {last}, tầm nhìn đến năm {last + 10}."
    assert codes(years.check, paper(text)) == []


@given(st.integers(2026, 2099))
def test_years_to_come_are_aims(year: int) -> None:
    assert codes(years.check, paper(f"- Hoàn thành chỉ tiêu năm {year}.")) == []


def test_reports_look_back() -> None:
    text = "- Kinh phí được giao năm 2025."
    assert codes(years.check, paper(text, kind="Báo cáo")) == []
    assert codes(years.check, paper(text, year=None)) == []
    assert codes(years.check, paper(text, kind=None)) == []


def test_the_year_of_the_subject_may_be_another_than_that_of_the_paper() -> None:
    for_next_year = paper("- Thực hiện năm 2026.", title=("KẾ HOẠCH", "Công tác năm 2027"))
    assert codes(years.check, for_next_year) == []


def test_a_subject_of_last_year_is_odd() -> None:
    assert codes(years.check, paper(title=("KẾ HOẠCH", "Công tác trẻ em năm 2025"))) == ["subject_year"]
    counted = "Tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam lần thứ 9 năm 2025"
    assert codes(years.check, paper(title=("KẾ HOẠCH", counted))) == ["subject_year"]
    assert codes(years.check, paper(title=("KẾ HOẠCH", "Tổng kết công tác năm 2025"))) == []
    assert codes(years.check, paper(title=("KẾ HOẠCH", "Công tác trẻ em"))) == []
    january = paper(title=("KẾ HOẠCH", "Công tác trẻ em năm 2025"), date=dt.date(2026, 1, 10))
    assert codes(years.check, january) == []


def test_a_day_long_past_is_no_time_to_carry_out() -> None:
    [found] = findings(years.check, paper("1. Thời gian thực hiện: từ ngày 20/3/2025 đến ngày 25/3/2025."))
    assert (found.code, found.severity) == ("past_date", Severity.ERROR)


@pytest.mark.parametrize(
    "text",
    [
        "1. Thời gian thực hiện: từ ngày 20/3/2026 đến ngày 25/3/2026.",
        "1. Thời gian thực hiện: Từ 01/7/2025.",
        "1. Thời gian thực hiện: từ ngày 15/12/2025 đến ngày 14/12/2026.",
        "1. Tổ chức thống kê số liệu tính đến ngày 31/12/2025.",
        "1. Người sinh trước ngày 01/01/2025.",
        "1. Thời gian 31/02/2025.",
        "1. Tổ chức mô hình 15/3/2019.",
        "1. Báo cáo theo Công văn số 12/SYT-BTXH ngày 15/3/2025.",
        "1. Tài liệu 15/3/2025.",
    ],
)
def test_other_days_are_let_be(text: str) -> None:
    assert codes(years.check, paper(text)) == []


def test_the_limit_of_a_report_may_stand_far_behind_its_verb() -> None:
    event = "tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam tại cơ quan, đơn vị, thôn"
    assert codes(years.check, paper(f"- Báo cáo kết quả {event} trước ngày 28/3/2025.")) == ["past_date"]
    assert codes(years.check, paper(f"- Tặng quà người tham gia {event} trước ngày 28/3/2025.")) == []


def test_work_is_no_season_and_reports_of_the_same_words_are_a_note() -> None:
    title = ("KẾ HOẠCH", "Tổ chức Tháng hành động vì trẻ em năm 2026")
    work = "- Nhiệm vụ Tổ chức Tháng hành động vì trẻ em năm 2025 được phân công cụ thể."
    [found] = findings(years.check, paper(work, title=title))
    assert (found.code, found.severity) == ("leftover_year", Severity.ERROR)
    [lighter] = findings(years.check, paper(work.replace("Nhiệm vụ", "Báo cáo việc"), title=title))
    assert (lighter.code, lighter.severity) == ("leftover_year", Severity.INFO)


def test_without_a_day_of_its_own_a_paper_has_no_past() -> None:
    text = "1. Thời gian thực hiện: ngày 20/3/2025."
    assert codes(years.check, paper(text, date=None)) == []
    assert codes(years.check, paper(text, date=None, month=dt.date(2026, 3, 1))) == ["past_date"]


def test_another_paper_called_by_its_name_is_a_note_and_this_one_an_error() -> None:
    title = ("KẾ HOẠCH", "Cải cách hành chính xã Đồng Sen năm 2026")
    other = paper("- Thực hiện Kế hoạch cải cách hành chính xã Đồng Sen năm 2025.", title=title)
    assert codes(years.check, other) == ["other_year"]
    own = paper("Trên đây là Kế hoạch cải cách hành chính xã Đồng Sen năm 2025.", title=title)
    assert codes(years.check, own) == ["leftover_year"]


def test_a_letter_may_be_about_last_year() -> None:
    assert codes(years.check, paper(title=("Kê khai thuế năm 2025",), kind="Công văn")) == []
