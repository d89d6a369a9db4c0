"""Ends of the bases and of the text, the signature, blanks."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import codes, findings, paper, passage

from desktop.documents.phrases import BLANK
from desktop.documents.proofread import closing
from desktop.documents.proofread.paper import Part
from desktop.domain.directive import Severity

END = "Trên đây là Kế hoạch của Ủy ban nhân dân xã, đề nghị thực hiện./."
SIGNED = ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An")
BASES = ("Căn cứ Luật Trẻ em;", "Căn cứ Luật Người khuyết tật.")


def test_a_right_end_is_let_be() -> None:
    assert codes(closing.check, paper(END, bases=BASES, signature=SIGNED)) == []


@given(st.lists(st.sampled_from([";", ".", ",", ""]), min_size=2, max_size=5))
def test_bases_end_with_semicolons_and_the_last_with_a_stop(ends: list[str]) -> None:
    bases = [f"Căn cứ Luật số {at} của Quốc hội{end}" for at, end in enumerate(ends)]
    right = [";"] * (len(ends) - 1) + ["."]
    found = findings(closing.check, paper(END, bases=bases, ours=True))
    first = next((at for at, pair in enumerate(zip(ends, right, strict=True)) if pair[0] != pair[1]), None)
    assert [one.code for one in found] == ([] if first is None else ["basis_end"])
    if first is not None:
        assert found[0].fix == f"Căn cứ Luật số {first} của Quốc hội{right[first]}"


def test_an_open_last_basis_of_another_office_is_a_note() -> None:
    bases = (BASES[0], "Căn cứ Luật Người khuyết tật;")
    assert [one.severity for one in findings(closing.check, paper(END, bases=bases))] == [Severity.INFO]
    missing = ("Căn cứ Luật Trẻ em", BASES[1])
    assert [one.severity for one in findings(closing.check, paper(END, bases=missing))] == [Severity.WARNING]


def test_what_may_follow_the_bases_ends_them() -> None:
    open_last = (BASES[0], "Căn cứ Luật Người khuyết tật;")
    assert codes(closing.check, paper("Theo đề nghị của Trưởng phòng.", END, bases=open_last)) == []
    opening = (BASES[0], "Căn cứ Luật Người khuyết tật; UBND xã ban hành Kế hoạch như sau:")
    assert codes(closing.check, paper(END, bases=opening)) == []
    assert codes(closing.check, paper(END, bases=("Căn cứ Luật Trẻ em",))) == []
    assert codes(closing.check, paper(END, bases=("Căn cứ a", "Căn cứ b"), exact=False)) == []


def test_the_text_ends_with_its_mark() -> None:
    text = "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện Kế hoạch này."
    [found] = findings(closing.check, paper(text, signature=SIGNED))
    assert (found.code, found.fix) == ("end_mark_missing", text[:-1] + "./.")
    [short] = findings(closing.check, paper("- Thực hiện.", signature=SIGNED, exact=False))
    assert (short.fix, short.severity) == (None, Severity.INFO)


def test_some_papers_end_otherwise() -> None:
    text = ("- Thực hiện.",)
    assert codes(closing.check, paper(*text, signature=SIGNED, kind="Biên bản")) == []
    assert codes(closing.check, paper(*text, signature=SIGNED, kind=None)) == []
    assert codes(closing.check, paper(*text)) == []
    assert codes(closing.check, paper(signature=SIGNED)) == []
    assert codes(closing.check, paper(*text, signature=("Trân trọng./.", *SIGNED))) == []


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("KT CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("TM ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        ("K/T CHỦ TỊCH", "KT. CHỦ TỊCH"),
    ],
)
def test_a_capacity_has_its_dot(written: str, right: str) -> None:
    [found] = findings(closing.check, paper(END, signature=(written,)))
    assert (found.code, found.fix) == ("capacity_without_dot", right)


@pytest.mark.parametrize(
    "line", ["KT. CHỦ TỊCH", "TM.UBND XÃ", "KTV. TRƯỞNG", "Q. CHỦ TỊCH", "TL Nguyễn Văn An", "TMQ"]
)
def test_other_lines_of_the_signature_are_let_be(line: str) -> None:
    assert codes(closing.check, paper(END, signature=(line,))) == []


@pytest.mark.parametrize(
    "written", ["ThS. Nguyễn Văn An", "TS Nguyễn Văn An", "PGS.TS. Nguyễn Văn An", "Thạc sĩ Nguyễn Văn An"]
)
def test_no_title_stands_before_the_name(written: str) -> None:
    [found] = findings(closing.check, paper(END, signature=("CHỦ TỊCH", written)))
    assert (found.code, found.fix) == ("title_before_name", "Nguyễn Văn An")


def test_sectors_with_rules_of_their_own_may_write_titles() -> None:
    hospital = paper(END, signature=("BS. Nguyễn Văn An",), issuer="TRUNG TÂM Y TẾ ĐỒNG SEN")
    assert codes(closing.check, hospital) == []
    assert codes(closing.check, paper(END, signature=("Đại tá Nguyễn Văn An", "TS. BAN THƯỜNG TRỰC"))) == []
    assert codes(closing.check, paper(END, signature=("CN. của đơn vị",))) == []


def test_mass_organisations_get_notes() -> None:
    some = paper(END, signature=("KT CHỦ TỊCH",), issuer="HỘI NÔNG DÂN XÃ ĐỒNG SEN")
    assert [one.severity for one in findings(closing.check, some)] == [Severity.INFO]


def test_blanks_of_a_paper_made_here_are_to_be_filled() -> None:
    text = f"Báo cáo trước ngày {BLANK}./."
    assert codes(closing.check, paper(text, ours=True)) == ["blank_left"]
    assert codes(closing.check, paper(text)) == []
    old = paper(text, ours=True, date=dt.date(2019, 1, 1))
    assert codes(closing.check, old) == ["blank_left"]


def test_a_basis_torn_in_two_is_not_accused() -> None:
    first, rest = passage("Căn cứ Luật Trẻ em của", Part.BASIS), passage("Quốc hội;")
    last = passage("Căn cứ Luật Người khuyết tật.", Part.BASIS)
    some = paper()
    torn = replace(some, passages=(first, rest, last, passage(END)))
    assert codes(closing.check, torn) == []
