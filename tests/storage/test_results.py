"""Results with their history; the newest one says the status."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.assignment import Status
from desktop.domain.result import Result
from desktop.errors import NotFound
from desktop.storage import results, tasks
from desktop.storage.store import Store

DAY = dt.date(2026, 3, 2)
LATER = dt.date(2026, 3, 20)


@pytest.fixture
def made(store: Store, work):
    return work.assign(store)


def told(store: Store, work, at: int):
    assignment = tasks.assignments_of_plan(store, work.plan.id)[at]
    return assignment.status, assignment.done_on, assignment.reported_on


def school_result(work, made) -> Result:
    first, second = work.tasks[1].indicators
    values = ((first.id, Decimal("2.50")), (second.id, Decimal(1200000)))
    said = Result(made[3].id, DAY, Status.DONE, DAY, "Đã tổ chức", "do mưa", values, "form:truong.xlsx")
    return replace(said, proposal="Hỗ trợ kinh phí")


def test_a_result_says_the_status_of_its_assignment(store: Store, work, made) -> None:
    assert results.add_all(store, [school_result(work, made)]) == (1, 0)
    assert told(store, work, 3) == (Status.DONE, DAY, DAY)
    assert told(store, work, 0) == (Status.NOT_STARTED, None, None)


def test_a_result_comes_back_as_it_was_given(store: Store, work, made) -> None:
    results.add_all(store, [school_result(work, made)])
    (kept,) = results.history(store, made[3].id)
    assert replace(kept, id=0, uid="", made_at="") == school_result(work, made)
    assert results.latest_of_plan(store, work.plan.id) == [kept]


def test_the_same_again_changes_nothing(store: Store, work, made) -> None:
    results.add_all(store, [school_result(work, made)])
    again = replace(
        school_result(work, made),
        reported_on=LATER,
        source="hand",
        values=school_result(work, made).values[::-1],
    )
    assert results.add_all(store, [again, again]) == (0, 2)
    assert told(store, work, 3) == (Status.DONE, DAY, DAY)


def test_the_same_twice_in_one_go_is_kept_once(store: Store, work, made) -> None:
    result = school_result(work, made)
    assert results.add_all(store, [result, result]) == (1, 1)


def test_a_result_that_came_before_under_its_uid_is_the_same(store: Store, work, made) -> None:
    first = replace(school_result(work, made), uid="u1")
    results.add_all(store, [first, Result(made[3].id, LATER, Status.IN_PROGRESS)])
    assert results.add_all(store, [first]) == (0, 1)


def test_a_newer_result_is_added_and_the_older_one_stays_in_the_history(store: Store, work, made) -> None:
    results.add_all(store, [Result(made[0].id, DAY, Status.IN_PROGRESS)])
    results.add_all(store, [Result(made[0].id, LATER, Status.DONE, LATER)])
    assert told(store, work, 0) == (Status.DONE, LATER, LATER)
    assert [result.status for result in results.history(store, made[0].id)] == [
        Status.IN_PROGRESS,
        Status.DONE,
    ]


def test_a_result_of_an_earlier_day_that_comes_late_does_not_change_the_status(
    store: Store, work, made
) -> None:
    results.add_all(store, [Result(made[0].id, LATER, Status.DONE, LATER)])
    assert results.add_all(store, [Result(made[0].id, DAY, Status.IN_PROGRESS)]) == (1, 0)
    assert told(store, work, 0) == (Status.DONE, LATER, LATER)
    assert [result.reported_on for result in results.history(store, made[0].id)] == [DAY, LATER]


def test_the_state_at_a_cut_off_is_that_of_the_results_that_were_in(store: Store, work, made) -> None:
    results.add_all(
        store, [school_result(work, made), Result(made[3].id, LATER, Status.IN_PROGRESS, text="làm lại")]
    )
    (then,) = results.latest_of_plan(store, work.plan.id, until=DAY)
    (now,) = results.latest_of_plan(store, work.plan.id)
    assert (then.text, len(then.values)) == ("Đã tổ chức", 2)
    assert (now.text, now.values) == ("làm lại", ())
    assert results.latest_of_plan(store, work.plan.id, until=DAY - dt.timedelta(1)) == []


def test_numbers_are_those_of_the_newest_results(store: Store, work, made) -> None:
    results.add_all(store, [school_result(work, made)])
    first, second = work.tasks[1].indicators
    unit = work.units[3].id
    assert results.values_of_plan(store, work.plan.id) == [
        (unit, first.id, Decimal("2.50")),
        (unit, second.id, Decimal(1200000)),
    ]


def test_a_result_for_no_assignment_is_refused_and_nothing_is_kept(store: Store, work, made) -> None:
    with pytest.raises(NotFound):
        results.add_all(store, [school_result(work, made), Result(99, DAY, Status.DONE)])
    assert results.latest_of_plan(store, work.plan.id) == []


def test_statements_do_not_grow_with_the_number_of_results(store: Store, work, made, statements) -> None:
    with statements() as said:
        results.latest_of_plan(store, work.plan.id)
        results.latest_of_plan(store, work.plan.id, DAY)
        results.values_of_plan(store, work.plan.id)
    assert len(said) == 5


def test_no_results_change_nothing(store: Store) -> None:
    assert results.add_all(store, []) == (0, 0)
