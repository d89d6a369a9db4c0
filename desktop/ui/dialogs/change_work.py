"""What is asked before many assignments change: a later day with its reason, another unit, how they were reminded."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from desktop.domain.follow_up import Channel
from desktop.services import given_work
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row
from desktop.ui.widgets.task_details import CHANNELS
from desktop.ui.widgets.unit_picker import UnitPicker

_NO_DAY = "Không đọc được ngày này. Ghi như 30/3 hoặc 30/03/2026."


class _WorkDialog(QDialog):
    """Fields in a column over a foot. keys: ids of the assignments that are to change."""

    def __init__(
        self, context: Context, parent: QWidget, keys: Sequence[int], title: str, act: str, name: str
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._context, self._keys = context, list(keys)
        self._many = text.count(len(self._keys), "việc")
        self.act = button(act, f"{name}Act", self._try, role="primary")
        self.act.setDefault(True)

    def lay_out(self, words: str, *fields: QWidget) -> None:
        """words: what it is about."""
        inside = column(label(words, "muted", wraps=True), *fields, space=12, margins=16)
        foot = row(None, button("Hủy", "changeCancel", self.reject), self.act, margins=12)
        lay_dialog(self, inside, foot, "changeFoot")

    def day_field(self, name: str) -> DateField:
        """A field for a day."""
        return DateField(name, self._context.work.today(), self._context.theme.icon("calendar"))

    def do(self, name: str, change: Callable[[], Any]) -> None:
        """Make the change; close when it was made."""
        self._context.doer.do(name, change, lambda _: self.accept())

    def _try(self) -> None:
        raise NotImplementedError

    def fail(self, fields: dict[Field, str]) -> bool:
        """Say under fields what is wrong, "" for nothing; whether anything is."""
        for field, words in fields.items():
            field.fail(words)
        self.adjustSize()
        return any(fields.values())


class ExtendWork(_WorkDialog):
    """A later day for all of them; the first day of each is kept beside it."""

    def __init__(self, context: Context, parent: QWidget, keys: Sequence[int]) -> None:
        super().__init__(context, parent, keys, "Gia hạn", "Gia hạn", "extendWork")
        self.day = self.day_field("extendWorkDay")
        self.reason, self.agreed_by = QLineEdit(), QLineEdit()
        self.reason.setObjectName("extendWorkReason")
        self.agreed_by.setObjectName("extendWorkBy")
        self._day = Field("Hạn mới", self.day, is_required=True)
        self._reason = Field("Lý do", self.reason, is_required=True)
        self._by = Field("Người đồng ý", self.agreed_by, "Ví dụ: Phó Chủ tịch Nguyễn Văn A", is_required=True)
        words = f"{self._many} nhận cùng một hạn mới. Hạn đầu tiên vẫn được giữ để so."
        self.lay_out(words, self._day, self._reason, self._by)

    def _try(self) -> None:
        day, reason, by = self.day.day, self.reason.text().strip(), self.agreed_by.text().strip()
        wrong = {
            self._day: "" if day else _NO_DAY,
            self._reason: "" if reason else "Hãy ghi lý do gia hạn.",
            self._by: "" if by else "Hãy ghi người đồng ý.",
        }
        if not self.fail(wrong) and day is not None:
            self.do(
                f"Gia hạn {self._many}",
                lambda: given_work.extend(self._context.work, self._keys, day, reason=reason, agreed_by=by),
            )


class HandOverWork(_WorkDialog):
    """Another unit takes all of them over, with what was reported so far."""

    def __init__(self, context: Context, parent: QWidget, keys: Sequence[int]) -> None:
        super().__init__(context, parent, keys, "Chuyển đơn vị", "Chuyển", "handOverWork")
        self.to = UnitPicker(context, "handOverWorkTo", units_only=True, most=1)
        self._to = Field("Chuyển cho", self.to, is_required=True)
        self.lay_out(f"Chuyển {self._many}, kèm kết quả đã báo cáo, sang đơn vị khác.", self._to)

    def _try(self) -> None:
        unit = next((one.unit for one in self.to.parties if one.unit is not None), None)
        words = "" if unit is not None else "Hãy chọn một đơn vị trong danh sách."
        if not self.fail({self._to: words}) and unit is not None:
            self.do(
                f"Chuyển {self._many} cho {text.elided(self.to.parties[0].written, 40)}",
                lambda: given_work.hand_over(self._context.work, self._keys, unit),
            )


class LogWork(_WorkDialog):
    """A call, a message or a word at a meeting on all of them."""

    def __init__(self, context: Context, parent: QWidget, keys: Sequence[int]) -> None:
        super().__init__(context, parent, keys, "Ghi đôn đốc", "Ghi", "logWork")
        self.channel = QComboBox()
        self.channel.setObjectName("logWorkChannel")
        for channel in (Channel.PHONE, Channel.ZALO, Channel.MEETING):
            self.channel.addItem(CHANNELS[channel], channel.value)
        self.person, self.note = QLineEdit(given_work.person_of(context.work, self._keys)), QLineEdit()
        self.person.setObjectName("logWorkPerson")
        self.note.setObjectName("logWorkNote")
        self.promised = self.day_field("logWorkPromised")
        self._promised = Field("Hẹn xong ngày", self.promised, "Để trống nếu chưa hẹn.")
        self.lay_out(
            f"Ghi hôm nay đã nhắc {self._many}.",
            Field("Cách nhắc", self.channel),
            Field("Người được nhắc", self.person),
            self._promised,
            Field("Ghi chú", self.note),
        )

    def _try(self) -> None:
        day, today = self.promised.day, self._context.work.today()
        is_past = day is not None and day < today
        wrong = "Ngày hẹn phải từ hôm nay trở đi." if is_past else ""
        if self.fail({self._promised: wrong if self.promised.is_valid else _NO_DAY}):
            return
        channel, person, note = Channel(self.channel.currentData()), self.person.text(), self.note.text()
        self.do(
            f"Ghi đôn đốc {self._many}",
            lambda: given_work.log(
                self._context.work, self._keys, channel, person=person, promised_on=day, note=note
            ),
        )
