"""Cài đặt, Mật khẩu: set, changed, removed, told under the fields what is wrong, never kept in them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.services import password
from desktop.ui.hub import Place
from desktop.ui.pages.settings import SettingsPage
from desktop.ui.pages.settings_password import PasswordSection

WORDS = "mở 1234"


@pytest.fixture
def page(context, qtbot) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1170, 700)
    made.show()
    return made


@pytest.fixture
def section(page) -> PasswordSection:
    page.open_at(Place("settings", tab="password"))
    return page.section


@pytest.fixture
def locked(context, page) -> PasswordSection:
    """The section where there is a password."""
    password.choose(context.work, WORDS, WORDS)
    page.open_at(Place("settings", tab="password"))
    return page.section


def done(section: PasswordSection, qtbot) -> None:
    """The job that was begun has ended."""
    qtbot.waitUntil(lambda: not section.context.jobs.is_busy, timeout=20_000)


def type_in(section: PasswordSection, present: str, new: str, again: str) -> None:
    for field, words in ((section.present, present), (section.new, new), (section.again, again)):
        field.setText(words)


def test_a_first_password_is_set_by_enter_and_leaves_no_word_in_the_fields(section, qtbot):
    assert not section.present.isVisible()
    assert not section.remove_act.isVisible()
    type_in(section, "", WORDS, WORDS)
    with qtbot.waitSignal(section.context.hub.notice, timeout=20_000) as told:
        qtbot.keyClick(section.again, Qt.Key.Key_Return)
    assert told.args[0].text == "Đã đặt mật khẩu"
    assert not told.args[0].can_undo
    assert password.check(section.context.work, WORDS)
    assert [one.text() for one in (section.present, section.new, section.again)] == ["", "", ""]
    assert section.present.isVisible()
    assert section.keep_act.text() == "Đổi mật khẩu"


@pytest.mark.parametrize(
    ("new", "again", "field", "words"),
    [("123", "123", "new", "ít nhất 4 ký tự"), ("1234", "1235", "again", "không giống nhau")],
)
def test_what_is_wrong_is_told_at_its_field(section, qtbot, new, again, field, words):
    type_in(section, "", new, again)
    section.keep_act.click()
    done(section, qtbot)
    assert words in section.fields[field].error
    assert not section.context.work.has_password
    qtbot.keyClick(section.again, Qt.Key.Key_5)
    assert section.fields[field].error == ""


def test_it_is_changed_by_who_knows_it(locked, qtbot):
    type_in(locked, WORDS, "5678", "5678")
    locked.keep_act.click()
    done(locked, qtbot)
    assert password.check(locked.context.work, "5678")


def test_a_wrong_present_one_is_told_and_changes_nothing(locked, qtbot):
    type_in(locked, "sai", "5678", "5678")
    locked.keep_act.click()
    done(locked, qtbot)
    assert "Mật khẩu hiện tại không đúng" in locked.fields["present"].error
    assert locked.keep_act.isEnabled()
    assert password.check(locked.context.work, WORDS)


def test_it_is_removed_by_who_knows_it(locked, qtbot):
    locked.present.setText(WORDS)
    locked.remove_act.click()
    done(locked, qtbot)
    assert not locked.context.work.has_password
    assert not locked.present.isVisible()
    assert locked.keep_act.text() == "Đặt mật khẩu"


def test_how_long_it_waits_is_kept_at_once(locked, qtbot):
    assert locked.auto_lock.currentText() == "Sau 10 phút"
    locked.auto_lock.setCurrentIndex(locked.auto_lock.findData(30))
    locked.auto_lock.activated.emit(locked.auto_lock.currentIndex())
    done(locked, qtbot)
    assert password.auto_lock(locked.context.work) == 30


def test_words_are_dots_until_they_are_to_be_seen_and_gone_when_the_page_is_left(locked, page):
    type_in(locked, "a", "b", "c")
    assert locked.new.echoMode() is QLineEdit.EchoMode.Password
    locked.findChild(object, "passwordShow").click()
    assert locked.again.echoMode() is QLineEdit.EchoMode.Normal
    page.leave()
    assert locked.new.text() == ""


def test_the_window_is_locked_from_here_and_from_the_menu_of_the_page(locked, page, qtbot):
    hub = locked.context.hub
    with qtbot.waitSignal(hub.lock_wanted):
        locked.lock_act.click()
    (act,) = page.header.menu.actions()
    assert act.text() == "Khóa cửa sổ\tCtrl+L"
    with qtbot.waitSignal(hub.lock_wanted):
        act.trigger()


def test_help_is_of_the_section_that_is_seen(locked, page):
    assert page.help == "mat-khau"
    page.open_at(Place("settings", tab="office"))
    assert page.help == "cai-dat"
