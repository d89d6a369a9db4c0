"""Asks which letters of đôn đốc are to be made for overdue work: one for all units or one for each, printed or saved."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QRadioButton, QWidget

from desktop.services import given_work
from desktop.services.given_work import Late
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.save_paper import ask_folder
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row


def open_urge_work(context: Context, parent: QWidget, keys: Sequence[int]) -> "UrgeWork | None":
    """Ask, where any of these assignments is overdue; else say that there is nothing to urge."""
    late = given_work.late_of(context.work, keys)
    if not late.keys:
        context.hub.say("Không có việc quá hạn nào để đôn đốc.")
        return None
    dialog = UrgeWork(context, parent, late)
    dialog.open()
    return dialog


class UrgeWork(QDialog):
    """Printing and saving log the reminder of what the letters name, once a day."""

    def __init__(self, context: Context, parent: QWidget, late: Late) -> None:
        super().__init__(parent)
        self.setObjectName("urgeWork")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Đôn đốc bằng công văn")
        self.setMinimumWidth(460)
        self._context, self._late = context, late
        self.each = QRadioButton("Mỗi đơn vị một công văn")
        self.each.setObjectName("urgeEach")
        self.all = QRadioButton("Một công văn gửi chung các đơn vị")
        self.all.setObjectName("urgeAll")
        (self.each if late.units == 1 else self.all).setChecked(True)
        self._lay_out()

    def _lay_out(self) -> None:
        late = self._late
        head = f"{text.count(len(late.keys), 'việc')} quá hạn của {text.count(late.units, 'đơn vị')}"
        plans = f"Thuộc {text.count(late.plans, 'kế hoạch')}, mỗi kế hoạch một tệp." if late.plans > 1 else ""
        hint = label(
            "In hoặc lưu xong, chương trình ghi một lần đôn đốc cho từng việc. Số, ngày và chữ ký để trống.",
            "hint",
            wraps=True,
        )
        inside = column(label(head, "heading", wraps=True), space=12, margins=16)
        for part in (*([label(plans, "muted")] if plans else []), self.all, self.each, hint):
            inside.addWidget(part)
        foot = row(
            button("Hủy", "urgeCancel", self.reject),
            None,
            button("Lưu PDF và Word…", "urgeSave", self._save),
            button("In…", "urgePrint", self._print, role="primary"),
            margins=12,
        )
        lay_dialog(self, inside, foot, "urgeFoot")

    def _save(self) -> None:
        ask_folder(self._context, self, self._write)

    def _write(self, folder: Path) -> None:
        work, keys, each = self._context.work, self._late.keys, self.each.isChecked()

        def told(made: list[Path]) -> None:
            self._context.hub.say(f"Đã lưu {text.count(len(made), 'tệp')} đôn đốc vào {folder}")

        self._context.doer.run(
            self._name(), lambda progress: given_work.urge(work, keys, folder, progress, each=each), told
        )
        self.accept()

    def _print(self) -> None:
        from desktop.ui.dialogs.print_dialog import open_print

        context, each = self._context, self.each.isChecked()
        window = self.parentWidget()  # asked of Qt: a dialog that holds what holds it is taken down twice
        assert window is not None
        work, keys = context.work, self._late.keys

        def ask(pdf: bytes) -> None:
            open_print(context, window, pdf, "Công văn đôn đốc")

        context.doer.run(
            self._name(), lambda progress: given_work.urge_as_pdf(work, keys, progress, each=each), ask
        )
        self.accept()

    def _name(self) -> str:
        return f"Đôn đốc {text.count(self._late.units, 'đơn vị')}"
