"""Asks for the number and day that văn thư gave a paper, and says what is still wrong with it before it is frozen."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QSpinBox, QWidget

from desktop.domain.directive import Severity
from desktop.domain.plan import Plan
from desktop.domain.report import Report
from desktop.errors import NotAllowed
from desktop.sentences import sentence
from desktop.services import numbers, proofreading
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, framed, label, lay_dialog, row


@dataclass(frozen=True, slots=True)
class Given:
    """What văn thư gave."""

    number: int
    date: dt.date


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. title: of the dialog; subject: of the paper; words: what will happen; symbol: behind the number; act: on the
    button; errors: what is still wrong."""

    title: str
    subject: str
    words: str
    symbol: str
    act: str
    errors: Sequence[str] = ()


class NumberDialog(QDialog):
    """given: a `Given`; nothing is changed by the dialog itself. look: the person wants to see what is wrong first."""

    given = Signal(object)
    look = Signal()

    def __init__(self, context: Context, asked: Asked, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("numberDialog")
        self.setWindowTitle(asked.title)
        self.setMinimumWidth(480)
        self._context, self._asked = context, asked
        self._today = context.work.today()
        self._make_fields()
        self._lay_out()
        self._tell_example()

    def _make_fields(self) -> None:
        following = numbers.following(self._context.work, self._asked.symbol, self._today.year)
        self.number = QSpinBox()
        self.number.setObjectName("givenNumber")
        self.number.setRange(1, 99_999)
        self.number.setValue(following)
        self.number.setMaximumWidth(120)
        self.date = DateField("givenDate", self._today, self._context.theme.icon("calendar"))
        self.date.set_day(self._today)
        self.number_field = Field("Số", self.number, "Số tiếp theo", is_required=True)
        self.date_field = Field("Ngày ban hành", self.date, is_required=True)
        self.example = label("", "muted", "givenExample")
        self.problem = label("", "error", "givenProblem", wraps=True)
        self.problem.hide()
        self.number.valueChanged.connect(lambda _: self._on_number())
        self.date.changed.connect(lambda _: self._tell_example())

    def _lay_out(self) -> None:
        asked = self._asked
        parts: list[QWidget] = [
            label(asked.subject, "heading", wraps=True),
            label(asked.words, "muted", wraps=True),
        ]
        if asked.errors:
            parts.append(self._warning())
        fields = column(
            *parts,
            row(self.number_field, self.date_field, None, space=16),
            self.problem,
            self.example,
            space=12,
            margins=16,
        )
        words = f"Vẫn {asked.act[0].lower()}{asked.act[1:]}" if asked.errors else asked.act
        self.accept_button = button(words, "givenAccept", self._on_accept, role="primary")
        self.accept_button.setDefault(True)
        foot = row(None, button("Hủy", "givenCancel", self.reject), self.accept_button, margins=12)
        lay_dialog(self, fields, foot, "givenFoot")
        self.number.setFocus()
        self.number.selectAll()

    def _warning(self) -> QWidget:
        found = QListWidget()
        found.setObjectName("givenErrors")
        found.setAccessibleName("Lỗi còn lại")
        found.setFixedHeight(min(len(self._asked.errors), 3) * 30 + 8)
        found.setWordWrap(True)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.addItems(list(self._asked.errors))
        see = button("Xem và sửa trước", "givenLook", self._on_look, role="link")
        title = label(f"Còn {text.count(len(self._asked.errors), 'lỗi')} nên sửa trước", "warning")
        return framed(column(row(title, None, see), found, space=8, margins=12), "givenWarning", "alert")

    def _on_number(self) -> None:
        self._tell_problem("")
        self._tell_example()

    def _tell_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.adjustSize()

    def _tell_example(self) -> None:
        day = self.date.day
        place = self._context.work.office.place or "…"
        month = f"{day.month:02d}" if day and day.month < 3 else str(day.month) if day else ""
        when = f"ngày {day.day:02d} tháng {month} năm {day.year}" if day else "ngày …"
        self.example.setText(f"In là: Số: {self.number.value():02d}/{self._asked.symbol} · {place}, {when}")

    def _on_look(self) -> None:
        self.reject()
        self.look.emit()

    def _on_accept(self) -> None:
        day = self.date.day
        if day is None:
            self.date_field.fail("Hãy ghi ngày ban hành, như 05/03/2026.")
            self.date.edit.setFocus()
            return
        try:
            numbers.check(self._context.work, self.number.value(), self._asked.symbol, day.year)
        except NotAllowed as error:
            self._tell_problem(sentence(error))
            self.number.setFocus()
            return
        self.accept()
        self.given.emit(Given(self.number.value(), day))


def open_issue(
    context: Context,
    parent: QWidget,
    plan: Plan,
    given: Callable[[Given], object],
    look: Callable[[], object],
) -> NumberDialog:
    """Ask before a plan is issued; what the proofreader calls an error is said first."""
    errors = [f.message for f in proofreading.of_plan(context.work, plan.id) if f.severity is Severity.ERROR]
    asked = Asked(
        "Ban hành kế hoạch",
        plan.subject,
        "Sau khi ban hành, nội dung không sửa được nữa; việc được giao cho các đơn vị. Bản in được giữ nguyên.",
        plan.symbol,
        "Ban hành",
        errors,
    )
    dialog = NumberDialog(context, asked, parent)
    dialog.given.connect(given)
    dialog.look.connect(look)
    dialog.open()
    return dialog


def open_send(
    context: Context, parent: QWidget, report: Report, given: Callable[[Given], object]
) -> NumberDialog:
    """Ask before a report is sent."""
    asked = Asked(
        "Gửi báo cáo",
        report.title,
        "Số liệu và bản in được giữ nguyên từ lúc này. Kết quả về sau hiện ở mục “Sau khi chốt”.",
        report.symbol,
        "Ghi số và chốt",
    )
    dialog = NumberDialog(context, asked, parent)
    dialog.given.connect(given)
    dialog.open()
    return dialog
