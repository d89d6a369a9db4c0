"""Number and symbol: type, "CV", drafting unit, zeros, spaces."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import codes, findings, paper

from desktop.documents.proofread import symbol
from desktop.documents.proofread.paper import Paper
from desktop.domain.directive import Severity


def with_line(line: str, kind: str = "Kế hoạch", **values: object) -> Paper:
    """A paper with its line of number and symbol; the symbol is what stands behind the slash."""
    return paper(
        head=("XÃ ĐỒNG SEN", line), kind=kind, symbol=line.partition("/")[2].replace(" ", ""), **values
    )


def test_a_right_line_is_let_be() -> None:
    assert codes(symbol.check, with_line("Số: 05/KH-UBND")) == []
    assert codes(symbol.check, with_line("Số:      /KH-UBND")) == []
    assert codes(symbol.check, with_line("Số: 817/UBND-VHXH", "Công văn")) == []


def test_the_type_must_fit_the_symbol() -> None:
    [found] = findings(symbol.check, with_line("Số: 15/BC-UBND"))
    assert (found.code, found.severity) == ("type_symbol_mismatch", Severity.ERROR)
    assert found.fix == "Số: 15/KH-UBND"
    assert "Báo cáo" in found.message


def test_types_that_share_a_symbol_by_custom_are_let_be() -> None:
    assert codes(symbol.check, with_line("Số: 15/CT-UBND", "Chương trình")) == []


@pytest.mark.parametrize(("ours", "severity"), [(True, Severity.ERROR), (False, Severity.WARNING)])
def test_cv_stands_in_no_symbol(ours: bool, severity: Severity) -> None:
    [found] = findings(symbol.check, with_line("Số: 884/CV-UBND", "Công văn", ours=ours))
    assert (found.code, found.severity) == ("cv_in_symbol", severity)


def test_the_front_may_write_cv() -> None:
    front = with_line("Số: 12/CV-MTTQ", "Công văn", issuer="ỦY BAN MTTQ VIỆT NAM XÃ ĐỒNG SEN")
    assert [found.severity for found in findings(symbol.check, front)] == [Severity.INFO]


def test_a_letter_names_its_drafting_unit() -> None:
    assert codes(symbol.check, with_line("Số: 640/UBND", "Công văn")) == ["letter_without_drafting"]
    [other] = findings(symbol.check, with_line("Số: 88/PGD", "Công văn"))
    assert other.severity is Severity.INFO


def test_a_letter_has_no_abbreviation_of_a_type() -> None:
    assert codes(symbol.check, with_line("Số: 12/KH-UBND", "Công văn")) == ["type_in_letter_symbol"]
    assert codes(symbol.check, with_line("Số: 5310/CT-NVT", "Công văn")) == []


def test_numbers_under_ten_have_a_zero() -> None:
    [found] = findings(symbol.check, with_line("Số: 5/KH-UBND"))
    assert (found.code, found.fix) == ("number_missing_zero", "Số: 05/KH-UBND")


@given(st.integers(10, 99_999))
def test_greater_numbers_need_none(number: int) -> None:
    assert codes(symbol.check, with_line(f"Số: {number}/KH-UBND")) == []
    assert codes(symbol.check, with_line(f"Số: 0{number}/KH-UBND")) == ["number_extra_zero"]


def test_no_spaces_stand_round_slash_and_dash() -> None:
    [found] = findings(symbol.check, with_line("Số: 640 /KH - UBND"))
    assert (found.code, found.fix) == ("symbol_spaces", "Số: 640/KH-UBND")
    [printed] = findings(symbol.check, with_line("Số: 640 /KH-UBND", exact=False))
    assert printed.severity is Severity.INFO
    [blank] = findings(symbol.check, with_line("Số:      / KH-UBND"))
    assert (blank.code, blank.fix) == ("symbol_spaces", None)


def test_a_colon_follows_the_word() -> None:
    assert codes(symbol.check, with_line("Số 15/KH-UBND")) == ["number_colon"]


def test_older_papers_and_those_of_the_party_follow_other_rules() -> None:
    assert codes(symbol.check, with_line("Số: 5/BC-UBND", date=dt.date(2019, 3, 5))) == []
    assert codes(symbol.check, with_line("Số: 5/CV-ĐU", issuer="ĐẢNG ỦY XÃ ĐỒNG SEN")) == []
    assert codes(symbol.check, with_line("Số: 5/TT-BYT", kind="Thông tư")) == []


def test_a_head_without_number_says_nothing() -> None:
    assert codes(symbol.check, paper(head=("XÃ ĐỒNG SEN",))) == []
    assert codes(symbol.check, paper(head=("Số: 15/…",), symbol=None)) == []
