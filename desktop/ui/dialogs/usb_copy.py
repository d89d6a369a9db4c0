"""Copies papers of a plan onto a stick: which one, which papers, how far it is, and at last "Có thể rút USB"."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.plan import Plan
from desktop.progress import Progress
from desktop.services import plan_papers, usb_copy
from desktop.services.usb_copy import Copied
from desktop.ui import sticks, text
from desktop.ui.context import Context
from desktop.ui.dialogs.carrying import CarryDialog
from desktop.ui.sticks import Look
from desktop.ui.widgets.paper_parts import PaperParts
from desktop.ui.widgets.parts import label


def open_usb_copy(context: Context, parent: QWidget, plan: Plan) -> "UsbCopyDialog":
    """Ask and copy."""
    dialog = UsbCopyDialog(context, parent, plan)
    dialog.open()
    return dialog


class UsbCopyDialog(CarryDialog):
    """look: tells the sticks."""

    done_words = "Đã chép xong"
    failed_words = "Chưa chép xong"
    stopped_words = "Đã dừng chép. Không để lại tệp dở dang."
    busy_words = "Đang chép"

    def __init__(self, context: Context, parent: QWidget, plan: Plan, look: Look = sticks.plugged_in) -> None:
        super().__init__(context, parent, "Chép ra USB", "usbCopy", "Chép", "Chép vào", look)
        self._plan, self.copy_button = plan, self.start
        self.parts = PaperParts(context.settings, plan)
        self.parts.changed.connect(self.tell)
        self.body.addWidget(label(plan_papers.title(plan), "heading", wraps=True))
        self.body.addWidget(label("Giấy tờ", "caption"))
        self.body.addWidget(self.parts)
        self.finish()

    @property
    def can_start(self) -> bool:
        """Whether any paper is ticked."""
        return not self.parts.is_empty

    def work(self, place: Path) -> Callable[[Progress], Copied]:
        """Copy what is ticked."""
        work, key, wanted = self._context.work, self._plan.id, self.parts.wanted()
        self.parts.remember()
        return lambda progress: usb_copy.copy_plan(work, key, place, wanted, progress)

    def summary(self, made: Any) -> tuple[Path, str]:
        """How much lies where."""
        amount = f"{text.count(made.files, 'tệp')} ({text.size(made.size)})"
        return made.folder, f"Đã chép {amount} vào thư mục “{made.folder.name}”."
