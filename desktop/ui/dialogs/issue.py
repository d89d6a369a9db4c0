"""Asks for the number and day that văn thư gave, and says what is still wrong with the plan before it is frozen."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QListWidget, QSpinBox, QVBoxLayout, QWidget

from desktop.documents.proofread.finding import Finding
from desktop.domain.directive import Severity
from desktop.domain.plan import Plan
from desktop.services import numbers, proofreading
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, framed, label, row


@dataclass(frozen=True, slots=True)
class Given:
    """What văn thư gave."""

    number: int
    date: dt.date


class IssueDialog(QDialog):
    """given: a `Given`; nothing is changed by the dialog itself. look: the person wants to see the findings first."""

    given = Signal(object)
    look = Signal()

    def __init__(self, context: Context, plan: Plan, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("issueDialog")
        self.setWindowTitle("Ban hành kế hoạch")
        self.setMinimumWidth(480)
        self._context, self._plan = context, plan
        self._today = context.work.today()
        self._make_fields()
        self._lay_out(
            [f for f in proofreading.of_plan(context.work, plan.id) if f.severity is Severity.ERROR]
        )
        self._tell_example()

    def _make_fields(self) -> None:
        year = self._today.year
        self.number = QSpinBox()
        self.number.setObjectName("issueNumber")
        self.number.setRange(1, 99_999)
        self.number.setValue(numbers.following(self._context.work, self._plan.symbol, year))
        self.number.setMaximumWidth(120)
        self.date = DateField("issueDate", self._today, self._context.theme.icon("calendar"))
        self.date.set_day(self._today)
        self.number_field = Field("Số", self.number, "Số tiếp theo trong năm, sửa được", is_required=True)
        self.date_field = Field("Ngày ban hành", self.date, is_required=True)
        self.example = label("", "muted", "issueExample")
        self.number.valueChanged.connect(lambda _: self._tell_example())
        self.date.changed.connect(lambda _: self._tell_example())

    def _lay_out(self, errors: list[Finding]) -> None:
        words = "Sau khi ban hành, nội dung không sửa được nữa; việc được giao cho các đơn vị. Bản in được giữ nguyên."
        parts: list[QWidget] = [
            label(self._plan.subject, "heading", wraps=True),
            label(words, "muted", wraps=True),
        ]
        if errors:
            parts.append(self._warning(errors))
        fields = column(
            *parts,
            row(self.number_field, self.date_field, None, space=16),
            self.example,
            space=12,
            margins=16,
        )
        self.accept_button = button(
            "Vẫn ban hành" if errors else "Ban hành", "issueAccept", self._on_accept, role="primary"
        )
        self.accept_button.setDefault(True)
        foot = row(None, button("Hủy", "issueCancel", self.reject), self.accept_button, margins=12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(framed(fields), 1)
        layout.addWidget(framed(foot, "issueFoot", "foot"))
        self.number.setFocus()
        self.number.selectAll()

    def _warning(self, errors: list[Finding]) -> QWidget:
        found = QListWidget()
        found.setObjectName("issueFindings")
        found.setAccessibleName("Lỗi còn lại")
        found.setMaximumHeight(110)
        found.setWordWrap(True)
        for one in errors:
            found.addItem(one.message)
        see = button("Xem và sửa trước", "issueLook", self._on_look, role="link")
        title = label(f"Còn {text.count(len(errors), 'lỗi')} nên sửa trước khi ban hành", "warning")
        return framed(column(row(title, None, see), found, space=8, margins=12), "issueWarning", "alert")

    def _tell_example(self) -> None:
        day = self.date.day
        place = self._context.work.office.place or "…"
        when = f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}" if day else "ngày …"
        if day and day.month > 2:
            when = f"ngày {day.day:02d} tháng {day.month} năm {day.year}"
        self.example.setText(f"In là: Số: {self.number.value():02d}/{self._plan.symbol} · {place}, {when}")

    def _on_look(self) -> None:
        self.reject()
        self.look.emit()

    def _on_accept(self) -> None:
        day = self.date.day
        if day is None:
            self.date_field.fail("Hãy ghi ngày ban hành, như 05/03/2026.")
            self.date.edit.setFocus()
            return
        self.accept()
        self.given.emit(Given(self.number.value(), day))
