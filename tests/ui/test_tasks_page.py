"""The page *Nhiệm vụ*: narrowed, seen three ways, changed in bulk in one step, urged by letter."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QMenu, QWidget

from desktop.domain.assignment import Standing, Status
from desktop.domain.follow_up import ChecklistItem
from desktop.services import saved_views, task_lists, undoing
from desktop.services.task_lists import Show
from desktop.storage import follow_ups
from desktop.ui.context import Context
from desktop.ui.dialogs.change_work import ExtendWork, HandOverWork, LogWork
from desktop.ui.dialogs.urge_work import UrgeWork
from desktop.ui.hub import Place
from desktop.ui.models.task_rows import TaskFilter
from desktop.ui.pages.tasks import TasksPage

LATE = 7


@pytest.fixture
def page(demo: Context, qtbot: Any) -> TasksPage:
    """The page over the demo's data, loaded."""
    made = TasksPage(demo)
    qtbot.addWidget(made)
    made.resize(1170, 700)
    made.show()
    qtbot.waitUntil(lambda: made._model.rowCount() > 0)
    return made


def late(page: TasksPage, qtbot: Any) -> list[int]:
    """Show what is overdue and choose all of it; its ids."""
    page.task_filters.shows[Show.OVERDUE].setChecked(True)
    qtbot.waitUntil(lambda: page._model.rowCount() == LATE)
    page.table.selectAll()
    return page.table.picked_ids()


def rows(page: TasksPage, keys: Any) -> list[Any]:
    return task_lists.rows(page.context.work, list(keys))


def dialog(page: TasksPage, kind: type[Any]) -> Any:
    """The dialog of that kind that is open."""
    found = page.window().findChildren(kind)
    assert found, kind
    return found[-1]


def test_all_work_of_running_plans_is_listed_what_is_late_first(page: TasksPage) -> None:
    assert page._model.rowCount() == 65
    assert page._model.row(0).standing is Standing.OVERDUE
    assert page.filters.findChild(QLabel, "tasksFilterCount").text() == "65 việc"
    assert page.task_filters.shows[Show.OVERDUE].text() == f"Quá hạn  {LATE}"


def test_words_and_chips_narrow_the_list(page: TasksPage, qtbot: Any) -> None:
    page.filters.words.setText("bang ron an thinh")
    qtbot.waitUntil(lambda: page._model.rowCount() == 2)
    page.task_filters.shows[Show.OVERDUE].setChecked(True)
    qtbot.waitUntil(lambda: page._model.rowCount() == 1)


def test_a_filter_that_leaves_nothing_can_be_taken_away(page: TasksPage, qtbot: Any) -> None:
    page.filters.words.setText("khong co gi")
    clear = page.findChild(QWidget, "clearFilter")
    qtbot.waitUntil(clear.isVisible)
    clear.click()
    qtbot.waitUntil(lambda: page._model.rowCount() == 65 and not clear.isVisible())


def test_a_unit_is_chosen_by_typing_and_emptied_again(page: TasksPage, qtbot: Any) -> None:
    field = page.task_filters.party
    QTest.keyClicks(field, "an thinh")
    qtbot.waitUntil(lambda: bool(field._offered))
    field._on_chosen(field._words.index(0))
    qtbot.waitUntil(lambda: page._model.rowCount() == 3)
    assert field.text() == "Thôn An Thịnh"
    field.clear()
    qtbot.waitUntil(lambda: page._model.rowCount() == 65)


def test_the_list_is_sorted_by_a_click_on_a_head(page: TasksPage, qtbot: Any) -> None:
    at = [column.key for column in page._model.columns].index("unit")
    page.table.sortByColumn(at, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: page._model.row(0).unit_name.startswith("Văn phòng"))


def test_one_chosen_row_is_told_in_detail(page: TasksPage) -> None:
    page.table.selectRow(0)
    row = page._model.row(0)
    assert page.side.isVisible()
    assert page.side.findChild(QLabel, "taskDetailsText").text() == row.text
    assert page.side.findChild(QLabel, "taskDetailsStanding").text() == "Quá hạn"
    page.side.findChild(QWidget, "taskDetailsCopy").click()
    assert QGuiApplication.clipboard().text() == row.phone


def test_details_open_the_plan_and_the_unit(page: TasksPage, qtbot: Any) -> None:
    page.table.selectRow(0)
    row, hub = page._model.row(0), page.context.hub
    for name, place in (
        ("taskDetailsPlan", Place("plan", row.plan, "follow", f"task:{row.task}")),
        ("taskDetailsUnit", Place("units", row.unit)),
    ):
        with qtbot.waitSignal(hub.open_place) as told:
            page.side.findChild(QWidget, name).click()
        assert told.args == [place]


def test_a_step_is_ticked_in_the_panel(page: TasksPage, qtbot: Any) -> None:
    key, store = page._model.ids[0], page.context.work.store
    follow_ups.set_checklist(store, key, [ChecklistItem(0, key, 0, "Gửi giấy mời")])
    page.table.selectRow(0)
    page.side.details.findChild(QCheckBox).click()
    qtbot.waitUntil(lambda: follow_ups.checklist(store, [key])[0].done_on == dt.date(2026, 3, 27))


