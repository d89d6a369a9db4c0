"""The details of one task, right of the table: every field is kept when it is left; of an issued plan only what may still change."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.deadline import Deadline
from desktop.domain.plan import Plan
from desktop.domain.task import Indicator, Task
from desktop.services import task_editing
from desktop.services.task_editing import Days, TaskRow
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.deadline_field import DeadlineField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.lines_table import LinesTable
from desktop.ui.widgets.parts import button, label, restyle
from desktop.ui.widgets.unit_picker import UnitPicker
from desktop.ui.widgets.wrap import wrapped


class TaskPanel(QScrollArea):
    """edited: the task as it reads now, and the name of the step. extend_wanted, hand_over_wanted: the buttons of an issued plan."""

    edited = Signal(object, str)
    extend_wanted = Signal()
    hand_over_wanted = Signal()
    following_wanted = Signal()
    field_told = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("taskPanel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._context = context
        self._task: Task | None = None
        self._base: Task | None = None
        self._is_frozen = False
        self._plan: Plan | None = None
        self._make_fields()
        self._lay_out()

    def _make_fields(self) -> None:
        context, high = self._context, self._context.theme.sizes.row_dense
        self.words = _Words()
        self.words.setObjectName("taskWords")
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(round(92 * context.theme.scale))
        self.leads = UnitPicker(context, "taskLeads")
        self.coordinating = UnitPicker(context, "taskCoordinating")
        self.deadline = DeadlineField("taskDeadline", self._understand)
        self.deliverable = QLineEdit()
        self.deliverable.setObjectName("taskDeliverable")
        self.deliverable.setPlaceholderText("ví dụ: báo cáo, danh sách, biên bản")
        self.indicators = LinesTable("taskIndicators", ("Tên chỉ tiêu", "Đơn vị tính"), high, (110,))
        self.checklist = LinesTable("taskChecklist", ("Việc cần làm",), high)
        self.field = QComboBox()
        self.field.setObjectName("taskField")
        self.field.setEditable(True)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._field_line = QLineEdit()
        self.field.setLineEdit(self._field_line)
        self._field_line.editingFinished.connect(self._tell_field)
        self.words.left.connect(lambda: self._tell("Sửa nội dung nhiệm vụ"))
        self.leads.changed.connect(lambda: self._tell("Đổi đơn vị chủ trì"))
        self.coordinating.changed.connect(lambda: self._tell("Đổi đơn vị phối hợp"))
        self.deadline.edited.connect(lambda _: self._tell("Sửa thời hạn"))
        self.deliverable.editingFinished.connect(lambda: self._tell("Sửa sản phẩm"))
        self.indicators.changed.connect(lambda: self._tell("Sửa chỉ tiêu"))
        self.checklist.changed.connect(lambda: self._tell("Sửa việc cần làm"))

    def _lay_out(self) -> None:
        self._head = label("", "heading", "taskNumber")
        self._frozen = label(
            "Đã ban hành: chỉ sửa chỉ tiêu, việc cần làm, gia hạn và chuyển đơn vị.", "hint", wraps=True
        )
        self._given = label("", "muted", "taskGiven", wraps=True)
        self._acts = QWidget()
        self._acts.setLayout(
            wrapped(
                button("Gia hạn…", "taskExtend", self.extend_wanted.emit),
                button("Chuyển đơn vị…", "taskHandOver", self.hand_over_wanted.emit),
                button("Theo dõi", "taskFollow", self.following_wanted.emit, role="quiet"),
            )
        )
        self._coordinating = Field("Phối hợp", self.coordinating)
        self._deliverable = Field("Sản phẩm", self.deliverable)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(16, 8, 12, 16)
        layout.setSpacing(12)
        for widget in (
            self._head,
            self._frozen,
            self._given,
            self._acts,
            Field("Nội dung", self.words),
            Field("Chủ trì", self.leads),
            self._coordinating,
            self.deadline,
            self._deliverable,
            Field("Chỉ tiêu đơn vị phải báo cáo", self.indicators),
            Field("Lĩnh vực", self.field, "Để xếp báo cáo theo lĩnh vực; không in trong kế hoạch."),
            Field("Việc cần làm", self.checklist, "Gõ vào dòng trống để thêm, phím Delete để bỏ dòng."),
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(inner)

    def show_task(self, shown: TaskRow, plan: Plan, *, frozen: bool) -> None:
        """Show a task; the field that is typed into keeps what is typed as long as it is the same task."""
        if self._task is not None and self._task.id != shown.task.id:
            self.flush()
        before = self._base if self._task is not None and self._task.id == shown.task.id else None
        self._plan, self._is_frozen = plan, frozen
        self._task, task = shown.task, shown.task
        self._head.setText(f"Nhiệm vụ {shown.number}")
        self._frozen.setVisible(frozen)
        self._acts.setVisible(frozen)
        self._given.setVisible(frozen)
        self._given.setText(
            f"Giao {text.count(shown.given, 'đơn vị')} · hoàn thành {shown.done} · quá hạn {shown.late}"
        )
        for field in (self.words, self.deadline.line, self.deliverable):
            if field.isReadOnly() != frozen:
                field.setReadOnly(frozen)
                restyle(field, "")
        for picker in (self.leads, self.coordinating):
            picker.set_fixed(fixed=frozen)
        self._coordinating.setVisible(not frozen or bool(task.coordinating))
        self._deliverable.setVisible(not frozen or bool(task.deliverable))
        self.words.show_words(task.text)
        self.leads.set_parties(task.leads, [one.name for one in shown.leads])
        self.coordinating.set_parties(task.coordinating, [one.name for one in shown.coordinating])
        self.deadline.set_words(task.deadline.text if task.deadline else "")
        if not self.deliverable.hasFocus():
            self.deliverable.setText(task.deliverable)
        if not self._field_line.hasFocus():
            self.field.setCurrentText(task.field)
        self.indicators.set_lines([(one.name, one.unit_of_measure) for one in task.indicators])
        self.checklist.set_lines([(step,) for step in task.checklist])
        self._base = self._filled(task, before)

    def _filled(self, task: Task, before: Task | None) -> Task:
        """What the fields say of the task as it is kept; of a field that is being typed into, what they said before."""
        base = self._now(task)
        if before is None:
            return base
        return replace(
            base,
            text=before.text if self.words.hasFocus() else base.text,
            deadline=before.deadline if self.deadline.line.hasFocus() else base.deadline,
            deliverable=before.deliverable if self.deliverable.hasFocus() else base.deliverable,
        )

    def flush(self) -> None:
        """Tell what is being typed."""
        self._tell("Sửa nhiệm vụ")

    def forget(self) -> None:
        """No task is shown any more, and what was typed of it is told no more."""
        self._task = None

    def _now(self, task: Task) -> Task:
        lines = tuple(dict.fromkeys(line[0] for line in self.checklist.lines))
        task = replace(task, indicators=_indicators(task, self.indicators.lines), checklist=lines)
        if self._is_frozen:
            return task
        words = self.deadline.words
        deadline = task.deadline
        if words != (deadline.text if deadline else ""):
            deadline, _ = self._understand(words)
        return replace(
            task,
            text=self.words.toPlainText().strip(),
            leads=self.leads.parties,
            coordinating=self.coordinating.parties,
            deadline=deadline,
            deliverable=" ".join(self.deliverable.text().split()),
        )

    def _tell(self, name: str) -> None:
        if self._task is None:
            return
        now = self._now(self._task)
        if now != self._base:
            self._task = self._base = now
            self.edited.emit(now, name)

    def offer_fields(self, names: Sequence[str]) -> None:
        """Fields to choose from."""
        if names != [self.field.itemText(at) for at in range(self.field.count())]:
            typed = self.field.currentText()
            self.field.clear()
            self.field.addItems(names)
            self.field.setCurrentText(typed)

    def _tell_field(self) -> None:
        told = " ".join(self.field.currentText().split())
        if self._task is not None and told != self._task.field:
            self._task = replace(self._task, field=told)
            self.field_told.emit(told)

    def _understand(self, words: str) -> tuple[Deadline | None, Days]:
        if self._plan is None:
            return None, Days()
        return task_editing.understood(self._context.work, self._plan, words)


class _Words(QPlainTextEdit):
    """left: the focus went elsewhere."""

    left = Signal()

    def show_words(self, words: str) -> None:
        """Show these, unless something else is being typed."""
        if self.toPlainText() != words and not self.hasFocus():
            self.setPlainText(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed is finished."""
        super().focusOutEvent(event)
        self.left.emit()


def _indicators(task: Task, lines: tuple[tuple[str, ...], ...]) -> tuple[Indicator, ...]:
    """The indicators that the lines stand for: of the same name, else one whose name is gone at the same place: it was renamed, and the
    figures reported on it stay with it."""
    by_name = {one.name: one for one in task.indicators}
    names = {line[0] for line in lines}
    out = []
    for at, (name, measure) in enumerate(lines):
        there = task.indicators[at] if at < len(task.indicators) else None
        before = by_name.get(name) or (there if there is not None and there.name not in names else None)
        out.append(
            replace(before, name=name, unit_of_measure=measure)
            if before is not None
            else Indicator(0, "", name, measure)
        )
    return tuple(out)
