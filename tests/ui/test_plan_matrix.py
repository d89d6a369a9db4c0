"""The tab *Theo dõi*: letters and words set statuses, ranges are one step, Excel's blocks are pasted, rows filtered and sorted."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop.domain.assignment import Standing, Status
from desktop.domain.plan import Plan, PlanState
from desktop.domain.task import Party, Task
from desktop.domain.unit import Membership, Unit, UnitGroup, UnitName
from desktop.services import following, undoing
from desktop.services.workspace import Workspace
from desktop.storage import plans, tasks, units
from desktop.ui.context import Context
from desktop.ui.models.matrix import FootModel, MatrixModel, SideModel
from desktop.ui.pages.plan_matrix import MatrixTab

PLAN, DRAFT = 1, 99
TODAY = dt.date(2026, 3, 27)


@pytest.fixture
def tab(demo: Context, qtbot: Any) -> MatrixTab:
    """The demo's plan, loaded; the tab is told of changes as the page of the plan tells it."""
    made = MatrixTab(demo)
    qtbot.addWidget(made)
    demo.hub.changed.connect(lambda _: made.show_plan(PLAN))
    made.resize(1146, 640)
    made.show()
    made.show_plan(PLAN)
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def _given(tab: MatrixTab, standing: Standing | None = None) -> tuple[int, int]:
    """The first cell of that standing."""
    model = tab.model
    return next(
        (r, c)
        for r in range(model.rowCount())
        for c in range(model.columnCount())
        if (mark := model.mark(r, c)) is not None and standing in {None, mark.standing}
    )


def _select(tab: MatrixTab, first: tuple[int, int], last: tuple[int, int]) -> None:
    block = QItemSelection(tab.model.index(*first), tab.model.index(*last))
    tab.sheet.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_the_models_of_the_matrix_are_sound(tab: MatrixTab) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in (tab.model, SideModel(tab.model, None), FootModel(tab.model, None)):
        QAbstractItemModelTester(model, mode)
    tab._show_rows()


def test_a_letter_sets_the_status_of_the_cell_and_only_that_cell_is_drawn(tab: MatrixTab, qtbot: Any) -> None:
    place = _given(tab, Standing.OVERDUE)
    tab.sheet.setCurrentIndex(tab.model.index(*place))
    with qtbot.waitSignal(tab.model.dataChanged) as told:
        QTest.keyClick(tab.sheet, "x")
    assert [(index.row(), index.column()) for index in told.args[:2]] == [place, place]
    assert tab.model.mark(*place).standing is Standing.DONE_LATE  # type: ignore[union-attr]


def test_a_word_typed_letter_by_letter_is_understood(tab: MatrixTab) -> None:
    place = _given(tab, Standing.OVERDUE)
    tab.sheet.setCurrentIndex(tab.model.index(*place))
    QTest.keyClicks(tab.sheet, "ht")
    assert tab.model.mark(*place).status is Status.DONE  # type: ignore[union-attr]


def test_a_range_is_one_step_with_a_name(tab: MatrixTab, demo: Context, qtbot: Any) -> None:
    last = (tab.model.rowCount() - 1, tab.model.columnCount() - 1)
    _select(tab, (0, 0), last)
    count = len(tab.sheet.selected_places())
    QTest.keyClick(tab.sheet, "k")
    assert undoing.next_undo(demo.work) == f"Đánh dấu không áp dụng {count} ô"
    assert all(row.given == 0 for row in tab.model.rows)
    demo.doer.undo()
    qtbot.waitUntil(lambda: any(row.given for row in tab.model.rows))


@pytest.fixture
def wide(work: Workspace, make_context: Any, qtbot: Any) -> MatrixTab:
    """A plan with more work than is changed at once, and room for a step that is not taken back at once."""
    keys = [units.add(work.store, Unit(0, "", (UnitName(f"Thôn {at}"),))).id for at in range(300)]
    group = units.save_group(work.store, UnitGroup(0, "", "Các thôn", tuple(map(Membership, keys))))
    plan = plans.add(work.store, Plan(0, "", "Kế hoạch", state=PlanState.ISSUED, number=1, date=TODAY))
    one = Task(0, "", 0, 0, "Việc", leads=(Party("Các thôn", group=group.id),))
    given = tasks.add_all(work.store, plan.id, [replace(one, position=at) for at in range(6)])
    tasks.assign(work.store, plan.id, TODAY, {task.id: TODAY for task in given})
    made = MatrixTab(make_context(work))
    qtbot.addWidget(made)
    made.edits._context.hub.changed.connect(lambda _: made.show_plan(plan.id))
    made.show_plan(plan.id)
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def test_a_large_range_and_its_way_back_are_jobs_and_one_step(wide: MatrixTab, qtbot: Any) -> None:
    context, model = wide.edits._context, wide.model
    started: list[str] = []
    context.jobs.started.connect(started.append)
    _select(wide, (0, 0), (model.rowCount() - 1, model.columnCount() - 1))
    QTest.keyClick(wide.sheet, "x")
    qtbot.waitUntil(lambda: all(row.done == 6 for row in model.rows))
    assert undoing.next_undo(context.work) == "Đánh dấu hoàn thành 1.800 ô"
    context.doer.undo()
    qtbot.waitUntil(lambda: not any(row.done for row in model.rows))
    context.doer.redo()
    qtbot.waitUntil(lambda: all(row.done == 6 for row in model.rows))
    assert wide.sheet.selected_count() == 1_800
    assert started == ["Đánh dấu hoàn thành 1.800 ô", "Hoàn tác", "Làm lại"]


