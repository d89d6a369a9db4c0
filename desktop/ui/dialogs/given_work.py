"""What may change of work that was given out: a later day with its reason, another unit. Asked for some or all units of one task."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.services import extending, task_editing
from desktop.services.task_editing import TaskRow
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row
from desktop.ui.widgets.unit_picker import UnitPicker


class _GivenDialog(QDialog):
    """The units of a task, to be ticked; what is asked stands under them."""

    def __init__(
        self, context: Context, parent: QWidget, plan: int, task: TaskRow, title: str, act: str
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self._context, self._plan, self._task = context, plan, task
        self.units = QListWidget()
        self.units.setObjectName("givenUnits")
        self.units.setAccessibleName("Đơn vị được giao")
        self._given = task_editing.given(context.work, task.id)
        for one in self._given:
            due = f"  (hạn {text.date(one.due)})" if one.due else ""
            item = QListWidgetItem(f"{one.name}{due} · {text.STANDINGS[one.standing][1]}", self.units)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if len(self._given) == 1 else Qt.CheckState.Unchecked)
        self.units.setMaximumHeight(min(220, 34 * max(len(self._given), 1) + 8))
        self.act = button(act, "givenAct", self._try, role="primary")
        self.act.setDefault(True)

    def lay_out(self, *fields: QWidget) -> None:
        """Put the questions under the units."""
        every = button("Chọn tất cả", "givenAll", self._check_all, role="link")
        every.setVisible(len(self._given) > 1)
        inside = column(
            label(f"{self._task.number}. {text.elided(self._task.task.text, 140)}", "muted", wraps=True),
            row(label("Đơn vị", "caption"), None, every),
            self.units,
            *fields,
            space=12,
            margins=16,
        )
        foot = row(None, button("Hủy", "givenCancel", self.reject), self.act, margins=12)
        lay_dialog(self, inside, foot, "givenFoot")

    def chosen(self) -> list[int]:
        """Ids of the ticked assignments."""
        return [
            one.assignment
            for at, one in enumerate(self._given)
            if self.units.item(at).checkState() is Qt.CheckState.Checked
        ]

    def do(self, name: str, change: Callable[[], Any]) -> None:
        """Make the change and close."""
        self._context.doer.do(name, change, lambda _: self.accept())

    def _check_all(self) -> None:
        for at in range(self.units.count()):
            self.units.item(at).setCheckState(Qt.CheckState.Checked)

    def _try(self) -> None:
        raise NotImplementedError


class ExtendDialog(_GivenDialog):
    """A later day: asked why and agreed by whom; the first day is kept beside it."""

    def __init__(self, context: Context, parent: QWidget, plan: int, task: TaskRow) -> None:
        super().__init__(context, parent, plan, task, "Gia hạn", "Gia hạn")
        self.setObjectName("extendDialog")
        self.day = DateField("extendDay", context.work.today(), context.theme.icon("calendar"))
        self.reason = QLineEdit()
        self.reason.setObjectName("extendReason")
        self.agreed_by = QLineEdit()
        self.agreed_by.setObjectName("extendBy")
        self._day = Field("Hạn mới", self.day, is_required=True)
        self._reason = Field("Lý do", self.reason, is_required=True)
        self._by = Field("Người đồng ý", self.agreed_by, "ví dụ: Phó Chủ tịch Nguyễn Văn A", is_required=True)
        self.lay_out(self._day, self._reason, self._by)

    def _try(self) -> None:
        self._day.fail("" if self.day.day else "Hãy ghi ngày, như 15/4/2026.")
        self._reason.fail("" if self.reason.text().strip() else "Hãy ghi lý do gia hạn.")
        self._by.fail("" if self.agreed_by.text().strip() else "Hãy ghi người đồng ý.")
        keys, day = self.chosen(), self.day.day
        if not keys:
            self.units.setFocus()
        if keys and day is not None and not (self._day.error or self._reason.error or self._by.error):
            self.do(
                f"Gia hạn {text.count(len(keys), 'đơn vị')}",
                lambda: extending.extend(
                    self._context.work,
                    self._plan,
                    keys,
                    day,
                    reason=self.reason.text(),
                    agreed_by=self.agreed_by.text(),
                ),
            )


class HandOverDialog(_GivenDialog):
    """Another unit takes the work over, with what was reported so far."""

    def __init__(self, context: Context, parent: QWidget, plan: int, task: TaskRow) -> None:
        super().__init__(context, parent, plan, task, "Chuyển đơn vị", "Chuyển")
        self.setObjectName("handOverDialog")
        self.to = UnitPicker(context, "handOverTo", units_only=True, most=1)
        self._to = Field("Chuyển cho", self.to, is_required=True)
        self.lay_out(self._to)

    def _try(self) -> None:
        unit = next((one.unit for one in self.to.parties if one.unit is not None), None)
        self._to.fail("" if unit is not None else "Hãy chọn một đơn vị trong danh sách.")
        keys = self.chosen()
        if not keys:
            self.units.setFocus()
        elif unit is not None:
            self.do(
                f"Chuyển việc cho {self.to.parties[0].written}",
                lambda: task_editing.hand_over(self._context.work, self._plan, keys, unit),
            )
