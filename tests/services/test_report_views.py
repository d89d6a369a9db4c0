"""What the window shows of reports: lists, one with its parts, its pages."""

import datetime as dt

import pytest
from story import VILLAGES, issued, settle
from test_reporting import CUT_OFF, report

from desktop.errors import NotFound
from desktop.services import report_drafts, report_sending, report_views
from desktop.storage import reports

EAST, WEST, _ = VILLAGES


@pytest.fixture
def plan(workspace):
    settle(workspace)
    made = issued(workspace)
    workspace.today.day = CUT_OFF
    report(workspace, made, EAST)
    return made


@pytest.fixture
def draft(workspace, plan):
    return report_drafts.open_for_plan(workspace, plan.id)


def test_reports_are_listed_with_what_they_are_about(workspace, plan, draft):
    over_all = report_drafts.open_for_period(workspace, "2026-Q1")
    told = {one.report.id: one.about for one in report_views.listed(workspace)}
    assert told == {draft.id: plan.subject, over_all.id: ""}


def test_the_draft_on_a_plan_comes_before_what_was_sent(workspace, plan, draft):
    assert report_views.newest_of_plan(workspace, plan.id) == draft
    sent = report_sending.send(workspace, draft.id, 21, CUT_OFF)
    assert report_views.newest_of_plan(workspace, plan.id) == sent
    again = report_drafts.open_for_plan(workspace, plan.id)
    assert report_views.newest_of_plan(workspace, plan.id) == again
    assert {one.id for one in report_views.of_plan(workspace, plan.id)} == {sent.id, again.id}


def test_a_plan_without_reports_has_no_newest(workspace, plan):
    assert report_views.newest_of_plan(workspace, plan.id) is None


def test_one_report_is_shown_with_its_parts(workspace, plan, draft):
    seen = report_views.shown(workspace, draft.id)
    assert (seen.report, seen.is_sent, seen.later) == (draft, False, ())
    assert seen.parts == tuple(report_drafts.parts(workspace, draft.id))


def test_what_came_after_the_cut_off_is_told_apart(workspace, plan, draft):
    report_sending.send(workspace, draft.id, 21, CUT_OFF)
    report(workspace, plan, WEST, on=dt.date(2026, 4, 2))
    seen = report_views.shown(workspace, draft.id)
    assert seen.is_sent
    assert [one.unit for one in seen.later] == [WEST]


def test_a_sent_report_shows_the_very_pdf_that_was_sent(workspace, plan, draft):
    report_sending.send(workspace, draft.id, 21, CUT_OFF)
    kept = reports.pdf(workspace.store, draft.id)
    assert report_views.paper(workspace, draft.id).content == kept


def test_a_draft_shows_pages_of_today(workspace, plan, draft):
    assert len(report_views.paper(workspace, draft.id).sizes) >= 2


def test_what_is_not_there_is_not_found(workspace):
    with pytest.raises(NotFound):
        report_views.shown(workspace, 7)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (dt.date(2026, 3, 27), ("2026-03", "2026-02", "2026-Q1", "2025-Q4", "2026-H1", "2026", "2025")),
        (dt.date(2026, 1, 2), ("2026-01", "2025-12", "2026-Q1", "2025-Q4", "2026-H1", "2026", "2025")),
        (dt.date(2026, 11, 28), ("2026-11", "2026-10", "2026-Q4", "2026-Q3", "2026-H2", "2026", "2025")),
    ],
)
def test_periods_to_report_on_are_those_of_today_and_before(workspace, day, told):
    workspace.today.day = day
    assert report_views.periods(workspace) == told
