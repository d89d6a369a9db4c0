"""Numbers and symbols of documents (NĐ 30/2020, Phụ lục I, II.3; product rule 5)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.numbering import (
    Numbered,
    check_free,
    kind_of,
    letter_symbol,
    next_number,
    number_text,
    plan_symbol,
    report_symbol,
    series_of,
    symbol,
    type_abbreviation,
)
from desktop.errors import BadValue, NotAllowed

SYMBOLS = st.sampled_from(["KH-UBND", "BC-UBND", "UBND-VHXH", "UBND-KT", "KH-BCĐ", "UBND"])
NUMBERED = st.builds(
    Numbered, st.integers(1, 900), SYMBOLS, st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31))
)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Kế hoạch", "KH-UBND"),
        ("Báo cáo", "BC-UBND"),
        ("Tờ trình", "TTr-UBND"),
        ("Giấy uỷ quyền", "GUQ-UBND"),
        ("GIẤY MỜI", "GM-UBND"),
    ],
)
def test_a_named_type_stands_before_the_office(kind: str, expected: str) -> None:
    assert symbol(kind, "UBND", "VHXH") == expected


def test_a_letter_has_the_office_and_the_drafting_unit() -> None:
    assert letter_symbol("UBND", "VHXH") == "UBND-VHXH"
    assert letter_symbol("SLĐTBXH", "BTXH&GN") == "SLĐTBXH-BTXH&GN"


def test_what_the_office_has_not_told_leaves_no_stray_hyphen() -> None:
    assert (letter_symbol("UBND", ""), plan_symbol(""), letter_symbol("", "")) == ("UBND", "KH", "")


def test_plan_and_report_of_the_office() -> None:
    assert (plan_symbol("UBND"), report_symbol("VHXH")) == ("KH-UBND", "BC-VHXH")


@pytest.mark.parametrize("drafting", ["CV", "cv", " CV "])
def test_there_is_never_cv_in_the_symbol_of_a_letter(drafting: str) -> None:
    with pytest.raises(BadValue) as caught:
        letter_symbol("UBND", drafting)
    assert caught.value.name == "drafting"


def test_a_type_that_the_decree_does_not_know_is_refused() -> None:
    with pytest.raises(BadValue):
        type_abbreviation("Thư ngỏ")


@given(st.integers(1, 99_999))
def test_a_number_below_ten_gets_a_zero(number: int) -> None:
    assert number_text(number) == (f"0{number}" if number < 10 else str(number))


def test_rule_5_a_draft_has_no_number() -> None:
    assert number_text(None) == ""


def test_letters_of_all_drafting_units_are_one_series() -> None:
    assert series_of("UBND-VHXH") == series_of("UBND-KT") == series_of("UBND") == ("", "UBND")
    assert series_of("KH-UBND") != series_of("KH-BCĐ")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("GM-UBND", "Giấy mời"),
        ("TTr-UBND", "Tờ trình"),
        ("UBND-VHXH", "Công văn"),
        ("UBND", "Công văn"),
        ("PGV-UBND", "Phiếu giao nhiệm vụ"),
    ],
)
def test_a_symbol_tells_its_type(written: str, kind: str) -> None:
    assert kind_of(written) == kind


def test_numbers_begin_anew_each_year() -> None:
    given_out = [Numbered(41, "KH-UBND", dt.date(2026, 12, 31))]
    assert next_number(given_out, "KH-UBND", 2026) == 42
    assert next_number(given_out, "KH-UBND", 2027) == 1


def test_a_committee_with_the_seal_of_the_office_has_a_series_of_its_own() -> None:
    assert next_number([Numbered(9, "KH-UBND", dt.date(2026, 1, 5))], "KH-BCĐ", 2026, one_series=True) == 1


def test_an_office_may_number_all_types_in_one_series() -> None:
    given_out = [Numbered(9, "BC-UBND", dt.date(2026, 1, 5))]
    assert next_number(given_out, "KH-UBND", 2026) == 1
    assert next_number(given_out, "KH-UBND", 2026, one_series=True) == 10


@given(st.lists(NUMBERED, max_size=20), SYMBOLS, st.integers(2024, 2027), st.booleans())
def test_the_next_number_is_free_and_everything_above_it_too(
    given_out: list[Numbered], wanted: str, year: int, one: bool
) -> None:
    following = next_number(given_out, wanted, year, one_series=one)
    check_free(given_out, following, wanted, year, one_series=one)
    check_free(given_out, following + 7, wanted, year, one_series=one)


def test_a_number_already_given_in_the_year_is_refused() -> None:
    given_out = [Numbered(5, "KH-UBND", dt.date(2026, 1, 5))]
    with pytest.raises(NotAllowed) as caught:
        check_free(given_out, 5, "KH-UBND", 2026)
    assert caught.value.rule == "number_taken"
    check_free(given_out, 5, "KH-UBND", 2027)


def test_numbers_begin_with_one() -> None:
    with pytest.raises(NotAllowed) as caught:
        check_free([], 0, "KH-UBND", 2026)
    assert caught.value.rule == "number_not_positive"
