"""The tab *Nhiệm vụ* of a plan: edited field by field, many at once, moved, removed and taken back; of an issued plan little."""

import dataclasses
import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop.domain.task import Party, Task
from desktop.paths import data_file
from desktop.services import planning, task_editing, undoing
from desktop.storage import follow_ups, tasks
from desktop.ui.context import Context
from desktop.ui.dialogs.given_work import ExtendDialog, HandOverDialog
from desktop.ui.pages.plan_tasks import TasksTab

ISSUED = 1


@pytest.fixture
def tab(demo: Context, qtbot: Any) -> TasksTab:
    """A draft made from the sample directive; the tab is told of changes as the page of the plan tells it."""
    new = planning.new_from_file(demo.work, next(data_file("samples").glob("*.docx")))
    made = TasksTab(demo)
    qtbot.addWidget(made)
    demo.hub.changed.connect(lambda _: made.show_plan(made._key))
    made.resize(1146, 640)
    made.show()
    made.show_plan(new.plan.id)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.table.setFocus()
    return made


def _kept(tab: TasksTab) -> list[Task]:
    return tasks.of_plan(tab._context.work.store, tab._key)


def test_the_model_of_the_tasks_is_sound(tab: TasksTab) -> None:
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tab.model.set_rows(tab.model.rows[:3])


def test_words_are_kept_when_the_field_is_left(tab: TasksTab) -> None:
    tab.panel.words.setPlainText("Tổ chức tọa đàm cấp xã")
    tab.panel.words.left.emit()
    assert _kept(tab)[0].text == "Tổ chức tọa đàm cấp xã"
    assert undoing.next_undo(tab._context.work) == "Sửa nội dung nhiệm vụ"


def test_a_deadline_is_explained_while_it_is_typed_and_kept_with_its_words(tab: TasksTab) -> None:
    tab.panel.deadline.line.setText("trước ngày 14/4/2024")
    assert "13/04/2024; là ngày nghỉ nên làm đến thứ Sáu, 12/04/2024" in tab.panel.deadline._below.text()
    tab.panel.deadline.line.editingFinished.emit()
    deadline = _kept(tab)[0].deadline
    assert deadline is not None
    assert (deadline.text, deadline.date) == ("trước ngày 14/4/2024", dt.date(2024, 4, 14))


def test_words_without_a_certain_day_are_doubted(tab: TasksTab) -> None:
    tab.panel.deadline.line.setText("khi có hướng dẫn của tỉnh")
    assert "chưa tính hạn" in tab.panel.deadline.error


def test_indicators_and_steps_are_typed_as_lines(tab: TasksTab) -> None:
    tab.panel.indicators.item(tab.panel.indicators.rowCount() - 1, 0).setText("Số buổi")
    tab.panel.checklist.item(tab.panel.checklist.rowCount() - 1, 0).setText("Mời đại biểu")
    first = _kept(tab)[0]
    assert first.indicators[-1].name == "Số buổi"
    assert first.checklist[-1] == "Mời đại biểu"


def test_a_renamed_indicator_stays_the_same_one(tab: TasksTab) -> None:
    tab.panel.indicators.item(tab.panel.indicators.rowCount() - 1, 0).setText("Số buổi")
    before = _kept(tab)[0].indicators[-1].id
    tab.panel.indicators.item(len(_kept(tab)[0].indicators) - 1, 0).setText("Số cuộc")
    assert (_kept(tab)[0].indicators[-1].id, _kept(tab)[0].indicators[-1].name) == (before, "Số cuộc")


def test_a_new_task_comes_behind_the_chosen_one(tab: TasksTab) -> None:
    count = len(_kept(tab))
    QTest.keyClick(tab.table, Qt.Key.Key_Insert)
    assert len(_kept(tab)) == count + 1
    assert _kept(tab)[1].text == ""
    assert tab.table.current_row().id == _kept(tab)[1].id


