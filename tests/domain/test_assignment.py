"""Status lives in the assignment (product rule 1); what is late is derived from it and the day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.assignment import Assignment, Standing, Status, holder_on, standing
from desktop.domain.unit import Unit, UnitName

DUE = dt.date(2026, 3, 25)
BEFORE, AFTER = dt.date(2026, 3, 24), dt.date(2026, 3, 26)
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


@pytest.mark.parametrize(
    ("status", "due", "done_on", "today", "shown"),
    [
        (Status.NOT_STARTED, DUE, None, BEFORE, Standing.NOT_STARTED),
        (Status.NOT_STARTED, DUE, None, DUE, Standing.NOT_STARTED),
        (Status.NOT_STARTED, DUE, None, AFTER, Standing.OVERDUE),
        (Status.IN_PROGRESS, DUE, None, DUE, Standing.IN_PROGRESS),
        (Status.IN_PROGRESS, DUE, None, AFTER, Standing.OVERDUE),
        (Status.DONE, DUE, DUE, AFTER, Standing.DONE),
        (Status.DONE, DUE, AFTER, AFTER, Standing.DONE_LATE),
        (Status.DONE, DUE, None, AFTER, Standing.DONE),
        (Status.DONE, None, AFTER, AFTER, Standing.DONE),
        (Status.NOT_APPLICABLE, DUE, None, AFTER, Standing.NOT_APPLICABLE),
        (Status.NOT_STARTED, None, None, AFTER, Standing.NOT_STARTED),
        (Status.IN_PROGRESS, None, None, AFTER, Standing.IN_PROGRESS),
    ],
)
def test_rule_1_what_is_shown_follows_from_status_and_day(
    status: Status, due: dt.date | None, done_on: dt.date | None, today: dt.date, shown: Standing
) -> None:
    assert Assignment(1, 1, 1, status, due, done_on).standing(today) is shown


@given(st.sampled_from(Status), st.none() | DAYS, DAYS)
def test_open_ended_work_is_never_overdue(status: Status, done_on: dt.date | None, today: dt.date) -> None:
    assert standing(status, None, done_on, today) not in (Standing.OVERDUE, Standing.DONE_LATE)


@given(st.sampled_from(Status), st.none() | DAYS, st.none() | DAYS, DAYS, DAYS)
def test_finished_work_stands_the_same_on_every_later_day(
    status: Status, due: dt.date | None, done_on: dt.date | None, one: dt.date, other: dt.date
) -> None:
    if status in (Status.DONE, Status.NOT_APPLICABLE):
        assert standing(status, due, done_on, one) is standing(status, due, done_on, other)


def test_marks_are_single_letters_that_read_in_black_and_white() -> None:
    assert len({mark.value for mark in Standing}) == len(Standing)
    assert all(len(mark.value) == 1 for mark in Standing)


def test_work_that_was_handed_over_was_with_the_old_unit_while_that_existed() -> None:
    day = dt.date(2026, 7, 1)
    units = {
        1: Unit(1, "", (UnitName("Thôn Đông"),), ended=day),
        2: Unit(2, "", (UnitName("Thôn Mới"),), started=day),
    }
    moved = Assignment(1, 1, 2, taken_from=1)
    assert holder_on(moved, units, day - dt.timedelta(1)) == 1
    assert holder_on(moved, units, day) == 2
    assert holder_on(moved, {}, day) == 2
    assert holder_on(Assignment(1, 1, 2), units, day - dt.timedelta(1)) == 2
