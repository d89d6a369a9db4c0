"""Báo cáo: the list, the chosen report beside it, reports of periods, registers of the office."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.domain.report import ReportState
from desktop.services import report_drafts, report_sending
from desktop.storage import plans, reports
from desktop.ui.dialogs.office_paper import NAMES, OfficePaperDialog
from desktop.ui.hub import Place
from desktop.ui.pages.reports import ReportsPage


@pytest.fixture
def draft(demo):
    """A draft on the plan that is under way."""
    key = plans.heads(demo.work.store)[0].id
    return report_drafts.open_for_plan(demo.work, key)


@pytest.fixture
def page(demo, draft, qtbot) -> ReportsPage:
    made = ReportsPage(demo)
    qtbot.addWidget(made)
    made.resize(1170, 700)
    made.show()
    return made


def shown(page: ReportsPage, key: int, qtbot) -> ReportsPage:
    """That report is in the editor."""
    page.open_at(Place("reports", key))
    qtbot.waitUntil(lambda: page.editor.key == key and bool(page.editor._cards), timeout=20_000)
    qtbot.waitUntil(lambda: not page.context.jobs._drawings, timeout=20_000)
    return page


def card(page: ReportsPage, key: str):
    """The card of a part."""
    return next(one for one in page.editor._cards if one.key == key)


def test_all_reports_are_listed_by_what_they_are_about(page, draft):
    keys = {one.report.id for one in page._model.rows}
    assert keys == {one.id for one in reports.list_reports(page.context.work.store)}
    assert draft.id in keys


def test_without_reports_it_says_what_it_is_for(context, qtbot):
    made = ReportsPage(context)
    qtbot.addWidget(made)
    made.make_current()
    assert made._stack.currentIndex() == 1


def test_a_report_is_shown_with_its_pages(page, draft, qtbot):
    shown(page, draft.id, qtbot)
    assert page.editor.paper.page_count >= 2
    assert page.editor.state.text() == "Dự thảo"


def test_words_of_a_part_are_kept_and_undone(page, draft, qtbot):
    shown(page, draft.id, qtbot)
    before = card(page, "overview").edit.toPlainText()
    card(page, "overview").edit.setPlainText("Các đơn vị đã hoàn thành.")
    page.leave()
    qtbot.waitUntil(lambda: card(page, "overview").shown.edit is not None, timeout=20_000)
    page.context.doer.undo()
    qtbot.waitUntil(lambda: card(page, "overview").shown.edit is None, timeout=20_000)
    assert card(page, "overview").edit.toPlainText() == before


def test_the_part_one_types_in_stays_while_another_is_kept(page, draft, qtbot):
    shown(page, draft.id, qtbot)
    typed = card(page, "closing")
    card(page, "overview").edit.setPlainText("Đã xong.")
    card(page, "overview").keep()
    typed.edit.setPlainText("Trên đây là báo cáo")
    qtbot.waitUntil(lambda: card(page, "overview").shown.edit is not None, timeout=20_000)
    assert card(page, "closing") is typed
    assert typed.edit.toPlainText() == "Trên đây là báo cáo"


def test_a_sent_report_cannot_be_typed_in(page, draft, qtbot):
    report_sending.send(page.context.work, draft.id, 77, page.context.work.today())
    page.refresh()
    shown(page, draft.id, qtbot)
    assert page.editor.state.text().startswith("Đã gửi: số 77/BC-UBND")
    assert not page.editor.cut_off.isVisible()
    assert all(one.edit.isReadOnly() for one in page.editor._cards)


def test_a_report_of_a_period_is_made_from_the_menu(page, qtbot):
    menu = QMenu()
    page._fill_periods(menu)
    assert [one.text() for one in menu.actions()][:3] == ["Tháng 3/2026", "Tháng 2/2026", "Quý I/2026"]
    menu.actions()[2].trigger()
    made = next(one for one in page._model.rows if one.report.period == "2026-Q1")
    assert page.editor.key == made.report.id
    qtbot.waitUntil(lambda: not page.context.jobs._drawings, timeout=20_000)


def test_a_draft_is_put_into_the_trash_and_another_report_shown(page, draft, qtbot):
    shown(page, draft.id, qtbot)
    menu = QMenu()
    page._fill_menu(menu)
    menu.actions()[0].trigger()
    assert draft.id not in {one.report.id for one in page._model.rows}
    assert page.editor.key != draft.id
    qtbot.waitUntil(lambda: not page.context.jobs._drawings, timeout=20_000)


def test_sent_reports_are_not_offered_for_the_trash(page, qtbot):
    sent = next(one for one in page._model.rows if one.report.state is ReportState.SENT)
    shown(page, sent.report.id, qtbot)
    menu = QMenu()
    page._fill_menu(menu)
    assert menu.actions() == []


def test_the_list_is_filtered_by_words_without_dau(page, qtbot):
    page.filters.words.setText("cong tac xa hoi")
    page._filter()
    assert page._model.rows
    page.filters.words.setText("khong co bao cao nao")
    page._filter()
    assert page._model.rows == ()
    qtbot.waitUntil(lambda: not page.context.jobs._drawings, timeout=20_000)


def test_every_register_is_offered_with_its_time(demo, qtbot, page):
    dialog = OfficePaperDialog(demo, page)
    qtbot.addWidget(dialog)
    dialog.show()
    for at, kind in enumerate(NAMES):
        dialog.kind.setCurrentIndex(at)
        assert dialog.wanted().kind is kind
        assert bool(dialog.wanted().period) == dialog.period_field.isVisible()


def test_a_register_is_printed(demo, qtbot, page):
    dialog = OfficePaperDialog(demo, page)
    dialog.show()
    qtbot.mouseClick(dialog.findChild(QPushButton, "officePaperPrint"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not demo.jobs.is_busy, timeout=20_000)
    assert not dialog.isVisible()
    assert page.findChild(object, "printDialog") is not None
