"""Periods of reporting: the cut-off days of Nghị định 09/2019 Điều 12, and those of an office that has others."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.report_period import (
    Period,
    PeriodKind,
    bounds,
    check_rules,
    parse,
    replaced_by,
    usual_rules,
)
from desktop.errors import BadValue

KINDS = st.sampled_from(PeriodKind)


@st.composite
def periods(draw) -> Period:
    kind = draw(KINDS)
    return Period(kind, draw(st.integers(2020, 2035)), draw(st.integers(1, 12 // kind.value)))


@pytest.mark.parametrize(
    ("text", "start", "cut_off"),
    [
        ("2026-03", dt.date(2026, 2, 15), dt.date(2026, 3, 14)),
        ("2026-01", dt.date(2025, 12, 15), dt.date(2026, 1, 14)),
        ("2026-Q1", dt.date(2025, 12, 15), dt.date(2026, 3, 14)),
        ("2026-q4", dt.date(2026, 9, 15), dt.date(2026, 12, 14)),
        ("2026-H1", dt.date(2025, 12, 15), dt.date(2026, 6, 14)),
        ("2026-H2", dt.date(2026, 6, 15), dt.date(2026, 12, 14)),
        ("2026", dt.date(2025, 12, 15), dt.date(2026, 12, 14)),
    ],
)
def test_a_period_has_the_days_of_the_decree(text, start, cut_off):
    assert bounds(parse(text), usual_rules()) == (start, cut_off)


@pytest.mark.parametrize("text", ["", "2026-13", "2026-Q5", "2026-H3", "2026-3", "26-03", "2026-Q", "1926"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(BadValue):
        parse(text)


@given(periods())
def test_a_period_reads_back_as_it_is_written(period):
    assert parse(period.text) == period


@given(periods(), st.integers(1, 31))
def test_periods_follow_each_other_without_gap_or_overlap(period, day):
    rules = replace(usual_rules(), month=day, quarter=day, half=day, year=day)
    assert bounds(period.next, rules)[0] == bounds(period, rules)[1] + dt.timedelta(1)


def test_an_office_may_count_to_the_end_of_the_month():
    rules = replace(usual_rules(), month=31)
    assert bounds(parse("2026-02"), rules) == (dt.date(2026, 2, 1), dt.date(2026, 2, 28))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("2026-03", "2026-Q1"),
        ("2026-06", "2026-H1"),
        ("2026-Q2", "2026-H1"),
        ("2026-09", "2026-Q3"),
        ("2026-12", "2026"),
        ("2026-Q4", "2026"),
        ("2026-04", None),
        ("2026", None),
    ],
)
def test_a_longer_report_takes_the_place_of_a_shorter_one(text, by):
    longer = replaced_by(parse(text), usual_rules())
    assert (longer.text if longer else None) == by


@given(periods())
def test_a_report_ends_on_the_day_of_the_one_that_takes_its_place(period):
    longer = replaced_by(period, usual_rules())
    if longer is not None:
        assert bounds(longer, usual_rules())[1] == bounds(period, usual_rules())[1]


@pytest.mark.parametrize("day", [0, 32])
def test_a_last_day_that_no_month_has_is_refused(day):
    with pytest.raises(BadValue):
        check_rules(replace(usual_rules(), quarter=day))
