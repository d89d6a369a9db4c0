"""The last day that counts (product rule 4)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.deadline import Deadline, Operator
from desktop.domain.working_days import DayOff, DeadlineRules, is_working, last_day, next_occurrence

RULES = DeadlineRules()
TET = frozenset(dt.date(2026, 2, day) for day in range(16, 21))
dates = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))
rules_of_offices = st.builds(
    DeadlineRules,
    before_is_strict=st.booleans(),
    day_off=st.sampled_from(DayOff),
    saturday_works=st.booleans(),
    holidays=st.frozensets(dates, max_size=5),
    working_days=st.frozensets(dates, max_size=5),
)


def before(date, text="trước ngày"):
    return Deadline(text, date, Operator.BEFORE)


def recurring(rule, operator=Operator.BY, text=""):
    return Deadline(text, None, operator, rule)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (dt.date(2024, 4, 12), True),
        (dt.date(2024, 4, 13), False),
        (dt.date(2024, 4, 14), False),
        (dt.date(2026, 2, 17), False),
        (dt.date(2026, 8, 22), True),
    ],
)
def test_working_days_are_monday_to_friday_but_for_holidays_and_swapped_days(day, works):
    rules = DeadlineRules(holidays=TET, working_days=frozenset({dt.date(2026, 8, 22)}))
    assert is_working(day, rules) is works


def test_an_office_may_work_on_saturday():
    assert is_working(dt.date(2024, 4, 13), DeadlineRules(saturday_works=True))
    assert not is_working(dt.date(2024, 4, 14), DeadlineRules(saturday_works=True))


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (RULES, dt.date(2024, 4, 12)),
        (DeadlineRules(saturday_works=True), dt.date(2024, 4, 13)),
        (DeadlineRules(before_is_strict=False), dt.date(2024, 4, 12)),
        (DeadlineRules(day_off=DayOff.KEEP), dt.date(2024, 4, 13)),
        (DeadlineRules(day_off=DayOff.FORWARD), dt.date(2024, 4, 15)),
        (DeadlineRules(before_is_strict=False, day_off=DayOff.KEEP), dt.date(2024, 4, 14)),
    ],
)
def test_rule_4_before_sunday_14_april_2024_by_each_rule(rules, expected):
    assert last_day(before(dt.date(2024, 4, 14)), rules) == expected


@pytest.mark.parametrize("operator", [Operator.BY, Operator.WITHIN, Operator.ON, Operator.RANGE])
def test_other_operators_count_the_day_itself(operator):
    assert last_day(Deadline("", dt.date(2024, 3, 28), operator), RULES) == dt.date(2024, 3, 28)


@pytest.mark.parametrize(
    "text", ["trước 16 giờ 00 ngày 5/12/2025", "trước 17h00, ngày 5/12", "trước 16:30 ngày 5/12"]
)
def test_with_an_hour_the_day_itself_counts(text):
    assert last_day(before(dt.date(2025, 12, 5), text), RULES) == dt.date(2025, 12, 5)


def test_words_alone_have_no_last_day():
    assert last_day(Deadline("thường xuyên"), RULES) is None
    assert next_occurrence(Deadline("thường xuyên"), dt.date(2025, 1, 1), RULES) is None


def test_tet_moves_a_deadline_over_the_whole_holiday():
    rules = DeadlineRules(holidays=TET)
    assert last_day(before(dt.date(2026, 2, 22)), rules) == dt.date(2026, 2, 13)


def test_a_range_does_not_end_before_it_begins():
    weekend = Deadline("", dt.date(2024, 4, 14), Operator.RANGE, start=dt.date(2024, 4, 13))
    assert last_day(weekend, RULES) == dt.date(2024, 4, 14)


def test_an_office_that_never_works_and_the_ends_of_time_do_not_hang():
    closed = DeadlineRules(holidays=frozenset(dt.date(2024, 1, 1) + dt.timedelta(days=n) for n in range(366)))
    assert last_day(before(dt.date(2024, 6, 2)), closed) == dt.date(2024, 6, 1)
    assert last_day(Deadline("", dt.date(9999, 12, 26), Operator.BY), RULES) == dt.date(9999, 12, 24)
    forward = DeadlineRules(day_off=DayOff.FORWARD, holidays=frozenset({dt.date.max}))
    assert last_day(Deadline("", dt.date.max, Operator.BY), forward) == dt.date.max
    assert next_occurrence(recurring("daily"), dt.date(2024, 3, 1), closed) == dt.date(2024, 3, 1)


@given(dates, st.sampled_from(Operator), rules_of_offices)
def test_the_last_day_moves_only_in_the_direction_of_the_rules(date, operator, rules):
    day = last_day(Deadline("", date, operator), rules)
    assert day is not None
    if rules.day_off is DayOff.BACK:
        assert day <= date
    if rules.day_off is not DayOff.KEEP:
        assert is_working(day, rules)
    if rules.day_off is DayOff.KEEP:
        assert (date - day).days == (operator is Operator.BEFORE and rules.before_is_strict)


@pytest.mark.parametrize(
    ("rule", "today", "expected"),
    [
        ("daily", dt.date(2025, 12, 5), dt.date(2025, 12, 5)),
        ("daily", dt.date(2025, 12, 6), dt.date(2025, 12, 8)),
        ("weekly:5", dt.date(2025, 12, 3), dt.date(2025, 12, 5)),
        ("weekly:5", dt.date(2025, 12, 6), dt.date(2025, 12, 12)),
        ("weekly", dt.date(2025, 12, 3), dt.date(2025, 12, 5)),
        ("monthly:20", dt.date(2025, 11, 20), dt.date(2025, 11, 20)),
        ("monthly:20", dt.date(2025, 11, 21), dt.date(2025, 12, 19)),
        ("monthly:31", dt.date(2026, 2, 1), dt.date(2026, 2, 27)),
        ("monthly", dt.date(2025, 12, 1), dt.date(2025, 12, 31)),
        ("quarterly:15", dt.date(2025, 10, 1), dt.date(2025, 12, 15)),
        ("quarterly", dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
        ("half-yearly", dt.date(2026, 1, 1), dt.date(2026, 6, 30)),
        ("yearly:06-01,11-15", dt.date(2026, 6, 2), dt.date(2026, 11, 13)),
        ("yearly:06-01,11-15", dt.date(2026, 11, 20), dt.date(2027, 6, 1)),
        ("yearly:02-29", dt.date(2025, 1, 1), dt.date(2025, 2, 28)),
        ("yearly", dt.date(2025, 5, 5), dt.date(2025, 12, 31)),
    ],
)
def test_the_next_turn_of_each_rule(rule, today, expected):
    assert next_occurrence(recurring(rule), today, RULES) == expected


def test_before_the_15th_of_each_month_is_read_strictly_too():
    deadline = recurring("monthly:15", Operator.BEFORE, "trước ngày 15 hằng tháng")
    assert next_occurrence(deadline, dt.date(2025, 12, 1), RULES) == dt.date(2025, 12, 12)
    assert next_occurrence(deadline, dt.date(2025, 12, 13), RULES) == dt.date(2026, 1, 14)


def test_daily_duties_are_kept_on_days_off_when_the_office_keeps_them():
    rules = DeadlineRules(day_off=DayOff.KEEP)
    assert next_occurrence(recurring("daily"), dt.date(2025, 12, 6), rules) == dt.date(2025, 12, 6)


def test_an_unknown_rule_is_refused():
    with pytest.raises(ValueError, match="fortnightly"):
        next_occurrence(recurring("fortnightly:3"), dt.date(2025, 1, 1), RULES)


repeating = st.sampled_from(
    [
        "daily",
        "weekly:1",
        "weekly:7",
        "monthly:1",
        "monthly:31",
        "quarterly",
        "quarterly:15",
        "half-yearly",
        "yearly:01-01",
        "yearly",
    ]
)


@given(repeating, st.sampled_from(Operator), dates, rules_of_offices)
def test_the_next_turn_is_never_past_and_comes_within_fourteen_months(rule, operator, today, rules):
    day = next_occurrence(recurring(rule, operator), today, rules)
    assert day is not None
    assert 0 <= (day - today).days <= 430
