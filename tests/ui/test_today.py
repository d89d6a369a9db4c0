"""Hôm nay: what it lists, that every line opens its place, calls, print, empty days."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.services.today import Call, Owed, Show
from desktop.ui.dialogs.call import CallDialog
from desktop.ui.hub import Place
from desktop.ui.models.agenda import AgendaModel, Line
from desktop.ui.pages.today import TodayPage


def shown(context, qtbot) -> TodayPage:
    """The page with all that it shows."""
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: page._coming is not None)
    return page


@pytest.fixture
def page(demo, qtbot) -> TodayPage:
    return shown(demo, qtbot)


def titles(agenda) -> list[str]:
    return [line.title for line in agenda.model_of_lines.lines]


def choose(agenda, kind) -> object:
    """Choose the first line of a kind; gives what it stands for."""
    lines = agenda.model_of_lines.lines
    at = next(at for at, line in enumerate(lines) if isinstance(line.thing, kind))
    agenda.setCurrentIndex(agenda.model_of_lines.index(at))
    return lines[at].thing


def test_the_head_tells_the_day_and_tiles_tell_how_much_waits(page):
    assert page.header.title.text() == "Thứ Sáu, 27/03/2026"
    assert page.tiles[Show.OVERDUE].accessibleName() == "Quá hạn: 3 nhiệm vụ, 7 lượt đơn vị"
    assert page.tiles[Show.SILENT].accessibleName() == "Chưa báo cáo: 5 đơn vị, đơn vị có việc quá hạn"


def test_late_work_is_listed_with_who_owes_it_and_how_late(page):
    line = page.work_list.model_of_lines.lines[1]
    assert (line.aside, line.under, line.is_late) == ("quá 2 ngày", "25/03/2026", True)
    assert line.detail == "Thôn Cây Thị, Thôn Suối Đá, Thôn An Thịnh và 1 đơn vị khác · 15/KH-UBND"


def test_enter_opens_the_task_where_it_is_followed(page, qtbot):
    owed = choose(page.work_list, Owed)
    with qtbot.waitSignal(page.context.hub.open_place) as told:
        qtbot.keyClick(page.work_list, Qt.Key.Key_Return)
    assert told.args == [Place("plan", owed.plan, "follow", f"task:{owed.task}")]


def test_a_click_on_a_unit_opens_it(page, qtbot):
    call = choose(page.call_list, Call)
    place = page.call_list.visualRect(page.call_list.currentIndex())
    with qtbot.waitSignal(page.context.hub.open_place) as told:
        qtbot.mouseClick(
            page.call_list.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + place.center() / 10
        )
    assert told.args == [Place("units", call.unit)]


def test_a_tile_shows_its_part_and_pressed_again_everything(page, qtbot):
    qtbot.mouseClick(page.tiles[Show.SOON], Qt.MouseButton.LeftButton)
    assert not page.work_list.isVisible()
    assert page.tiles[Show.SOON].isChecked()
    qtbot.mouseClick(page.tiles[Show.SOON], Qt.MouseButton.LeftButton)
    assert page.work_list.isVisible()


def test_a_call_is_logged_with_the_promised_day_and_can_be_taken_back(page, qtbot, failures):
    call = choose(page.call_list, Call)
    qtbot.keyClick(page.call_list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(CallDialog)
    dialog.day.edit.setText("30/3")
    dialog._keep()
    lines = [line for line in page.call_list.model_of_lines.lines if isinstance(line.thing, Call)]
    assert (lines[-1].title, lines[-1].act) == (call.name, "Gọi lại")
    assert "gọi hôm nay, hẹn 30/3" in lines[-1].detail
    page.context.doer.undo()
    assert page.call_list.model_of_lines.lines[1].title == call.name
    assert failures == []


@pytest.mark.parametrize(("typed", "words"), [("32/3", "Không đọc được"), ("1/3", "từ hôm nay")])
def test_a_day_that_cannot_be_promised_is_told_under_the_field(page, qtbot, typed, words):
    told: list[object] = []
    call = choose(page.call_list, Call)
    dialog = CallDialog(page.context, call, lambda *said: told.append(said), page)
    qtbot.addWidget(dialog)
    dialog.day.edit.setText(typed)
    dialog._keep()
    assert words in dialog.day_field.error
    assert told == []


def test_a_yearly_duty_becomes_a_draft_that_is_opened(page, qtbot, failures):
    things = [line.thing for line in page.call_list.model_of_lines.lines if line.act == "Lập kế hoạch"]
    with qtbot.waitSignal(page.context.hub.open_place) as told:
        page.call_list.acted.emit(things[0])
    assert told.args[0].page == "plan"
    assert told.args[0].key is not None
    qtbot.waitUntil(lambda: things[0].duty.name not in titles(page.call_list))
    assert failures == []


def test_an_empty_workspace_says_what_to_do_first(context, qtbot):
    page = shown(context, qtbot)
    with qtbot.waitSignal(context.hub.open_place) as told:
        qtbot.mouseClick(page._empty.button, Qt.MouseButton.LeftButton)
    assert told.args == [Place("directive")]


def test_the_sheet_of_the_day_goes_to_the_print_dialog(page, qtbot):
    from desktop.ui.dialogs.print_dialog import PrintDialog

    page.acts.print()
    qtbot.waitUntil(lambda: page.findChild(PrintDialog) is not None, timeout=20_000)
    page.findChild(PrintDialog).close()


def test_a_phone_number_is_copied_as_it_can_be_dialled(page, qapp):
    page.acts._copy(choose(page.call_list, Call).phone)
    assert qapp.clipboard().text() == "0900120513"


def test_the_page_follows_the_day(page, qtbot):
    page.context.work.today = lambda: dt.date(2026, 3, 28)
    page.make_current()
    assert page.header.title.text() == "Thứ Bảy, 28/03/2026"
    qtbot.waitUntil(lambda: not page.context.jobs._drawings)


def test_the_model_of_lines_keeps_the_rules_of_models():
    model = AgendaModel()
    ModelTester(model)
    model.set_lines([Line("Quá hạn", is_heading=True), Line("Việc", "Thôn", thing=object())])
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == "Việc. Thôn"
