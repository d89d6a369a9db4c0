"""The status bar: whose office, how old the last backup is, what the selection holds, the running job with cancel."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QProgressBar, QStatusBar

from desktop.ui.widgets.parts import framed, label, row, tool

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

    def tell_picked(self, words: str) -> None:
        """How much is selected, and its sum."""
        self._picked.setText(words)

    def tell_job(self, title: str, done: int = 0, total: int = -1, what: str = "") -> None:
        """The running job; "" hides it. total -1: not known."""
        self._job.setVisible(bool(title))
        self._what.setText(f"{title}: {what}" if what else title)
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(min(done, total) if total > 0 else 0)
        self._bar.setAccessibleName(title)
