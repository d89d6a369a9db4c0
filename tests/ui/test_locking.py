"""The lock of the window: what is seen under it (nothing), what opens it, when it comes by itself, what it keeps alive."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QToolButton, QWidget

from desktop.app import App
from desktop.errors import NotAllowed
from desktop.services import offices, password
from desktop.ui.hub import Place
from desktop.ui.locking import Locking
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.lock_view import LockView

WORDS = "mở 1234"


class Seconds:
    """A clock that stands until the test moves it."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def locking(window: MainWindow, seconds: Seconds) -> Locking:
    """Of a window that has a password and is open."""
    password.choose(window.context.work, WORDS, WORDS)
    return Locking(window, window.context, seconds)


@pytest.fixture
def locked_home(home) -> Iterator[object]:
    from desktop.services.workspace import Workspace

    with Workspace.open(home) as work:
        offices.tell(work, name="Ủy ban nhân dân xã Đồng Sen")
        password.choose(work, WORDS, WORDS)
    return home


def give(locking: Locking, words: str, qtbot) -> LockView:
    """Type words and press Enter; back once they were looked at."""
    view = locking.view
    view.edit.setText(words)
    qtbot.keyClick(view.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not locking._context.jobs._drawings, timeout=20_000)
    return view


def seen(window: QWidget) -> list[str]:
    """Words that can be read on the screen."""
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    labels = [label for top in tops for label in top.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in labels if label.text()]


def test_a_locked_window_shows_whose_copy_it_is_and_nothing_else(locking, window, qtbot):
    locking.lock()
    assert window.isVisible()
    assert not window.centralWidget().isVisible()
    assert not window.statusBar().isVisible()
    assert seen(window) == [window.context.work.office_name, "Sổ Kế Hoạch đang khóa", "Mật khẩu"]
    assert window.focusWidget() is locking.view.edit


def test_the_right_words_bring_everything_back_where_it_was(locking, window, qtbot):
    window.show_place(Place("plans"))
    field = window.search.findChild(QLineEdit)
    field.setText("tọa đàm")
    field.setFocus()
    locking.lock()
    give(locking, WORDS, qtbot)
    assert not locking.is_locked
    assert window.centralWidget().isVisible()
    assert window.statusBar().isVisible()
    assert window.place == Place("plans")
    assert field.text() == "tọa đàm"
    assert window.focusWidget() is field


def test_wrong_words_are_told_under_the_field_and_open_nothing(locking, qtbot):
    locking.lock()
    view = give(locking, "sai", qtbot)
    assert locking.is_locked
    assert "Mật khẩu không đúng" in view.field.error
    assert view.edit.selectedText() == "sai"
    qtbot.keyClick(view.edit, Qt.Key.Key_Escape)
    assert (view.edit.text(), view.field.error) == ("", "")


def test_after_five_wrong_tries_it_waits_and_a_new_lock_waits_too(locking, window, qtbot):
    work = window.context.work
    for _ in range(4):
        password.check(work, "sai")
    locking.lock()
    view = give(locking, "sai", qtbot)
    assert view.field.error == "Gõ sai nhiều lần. Thử lại sau 1 giây."
    assert not view.open_act.isEnabled()
    view._on_tick()
    assert view.open_act.isEnabled()


def test_an_early_try_of_another_start_is_told_how_long_it_waits(locking, window, qtbot):
    work = window.context.work
    locking.lock()
    for _ in range(5):
        password.check(work, "sai")
    view = give(locking, WORDS, qtbot)
    assert locking.is_locked
    assert view.field.error == "Gõ sai nhiều lần. Thử lại sau 1 giây."


def test_minutes_without_input_lock_it_and_input_puts_that_off(locking, window, seconds, qtbot):
    seconds.now = 599
    locking.look()
    assert not locking.is_locked
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    seconds.now = 1198
    locking.look()
    assert not locking.is_locked
    seconds.now = 1199
    locking.look()
    assert locking.is_locked


def test_without_a_password_it_never_locks(window, seconds, qtbot):
    made = Locking(window, window.context, seconds)
    seconds.now = 10**6
    made.look()
    made.lock()
    assert not made.is_locked
    assert not window.findChild(QToolButton, "statusLock").isVisible()
    with qtbot.waitSignal(window.context.hub.notice):
        window.context.hub.lock_wanted.emit()
    assert window.place == Place("settings", tab="password")


def test_an_office_may_choose_that_it_does_not_lock_itself(locking, window, seconds, qtbot):
    window.show_place(Place("settings", tab="password"))
    choice = window.page.section.auto_lock
    choice.setCurrentIndex(choice.findData(0))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: not window.context.jobs.is_busy)
    seconds.now = 10**6
    locking.look()
    assert not locking.is_locked


