"""Copies papers of a plan onto a stick: which one, which papers, how far it is, and at last "Có thể rút USB"."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.plan import Plan
from desktop.errors import AppError
from desktop.sentences import STEPS, sentence
from desktop.services import plan_papers, usb_copy
from desktop.services.usb_copy import Copied
from desktop.ui import sticks, text
from desktop.ui.context import Context
from desktop.ui.dialogs.save_paper import ask_folder
from desktop.ui.sticks import Stick
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.paper_parts import PaperParts
from desktop.ui.widgets.parts import button, column, framed, label, press_primary_on_enter, row

_LOOK_MS = 1500
"""How often the sticks are looked for while one may still be plugged in."""
_NO_STICK = "Hãy cắm USB vào máy và đợi giây lát, hoặc chọn một thư mục."
_TITLE = "Chép ra USB"


def open_usb_copy(context: Context, parent: QWidget, plan: Plan) -> "UsbCopyDialog":
    """Ask and copy."""
    dialog = UsbCopyDialog(context, parent, plan)
    dialog.open()
    return dialog


class UsbCopyDialog(QDialog):
    """One page to choose, one while it copies, one for the end. look: tells the sticks."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        plan: Plan,
        look: Callable[[], Sequence[Stick]] = sticks.plugged_in,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("usbCopy")
        self.setWindowTitle(_TITLE)
        self.setMinimumWidth(500)
        self._context, self._plan, self._look = context, plan, look
        self._copied: Copied | None = None
        self._found: list[Stick] | None = None
        self._folders: list[Path] = []
        self._is_copying = False
        self._pages = QStackedWidget()
        self._pages.addWidget(self._page_to_choose())
        self._pages.addWidget(self._page_while_copying())
        self._pages.addWidget(self._page_of_the_end())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        context.jobs.progressed.connect(self._on_progress)
        context.jobs.finished.connect(self._on_finished)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_again)
        self._timer.start(_LOOK_MS)
        self.look_again()
        press_primary_on_enter(self)

    def _page_to_choose(self) -> QWidget:
        self.places = QComboBox()
        self.places.setObjectName("usbPlaces")
        self.places.setPlaceholderText("Chưa thấy USB")
        self.places.currentIndexChanged.connect(lambda _: self._tell())
        other = button("Thư mục khác…", "usbFolder", self._ask_folder)
        place = row(self.places, other)
        place.setStretch(0, 1)
        self.place_field = Field("Chép vào", framed(place))
        self.places.setAccessibleName("Chép vào")
        self.parts = PaperParts(self._context.settings, self._plan)
        self.parts.changed.connect(self._tell)
        self.stopped = label("", "warning", "usbStopped", wraps=True)
        self.stopped.hide()
        body = column(
            label(plan_papers.title(self._plan), "heading", wraps=True),
            self.stopped,
            self.place_field,
            label("Giấy tờ", "caption"),
            self.parts,
            None,
            space=12,
            margins=16,
        )
        self.copy_button = button("Chép", "usbCopyStart", self._on_copy, role="primary")
        self.copy_button.setDefault(True)
        foot = row(None, button("Hủy", "usbCancel", self.reject), self.copy_button, margins=12)
        return _page(body, foot)

    def _page_while_copying(self) -> QWidget:
        self.step = label("", "muted", "usbStep")
        self.bar = QProgressBar()
        self.bar.setObjectName("usbBar")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_TITLE)
        self.stop = button("Dừng", "usbStop", self.reject)
        self.now = label("", "heading", "usbNow")
        body = column(None, self.now, self.bar, self.step, None, space=12, margins=16)
        return _page(body, row(None, self.stop, margins=12))

    def _page_of_the_end(self) -> QWidget:
        self.end = label("", "heading", "usbEnd", wraps=True)
        self.told = label("", "", "usbTold", wraps=True)
        self.compared = label("Từng tệp đã được đọc lại và so khớp với bản trên máy.", "muted", wraps=True)
        drawing = label()
        drawing.setPixmap(self._context.theme.drawing("usb", ratio=self.devicePixelRatioF()))
        drawing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body = column(None, drawing, self.end, self.told, self.compared, None, space=8, margins=16)
        self.show_button = button("Mở thư mục", "usbShow", self._show_folder)
        self.again_button = button("Chép lại", "usbAgain", lambda: self._choose(""))
        self.close_button = button("Đóng", "usbClose", self.accept, role="primary")
        foot = row(self.show_button, None, self.again_button, self.close_button, margins=12)
        return _page(body, foot)

    @property
    def page(self) -> str:
        """What is seen: "choose", "copying", "end"."""
        return ("choose", "copying", "end")[self._pages.currentIndex()]

    @property
    def _is_stick(self) -> bool:
        """Whether a stick is chosen and not a folder: sticks stand first."""
        return 0 <= self.places.currentIndex() < len(self._found or ())

    def look_again(self) -> None:
        """Offer the sticks that are plugged in now, with the folders that were chosen."""
        found = list(self._look())
        if found == self._found or self.page != "choose":
            return
        chosen, self._found = self.places.currentData(), found
        self.places.clear()
        for stick in found:
            self.places.addItem(stick.words, stick.path)
        for folder in self._folders:
            self.places.addItem(str(folder), folder)
        at = next((i for i in range(self.places.count()) if self.places.itemData(i) == chosen), 0)
        self.places.setCurrentIndex(at if self.places.count() else -1)
        self.place_field.explain("" if self.places.count() else _NO_STICK, wrong=True)
        self._tell()

    def choose_folder(self, folder: Path) -> None:
        """Copy into this folder instead."""
        if folder not in self._folders:
            self._folders.append(folder)
        self._found = None
        self.look_again()
        self.places.setCurrentIndex(self.places.count() - len(self._folders) + self._folders.index(folder))

    def reject(self) -> None:
        """Close; while it copies, stop the copy first."""
        if self._is_copying:
            self.stop.setEnabled(False)
            self._context.jobs.cancel()
        else:
            super().reject()

    def _tell(self) -> None:
        at = self.places.currentIndex()
        is_locked = self._is_stick and (self._found or [])[at].is_locked
        if self.places.count():
            words = "USB này đang khóa ghi. Hãy gạt khóa trên USB hoặc dùng USB khác." if is_locked else ""
            self.place_field.explain(words, wrong=is_locked)
        self.copy_button.setEnabled(at >= 0 and not is_locked and not self.parts.is_empty)

    def _ask_folder(self) -> None:
        ask_folder(self._context, self, self.choose_folder)

    def _on_copy(self) -> None:
        place, wanted = self.places.currentData(), self.parts.wanted()
        self.parts.remember()
        self._is_copying = True
        self.now.setText("Đang chép. Đừng rút USB." if self._is_stick else "Đang chép…")
        self.bar.setRange(0, 0)
        self.step.setText("")
        self.stop.setEnabled(True)
        self._pages.setCurrentIndex(1)
        self.stop.setFocus()
        work, key = self._context.work, self._plan.id
        self._context.jobs.start(
            _TITLE,
            lambda progress: usb_copy.copy_plan(work, key, place, wanted, progress),
            self._on_copied,
            self._on_failed,
        )

    def _on_progress(self, title: str, done: int, total: int, what: str) -> None:
        if self._is_copying and title == _TITLE:
            is_known = total > 0 and what in {"copying", "comparing"}
            # in thousands: Qt counts bytes of a large stick past the end of its numbers
            self.bar.setRange(0, 1000 if is_known else 0)
            self.bar.setValue(done * 1000 // total if is_known else 0)
            self.step.setText(STEPS.get(what, what))

    def _on_finished(self, title: str) -> None:
        """The job is over; what it gave is told right after this, unless it was stopped."""
        if self._is_copying and title == _TITLE:
            QTimer.singleShot(0, self, self._after)

    def _after(self) -> None:
        if self._is_copying:
            self._choose("Đã dừng chép. Không để lại tệp dở dang.")

    def _on_copied(self, copied: Any) -> None:
        self._is_copying, self._copied = False, copied
        self.end.setText("Có thể rút USB" if self._is_stick else "Đã chép xong")
        amount = f"{text.count(copied.files, 'tệp')} ({text.size(copied.size)})"
        self.told.setText(f"Đã chép {amount} vào thư mục “{copied.folder.name}”.")
        self._show_end(is_done=True)

    def _on_failed(self, error: AppError) -> None:
        self._is_copying = False
        self.end.setText("Chưa chép xong")
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
        self._is_copying = False
        self.stopped.setText(words)
        self.stopped.setVisible(bool(words))
        self._pages.setCurrentIndex(0)
        self._found = None
        self.look_again()

    def _show_folder(self) -> None:
        if self._copied is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._copied.folder)))


def _page(body: QVBoxLayout, foot: Any) -> QWidget:
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(framed(body), 1)
    layout.addWidget(framed(foot, role="foot"))
    return framed(layout)