def test_a_status_is_noted_on_all_that_is_chosen_in_one_step(page: TasksPage, qtbot: Any) -> None:
    keys = late(page, qtbot)
    assert page.side.findChild(QLabel, "tasksChosen").text() == f"Đã chọn {LATE} việc"
    page.side.findChild(QWidget, "tasksStatus_done").click()
    assert {row.status for row in rows(page, keys)} == {Status.DONE}
    assert undoing.next_undo(page.context.work) == f"Ghi hoàn thành {LATE} việc"
    page.context.doer.undo()
    assert {row.standing for row in rows(page, keys)} == {Standing.OVERDUE}


def test_what_was_chosen_stays_chosen_after_a_change(page: TasksPage, qtbot: Any) -> None:
    page.table.pick(page._model.ids[:2], page._model.ids[0])
    keys = page.table.picked_ids()
    with qtbot.waitSignal(page._model.modelReset):
        page._acts.set_status(Status.DONE)
    assert sorted(page.table.picked_ids()) == sorted(keys)


def test_a_later_day_is_asked_with_its_reason(page: TasksPage, qtbot: Any) -> None:
    keys = late(page, qtbot)
    page._acts.extend()
    asked: ExtendWork = dialog(page, ExtendWork)
    asked.act.click()
    assert (asked._day.error, asked._reason.error) == (
        "Không đọc được ngày này. Ghi như 30/3 hoặc 30/03/2026.",
        "Hãy ghi lý do gia hạn.",
    )
    asked.day.edit.setText("10/4/2026")
    asked.reason.setText("Mưa bão")
    asked.agreed_by.setText("Chủ tịch UBND xã")
    asked.act.click()
    assert {row.due for row in rows(page, keys)} == {dt.date(2026, 4, 10)}


def test_work_is_handed_over(page: TasksPage, qtbot: Any) -> None:
    page.table.selectRow(0)
    (key,) = page.table.picked_ids()
    page._acts.hand_over()
    asked: HandOverWork = dialog(page, HandOverWork)
    asked.act.click()
    assert asked._to.error == "Hãy chọn một đơn vị trong danh sách."
    QTest.keyClicks(asked.to.edit, "tram y te")
    asked.to._on_chosen(asked.to._words.index(0))
    asked.act.click()
    assert rows(page, [key])[0].unit_name == "Trạm Y tế xã"


def test_a_message_is_logged_with_what_was_promised(page: TasksPage, qtbot: Any) -> None:
    keys = late(page, qtbot)
    before = {row.id: row.urged for row in rows(page, keys)}
    page._acts.log()
    asked: LogWork = dialog(page, LogWork)
    asked.promised.edit.setText("1/3/2026")
    asked.act.click()
    assert asked._promised.error == "Ngày hẹn phải từ hôm nay trở đi."
    asked.promised.edit.setText("30/3/2026")
    asked.channel.setCurrentIndex(1)
    asked.act.click()
    told = rows(page, keys)
    assert {row.promised_on for row in told} == {dt.date(2026, 3, 30)}
    assert all(row.urged == before[row.id] + 1 for row in told)


def test_letters_are_saved_for_all_that_is_overdue(page: TasksPage, qtbot: Any, tmp_path: Path) -> None:
    page.findChild(QWidget, "tasksUrge").click()
    asked: UrgeWork = dialog(page, UrgeWork)
    assert len(asked._late.keys) == LATE
    asked.each.setChecked(True)
    with qtbot.waitSignal(page.context.jobs.finished, timeout=20_000):
        asked._write(tmp_path / "thư")
    assert {path.suffix for path in (tmp_path / "thư").iterdir()} == {".pdf", ".docx"}


def test_where_nothing_is_late_there_is_nothing_to_urge(page: TasksPage, qtbot: Any) -> None:
    page.task_filters.show_filter(TaskFilter(show=frozenset({Show.DONE})), lambda _: "")
    qtbot.waitUntil(lambda: page._model.rowCount() == 49)
    page.table.selectRow(0)
    with qtbot.waitSignal(page.context.hub.notice) as told:
        page.findChild(QWidget, "tasksUrge").click()
    assert told.args[0].text == "Không có việc quá hạn nào để đôn đốc."


def test_the_menu_of_the_right_button_holds_every_change(page: TasksPage) -> None:
    menu = QMenu(page)
    page._acts.fill(menu)
    words = [one.text() for one in menu.actions()]
    assert words == [
        "Ghi tình trạng",
        "Ghi đã gọi, nhắn Zalo…",
        "Đôn đốc bằng công văn…",
        "Gia hạn…",
        "Chuyển đơn vị…",
    ]


def test_the_month_lists_a_day_when_it_is_chosen(page: TasksPage, qtbot: Any) -> None:
    page.open_at(Place("tasks", None, "month"))
    qtbot.waitUntil(lambda: page.month.isVisible() and page.month.model.rowCount() == 6, timeout=10_000)
    grid = page.month.grid
    grid.setCurrentIndex(page.month.model.find(dt.date(2026, 3, 17)))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._model.rowCount() == 14)
    assert page.task_filters.periods.currentText() == "Hạn 17/03/2026"


