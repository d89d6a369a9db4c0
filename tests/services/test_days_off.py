"""The office's own days laid over the public holidays of a year."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.working_days import is_working
from desktop.errors import NotAllowed
from desktop.services import days_off
from desktop.services.days_off import DayKind

TET, SWAPPED, PLAIN, SUNDAY = (
    dt.date(2026, 2, 17),
    dt.date(2026, 8, 22),
    dt.date(2026, 6, 10),
    dt.date(2026, 6, 14),
)


def kinds(work, year=2026):
    return {one.day: one.kind for one in days_off.listed(work, year)}


def test_a_year_has_the_holidays_of_the_state_with_their_names(workspace):
    rows = days_off.listed(workspace, 2026)
    assert next(one for one in rows if one.day == TET).name == "Tết Nguyên đán"
    assert (kinds(workspace)[TET], kinds(workspace)[SWAPPED]) == (DayKind.OFF, DayKind.SWAPPED)
    assert list(rows) == sorted(rows, key=lambda one: one.day)
    assert not any(one.is_own for one in rows)


def test_the_office_adds_a_day_off_and_takes_it_back(workspace):
    days_off.tell_off(workspace, PLAIN)
    assert kinds(workspace)[PLAIN] is DayKind.OWN_OFF
    days_off.forget(workspace, PLAIN)
    assert PLAIN not in kinds(workspace)


def test_the_office_works_on_a_holiday_and_on_a_sunday(workspace):
    days_off.tell_worked(workspace, TET)
    days_off.tell_worked(workspace, SUNDAY)
    assert kinds(workspace)[TET] is kinds(workspace)[SUNDAY] is DayKind.OWN_WORKED
    days_off.tell_off(workspace, TET)
    assert kinds(workspace)[TET] is DayKind.OFF


def test_a_swapped_day_may_stay_off(workspace):
    days_off.tell_off(workspace, SWAPPED)
    assert kinds(workspace)[SWAPPED] is DayKind.OWN_OFF
    days_off.tell_worked(workspace, SWAPPED)
    assert kinds(workspace)[SWAPPED] is DayKind.SWAPPED


@pytest.mark.parametrize(
    ("tell", "day", "rule"),
    [
        (days_off.tell_off, TET, "day_is_off"),
        (days_off.tell_off, SUNDAY, "day_is_off"),
        (days_off.tell_worked, PLAIN, "day_is_worked"),
        (days_off.tell_worked, SWAPPED, "day_is_worked"),
    ],
)
def test_what_is_so_already_is_said_to_be(workspace, tell, day, rule):
    with pytest.raises(NotAllowed) as refused:
        tell(workspace, day)
    assert refused.value.rule == rule
    assert workspace.office.rules.holidays == frozenset()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
def test_a_day_told_off_is_off_and_told_worked_is_worked(workspace, day):
    for tell, is_worked in ((days_off.tell_off, False), (days_off.tell_worked, True)):
        if is_working(day, workspace.rules([day])) is not is_worked:
            tell(workspace, day)
        assert is_working(day, workspace.rules([day])) is is_worked
