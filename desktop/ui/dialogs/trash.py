"""Thùng rác: what was removed, to be put back or forgotten."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedLayout, QWidget

from desktop.services import trash
from desktop.services.trash import KEPT_DAYS, Discarded
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row
from desktop.ui.widgets.table import Table

NOUNS = {
    "plan": "Dự thảo kế hoạch",
    "task": "Nhiệm vụ",
    "report": "Dự thảo báo cáo",
    "template": "Mẫu kế hoạch",
    "unit": "Đơn vị",
}


def _moment(one: Discarded) -> dt.datetime:
    return dt.datetime.fromisoformat(one.removed_at)


COLUMNS = (
    Column[Discarded]("noun", "Loại", lambda one: NOUNS.get(one.noun, "Mục khác"), width=150),
    Column[Discarded]("title", "Tên", lambda one: one.title, width=0),
    Column[Discarded](
        "when",
        "Xóa lúc",
        lambda one: f"{_moment(one).astimezone():%d/%m/%Y %H:%M}",
        sort=_moment,
        is_number=True,
        width=140,
    ),
)


def open_trash(context: Context, parent: QWidget) -> "TrashDialog":
    """Open the dialog."""
    dialog = TrashDialog(context, parent)
    dialog.open()
    return dialog


class TrashDialog(QDialog):
    """Putting back and forgetting are steps that can be undone."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trashDialog")
        self.setWindowTitle("Thùng rác")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 460)
        self._context = context
        self._model: RowsModel[Discarded] = RowsModel(COLUMNS, self)
        self.table = Table(self._model, "trashTable", context)
        self.table.picked.connect(self._tell)
        self.table.opened.connect(lambda _: self._restore())
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState("Thùng rác trống."))
        holder = QWidget()
        holder.setLayout(self._stack)
        hint = label(f"Mục đã xóa được giữ {KEPT_DAYS} ngày.", "muted")
        body = column(hint, holder, space=8, margins=16)
        body.setStretch(1, 1)
        self.back = button("Lấy lại", "trashRestore", self._restore, role="primary")
        self.clear = button("Dọn sạch", "trashEmpty", self._empty)
        foot = row(self.clear, None, button("Đóng", "trashClose", self.reject), self.back, margins=12)
        lay_dialog(self, body, foot, "trashFoot")
        self._reload()

    def _reload(self) -> None:
        rows = trash.listed(self._context.work)
        self._model.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.clear.setEnabled(bool(rows))
        if rows:
            self.table.selectRow(0)
        self._tell()

    def _tell(self) -> None:
        self.back.setEnabled(bool(self.table.picked_rows()))

    def _restore(self) -> None:
        rows = self.table.picked_rows()
        name = f"Lấy lại “{text.elided(rows[0].title, 40)}”" if len(rows) == 1 else f"Lấy lại {len(rows)} mục"
        self._context.doer.do(
            name,
            lambda: [trash.restore(self._context.work, one.id) for one in rows],
            lambda _: self._reload(),
        )

    def _empty(self) -> None:
        self._context.doer.do(
            "Dọn thùng rác", lambda: trash.empty(self._context.work), lambda _: self._reload()
        )
