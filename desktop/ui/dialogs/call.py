"""Asks what came of a call: who answered, and by what day the work is promised. Logs nothing itself."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.services.today import Call
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, framed, label, press_primary_on_enter, row

Told = Callable[[str, dt.date | None], None]


class CallDialog(QDialog):
    """told: called with who answered and the promised day, None for none."""

    def __init__(self, context: Context, call: Call, told: Told, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("callDialog")
        self.setWindowTitle("Đã gọi")
        self.setMinimumWidth(400)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._told, self._today = told, context.work.today()
        self.person = QLineEdit(call.person)
        self.person.setObjectName("callPerson")
        self.day = DateField("callPromised", self._today, context.theme.icon("calendar"))
        self.day_field = Field("Hẹn xong ngày", self.day, "Để trống nếu chưa hẹn.")
        self.day.edit.textEdited.connect(lambda _: self.day_field.fail(""))
        self._build(call)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, call: Call) -> None:
        late = f"{text.count(call.overdue, 'việc')} quá hạn từ {text.date(call.since)}"
        head = column(label(call.name, "heading", wraps=True), label(late, "muted"), space=2)
        keep = button("Ghi cuộc gọi", "callKeep", self._keep, role="primary")
        keep.setDefault(True)
        cancel = button("Hủy", "callCancel", self.reject)
        foot = framed(row(None, cancel, keep, margins=12), role="foot")
        fields = column(head, 4, Field("Người nghe máy", self.person), self.day_field, space=12)
        fields.setContentsMargins(24, 20, 24, 20)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(fields)
        layout.addWidget(foot)
        press_primary_on_enter(self)

    def _keep(self) -> None:
        day = self.day.day
        if not self.day.is_valid:
            self.day_field.fail("Không đọc được ngày này. Ghi như 30/3 hoặc 30/03/2026.")
        elif day is not None and day < self._today:
            self.day_field.fail("Ngày hẹn phải từ hôm nay trở đi.")
        else:
            self._told(self.person.text().strip(), day)
            self.accept()
