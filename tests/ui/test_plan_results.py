"""The tab *Kết quả*: what units reported, kept as new results; evidence, steps, reminders; filled forms with a look before."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMessageBox

from desktop.domain.assignment import Standing, Status
from desktop.domain.follow_up import Channel
from desktop.domain.result import Result
from desktop.services import following, unit_results, unsaved_results, urging
from desktop.services.unit_results import UnitTask
from desktop.storage import versions
from desktop.ui.context import Context
from desktop.ui.dialogs.log_urging import LogUrgingDialog
from desktop.ui.dialogs.receiving import ReceiveDialog
from desktop.ui.hub import Notice
from desktop.ui.pages.plan_results import ResultsTab
from desktop.ui.pages.result_files import history
from desktop.ui.pages.result_form import ResultForm

PLAN = 1


@pytest.fixture
def tab(demo: Context, qtbot: Any) -> ResultsTab:
    """The demo's plan, a late unit chosen; the tab is told of changes as the page of the plan tells it."""
    made = ResultsTab(demo)
    qtbot.addWidget(made)
    demo.hub.changed.connect(lambda _: made.show_plan(PLAN))
    made.resize(1146, 640)
    made.show()
    made.show_plan(PLAN)
    qtbot.waitUntil(lambda: made.units.rowCount() > 0)
    late = next(row for row in made.units.rows if row.late)
    made.open_part(f"unit:{late.unit}")
    return made


def _unit(tab: ResultsTab) -> Any:
    return tab.unit_table.current_row()


def test_the_models_are_sound(tab: ResultsTab) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(tab.units, mode)
    QAbstractItemModelTester(tab.tasks, mode)
    tab._show_units()


def test_the_first_overdue_task_of_the_unit_is_chosen(tab: ResultsTab) -> None:
    assert tab.task_table.current_row().mark.standing is Standing.OVERDUE
    assert tab._name.text() == _unit(tab).name


def test_a_result_is_kept_with_its_words_and_day(tab: ResultsTab) -> None:
    key = tab.task_table.current_row().assignment
    tab.form.buttons[Status.DONE].click()
    tab.form.day.edit.setText("26/3/2026")
    tab.form.words.setPlainText("Đã phát thanh 3 buổi")
    tab.form.save.click()
    newest = following.newest(tab._context.work, key)
    assert newest is not None
    assert (newest.status, newest.text) == (Status.DONE, "Đã phát thanh 3 buổi")
    assert f"{newest.done_on}" == "2026-03-26"
    assert tab.task_table.current_row().mark.standing is Standing.DONE_LATE


def test_figures_of_indicators_are_kept_and_wrong_ones_told(tab: ResultsTab) -> None:
    at = next(at for at, one in enumerate(tab.tasks.rows) if one.task.indicators)
    tab.task_table.selectRow(at)
    chosen = tab.task_table.current_row()
    tab.form.values.item(0, 2).setText("ba")
    tab.form.save.click()
    assert "không phải là số" in tab.form._values.error
    tab.form.values.item(0, 2).setText("1.234")
    tab.form.save.click()
    newest = following.newest(tab._context.work, chosen.assignment)
    assert newest is not None
    assert dict(newest.values)[chosen.task.indicators[0].id] == 1234


def test_what_is_typed_is_kept_when_another_task_is_chosen(tab: ResultsTab) -> None:
    chosen = tab.task_table.current_row()
    tab.form.words.setPlainText("Đang chuẩn bị")
    other = next(at for at, one in enumerate(tab.tasks.rows) if one.assignment != chosen.assignment)
    tab.task_table.selectRow(other)
    newest = following.newest(tab._context.work, chosen.assignment)
    assert newest is not None
    assert newest.text == "Đang chuẩn bị"


def _with_figure(tab: ResultsTab, words: str) -> UnitTask:
    """A task with a figure, of which `words` are typed beside a sentence; then another task is chosen."""
    at = next(at for at, one in enumerate(tab.tasks.rows) if one.task.indicators)
    tab.task_table.selectRow(at)
    chosen = tab.task_table.current_row()
    tab.form.words.setPlainText("Đã họp dân")
    tab.form.values.item(0, 2).setText(words)
    tab.task_table.selectRow(1 if at == 0 else 0)
    return chosen


def test_a_figure_that_cannot_be_read_is_told_and_waits_at_its_task(tab: ResultsTab) -> None:
    notices: list[Notice] = []
    tab._context.hub.notice.connect(notices.append)
    chosen = _with_figure(tab, "12 buổi?")
    assert notices[-1].is_warning
    assert "“12 buổi?” không phải là số" in notices[-1].text
    assert tab.form.words.toPlainText() != "Đã họp dân"
    tab.task_table.select_key(chosen.assignment, "assignment")
    assert (tab.form.words.toPlainText(), tab.form.values.item(0, 2).text()) == ("Đã họp dân", "12 buổi?")
    assert "không phải là số" in tab.form._values.error


def test_a_figure_that_cannot_be_read_outlives_the_page(tab: ResultsTab, qtbot: Any) -> None:
    chosen = _with_figure(tab, "mười hai")
    again = ResultForm(tab._context)
    qtbot.addWidget(again)
    again.show_task(chosen)
    assert again.values.item(0, 2).text() == "mười hai"


def test_a_figure_put_right_later_is_kept_and_waits_no_more(tab: ResultsTab) -> None:
    chosen = _with_figure(tab, "mười hai")
    tab.task_table.select_key(chosen.assignment, "assignment")
    tab.form.values.item(0, 2).setText("12")
    tab.leave()
    newest = following.newest(tab._context.work, chosen.assignment)
    assert newest is not None
    assert (newest.text, dict(newest.values)[chosen.task.indicators[0].id]) == ("Đã họp dân", 12)
    assert unsaved_results.find(tab._context.work.home, chosen.assignment) is None


