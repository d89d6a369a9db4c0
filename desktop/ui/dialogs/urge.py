"""Đôn đốc: who is late with what, how often they were urged; letters to those ticked, printed or saved, and logged once."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.domain.plan import Plan
from desktop.services import plan_papers, urging
from desktop.services.urging import Letters, Owing
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.save_paper import ask_folder
from desktop.ui.theme import Sizes
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row

_COLUMNS = ("Đơn vị", "Việc quá hạn", "Trễ nhất", "Đã đôn đốc", "Hẹn xong")
_NUMBERS = (1, 2)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_ROWS = 8
_CHECKED = Qt.CheckState.Checked


def open_urge(context: Context, parent: QWidget, plan: Plan) -> "UrgeDialog":
    """Show who is late, and make the letters that are asked for."""
    dialog = UrgeDialog(context, parent, plan)
    dialog.open()
    return dialog


class UrgeDialog(QDialog):
    """All are ticked at first. Closes once the letters are made."""

    def __init__(self, context: Context, parent: QWidget, plan: Plan) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("urgeDialog")
        self.setWindowTitle("Đôn đốc đơn vị quá hạn")
        self.setMinimumWidth(720)
        self._context, self._plan, self._window = context, plan, parent
        self._boxes: list[QTableWidgetItem] = []
        self._owing = urging.owing(context.work, plan.id)
        if self._owing:
            self._lay_out()
            self._tell()
        else:
            self._lay_out_nothing()

    def _lay_out(self) -> None:
        self.table = self._made_table()
        self.picked = label("", "muted", "urgePicked")
        self.every = button("Chọn tất cả", "urgeAll", lambda: self._tick(every=True), role="link")
        self.none = button("Bỏ chọn", "urgeNone", lambda: self._tick(every=False), role="link")
        ways = self._made_ways()
        body = column(
            label(plan_papers.title(self._plan), "heading", wraps=True),
            row(self.picked, None, self.every, self.none),
            self.table,
            ways,
            label("Lần đôn đốc được ghi vào nhật ký của từng việc khi in hoặc lưu.", "hint", wraps=True),
            space=10,
            margins=16,
        )
        self.save_button = button("Lưu PDF và Word…", "urgeSave", self._save)
        self.print_button = button("In…", "urgePrint", self._print, role="primary")
        self.print_button.setDefault(True)
        cancel = button("Hủy", "urgeCancel", self.reject)
        foot = row(None, cancel, self.save_button, self.print_button, margins=12)
        lay_dialog(self, body, foot, "urgeFoot")
        self.table.setFocus()

    def _made_ways(self) -> QHBoxLayout:
        self.together = _choice("Một công văn gửi chung", "urgeTogether")
        self.each = _choice("Mỗi đơn vị một công văn", "urgeEach")
        ways = QButtonGroup(self)
        ways.addButton(self.together)
        ways.addButton(self.each)
        self.together.setChecked(True)
        return row(self.together, self.each, None, space=24)

    def _lay_out_nothing(self) -> None:
        nothing = EmptyState("Không có đơn vị nào quá hạn.", self._context.theme.drawing("done"))
        nothing.setMinimumHeight(280)
        close = button("Đóng", "urgeClose", self.reject, role="primary")
        lay_dialog(self, column(nothing), row(None, close, margins=12), "urgeFoot")

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(len(self._owing), len(_COLUMNS))
        table.setObjectName("urgeUnits")
        table.setAccessibleName("Đơn vị quá hạn")
        for at, title in enumerate(_COLUMNS):
            head = QTableWidgetItem(title)
            head.setTextAlignment(_RIGHT if at in _NUMBERS else _LEFT)
            table.setHorizontalHeaderItem(at, head)
        for at, one in enumerate(self._owing):
            items = _items(one)
            self._boxes.append(items[0])
            for column_at, item in enumerate(items):
                table.setItem(at, column_at, item)
        _shape(table, self._context.theme.sizes)
        table.setCurrentCell(0, 0)
        table.itemChanged.connect(lambda _: self._tell())
        return table

    def chosen(self) -> list[Owing]:
        """The units ticked."""
        pairs = zip(self._owing, self._boxes, strict=True)
        return [one for one, box in pairs if box.checkState() is _CHECKED]

    def _tick(self, *, every: bool) -> None:
        state = _CHECKED if every else Qt.CheckState.Unchecked
        for box in self._boxes:
            box.setCheckState(state)

    def _tell(self) -> None:
        many = len(self.chosen())
        self.picked.setText(f"Đã chọn {many}/{len(self._owing)} đơn vị quá hạn")
        self.each.setEnabled(many > 1)
        for act in (self.save_button, self.print_button):
            act.setEnabled(many > 0)

    def _letters(self) -> Letters:
        only = [key for one in self.chosen() for key in one.assignments]
        is_each = self.each.isChecked() and self.each.isEnabled()
        return urging.letters(self._context.work, self._plan.id, each=is_each, only=only)

    def _print(self) -> None:
        context, window, told, name = self._context, self._window, self._letters(), self._name()

        def ask(pdf: bytes) -> None:
            from desktop.ui.dialogs.print_dialog import open_print

            open_print(context, window, pdf, "Công văn đôn đốc", note)

        def note() -> None:
            context.doer.do(name, lambda: urging.keep(context.work, told))

        context.jobs.start("Dàn trang công văn", lambda progress: urging.as_pdf(told, progress), ask)
        self.accept()

    def _save(self) -> None:
        ask_folder(self._context, self, self.save_into)

    def save_into(self, folder: Path) -> None:
        """Write the letters there, log them and close."""
        context, told = self._context, self._letters()

        def change(progress: Any) -> list[Path]:
            made = urging.write(told, folder, progress)
            urging.keep(context.work, told)
            return made

        def say(made: list[Path]) -> None:
            context.hub.say(f"Đã ghi {text.count(len(made), 'tệp')} vào {folder}", can_undo=bool(told.owed))

        context.doer.run(self._name(), change, say)
        self.accept()

    def _name(self) -> str:
        return f"Đôn đốc {text.count(len(self.chosen()), 'đơn vị')}"


def _shape(table: QTableWidget, sizes: Sizes) -> None:
    """As the other tables look, as high as its rows."""
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    rows, header = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(sizes.row)
    header.setHighlightSections(False)
    table.resizeColumnsToContents()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setFixedHeight(min(table.rowCount(), _MOST_ROWS) * sizes.row + sizes.head + 4)


def _items(one: Owing) -> list[QTableWidgetItem]:
    last = one.urged.last
    urged = (
        f"{text.count(one.urged.times, 'lần')}, gần nhất {text.date(last.urged_on)}" if last else text.EMPTY
    )
    words = (
        one.name,
        text.number(len(one.assignments)),
        text.count(one.days_late, "ngày"),
        urged,
        text.date(one.urged.promised_on) or text.EMPTY,
    )
    items = [QTableWidgetItem(word) for word in words]
    for item in items:
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    items[0].setFlags(items[0].flags() | Qt.ItemFlag.ItemIsUserCheckable)
    items[0].setCheckState(_CHECKED)
    items[0].setToolTip("\n".join(text.elided(work, 120) for work in one.work))
    for at in _NUMBERS:
        items[at].setTextAlignment(_RIGHT)
    return items


def _choice(words: str, name: str) -> QRadioButton:
    made = QRadioButton(words)
    made.setObjectName(name)
    return made
