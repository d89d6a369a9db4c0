"""Trao đổi USB: plans with how far each unit is, the history, forms that go out, files that are dropped, sticks that are plugged in."""

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.services import exchange_history
from desktop.services.plan_export import Parts
from desktop.ui.dialogs.receiving import ReceiveDialog
from desktop.ui.dropping import Dropping
from desktop.ui.hub import Place
from desktop.ui.pages.exchange import HISTORY, ExchangePage
from desktop.ui.sticks import Stick


@pytest.fixture
def sticks() -> list[Stick]:
    """Those that are plugged in; a test may change it."""
    return []


@pytest.fixture
def page(demo, qtbot, sticks) -> ExchangePage:
    made = ExchangePage(demo, lambda: sticks)
    qtbot.addWidget(made)
    made.resize(1170, 700)
    made.show()
    return made


def written(page: ExchangePage, qtbot, folder: Path) -> list[Path]:
    """The forms of the plan shown."""
    with qtbot.waitSignal(page.context.hub.notice, timeout=20_000):
        page.acts.send_forms(page.plans.plan, folder)
    return sorted(folder.rglob("*.xlsx"))


def filled(path: Path) -> Path:
    """The first task of a form done."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["D8"], sheet["E8"], sheet["F8"] = "Hoàn thành", dt.date(2026, 3, 20), "Đã làm xong"
    book.save(path)
    return path


def dialog_of(page: ExchangePage, qtbot) -> ReceiveDialog:
    """The preview."""
    qtbot.waitUntil(lambda: page.window().findChild(ReceiveDialog) is not None, timeout=20_000)
    return page.window().findChild(ReceiveDialog)


def test_the_models_are_sound(page):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in (page.plans._plans, page.plans._units, page.history._model):
        QAbstractItemModelTester(model, mode)
    page.refresh()


def test_the_plans_stand_with_who_has_answered(page):
    rows = page.plans._plans.rows
    assert rows
    assert page.plans.plan == rows[0].plan
    assert len(page.plans._units.rows) == rows[0].units
    assert "chưa gửi gói hay biểu nào" in page.plans.summary.text()


def test_without_issued_plans_it_says_what_it_is_for(context, qtbot):
    made = ExchangePage(context, list)
    qtbot.addWidget(made)
    made.make_current()
    assert made._stack.currentIndex() == 1
    assert not made.acts._sending["sendWork"].isEnabled()
    assert made.acts._sending["handOver"].isEnabled()


def test_every_unit_gets_a_form_and_is_told_as_sent(page, qtbot, tmp_path):
    assert len(written(page, qtbot, tmp_path)) == len(page.plans._units.rows)
    assert all(one.is_sent for one in page.plans._units.rows)
    units = page.plans._units
    assert units.data(units.index(0, 1)) == "Biểu · vừa xong"


def test_filled_forms_that_are_dropped_are_looked_at_and_kept_once(page, qtbot, tmp_path):
    path = filled(written(page, qtbot, tmp_path)[0])
    assert page.drop([str(path), "ghi-chu.txt"])
    dialog = dialog_of(page, qtbot)
    assert dialog.keep.text() == "Nhận 1 tệp"
    with qtbot.waitSignal(page.context.hub.changed, timeout=20_000):
        dialog.keep.click()
    came = [one for one in page.plans._units.rows if one.row.form_on == dt.date(2026, 3, 27)]
    assert len(came) == 1
    page.context.doer.undo()
    qtbot.waitUntil(lambda: not any(one.has_replied for one in page.plans._units.rows))


def test_files_dropped_elsewhere_arrive_with_the_place(page, qtbot, tmp_path):
    path = filled(written(page, qtbot, tmp_path)[0])
    page.open_at(Place("exchange", part=str(path)))
    assert dialog_of(page, qtbot).look.found[0].path == path


def test_a_folder_and_packages_go_to_this_page_together(demo, tmp_path, qtbot):
    (tmp_path / "goi.skh").write_bytes(b"")
    with qtbot.waitSignal(demo.hub.open_place) as told:
        Dropping(demo).take([str(tmp_path), str(tmp_path / "goi.skh"), "a.pdf"])
    assert told.args == [Place("exchange", part=f"{tmp_path}\n{tmp_path / 'goi.skh'}")]


def test_a_folder_with_nothing_of_ours_says_so(page, qtbot, tmp_path):
    with qtbot.waitSignal(page.context.hub.notice, timeout=20_000) as told:
        page.acts.take([tmp_path])
    assert told.args[0].is_warning


def test_files_of_other_kinds_are_left_to_the_window(page):
    assert not page.drop(["cong-van.docx"])


def test_units_are_narrowed_by_what_they_owe(page, qtbot, tmp_path):
    for name, fits in (
        ("unsent", lambda one: not one.is_sent),
        ("silent", lambda one: not one.has_replied),
        ("late", lambda one: one.row.late_since),
    ):
        page.plans.chips[name].setChecked(True)
        assert all(fits(one) for one in page.plans._units.rows)
        page.plans.chips[name].setChecked(False)
    page.bar.words.setText("thôn")
    page.bar.words_changed.emit("thôn")
    assert {one.row.name.split()[0] for one in page.plans._units.rows} == {"Thôn"}


def test_a_unit_opens_its_results(page, qtbot):
    unit = page.plans._units.rows[0]
    with qtbot.waitSignal(page.context.hub.open_place) as told:
        page.plans.units.opened.emit(unit)
    assert told.args == [Place("plan", page.plans.plan.id, "results", f"unit:{unit.id}")]


def test_another_plan_shows_its_units(page):
    rows = page.plans._plans.rows
    page.open_at(Place("exchange", rows[-1].plan.id))
    assert page.plans.plan == rows[-1].plan
    assert list(page.plans._units.rows) == exchange_history.unit_lines(page.context.work, rows[-1].plan.id)


def test_forms_alone_are_ticked_for_a_stick(page):
    page.acts._carry()
    dialog = page.window().findChild(object, "usbCopy")
    assert dialog.parts.wanted() == Parts(forms=True)
    dialog.reject()


def test_the_history_has_the_forms_that_went(page, qtbot, tmp_path):
    written(page, qtbot, tmp_path)
    with qtbot.waitSignal(page.history.shown, timeout=20_000):
        page.findChild(QAbstractButton, f"exchangeWays_{HISTORY}").click()
    went = page.history._model.rows[0]
    assert (went.is_ours, went.kind, went.other) == (True, None, "20 đơn vị")
    page.history.chips["in"].setChecked(True)
    assert not any(one.is_ours for one in page.history._model.rows)


def test_a_stick_is_seen_with_what_lies_on_it(page, qtbot, tmp_path, sticks):
    (tmp_path / "a.skh").write_bytes(b"")
    (tmp_path / "b.xlsx").write_bytes(b"")
    assert page.strip.isHidden()
    sticks.append(Stick(tmp_path, "KINGSTON (E:)", 1 << 30))
    page.strip.look_again()
    qtbot.waitUntil(lambda: page.findChild(object, "stickTold_0").text() == "1 gói, 1 bảng Excel")
    assert page.strip.isVisible()
    sticks.clear()
    page.strip.look_again()
    assert page.strip.isHidden()


def test_sticks_are_looked_for_only_while_the_page_is_seen(page):
    assert page.strip._timer.isActive()
    page.hide()
    assert not page.strip._timer.isActive()


def test_the_menu_offers_the_sticks(page, sticks, tmp_path):
    sticks.append(Stick(tmp_path, "USB (F:)", 1 << 30))
    menu = page.acts.receive.menu()
    menu.aboutToShow.emit()
    QApplication.processEvents()
    assert [one.text() for one in menu.actions()] == ["Từ USB (F:)", "Chọn tệp…", "Chọn cả thư mục…"]


def test_slips_of_all_units_go_into_one_print_job(page, qtbot):
    page.acts.print_slips()
    qtbot.waitUntil(lambda: page.window().findChild(object, "printDialog") is not None, timeout=30_000)
    dialog = page.window().findChild(object, "printDialog")
    assert dialog._count >= len(page.plans._units.rows)
    dialog.reject()