def test_ctrl_l_locks_and_no_key_of_the_window_works_under_the_lock(locking, window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert locking.is_locked
    keys = window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert keys
    assert not any(one.isEnabled() for one in keys)
    assert not window.acceptDrops()
    locking.unlock()
    assert all(one.isEnabled() for one in keys)
    assert window.acceptDrops()


def test_an_open_dialog_is_hidden_and_comes_back_with_what_was_typed(locking, window, qtbot):
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    field = QLineEdit(dialog)
    inner = QDialog(dialog)
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    dialog.open()
    field.setText("đang gõ dở")
    inner.open()
    locking.lock()
    assert not dialog.isVisible()
    assert not inner.isVisible()
    locking.unlock()
    assert dialog.isVisible()
    assert inner.isVisible()
    assert dialog.isModal()
    assert (field.text(), ended) == ("đang gõ dở", [])


def test_what_a_job_opens_meanwhile_is_seen_only_after_the_lock(locking, window, qtbot):
    locking.lock()
    window.alerts.error(NotAllowed("no_tasks", plan="số 15"))
    box = window.findChild(QDialog, "alert")
    assert box.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    qtbot.waitUntil(lambda: not box.isVisible())
    locking.unlock()
    assert box.isVisible()
    assert not box.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    box.close()


def test_what_the_search_found_is_neither_seen_nor_raised_over_the_lock(locking, window, qtbot):
    found = QLabel("tọa đàm", window)
    found.show()
    locking.lock()
    assert not found.isVisible()
    found.show()
    found.raise_()
    beside = [one for one in window.children() if one in (found, locking.view)]
    assert beside[-1] is locking.view


def test_a_window_that_opens_just_before_the_lock_is_taken_away_is_not_lost(locking, window, qtbot):
    locking.lock()
    dialog = QDialog(window)
    dialog.open()
    locking.unlock()
    QApplication.processEvents()
    assert dialog.isVisible()
    assert not dialog.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.close()


def test_a_job_goes_on_under_the_lock_and_its_name_is_not_told(locking, window, qtbot):
    jobs, may_end = window.context.jobs, threading.Event()
    ended: list[object] = []
    jobs.start("Nhập danh sách của Trần Văn Bình", lambda _: may_end.wait(20), ended.append)
    locking.lock()
    assert locking.view.running.isVisible()
    assert not [words for words in seen(window) if "Bình" in words]
    may_end.set()
    qtbot.waitUntil(lambda: ended == [True])
    assert not locking.view.running.isVisible()
    assert locking.is_locked


def test_a_long_job_does_not_keep_the_window_shut(locking, window, qtbot):
    jobs, may_end = window.context.jobs, threading.Event()
    jobs.start("Nhập", lambda _: may_end.wait(20))
    locking.lock()
    give(locking, WORDS, qtbot)
    assert not locking.is_locked
    may_end.set()
    qtbot.waitUntil(lambda: not jobs.is_busy)


def test_the_lock_fills_the_window_when_its_size_changes(locking, window, qtbot):
    locking.lock()
    window.resize(1000, 600)
    qtbot.waitUntil(lambda: locking.view.size() == window.size())


def test_what_to_do_when_it_is_forgotten_is_said_with_the_command_of_this_home(locking, window, qtbot):
    locking.lock()
    view = locking.view
    command = view.findChild(QLineEdit, "lockCommand")
    assert not command.isVisible()
    view.forgotten.click()
    assert command.isVisible()
    assert command.text() == f'sokehoach --home "{window.context.work.home}" password --reset'


def test_tab_goes_from_the_field_to_showing_to_opening_to_the_way_out(locking, window, qtbot):
    locking.lock()
    order = [window.focusWidget().objectName()]
    for _ in range(3):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        order.append(window.focusWidget().objectName())
    assert order == ["lockPassword", "lockShow", "lockOpen", "lockForgotten"]


def test_dots_are_shown_as_letters_when_that_is_ticked(locking, qtbot):
    locking.lock()
    view = locking.view
    assert view.edit.echoMode() is QLineEdit.EchoMode.Password
    view.findChild(QWidget, "lockShow").click()
    assert view.edit.echoMode() is QLineEdit.EchoMode.Normal


def test_a_start_with_a_password_is_locked_and_opens_at_the_day(qapp, locked_home, qtbot):
    app = App(qapp, locked_home)
    app.open()
    assert app.locking.is_locked
    qtbot.waitUntil(lambda: app._ear is not None)
    assert seen(app.window)[0] == "Ủy ban nhân dân xã Đồng Sen"
    give(app.locking, WORDS, qtbot)
    assert app.window.page.isVisible()
    assert app.window.place == Place("today")
    qtbot.waitUntil(lambda: app.window.page._coming is not None and not app.jobs.is_busy, timeout=20_000)
    app.window.close()
    app.close()


def test_a_second_start_brings_the_lock_to_the_front(qapp, locked_home, qtbot):
    app = App(qapp, locked_home)
    app.open()
    qtbot.waitUntil(lambda: app._ear is not None and not app.jobs.is_busy, timeout=20_000)
    app.window.showMinimized()
    app._come_to_front()
    assert not app.window.isMinimized()
    assert app.locking.is_locked
    assert app.locking.view.isVisible()
    app.window.close()
    app.close()


def test_a_window_made_anew_by_another_look_can_be_locked(qapp, home, qtbot):
    app = App(qapp, home)
    app.open()
    qtbot.waitUntil(lambda: app._ear is not None and not app.jobs.is_busy, timeout=20_000)
    password.choose(app.work, WORDS, WORDS)
    app.restyle()
    app.hub.lock_wanted.emit()
    assert app.locking.is_locked
    assert app.locking.view.window() is app.window
    app.window.close()
    app.close()
