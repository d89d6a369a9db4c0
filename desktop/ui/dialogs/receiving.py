"""Files come in: all of them looked at beside the window, one preview, one button that keeps them. Packages and filled forms together."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QProgressBar, QWidget

from desktop.domain.package import PackageKind
from desktop.errors import AppError
from desktop.progress import Progress
from desktop.sentences import sentence
from desktop.services import identity, package_receiving
from desktop.services.arrivals import Arrival
from desktop.services.package_receiving import Kept
from desktop.ui import sticks, text
from desktop.ui.context import Context
from desktop.ui.dialogs.receipts import write_receipts
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.models.arrival_rows import for_us, name_of
from desktop.ui.sticks import Look
from desktop.ui.widgets.arrivals_look import ArrivalsLook
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row
from desktop.ui.widgets.passphrase_fields import Phrases

Done = Callable[[Kept], object]
_LOOK = "Xem trước các tệp nhận về"
_NOTHING = "Không thấy gói .skh hay biểu kết quả nào để nhận."
_SAFE = "Trước khi nhận, chương trình tự sao lưu. Nhận lại cùng một tệp không làm thay đổi gì."


def open_receiving(
    context: Context,
    parent: QWidget,
    chosen: Sequence[Path],
    phrases: Phrases | None = None,
    done: Done | None = None,
    look: Look = sticks.plugged_in,
) -> None:
    """Look at files, and at all that lies in folders, then ask. done: told after they were kept; look: tells the sticks."""
    wanted, known = tuple(chosen), phrases or Phrases()
    stick = next((one.path for one in look() if any(path.is_relative_to(one.path) for path in wanted)), None)

    def work(progress: Progress) -> list[Arrival]:
        paths = package_receiving.files_in(wanted)
        return package_receiving.look(context.work, paths, tuple(known.kept), progress) if paths else []

    def ask(found: list[Arrival]) -> None:
        if for_us(found, wanted):
            ReceiveDialog(context, parent, found, known, chosen=wanted, stick=stick, done=done).open()
        else:
            context.hub.say(_NOTHING, is_warning=True)

    context.jobs.start(_LOOK, work, ask)


class ReceiveDialog(QDialog):
    """The preview. chosen: files that were named, not merely found in a folder; stick: where they lie, None for elsewhere."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        found: Sequence[Arrival],
        phrases: Phrases,
        *,
        chosen: Collection[Path] = (),
        stick: Path | None = None,
        done: Done | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("receiving")
        self.setWindowTitle("Nhận tệp")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._phrases = context, phrases
        self._chosen, self._stick, self._done = chosen, stick, done
        self._tried = list(phrases.kept)
        self._job, self._run = "", 0
        self.look = ArrivalsLook(context, lambda uid: identity.known_words(context.work, uid))
        offer(self.look.table, "Các tệp nhận về", context)
        self._make_foot()
        self._lay_out()
        self.look.changed.connect(self._tell)
        self.look.opened.connect(self._on_opened)
        self.look.trusted.connect(self._on_trusted)
        context.jobs.progressed.connect(self._on_progress)
        context.jobs.finished.connect(self._on_finished)
        self._show(found)
        self.look.table.setFocus()

    def reject(self) -> None:
        """Close; while something runs for this dialog, stop that first."""
        if self._job:
            self._context.jobs.cancel()
        else:
            super().reject()

    def _make_foot(self) -> None:
        self.receipts = QCheckBox("Ghi biên nhận sau khi nhận")
        self.receipts.setObjectName("receivingReceipts")
        if self._stick is not None:
            self.receipts.setText("Ghi biên nhận lên USB")
        self.receipts.setChecked(self._stick is not None)
        self.receipts.setToolTip("Báo cho nơi gửi rằng gói đã đến")
        self.bar = QProgressBar()
        self.bar.setObjectName("receivingBar")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.hide()
        self.failed = label("", "error", "receivingError", wraps=True)
        self.failed.hide()
        self.cancel = button("Hủy", "receivingCancel", self.reject)
        self.keep = button("Nhận", "receivingKeep", self._keep, role="primary")

    def _lay_out(self) -> None:
        scale, room = self._context.theme.scale, self.screen().availableSize()
        self.resize(min(round(1220 * scale), room.width() - 40), min(round(660 * scale), room.height() - 60))
        body = column(self.look, self.failed, label(_SAFE, "muted", wraps=True), margins=16)
        body.setStretch(0, 1)
        foot = row(self.receipts, None, self.bar, self.cancel, self.keep, margins=12)
        lay_dialog(self, body, foot, "receivingFoot")

    def _tell(self) -> None:
        wanted = self.look.wanted
        words = f"Nhận {text.count(len(wanted), 'tệp')}" if wanted else "Nhận"
        self.keep.setText(words)
        self.keep.setAccessibleName(words)
        self.keep.setEnabled(bool(wanted) and not self._job)
        is_told = any(one.manifest is not None and one.kind is not PackageKind.RECEIPT for one in wanted)
        self.receipts.setVisible(is_told)

    def _on_opened(self, phrase: str, keeps: bool) -> None:  # noqa: FBT001 - a signal of Qt
        if keeps:
            self._phrases.remember(phrase)
        if phrase not in self._tried:
            self._tried.append(phrase)
        self._look_again()

    def _on_trusted(self, one: Arrival) -> None:
        told = one.manifest
        if told is not None:
            self._context.doer.do(
                f"Tin khóa mới của {told.sender_name}",
                lambda: identity.trust(self._context.work, told.sender, told.sender_name, told.key),
                lambda _: self._look_again(),
            )

    def _look_again(self) -> None:
        paths, phrases = self._paths, tuple(self._tried)
        self._begin(_LOOK)
        self._context.jobs.start(
            _LOOK,
            lambda progress: package_receiving.look(self._context.work, paths, phrases, progress),
            self._on_looked,
            self._on_failed,
        )

    def _on_looked(self, found: list[Arrival]) -> None:
        self._end()
        self._show(found)

    def _show(self, found: Sequence[Arrival]) -> None:
        ours = for_us(found, self._chosen)
        self._paths = [one.path for one in found]
        self.look.show_found(ours, len(found) - len(ours))

    def _keep(self) -> None:
        wanted, choices, older = self.look.wanted, dict(self.look.choices), self.look.older
        work, phrases = self._context.work, tuple(self._tried)
        self._begin(name_of(wanted))
        self._context.doer.run(
            self._job,
            lambda progress: package_receiving.keep(work, wanted, choices, older, phrases, progress),
            self._on_kept,
            self._on_failed,
        )

    def _on_kept(self, kept: Kept) -> None:
        title, wants = self._job, not self.receipts.isHidden() and self.receipts.isChecked()
        # Asked of Qt, not kept: a dialog that goes with its parent must not be what holds it.
        parent = self.parentWidget()
        self._end()
        self.accept()
        if self._done is not None:
            self._done(kept)
        if wants and parent is not None:
            write_receipts(self._context, parent, self._stick, title, self._phrases)

    def _begin(self, job: str) -> None:
        self._job = job
        self._run += 1
        self.failed.hide()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(job)
        self.bar.show()
        self.cancel.setText("Dừng")
        for one in (self.look, self.keep, self.receipts):
            one.setEnabled(False)

    def _end(self) -> None:
        self._job = ""
        self.bar.hide()
        self.cancel.setText("Hủy")
        for one in (self.look, self.receipts):
            one.setEnabled(True)
        self._tell()

    def _on_failed(self, error: AppError) -> None:
        self._end()
        self.failed.setText(sentence(error))
        self.failed.show()

    def _on_progress(self, title: str, done: int, total: int, what: str) -> None:
        if self._job and title == self._job:
            self.bar.setRange(0, max(total, 0))
            self.bar.setValue(done)

    def _on_finished(self, title: str) -> None:
        """The job is over; what it gave is told right after this, unless it was stopped."""
        if self._job and title == self._job:
            run = self._run
            QTimer.singleShot(0, self, lambda: self._after(run))

    def _after(self, run: int) -> None:
        """What ended without a word was stopped; unless another one, even of the same title, was begun meanwhile."""
        if self._job and run == self._run:
            self._end()
