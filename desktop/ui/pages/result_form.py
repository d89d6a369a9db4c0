"""What a unit reported on one task, as a form: status, day, words, figures, reason, proposal. Kept as one new result when asked.

What cannot be read yet stays with its task in the words typed, through other tasks and a restart.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.assignment import Status
from desktop.domain.result import Result, same_content
from desktop.errors import AppError
from desktop.services import figures_typed, following, unsaved_results
from desktop.services.unit_results import UnitTask
from desktop.services.unsaved_results import Typed
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.matrix_strip import BUTTONS
from desktop.ui.widgets.parts import button, chip, label, row


class ResultForm(QWidget):
    """kept: the result that the form says now, to be kept."""

    kept = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("resultForm")
        self._context = context
        self._task: UnitTask | None = None
        self._status = Status.NOT_STARTED
        self._base: Result | None = None
        self._make_fields()
        self._lay_out()

    def _make_fields(self) -> None:
        theme, work = self._context.theme, self._context.work
        self.buttons: dict[Status, QToolButton] = {}
        for status, standing, short in BUTTONS:
            made = chip(f" {short}", f"result_{status.value}")
            made.setAccessibleName(text.STANDINGS[standing][1])
            made.setIcon(QIcon(theme.mark(standing, 2.0)))
            made.clicked.connect(lambda _, status=status: self._choose(status))
            self.buttons[status] = made
        self.day = DateField("resultDay", work.today(), theme.icon("calendar"))
        self.words = _area("resultWords", "Đơn vị đã làm gì, kết quả ra sao", 76, theme.scale)
        self.reason = QLineEdit()
        self.reason.setObjectName("resultReason")
        self.proposal = QLineEdit()
        self.proposal.setObjectName("resultProposal")
        self.values = QTableWidget(0, 3)
        self.values.setObjectName("resultValues")
        self.values.setAccessibleName("Số liệu chỉ tiêu")
        self.values.setProperty("role", "lines")
        self.values.setHorizontalHeaderLabels(["Chỉ tiêu", "Đơn vị tính", "Số liệu"])
        head = self.values.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.values.verticalHeader().hide()
        self.values.verticalHeader().setDefaultSectionSize(theme.sizes.row_dense)
        self.values.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.values.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.values.setTabKeyNavigation(False)

    def _lay_out(self) -> None:
        self.save = button(
            "Lưu kết quả", "resultSave", self.keep, role="primary", tip="Lưu kết quả", shortcut="Ctrl+S"
        )
        self._day = Field("Ngày xong", self.day)
        self._values = Field("Số liệu chỉ tiêu", self.values)
        self._reason = Field("Lý do chậm", self.reason)
        self._what = label("", "caption", "resultTask", wraps=True)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(4, 4, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(self._what)
        statuses = Flow()
        statuses.set_parts(list(self.buttons.values()))
        layout.addWidget(statuses)
        for widget in (
            self._day,
            Field("Nội dung", self.words),
            self._values,
            self._reason,
            Field("Kiến nghị, đề xuất", self.proposal),
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("resultScroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        foot = row(self.save, label("Ctrl+S", "hint"), None)
        foot.setContentsMargins(4, 0, 4, 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)

    def show_task(self, shown: UnitTask) -> None:
        """Show what holds of a task. What was typed of another one is kept first; of the same one it stays."""
        if self._task is not None and self._task.assignment == shown.assignment and self._is_typed():
            self._task = shown
            return
        self.keep_typed()
        self._task = shown
        newest = shown.newest
        self._what.setText(f"{shown.number}. {text.elided(shown.task.text, 160)}")
        self._choose(shown.mark.status)
        self.day.set_day(shown.mark.done_on)
        self.words.setPlainText(newest.text if newest else "")
        self.reason.setText(newest.reason if newest else "")
        self.proposal.setText(newest.proposal if newest else "")
        for line in (self.reason, self.proposal):
            line.setCursorPosition(0)
        told = dict(newest.values) if newest else {}
        self._show_values(shown, {key: figures_typed.shown(number) for key, number in told.items()})
        self._base = self._said()
        self._show_unread(shown)

    def forget(self) -> None:
        """No task is shown any more."""
        self.keep_typed()
        self._task = None

    def keep_typed(self) -> None:
        """Keep what was typed and not kept: as a result, or in its words where it cannot be read as one."""
        if self._task is None:
            return
        if not self._is_typed():
            unsaved_results.forget(self._context.work.home, self._task.assignment)
        elif self._said() is not None:
            self.keep()
        else:
            self._keep_unread(self._task)

    def keep(self) -> None:
        """Tell the result that the form says; what is wrong is said under its field."""
        said = self._said()
        if said is not None and self._task is not None:
            self._base = said
            unsaved_results.forget(self._context.work.home, self._task.assignment)
            self.kept.emit(said)

    def _keep_unread(self, shown: UnitTask) -> None:
        figures = {one.id: self._figure(at) for at, one in enumerate(shown.task.indicators)}
        words, reason, proposal = self.words.toPlainText(), self.reason.text(), self.proposal.text()
        typed = Typed(self._status, self.day.edit.text(), words, reason, proposal, figures)
        try:
            unsaved_results.keep(self._context.work.home, shown.assignment, typed)
        except AppError as error:
            self._context.hub.failed.emit(error)
            return
        wrong = self._values.error or self._day.error
        words = (
            f"Kết quả nhiệm vụ {shown.number} chưa lưu: {wrong} Chữ đã gõ còn nguyên khi mở lại nhiệm vụ này."
        )
        self._context.hub.say(words, is_warning=True)

    def _show_unread(self, shown: UnitTask) -> None:
        """What was typed of this task before and could not be read, with what is wrong with it."""
        typed = unsaved_results.find(self._context.work.home, shown.assignment)
        if typed is None:
            return
        self._choose(typed.status)
        self.day.edit.setText(typed.done_on)
        self.words.setPlainText(typed.text)
        self.reason.setText(typed.reason)
        self.proposal.setText(typed.proposal)
        self._show_values(shown, typed.figures)
        self._said()

    def _choose(self, status: Status) -> None:
        self._status = status
        for one, made in self.buttons.items():
            made.setChecked(one is status)
        self._day.setVisible(status is Status.DONE)
        if status is Status.DONE and self.day.day is None:
            self.day.set_day(self._context.work.today())

    def _show_values(self, shown: UnitTask, figures: Mapping[int, str]) -> None:
        self.values.setRowCount(len(shown.task.indicators))
        for at, one in enumerate(shown.task.indicators):
            for column, words in enumerate((one.name, one.unit_of_measure, figures.get(one.id, ""))):
                item = QTableWidgetItem(words)
                if column < 2:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                else:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.values.setItem(at, column, item)
        self._values.setVisible(bool(shown.task.indicators))
        head = self.values.horizontalHeader().sizeHint().height()
        rows = self.values.rowCount() * self.values.verticalHeader().defaultSectionSize()
        self.values.setFixedHeight(head + rows + 3)

    def _is_typed(self) -> bool:
        """Whether the form says something else than when it was filled: what only reads otherwise here is no change."""
        if self._task is None:
            return False
        said = self._said()
        return said is None or self._base is None or not same_content(said, self._base)

    def _said(self) -> Result | None:
        """The result of the form, None where a field cannot be read."""
        assert self._task is not None
        values = self._typed_values(self._task)
        self._day.fail("" if self.day.is_valid else "Không đọc được ngày này. Ghi như 30/3 hoặc 30/03/2026.")
        if values is None or self._day.error:
            return None
        today = self._context.work.today()
        before = following.anew(self._task.newest, self._task.assignment, today)
        return replace(
            before,
            status=self._status,
            done_on=self.day.day if self._status is Status.DONE else None,
            text=self.words.toPlainText().strip(),
            reason=self.reason.text().strip(),
            proposal=self.proposal.text().strip(),
            values=values,
        )

    def _typed_values(self, shown: UnitTask) -> tuple[tuple[int, Decimal], ...] | None:
        out: list[tuple[int, Decimal]] = []
        wrong = ""
        for at, one in enumerate(shown.task.indicators):
            words = self._figure(at)
            number = figures_typed.read(words) if words else None
            if number is not None:
                out.append((one.id, number))
            elif words:
                wrong = f"“{words}” không phải là số. Ghi như 1.234 hoặc 2,5."
        self._values.fail(wrong)
        return None if wrong else tuple(out)

    def _figure(self, at: int) -> str:
        item = self.values.item(at, 2)
        return item.text().strip() if item else ""


def _area(name: str, prompt: str, height: int, scale: float) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setPlaceholderText(prompt)
    made.setTabChangesFocus(True)
    made.setFixedHeight(round(height * scale))
    return made
