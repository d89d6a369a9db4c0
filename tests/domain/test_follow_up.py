"""Later days: what may be agreed, which day held when, on time by the first day and by the agreed one."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.assignment import Assignment, Standing, Status
from desktop.domain.follow_up import (
    Channel,
    Extension,
    Urged,
    Urging,
    as_agreed_on,
    check_extension,
    urged_before,
)
from desktop.domain.roll_up import completeness
from desktop.errors import NotAllowed

TODAY, DUE, LATER = dt.date(2026, 3, 20), dt.date(2026, 3, 17), dt.date(2026, 3, 31)
DAYS = st.dates(dt.date(2026, 3, 1), dt.date(2026, 5, 31))
WORK = Assignment(1, 1, 1, due=DUE)
AGREED = Extension(1, LATER, "Mưa bão", "Chủ tịch UBND xã", dt.date(2026, 3, 15), dt.date(2026, 3, 16), DUE)


def day(number: int) -> dt.date:
    return dt.date(2026, 3, number)


def test_a_later_day_with_its_reason_may_be_agreed():
    check_extension(WORK, AGREED, (), TODAY)
    check_extension(replace(WORK, status=Status.DONE, done_on=day(16)), AGREED, (), TODAY)


@pytest.mark.parametrize(
    ("given_", "wanted", "rule"),
    [
        (WORK, replace(AGREED, reason=""), "extension_untold"),
        (WORK, replace(AGREED, agreed_by=""), "extension_untold"),
        (replace(WORK, due=None), AGREED, "extension_of_nothing"),
        (WORK, replace(AGREED, new_due=DUE), "extension_not_later"),
        (WORK, replace(AGREED, agreed_on=day(21)), "day_in_future"),
        (WORK, replace(AGREED, asked_on=day(17)), "days_out_of_order"),
        (replace(WORK, status=Status.DONE, done_on=day(15)), AGREED, "extension_after_work"),
    ],
)
def test_what_cannot_have_been_agreed_is_refused(given_, wanted, rule):
    with pytest.raises(NotAllowed) as refused:
        check_extension(given_, wanted, (), TODAY)
    assert refused.value.rule == rule


def test_an_agreement_is_never_older_than_the_last_one():
    with pytest.raises(NotAllowed) as refused:
        check_extension(replace(WORK, due=LATER), replace(AGREED, new_due=day(31) + dt.timedelta(9)),
                        (replace(AGREED, agreed_on=day(18)),), TODAY)  # fmt: skip
    assert refused.value.values == {"later": "16/03/2026", "earlier": "18/03/2026"}


def test_on_any_day_the_day_that_was_agreed_by_then_holds():
    more = replace(AGREED, new_due=dt.date(2026, 4, 9), agreed_on=day(30), old_due=LATER)
    now = replace(WORK, due=more.new_due, first_due=DUE)
    other = Assignment(2, 1, 2, due=DUE)

    def on(when: dt.date) -> list[tuple[dt.date | None, dt.date | None]]:
        return [(a.due, a.first_due) for a in as_agreed_on([now, other], [AGREED, more], when)]

    assert on(day(15)) == [(DUE, None), (DUE, None)]
    assert on(day(16)) == on(day(29)) == [(LATER, DUE), (DUE, None)]
    assert on(day(30)) == [(more.new_due, DUE), (DUE, None)]


def test_an_agreement_without_a_day_always_holds():
    now = replace(WORK, due=LATER, first_due=DUE)
    assert as_agreed_on([now], [replace(AGREED, agreed_on=None)], day(1)) == [now]


def test_standing_follows_the_new_day_and_the_first_one_is_counted_beside_it():
    done = replace(WORK, status=Status.DONE, done_on=TODAY, due=LATER, first_due=DUE)
    assert (done.standing(TODAY), done.first_standing(TODAY)) == (Standing.DONE, Standing.DONE_LATE)
    counted = completeness([done], TODAY)
    assert (counted.on_time, counted.on_time_first, counted.late) == (1, 0, 0)
    open_ = replace(done, status=Status.IN_PROGRESS, done_on=None)
    assert open_.standing(TODAY) is Standing.IN_PROGRESS


@st.composite
def extended(draw: st.DrawFn) -> Assignment:
    """An assignment with or without a later day, in any state."""
    status, first = draw(st.sampled_from(Status)), draw(st.none() | DAYS)
    done_on = draw(st.none() | DAYS) if status is Status.DONE else None
    given_ = Assignment(draw(st.integers(1, 9)), 1, 1, status, first, done_on)
    if first is None or draw(st.booleans()):
        return given_
    return replace(given_, due=first + dt.timedelta(draw(st.integers(1, 60))), first_due=first)


@given(st.lists(extended()), DAYS)
def test_a_later_day_only_ever_adds_to_what_is_on_time(some: list[Assignment], today: dt.date):
    counted = completeness(some, today)
    assert 0 <= counted.on_time_first <= counted.on_time <= counted.done
    first = [replace(a, due=a.first_due or a.due, first_due=None) for a in some]
    without = completeness(first, today)
    assert without.on_time == without.on_time_first == counted.on_time_first
    assert (without.assigned, without.done) == (counted.assigned, counted.done)


@given(extended(), DAYS)
def test_the_day_an_extension_is_agreed_changes_no_count_before_it(a: Assignment, agreed: dt.date):
    if a.first_due is None or a.due is None:
        return
    extension = Extension(a.id, a.due, "r", "b", agreed_on=agreed, old_due=a.first_due)
    (before,) = as_agreed_on([a], [extension], agreed - dt.timedelta(1))
    assert (before.due, before.first_due) == (a.first_due, None)
    assert as_agreed_on([a], [extension], agreed) == [a]


URGINGS = st.lists(
    st.builds(
        Urging,
        st.integers(1, 3),
        DAYS,
        st.sampled_from(Channel),
        promised_on=st.none() | DAYS,
        id=st.integers(1, 99),
    )
)


def test_a_call_counts_like_a_letter_and_one_occasion_once():
    told = [
        Urging(1, day(16), Channel.LETTER, id=1),
        Urging(2, day(16), Channel.LETTER, id=2),
        Urging(1, day(16), Channel.PHONE, promised_on=day(18), id=3),
        Urging(1, day(19), Channel.ZALO, id=4),
    ]
    said = urged_before(reversed(told), TODAY)
    assert (said.times, said.last, said.promised_on) == (3, told[3], day(18))
    assert urged_before([], TODAY) == Urged()


@given(URGINGS, DAYS)
def test_the_letters_of_a_day_change_nothing_that_is_said_that_day(some: list[Urging], today: dt.date):
    before = urged_before(some, today)
    assert urged_before([*some, Urging(1, today, Channel.LETTER, id=100)], today) == before
    again = urged_before([*some, Urging(1, today, Channel.LETTER, id=100)], today + dt.timedelta(1))
    assert again.times >= before.times + 1
    assert (before.times == 0) == (before.last is None)
