"""The lock of the window: at the start, when it is wanted, after minutes without input. What runs goes on under it, nothing of it is seen.

Dialogs are taken from the screen and come back as they were; one that a job opens meanwhile waits unseen. Encrypts nothing.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.services.changes import Noun
from desktop.services.homes import default_home
from desktop.ui.context import Context
from desktop.ui.widgets.parts import tool

if TYPE_CHECKING:
    from desktop.errors import AppError
    from desktop.ui.widgets.lock_view import LockView

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
_COMING = frozenset({QEvent.Type.Show, QEvent.Type.ZOrderChange})
_LOOK_MS = 5_000
_HELD = "isHeldByLock"
_PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen)


def _moment() -> float:
    """Seconds that also pass while the machine sleeps and that nobody sets."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()


class Locking(QObject):
    """Of one window, over its workspace. moment: the clock that minutes without input are counted by, in seconds."""

    def __init__(self, window: QMainWindow, context: Context, moment: Callable[[], float] = _moment) -> None:
        super().__init__(window)
        self._window, self._context, self._moment = window, context, moment
        self._view: LockView | None = None
        self._limit, self._last = 0, moment()
        self._idle = QTimer(self)
        self._idle.setInterval(_LOOK_MS)
        self._idle.timeout.connect(self.look)
        self._act = tool(
            "Khóa cửa sổ (Ctrl+L)", "statusLock", context.theme.icon("lock"), context.hub.lock_wanted.emit
        )
        window.statusBar().addPermanentWidget(self._act)
        context.hub.lock_wanted.connect(self._on_wanted)
        context.hub.changed.connect(self._on_changed)
        for told in (context.jobs.started, context.jobs.finished):
            told.connect(self._on_job)
        app = _application()
        app.focusWindowChanged.connect(self._listen)
        self._arm()

    @property
    def is_locked(self) -> bool:
        """Whether the window shows nothing but its lock."""
        return self._view is not None

    @property
    def view(self) -> "LockView | None":
        """What a locked window shows."""
        return self._view

    def lock(self) -> None:
        """Show nothing more until the password is given. Without a password nothing happens."""
        if self.is_locked or not self._context.work.has_password:
            return
        self._view = self._make_view()
        self._view.show()
        self._view.edit.setFocus()
        self._hide_window()
        self._hide_others()
        _application().installEventFilter(self)
        self._idle.stop()

    def unlock(self) -> None:
        """Everything as it was before."""
        view = self._view
        if view is None:
            return
        self._view = None
        _application().removeEventFilter(self)
        view.hide()
        view.deleteLater()
        self._show_window()
        self._show_others()
        self._arm()

    def look(self) -> None:
        """Lock where nothing was typed or moved for as long as the office chose."""
        if self._limit and self._moment() - self._last >= self._limit:
            self.lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note input; while it is locked, let no other window be seen and fill this one."""
        kind = event.type()
        if kind in _INPUT:
            self._last = self._moment()
        elif self._view is None:
            return False
        elif kind == QEvent.Type.Resize and watched is self._window:
            self._view.setGeometry(self._window.rect())
        elif kind in _COMING and isinstance(watched, QWidget):
            self._cover(watched, kind)
        return False

    def _make_view(self) -> "LockView":
        from desktop.services import password
        from desktop.ui.widgets.lock_view import LockView

        work = self._context.work
        home = "" if work.home == default_home() else f'--home "{work.home}" '
        view = LockView(
            self._window, work.office_name, f"sokehoach {home}password --reset", self._context.theme.scale
        )
        view.setGeometry(self._window.rect())
        view.tell_running(is_running=self._context.jobs.is_busy)
        view.tried.connect(self._on_tried)
        left = password.seconds_left(work)
        if left:
            view.wait(left)
        return view

    @property
    def _inside(self) -> QWidget:
        """All of the window but its status bar."""
        inside = self._window.centralWidget()
        assert inside is not None
        return inside

    def _hide_window(self) -> None:
        for child in self._window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child is not self._view and not child.isWindow():
                child.hide()  # what the search found lies over the pages, not in them
        self._window.setAcceptDrops(False)
        self._set_keys(are_on=False)

    def _show_window(self) -> None:
        inside = self._inside
        inside.show()
        self._window.statusBar().show()
        self._window.setAcceptDrops(True)
        self._set_keys(are_on=True)
        last = inside.focusWidget()
        (inside if last is None else last).setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_keys(self, *, are_on: bool) -> None:
        """Those of the whole window; the others go with what they belong to."""
        for keys in self._window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
            keys.setEnabled(are_on)

    def _is_other(self, widget: QWidget) -> bool:
        """Whether it is a window that the lock must hide; a window that was closed locks nothing any more."""
        return self._window.isVisible() and widget.isWindow() and widget is not self._window

    def _hide_others(self) -> None:
        for widget in _application().topLevelWidgets():
            if widget.isVisible() and self._is_other(widget):
                if widget.windowType() not in _PASSING:
                    widget.setProperty(_HELD, True)
                widget.hide()

    def _cover(self, widget: QWidget, kind: QEvent.Type) -> None:
        """Nothing that is shown or raised meanwhile is seen: another window is held back, a part of this one lies under the lock."""
        if kind == QEvent.Type.Show and self._is_other(widget):
            self._hold_back(widget)
        elif self._view is not None and widget is not self._view and widget.parentWidget() is self._window:
            self._view.raise_()

    def _hold_back(self, widget: QWidget) -> None:
        """A window that is just being shown: never put on the screen, and hidden once Qt is through with showing it."""
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.setProperty(_HELD, widget.windowType() not in _PASSING)
        QTimer.singleShot(0, widget, partial(_put_away, widget))

    def _show_others(self) -> None:
        """A dialog after the one it was opened from."""
        held = [widget for widget in _application().topLevelWidgets() if widget.property(_HELD)]
        for widget in sorted(held, key=_depth):
            widget.setProperty(_HELD, False)
            _put_away(widget)
            widget.show()

    def _arm(self) -> None:
        """By what the office chose last; the minutes begin now."""
        work = self._context.work
        has_password = work.has_password
        self._act.setVisible(has_password)
        self._listen(self._window.windowHandle())
        self._limit, self._last = 0, self._moment()
        if has_password and not self.is_locked:
            from desktop.services import password

            self._limit = 60 * password.auto_lock(work)
        if self._limit:
            self._idle.start()
        else:
            self._idle.stop()

    def _listen(self, window: QWindow | None) -> None:
        """What is typed and moved arrives at the window that has the focus first: one look at it there costs nothing."""
        if window is not None:
            window.installEventFilter(self)

    def _on_wanted(self) -> None:
        if self._context.work.has_password:
            self.lock()
        else:
            self._context.hub.go("settings", tab="password")
            self._context.hub.say("Hãy đặt mật khẩu trước khi khóa cửa sổ.")

    def _on_changed(self, nouns: Noun) -> None:
        if nouns & Noun.OFFICE and not self.is_locked:
            self._arm()

    def _on_job(self, _: str) -> None:
        if self._view is not None:
            self._view.tell_running(is_running=self._context.jobs.is_busy)

    def _on_tried(self, typed: str) -> None:
        from desktop.services import password

        work, view = self._context.work, self._view
        assert view is not None
        view.begin_check()
        # Beside what runs: nobody waits for an import to end before the window opens.
        self._context.jobs.draw(
            "unlock", lambda: password.check(work, typed), self._on_checked, self._on_refused
        )

    def _on_checked(self, is_right: object) -> None:
        from desktop.services import password

        if is_right:
            self.unlock()
        elif self._view is not None:
            self._view.refuse()
            left = password.seconds_left(self._context.work)
            if left:
                self._view.wait(left)

    def _on_refused(self, error: "AppError") -> None:
        from desktop.errors import NotAllowed
        from desktop.sentences import sentence

        if self._view is None:
            return
        self._view.refuse(sentence(error))
        if isinstance(error, NotAllowed):
            self._view.wait(int(str(error.values["seconds"])))


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _put_away(widget: QWidget) -> None:
    """Hide a window that was held back, so that it can be shown like any other; one shown since then stays."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
        widget.hide()
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)


def _depth(widget: QWidget) -> int:
    """How many windows a window was opened from, one from the other."""
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _depth(parent.window())
