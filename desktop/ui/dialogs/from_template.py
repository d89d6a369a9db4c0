"""A plan from a template of the program or of the office, for a year."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QSpinBox, QWidget

from desktop.domain.vietnamese import fold
from desktop.services import templates
from desktop.services.next_year import FIRST, LAST
from desktop.services.templates import FromTemplate, TemplateName
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, lay_dialog, row

_KEY = int(Qt.ItemDataRole.UserRole)


def open_from_template(context: Context, parent: QWidget, key: str = "") -> "FromTemplateDialog":
    """Open the dialog, at the template `key` where one is told."""
    dialog = FromTemplateDialog(context, parent, key)
    dialog.open()
    return dialog


class FromTemplateDialog(QDialog):
    """A list that is filtered by typing, and the year."""

    def __init__(self, context: Context, parent: QWidget, key: str) -> None:
        super().__init__(parent)
        self.setObjectName("fromTemplateDialog")
        self.setWindowTitle("Lập kế hoạch từ mẫu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 520)
        self._context = context
        self._all = templates.listed(context.work)
        self.words = QLineEdit()
        self.words.setObjectName("templateWords")
        self.words.setAccessibleName("Lọc mẫu")
        self.words.setPlaceholderText("Gõ để lọc, không cần dấu")
        self.words.textChanged.connect(lambda _: self._fill())
        self.found = QListWidget()
        self.found.setObjectName("templateList")
        self.found.setAccessibleName("Mẫu kế hoạch")
        self.found.itemActivated.connect(lambda _: self._accept())
        self.found.currentItemChanged.connect(lambda *_: self._tell())
        self.year = QSpinBox()
        self.year.setObjectName("templateYear")
        self.year.setRange(FIRST, LAST)
        self.year.setValue(context.work.today().year)
        self.year.setMaximumWidth(120)
        self.accept_button = button("Lập dự thảo", "templateAccept", self._accept, role="primary")
        self.accept_button.setDefault(True)
        body = column(self.words, self.found, Field("Cho năm", self.year), space=12, margins=16)
        foot = row(None, button("Hủy", "templateCancel", self.reject), self.accept_button, margins=12)
        lay_dialog(self, body, foot, "templateFoot")
        self._fill(key)

    def _fill(self, key: str = "") -> None:
        wanted = fold(self.words.text()).split()
        self.found.clear()
        for one in self._all:
            if all(word in fold(one.name) for word in wanted):
                self.found.addItem(_item(one))
        rows = [self.found.item(at).data(_KEY) for at in range(self.found.count())]
        self.found.setCurrentRow(rows.index(key) if key in rows else 0)
        self._tell()

    def _tell(self) -> None:
        self.accept_button.setEnabled(self.found.currentItem() is not None)

    def _accept(self) -> None:
        item = self.found.currentItem()
        if item is None:
            return
        key, year, context = item.data(_KEY), self.year.value(), self._context
        context.doer.do(
            f"Lập kế hoạch từ mẫu cho năm {year}",
            lambda: templates.new_from_template(context.work, key, year),
            self._after,
        )
        self.accept()

    def _after(self, made: Any) -> None:
        told: FromTemplate = made
        if told.unbound:
            names = ", ".join(told.unbound[:4])
            self._context.hub.say(
                f"Đã lập dự thảo; {text.count(len(told.unbound), 'tên đơn vị')} chưa khớp danh sách: {names}",
                is_warning=True,
            )
        self._context.hub.go("plan", told.plan.id, "draft")


def _item(one: TemplateName) -> QListWidgetItem:
    item = QListWidgetItem(f"{one.name}  (mẫu của cơ quan)" if one.is_own else one.name)
    item.setData(_KEY, one.key)
    return item
