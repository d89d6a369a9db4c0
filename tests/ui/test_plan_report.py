"""The tab *Báo cáo* of a plan: written from results, edited by part, told what is new since, frozen at sending."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.assignment import Status
from desktop.domain.report import Arrangement, ReportState
from desktop.paths import data_file
from desktop.services import following, planning, report_drafts, report_views
from desktop.storage import tasks
from desktop.ui.context import Context
from desktop.ui.dialogs.issue import NumberDialog
from desktop.ui.pages.plan_report import ReportTab
from desktop.ui.widgets.report_part_card import ReportPartCard

ISSUED, EMPTY, TOO_EARLY = 1, 1, 2
TODAY = dt.date(2026, 3, 27)


@pytest.fixture
def tab(demo: Context, qtbot: Any) -> ReportTab:
    """The tab, told of changes as the page of the plan tells it."""
    made = ReportTab(demo)
    qtbot.addWidget(made)
    demo.hub.changed.connect(lambda _: made._plan and made.show_plan(made._plan))
    made.resize(1146, 640)
    made.show()
    return made


@pytest.fixture
def draft(demo: Context, tab: ReportTab, qtbot: Any) -> int:
    """A draft on the demo's plan, shown in the tab."""
    key = report_drafts.open_for_plan(demo.work, ISSUED).id
    tab.show_plan(ISSUED)
    settle(tab, qtbot)
    return key


def settle(tab: ReportTab, qtbot: Any) -> None:
    """What is drawn and done beside the window has ended."""
    jobs = tab._context.jobs
    qtbot.waitUntil(lambda: not jobs._drawings and not jobs.is_busy, timeout=60_000)


def card(tab: ReportTab, key: str) -> ReportPartCard:
    return next(one for one in tab.editor._cards if one.key == key)


def click(widget: QWidget, name: str) -> None:
    found = widget.findChild(QPushButton, name)
    assert found is not None, f"no button {name}"
    found.click()


def words_of(demo: Context, key: int, part: str) -> Any:
    return next(one for one in report_drafts.parts(demo.work, key) if one.part.key == part)


def finish_late_work(demo: Context) -> None:
    """Two units are done today."""
    given = tasks.assignments_of_plan(demo.work.store, ISSUED)
    late = [one.id for one in given if one.done_on is None and one.due and one.due < TODAY][:2]
    demo.doer.do("Sửa", lambda: following.set_status(demo.work, ISSUED, late, Status.DONE, None))


def test_of_a_draft_there_is_no_report_yet(demo: Context, tab: ReportTab) -> None:
    plan = planning.new_from_file(demo.work, next(data_file("samples").glob("*.docx"))).plan
    tab.show_plan(plan.id)
    assert tab._stack.currentIndex() == TOO_EARLY


def test_a_first_report_is_made_with_one_button(demo: Context, tab: ReportTab, qtbot: Any) -> None:
    plan = planning.new_from_file(demo.work, next(data_file("samples").glob("*.docx"))).plan.id
    planning.issue(demo.work, plan, 88, TODAY)
    tab.show_plan(plan)
    assert tab._stack.currentIndex() == EMPTY
    tab.empty.button.click()
    settle(tab, qtbot)
    (made,) = report_views.of_plan(demo.work, plan)
    assert (tab.editor.key, made.state) == (made.id, ReportState.DRAFT)
    assert tab.editor._cards


def test_an_edited_part_says_what_is_new_and_takes_it(
    demo: Context, tab: ReportTab, draft: int, qtbot: Any
) -> None:
    card(tab, "overview").edit.setPlainText("Các đơn vị làm tốt.")
    tab.leave()
    settle(tab, qtbot)
    finish_late_work(demo)
    settle(tab, qtbot)
    assert card(tab, "overview").findChild(QWidget, "reportStale") is not None
    click(card(tab, "overview"), "reportTakeNew")
    settle(tab, qtbot)
    assert words_of(demo, draft, "overview").edit is None
    assert card(tab, "overview").edit.toPlainText() != "Các đơn vị làm tốt."


def test_an_edited_part_may_stay_though_figures_changed(
    demo: Context, tab: ReportTab, draft: int, qtbot: Any
) -> None:
    report_drafts.edit(demo.work, draft, "overview", "Các đơn vị làm tốt.")
    finish_late_work(demo)
    settle(tab, qtbot)
    click(card(tab, "overview"), "reportKeep")
    settle(tab, qtbot)
    assert not words_of(demo, draft, "overview").is_stale
    assert card(tab, "overview").edit.toPlainText() == "Các đơn vị làm tốt."


def test_an_edited_part_goes_back_to_the_figures(
    demo: Context, tab: ReportTab, draft: int, qtbot: Any
) -> None:
    live = card(tab, "overview").edit.toPlainText()
    report_drafts.edit(demo.work, draft, "overview", "Các đơn vị làm tốt.")
    tab.show_plan(ISSUED)
    settle(tab, qtbot)
    click(card(tab, "overview"), "reportReset")
    settle(tab, qtbot)
    assert card(tab, "overview").edit.toPlainText() == live
    demo.doer.undo()
    settle(tab, qtbot)
    assert card(tab, "overview").edit.toPlainText() == "Các đơn vị làm tốt."


def test_another_cut_off_counts_anew(demo: Context, tab: ReportTab, draft: int, qtbot: Any) -> None:
    before = card(tab, "overview").edit.toPlainText()
    tab.editor.cut_off.changed.emit(dt.date(2026, 3, 10))
    settle(tab, qtbot)
    assert report_views.shown(demo.work, draft).report.cut_off == dt.date(2026, 3, 10)
    assert card(tab, "overview").edit.toPlainText() != before


def test_the_report_is_arranged_by_field(demo: Context, tab: ReportTab, draft: int, qtbot: Any) -> None:
    tab.editor.arrangement.activated.emit(1)
    settle(tab, qtbot)
    assert report_views.shown(demo.work, draft).arrangement is Arrangement.FIELD


def test_it_is_sent_with_its_number_and_frozen(demo: Context, tab: ReportTab, draft: int, qtbot: Any) -> None:
    tab.editor.send_button.click()
    dialog = tab.findChild(NumberDialog)
    dialog.number.setValue(99)
    dialog.accept_button.click()
    settle(tab, qtbot)
    report = report_views.shown(demo.work, draft).report
    assert (report.state, report.number) == (ReportState.SENT, 99)
    settle(tab, qtbot)
    assert tab.editor.state.text().startswith("Đã gửi: số 99/")
    assert card(tab, "overview").edit.isReadOnly()
    assert not tab.editor.send_button.isVisible()
    assert tab.another.isVisible()


def test_results_after_the_cut_off_are_said_and_not_counted(
    demo: Context, tab: ReportTab, draft: int, qtbot: Any
) -> None:
    sent = next(r for r in report_views.of_plan(demo.work, ISSUED) if r.state is ReportState.SENT)
    tab.chooser.setCurrentIndex(tab.chooser.findData(sent.id))
    tab.chooser.activated.emit(tab.chooser.currentIndex())
    settle(tab, qtbot)
    assert tab.editor.key == sent.id
    assert tab.editor.findChild(QWidget, "reportLater") is not None


def test_a_report_told_by_its_place_is_shown(demo: Context, tab: ReportTab, draft: int, qtbot: Any) -> None:
    sent = next(r for r in report_views.of_plan(demo.work, ISSUED) if r.state is ReportState.SENT)
    tab.open_part(f"report:{sent.id}")
    settle(tab, qtbot)
    assert tab.editor.key == sent.id
    assert tab.chooser.currentData() == sent.id
