"""Tables of completeness are derived from assignments and results (product rules 1 and 8); their sums agree."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.assignment import Assignment, Standing, Status
from desktop.domain.plan_figures import plan_figures
from desktop.domain.result import Result
from desktop.domain.roll_up import Completeness, completeness, percent, task_standing
from desktop.domain.task import Task

TODAY = dt.date(2026, 4, 1)
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
TASKS = [Task(i, f"t{i}", 1, i, f"Nhiệm vụ {i}") for i in range(1, 5)]
UNITS = {i: f"Đơn vị {i}" for i in range(1, 6)}
ASSIGNMENTS = st.lists(
    st.builds(
        Assignment,
        st.integers(1, 10_000),
        st.integers(1, 4),
        st.integers(1, 7),  # 6 and 7 do not exist on the day
        st.sampled_from(Status),
        st.none() | DAYS,
        st.none() | DAYS,
        st.none() | DAYS,
    ),
    max_size=40,
    unique_by=lambda a: a.id,
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[Assignment], list[Result]]:
    """Assignments of one plan and the newest result of some of them."""
    assignments = draw(ASSIGNMENTS)
    reported = [a for a in assignments if draw(st.booleans())]
    return assignments, [
        Result(a.id, draw(DAYS), draw(st.sampled_from(Status)), draw(st.none() | DAYS)) for a in reported
    ]


def total(parts: list[Completeness]) -> Completeness:
    return sum(parts, Completeness())


@given(plans(), DAYS)
def test_rule_8_the_sum_over_units_is_the_sum_over_tasks_is_the_total(
    plan: tuple[list[Assignment], list[Result]], today: dt.date
) -> None:
    figures = plan_figures(TASKS, *plan, UNITS, today)
    assert total([task.completeness for task in figures.tasks]) == figures.total
    assert total([unit.completeness for unit in figures.units]) == figures.total


@given(ASSIGNMENTS, DAYS)
def test_rule_8_assigned_is_reported_and_missing(assignments: list[Assignment], today: dt.date) -> None:
    counted = completeness(assignments, today)
    assert counted.assigned == counted.reported + counted.missing
    assert counted.on_time <= counted.done <= counted.assigned
    assert counted.on_time + counted.late <= counted.assigned
    assert counted.overdue == sum(one.standing(today) is Standing.OVERDUE for one in assignments)


@given(ASSIGNMENTS, DAYS)
def test_the_rate_lies_between_0_and_100_or_is_not_there(
    assignments: list[Assignment], today: dt.date
) -> None:
    counted = completeness(assignments, today)
    assert (counted.rate is None) == (counted.assigned == 0)
    assert counted.rate is None or 0 <= counted.rate <= 100


@given(ASSIGNMENTS, DAYS, DAYS)
def test_with_time_nothing_becomes_less_late(
    assignments: list[Assignment], one: dt.date, other: dt.date
) -> None:
    earlier, later = sorted((one, other))
    assert completeness(assignments, earlier).late <= completeness(assignments, later).late


@given(plans(), DAYS)
def test_rule_8_units_that_do_not_exist_on_the_day_are_not_in_the_denominator(
    plan: tuple[list[Assignment], list[Result]], today: dt.date
) -> None:
    figures = plan_figures(TASKS, *plan, UNITS, today)
    assert {unit.unit for unit in figures.units} <= set(UNITS)
    gone = sum(a.unit not in UNITS for a in plan[0])
    assert figures.total.assigned <= len(plan[0]) - gone


def test_rule_8_the_columns_of_the_table() -> None:
    due = dt.date(2026, 3, 25)
    late = dt.date(2026, 3, 28)
    some = [
        Assignment(1, 1, 1, Status.DONE, due, due, due),
        Assignment(2, 1, 2, Status.DONE, due, late, late),
        Assignment(3, 1, 3, Status.IN_PROGRESS, due, None, due),
        Assignment(4, 1, 4, Status.NOT_STARTED, due),
        Assignment(5, 1, 5, Status.NOT_APPLICABLE, due, None, due),
    ]
    counted = completeness(some, TODAY)
    assert counted == Completeness(
        assigned=4, reported=3, done=2, on_time=1, late=3, missing=1, on_time_first=1
    )
    assert counted.rate == Decimal("50.0")


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(12, 15, "80.0"), (1, 3, "33.3"), (2, 3, "66.7"), (1, 16, "6.3"), (0, 5, "0.0"), (5, 5, "100.0")],
)
def test_percent_is_rounded_half_up_to_one_digit(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == Decimal(shown)


def test_nothing_assigned_has_no_rate() -> None:
    assert percent(0, 0) is None


PAST, AHEAD = dt.date(2026, 3, 1), dt.date(2026, 5, 1)


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        ([], Standing.NOT_APPLICABLE),
        ([(Status.NOT_APPLICABLE, PAST, None)], Standing.NOT_APPLICABLE),
        ([(Status.DONE, PAST, PAST), (Status.NOT_STARTED, PAST, None)], Standing.OVERDUE),
        ([(Status.DONE, PAST, PAST), (Status.DONE, PAST, TODAY)], Standing.DONE_LATE),
        ([(Status.DONE, PAST, PAST), (Status.NOT_APPLICABLE, PAST, None)], Standing.DONE),
        ([(Status.NOT_STARTED, AHEAD, None), (Status.NOT_STARTED, None, None)], Standing.NOT_STARTED),
        ([(Status.DONE, AHEAD, PAST), (Status.NOT_STARTED, AHEAD, None)], Standing.IN_PROGRESS),
        ([(Status.IN_PROGRESS, AHEAD, None)], Standing.IN_PROGRESS),
    ],
)
def test_rule_1_the_state_of_a_task_is_derived_from_its_units(
    states: list[tuple[Status, dt.date | None, dt.date | None]], shown: Standing
) -> None:
    some = [Assignment(i, 1, i, status, due, done) for i, (status, due, done) in enumerate(states)]
    assert task_standing(some, TODAY) is shown


@given(ASSIGNMENTS)
def test_rule_1_a_task_is_done_only_when_every_unit_it_applies_to_is(assignments: list[Assignment]) -> None:
    done = task_standing(assignments, TODAY) in (Standing.DONE, Standing.DONE_LATE)
    asked = [a for a in assignments if a.status is not Status.NOT_APPLICABLE]
    assert done == (bool(asked) and all(a.status is Status.DONE for a in asked))
