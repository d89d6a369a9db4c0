"""Days of deadlines that leave days off when a plan is carried to another year."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cloning import Change, CloneYear, clone_deadline, clone_text
from desktop.domain.deadline_words import parse_deadline
from desktop.domain.events import feast
from desktop.domain.working_days import DayOff, DeadlineRules

RULED = CloneYear(2026, 2027, rules=DeadlineRules())


def _new(text: str, year: CloneYear = RULED) -> str:
    return clone_text(text, year).text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("chậm nhất ngày 13/3/2026", "chậm nhất ngày 12/3/2027"),
        ("hoàn thành đến hết ngày 14/3/2026", "hoàn thành đến hết ngày 14/3/2027"),
        ("chậm nhất thứ Sáu, ngày 13/3/2026", "chậm nhất thứ Sáu, ngày 12/3/2027"),
        ("trước ngày 13/3/2026", "trước ngày 13/3/2027"),
        ("tổ chức vào ngày 13/3/2026", "tổ chức vào ngày 13/3/2027"),
        ("từ ngày 11/3/2026 đến hết ngày 13/3/2026", "từ ngày 11/3/2027 đến hết ngày 13/3/2027"),
    ],
)
def test_a_last_day_leaves_a_day_off_by_the_rules_of_the_office(old: str, new: str) -> None:
    assert _new(old, RULED) == new
    codes = [edit.code for edit in clone_text(old, RULED).edits]
    assert (Change.WORKING_DAY in codes) == ("12/3" in new)


def test_the_rules_say_where_a_day_off_goes_and_whether_truoc_ngay_is_strict() -> None:
    rules = DeadlineRules(day_off=DayOff.FORWARD, before_is_strict=False)
    assert _new("trước ngày 13/3/2026", replace(RULED, rules=rules)) == "trước ngày 15/3/2027"
    keep = replace(RULED, rules=DeadlineRules(day_off=DayOff.KEEP))
    assert _new("chậm nhất ngày 13/3/2026", keep) == "chậm nhất ngày 13/3/2027"


def test_the_day_that_is_kept_stays_where_it_is() -> None:
    year = CloneYear(2026, 2028, rules=DeadlineRules(), kept=frozenset({(25, 3)}))
    assert _new("đến hết ngày 25/3/2026", year) == "đến hết ngày 25/3/2028"
    feast_day = CloneYear(2025, 2026, feast=feast("tet"), rules=DeadlineRules())
    assert _new("chậm nhất ngày 29/01/2025", feast_day) == "chậm nhất ngày 17/02/2026"
    autumn = replace(feast_day, feast=feast("trung-thu"))
    assert _new("chậm nhất ngày 06/10/2025 (15/8 âm lịch)", autumn).endswith("25/9/2026 (15/8 âm lịch)")


@given(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 30)))
def test_words_and_day_of_a_deadline_move_together(day: dt.date) -> None:
    old = parse_deadline(f"chậm nhất ngày {day.day:02d}/{day.month}/{day.year}", None)
    assert old is not None
    new, cloned = clone_deadline(old, RULED)
    again = parse_deadline(cloned.text, None)
    assert again is not None
    assert new.date == again.date
    assert new.date is not None
    assert new.date.weekday() < 5 or day.weekday() > 4
