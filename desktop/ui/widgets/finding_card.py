"""One finding of the proofreader: what is wrong, the sentence, the clause, and what to do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.directive import Severity
from desktop.services.plan_findings import PlanFinding
from desktop.ui.theme import Theme
from desktop.ui.widgets.parts import button, label, row

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FindingCard(QWidget):
    """looked: the person wants to see the place; fixed: wants the fix; passed: says that it is no matter, or is after all; stepped: to the
    card after it (1) or before it (-1)."""

    stepped = Signal(int)
    looked = Signal()
    fixed = Signal()
    passed = Signal()

    def __init__(self, shown: PlanFinding, kind: str, theme: Theme) -> None:
        super().__init__()
        finding = shown.finding
        self.setObjectName("findingCard")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{kind}: {finding.message}")
        self._has_place = bool(shown.place)
        strong = "warning" if finding.severity is Severity.ERROR else "muted"
        head = row(label(kind, strong), label(finding.clause, "hint"), None, space=12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(label(finding.message, wraps=True))
        if finding.quote:
            layout.addWidget(label(f"“{finding.quote}”", "muted", wraps=True))
        if finding.fix and shown.can_fix:
            layout.addWidget(label(f"Sửa thành: “{finding.fix}”", wraps=True))
        layout.addLayout(self._buttons(shown))

    def _buttons(self, shown: PlanFinding) -> QVBoxLayout:
        parts: list[QWidget] = []
        if shown.can_fix and not shown.is_passed_over:
            parts.append(button("Sửa", "findingFix", self.fixed.emit))
        if shown.place:
            parts.append(button("Xem chỗ này", "findingLook", self.looked.emit))
        words = "Xét lại" if shown.is_passed_over else "Bỏ qua"
        parts.append(button(words, "findingPass", self.passed.emit, role="quiet"))
        out = QVBoxLayout()
        out.addLayout(row(*parts, None))
        return out

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the place, arrows go to the next: the area that scrolls would take them."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._has_place:
            self.looked.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click shows the place."""
        if self._has_place:
            self.looked.emit()
