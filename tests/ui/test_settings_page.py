"""Cài đặt: sections open by name, fields are kept when they are left and taken back by undo, the look changes at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from desktop.domain.office import Signer
from desktop.domain.paper_choice import PaperChoice
from desktop.domain.working_days import DayOff
from desktop.services import offices, safety
from desktop.ui.hub import Place
from desktop.ui.pages.settings import SECTIONS, SettingsPage


@pytest.fixture
def page(context, qtbot) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1170, 700)
    made.show()
    context.hub.open_place.connect(made.open_at)
    return made


def section(page: SettingsPage, name: str):
    """Go to a section."""
    page.open_at(Place("settings", tab=name))
    return page.section


def test_without_a_copy_the_section_says_so_in_place_of_an_empty_table(page, qtbot):
    made = section(page, "backups")
    assert "Chưa có bản sao lưu nào" in made._stack.currentWidget()._sentence.text()
    made.backup_now()
    qtbot.waitUntil(lambda: made._stack.currentWidget() is made.table)


@pytest.mark.parametrize("name", [told[0] for told in SECTIONS])
def test_every_section_opens_and_names_its_fields(page, name):
    made = section(page, name)
    assert made.name == name
    assert page.list.currentItem().text().strip() == made.title
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox):
        for field in made.findChildren(kind):
            if field.objectName().startswith("qt_"):
                continue
            assert field.objectName()
            assert field.accessibleName() or field.text()


def test_arrow_keys_in_the_list_change_the_section(page, qtbot):
    section(page, "office")
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.section.name == "signers"


def test_a_field_is_kept_when_it_is_left_and_undo_takes_it_back(page, qtbot):
    made = section(page, "office")
    made.full.insert("Ủy ban nhân dân xã Sơn Tây Hạ")
    qtbot.keyClick(made.full, Qt.Key.Key_Return)
    assert page.context.work.office.issuer == ("ỦY BAN NHÂN DÂN", "XÃ SƠN TÂY HẠ")
    assert made.short.text() == "UBND xã Sơn Tây Hạ"
    page.context.doer.undo()
    assert page.context.work.office.name == ""
    assert made.full.text() == ""


def test_what_is_being_typed_is_kept_when_the_page_is_left(page, qtbot):
    made = section(page, "office")
    made.lines["place"].insert("Sơn Tây Hạ")
    page.leave()
    assert page.context.work.office.place == "Sơn Tây Hạ"


def test_escape_takes_back_what_was_typed(page, qtbot):
    made = section(page, "office")
    made.lines["place"].insert("Sơn")
    qtbot.keyClick(made.lines["place"], Qt.Key.Key_Escape)
    assert made.lines["place"].text() == ""
    page.leave()
    assert page.context.work.office.place == ""


def test_typing_stays_when_something_else_of_the_office_changes(page, qtbot):
    made = section(page, "office")
    made.lines["place"].insert("Sơn")
    page.context.doer.do("Sửa", lambda: offices.tell(page.context.work, collector="Phòng Nội vụ"))
    assert made.lines["place"].text() == "Sơn"
    assert made.lines["collector"].text() == "Phòng Nội vụ"


def test_printed_lines_are_kept_as_capitals(page, qtbot):
    made = section(page, "office")
    made.superior.setFocus()
    made.superior.insertPlainText("UBND tỉnh Quảng Ngãi")
    made.superior.finish()
    assert page.context.work.office.superior == ("UBND TỈNH QUẢNG NGÃI",)
    assert made.superior.lines == ("UBND TỈNH QUẢNG NGÃI",)


def test_a_signer_is_added_named_moved_and_removed(page, qtbot):
    work = page.context.work
    offices.tell(work, name="Ủy ban nhân dân xã Sơn Tây Hạ")
    offices.tell_signers(work, [Signer(("CHỦ TỊCH",), "Trần Văn Bình")])
    made = section(page, "signers")
    made.add()
    made.person.insert("Lê Thị Lan")
    qtbot.keyClick(made.person, Qt.Key.Key_Return)
    assert work.office.signers[1] == Signer(
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Lê Thị Lan"
    )
    qtbot.mouseClick(made.findChild(object, "signerUp"), Qt.MouseButton.LeftButton)
    assert [one.name for one in work.office.signers] == ["Lê Thị Lan", "Trần Văn Bình"]
    made.remove()
    assert [one.name for one in work.office.signers] == ["Trần Văn Bình"]


def test_a_capacity_writes_the_printed_lines(page):
    offices.tell(page.context.work, name="Phòng Văn hóa - Xã hội")
    made = section(page, "signers")
    made.add()
    made.titles.setCurrentText("Trưởng phòng")
    made.titles.activated.emit(made.titles.currentIndex())
    assert page.context.work.office.signers[0].lines == ("TRƯỞNG PHÒNG",)
    assert made.lines.lines == ("TRƯỞNG PHÒNG",)


def test_rules_of_deadlines_are_kept_and_the_examples_follow(page, qtbot):
    made = section(page, "deadlines")
    assert made._examples[0][1].text() == "thứ Hai, 13/04/2026"
    made.loose.click()
    made.days_off[DayOff.FORWARD].click()
    rules = page.context.work.office.rules
    assert (rules.before_is_strict, rules.day_off) == (False, DayOff.FORWARD)
    assert made._examples[0][1].text() == "thứ Ba, 14/04/2026"
    assert made._examples[2][1].text() == "thứ Hai, 29/06/2026"
    page.context.doer.undo()
    assert made.days_off[DayOff.BACK].isChecked()


def test_a_deadline_that_is_typed_is_answered(page, qtbot):
    made = section(page, "deadlines")
    made.trial.insert("trước ngày 2/5/2026")
    assert made._answered.text().startswith("Tính đến hết thứ Tư, 29/04/2026")
    made.trial.setText("sớm nhất có thể")
    assert "Chưa thấy ngày" in made._answered.text()


def test_the_look_is_kept_and_asked_for_at_once(window, qtbot):
    window.show_place(Place("settings", tab="display"))
    made = window.page.section
    with qtbot.waitSignal(window.look_changed):
        made.themes["dark"].click()
    with qtbot.waitSignal(window.look_changed):
        made.scales[125].click()
    settings = window.context.settings
    assert (settings.value("look/theme"), int(str(settings.value("look/text")))) == ("dark", 125)
    assert window.place == Place("settings", tab="display")


def test_a_backup_is_made_and_listed(page, qtbot):
    made = section(page, "backups")
    with qtbot.waitSignal(page.context.hub.notice):
        made.backup_now()
    assert len(made.table.model().rows) == 1
    assert safety.newest_backup(page.context.work.home) is not None


def test_a_backup_goes_into_a_folder(page, qtbot, tmp_path):
    made = section(page, "backups")
    folder = tmp_path / "usb"
    folder.mkdir()
    with qtbot.waitSignal(page.context.hub.notice) as told:
        made.backup_to(folder)
    assert str(folder) in told.args[0].text
    assert len(list(folder.glob("*.db"))) == 1


def test_a_copy_is_looked_into_before_it_is_restored(page, qtbot):
    path = safety.backup(page.context.work)
    made = section(page, "backups")
    made.look_into(path)
    qtbot.waitUntil(lambda: page.window().findChild(object, "restoreDialog") is not None)
    dialog = page.window().findChild(object, "restoreDialog")
    with qtbot.waitSignal(page.context.hub.restore_wanted) as told:
        dialog.findChild(QPushButton, "restoreAccept").click()
    assert told.args == [path]


def test_sound_data_are_told_to_be_sound(page, qtbot):
    made = section(page, "backups")
    made.check()
    qtbot.waitUntil(lambda: bool(made._told.text()))
    assert made._told.text() == "Dữ liệu nguyên vẹn, không phát hiện lỗi."
    assert not made._repair.isVisible()


def test_faults_that_can_be_mended_are_mended(demo, qtbot):
    made = SettingsPage(demo)
    qtbot.addWidget(made)
    made.show()
    demo.work.store.run("UPDATE assignment SET status = 'not_started' WHERE status = 'done'")
    backups = section(made, "backups")
    backups.check()
    qtbot.waitUntil(lambda: "không khớp với kết quả mới nhất" in backups._told.text())
    assert backups._repair.isVisible()
    backups._repair.click()
    qtbot.waitUntil(lambda: "Đã sửa" in backups._told.text())
    assert not backups._repair.isVisible()


def test_a_choice_of_form_is_kept_within_the_decree_and_shown_on_a_page(page, qtbot):
    made = section(page, "paper")
    qtbot.waitUntil(lambda: made.paper.paper is not None, timeout=20_000)
    before = made.paper.paper.content
    made.choices["size"].setCurrentIndex(0)
    made.choices["size"].activated.emit(0)
    made.numbers["left"].setValue(40)
    kept = page.context.work.office.paper
    assert (kept.size, kept.left) == (13.0, 35.0)
    qtbot.waitUntil(lambda: made.paper.paper.content != before, timeout=20_000)
    made.usual.click()
    assert page.context.work.office.paper == PaperChoice()
    assert not made.usual.isEnabled()


def test_an_office_keeps_its_name_when_the_field_is_emptied(page):
    offices.tell(page.context.work, name="Phòng Nội vụ")
    made = section(page, "office")
    made.full.selectAll()
    made.full.del_()
    made.full.finish()
    assert made.full_field.error
    assert made.full.text() == page.context.work.office.name == "Phòng Nội vụ"
