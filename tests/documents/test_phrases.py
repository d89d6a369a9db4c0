"""The turns of phrase that papers share."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.documents import phrases
from desktop.domain.directive import Reading
from desktop.domain.plan import Plan, PlanForm


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A và B"),
        (["A", "B", "C"], "A, B và C"),
        (["Phòng Kinh tế, Hạ tầng", "B", "C"], "Phòng Kinh tế, Hạ tầng; B và C"),
    ],
)
def test_a_list_is_joined_as_a_sentence_joins_it(parts, words):
    assert phrases.join_and(parts) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Thôn Đông", "thôn Đông"),
        ("Tổ dân phố 5", "tổ dân phố 5"),
        ("Trạm Y tế xã", "Trạm Y tế xã"),
        ("Bảo hiểm xã hội cơ sở", "Bảo hiểm xã hội cơ sở"),
        ("Thôn", "Thôn"),
    ],
)
def test_amid_a_sentence_only_the_common_noun_of_a_village_is_small(name: str, words: str) -> None:
    assert phrases.in_text(name) == words


def test_villages_of_a_sentence_are_small_and_a_cell_begins_with_a_capital() -> None:
    names = ["Thôn Đông", "Hội Nông dân xã", "Thôn Đoài"]
    assert phrases.many_in_text(names) == "thôn Đông, Hội Nông dân xã và thôn Đoài"
    assert phrases.many_in_cell(names) == "Thôn Đông, Hội Nông dân xã, thôn Đoài"


def test_names_that_hold_va_are_parted_by_signs():
    assert phrases.join_names(["Phòng Kinh tế", "Trạm Y tế"]) == "Phòng Kinh tế và Trạm Y tế"
    assert phrases.join_names(["Văn phòng HĐND và UBND", "Trạm Y tế"]) == "Văn phòng HĐND và UBND, Trạm Y tế"
    names = ["Phòng Kinh tế, Hạ tầng và Đô thị", "Trạm Y tế"]
    assert phrases.join_names(names) == "Phòng Kinh tế, Hạ tầng và Đô thị; Trạm Y tế"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2026, 1, 5), "05/01/2026"),
        (dt.date(2026, 3, 25), "25/3/2026"),
        (dt.date(2026, 10, 5), "05/10/2026"),
    ],
)
def test_a_short_date_has_a_zero_before_small_days_and_months_1_and_2_only(day, words):
    assert phrases.short_date(day) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (319317000, "319.317.000"),
        (Decimal("0.04"), "0,04"),
        (Decimal("1234.50"), "1.234,50"),
        (Decimal("1E+3"), "1.000"),
        (7, "7"),
    ],
)
def test_figures_have_dots_for_thousands_and_a_comma(value, words):
    assert phrases.number(value) == words


def test_percent_has_one_digit_and_a_comma():
    assert phrases.percent(Decimal("80.0")) == "80,0%"
    assert phrases.percent(None) == ""


def test_counts_under_ten_have_a_zero():
    assert phrases.count(5, "đơn vị") == "05 đơn vị"
    assert phrases.count(12, "đơn vị") == "12 đơn vị"
    assert phrases.count(0, "đơn vị") == "0 đơn vị"


def test_a_sentence_ends_once():
    assert phrases.sentence("Kính đề nghị thực hiện./.", "./.") == "Kính đề nghị thực hiện./."
    assert phrases.sentence("xong; ", ".") == "xong."


def test_a_paper_without_number_and_day_leaves_room_to_write():
    assert phrases.document_name("Kế hoạch", None, "KH-UBND", None).startswith(
        "Kế hoạch số       /KH-UBND ngày"
    )
    named = phrases.document_name("Kế hoạch", 5, "KH-UBND", dt.date(2026, 3, 5))
    assert named == "Kế hoạch số 05/KH-UBND ngày 05/3/2026"


def test_a_plan_is_named_by_its_form_and_what_it_is_about():
    plan = Plan(1, "", "Tổ chức Tết Trung thu", number=5, symbol="KH-UBND", date=dt.date(2026, 3, 5))
    assert phrases.named_plan(plan) == ("Kế hoạch số 05/KH-UBND ngày 05/3/2026 về việc tổ chức Tết Trung thu")
    assert phrases.plan_name(replace(plan, form=PlanForm.LETTER)).startswith("Công văn số 05")


def test_citing_says_only_what_the_document_has():
    assert phrases.cite(Reading()) == "Văn bản"
    reading = Reading(
        kind="Công văn",
        number="312",
        symbol="SYT-BTXH",
        date=dt.date(2026, 3, 2),
        issuer="SỞ Y TẾ",
        subject="tổ chức các hoạt động kỷ niệm",
    )
    cited = "Công văn số 312/SYT-BTXH ngày 02/3/2026 của Sở Y tế về việc tổ chức các hoạt động kỷ niệm"
    assert phrases.cite(reading) == cited


def test_the_first_letter_stays_capital_before_an_abbreviation():
    assert phrases.lower_first("UBND xã") == "UBND xã"
    assert phrases.lower_first("Tổ chức") == "tổ chức"
    assert phrases.upper_first("tổ chức") == "Tổ chức"


def test_times_are_counted_in_words_up_to_ten():
    assert [phrases.nth_time(n) for n in (1, 2, 4, 10, 11)] == [
        "lần thứ nhất",
        "lần thứ hai",
        "lần thứ tư",
        "lần thứ mười",
        "lần thứ 11",
    ]


@pytest.mark.parametrize(
    ("kind", "subject", "expected"),
    [
        ("Kế hoạch", "Tổ chức ngày hội", "Kế hoạch tổ chức ngày hội"),
        ("Công văn", "đôn đốc", "Công văn về việc đôn đốc"),
        ("Công văn", "Về việc đôn đốc", "Công văn về việc đôn đốc"),
        ("Báo cáo", "Báo cáo kết quả", "Báo cáo kết quả"),
        ("Quyết định", "BAN HÀNH QUY CHẾ", "Quyết định ban hành quy chế"),
        ("", "ngày hội", "Ngày hội"),
        ("Công điện", "", "Công điện"),
    ],
)
def test_a_paper_is_listed_by_type_and_subject(kind, subject, expected):
    assert phrases.titled(kind, subject) == expected
