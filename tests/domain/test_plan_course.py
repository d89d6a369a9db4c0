"""How work went day by day: its last day agrees with the figures, no day lies outside."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.assignment import Assignment, Status
from desktop.domain.plan_course import Moment, course
from desktop.domain.plan_figures import PlanFigures, plan_figures
from desktop.domain.result import Result
from desktop.domain.task import Task

SINCE, CUT_OFF = dt.date(2026, 3, 5), dt.date(2026, 3, 27)
DAYS = st.dates(dt.date(2026, 2, 20), dt.date(2026, 4, 10))
WORK = st.lists(st.tuples(st.none() | DAYS, st.sampled_from(Status), st.none() | DAYS), max_size=30)


def march(day: int) -> dt.date:
    return dt.date(2026, 3, day)


def figures(*work: tuple[dt.date | None, Status, dt.date | None]) -> PlanFigures:
    """Figures of one task, each unit with its last day, its status and the day it says it finished."""
    given_to = [Assignment(n, 1, n, due=due) for n, (due, _, _) in enumerate(work)]
    told = [Result(n, march(20), status, done) for n, (_, status, done) in enumerate(work)]
    names = {n: f"Thôn {n}" for n in range(len(work))}
    return plan_figures((Task(1, "", 1, 0, "Việc"),), given_to, told, names, CUT_OFF)


@given(WORK)
def test_it_ends_at_the_figures_and_never_falls(work):
    counted = figures(*work)
    moments = course(counted, SINCE)
    days = [moment.day for moment in moments]
    assert (days[0], days[-1]) == (SINCE, CUT_OFF)
    assert days == sorted(set(days))
    assert moments[-1].done == counted.total.done
    for numbers in ([moment.done for moment in moments], [moment.due for moment in moments]):
        assert numbers == sorted(numbers)


def test_work_is_due_at_the_end_of_its_last_day_and_done_on_the_day_it_was_finished():
    counted = figures((march(17), Status.DONE, march(10)), (march(17), Status.IN_PROGRESS, None))
    assert course(counted, SINCE) == (
        Moment(SINCE, 0, 0),
        Moment(march(10), 0, 1),
        Moment(march(17), 2, 1),
        Moment(CUT_OFF, 2, 1),
    )


def test_work_without_a_last_day_is_never_due_and_what_does_not_apply_is_not_counted():
    counted = figures((None, Status.NOT_STARTED, None), (march(8), Status.NOT_APPLICABLE, None))
    assert course(counted, SINCE)[-1] == Moment(CUT_OFF, 0, 0)


def test_work_finished_without_a_day_is_counted_on_the_day_it_was_reported():
    assert course(figures((None, Status.DONE, None)), SINCE)[1] == Moment(march(20), 0, 1)


def test_days_before_the_plan_or_after_the_cut_off_count_at_the_ends():
    early, late = (
        (dt.date(2026, 2, 20), Status.DONE, dt.date(2026, 2, 20)),
        (None, Status.DONE, dt.date(2026, 4, 9)),
    )
    assert course(figures(early, late), SINCE) == (Moment(SINCE, 1, 1), Moment(CUT_OFF, 1, 2))


def test_a_plan_of_today_has_one_moment():
    assert course(figures((CUT_OFF, Status.NOT_STARTED, None)), CUT_OFF) == (Moment(CUT_OFF, 1, 0),)
