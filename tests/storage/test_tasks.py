"""Tasks and who was given them."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.assignment import Assignment, Status
from desktop.domain.plan import issue
from desktop.domain.result import Result
from desktop.domain.task import Indicator, Party, Task
from desktop.domain.unit import Membership
from desktop.errors import NotFound
from desktop.storage import plans, results, tasks, units
from desktop.storage.store import Store

DAY, DUE = dt.date(2026, 3, 2), dt.date(2026, 4, 13)


def given_to(store: Store, work) -> list[tuple[int, int]]:
    return [(a.task, a.unit) for a in tasks.assignments_of_plan(store, work.plan.id)]


def test_tasks_come_back_as_they_were_given(store: Store, work) -> None:
    assert tasks.of_plan(store, work.plan.id) == work.tasks
    assert [task.position for task in work.tasks] == [0, 1]
    assert tasks.get(store, work.tasks[1].id) == work.tasks[1]


def test_the_field_of_a_task_is_kept(store: Store, work) -> None:
    tasks.save(store, replace(work.tasks[0], field="Y tế"))
    assert [task.field for task in tasks.of_plan(store, work.plan.id)] == ["Y tế", ""]


def test_reading_tasks_takes_three_statements(store: Store, work, statements) -> None:
    tasks.add_all(store, work.plan.id, [Task(0, "", 0, 0, f"Việc {n}") for n in range(50)])
    with statements() as said:
        tasks.of_plan(store, work.plan.id)
    assert len(said) == 3


def test_words_that_could_not_be_bound_are_kept(store: Store, work) -> None:
    assert tasks.of_plan(store, work.plan.id)[1].unbound == (Party("Đoàn trường"),)


def test_a_changed_task_keeps_the_ids_of_its_numbers(store: Store, work) -> None:
    old = work.tasks[1]
    wanted = replace(
        old, text="Khác", deadline=None, indicators=(Indicator(0, "", "Kinh phí", "đồng"), old.indicators[1])
    )
    kept = tasks.save(store, wanted)
    assert tasks.get(store, old.id) == kept
    assert [i.name for i in kept.indicators] == ["Kinh phí", "Lượt người"]
    assert kept.indicators[1].id == old.indicators[1].id


def test_tasks_can_be_put_in_another_order(store: Store, work) -> None:
    first, second = work.tasks
    tasks.reorder(store, work.plan.id, [second.id, first.id])
    assert [task.id for task in tasks.of_plan(store, work.plan.id)] == [second.id, first.id]


def test_a_removed_task_takes_its_assignments_along(store: Store, work) -> None:
    work.assign(store)
    tasks.remove(store, work.tasks[0].id)
    assert given_to(store, work) == [(work.tasks[1].id, work.units[3].id)]


def test_a_task_that_is_not_there_is_not_found(store: Store, work) -> None:
    missing = replace(work.tasks[0], id=99)
    for ask in (
        lambda: tasks.get(store, 99),
        lambda: tasks.remove(store, 99),
        lambda: tasks.save(store, missing),
    ):
        with pytest.raises(NotFound):
            ask()


def test_a_group_stands_for_its_members_and_the_day_that_counts_is_kept(store: Store, work) -> None:
    made = work.assign(store)
    assert given_to(store, work) == [
        *((work.tasks[0].id, unit.id) for unit in work.units[:3]),
        (work.tasks[1].id, work.units[3].id),
    ]
    assert made[0] == Assignment(made[0].id, work.tasks[0].id, work.units[0].id, due=DUE)
    assert made[3].due is None


def test_giving_out_again_adds_only_what_is_missing(store: Store, work) -> None:
    before = work.assign(store)
    results.add_all(store, [Result(before[0].id, DAY, Status.IN_PROGRESS)])
    assert tasks.assign(store, work.plan.id, DAY, {}) == 0
    assert tasks.assignments_of_plan(store, work.plan.id)[0].status is Status.IN_PROGRESS


def test_only_members_of_the_day_that_exist_get_a_task(store: Store, work) -> None:
    units.save(store, replace(work.units[0], ended=DAY))
    members = (
        Membership(work.units[0].id),
        Membership(work.units[1].id, end=DAY),
        Membership(work.units[2].id, DAY),
    )
    units.save_group(store, replace(work.group, members=members))
    work.assign(store)
    assert given_to(store, work)[0] == (work.tasks[0].id, work.units[2].id)
    assert len(given_to(store, work)) == 2


def test_a_later_change_of_the_group_changes_no_assignment(store: Store, work) -> None:
    work.assign(store)
    units.save_group(store, replace(work.group, members=()))
    assert len(given_to(store, work)) == 4


def test_every_new_assignment_gets_the_steps_of_its_task_once(store: Store, work) -> None:
    for _ in range(2):
        work.assign(store)
    steps = store.rows("SELECT assignment, position, text FROM checklist_item ORDER BY id")
    last = tasks.assignments_of_plan(store, work.plan.id)[-1].id
    assert steps == [(last, 0, "Lập danh sách"), (last, 1, "Gửi giấy mời")]


def test_giving_out_takes_one_statement_for_all(store: Store, work, statements) -> None:
    with statements() as said:
        tasks.assign(store, work.plan.id, DAY, {})
    assert sum("INSERT INTO assignment" in one for one in said) == 1


def test_the_work_of_a_unit_is_listed_by_day(store: Store, work) -> None:
    work.assign(store)
    (only,) = tasks.assignments_of_unit(store, work.units[1].id)
    assert (only.task, only.due) == (work.tasks[0].id, DUE)


def test_open_work_of_issued_plans_is_listed_up_to_a_day(store: Store, work) -> None:
    made = work.assign(store)
    assert tasks.open_assignments(store, DUE) == []
    plans.save(store, issue(work.plan, 1, DAY))
    results.add_all(store, [Result(made[0].id, DAY, Status.DONE, DAY)])
    assert [a.id for a in tasks.open_assignments(store, DUE)] == [made[1].id, made[2].id]
    assert tasks.open_assignments(store, DUE - dt.timedelta(1)) == []


def test_the_plan_of_an_assignment_is_known(store: Store, work) -> None:
    made = work.assign(store)
    assert tasks.plans_of_assignments(store, [made[0].id, 999]) == {made[0].id: work.plan.id}


def test_finished_work_stays_with_the_unit_that_did_it(store: Store, work) -> None:
    made = work.assign(store)
    results.add_all(store, [Result(made[0].id, DAY, Status.DONE, DAY)])
    assert tasks.move_open(store, work.units[0].id, work.units[3].id) == 0
    assert tasks.move_open(store, work.units[1].id, work.units[3].id) == 1
    moved = tasks.assignments_of_plan(store, work.plan.id)[1]
    assert (moved.unit, moved.taken_from) == (work.units[3].id, work.units[1].id)
