"""Place and date line, motto."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import codes, findings, paper

from desktop.documents.form import day_words, month_words
from desktop.documents.proofread import head

DAYS = st.dates(dt.date(2021, 1, 1), dt.date(2030, 12, 31))


@given(DAYS)
def test_the_date_line_of_the_decree_is_let_be(day: dt.date) -> None:
    line = f"Đồng Sen, ngày {day_words(day.day)} tháng {month_words(day.month)} năm {day.year}"
    assert codes(head.check, paper(head=(line,))) == []


@given(DAYS)
def test_another_way_of_writing_it_is_put_right(day: dt.date) -> None:
    written = f"Đồng Sen, ngày {day.day} tháng {day.month:02d} năm {day.year}"
    right = f"Đồng Sen, ngày {day_words(day.day)} tháng {month_words(day.month)} năm {day.year}"
    found = findings(head.check, paper(head=(written,)))
    assert [one.fix for one in found] == ([right] if written != right else [])


def test_missing_and_needless_zeros_have_names_of_their_own() -> None:
    assert codes(head.check, paper(head=("Đồng Sen, ngày 5 tháng 3 năm 2026",))) == ["date_missing_zero"]
    assert codes(head.check, paper(head=("Đồng Sen, ngày 15 tháng 2 năm 2026",))) == ["date_missing_zero"]
    assert codes(head.check, paper(head=("Đồng Sen, ngày 15 tháng 06 năm 2026",))) == ["date_extra_zero"]


def test_blanks_and_torn_figures_are_no_dates() -> None:
    assert codes(head.check, paper(head=("Đồng Sen, ngày    tháng 3 năm 2026",))) == []
    assert codes(head.check, paper(head=("Đồng Sen, ngày 45 tháng 13 năm 2026",))) == []


def test_the_place_has_no_common_noun() -> None:
    assert codes(head.check, paper(head=("xã Đồng Sen, ngày 15 tháng 3 năm 2026",))) == ["place_with_noun"]
    assert codes(head.check, paper(head=("Phường 1, ngày 15 tháng 3 năm 2026",))) == []
    assert codes(head.check, paper(head=("Thành phố Hồ Chí Minh, ngày 15 tháng 3 năm 2026",))) == []


def test_the_motto_has_short_dashes() -> None:
    [found] = findings(head.check, paper(head=("Độc lập – Tự do – Hạnh phúc",)))
    assert (found.code, found.fix) == ("motto_dash", "Độc lập - Tự do - Hạnh phúc")
    assert codes(head.check, paper(head=("Độc lập - Tự do - Hạnh phúc",))) == []


def test_a_paper_from_before_the_decree_is_let_be() -> None:
    old = paper(head=("Đồng Sen, ngày 5 tháng 06 năm 2018",), date=dt.date(2018, 6, 5))
    assert codes(head.check, old) == []
