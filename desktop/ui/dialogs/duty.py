"""Asks for a yearly duty of the office: its name, its day, how early a plan of it is proposed."""

import re
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QSpinBox, QWidget

from desktop.domain.duties import Duty
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, lay_dialog, row

_DAY = re.compile(r"\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*")
_LONGEST_LEAD, _USUAL_LEAD = 300, 30


class DutyDialog(QDialog):
    """told: called with the duty. before: the one to change, None for a new one; one that is kept on a lunar feast stays on it."""

    def __init__(self, parent: QWidget, before: Duty | None, told: Callable[[Duty], object]) -> None:
        super().__init__(parent)
        self.setObjectName("dutyDialog")
        self.setWindowTitle("Việc hằng năm")
        self.setMinimumWidth(440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._told = told
        self._before = before or Duty("", "", _USUAL_LEAD, ())
        self.name = QLineEdit(self._before.name)
        self.name.setObjectName("dutyName")
        self.day = QLineEdit(f"{before.day}/{before.month}" if before and before.month else "")
        self.day.setObjectName("dutyDay")
        self.day.setPlaceholderText("ngày/tháng")
        self.day.setMaximumWidth(120)
        self.lead = QSpinBox()
        self.lead.setObjectName("dutyLead")
        self.lead.setRange(0, _LONGEST_LEAD)
        self.lead.setSuffix(" ngày")
        self.lead.setValue(self._before.lead)
        self.lead.setMaximumWidth(120)
        hint = "Kế hoạch có những chữ này trong trích yếu được coi là của việc này."
        self.words = QLineEdit(", ".join(self._before.words))
        self.words.setObjectName("dutyWords")
        self._lay_out(hint)

    def _lay_out(self, hint: str) -> None:
        self.name_field = Field("Tên việc", self.name, is_required=True)
        self.day_field = Field("Ngày", self.day, is_required=True)
        body = column(
            self.name_field,
            row(self.day_field, Field("Nhắc trước", self.lead), None, space=12),
            Field("Chữ trong trích yếu, cách nhau bằng dấu phẩy", self.words, hint),
            space=12,
            margins=16,
        )
        keep = button("Lưu", "dutyKeep", self._keep, role="primary")
        keep.setDefault(True)
        lay_dialog(
            self, body, row(None, button("Hủy", "dutyCancel", self.reject), keep, margins=12), "dutyFoot"
        )

    def _keep(self) -> None:
        name, day = " ".join(self.name.text().split()), _DAY.fullmatch(self.day.text())
        self.name_field.fail("" if name else "Hãy ghi tên việc.")
        self.day_field.fail("" if day else "Ghi ngày như 25/3.")
        if not name or day is None:
            return
        words = tuple(word for one in self.words.text().split(",") if (word := one.strip()))
        made = replace(
            self._before,
            name=name,
            day=int(day[1]),
            month=int(day[2]),
            feast="",
            lead=self.lead.value(),
            words=words,
        )
        self.accept()
        self._told(made)
