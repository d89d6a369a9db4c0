"""The form of a unit, for a new one or one that is put right. What is wrong is said under its field; nothing is kept by the form itself."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QLineEdit, QWidget

from desktop.domain.task import Party
from desktop.services import unit_editing
from desktop.services.unit_editing import Told
from desktop.ui.context import Context
from desktop.ui.models.unit_rows import KINDS
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, label, lay_dialog, row
from desktop.ui.widgets.unit_picker import UnitPicker

_LINES = (
    ("name", "Tên đơn vị"),
    ("abbreviation", "Tên viết tắt"),
    ("person", "Người liên hệ"),
    ("position", "Chức vụ"),
    ("phone", "Điện thoại"),
    ("email", "Thư điện tử"),
    ("address", "Địa chỉ"),
    ("code", "Mã"),
    ("note", "Ghi chú"),
)
_WORDS = {
    ("name", "missing"): "Hãy ghi tên đơn vị.",
    ("name", "taken"): "Đã có đơn vị tên này. Ghi thêm cho khác, hoặc chọn đơn vị cấp trên khác.",
    ("code", "taken"): "Mã này là của đơn vị khác.",
    (
        "phone",
        "unreadable",
    ): "Không đọc được số này. Ghi như 0912345678; nhiều số thì cách nhau bằng dấu chấm phẩy.",
    ("email", "unreadable"): "Địa chỉ chưa đúng. Ghi như ten@tinh.gov.vn.",
    ("parent", "circle"): "Đơn vị này đang ở dưới chính đơn vị đang sửa; hãy chọn đơn vị khác.",
}
_BY_NAME = "Theo tên đơn vị"


class UnitForm(QDialog):
    """told: called with a `Told` without problems. key: of the unit put right, 0 for a new one."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        told: Callable[[Told], object],
        given: Told | None = None,
        key: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("unitForm")
        self.setWindowTitle("Sửa đơn vị" if key else "Thêm đơn vị")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self._context, self._told, self._key = context, told, key
        self.edits = {name: QLineEdit() for name, _ in _LINES}
        for name, edit in self.edits.items():
            edit.setObjectName(f"unitForm_{name}")
        self.kind = QComboBox()
        self.kind.setObjectName("unitForm_kind")
        self.kind.addItem(_BY_NAME, None)
        for kind, words in KINDS.items():
            self.kind.addItem(words, kind.value)
        self.parent_unit = UnitPicker(context, "unitForm_parent", units_only=True, most=1)
        self._make_fields()
        self._lay_out()
        if given is not None:
            self._show(given)
        self.edits["name"].setFocus()

    def _make_fields(self) -> None:
        self.fields = {
            name: Field(words, self.edits[name], is_required=name == "name") for name, words in _LINES
        }
        self.fields["parent"] = Field("Đơn vị cấp trên", self.parent_unit, "Để trống nếu trực thuộc cơ quan.")
        self.fields["kind"] = Field("Loại", self.kind)
        for name, edit in self.edits.items():
            edit.textEdited.connect(lambda _, name=name: self.fields[name].fail(""))
        self.parent_unit.changed.connect(lambda: self.fields["parent"].fail(""))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(24, 20, 24, 20)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        places = (
            (("name", 2), ("abbreviation", 1)),
            (("person", 1), ("position", 1), ("phone", 1)),
            (("email", 1), ("address", 2)),
            (("kind", 1), ("parent", 2)),
            (("code", 1), ("note", 2)),
        )
        for at, line in enumerate(places):
            left = 0
            for name, width in line:
                grid.addWidget(self.fields[name], at, left, 1, width, Qt.AlignmentFlag.AlignTop)
                left += width
        for at in range(3):
            grid.setColumnStretch(at, 1)
        if self._key:
            words = "Sửa tên ở đây là chữa chỗ gõ sai. Đơn vị đổi tên thì dùng “Đổi tên từ một ngày”, để văn bản cũ giữ tên cũ."
            grid.addWidget(label(words, "hint", wraps=True), len(places), 0, 1, 3)
        keep = button("Lưu" if self._key else "Thêm", "unitFormKeep", self._keep, role="primary")
        keep.setDefault(True)
        foot = row(None, button("Hủy", "unitFormCancel", self.reject), keep, margins=12)
        lay_dialog(self, grid, foot, "unitFormFoot")

    def _show(self, given: Told) -> None:
        for name, edit in self.edits.items():
            edit.setText(getattr(given, name))
            edit.setCursorPosition(0)
        if given.kind is not None:
            self.kind.setCurrentIndex(self.kind.findData(given.kind.value))
        if given.parent is not None:
            name = unit_editing.name_of(self._context.work, given.parent)
            self.parent_unit.set_parties((Party(name, unit=given.parent),))

    def told_now(self) -> Told:
        """What stands in the fields."""
        from desktop.domain.unit import UnitKind

        kind = self.kind.currentData()
        above = next((party.unit for party in self.parent_unit.parties), None)
        words = {name: edit.text() for name, edit in self.edits.items()}
        return Told(**words, kind=UnitKind(kind) if kind else None, parent=above)

    def _keep(self) -> None:
        told = self.told_now()
        found = unit_editing.problems(self._context.work, told, self._key)
        for name, problem in found.items():
            self.fields[name].fail(_WORDS[name, problem])
        if found:
            self.fields[next(iter(found))].editor.setFocus()
            return
        self.accept()
        self._told(told)


def open_new(context: Context, parent: QWidget, made: Callable[[int], object] | None = None) -> UnitForm:
    """Ask for a new unit and keep it. made: told its id."""

    def keep(told: Told) -> None:
        context.doer.do(
            f"Thêm {told.name.strip()}",
            lambda: unit_editing.add(context.work, told),
            lambda unit: made(unit.id) if made else None,
        )

    form = UnitForm(context, parent, keep)
    form.open()
    return form


def open_edit(context: Context, parent: QWidget, key: int) -> UnitForm:
    """Ask for a unit to be put right and keep it."""
    given = unit_editing.told(context.work, key)

    def keep(told: Told) -> None:
        if told != given:
            context.doer.do(f"Sửa {told.name.strip()}", lambda: unit_editing.correct(context.work, key, told))

    form = UnitForm(context, parent, keep, given, key)
    form.open()
    return form
