"""What several chosen tasks of a draft can be given at once: who leads, by when."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.deadline import Deadline
from desktop.domain.plan import Plan
from desktop.services import task_editing
from desktop.services.task_editing import Days, TaskRow
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.deadline_field import DeadlineField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, label, row
from desktop.ui.widgets.unit_picker import UnitPicker


class BulkPanel(QWidget):
    """told: what to give them, as arguments of `task_editing.tell_many`."""

    told = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("taskBulk")
        self._work = context.work
        self._plan: Plan | None = None
        self._head = label("", "heading")
        self.leads = UnitPicker(context, "bulkLeads")
        self.deadline = DeadlineField("bulkDeadline", self._understand)
        self.give = button("Áp dụng", "bulkGive", self._tell, role="primary")
        hint = label("Chỗ để trống thì các nhiệm vụ giữ như cũ.", "hint", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 16)
        layout.setSpacing(12)
        for widget in (self._head, hint, Field("Chủ trì", self.leads), self.deadline):
            layout.addWidget(widget)
        layout.addLayout(row(self.give, None))
        layout.addStretch(1)

    def show_tasks(self, rows: Sequence[TaskRow], plan: Plan) -> None:
        """For these tasks."""
        self._plan = plan
        self._head.setText(f"Đã chọn {text.count(len(rows), 'nhiệm vụ')}")

    def _tell(self) -> None:
        given: dict[str, object] = {}
        if self.leads.parties:
            given["leads"] = self.leads.parties
        if self.deadline.words:
            given["deadline"] = self.deadline.words
        if given:
            self.leads.set_parties(())
            self.deadline.line.clear()
            self.told.emit(given)

    def _understand(self, words: str) -> tuple[Deadline | None, Days]:
        if self._plan is None:
            return None, Days()
        return task_editing.understood(self._work, self._plan, words)