def test_page_keys_turn_the_month_and_today_comes_back(page: TasksPage, qtbot: Any) -> None:
    page.open_at(Place("tasks", None, "month"))
    title = page.findChild(QLabel, "monthTitle")
    qtbot.waitUntil(lambda: title.text() == "Tháng 3 năm 2026", timeout=10_000)
    QTest.keyClick(page.month.grid, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: title.text() == "Tháng 2 năm 2026", timeout=10_000)
    page.findChild(QWidget, "monthToday").click()
    qtbot.waitUntil(lambda: title.text() == "Tháng 3 năm 2026", timeout=10_000)


def test_units_open_to_work_that_is_changed_there_and_stay_open(page: TasksPage, qtbot: Any) -> None:
    page.open_at(Place("tasks", None, "units"))
    qtbot.waitUntil(lambda: page._unit_model.rowCount() == 28)
    at = next(at for at, one in enumerate(page._unit_model.units) if one.name == "Thôn An Thịnh")
    unit = page._unit_model.index(at, 0)
    page.units.expand(unit)
    page.units.setCurrentIndex(page._unit_model.index(0, 0, unit))
    (key,) = page.picked_ids()
    with qtbot.waitSignal(page._unit_model.modelReset):
        page._acts.set_status(Status.DONE)
    assert rows(page, [key])[0].status is Status.DONE
    qtbot.waitUntil(lambda: page.picked_ids() == [key])
    assert page.units.open_units() == {page._unit_model.units[at].unit}


def test_a_place_shows_a_kind_of_work_a_unit_or_one_assignment(page: TasksPage, qtbot: Any) -> None:
    page.open_at(Place("tasks", None, "overdue"))
    qtbot.waitUntil(lambda: page._model.rowCount() == LATE)
    unit, key = page._model.row(0).unit, page._model.ids[3]
    page.open_at(Place("tasks", None, "", f"unit:{unit}"))
    qtbot.waitUntil(lambda: page._model.rowCount() == 3)
    assert page.task_filters.party.text() == rows(page, page._model.ids)[0].unit_name
    page.open_at(Place("tasks", key))
    qtbot.waitUntil(lambda: page.table.picked_ids() == [key])


def test_a_view_is_kept_counted_and_shown_again(page: TasksPage, qtbot: Any) -> None:
    page.task_filters.shows[Show.OVERDUE].setChecked(True)
    told = page.task_filters.now.told()
    saved_views.keep(page.context.work, "tasks", "Cần đôn đốc", told)
    page._kept._menu._fill()
    assert page._kept._menu.menu.actions()[0].text() == f"Cần đôn đốc  ({LATE})"
    page.show_filter(TaskFilter())
    page._kept._menu.menu.actions()[0].trigger()
    assert page.task_filters.now.told() == told


def test_what_is_seen_is_saved_as_a_workbook(page: TasksPage, qtbot: Any, tmp_path: Path) -> None:
    page._papers.save()
    asked = page.window().findChildren(QFileDialog)[-1]
    with qtbot.waitSignal(page.context.jobs.finished, timeout=20_000):
        asked.fileSelected.emit(str(tmp_path / "viec.xlsx"))
    asked.reject()
    assert (tmp_path / "viec.xlsx").stat().st_size > 1000


@pytest.mark.parametrize(("way", "title"), [("month", "Nhiệm vụ đã giao"), ("units", "Nhiệm vụ theo đơn vị")])
def test_every_way_of_seeing_has_its_table(page: TasksPage, qtbot: Any, way: str, title: str) -> None:
    page.open_at(Place("tasks", None, way))
    qtbot.waitUntil(lambda: page._views.currentIndex() > 0, timeout=10_000)
    from desktop.progress import SILENT

    shown = page._made()(SILENT)
    assert shown.title == title
    assert all(len(row) == len(shown.titles) for row in shown.rows)
    assert len(shown.rows) in {42, 28}


def test_deadlines_are_saved_for_other_calendars(page: TasksPage, qtbot: Any, tmp_path: Path) -> None:
    page._save_calendar()
    asked = page.window().findChildren(QFileDialog)[-1]
    with qtbot.waitSignal(page.context.jobs.finished):
        asked.fileSelected.emit(str(tmp_path / "han.ics"))
    asked.reject()
    assert b"BEGIN:VEVENT" in (tmp_path / "han.ics").read_bytes()


def test_an_office_that_gave_nothing_out_is_shown_where_to_begin(context: Context, qtbot: Any) -> None:
    page = TasksPage(context)
    qtbot.addWidget(page)
    page.show()
    act = next(one for one in page.findChildren(QWidget, "emptyAct") if "kế hoạch" in one.text())
    qtbot.waitUntil(act.isVisible)
    with qtbot.waitSignal(context.hub.open_place) as told:
        act.click()
    assert told.args[0].page == "plans"
