"""Which papers of a plan are wanted: one box each; those chosen last are ticked again."""

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.domain.plan import Plan, PlanState
from desktop.services.plan_export import Parts
from desktop.ui.widgets.parts import label

_CHOICES = (
    ("pdf", "Kế hoạch và công văn gửi kèm (PDF)", False),
    ("docx", "Kế hoạch và công văn gửi kèm (Word)", False),
    ("slips", "Phiếu giao nhiệm vụ của từng đơn vị (một tệp PDF)", True),
    ("forms", "Biểu kết quả của từng đơn vị (mỗi đơn vị một tệp Excel)", True),
)


class PaperParts(QWidget):
    """changed: another box is ticked. What needs an issued plan cannot be ticked for a draft."""

    changed = Signal()

    def __init__(self, settings: QSettings, plan: Plan) -> None:
        super().__init__()
        self.setObjectName("paperParts")
        self._settings = settings
        is_draft = plan.state is PlanState.DRAFT
        kept = str(settings.value("export/parts", "pdf")).split(",")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.boxes: dict[str, QCheckBox] = {}
        for name, words, needs_issue in _CHOICES:
            box = QCheckBox(words)
            box.setObjectName(f"export_{name}")
            box.setEnabled(not (needs_issue and is_draft))
            box.setChecked(name in kept and box.isEnabled())
            box.toggled.connect(lambda _: self.changed.emit())
            self.boxes[name] = box
            layout.addWidget(box)
        if is_draft:
            layout.addWidget(label("Phiếu và biểu có sau khi kế hoạch được ban hành.", "hint"))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is ticked."""
        return self.wanted().is_empty

    def wanted(self) -> Parts:
        """What is ticked."""
        return Parts(**{name: box.isChecked() for name, box in self.boxes.items()})

    def tick(self, parts: Parts) -> None:
        """Tick these alone, so far as they can be."""
        for name, box in self.boxes.items():
            box.setChecked(bool(getattr(parts, name)) and box.isEnabled())

    def remember(self) -> None:
        """Tick the same the next time."""
        ticked = (name for name, box in self.boxes.items() if box.isChecked())
        self._settings.setValue("export/parts", ",".join(ticked))
