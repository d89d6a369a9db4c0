"""The frame: rail, search, pages, status bar, toast. It knows where things are shown, never what is in them."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.paths import resource_file
from desktop.services.changes import Noun
from desktop.services.homes import sample_day
from desktop.ui import page_list, text
from desktop.ui.alerts import Alerts
from desktop.ui.context import Context
from desktop.ui.hub import Notice, Place
from desktop.ui.pages.page import Page
from desktop.ui.widgets.office_mark import OfficeMark
from desktop.ui.widgets.rail import Rail
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.status import SHOWN_AFTER_MS, Status

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from desktop.ui.widgets.toast import Toast

NARROW_BELOW = 1180
BACKUP_CHECK_MS = 60_000


class MainWindow(QMainWindow):
    """One window over one workspace. look_changed: theme or text size were chosen anew; painted: it is seen, told once."""

    look_changed = Signal()
    painted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("mainWindow")
        self.setWindowTitle("Sổ Kế Hoạch")
        self.setWindowIcon(QIcon(str(resource_file("icons/app.svg"))))
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 560)
        self._pages: dict[str, Page] = {}
        self._history: list[Place] = []
        self._is_painted = False
        self.alerts = Alerts(self)
        self._build()
        self._connect()
        self._add_keys()
        self._recall()

    def _build(self) -> None:
        on_rail = [(e.name, e.title, self.context.theme.icon(e.icon)) for e in page_list.PAGES if e.icon]
        sizes = self.context.theme.sizes
        self.rail = Rail(on_rail, OfficeMark(), (sizes.rail, sizes.rail_narrow))
        self.search = SearchBox(self.context)
        self.stack = QStackedWidget()
        whole = self._whole = QWidget()
        whole.setObjectName("central")
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(self._main(), 1)
        self.setCentralWidget(whole)
        self.status = Status(self.context.theme.icon("close"))
        self.setStatusBar(self.status)
        self._toast: Toast | None = None

    def _main(self) -> QVBoxLayout:
        """The pages, under a word on it where they show sample data."""
        main = QVBoxLayout()
        main.setSpacing(0)
        day = sample_day(self.context.work.home)
        if day is not None:
            from desktop.ui.widgets.sample_note import SampleNote

            main.addWidget(SampleNote(day, lambda: self.context.hub.home_wanted.emit(None)))
        main.addWidget(self.stack, 1)
        return main

    def _connect(self) -> None:
        hub, jobs = self.context.hub, self.context.jobs
        self.rail.chosen.connect(lambda name: self.show_place(Place(name)))
        hub.open_place.connect(self.show_place)
        hub.notice.connect(self._say)
        hub.failed.connect(self.alerts.error)
        hub.changed.connect(self._on_changed)
        jobs.failed.connect(self.alerts.error)
        jobs.progressed.connect(self._on_progress)
        jobs.finished.connect(lambda _: self._on_job_end())
        self.status.cancelled.connect(jobs.cancel)
        self._job_started: dt.datetime | None = None
        jobs.started.connect(lambda _: self._on_job_start())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.status.on_focus)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._tell_backup)
        self._minute.start(BACKUP_CHECK_MS)

    def _add_keys(self) -> None:
        doer = self.context.doer
        for keys, act in (
            ("Ctrl+K", self.search.focus),
            ("Ctrl+Z", doer.undo),
            ("Ctrl+Y", doer.redo),
            ("Ctrl+Shift+Z", doer.redo),
            ("Ctrl+F", self._filter),
            ("F5", self._refresh),
            ("Alt+Left", self.go_back),
            ("Ctrl+L", self.context.hub.lock_wanted.emit),
            ("F1", self._help),
            ("?", self._shortcuts),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    @property
    def toast(self) -> "Toast":
        """Where notices are said, made at the first."""
        if self._toast is None:
            from desktop.ui.widgets.toast import Toast

            self._toast = Toast(self._whole)
            self._toast.undone.connect(self.context.doer.undo)
        return self._toast

    @property
    def page(self) -> Page | None:
        """The page that is seen."""
        seen = self.stack.currentWidget()
        return seen if isinstance(seen, Page) else None

    @property
    def place(self) -> Place:
        """The place that is seen."""
        return self._history[-1] if self._history else Place("today")

    def show_place(self, place: Place) -> None:
        """Go there; the page is made when it is seen first."""
        entry = page_list.BY_NAME[place.page]
        before = self.page
        page = self._pages.get(entry.name)
        if page is None:
            page = self._pages[entry.name] = page_list.make(entry, self.context)
            self.stack.addWidget(page)
        if before is not None and before is not page:
            before.leave()
        if not self._history or self._history[-1] != place:
            self._history.append(place)
        self.rail.show_chosen(entry.under or entry.name)
        self.status.follow_none()
        page.header.host(self.search)
        self.stack.setCurrentWidget(page)
        page.make_current()
        page.open_at(place)
        page.focus_first()
        self.status.follow(self.focusWidget())

    def go_back(self) -> None:
        """To the place before this one."""
        if len(self._history) > 1:
            self._history.pop()
            self.show_place(self._history[-1])

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Keep what is being typed and how the window lies; a running job is asked to stop and leaves nothing half-done."""
        for page in self._pages.values():
            page.leave()
        self.context.settings.setValue("window/geometry", self.saveGeometry())
        if self._history:
            self.context.settings.setValue("window/page", self._history[-1].page)
        self._minute.stop()
        super().closeEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Whatever may wait until the window is seen waits for the first of these."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Enter presses the button that has the focus, as in dialogs."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QAbstractButton

        button = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """The rail shrinks to icons when the window is narrow."""
        super().resizeEvent(event)
        self.rail.set_narrow(narrow=self.width() < NARROW_BELOW * self.context.theme.scale)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """The page that is seen takes them, or the page that such files are for."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        page = self.page
        if paths and not (page is not None and page.drop(paths)):
            from desktop.ui.dropping import Dropping

            Dropping(self.context).take(paths)

    def _recall(self) -> None:
        geometry = self.context.settings.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(1280, 720)
        self.status.tell_office(self.context.work.office_name)
        self.painted.connect(lambda: QTimer.singleShot(0, self._tell_backup))

    def _on_changed(self, nouns: Noun) -> None:
        if nouns & Noun.OFFICE:
            self.status.tell_office(self.context.work.office_name)

    def _on_job_start(self) -> None:
        self._job_started = dt.datetime.now(dt.UTC)

    def _on_progress(self, title: str, done: int, total: int, what: str) -> None:
        begun = self._job_started
        if begun and (dt.datetime.now(dt.UTC) - begun).total_seconds() * 1000 >= SHOWN_AFTER_MS:
            from desktop.sentences import STEPS

            self.status.tell_job(title, done, total, STEPS.get(what, what))

    def _on_job_end(self) -> None:
        self.status.tell_job("")
        self._tell_backup()

    def _tell_backup(self) -> None:
        from desktop.services.safety import newest_backup

        newest = newest_backup(self.context.work.home)
        if newest is None:
            self.status.tell_backup("Chưa có bản sao lưu", is_old=True)
            return
        now = dt.datetime.now(dt.UTC)
        self.status.tell_backup(
            f"Sao lưu: {text.ago(newest, now)}", is_old=now - newest > dt.timedelta(days=1)
        )

    def _say(self, notice: Notice) -> None:
        self.toast.say(notice)

    def _refresh(self) -> None:
        if self.page is not None:
            self.page.refresh()

    def _filter(self) -> None:
        if self.page is not None and self.page.filters is not None:
            self.page.filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.page.filters.words.selectAll()
        else:
            self.search.focus()

    def _help(self) -> None:
        from desktop.ui.dialogs.help import HelpDialog

        HelpDialog(self.page.help if self.page else "", self.context, self).open()

    def _shortcuts(self) -> None:
        from desktop.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self).open()
