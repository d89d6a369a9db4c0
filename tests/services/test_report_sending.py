"""A report goes up: its figures and its PDF stay, later results are told apart (product rule 6)."""

import datetime as dt

import pytest
from story import DIVISION, VILLAGES, issued, settle
from test_reporting import CUT_OFF, report

from desktop.documents.as_text import plain_text
from desktop.domain.report import ReportState
from desktop.errors import NotAllowed
from desktop.services import report_drafts, report_sending
from desktop.storage import reports, unit_changes

EAST, WEST, UPPER = VILLAGES
AFTER = dt.date(2026, 4, 2)


@pytest.fixture
def plan(workspace):
    settle(workspace)
    made = issued(workspace)
    workspace.today.day = CUT_OFF
    report(workspace, made, EAST)
    return made


@pytest.fixture
def sent(workspace, plan):
    draft = report_drafts.open_for_plan(workspace, plan.id)
    return report_sending.send(workspace, draft.id, 21, CUT_OFF)


def test_a_sent_report_bears_its_number_and_day(workspace, sent):
    assert (sent.state, sent.number, sent.date) == (ReportState.SENT, 21, CUT_OFF)
    assert reports.get(workspace.store, sent.id) == sent
    text = plain_text(report_drafts.document(workspace, sent.id))
    assert "Số: 21/BC-UBND" in text
    assert "Đồng Sen, ngày 27 tháng 3 năm 2026" in text


def test_rule_6_a_sent_report_keeps_its_figures_and_its_pdf(workspace, plan, sent):
    before, printed = report_drafts.document(workspace, sent.id), reports.pdf(workspace.store, sent.id)
    assert printed is not None
    assert printed.startswith(b"%PDF")
    report(workspace, plan, WEST, on=AFTER)
    workspace.store.run("UPDATE unit SET name = 'Thôn Khác'")
    workspace.store.run("UPDATE setting SET value = '{}' WHERE key = 'office'")
    assert report_drafts.document(workspace, sent.id) == before
    assert reports.pdf(workspace.store, sent.id) == printed


def test_what_was_written_in_a_draft_is_sent(workspace, plan):
    draft = report_drafts.open_for_plan(workspace, plan.id)
    report_drafts.edit(workspace, draft.id, "closing", "Xin báo cáo./.")
    report_sending.send(workspace, draft.id, 21, CUT_OFF)
    assert "Xin báo cáo./." in plain_text(report_drafts.document(workspace, draft.id))


def test_results_after_the_cut_off_are_told_apart(workspace, plan, sent):
    assert report_sending.later_results(workspace, sent.id) == []
    report(workspace, plan, WEST, on=AFTER, text="Đã treo")
    report(workspace, plan, EAST, on=AFTER, text="Đã treo thêm")
    east, west = report_sending.later_results(workspace, sent.id)
    assert (east.unit, east.task, east.result.text) == (EAST, "Treo băng rôn, khẩu hiệu", "Đã treo thêm")
    assert (west.unit, west.before.reported_on, west.plan) == (WEST, None, plan.id)
    assert east.before.reported_on is not None


def test_a_result_that_came_the_same_day_after_sending_is_later_too(workspace, plan, sent):
    report(workspace, plan, UPPER, on=CUT_OFF)
    assert [one.unit for one in report_sending.later_results(workspace, sent.id)] == [UPPER]


def test_a_draft_counted_to_an_older_day_tells_what_came_since(workspace, plan):
    draft = report_drafts.open_for_plan(workspace, plan.id, dt.date(2026, 3, 19))
    assert [one.unit for one in report_sending.later_results(workspace, draft.id)] == [EAST]


def test_a_unit_that_was_merged_since_is_told_by_its_new_name(workspace, plan, sent):
    ids = dict(workspace.store.rows("SELECT name, id FROM unit"))
    unit_changes.rename(workspace.store, ids[WEST], "Thôn Đoài Hạ", dt.date(2026, 3, 29))
    workspace.today.day = AFTER
    report(workspace, plan, "Thôn Đoài Hạ", on=AFTER)
    assert [one.unit for one in report_sending.later_results(workspace, sent.id)] == ["Thôn Đoài Hạ"]


def test_a_period_is_sent_like_a_plan(workspace, plan):
    workspace.today.day = dt.date(2026, 6, 20)
    draft = report_drafts.open_for_period(workspace, "2026-Q2")
    sent = report_sending.send(workspace, draft.id, 30, dt.date(2026, 6, 20))
    before = report_drafts.document(workspace, sent.id)
    report(workspace, plan, DIVISION, on=dt.date(2026, 6, 21))
    assert report_drafts.document(workspace, sent.id) == before
    assert [one.unit for one in report_sending.later_results(workspace, sent.id)] == [DIVISION]


@pytest.mark.parametrize(
    ("number", "date", "rule"),
    [
        (0, CUT_OFF, "number_not_positive"),
        (21, CUT_OFF, "number_taken"),
        (22, dt.date(2026, 3, 26), "sent_before_cut_off"),
    ],
)
def test_a_number_or_a_day_that_cannot_be_is_refused(workspace, plan, sent, number, date, rule):
    draft = report_drafts.open_for_plan(workspace, plan.id)
    with pytest.raises(NotAllowed, match=rule):
        report_sending.send(workspace, draft.id, number, date)
    assert reports.get(workspace.store, draft.id).state is ReportState.DRAFT


def test_a_report_is_sent_once(workspace, sent):
    with pytest.raises(NotAllowed, match="report_is_sent"):
        report_sending.send(workspace, sent.id, 22, CUT_OFF)
