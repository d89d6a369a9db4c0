"""Asks how a unit was reminded: by phone, Zalo or at a meeting, whom one spoke to, what was promised, of which tasks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from desktop.domain.assignment import Standing, Status
from desktop.domain.follow_up import Channel
from desktop.services import urging
from desktop.services.unit_results import UnitResults, UnitTask
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row

CHANNELS = {
    Channel.PHONE: "Gọi điện thoại",
    Channel.ZALO: "Nhắn Zalo",
    Channel.MEETING: "Nhắc tại cuộc họp",
    Channel.LETTER: "Công văn đôn đốc",
}
_OPEN = (Status.NOT_STARTED, Status.IN_PROGRESS)


class LogUrgingDialog(QDialog):
    """Of the chosen task, of all that is overdue, or of all open work of the unit."""

    def __init__(
        self, context: Context, parent: QWidget, shown: UnitResults, chosen: UnitTask | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("logUrging")
        self.setWindowTitle("Ghi đôn đốc")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self._context, self._shown = context, shown
        self.about = QComboBox()
        self.about.setObjectName("urgingAbout")
        for words, keys in _choices(shown, chosen):
            self.about.addItem(words, keys)
        self.channel = QComboBox()
        self.channel.setObjectName("urgingChannel")
        for channel in (Channel.PHONE, Channel.ZALO, Channel.MEETING):
            self.channel.addItem(CHANNELS[channel], channel.value)
        self.person = QLineEdit(shown.unit.contact.person)
        self.person.setObjectName("urgingPerson")
        icon = context.theme.icon("calendar")
        self.day = DateField("urgingDay", context.work.today(), icon)
        self.day.set_day(context.work.today())
        self.promised = DateField("urgingPromised", context.work.today(), icon)
        self.note = QLineEdit()
        self.note.setObjectName("urgingNote")
        self._lay_out()

    def _lay_out(self) -> None:
        phone = self._shown.unit.contact.phone
        keep = button("Ghi", "urgingKeep", self._keep, role="primary")
        keep.setDefault(True)
        keep.setEnabled(self.about.count() > 0)
        self._day = Field("Ngày nhắc", self.day, is_required=True)
        self._promised = Field("Hẹn xong ngày", self.promised, "Để trống nếu chưa hẹn.")
        inside = column(
            label(self._shown.name, "heading", wraps=True),
            label(f"Điện thoại {phone}" if phone else "Chưa có số điện thoại", "muted"),
            Field("Về việc", self.about),
            row(Field("Cách nhắc", self.channel), self._day, space=12),
            Field("Người được nhắc", self.person),
            self._promised,
            Field("Ghi chú", self.note),
            space=12,
            margins=16,
        )
        foot = row(None, button("Hủy", "urgingCancel", self.reject), keep, margins=12)
        lay_dialog(self, inside, foot, "urgingFoot")

    def _keep(self) -> None:
        self._day.fail("" if self.day.day else "Hãy ghi ngày, như 15/4/2026.")
        self._promised.fail("" if self.promised.is_valid else "Hãy ghi ngày, như 15/4/2026, hoặc để trống.")
        if self._day.error or self._promised.error:
            return
        work, plan, keys = self._context.work, self._shown.plan.id, self.about.currentData()
        channel = Channel(self.channel.currentData())
        day, promised = self.day.day, self.promised.day
        person, note = self.person.text(), self.note.text()
        self._context.doer.do(
            f"Ghi đôn đốc {text.elided(self._shown.name, 40)}",
            lambda: urging.log(
                work, plan, keys, channel, on=day, person=person, promised_on=promised, note=note
            ),
            lambda _: self.accept(),
        )


def _choices(shown: UnitResults, chosen: UnitTask | None) -> Sequence[tuple[str, list[int]]]:
    late = [one.assignment for one in shown.tasks if one.mark.standing is Standing.OVERDUE]
    open_ones = [one.assignment for one in shown.tasks if one.mark.status in _OPEN]
    out = []
    if late:
        out.append((f"Mọi việc quá hạn ({len(late)})", late))
    if chosen is not None:
        out.append((f"{chosen.number}. {text.elided(chosen.task.text, 60)}", [chosen.assignment]))
    if open_ones and open_ones != late:
        out.append((f"Mọi việc chưa xong ({len(open_ones)})", open_ones))
    return out
