"""The window's composition: home → workspace → services → window. Before the first paint nothing heavy is imported."""

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.errors import AppError, WorkspaceBusy
from desktop.services.homes import default_home, sample_day, sample_owner
from desktop.services.workspace import Workspace
from desktop.ui import theme as themes
from desktop.ui.context import Context
from desktop.ui.doing import Doer
from desktop.ui.hub import Hub, Place
from desktop.ui.jobs import Jobs
from desktop.ui.main_window import MainWindow
from desktop.ui.qt_words import QtWords

if TYPE_CHECKING:
    from desktop.ui.instance import Ear
    from desktop.ui.locking import Locking

DONE, CAN_ACT, NO_SCREEN = 0, 1, 1


class App:
    """The program with its window. `open` shows it; `close` ends it. The application object is made by whoever runs it.

    next_home: the workspace to open when the window is closed, None to end; copy: the backup that takes its place before that.
    """

    def __init__(self, application: QApplication, home: Path) -> None:
        self._application = application
        self.home = home
        self.next_home: Path | None = None
        self.copy: Path | None = None
        self._ear: Ear | None = None
        self.locking: Locking | None = None
        self.work = _open(home)
        self.settings = QSettings(str(home / "screen.ini"), QSettings.Format.IniFormat)
        self.jobs = Jobs()
        self.hub = Hub()
        self.doer = Doer(self.work, self.hub, self.jobs)
        self._words = QtWords(application)
        application.installTranslator(self._words)
        self.hub.home_wanted.connect(self._on_home_wanted)
        self.hub.restore_wanted.connect(self._on_restore_wanted)
        self.window = self._make_window()
        self._previous_hook = sys.excepthook
        sys.excepthook = self._on_defect
        self.jobs.broken.connect(self._tell_defect)

    def open(self) -> None:
        """Show the window at the page it was left at, the welcome page at first; locked where there is a password."""
        first = "welcome" if not self.work.office_name else "today"
        self.window.show_place(Place(first))
        if self.work.has_password:
            self._make_locking().lock()
        self.window.painted.connect(self._after_first_paint)
        self.window.show()

    def restyle(self) -> None:
        """Make the window anew with the theme and text size that the settings ask for now, at the place it shows."""
        place = self.window.place
        old = self.window
        self.window = self._make_window()
        self.window.show_place(place)
        self._make_locking()
        self.window.setGeometry(old.geometry())
        self.window.show()
        old.close()
        old.deleteLater()

    def close(self) -> None:
        """End jobs and let the workspace go."""
        sys.excepthook = self._previous_hook
        self._application.removeTranslator(self._words)
        if self._ear is not None:
            self._ear.close()
        self.window.deleteLater()
        self.jobs.close()
        self.settings.sync()
        self.work.close()

    def _make_window(self) -> MainWindow:
        theme = themes.load(
            str(self.settings.value("look/theme", "system")), int(str(self.settings.value("look/text", 100)))
        )
        theme.apply(self._application)
        context = Context(self.work, self.hub, self.jobs, self.doer, self.settings, theme)
        window = MainWindow(context)
        window.look_changed.connect(self.restyle)
        return window

    def _make_locking(self) -> "Locking":
        """The lock of the window there is now, whose own it is."""
        from desktop.ui.locking import Locking

        self.locking = Locking(self.window, self.window.context)
        return self.locking

    def _after_first_paint(self) -> None:
        """What may wait until the person sees the window: an ear for a second start, the lock for when it is wanted, the copy
        of the day."""
        from desktop.services import safety, trash
        from desktop.ui.instance import Ear

        self._ear = Ear(self.home, self._come_to_front)
        if self.locking is None:
            self._make_locking()
        if safety.is_backup_due(self.work):
            self.jobs.start("Sao lưu hằng ngày", lambda _: safety.backup_daily(self.work))
            self.jobs.start("Dọn thùng rác cũ", lambda _: trash.forget_old(self.work))

    def _come_to_front(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def _on_home_wanted(self, home: Path | None) -> None:
        self.next_home = home or sample_owner(self.home) or default_home().absolute()
        self.window.close()

    def _on_restore_wanted(self, copy: Path) -> None:
        self.copy, self.next_home = copy, self.home
        self.window.close()

    def _on_defect(self, kind: type[BaseException], error: BaseException, trace: object) -> None:
        """A defect that reached Qt's loop: logged and told once; the hook itself does nothing more."""
        if isinstance(error, AppError):
            self.hub.failed.emit(error)
        else:
            self._tell_defect(error)

    def _tell_defect(self, error: BaseException) -> None:
        from desktop.services import defects

        report = defects.save(self.home, error)
        QTimer.singleShot(0, lambda: self.window.alerts.defect(report))


def run(home: Path | None) -> int:
    """Open the window on `home` (None: the platform's folder) and stay until it is closed. Gives the exit status."""
    if not _has_screen():
        sys.stderr.write(
            "Máy này không có màn hình để mở cửa sổ; hãy dùng các lệnh của sokehoach (sokehoach --help).\n"
        )
        return NO_SCREEN
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setProperty(themes.STYLED, True)
    application.setApplicationName("Sổ Kế Hoạch")
    application.setDesktopFileName("so-ke-hoach")
    wanted: Path | None = (home or default_home()).absolute()
    status, restored = DONE, None
    while wanted is not None:
        try:
            app = App(application, wanted)
        except AppError as error:
            return DONE if isinstance(error, WorkspaceBusy) and _is_shown(wanted) else _refuse(error)
        app.window.painted.connect(_collect)
        app.open()
        if restored is not None:
            QTimer.singleShot(0, app.window, partial(restored, app.hub))
        status = application.exec()
        app.close()
        restored = restore(app)
        wanted = app.next_home
    return status


def _collect() -> None:
    """Look for garbage from now on, but not among what the start made."""
    gc.freeze()
    gc.enable()


def restore(app: App) -> Callable[[Hub], None] | None:
    """Put the backup that was chosen in `app`, which is closed, in place of its workspace. Gives what tells the next window how it went,
    None where no backup was chosen; a workspace that could not be replaced is as it was."""
    if app.copy is None:
        return None
    from desktop.services import safety

    try:
        safety.restore(app.copy, app.home)
    except AppError as error:
        failed = error
        return lambda hub: hub.failed.emit(failed)
    words = "Đã khôi phục từ bản sao lưu. Dữ liệu trước đó được giữ trong danh sách sao lưu."
    return lambda hub: hub.say(words)


def _open(home: Path) -> Workspace:
    """The workspace; a sample is seen on a day of its own."""
    day = sample_day(home)
    return Workspace.open(home) if day is None else Workspace.open(home, lambda: day)


def _is_shown(home: Path) -> bool:
    """Whether another window of this workspace was asked to come to the front, and will."""
    from desktop.ui.instance import call

    return call(home)


def _refuse(error: AppError) -> int:
    from PySide6.QtWidgets import QMessageBox

    from desktop.sentences import sentence

    QMessageBox.warning(None, "Sổ Kế Hoạch", sentence(error))
    return CAN_ACT


def _has_screen() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
