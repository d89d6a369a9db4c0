"""Reports to send and yearly duties with the ids that open them, and the draft of a duty."""

import datetime as dt
from dataclasses import replace

import pytest
from story import READING, issued, settle

from desktop.domain.deadline import Deadline, Operator
from desktop.domain.directive import ReportOrder
from desktop.domain.report import Report, send
from desktop.services import coming, offices
from desktop.services.workspace import Workspace
from desktop.storage import directives, plans, reports

DAY = dt.date(2026, 3, 27)
BY = Deadline("trước ngày 30/3/2026", dt.date(2026, 3, 30), Operator.BEFORE)


@pytest.fixture
def asked(workspace: Workspace) -> Workspace:
    """A plan is issued whose directive wants a report by the end of March."""
    settle(workspace)
    plan = issued(workspace)
    reading = replace(READING, report=ReportOrder(to="Sở Y tế", deadline=BY))
    key = directives.add(workspace.store, reading)
    plans.save(workspace.store, replace(plan, directive=key))
    workspace.today.day = DAY
    return workspace


def test_a_report_that_is_asked_for_knows_its_plan_and_last_day(asked):
    (one,) = coming.to_send(asked)
    assert (one.to, one.due, one.report) == ("Sở Y tế", DAY, None)
    assert plans.get(asked.store, one.plan).number == 15


def test_a_report_that_was_sent_is_asked_for_no_more(asked):
    (one,) = coming.to_send(asked)
    kept = reports.add(asked.store, Report(0, "", "Báo cáo", DAY, one.plan))
    assert [found.report for found in coming.to_send(asked)] == [None, kept.id]
    reports.freeze(asked.store, send(kept, 12, DAY), "{}")
    assert coming.to_send(asked) == ()


def test_a_duty_without_an_older_plan_is_drafted_from_its_template(workspace):
    offices.tell(workspace, name="Ủy ban nhân dân xã Đồng Sen", place="Đồng Sen")
    workspace.today.day = DAY
    wanted = next(one for one in coming.gather(workspace).duties if one.duty.template)
    key = coming.draft(workspace, wanted)
    assert plans.get(workspace.store, key).year == 2026
    assert wanted.duty.key not in {one.duty.key for one in coming.gather(workspace).duties}


def test_a_duty_with_an_older_plan_is_drafted_from_it(workspace):
    workspace.today.day = DAY
    wanted = next(one for one in coming.gather(workspace).duties if one.duty.template)
    last = coming.draft(workspace, replace(wanted, year=2025))
    again = next(one for one in coming.gather(workspace).duties if one.duty.key == wanted.duty.key)
    assert again.last == last
    assert plans.cloned_from(workspace.store, coming.draft(workspace, again)) == last


def test_a_duty_with_neither_plan_nor_template_has_no_draft(workspace):
    wanted = next(one for one in coming.gather(workspace).duties)
    assert coming.draft(workspace, replace(wanted, last=None, duty=replace(wanted.duty, template=""))) is None
