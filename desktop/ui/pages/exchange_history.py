"""Trao đổi USB by time: every package and form that went and came, with its receipt."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QToolButton, QWidget

from desktop.domain.vietnamese import fold
from desktop.services import exchange_history
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.models.exchange_rows import Past, past_columns, past_of_form, past_of_package
from desktop.ui.models.rows import RowsModel
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_bar import FilterBar
from desktop.ui.widgets.parts import chip
from desktop.ui.widgets.table import Table

_CHIPS: dict[str, tuple[str, Callable[[Past], bool]]] = {
    "out": ("Gửi", lambda one: one.is_ours),
    "in": ("Nhận", lambda one: not one.is_ours),
    "waits": ("Chưa có biên nhận", lambda one: one.waits),
}


class HistoryView(QWidget):
    """shown: the lines were read and stand there. bar: the row of filters, whose chips it adds."""

    shown = Signal()

    def __init__(self, context: Context, bar: FilterBar) -> None:
        super().__init__()
        self.setObjectName("exchangeByTime")
        self._context, self._bar = context, bar
        self._all: list[Past] = []
        self._folded: dict[int, str] = {}
        self._model: RowsModel[Past] = RowsModel(past_columns(context.theme), self)
        self.table = Table(self._model, "exchangeHistory", context)
        self.table.setAccessibleName("Lịch sử gửi và nhận")
        self.table.opened.connect(self._open)
        offer(self.table, "Lịch sử trao đổi", context)
        self.chips: dict[str, QToolButton] = {
            name: chip(words, f"history_{name}", lambda _: self.filter())
            for name, (words, _) in _CHIPS.items()
        }
        for one in self.chips.values():
            bar.add(one)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.table)
        empty = (
            "Chưa gửi hay nhận tệp nào. Mỗi gói, mỗi biểu đi và đến đều được ghi lại ở đây, kèm biên nhận."
        )
        self._stack.addWidget(EmptyState(empty, context.theme.drawing("usb")))

    def reload(self) -> None:
        """Everything, read beside the window."""
        work = self._context.work

        def read() -> list[Past]:
            lines = [past_of_package(one) for one in exchange_history.listed(work)]
            lines += [past_of_form(one) for one in exchange_history.forms(work)]
            return sorted(lines, key=lambda one: one.at.isoformat() if one.at else "", reverse=True)

        self._context.jobs.draw("exchangeHistory", read, self._on_read)

    def show_chips(self, *, shown: bool) -> None:
        """Show what narrows the lines, or not."""
        for one in self.chips.values():
            one.setVisible(shown)

    def filter(self) -> None:
        """Narrow the lines by words and chips: sent and received together are both."""
        words = fold(self._bar.words.text()).split()
        rows = [one for one in self._all if all(word in self._words(one) for word in words)]
        wanted = {name for name, made in self.chips.items() if made.isChecked()}
        if len(wanted & {"out", "in"}) == 1:
            (way,) = wanted & {"out", "in"}
            rows = [one for one in rows if _CHIPS[way][1](one)]
        if "waits" in wanted:
            rows = [one for one in rows if one.waits]
        self._model.set_rows(rows)
        self._stack.setCurrentIndex(0 if self._all else 1)
        self._bar.tell(text.count(len(rows), "lần"))

    def _words(self, one: Past) -> str:
        key = id(one)
        if key not in self._folded:
            self._folded[key] = fold(f"{one.other} {one.unit} {one.plan} {one.file_name}")
        return self._folded[key]

    def _on_read(self, lines: list[Past]) -> None:
        self._all, self._folded = lines, {}
        if self.isVisible():
            self.filter()
        self.shown.emit()

    def _open(self, one: Past) -> None:
        if one.plan_id is not None:
            part = f"unit:{one.unit_id}" if one.unit_id is not None else ""
            self._context.hub.go("plan", one.plan_id, "results", part)
