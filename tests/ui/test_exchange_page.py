"""Trao đổi USB: forms go out, come back by a drop, and who has answered is shown."""

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.services import form_rounds
from desktop.services.plan_export import Parts
from desktop.ui.hub import Place
from desktop.ui.pages.exchange import ExchangePage


@pytest.fixture
def page(demo, qtbot) -> ExchangePage:
    made = ExchangePage(demo)
    qtbot.addWidget(made)
    made.resize(1170, 700)
    made.show()
    return made


def written(page: ExchangePage, qtbot, folder: Path) -> list[Path]:
    """The forms of the plan shown."""
    with qtbot.waitSignal(page.context.hub.notice, timeout=20_000):
        page.send_to(page.plan, folder)
    return sorted(folder.rglob("*.xlsx"))


def filled(path: Path) -> Path:
    """The first task of a form done."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["D8"], sheet["E8"], sheet["F8"] = "Hoàn thành", dt.date(2026, 3, 20), "Đã làm xong"
    book.save(path)
    return path


def dialog_of(page: ExchangePage, qtbot):
    """The preview."""
    qtbot.waitUntil(lambda: page.window().findChild(object, "resultsPreview") is not None, timeout=20_000)
    return page.window().findChild(object, "resultsPreview")


def test_the_plans_stand_with_who_has_answered(page):
    rounds = page._rounds.rows
    assert rounds
    assert page.plan == rounds[0].plan
    assert len(page._units.rows) == rounds[0].units


def test_without_issued_plans_it_says_what_it_is_for(context, qtbot):
    made = ExchangePage(context)
    qtbot.addWidget(made)
    made.make_current()
    assert made._stack.currentIndex() == 1
    assert not made._out.isEnabled()


def test_every_unit_gets_a_form_and_is_told_as_sent(page, qtbot, tmp_path):
    assert len(written(page, qtbot, tmp_path)) == len(page._units.rows)
    assert all(one.sent_at for one in page._units.rows)
    assert page._units.data(page._units.index(0, 1)) == "vừa xong"


def test_filled_forms_that_are_dropped_are_looked_at_and_kept_once(page, qtbot, tmp_path):
    path = filled(written(page, qtbot, tmp_path)[0])
    assert page.drop([str(path), "ghi-chu.txt"])
    dialog = dialog_of(page, qtbot)
    with qtbot.waitSignal(page.context.hub.changed, timeout=20_000):
        dialog.keep.click()
    assert sum(one.form_on == dt.date(2026, 3, 27) for one in page._units.rows) == 1
    page.context.doer.undo()
    assert not any(one.form_on == dt.date(2026, 3, 27) for one in page._units.rows)


def test_forms_dropped_elsewhere_arrive_with_the_place(page, qtbot, tmp_path):
    path = filled(written(page, qtbot, tmp_path)[0])
    page.open_at(Place("exchange", part=str(path)))
    assert dialog_of(page, qtbot)._found[0].path == path


def test_a_folder_without_workbooks_says_so(page, qtbot, tmp_path):
    with qtbot.waitSignal(page.context.hub.notice) as told:
        page.receive([tmp_path])
    assert told.args[0].is_warning


def test_files_of_other_kinds_are_left_to_the_window(page):
    assert not page.drop(["cong-van.docx"])


def test_a_package_is_refused_in_words(page, qtbot):
    with qtbot.waitSignal(page.context.hub.notice) as told:
        assert page.drop(["goi.skh"])
    assert ".skh" in told.args[0].text


def test_units_that_owe_something_are_filtered(page):
    page.silent.setChecked(True)
    assert page._units.rows
    assert all(one.reported < one.given for one in page._units.rows)
    page.silent.setChecked(False)
    page.late.setChecked(True)
    assert all(one.late_since for one in page._units.rows)


def test_a_unit_opens_its_results(page, qtbot):
    unit = page._units.rows[0]
    with qtbot.waitSignal(page.context.hub.open_place) as told:
        page.units.opened.emit(unit)
    assert told.args == [Place("plan", page.plan.id, "results", f"unit:{unit.id}")]


def test_another_plan_shows_its_units(page):
    rounds = page._rounds.rows
    page.open_at(Place("exchange", rounds[-1].plan.id))
    assert page.plan == rounds[-1].plan
    assert list(page._units.rows) == form_rounds.units_of(page.context.work, rounds[-1].plan.id)


def test_forms_alone_are_ticked_for_a_stick(page, qtbot):
    page._carry()
    dialog = page.window().findChild(object, "usbCopy")
    assert dialog.parts.wanted() == Parts(forms=True)
    dialog.reject()
