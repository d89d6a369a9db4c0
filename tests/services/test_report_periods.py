"""What a report of a period tells of, over all plans."""

import datetime as dt
from dataclasses import replace

import pytest
from story import DIVISION, FRONT, READING, VILLAGES, draft, issued, settle
from test_reporting import report

from desktop.domain.report_period import usual_rules
from desktop.errors import BadValue, NotAllowed
from desktop.services import planning, report_periods
from desktop.storage import tasks

EAST, WEST, UPPER = VILLAGES
SUMMER = dt.date(2026, 6, 20)


@pytest.fixture
def plan(workspace):
    settle(workspace)
    made = issued(workspace)
    workspace.today.day = SUMMER
    return made


def told(work, period="2026-Q2", **values):
    return report_periods.matter(work, period, **values)


def lines(matter) -> list[tuple[str, str]]:
    """(task, unit) of the work of a period."""
    return [
        (some.task.text[:4], line.name)
        for p in matter.plans
        for some in p.figures.tasks
        for line in some.lines
    ]


def test_the_days_of_a_period_are_those_of_the_decree(workspace, plan):
    matter = told(workspace)
    assert (matter.start, matter.cut_off) == (dt.date(2026, 3, 15), dt.date(2026, 6, 14))
    assert matter.basis.startswith("Nghị định số 09/2019/NĐ-CP")


def test_a_running_period_is_counted_to_today_and_one_to_come_is_refused(workspace, plan):
    assert told(workspace, "2026-06").cut_off == dt.date(2026, 6, 14)
    assert told(workspace, "2026-07").cut_off == SUMMER
    with pytest.raises(NotAllowed, match="period_not_begun"):
        told(workspace, "2026-Q4")
    with pytest.raises(BadValue):
        told(workspace, "2026-Q7")


def test_another_cut_off_lies_within_the_period(workspace, plan):
    assert told(workspace, cut_off=dt.date(2026, 4, 1)).cut_off == dt.date(2026, 4, 1)
    for day in (dt.date(2026, 3, 14), dt.date(2026, 6, 15)):
        with pytest.raises(NotAllowed, match="cut_off_outside_period"):
            told(workspace, cut_off=day)


def test_work_that_was_finished_before_is_not_of_the_period(workspace, plan):
    report(workspace, plan, EAST, on=dt.date(2026, 3, 12), done_on=dt.date(2026, 3, 12))
    report(workspace, plan, WEST, on=dt.date(2026, 3, 18), done_on=dt.date(2026, 3, 17))
    assert lines(told(workspace)) == [
        ("Chủ ", DIVISION),
        ("Treo", WEST),
        ("Treo", UPPER),
        ("Vận ", FRONT),
    ]
    assert ("Treo", EAST) in lines(told(workspace, "2026-Q1"))


def test_what_is_due_later_is_not_of_the_period_but_to_come(workspace, plan):
    matter = told(workspace, "2026-Q1")
    assert lines(matter) == [("Vận ", FRONT)]
    assert [(one.text[:4], one.due, one.units) for one in matter.coming] == [
        ("Treo", dt.date(2026, 3, 17), VILLAGES),
        ("Chủ ", dt.date(2026, 3, 24), (DIVISION,)),
    ]


def test_work_of_a_closed_plan_is_not_to_come(workspace, plan):
    planning.close(workspace, plan.id)
    assert told(workspace).coming == ()


def test_plans_stand_in_the_order_of_their_days_and_drafts_are_left_out(workspace, plan):
    workspace.today.day = dt.date(2026, 3, 10)
    second = draft(workspace, replace(READING, date=None))
    planning.issue(workspace, second.id, 16, dt.date(2026, 3, 11))
    draft(workspace)
    workspace.today.day = SUMMER
    assert [some.plan.number for some in told(workspace).plans] == [15, 16]


def test_a_plan_that_came_out_after_the_cut_off_is_left_out(workspace, plan):
    assert told(workspace, "2026-02").plans == ()


def test_an_office_may_have_other_cut_off_days(workspace, plan):
    ours = replace(usual_rules(), quarter=31, basis="Quy chế làm việc của UBND xã")
    report_periods.tell_rules(workspace, ours)
    matter = told(workspace, "2026-Q1")
    assert (matter.start, matter.cut_off) == (dt.date(2026, 1, 1), dt.date(2026, 3, 31))
    assert matter.basis == ours.basis


@pytest.mark.parametrize("change", [{"month": 0}, {"replaced": {"Q9": "year"}}, {"replaced": {"03": "lâu"}}])
def test_rules_that_cannot_be_are_refused(workspace, change):
    with pytest.raises(BadValue):
        report_periods.tell_rules(workspace, replace(usual_rules(), **change))
    assert report_periods.rules(workspace) == usual_rules()


def test_what_does_not_apply_is_not_of_the_period(workspace, plan):
    given = next(a for a in tasks.assignments_of_plan(workspace.store, plan.id))
    workspace.store.run(
        "INSERT INTO result(uid, assignment, reported_on, status, made_at) VALUES ('x', ?, '2026-04-01', 'not_applicable', '')",
        (given.id,),
    )
    workspace.store.run("UPDATE assignment SET result = 1 WHERE id = ?", (given.id,))
    assert ("Chủ ", DIVISION) not in lines(told(workspace))
