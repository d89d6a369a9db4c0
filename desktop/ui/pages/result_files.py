"""Beside a result: its evidence, added by dropping files, opened as copies after a word of caution; its steps; all that happened."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.services import evidence
from desktop.services.unit_results import UnitTask
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.log_urging import CHANNELS
from desktop.ui.dialogs.save_paper import ask_files
from desktop.ui.widgets.parts import button, label, restyle, row

_KEY = Qt.ItemDataRole.UserRole
_CAUTION = (
    "Tệp này do đơn vị gửi đến. Chỉ mở khi biết rõ người gửi; nếu chương trình mở tệp hỏi bật nội dung (macro), hãy chọn không.\n\n"
    "Chương trình mở một bản sao chỉ để xem; tệp gốc vẫn giữ nguyên."
)


class ResultFiles(QScrollArea):
    """added: paths of files to keep; removed: id of a file; ticked: id of a step and the day, None for not done."""

    added = Signal(object)
    removed = Signal(int)
    ticked = Signal(int, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("resultFiles")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(round(220 * context.theme.scale))
        self._context = context
        self._drop = _DropRoom(context)
        self._drop.dropped.connect(self.added.emit)
        self.files = _list("evidenceFiles", "Tệp minh chứng")
        self.files.itemActivated.connect(lambda item: self.open_file(item.data(_KEY)))
        self.files.removal.connect(self.removed.emit)
        self.steps = _list("resultSteps", "Việc cần làm")
        self.steps.itemChanged.connect(self._on_ticked)
        self.history = label("", "", "resultHistory", wraps=True)
        self.history.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._steps_head, self._history_head = label("Việc cần làm", "caption"), label("Lịch sử", "caption")
        self._lay_out()

    def _lay_out(self) -> None:
        adds = button("Thêm tệp…", "evidenceAdd", self._ask, role="link")
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(12, 4, 4, 12)
        layout.setSpacing(6)
        layout.addLayout(row(label("Minh chứng", "caption"), None, adds))
        for widget in (
            self.files,
            self._drop,
            self._steps_head,
            self.steps,
            self._history_head,
            self.history,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(inner)

    def show_task(self, shown: UnitTask) -> None:
        """Show what goes with a task."""
        files = [(f"{one.name}  ({text.size(one.size)})", one.id) for one in shown.evidence]
        _fill(self.files, files, "Bấm đúp để mở bản sao, phím Delete để bỏ")
        self.steps.blockSignals(True)
        _fill(self.steps, [(one.text, one.id) for one in shown.steps])
        for at, one in enumerate(shown.steps):
            item = self.steps.item(at)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.done_on else Qt.CheckState.Unchecked)
            if one.done_on:
                item.setText(f"{one.text} ({text.date(one.done_on)})")
        self.steps.blockSignals(False)
        self._steps_head.setVisible(bool(shown.steps))
        told = history(shown)
        self.history.setText("\n\n".join(told))
        self._history_head.setVisible(bool(told))

    def open_file(self, key: int) -> None:
        """Open a copy, once the person has read the word of caution."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Mở minh chứng", _CAUTION, parent=self.window())
        box.setObjectName("evidenceCaution")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opens = box.addButton("Mở bản sao", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("Hủy", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(opens)
        opens.clicked.connect(lambda *_: self._open(key))
        box.open()

    def _open(self, key: int) -> None:
        def shown(path: Path) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        work = self._context.work
        self._context.jobs.start("Chép minh chứng ra để xem", lambda _: evidence.copy_out(work, key), shown)

    def _ask(self) -> None:
        kinds = "Minh chứng (*.pdf *.docx *.xlsx *.jpg *.jpeg *.png)"
        ask_files(self._context, self.window(), "Thêm minh chứng", kinds, self.added.emit)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        is_done = item.checkState() is Qt.CheckState.Checked
        self.ticked.emit(item.data(_KEY), self._context.work.today() if is_done else None)


class _DropRoom(QFrame):
    """Where files are dropped."""

    dropped = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("evidenceDrop")
        self.setProperty("role", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 8, 10)
        words = label("Thả tệp PDF, Word, Excel hoặc ảnh vào đây", "hint", wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._light("true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        super().dragLeaveEvent(event)
        self._light("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the files."""
        self._light("")
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _light(self, over: str) -> None:
        self.setProperty("over", over)
        restyle(self, "drop")


class _List(QListWidget):
    """removal: Delete was pressed on an entry with an id."""

    removal = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks for removal."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None and item.data(_KEY):
            self.removal.emit(item.data(_KEY))
            return
        super().keyPressEvent(event)


def history(shown: UnitTask) -> list[str]:
    """All that happened on a task, the newest first, each in one or two lines."""
    lines: list[tuple[dt.date, int, str]] = []
    merged = [shown.newest] if shown.newest is not None and shown.newest not in shown.history else []
    for result in (*shown.history, *merged):
        day = f", xong ngày {text.date(result.done_on)}" if result.done_on else ""
        words = f"\n{text.elided(result.text, 120)}" if result.text else ""
        source = text.source(result)
        head = f"Báo cáo ({source})" if source else "Báo cáo"
        rank = 2 if result is shown.newest else 1
        lines.append((result.reported_on, rank, f"{head}: {text.STATUSES[result.status]}{day}{words}"))
    for urging in shown.urgings:
        told = [CHANNELS[urging.channel]]
        if urging.person:
            told.append(urging.person)
        if urging.promised_on:
            told.append(f"hẹn ngày {text.date(urging.promised_on)}")
        lines.append((urging.urged_on, 0, " · ".join(filter(None, [*told, urging.note]))))
    lines.sort(key=lambda line: line[:2], reverse=True)
    return [f"{text.date(day)}\n{words}" for day, _, words in lines]


def _list(name: str, spoken: str) -> _List:
    made = _List()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _fill(entries: QListWidget, lines: Sequence[tuple[str, int]], tip: str = "") -> None:
    """As high as its lines; gone where there are none."""
    entries.ensurePolished()
    entries.clear()
    for words, key in lines:
        item = QListWidgetItem(words, entries)
        item.setData(_KEY, key)
        item.setToolTip(f"{words}\n{tip}".strip())
    entries.setVisible(bool(lines))
    high = sum(entries.sizeHintForRow(at) for at in range(entries.count()))
    entries.setFixedHeight(high + 4)