def test_sums_follow_a_tick(tab: MatrixTab) -> None:
    row, column = _given(tab, Standing.OVERDUE)
    given, done, late = tab.model.task_sums(column)
    tab.sheet.setCurrentIndex(tab.model.index(row, column))
    QTest.keyClick(tab.sheet, Qt.Key.Key_Space)
    assert tab.model.task_sums(column) == (given, done + 1, late - 1)
    assert tab.frame.side.model().index(row, 1).data() == str(tab.model.rows[row].late)


def test_a_cell_that_was_not_given_takes_nothing(tab: MatrixTab, demo: Context) -> None:
    row = tab.model.rows[0]
    tab.sheet.setCurrentIndex(tab.model.index(0, row.ids.index(0)))
    before = undoing.next_undo(demo.work)
    QTest.keyClick(tab.sheet, "x")
    assert undoing.next_undo(demo.work) == before
    assert not tab.strip.buttons[Status.DONE].isEnabled()


def test_a_block_of_excel_is_pasted_and_strange_words_are_told(
    tab: MatrixTab, demo: Context, qtbot: Any
) -> None:
    row, column = _given(tab, Standing.OVERDUE)
    QGuiApplication.clipboard().setText("đang làm\tabc\r\n")
    tab.sheet.setCurrentIndex(tab.model.index(row, column))
    with qtbot.waitSignal(demo.hub.notice) as told:
        tab.sheet.paste()
    assert tab.model.mark(row, column).status is Status.IN_PROGRESS  # type: ignore[union-attr]
    assert "không hiểu" in told.args[0].text


def test_one_word_fills_the_whole_selection(tab: MatrixTab) -> None:
    QGuiApplication.clipboard().setText("Hoàn thành")
    _select(tab, (0, 0), (tab.model.rowCount() - 1, tab.model.columnCount() - 1))
    tab.sheet.paste()
    assert all(row.done == row.given for row in tab.model.rows)


def test_a_copied_block_is_text_with_tabs(tab: MatrixTab) -> None:
    _select(tab, (0, 0), (1, 2))
    tab.sheet.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [len(line.split("\t")) for line in lines] == [3, 3]


def test_the_day_and_the_note_of_the_cell_are_kept(tab: MatrixTab, demo: Context) -> None:
    row, column = _given(tab, Standing.DONE)
    tab.sheet.setCurrentIndex(tab.model.index(row, column))
    key = tab.model.assignment(row, column)
    tab.strip.day.edit.setText("2/3")
    tab.strip.day.edit.editingFinished.emit()
    tab.strip.note.setText("Đã kiểm tra")
    tab.strip.note.editingFinished.emit()
    newest = following.newest(demo.work, key)
    assert newest is not None
    assert (f"{newest.done_on:%d/%m}", newest.text) == ("02/03", "Đã kiểm tra")


def test_filters_leave_units_that_are_late_or_have_not_reported(tab: MatrixTab) -> None:
    tab.late.setChecked(True)
    assert tab.model.rowCount()
    assert all(row.late for row in tab.model.rows)
    tab.late.setChecked(False)
    tab.missing.setChecked(True)
    assert all(row.reported < row.given for row in tab.model.rows)


def test_units_are_found_without_dau(tab: MatrixTab, qtbot: Any) -> None:
    with qtbot.waitSignal(tab.bar.words_changed):
        tab.bar.words.setText("thon")
    assert tab.model.rowCount()
    assert all("Thôn" in row.name for row in tab.model.rows)


def test_the_units_with_most_overdue_work_come_first(tab: MatrixTab) -> None:
    tab.order.setCurrentIndex(1)
    tab._show_rows()
    late = [row.late for row in tab.model.rows]
    assert late == sorted(late, reverse=True)


def test_sums_at_the_right_are_those_of_the_units_that_are_shown(tab: MatrixTab) -> None:
    sums = {row.name: (row.done, row.given) for row in tab.model.rows}
    side = tab.frame.side.model()
    told = [side.index(at, 0).data() for at in range(tab.model.rowCount())]
    tab.order.setCurrentIndex(1)
    tab._show_rows()
    after = [side.index(at, 0).data() for at in range(tab.model.rowCount())]
    assert told != after
    assert after == ["{}/{}".format(*sums[row.name]) for row in tab.model.rows]


def test_a_unit_and_a_task_are_gone_to(tab: MatrixTab) -> None:
    unit, task = tab.model.rows[3].unit, tab.model.tasks[4].id
    tab.open_part(f"unit:{unit}")
    tab.open_part(f"task:{task}")
    assert tab.sheet.current_place() == (3, 4)


def test_enter_goes_down_and_shift_enter_up(tab: MatrixTab) -> None:
    tab.sheet.setCurrentIndex(tab.model.index(0, 0))
    QTest.keyClick(tab.sheet, Qt.Key.Key_Return)
    assert tab.sheet.current_place() == (1, 0)
    QTest.keyClick(tab.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert tab.sheet.current_place() == (0, 0)


def test_an_empty_model_shows_nothing(qtbot: Any) -> None:
    model = MatrixModel()
    assert (model.rowCount(), model.columnCount()) == (0, 0)
