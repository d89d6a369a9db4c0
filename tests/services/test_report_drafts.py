"""Drafts of reports live with the results, and keep what an officer wrote."""

import datetime as dt
from dataclasses import replace

import pytest
from story import VILLAGES, issued, settle
from test_reporting import CUT_OFF, report

from desktop.documents.as_text import plain_text
from desktop.documents.model import Style, paragraph
from desktop.domain.report import Arrangement
from desktop.errors import NotAllowed, NotFound
from desktop.services import report_drafts, report_sending
from desktop.storage import reports, tasks

EAST, WEST, UPPER = VILLAGES
MOVED = dt.date(2026, 3, 30)


@pytest.fixture
def plan(workspace):
    settle(workspace)
    made = issued(workspace)
    workspace.today.day = CUT_OFF
    return made


@pytest.fixture
def draft(workspace, plan):
    return report_drafts.open_for_plan(workspace, plan.id)


def part(work, draft, key):
    return next(one for one in report_drafts.parts(work, draft.id) if one.part.key == key)


def printed(work, draft) -> str:
    return plain_text(report_drafts.document(work, draft.id))


def test_the_first_draft_is_counted_to_today_and_opened_again_after(workspace, plan, draft):
    assert (draft.plan, draft.cut_off, draft.symbol) == (plan.id, CUT_OFF, "BC-UBND")
    assert draft.title == "Kết quả tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam"
    workspace.today.day = MOVED
    assert report_drafts.open_for_plan(workspace, plan.id) == draft
    assert report_drafts.open_for_plan(workspace, plan.id, MOVED) == replace(draft, cut_off=MOVED)
    assert len(reports.list_reports(workspace.store)) == 1


def test_a_sent_report_is_not_opened_again(workspace, plan, draft):
    report_sending.send(workspace, draft.id, 21, CUT_OFF)
    assert report_drafts.open_for_plan(workspace, plan.id).id != draft.id


def test_parts_have_stable_keys_in_their_order(workspace, plan, draft):
    first, second, third = (f"task:{task.id}" for task in tasks.of_plan(workspace.store, plan.id))
    assert [one.part.key for one in report_drafts.parts(workspace, draft.id)] == [
        *("opening", "direction", "overview", "comparison", first, second, third),
        *("strengths", "shortcomings", "causes", "proposals", "closing"),
    ]


def test_live_parts_follow_the_results(workspace, plan, draft):
    before = part(workspace, draft, "overview").words
    report(workspace, plan, EAST)
    assert part(workspace, draft, "overview").words != before


def test_an_edited_part_stays_as_it_was_written_and_says_what_is_new(workspace, plan, draft):
    shown = report_drafts.edit(workspace, draft.id, "overview", "Kết quả tốt.\n- Các thôn tích cực.")
    assert [one.text for one in shown.words] == ["Kết quả tốt.", "Các thôn tích cực."]
    assert not shown.is_stale
    report(workspace, plan, EAST)
    later = part(workspace, draft, "overview")
    assert later.is_stale
    assert later.words == shown.words
    assert later.part.live != shown.part.live
    assert "Kết quả tốt." in printed(workspace, draft)


def test_an_edit_that_was_looked_at_again_is_no_longer_stale(workspace, plan, draft):
    shown = report_drafts.edit(workspace, draft.id, "overview", "Kết quả tốt.")
    report(workspace, plan, EAST)
    kept = report_drafts.keep_edit(workspace, draft.id, "overview")
    assert (kept.words, kept.is_stale) == (shown.words, False)
    assert report_drafts.keep_edit(workspace, draft.id, "direction").edit is None


def test_an_edited_part_can_be_given_back_to_its_live_words(workspace, draft):
    before = part(workspace, draft, "closing")
    report_drafts.edit(workspace, draft.id, "closing", "Xin báo cáo./.")
    report_drafts.reset(workspace, draft.id, "closing")
    assert part(workspace, draft, "closing") == before


def test_words_that_have_their_look_are_kept_with_it(workspace, draft):
    words = (paragraph(Style.DASH, "Đề nghị tỉnh hỗ trợ kinh phí.", "unit:3"),)
    assert report_drafts.edit_words(workspace, draft.id, "proposals", words).words == words
    assert part(workspace, draft, "proposals").words == words


def test_a_draft_may_go_by_fields(workspace, plan, draft):
    first, *_ = tasks.of_plan(workspace.store, plan.id)
    tasks.save(workspace.store, replace(first, field="Bảo trợ xã hội"))
    report_drafts.edit(workspace, draft.id, f"task:{first.id}", "Việc đã sửa.")
    report_drafts.arrange(workspace, draft.id, Arrangement.FIELD)
    text = printed(workspace, draft)
    assert "**1. Lĩnh vực bảo trợ xã hội**\na) Việc đã sửa.\n**2. Nhiệm vụ khác**\n" in text
    report_drafts.arrange(workspace, draft.id, Arrangement.TASK)
    assert "**II. KẾT QUẢ THỰC HIỆN**" in printed(workspace, draft)
    assert "1. Việc đã sửa.\n2. " in printed(workspace, draft)


def test_another_cut_off_counts_anew_and_keeps_what_was_written(workspace, plan, draft):
    report(workspace, plan, EAST, on=MOVED)
    report_drafts.edit(workspace, draft.id, "closing", "Xin báo cáo./.")
    moved = report_drafts.set_cut_off(workspace, draft.id, MOVED)
    text = printed(workspace, moved)
    assert "tính đến ngày 30/3/2026" in text
    assert "Đã hoàn thành 01/05 lượt giao việc" in text
    assert "Xin báo cáo./." in text
    with pytest.raises(NotAllowed, match="cut_off_before_plan"):
        report_drafts.set_cut_off(workspace, draft.id, dt.date(2026, 1, 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda work, key: report_drafts.edit(work, key, "closing", "Khác./."),
        lambda work, key: report_drafts.reset(work, key, "closing"),
        lambda work, key: report_drafts.arrange(work, key, Arrangement.FIELD),
        lambda work, key: report_drafts.set_cut_off(work, key, MOVED),
        report_drafts.remove,
    ],
)
def test_a_sent_report_is_not_changed(workspace, draft, change):
    report_sending.send(workspace, draft.id, 21, CUT_OFF)
    with pytest.raises(NotAllowed, match="report_is_sent"):
        change(workspace, draft.id)


def test_a_part_that_is_not_there_is_told(workspace, draft):
    with pytest.raises(NotFound):
        report_drafts.edit(workspace, draft.id, "task:99", "Khác.")


def test_a_draft_can_be_removed(workspace, draft):
    report_drafts.remove(workspace, draft.id)
    assert reports.list_reports(workspace.store) == []


def test_a_draft_on_a_period_is_opened_once(workspace, plan):
    workspace.today.day = dt.date(2026, 6, 20)
    draft = report_drafts.open_for_period(workspace, "2026-q2")
    assert (draft.plan, draft.period, draft.cut_off) == (None, "2026-Q2", dt.date(2026, 6, 14))
    assert draft.title == "Kết quả thực hiện nhiệm vụ quý II năm 2026 và nhiệm vụ trọng tâm quý III năm 2026"
    report_drafts.edit(workspace, draft.id, "coming", "- Chuẩn bị khai giảng.")
    assert report_drafts.open_for_period(workspace, "2026-Q2") == draft
    assert "- Chuẩn bị khai giảng." in printed(workspace, draft)
    moved = report_drafts.set_cut_off(workspace, draft.id, dt.date(2026, 6, 1))
    assert "đến ngày 01/6/2026)" in printed(workspace, moved)
