"""The frame of dialogs that write to a stick: what and where, how far it is, and at last "Có thể rút USB". What is written others say."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.progress import Progress
from desktop.sentences import STEPS, sentence
from desktop.ui import sticks
from desktop.ui.context import Context
from desktop.ui.dialogs.place_field import PlaceField
from desktop.ui.sticks import Look
from desktop.ui.widgets.parts import button, column, framed, label, press_primary_on_enter, row

_KNOWN = {"copying", "comparing", "packing"}
"""Steps that say how far of how much they are."""


class CarryDialog(QDialog):
    """One page to choose, one while it writes, one for the end.

    Subclasses put what is asked into `body`, above the place, call `finish`, and give `can_start`, `work` and `summary`. prefix: of the
    objectNames; act: the word on the button ("Chép").
    """

    done_words = "Đã ghi xong"
    failed_words = "Chưa ghi xong"
    stopped_words = "Đã dừng. Không để lại tệp dở dang."
    busy_words = "Đang ghi"

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        title: str,
        prefix: str,
        act: str,
        place: str = "Ghi vào",
        look: Look = sticks.plugged_in,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(prefix)
        self.setWindowTitle(title)
        self.setMinimumWidth(500)
        self._context, self._title, self._prefix = context, title, prefix
        self._folder: Path | None = None
        self._is_busy = False
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.place_field = PlaceField(context, place, prefix, look)
        self.places = self.place_field.places
        self.stopped = label("", "warning", f"{prefix}Stopped", wraps=True)
        self.stopped.hide()
        self.start = button(act, f"{prefix}Start", self._on_start, role="primary")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._page_to_choose())
        self._pages.addWidget(self._page_while_busy())
        self._pages.addWidget(self._page_of_the_end())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    @property
    def page(self) -> str:
        """What is seen: "choose", "copying", "end"."""
        return ("choose", "copying", "end")[self._pages.currentIndex()]

    @property
    def can_start(self) -> bool:
        """Whether what is asked besides the place is answered."""
        return True

    def work(self, place: Path) -> Callable[[Progress], Any] | None:
        """What the job does with the place; None where something is wrong, which is said at its field."""
        raise NotImplementedError

    def summary(self, made: Any) -> tuple[Path, str]:
        """The folder that holds what was written, and the words of the end."""
        raise NotImplementedError

    def finish(self) -> None:
        """Once everything is in `body`: look for sticks and answer keys and jobs."""
        self._context.jobs.progressed.connect(self._on_progress)
        self._context.jobs.finished.connect(self._on_finished)
        self.place_field.changed.connect(self.tell)
        self.place_field.look_again()
        press_primary_on_enter(self)

    def tell(self) -> None:
        """Offer to start, where everything is answered."""
        self.start.setEnabled(self.place_field.is_ready and self.can_start)

    def look_again(self) -> None:
        """Look for sticks now."""
        self.place_field.look_again()

    def choose_folder(self, folder: Path) -> None:
        """Write into this folder instead."""
        self.place_field.choose_folder(folder)

    def reject(self) -> None:
        """Close; while it writes, stop that first."""
        if self._is_busy:
            self.stop.setEnabled(False)
            self._context.jobs.cancel()
        else:
            super().reject()

    def _page_to_choose(self) -> QWidget:
        body = column(self.stopped, self.body, self.place_field, None, space=12, margins=16)
        cancel = button("Hủy", f"{self._prefix}Cancel", self.reject)
        return _page(body, row(None, cancel, self.start, margins=12))

    def _page_while_busy(self) -> QWidget:
        self.step = label("", "muted", f"{self._prefix}Step")
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{self._prefix}Bar")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self._title)
        self.stop = button("Dừng", f"{self._prefix}Stop", self.reject)
        self.now = label("", "heading", f"{self._prefix}Now")
        body = column(None, self.now, self.bar, self.step, None, space=12, margins=16)
        return _page(body, row(None, self.stop, margins=12))

    def _page_of_the_end(self) -> QWidget:
        prefix = self._prefix
        self.end = label("", "heading", f"{prefix}End", wraps=True)
        self.told = label("", "", f"{prefix}Told", wraps=True)
        self.compared = label("Từng tệp đã được đọc lại và so khớp với bản trên máy.", "muted", wraps=True)
        drawing = label()
        drawing.setPixmap(self._context.theme.drawing("usb", ratio=self.devicePixelRatioF()))
        drawing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body = column(None, drawing, self.end, self.told, self.compared, None, space=8, margins=16)
        self.show_button = button("Mở thư mục", f"{prefix}Show", self._show_folder)
        self.again_button = button("Làm lại", f"{prefix}Again", lambda: self._choose(""))
        self.close_button = button("Đóng", f"{prefix}Close", self.accept, role="primary")
        return _page(body, row(self.show_button, None, self.again_button, self.close_button, margins=12))

    def _on_start(self) -> None:
        place = self.place_field.path
        work = self.work(place) if place is not None else None
        if work is None:
            return
        self._is_busy, self.place_field.is_free = True, False
        self.now.setText(
            f"{self.busy_words}. Đừng rút USB." if self.place_field.is_stick else f"{self.busy_words}…"
        )
        self.bar.setRange(0, 0)
        self.step.setText("")
        self.stop.setEnabled(True)
        self._pages.setCurrentIndex(1)
        self.stop.setFocus()
        self._context.jobs.start(self._title, work, self._on_done, self._on_failed)

    def _on_progress(self, title: str, done: int, total: int, what: str) -> None:
        if self._is_busy and title == self._title:
            is_known = total > 0 and what in _KNOWN
            # in thousands: Qt counts bytes of a large stick past the end of its numbers
            self.bar.setRange(0, 1000 if is_known else 0)
            self.bar.setValue(done * 1000 // total if is_known else 0)
            self.step.setText(STEPS.get(what, what))

    def _on_finished(self, title: str) -> None:
        """The job is over; what it gave is told right after this, unless it was stopped."""
        if self._is_busy and title == self._title:
            QTimer.singleShot(0, self, self._after)

    def _after(self) -> None:
        if self._is_busy:
            self._choose(self.stopped_words)

    def _on_done(self, made: Any) -> None:
        self._is_busy = False
        self._folder, words = self.summary(made)
        self.end.setText("Có thể rút USB" if self.place_field.is_stick else self.done_words)
        self.told.setText(words)
        self._show_end(is_done=True)

    def _on_failed(self, error: AppError) -> None:
        self._is_busy = False
        self.end.setText(self.failed_words)
        self.told.setText(sentence(error))
        self._show_end(is_done=False)

    def _show_end(self, *, is_done: bool) -> None:
        for words in (self.end, self.told, self.compared):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.compared.setVisible(is_done)
        self.show_button.setVisible(is_done)
        self.again_button.setVisible(not is_done)
        self._pages.setCurrentIndex(2)
        (self.close_button if is_done else self.again_button).setFocus()

    def _choose(self, words: str) -> None:
        self._is_busy, self.place_field.is_free = False, True
        self.stopped.setText(words)
        self.stopped.setVisible(bool(words))
        self._pages.setCurrentIndex(0)
        self.place_field.look_again(anew=True)

    def _show_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _page(body: QVBoxLayout, foot: Any) -> QWidget:
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(framed(body), 1)
    layout.addWidget(framed(foot, role="foot"))
    return framed(layout)
