"""The strip under the matrix: what the current cell says, buttons for its status with their letters, the day and a note."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.domain.assignment import Standing, Status
from desktop.domain.result import Result
from desktop.services.following import Mark, TaskHead, UnitRow
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.models.matrix import NOT_GIVEN, words
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.parts import chip, label, row
from desktop.ui.widgets.wrap import wrapped

BUTTONS = (
    (Status.NOT_STARTED, Standing.NOT_STARTED, "Chưa làm"),
    (Status.IN_PROGRESS, Standing.IN_PROGRESS, "Đang làm"),
    (Status.DONE, Standing.DONE, "Xong"),
    (Status.NOT_APPLICABLE, Standing.NOT_APPLICABLE, "Không áp dụng"),
)


class MatrixStrip(QWidget):
    """status_chosen: a `Status` for the selection; day_chosen: the day on which the selected work was finished; note_told: words on the
    current cell; opened: its unit is to be shown."""

    status_chosen = Signal(object)
    day_chosen = Signal(object)
    note_told = Signal(str)
    opened = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("matrixStrip")
        self._said = ""
        self._what = ElidedLabel("", "caption", "matrixWhat")
        self._state = label("", "muted", "matrixState")
        self.buttons: dict[Status, QToolButton] = {}
        for status, standing, short in BUTTONS:
            name = text.STANDINGS[standing][1]
            made = chip(f" {standing.value}  {short}", f"matrix_{status.value}")
            made.setAccessibleName(name)
            made.setIcon(QIcon(context.theme.mark(standing, 2.0)))
            made.setToolTip(f"{name}: gõ {standing.value} trên ô đã chọn")
            made.clicked.connect(lambda _, status=status: self.status_chosen.emit(status))
            self.buttons[status] = made
        self.day = DateField("matrixDay", context.work.today(), context.theme.icon("calendar"))
        self.day.setAccessibleName("Ngày xong")
        self.day.setToolTip("Ngày xong")
        self.day.edit.setPlaceholderText("Ngày xong")
        self.day.setFixedWidth(round(160 * context.theme.scale))
        self.day.changed.connect(self._on_day)
        self.note = QLineEdit()
        self.note.setObjectName("matrixNote")
        self.note.setAccessibleName("Ghi chú kết quả")
        self.note.setPlaceholderText("Ghi chú kết quả của ô đang chọn")
        self.note.setMinimumWidth(round(100 * context.theme.scale))
        self.note.editingFinished.connect(self._on_note)
        self._open = chip("Mở kết quả", "matrixOpen")
        self._open.setCheckable(False)
        self._open.clicked.connect(lambda *_: self.opened.emit())
        head = row(self._what, self._state)
        head.setStretch(0, 1)
        foot = wrapped(*self.buttons.values(), self.day, self.note, self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 6, 4, 2)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(foot)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No cell is chosen, or none that was given."""
        self._show("Chọn một ô rồi gõ chữ của tình trạng, hoặc bấm nút dưới đây.", "", None)
        self._enable(on=False)

    def show_cell(self, unit: UnitRow, task: TaskHead, mark: Mark | None, result: Result | None) -> None:
        """One cell."""
        what = f"{unit.name}  ·  {task.number}. {task.text}"
        if mark is None:
            self._show(what, NOT_GIVEN, None)
            self._enable(on=False)
            return
        self._show(what, words(mark), mark.status)
        self._enable(on=True)
        self.day.set_day(mark.done_on)
        self.day.setEnabled(mark.status is Status.DONE)
        self._say(result.text if result else "")

    def show_many(self, marks: Sequence[Mark]) -> None:
        """Several cells: what all of them share."""
        statuses = {mark.status for mark in marks}
        days: set[dt.date | None] = {mark.done_on for mark in marks}
        self._show(
            f"Đã chọn {text.count(len(marks), 'ô')}", "", statuses.pop() if len(statuses) == 1 else None
        )
        self._enable(on=True)
        self.day.set_day(days.pop() if len(days) == 1 else None)
        self.day.setEnabled(all(mark.status is Status.DONE for mark in marks))
        self._say("")
        self.note.setEnabled(False)
        self._open.setEnabled(False)

    def show_range(self, count: int) -> None:
        """So many cells that they are not looked at one by one."""
        self._show(f"Đã chọn một vùng {text.number(count)} ô", "", None)
        self._enable(on=True)
        for field in (self.day, self.note, self._open):
            field.setEnabled(False)

    def _show(self, what: str, state: str, status: Status | None) -> None:
        self._what.setText(what)
        self._state.setText(state)
        for one, made in self.buttons.items():
            made.setChecked(one is status)

    def _enable(self, *, on: bool) -> None:
        for made in (*self.buttons.values(), self.day, self.note, self._open):
            made.setEnabled(on)
        if not on:
            self.day.set_day(None)
            self._say("")

    def _say(self, words_: str) -> None:
        self._said = words_
        if not self.note.hasFocus():
            self.note.setText(words_)
            self.note.setCursorPosition(0)

    def _on_day(self, day: dt.date | None) -> None:
        if day is not None:
            self.day_chosen.emit(day)

    def _on_note(self) -> None:
        told = self.note.text().strip()
        if self.note.isEnabled() and told != self._said:
            self._said = told
            self.note_told.emit(told)
