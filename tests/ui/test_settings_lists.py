"""Cài đặt: lists of days off, yearly duties and templates, and what is told of the program itself."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QMenu

from desktop.services import defects, duties, templates
from desktop.storage import plans
from desktop.ui.dialogs.duty import DutyDialog
from desktop.ui.hub import Place
from desktop.ui.pages.settings import SettingsPage

TET, PLAIN = dt.date(2026, 2, 17), dt.date(2026, 6, 10)


@pytest.fixture
def page(context, qtbot) -> SettingsPage:
    return shown(context, qtbot)


def shown(context, qtbot) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1170, 700)
    made.show()
    return made


def section(page: SettingsPage, name: str):
    """Go to a section."""
    page.open_at(Place("settings", tab=name))
    return page.section


def pick(table, wanted) -> None:
    """Select the row that fits."""
    rows = table.model().rows
    table.selectRow(next(at for at, one in enumerate(rows) if wanted(one)))


def test_a_day_off_is_added_shown_and_taken_back(page):
    made = section(page, "holidays")
    made.day.edit.setText("10/6")
    made.findChild(object, "holidayOff").click()
    assert page.context.work.office.rules.holidays == {PLAIN}
    assert made.table.picked_rows()[0].day == PLAIN
    assert made._turn.text() == "Bỏ ngày đã thêm"
    made._turn.click()
    assert page.context.work.office.rules.holidays == frozenset()


def test_the_office_works_on_a_holiday_and_undo_takes_it_back(page):
    made = section(page, "holidays")
    pick(made.table, lambda one: one.day == TET)
    assert made._turn.text() == "Cơ quan vẫn làm việc"
    made._turn.click()
    assert page.context.work.office.rules.working_days == {TET}
    page.context.doer.undo()
    assert page.context.work.office.rules.working_days == frozenset()


def test_without_a_day_the_field_says_how_to_write_one(page):
    made = section(page, "holidays")
    made.findChild(object, "holidayWorked").click()
    assert "Ghi ngày như" in made.day_field.error


def test_a_day_of_another_year_shows_that_year(page):
    made = section(page, "holidays")
    made.day.edit.setText("5/1/2027")
    made.findChild(object, "holidayOff").click()
    assert made.chosen_year == 2027
    assert made.table.picked_rows()[0].day == dt.date(2027, 1, 5)


def test_duties_stand_in_the_order_of_their_days(page):
    rows = section(page, "duties").table.model().rows
    days = [one.duty.on(one.year) for one in rows]
    assert len(days) > 10
    assert days == sorted(days)


def test_a_duty_is_hidden_and_shown_again(page):
    made = section(page, "duties")
    key = made.table.model().rows[0].id
    made.table.selectRow(0)
    made._change.click()
    assert key in {one.key for one in duties.hidden(page.context.work)}
    made.with_hidden.setChecked(True)
    pick(made.table, lambda one: one.id == key)
    assert made._change.text() == "Hiện lại việc"
    made._change.click()
    assert duties.hidden(page.context.work) == ()


def test_a_duty_of_the_offices_own_is_added_changed_and_removed(page, qtbot):
    made = section(page, "duties")
    made.add()
    dialog = made.window().findChild(DutyDialog)
    dialog.name.setText("Ngày hội làng")
    dialog.day.setText("12/9")
    dialog._keep()
    line = made.table.picked_rows()[0]
    assert (line.duty.name, line.duty.day, line.duty.month, line.is_own) == ("Ngày hội làng", 12, 9, True)
    menu = QMenu()
    made._fill_menu(menu)
    assert [one.text() for one in menu.actions()] == ["Sửa…", "Bỏ việc"]
    menu.actions()[1].trigger()
    assert line.id not in {one.key for one in duties.listed(page.context.work)}


def test_a_duty_without_name_or_day_says_what_is_missing(page, qtbot):
    told: list[object] = []
    dialog = DutyDialog(page, None, told.append)
    dialog._keep()
    assert dialog.name_field.error
    assert dialog.day_field.error
    assert told == []


def test_a_day_that_is_none_is_refused_in_words(page, qtbot):
    made = section(page, "duties")
    made.add()
    dialog = made.window().findChild(DutyDialog)
    dialog.name.setText("Việc")
    dialog.day.setText("31/2")
    with qtbot.waitSignal(page.context.hub.failed) as told:
        dialog._keep()
    assert told.args[0].name == "duty_day"


def test_a_template_of_the_office_is_removed_and_undone(demo, qtbot):
    issued = next(one for one in plans.heads(demo.work.store) if one.number)
    templates.save_as_template(demo.work, issued.id, "Mẫu của xã")
    made = section(shown(demo, qtbot), "templates")
    pick(made.table, lambda one: one.is_own)
    made._remove_button.click()
    assert not any(one.is_own for one in templates.listed(demo.work))
    demo.doer.undo()
    assert any(one.is_own for one in made.table.model().rows)


def test_templates_of_the_program_are_used_but_not_removed(page, qtbot):
    made = section(page, "templates")
    made.table.selectRow(0)
    assert not made._remove_button.isEnabled()
    made._use_button.click()
    assert made.window().findChild(object, "fromTemplateDialog") is not None


def test_reports_of_defects_are_told_where_there_are_any(page):
    made = section(page, "about")
    assert made._reports.text().startswith("Chưa có lỗi nào")
    report = defects.save(page.context.work.home, ValueError("hỏng"))
    made.reload()
    assert report.name in made._reports.text()
    assert made._open_reports.isVisible()
