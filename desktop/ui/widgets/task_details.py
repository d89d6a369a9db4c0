"""The panel beside the list of assignments: one of them, whom to ring, what was reported, how it was urged, its steps."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.domain.follow_up import Channel, ChecklistItem, Extension, Urging
from desktop.domain.result import Result
from desktop.services.task_lists import Details
from desktop.ui import text
from desktop.ui.models.task_rows import left_of, paper_of
from desktop.ui.theme import Theme
from desktop.ui.widgets.parts import button, framed, label, row, tool

CHANNELS = {
    Channel.PHONE: "Gọi điện thoại",
    Channel.ZALO: "Nhắn Zalo",
    Channel.MEETING: "Nhắc trực tiếp",
    Channel.LETTER: "Công văn đôn đốc",
}
_MOST = 6
"""Results, reminders that are told."""


class TaskDetails(QScrollArea):
    """ticked: id of a step, whether it is done; plan_wanted, unit_wanted: to be opened; phone_wanted: the number is to be copied."""

    ticked = Signal(int, bool)
    plan_wanted = Signal(object)
    unit_wanted = Signal(object)
    phone_wanted = Signal(str)

    def __init__(self, theme: Theme, acts: Sequence[QWidget]) -> None:
        super().__init__()
        self.setObjectName("taskDetails")
        self.setProperty("role", "panel")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._shown: Details | None = None
        self._build(acts)

    def _build(self, acts: Sequence[QWidget]) -> None:
        self._text = label("", "heading", "taskDetailsText", wraps=True)
        self._standing = label("", "", "taskDetailsStanding")
        self._standing.setProperty("standing", "overdue")  # from the first: room for a pill is made once
        self._due = label("", "muted", "taskDetailsDue", wraps=True)
        self._plan = button("", "taskDetailsPlan", self._open_plan, role="link")
        self._unit = button("", "taskDetailsUnit", self._open_unit, role="link")
        self._person = label("", wraps=True)
        self._phone = label("", "", "taskDetailsPhone")
        self._phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy: QToolButton = tool(
            "Chép số điện thoại", "taskDetailsCopy", self._theme.icon("copy"), self._copy_phone
        )
        self._parts = QVBoxLayout()
        self._parts.setSpacing(4)
        layout = QVBoxLayout()
        layout.setContentsMargins(16, 4, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        head = row(self._standing, self._due)
        head.setStretch(1, 1)
        layout.addLayout(head)
        layout.addLayout(row(*acts, None))
        layout.addLayout(row(self._unit, None))
        layout.addWidget(self._person)
        layout.addLayout(row(self._phone, self._copy, None, space=4))
        layout.addLayout(row(self._plan, None))
        layout.addLayout(self._parts)
        layout.addStretch(1)
        self.setWidget(framed(layout, "taskDetailsBody", "panel"))

    def show_details(self, shown: Details, today: dt.date) -> None:
        """Show one assignment as it is on a day."""
        self._shown = shown
        one = shown.row
        self._text.setText(one.text)
        self._standing.setProperty("standing", one.standing.name.lower())
        self._standing.style().unpolish(self._standing)
        self._standing.style().polish(self._standing)
        self._standing.setText(text.STANDINGS[one.standing][1])
        left = left_of(one, today)
        self._due.setText(", ".join(filter(None, (f"hạn {text.date(one.due)}" if one.due else "", left))))
        self._plan.setText(text.elided(f"{paper_of(one)}: {one.subject}" if one.number else one.subject, 34))
        self._plan.setToolTip(one.subject)
        self._unit.setText(text.elided(one.unit_name, 34))
        self._unit.setToolTip(one.unit_name)
        self._person.setText(", ".join(filter(None, (one.person, one.position))))
        self._person.setVisible(bool(self._person.text()))
        self._phone.setText(one.phone)
        for widget in (self._phone, self._copy):
            widget.setVisible(bool(one.phone))
        self._show_parts(shown)

    def _show_parts(self, shown: Details) -> None:
        while (item := self._parts.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        if shown.task.deliverable:
            self._add("Sản phẩm", [label(shown.task.deliverable, wraps=True)])
        self._add("Việc cần làm", [self._step(one) for one in shown.checklist])
        self._add("Kết quả", [_lines(*_result(one)) for one in shown.results[:_MOST]])
        self._add("Đôn đốc", [_lines(*_urging(one)) for one in shown.urgings[:_MOST]])
        self._add("Gia hạn", [_lines(*_extension(one)) for one in shown.extensions])

    def _add(self, title: str, widgets: Sequence[QWidget]) -> None:
        if widgets:
            caption = label(title, "caption")
            caption.setContentsMargins(0, 12, 0, 0)
            for widget in (caption, *widgets):
                self._parts.addWidget(widget)

    def _step(self, item: ChecklistItem) -> QCheckBox:
        done = f"  ({text.date(item.done_on)})" if item.done_on else ""
        box = QCheckBox(f"{item.text}{done}")
        box.setObjectName(f"taskStep_{item.id}")
        box.setAccessibleName(item.text)
        box.setChecked(item.done_on is not None)
        box.toggled.connect(lambda on: self.ticked.emit(item.id, on))
        return box

    def _open_plan(self) -> None:
        if self._shown is not None:
            self.plan_wanted.emit(self._shown.row)

    def _open_unit(self) -> None:
        if self._shown is not None:
            self.unit_wanted.emit(self._shown.row)

    def _copy_phone(self) -> None:
        if self._shown is not None:
            self.phone_wanted.emit(self._shown.row.phone)


def _lines(head: str, below: str) -> QWidget:
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 4)
    made.setSpacing(0)
    made.addWidget(label(head, "muted", wraps=True))
    if below:
        made.addWidget(label(below, wraps=True))
    return framed(made)


def _result(one: Result) -> tuple[str, str]:
    head = " · ".join(filter(None, (text.date(one.reported_on), text.STATUSES[one.status], text.source(one))))
    return head, "\n".join(filter(None, (one.text, one.reason and f"Lý do: {one.reason}")))


def _urging(one: Urging) -> tuple[str, str]:
    head = f"{text.date(one.urged_on)} · {CHANNELS[one.channel]}"
    promised = f"hẹn xong {text.date(one.promised_on)}" if one.promised_on else ""
    return head, ", ".join(filter(None, (one.person, promised, one.note)))


def _extension(one: Extension) -> tuple[str, str]:
    head = f"Từ {text.date(one.old_due)} đến {text.date(one.new_due)}"
    return head, ", ".join(filter(None, (one.reason, one.agreed_by and f"{one.agreed_by} đồng ý")))
