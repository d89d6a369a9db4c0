"""One way of writing throughout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import codes, findings, paper

from desktop.documents.proofread import spelling
from desktop.domain.vietnamese import mixed_tone_styles


def test_the_rarer_way_of_tone_marks_is_put_right() -> None:
    text = "- Cấp uỷ, chính quyền thôn Hoà Bình."
    [found] = findings(spelling.check, paper("- Ủy ban hòa giải văn hóa.", text))
    assert (found.code, found.paragraph) == ("mixed_tone_marks", 1)
    assert found.fix == "- Cấp ủy, chính quyền thôn Hoà Bình."
    new = findings(spelling.check, paper("- Uỷ ban hoà giải văn hoá.", "- Cấp ủy."))
    assert [one.fix for one in new] == ["- Cấp uỷ."]


@pytest.mark.parametrize(
    "text", ["- Thôn Hoà Bình, bà Thúy, văn hóa.", "CỘNG HOÀ XÃ HỘI, văn hóa", "- quý, thuở, hoàn, hóa"]
)
def test_names_and_capitals_do_not_count(text: str) -> None:
    assert codes(spelling.check, paper(text)) == []


@given(st.lists(st.sampled_from(["hòa", "hoà", "ủy", "uỷ", "khỏe", "khoẻ", "túy"]), min_size=1, max_size=8))
def test_a_paper_is_told_exactly_when_it_mixes(words: list[str]) -> None:
    found = findings(spelling.check, paper("- " + " ".join(words)))
    assert bool(found) == mixed_tone_styles(" ".join(words))
    assert all(one.fix and not mixed_tone_styles(one.fix) for one in found)


def test_one_unit_is_written_one_way() -> None:
    one, other = "- Phòng Văn hóa - Xã hội chủ trì.", "- Qua Phòng Văn hóa và Xã hội."
    [found] = findings(spelling.check, paper(one, other))
    assert (found.code, found.quote) == ("unit_two_spellings", other)


@pytest.mark.parametrize(
    "texts",
    [
        ("- Phòng Văn hóa - Xã hội.", "- phòng Văn hóa – Xã hội."),
        ("- Phòng Văn hóa - Xã hội.", "- Sở Văn hóa và Xã hội."),
        (
            "- Phòng Văn hóa - Xã hội.",
            "- Theo Công văn số 12/PVHXH ngày 05/01/2026 của Phòng Văn hóa và Xã hội",
        ),
    ],
)
def test_dashes_other_units_and_citations_are_let_be(texts: tuple[str, ...]) -> None:
    assert codes(spelling.check, paper(*texts)) == []


def test_bases_may_write_as_they_like() -> None:
    assert codes(spelling.check, paper("- Phòng Văn hóa - Xã hội.", bases=("Phòng Văn hóa và Xã hội",))) == []
