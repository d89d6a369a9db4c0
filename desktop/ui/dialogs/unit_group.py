"""A group of units: its name, its members as ticks, and from which day they are such. Keeps nothing itself."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QWidget,
)

from desktop.domain.vietnamese import fold
from desktop.services import unit_editing, unit_views
from desktop.services.unit_views import UnitLine
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row

_KEY = int(Qt.ItemDataRole.UserRole)
_FOLDED = _KEY + 1

Told = Callable[[str, "tuple[int, ...]", "dt.date | None"], object]


class GroupDialog(QDialog):
    """told: called with the name, the ids of its members, and the day from which they are such, None for from ever."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        lines: Sequence[UnitLine],
        told: Told,
        name: str = "",
        members: Collection[int] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("groupDialog")
        self.setWindowTitle("Thành viên của nhóm" if name else "Nhóm mới")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(480, 560)
        self._told, self._is_new = told, not name
        self.name = QLineEdit(name)
        self.name.setObjectName("groupName")
        self.name_field = Field("Tên nhóm", self.name, is_required=True)
        self.name.textEdited.connect(lambda _: self.name_field.fail(""))
        self.search = QLineEdit()
        self.search.setObjectName("groupSearch")
        self.search.setAccessibleName("Tìm đơn vị")
        self.search.setPlaceholderText("Tìm đơn vị (không cần dấu)")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = _ticked(lines, members)
        self.list.itemChanged.connect(lambda _: self._tell())
        self._make_day(context)
        self._lay_out()
        self._tell()

    def _make_day(self, context: Context) -> None:
        today = context.work.today()
        self.always = QRadioButton("Từ trước đến nay (khai lại cho đúng)")
        self.always.setObjectName("groupAlways")
        self.since = QRadioButton("Từ ngày")
        self.since.setObjectName("groupSince")
        self.day = DateField("groupDay", today, context.theme.icon("calendar"))
        self.day.setAccessibleName("Từ ngày")
        self.day.set_day(today)
        self.day.edit.textEdited.connect(lambda _: self.since.setChecked(True))
        (self.always if self._is_new else self.since).setChecked(True)
        self.wrong = label("", "error", "groupWrong", wraps=True)
        self.wrong.hide()

    def _lay_out(self) -> None:
        self.count = label("", "muted", "groupCount")
        when = column(row(self.since, self.day, None), self.always, self.wrong, space=4)
        hint = label("Kế hoạch đã ban hành vẫn giữ các đơn vị của ngày ban hành.", "hint", wraps=True)
        fields = column(
            self.name_field, row(self.search, self.count, space=12), self.list, when, hint, space=8
        )
        fields.setContentsMargins(24, 20, 24, 20)
        keep = button("Lập nhóm" if self._is_new else "Lưu", "groupKeep", self._keep, role="primary")
        keep.setDefault(True)
        foot = row(None, button("Hủy", "groupCancel", self.reject), keep, margins=12)
        lay_dialog(self, fields, foot, "groupFoot")
        (self.name if self._is_new else self.search).setFocus()

    @property
    def members(self) -> tuple[int, ...]:
        """Ids of those ticked."""
        items = map(self.list.item, range(self.list.count()))
        return tuple(item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _filter(self, words: str) -> None:
        wanted = fold(words).split()
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(not all(word in item.data(_FOLDED) for word in wanted))

    def _tell(self) -> None:
        self.count.setText(f"Đã chọn {text.count(len(self.members), 'đơn vị')}")

    def _keep(self) -> None:
        if not self.name.text().strip():
            self.name_field.fail("Hãy ghi tên nhóm, như “Các thôn”.")
            self.name.setFocus()
            return
        if self.since.isChecked() and self.day.day is None:
            self.wrong.setText("Hãy ghi ngày, như 01/07/2026.")
            self.wrong.show()
            self.day.setFocus()
            return
        self.accept()
        self._told(self.name.text().strip(), self.members, self.day.day if self.since.isChecked() else None)


def _ticked(lines: Sequence[UnitLine], members: Collection[int]) -> QListWidget:
    """The members first, so that they are seen at once."""
    made = QListWidget()
    made.setObjectName("groupMembers")
    made.setAccessibleName("Các đơn vị")
    made.setUniformItemSizes(True)
    for line in sorted(lines, key=lambda line: line.id not in members):
        item = QListWidgetItem(line.name.name)
        item.setData(_KEY, line.id)
        item.setData(_FOLDED, line.folded)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if line.id in members else Qt.CheckState.Unchecked)
        made.addItem(item)
    return made


def open_new_group(context: Context, parent: QWidget, members: Collection[int] = ()) -> GroupDialog:
    """Ask for a new group and keep it."""

    def keep(name: str, chosen: tuple[int, ...], on: dt.date | None) -> None:
        def change() -> None:
            made = unit_editing.add_group(context.work, name, () if on else chosen)
            if on:
                unit_editing.set_members(context.work, made.id, chosen, on)

        context.doer.do(f"Lập nhóm {name}", change)

    return _open(context, parent, keep, "", members)


def open_group(context: Context, parent: QWidget, key: int, name: str) -> GroupDialog:
    """Ask for the members of a group, and its name, and keep them."""
    members = unit_editing.members(context.work, key, context.work.today())

    def keep(new_name: str, chosen: tuple[int, ...], on: dt.date | None) -> None:
        def change() -> None:
            if new_name != name:
                unit_editing.rename_group(context.work, key, new_name)
            unit_editing.set_members(context.work, key, chosen, on)

        context.doer.do(f"Sửa nhóm {new_name}", change)

    return _open(context, parent, keep, name, members)


def _open(context: Context, parent: QWidget, keep: Told, name: str, members: Collection[int]) -> GroupDialog:
    lines = [line for line in unit_views.load(context.work).lines if line.is_living]
    dialog = GroupDialog(context, parent, lines, keep, name, members)
    dialog.open()
    return dialog