def test_a_day_that_cannot_be_read_waits_at_its_unit(tab: ResultsTab) -> None:
    chosen, unit = tab.task_table.current_row(), _unit(tab).unit
    tab.form.buttons[Status.DONE].click()
    tab.form.day.edit.setText("mai")
    other = next(row.unit for row in tab.units.rows if row.unit != unit)
    tab.unit_table.select_key(other, "unit")
    tab.unit_table.select_key(unit, "unit")
    tab.task_table.select_key(chosen.assignment, "assignment")
    assert (tab.form.day.edit.text(), tab.form._status) == ("mai", Status.DONE)


def test_nothing_typed_keeps_nothing(tab: ResultsTab) -> None:
    before = len(tab.task_table.current_row().history)
    tab.leave()
    assert len(tab.task_table.current_row().history) == before


def test_a_dropped_file_becomes_evidence_and_is_removed_again(
    tab: ResultsTab, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "bien-ban.pdf"
    path.write_bytes(b"%PDF-1.4\n%%EOF\n")
    told = QMimeData()
    told.setUrls([QUrl.fromLocalFile(str(path))])
    kind, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    tab.files._drop.dropEvent(QDropEvent(QPointF(5, 5), kind, told, Qt.MouseButton.LeftButton, none))
    qtbot.waitUntil(lambda: len(tab.task_table.current_row().evidence) == 1)
    assert tab.files.files.item(0).text().startswith("bien-ban.pdf")
    tab.files.files.setCurrentRow(0)
    QTest.keyClick(tab.files.files, Qt.Key.Key_Delete)
    assert tab.task_table.current_row().evidence == ()


def test_evidence_is_opened_only_after_a_word_of_caution(tab: ResultsTab, qtbot: Any) -> None:
    tab.files.open_file(99)
    box = tab.window().findChild(QMessageBox, "evidenceCaution")
    assert box is not None
    assert "Chỉ mở khi biết rõ người gửi" in box.text()
    box.reject()
    assert not tab._context.jobs.is_busy


def test_a_call_with_its_promise_is_logged(tab: ResultsTab) -> None:
    assert tab._shown is not None
    dialog = LogUrgingDialog(tab._context, tab, tab._shown, tab.task_table.current_row())
    dialog.person.setText("Bà Hoa")
    dialog.promised.edit.setText("30/3/2026")
    dialog._keep()
    told = urging.of_plan(tab._context.work, PLAN)[-1]
    assert (told.channel, told.person, f"{told.promised_on:%d/%m}") == (Channel.PHONE, "Bà Hoa", "30/03")
    assert any("hẹn ngày 30/03/2026" in line for line in history(tab.task_table.current_row()))


def test_results_say_where_they_came_from(tab: ResultsTab) -> None:
    row = tab.task_table.current_row()
    told = Result(row.assignment, dt.date(2027, 1, 4), Status.IN_PROGRESS, source="package:a.skh")
    both = [
        replace(told, uid="1" * 12 + "4" * 20, text="Đã họp", author="Trường Tiểu học"),
        replace(told, uid="2" * 12 + "4" * 20, reason="mưa", source="form:a.xlsx"),
    ]
    versions.take_in(tab._context.work.store, both)
    tab.show_plan(PLAN)
    merged, *lines = history(tab.task_table.current_row())
    assert "Báo cáo (ghép từ nhiều nơi báo): Đang thực hiện\nĐã họp" in merged
    assert any("Báo cáo (theo gói của Trường Tiểu học)" in line for line in lines)
    assert any("Báo cáo (theo biểu)" in line for line in lines)


def test_a_day_that_cannot_be_read_is_told_under_its_field(tab: ResultsTab) -> None:
    assert tab._shown is not None
    dialog = LogUrgingDialog(tab._context, tab, tab._shown, None)
    dialog.promised.edit.setText("mai")
    dialog._keep()
    assert dialog._promised.error


def test_units_are_filtered(tab: ResultsTab) -> None:
    tab.late.setChecked(True)
    assert tab.units.rowCount()
    assert all(row.late for row in tab.units.rows)


def test_a_result_is_gone_to(tab: ResultsTab) -> None:
    work = tab._context.work
    unit = next(row for row in tab.units.rows if row.reported)
    task = next(one for one in unit_results.load(work, PLAN, unit.unit).tasks if one.history)
    tab.open_part(f"result:{task.history[-1].id}")
    assert (_unit(tab).unit, tab.task_table.current_row().assignment) == (unit.unit, task.assignment)


def test_forms_dropped_on_the_tab_are_read_beside_the_window(
    tab: ResultsTab, demo_home: Path, qtbot: Any
) -> None:
    forms = sorted((demo_home.parent / "bieu-nhan-ve").glob("*.xlsx"))[:1]
    assert tab.drop([str(forms[0])])
    assert not tab.drop(["a.pdf"])
    qtbot.waitUntil(lambda: tab.window().findChild(ReceiveDialog) is not None, timeout=20_000)
    tab.window().findChild(ReceiveDialog).reject()


def test_looking_at_finished_work_without_a_day_changes_nothing(tab: ResultsTab) -> None:
    work, chosen = tab._context.work, tab.task_table.current_row()
    said = following.anew(None, chosen.assignment, work.today())
    following.tell(work, PLAN, [replace(said, status=Status.DONE, text="Đã\u00a0xong")])
    tab.show_plan(PLAN)
    tab.leave()
    assert len(tab.task_table.current_row().history) == len(chosen.history) + 1
