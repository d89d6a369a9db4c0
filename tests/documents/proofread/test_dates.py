"""Days that cannot be right."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import TODAY, codes, findings, paper

from desktop.documents.proofread import dates
from desktop.domain.directive import Severity

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))
NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def test_a_signed_paper_is_not_of_tomorrow() -> None:
    line = "Đồng Sen, ngày 22 tháng 11 năm 2026"
    tomorrow = paper(head=(line,), date=TODAY + dt.timedelta(1), number="15")
    [found] = findings(dates.check, tomorrow)
    assert (found.code, found.severity, found.quote) == ("date_in_future", Severity.ERROR, line)
    assert codes(dates.check, paper(date=TODAY, number="15")) == []
    assert codes(dates.check, paper(date=TODAY + dt.timedelta(1))) == []
    assert codes(dates.check, paper(date=TODAY + dt.timedelta(1), number="15")) == ["date_in_future"]


def test_a_paper_is_not_older_than_its_bases() -> None:
    basis = "Căn cứ Công văn số 312/SYT-BTXH ngày 12/3/2026 của Sở Y tế về việc tổ chức."
    [found] = findings(dates.check, paper(bases=(basis,)))
    assert (found.code, found.severity) == ("date_before_basis", Severity.ERROR)
    assert "12/3/2026" in found.message
    assert codes(dates.check, paper(bases=(basis,), date=dt.date(2026, 3, 12))) == []
    assert codes(dates.check, paper(bases=(basis,), date=None)) == []


def test_a_paper_cites_nothing_younger() -> None:
    text = "1. Thực hiện Quyết định số 15/QĐ-UBND ngày 07 tháng 4 năm 2026 của UBND tỉnh."
    assert codes(dates.check, paper(text)) == ["citation_in_future"]
    assert codes(dates.check, paper("1. Tổ chức ngày 07 tháng 4 năm 2026.")) == []
    assert codes(dates.check, paper(appendix=(text,))) == []


@pytest.mark.parametrize("day", ["31/6/2026", "30/02/2026", "ngày 31 tháng 9 năm 2026"])
def test_a_day_that_no_calendar_has_is_found(day: str) -> None:
    assert codes(dates.check, paper(f"1. Hoàn thành trước {day}.")) == ["impossible_date"]


@pytest.mark.parametrize("figures", ["45/6/2026", "31/13/2026", "1.31.02.2026", "29/02/2028"])
def test_other_figures_are_no_days(figures: str) -> None:
    assert codes(dates.check, paper(f"1. Hồ sơ {figures}.")) == []


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_told_from_the_calendar(day: dt.date, written: int) -> None:
    text = f"1. Tổ chức vào {NAMES[written]}, ngày {day.day}/{day.month}/{day.year}."
    found = codes(dates.check, paper(text))
    assert found == ([] if day.weekday() == written else ["weekday_wrong"])


def test_a_weekday_in_figures_counts_from_two() -> None:
    [found] = findings(dates.check, paper("1. Họp thứ 2, ngày 25/3/2026."))
    assert "thứ Tư" in found.message
    assert "thứ Hai" in found.message
    assert codes(dates.check, paper("1. Họp thứ 4 (ngày 25/3/2026).")) == []


def test_an_ordinal_before_a_day_is_no_weekday() -> None:
    assert codes(dates.check, paper("1. Ngày Công tác xã hội lần thứ 7 (25/3/2023) đã thành công.")) == []


@given(DAYS, DAYS)
def test_a_range_runs_forward(start: dt.date, end: dt.date) -> None:
    text = f"1. Từ ngày {start.day}/{start.month}/{start.year} đến hết ngày {end.day}/{end.month}/{end.year}."
    assert codes(dates.check, paper(text)) == (["range_reversed"] if start > end else [])
