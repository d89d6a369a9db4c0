"""What waits on a day, asked of the database in few statements."""

import datetime as dt
from dataclasses import replace

from desktop.domain.assignment import Status
from desktop.domain.follow_up import Channel, Urging
from desktop.domain.plan import Plan, PlanState
from desktop.domain.result import Result
from desktop.domain.task import Party, Task
from desktop.domain.unit import Unit, UnitName
from desktop.storage import follow_ups, plans, results, tasks, units, waiting

DUE = dt.date(2026, 3, 20)
TODAY = dt.date(2026, 3, 27)


def settle(store, *names: str, state: PlanState = PlanState.ISSUED) -> tuple[Plan, list[int]]:
    """An issued plan with one task that these units owe since DUE."""
    ids = [units.add(store, Unit(0, "", (UnitName(name),))).id for name in names]
    plan = plans.add(store, Plan(0, "", "Kế hoạch thử", state=state, number=7, symbol="KH-UBND", date=DUE))
    leads = tuple(Party(name, unit=key) for name, key in zip(names, ids, strict=True))
    (task,) = tasks.add_all(store, plan.id, [Task(0, "", plan.id, 0, "Treo băng rôn", leads=leads)])
    tasks.assign(store, plan.id, DUE, {task.id: DUE})
    return plan, ids


def test_units_that_owe_the_same_stand_together(store):
    settle(store, "Thôn Đông", "Thôn Tây")
    (group,) = waiting.groups(store, TODAY, TODAY)
    assert (group.due, group.many, group.silent) == (DUE, 2, 2)


def test_drafts_closed_plans_and_units_that_are_gone_owe_nothing(store):
    settle(store, "Thôn Đông", state=PlanState.CLOSED)
    _, (key,) = settle(store, "Thôn Tây")
    units.save(store, replace(units.get(store, key), ended=TODAY))
    assert waiting.groups(store, TODAY, TODAY) == []
    assert waiting.late_units(store, TODAY) == []


def test_a_group_is_told_with_the_first_units_by_the_names_of_the_day(store):
    plan, ids = settle(store, "Thôn Mới", "Thôn Tây", "Thôn Nam")
    names = (UnitName("Thôn Cũ", end=dt.date(2026, 4, 1)), UnitName("Thôn Mới", start=dt.date(2026, 4, 1)))
    units.save(store, replace(units.get(store, ids[0]), names=names))
    (told,) = waiting.details(store, waiting.groups(store, TODAY, TODAY), TODAY, 2)
    assert (told.text, told.plan, told.number, told.symbol) == ("Treo băng rôn", plan.id, 7, "KH-UBND")
    assert told.names == ("Thôn Cũ", "Thôn Tây")


def test_who_has_reported_is_not_silent(store):
    plan, _ = settle(store, "Thôn Đông", "Thôn Tây")
    east = tasks.assignments_of_plan(store, plan.id)[0]
    results.add_all(store, [Result(east.id, TODAY, Status.IN_PROGRESS)])
    (group,) = waiting.groups(store, TODAY, TODAY)
    (told,) = waiting.details(store, [group], TODAY, 5, silent=True)
    assert (group.many, group.silent, told.names) == (2, 1, ("Thôn Tây",))


def test_units_with_most_overdue_work_come_first(store):
    settle(store, "Thôn Đông")
    _, (west,) = settle(store, "Thôn Tây")
    plan = plans.add(store, Plan(0, "", "Thứ hai", state=PlanState.ISSUED, date=DUE))
    (task,) = tasks.add_all(store, plan.id, [Task(0, "", plan.id, 0, "Việc", leads=(Party("", unit=west),))])
    tasks.assign(store, plan.id, DUE, {task.id: DUE})
    assert [(one.name, one.many) for one in waiting.late_units(store, TODAY)] == [
        ("Thôn Tây", 2),
        ("Thôn Đông", 1),
    ]
    assert list(waiting.late_of_unit(store, west, TODAY)) == [plan.id - 1, plan.id]


def test_the_newest_reminder_of_a_unit_is_told(store):
    plan, (east,) = settle(store, "Thôn Đông")
    given = tasks.assignments_of_plan(store, plan.id)[0].id
    said = [
        Urging(given, dt.date(2026, 3, 25), Channel.PHONE, promised_on=dt.date(2026, 3, 28)),
        Urging(given, dt.date(2026, 3, 24), Channel.LETTER),
    ]
    follow_ups.add_urgings(store, said)
    assert waiting.last_said(store, [east], TODAY) == {
        east: (dt.date(2026, 3, 25), "phone", dt.date(2026, 3, 28))
    }


def test_whether_there_is_any_plan(store):
    assert not waiting.has_plans(store)
    settle(store, "Thôn Đông")
    assert waiting.has_plans(store)
