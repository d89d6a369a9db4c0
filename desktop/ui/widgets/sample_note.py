"""The word over all pages while they show sample data, with the way back to the office's own."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui import text
from desktop.ui.widgets.parts import button, label, row


class SampleNote(QWidget):
    """One line across."""

    def __init__(self, day: dt.date, leave: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("sampleNote")
        words = label(
            f"Đang xem dữ liệu mẫu, như vào ngày {text.date(day)}. Dữ liệu của cơ quan không bị ảnh hưởng."
        )
        back = button("Làm việc với dữ liệu của cơ quan", "sampleLeave", leave, role="link")
        layout = row(words, None, back)
        layout.setContentsMargins(24, 6, 24, 6)
        self.setLayout(layout)
        self.setProperty("role", "note")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
