"""Names that no longer hold on the day of the paper."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import TODAY, codes, findings, paper

from desktop.documents.proofread import names
from desktop.documents.proofread.paper import Named, PaperTask
from desktop.domain.directive import Severity

SECTION = "V. TỔ CHỨC THỰC HIỆN"
ENDED = dt.date(2025, 3, 1)


@pytest.mark.parametrize(
    "name",
    [
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Lao động, Thương binh và Xã hội",
        "Sở LĐ-TB&XH",
        "Sở LĐTBXH",
        "sở lao động – thương binh và xã hội",
    ],
)
def test_a_dead_department_is_found_however_it_is_written(name: str) -> None:
    [found] = findings(names.check, paper(SECTION, f"- Phối hợp với {name} tổ chức tọa đàm."))
    assert (found.code, found.severity) == ("body_ended", Severity.ERROR)
    assert "Sở Y tế" in found.message
    assert "NĐ 42/2025" in found.clause


@given(st.dates(dt.date(2022, 1, 1), dt.date(2028, 1, 1)))
def test_a_name_is_dead_from_its_last_day_on(day: dt.date) -> None:
    some = paper(SECTION, "- Gửi Bộ Lao động - Thương binh và Xã hội.", date=day)
    assert codes(names.check, some) == (["body_ended"] if day >= ENDED else [])


def test_the_district_is_gone_since_july_2025() -> None:
    text = ("- UBND các huyện; UBND các xã, phường, thị trấn.",)
    assert codes(names.check, paper(SECTION, *text)) == ["body_ended", "body_ended"]
    assert codes(names.check, paper(SECTION, *text, date=dt.date(2025, 6, 30))) == []


def test_outside_the_assignment_it_is_a_warning() -> None:
    assert [one.severity for one in findings(names.check, paper("I. NỘI DUNG", "- Cùng UBND huyện."))] == [
        Severity.WARNING
    ]
    [found] = findings(names.check, paper(recipients=("- UBND huyện;",)))
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "- Thực hiện Quyết định số 15/QĐ-LĐTBXH ngày 05/01/2024 của Bộ Lao động - Thương binh và Xã hội.",
        "- Tiếp nhận nhiệm vụ của Phòng Lao động - Thương binh và Xã hội huyện.",
        "- Hồ sơ do UBND huyện (cũ) lập.",
        "- Phòng Văn hóa - Xã hội; Công an xã.",
        "- Phòng Tài chính - Kế hoạch và Đầu tư.",
    ],
)
def test_cited_papers_and_history_keep_the_names_of_their_day(text: str) -> None:
    assert codes(names.check, paper(SECTION, text)) == []


def test_a_name_that_another_body_may_bear_is_a_note() -> None:
    [found] = findings(names.check, paper(SECTION, "1. Phòng Giáo dục và Đào tạo"))
    assert found.severity is Severity.INFO


def test_one_name_is_told_once() -> None:
    assert codes(names.check, paper(SECTION, "- UBND huyện.", "- UBND huyện.")) == ["body_ended"]


def test_heads_bases_and_titles_are_not_searched() -> None:
    words = ("UBND huyện",)
    assert codes(names.check, paper(head=words, bases=words, title=words, appendix=words)) == []


def test_without_a_day_only_a_paper_made_here_is_judged() -> None:
    text = (SECTION, "- UBND huyện.")
    assert codes(names.check, paper(*text, date=None)) == []
    assert codes(names.check, paper(*text, date=None, ours=True)) == ["body_ended"]
    assert codes(names.check, paper(*text, date=None, month=dt.date(2026, 3, 1))) == ["body_ended"]


def task(ended: dt.date | None, successor: str = "") -> PaperTask:
    """A task of a unit that ended."""
    return PaperTask("Treo băng rôn", (Named("Thôn Đông", ended=ended, successor=successor),))


def test_a_unit_of_the_list_that_ended_still_has_a_task() -> None:
    [found] = findings(
        names.check, paper("1. Thôn Đông", tasks=(task(ENDED, "Thôn Thượng"), task(ENDED)), ours=True)
    )
    assert (found.code, found.severity) == ("unit_ended", Severity.ERROR)
    assert "Thôn Thượng" in found.message


def test_a_unit_that_ends_later_is_alive() -> None:
    alive = paper("1. Thôn Đông", tasks=(task(TODAY), task(None)), ours=True)
    assert codes(names.check, alive) == []
    assert codes(names.check, paper("1. Thôn Đông", tasks=(task(ENDED),), ours=True)) == ["unit_ended"]