def test_tasks_are_moved_by_keys_and_by_dragging(tab: TasksTab) -> None:
    order = [task.id for task in _kept(tab)]
    QTest.keyClick(tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [task.id for task in _kept(tab)][:3] == [order[1], order[0], order[2]]
    tab.table.dropped.emit(3)
    assert [task.id for task in _kept(tab)][:3] == [order[1], order[2], order[0]]


def test_a_removed_task_comes_back_by_undo(tab: TasksTab) -> None:
    order = [task.id for task in _kept(tab)]
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    assert [task.id for task in _kept(tab)] == order[1:]
    tab._context.doer.undo()
    assert [task.id for task in _kept(tab)] == order


def test_a_task_is_doubled(tab: TasksTab) -> None:
    QTest.keyClick(tab.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert _kept(tab)[-1].text == _kept(tab)[0].text


def test_many_tasks_get_one_deadline_and_one_lead(tab: TasksTab) -> None:
    tab.table.selectAll()
    assert tab._side.currentWidget() is tab.bulk
    tab.bulk.leads.set_parties([Party("Tổ công tác")])
    tab.bulk.deadline.line.setText("trước ngày 30/4/2026")
    tab.bulk.give.click()
    assert {task.leads for task in _kept(tab)} == {(Party("Tổ công tác"),)}
    assert {task.deadline.date for task in _kept(tab) if task.deadline} == {dt.date(2026, 4, 30)}


def test_an_issued_plan_is_read_and_its_steps_still_change(tab: TasksTab) -> None:
    tab.show_plan(ISSUED)
    assert tab.panel.words.isReadOnly()
    assert not tab.adds.isVisible()
    tab.panel.checklist.item(tab.panel.checklist.rowCount() - 1, 0).setText("Gọi điện")
    assert "Gọi điện" in _kept(tab)[0].checklist


def test_work_is_extended_with_reason(tab: TasksTab, qtbot: Any) -> None:
    tab.show_plan(ISSUED)
    late = next(row for row in tab.model.rows if row.late)
    dialog = ExtendDialog(tab._context, tab, ISSUED, late)
    dialog.act.click()
    assert dialog._day.error
    dialog._check_all()
    dialog.day.edit.setText("30/12/2026")
    dialog.reason.setText("Mưa lũ")
    dialog.agreed_by.setText("Chủ tịch")
    open_ones = [one for one in task_editing.given(tab._context.work, late.id) if one.standing.value == "T"]
    for at, one in enumerate(dialog._given):
        ticked = Qt.CheckState.Checked if one in open_ones else Qt.CheckState.Unchecked
        dialog.units.item(at).setCheckState(ticked)
    dialog.act.click()
    assert len(follow_ups.extensions_of_plan(tab._context.work.store, ISSUED)) >= len(open_ones)


def test_work_is_handed_to_another_unit(tab: TasksTab, qtbot: Any) -> None:
    tab.show_plan(ISSUED)
    row = tab.model.rows[0]
    dialog = HandOverDialog(tab._context, tab, ISSUED, row)
    there = {one.unit for one in dialog._given}
    other = next(c.party for c in dialog.to._choices() if c.party.unit not in there)
    dialog._check_all()
    dialog.act.click()
    assert dialog._to.error
    dialog.to.set_parties([other])
    dialog.act.click()
    assert [one.unit for one in task_editing.given(tab._context.work, row.id)] == [other.unit]


def test_tasks_are_found_without_dau(tab: TasksTab, qtbot: Any) -> None:
    with qtbot.waitSignal(tab.bar.words_changed):
        tab.bar.words.setText("bang ron")
    assert tab.model.rowCount() == 1


def test_the_field_of_a_task_is_told_after_issue_too(tab: TasksTab) -> None:
    tab.show_plan(ISSUED)
    tab.panel.field.setCurrentText("An sinh xã hội")
    tab.panel._field_line.editingFinished.emit()
    assert _kept(tab)[0].field == "An sinh xã hội"


def test_a_task_that_only_reads_otherwise_here_is_not_edited(tab: TasksTab, failures: list[object]) -> None:
    odd = "Tổ chức\u00a0tọa đàm  cấp xã"
    first = _kept(tab)[0]
    task_editing.tell_many(tab._context.work, tab._key, [first.id], deadline="trước  ngày 1/4/2026")
    tasks.save(tab._context.work.store, dataclasses.replace(_kept(tab)[0], text=odd))
    tab.show_plan(tab._key)
    before = undoing.next_undo(tab._context.work)
    tab.leave()
    assert undoing.next_undo(tab._context.work) == before
    assert _kept(tab)[0].text == odd
    assert failures == []
