"""What was read of the head of a directive, each value in a field that shows where it stands in the document."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop.domain.directive import Reading
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.form import Field

_LINES = (
    ("kind", "Loại văn bản", 0, 0, 1),
    ("number", "Số", 0, 1, 1),
    ("symbol", "Ký hiệu", 0, 2, 1),
    ("issuer", "Cơ quan ban hành", 1, 0, 2),
    ("subject", "Trích yếu", 2, 0, 3),
    ("theme", "Chủ đề", 3, 0, 3),
)


class ReadingHead(QWidget):
    """looked: words of the value whose field got the focus."""

    looked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("readingHead")
        self._reading = Reading()
        self._fields: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for name, title, line, at, wide in _LINES:
            edit = QLineEdit()
            edit.setObjectName(f"reading_{name}")
            edit.setPlaceholderText("(văn bản không ghi)")
            edit.installEventFilter(self)
            self._fields[name] = edit
            grid.addWidget(Field(title, edit), line, at, 1, wide)
        self.date = DateField("reading_date", context.work.today(), context.theme.icon("calendar"))
        self.date.edit.installEventFilter(self)
        grid.addWidget(Field("Ngày văn bản", self.date), 1, 2)
        self.bases = QPlainTextEdit()
        self.bases.setObjectName("reading_bases")
        self.bases.setPlaceholderText("(văn bản không ghi)")
        self.bases.setTabChangesFocus(True)
        self.bases.setFixedHeight(self.bases.fontMetrics().lineSpacing() * 4 + 14)
        self.bases.installEventFilter(self)
        grid.addWidget(Field("Căn cứ (mỗi dòng một căn cứ)", self.bases), 4, 0, 1, 3)

    def show_reading(self, reading: Reading) -> None:
        """Show what was read; what is not there stays empty (product rule 3)."""
        self._reading = reading
        for name, edit in self._fields.items():
            edit.setText(getattr(reading, name) or "")
            edit.setCursorPosition(0)
        self.date.set_day(reading.date)
        self.bases.setPlainText("\n".join(reading.legal_bases))

    @property
    def reading(self) -> Reading:
        """What was read, as it is corrected now."""
        told: dict[str, Any] = {
            name: " ".join(edit.text().split()) or None for name, edit in self._fields.items()
        }
        bases = tuple(line.strip() for line in self.bases.toPlainText().splitlines() if line.strip())
        return replace(self._reading, **told, date=self.date.day, legal_bases=bases)

    def values(self) -> list[str]:
        """The words of every value, for marking them in the document."""
        return [edit.text() for edit in self._fields.values() if edit.text()] + list(
            self._reading.legal_bases
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field with the focus shows where its value stands."""
        if event.type() == QEvent.Type.FocusIn:
            if isinstance(watched, QLineEdit):
                words = watched.text()
                if watched is self.date.edit and self._reading.date:
                    day = self._reading.date
                    words = f"ngày {text.date(day)}"
                self.looked.emit(words)
            elif watched is self.bases and self._reading.legal_bases:
                self.looked.emit(self._reading.legal_bases[0])
        return super().eventFilter(watched, event)
