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


def test_open_work_is_told_by_task_and_unit(store):
    settle(store, "Thôn Đông", "Thôn Tây")
    found = waiting.work_until(store, TODAY, TODAY)
    assert [(one.due, one.silent) for one in found] == [(DUE, True)] * 2
    assert len({one.task for one in found}) == 1


def test_drafts_closed_plans_and_units_that_are_gone_owe_nothing(store):
    settle(store, "Thôn Đông", state=PlanState.CLOSED)
    _, (key,) = settle(store, "Thôn Tây")
    units.save(store, replace(units.get(store, key), ended=TODAY))
    assert waiting.work_until(store, TODAY, TODAY) == []


def test_a_group_is_told_with_the_first_units_by_the_names_of_the_day(store):
    plan, ids = settle(store, "Thôn Mới", "Thôn Tây", "Thôn Nam")
    names = (UnitName("Thôn Cũ", end=dt.date(2026, 4, 1)), UnitName("Thôn Mới", start=dt.date(2026, 4, 1)))
    units.save(store, replace(units.get(store, ids[0]), names=names))
    task = waiting.work_until(store, TODAY, TODAY)[0].task
    (told,) = waiting.details(store, [(task, DUE)], TODAY, 2)
    assert (told.text, told.plan, told.number, told.symbol) == ("Treo băng rôn", plan.id, 7, "KH-UBND")
    assert told.names == ("Thôn Cũ", "Thôn Tây")
    assert waiting.contacts(store, ids, TODAY)[ids[0]].name == "Thôn Cũ"


def test_who_has_reported_is_not_silent(store):
    plan, _ = settle(store, "Thôn Đông", "Thôn Tây")
    east = tasks.assignments_of_plan(store, plan.id)[0]
    results.add_all(store, [Result(east.id, TODAY, Status.IN_PROGRESS)])
    found = waiting.work_until(store, TODAY, TODAY)
    (told,) = waiting.details(store, [(found[0].task, DUE)], TODAY, 5, silent=True)
    assert ([one.silent for one in found], told.names) == ([False, True], ("Thôn Tây",))


def test_the_overdue_work_of_a_unit_is_told_by_plan(store):
    plan, (east,) = settle(store, "Thôn Đông")
    given = [a.id for a in tasks.assignments_of_plan(store, plan.id)]
    assert waiting.late_of_unit(store, east, TODAY) == {plan.id: given}
    assert waiting.late_of_unit(store, east, DUE) == {}


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
