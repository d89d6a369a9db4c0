"""Asks which papers of a plan are written into a folder or onto a stick."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from desktop.domain.plan import Plan, PlanState
from desktop.services.plan_export import Parts
from desktop.ui.context import Context
from desktop.ui.widgets.parts import button, column, framed, label, row

_CHOICES = (
    ("pdf", "Kế hoạch và công văn gửi kèm (PDF)", False),
    ("docx", "Kế hoạch và công văn gửi kèm (Word)", False),
    ("slips", "Phiếu giao nhiệm vụ của từng đơn vị (một tệp PDF)", True),
    ("forms", "Biểu kết quả của từng đơn vị (mỗi đơn vị một tệp Excel)", True),
)


class ExportPlan(QDialog):
    """chosen: called with the `Parts`; what was chosen last is offered again."""

    def __init__(
        self, context: Context, plan: Plan, parent: QWidget, act: str, chosen: Callable[[Parts], object]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportPlan")
        self.setWindowTitle(act.removesuffix("…"))
        self.setMinimumWidth(440)
        self._settings, self._chosen = context.settings, chosen
        kept = str(context.settings.value("export/parts", "pdf")).split(",")
        self.boxes: dict[str, QCheckBox] = {}
        for name, words, needs_issue in _CHOICES:
            box = QCheckBox(words)
            box.setObjectName(f"export_{name}")
            box.setEnabled(not needs_issue or plan.state is not PlanState.DRAFT)
            box.setChecked(name in kept and box.isEnabled())
            box.toggled.connect(lambda _: self._tell())
            self.boxes[name] = box
        words = "Phiếu và biểu có sau khi kế hoạch được ban hành."
        note = label(words, "hint")
        note.setVisible(plan.state is PlanState.DRAFT)
        body = column(label("Chọn giấy tờ", "heading"), *self.boxes.values(), note, space=10, margins=16)
        self.accept_button = button(act, "exportAccept", self._on_accept, role="primary")
        self.accept_button.setDefault(True)
        foot = row(None, button("Hủy", "exportCancel", self.reject), self.accept_button, margins=12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(framed(body))
        layout.addWidget(framed(foot, "exportFoot", "foot"))
        self._tell()

    def _tell(self) -> None:
        self.accept_button.setEnabled(any(box.isChecked() for box in self.boxes.values()))

    def _on_accept(self) -> None:
        wanted = {name: box.isChecked() for name, box in self.boxes.items()}
        self._settings.setValue("export/parts", ",".join(name for name, on in wanted.items() if on))
        self.accept()
        self._chosen(Parts(**wanted))
