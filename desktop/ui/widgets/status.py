"""The status bar: whose office, how old the last backup is, what the selection holds, the running job with cancel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QProgressBar, QStatusBar, QTableView, QTreeView, QWidget

from desktop.ui.widgets.parts import framed, label, row, tool

if TYPE_CHECKING:
    from desktop.ui.widgets.picked_watch import PickedWatch

SHOWN_AFTER_MS = 500


class Status(QStatusBar):
    """cancelled: the job is not wanted any more."""

    cancelled = Signal()

    def __init__(self, close: QIcon) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self._office = label(name="statusOffice")
        self._backup = label("", "muted", "statusBackup")
        self._picked = label("", "muted", "statusPicked")
        self._watch: PickedWatch | None = None
        self._what = label(name="statusJob")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._cancel = tool("Hủy việc đang chạy", "statusCancel", close, self.cancelled.emit, shortcut="")
        self._job = framed(row(self._what, self._bar, self._cancel))
        self._job.hide()
        self.setContentsMargins(16, 0, 16, 0)
        self.addWidget(self._office)
        self.addWidget(self._picked, 1)
        self.addPermanentWidget(self._job)
        self.addPermanentWidget(self._backup)

    def tell_office(self, name: str) -> None:
        """Whose copy this is."""
        self._office.setText(name or "Chưa khai tên cơ quan")

    def tell_backup(self, words: str, *, is_old: bool) -> None:
        """How old the last backup is."""
        self._backup.setText(words)
        self._backup.setProperty("role", "warning" if is_old else "muted")
        self._backup.style().polish(self._backup)

    def on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """For `QApplication.focusChanged`."""
        self.follow(now)

    def follow(self, now: QWidget | None) -> None:
        """Tell how much is selected in this table, and its sum; anything else, tables of dialogs and the matrix, which tells its own,
        leaves what is told."""
        if not (isinstance(now, (QTableView, QTreeView)) and hasattr(now.model(), "columns")):
            return
        if now.window() is self.window():
            if self._watch is None:
                from desktop.ui.widgets.picked_watch import PickedWatch

                self._watch = PickedWatch(self._picked.setText, self)
            self._watch.follow(now)

    def follow_none(self) -> None:
        """Nothing is selected: another page is seen."""
        if self._watch is not None:
            self._watch.leave()

    def tell_job(self, title: str, done: int = 0, total: int = -1, what: str = "") -> None:
        """The running job; "" hides it. total -1: not known."""
        self._job.setVisible(bool(title))
        self._what.setText(f"{title}: {what}" if what else title)
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(min(done, total) if total > 0 else 0)
        self._bar.setAccessibleName(title)
