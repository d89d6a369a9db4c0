"""The right side of the page Nhiệm vụ: one assignment in detail, or what can be done with the many that are chosen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.assignment import Standing, Status
from desktop.services import task_lists
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.pages.task_acts import STATUSES, TaskActs
from desktop.ui.widgets.parts import button, framed, label, menu_button
from desktop.ui.widgets.task_details import TaskDetails

MARKS = {
    Status.DONE: Standing.DONE,
    Status.IN_PROGRESS: Standing.IN_PROGRESS,
    Status.NOT_STARTED: Standing.NOT_STARTED,
    Status.NOT_APPLICABLE: Standing.NOT_APPLICABLE,
}


class TaskSide(QStackedWidget):
    """Hidden while nothing is chosen."""

    def __init__(self, context: Context, acts: TaskActs) -> None:
        super().__init__()
        self.setObjectName("taskSide")
        self.setMinimumWidth(290)
        self._context, self._acts = context, acts
        self.details = TaskDetails(context.theme, self._buttons())
        self.details.ticked.connect(acts.tick)
        self.details.phone_wanted.connect(acts.copy_phone)
        hub = context.hub
        self.details.plan_wanted.connect(lambda one: hub.go("plan", one.plan, "follow", f"task:{one.task}"))
        self.details.unit_wanted.connect(lambda one: hub.go("units", one.unit))
        self.addWidget(self.details)
        self.addWidget(self._many())
        self.hide()

    def show_ids(self, keys: Sequence[int]) -> None:
        """Show the one, or what can be done with all of them."""
        self.setVisible(bool(keys))
        if len(keys) == 1:
            self.details.show_details(
                task_lists.details(self._context.work, keys[0]), self._context.work.today()
            )
            self.setCurrentIndex(0)
        elif keys:
            self._head.setText(f"Đã chọn {text.count(len(keys), 'việc')}")
            self.setCurrentIndex(1)

    def _buttons(self) -> list[QWidget]:
        icon = self._context.theme.icon
        states, others = QMenu(self), QMenu(self)
        self._acts.fill_statuses(states)
        for words, act in self._acts.others():
            others.addAction(words).triggered.connect(lambda *_, act=act: act())
        ring = button(" Ghi đã gọi", "taskRing", self._acts.log, icon=icon("phone"))
        state = QPushButton("Ghi tình trạng")
        state.setObjectName("taskStatus")
        state.setMenu(states)
        return [state, ring, menu_button(others, "taskMore", icon("more"))]

    def _status(self, status: Status) -> QWidget:
        act = partial(self._acts.set_status, status)
        mark = self._context.theme.mark(MARKS[status], self.devicePixelRatioF())
        return button(f" {text.STATUSES[status]}", f"tasksStatus_{status.value}", act, icon=QIcon(mark))

    def _many(self) -> QWidget:
        self._head = label("", "heading", "tasksChosen")
        layout = QVBoxLayout()
        layout.setContentsMargins(16, 4, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        layout.addWidget(label("Ghi tình trạng", "caption"))
        for status in STATUSES:
            layout.addWidget(self._status(status))
        layout.addSpacing(8)
        layout.addWidget(label("Việc khác", "caption"))
        for at, (words, act) in enumerate(self._acts.others()):
            layout.addWidget(button(words, f"tasksAct_{at}", act))
        layout.addStretch(1)
        return framed(layout, "taskBulkWork", "panel")
