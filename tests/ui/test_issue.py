"""The dialog for the number and day that văn thư gave."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from desktop.paths import data_file
from desktop.services import numbers, plan_views, planning, report_drafts, report_views
from desktop.ui.context import Context
from desktop.ui.dialogs.issue import Asked, Given, NumberDialog, open_issue, open_send

TODAY = dt.date(2026, 3, 27)
ASKED = Asked("Ban hành kế hoạch", "Tổ chức tọa đàm", "Không sửa được nữa.", "KH-UBND", "Ban hành")


@pytest.fixture
def parent(qtbot: Any) -> QWidget:
    """The window under the dialog."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(demo: Context, parent: QWidget) -> NumberDialog:
    """A dialog with nothing wrong."""
    return NumberDialog(demo, ASKED, parent)


def told(dialog: NumberDialog) -> list[Given]:
    got: list[Given] = []
    dialog.given.connect(got.append)
    return got


def test_the_next_number_of_the_year_and_today_are_offered(demo: Context, dialog: NumberDialog) -> None:
    got = told(dialog)
    dialog.accept_button.click()
    assert got == [Given(numbers.following(demo.work, "KH-UBND", 2026), TODAY)]


def test_it_shows_how_the_number_and_day_will_be_printed(dialog: NumberDialog) -> None:
    dialog.number.setValue(7)
    dialog.date.set_day(dt.date(2026, 2, 5))
    dialog.date.changed.emit(dt.date(2026, 2, 5))
    assert "Số: 07/KH-UBND" in dialog.example.text()
    assert "ngày 05 tháng 02 năm 2026" in dialog.example.text()


def test_without_a_day_nothing_is_given(dialog: NumberDialog) -> None:
    got = told(dialog)
    dialog.date.edit.setText("")
    dialog.date.edit.editingFinished.emit()
    dialog.accept_button.click()
    assert got == []
    assert "Hãy ghi ngày ban hành" in dialog.date_field.error


def test_esc_gives_nothing(dialog: NumberDialog) -> None:
    got = told(dialog)
    dialog.open()
    dialog.reject()
    assert got == []


def test_what_is_still_wrong_is_said_first_and_can_be_looked_at(demo: Context, parent: QWidget) -> None:
    asked = Asked("Ban hành", "Tổ chức", "", "KH-UBND", "Ban hành", ("Thiếu nơi nhận.", "Sai thể thức số."))
    dialog, looked = NumberDialog(demo, asked, parent), []
    dialog.look.connect(lambda: looked.append(True))
    assert dialog.findChild(QListWidget, "givenErrors").count() == 2
    assert dialog.accept_button.text() == "Vẫn ban hành"
    dialog.findChild(QPushButton, "givenLook").click()
    assert looked == [True]


def test_a_plan_is_asked_for_with_the_errors_of_the_proofreader(demo: Context, parent: QWidget) -> None:
    made = planning.new_from_file(demo.work, next(data_file("samples").glob("*.docx"))).plan
    plan, got = plan_views.plan(demo.work, made.id), []
    dialog = open_issue(demo, parent, plan, got.append, lambda: None)
    assert dialog.windowTitle() == "Ban hành kế hoạch"
    dialog.accept_button.click()
    assert len(got) == 1


def test_a_report_is_asked_for_likewise(demo: Context, parent: QWidget) -> None:
    key, got = report_drafts.open_for_plan(demo.work, 1).id, []
    dialog = open_send(demo, parent, report_views.shown(demo.work, key).report, got.append)
    assert dialog.accept_button.text() == "Ghi số và chốt"
    dialog.accept_button.click()
    assert len(got) == 1
