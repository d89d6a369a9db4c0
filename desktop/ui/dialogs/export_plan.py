"""Asks which papers of a plan are written into a folder."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop.domain.plan import Plan
from desktop.services.plan_export import Parts
from desktop.ui.context import Context
from desktop.ui.widgets.paper_parts import PaperParts
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row


class ExportPlan(QDialog):
    """chosen: called with the `Parts`; what was chosen last is offered again."""

    def __init__(
        self, context: Context, plan: Plan, parent: QWidget, act: str, chosen: Callable[[Parts], object]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("exportPlan")
        self.setWindowTitle("Xuất giấy tờ")
        self.setMinimumWidth(440)
        self._chosen = chosen
        self.parts = PaperParts(context.settings, plan)
        self.parts.changed.connect(self._tell)
        body = column(label("Chọn giấy tờ", "heading"), self.parts, space=12, margins=16)
        self.accept_button = button(act, "exportAccept", self._on_accept, role="primary")
        self.accept_button.setDefault(True)
        foot = row(None, button("Hủy", "exportCancel", self.reject), self.accept_button, margins=12)
        lay_dialog(self, body, foot, "exportFoot")
        self._tell()

    def _tell(self) -> None:
        self.accept_button.setEnabled(not self.parts.is_empty)

    def _on_accept(self) -> None:
        self.parts.remember()
        wanted = self.parts.wanted()
        self.accept()
        self._chosen(wanted)
