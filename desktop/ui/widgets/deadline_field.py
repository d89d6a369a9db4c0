"""A field for the words of a deadline: what the program understands of them stands under it while one types (product rule 4)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop.domain.deadline import Deadline
from desktop.services.task_editing import Days
from desktop.ui import text
from desktop.ui.widgets.form import Field

Understand = Callable[[str], tuple[Deadline | None, Days]]


class DeadlineField(Field):
    """edited: the words, when they are finished. understand: what they say and its days."""

    edited = Signal(str)

    def __init__(self, name: str, understand: Understand) -> None:
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setPlaceholderText("ví dụ: trước ngày 14/4/2026")
        super().__init__("Thời hạn", self.line, " ")
        self._understand = understand
        self._said = ""
        self.line.textChanged.connect(self._explain)
        self.line.editingFinished.connect(self._on_finished)

    @property
    def words(self) -> str:
        """What is typed."""
        return " ".join(self.line.text().split())

    def set_words(self, words: str) -> None:
        """Show these, without telling them as edited; what is being typed stays."""
        self._said = words
        if self.line.text() != words and not self.line.hasFocus():
            self.line.setText(words)
        self._explain()

    def _explain(self, *_: object) -> None:
        deadline, days = self._understand(self.line.text())
        self.explain(explained(deadline, days), wrong=deadline is not None and not _is_certain(deadline))

    def _on_finished(self) -> None:
        if self.words != self._said:
            self._said = self.words
            self.edited.emit(self.words)


def explained(deadline: Deadline | None, days: Days) -> str:
    """What the program makes of a deadline: "Tính đến hết thứ Bảy, 13/04/2024; là ngày nghỉ nên làm đến thứ Sáu, 12/04/2024"."""
    if deadline is None:
        return "Không có thời hạn."
    if deadline.recurrence is not None and days.ends is None:
        return "Việc định kỳ, không có một ngày cuối."
    if days.ends is None or days.counts is None:
        return "Không thấy ngày chắc chắn nên chưa tính hạn; hãy ghi rõ ngày, tháng."
    told = f"Tính đến hết {text.long_date(days.ends)}"
    if days.counts != days.ends:
        told += f"; là ngày nghỉ nên làm đến {text.long_date(days.counts)}"
    return f"{told}."


def _is_certain(deadline: Deadline) -> bool:
    return deadline.date is not None or deadline.recurrence is not None
