"""Trao đổi USB by plan: issued plans at the left, those of other offices too; at the right how far each unit of the chosen one is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QToolButton, QWidget

from desktop.domain.plan import Plan
from desktop.domain.vietnamese import fold
from desktop.services import exchange_history
from desktop.services.exchange_history import PlanLine, UnitLine
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.models.exchange_rows import plan_columns, unit_columns
from desktop.ui.models.plan_rows import GIVEN
from desktop.ui.models.rows import RowsModel
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.filter_bar import FilterBar
from desktop.ui.widgets.parts import button, chip, column, framed, row
from desktop.ui.widgets.table import Table

_CHIPS: dict[str, tuple[str, Callable[[UnitLine], bool]]] = {
    "unsent": ("Chưa gửi", lambda one: not one.is_sent),
    "undelivered": ("Chưa nhận", lambda one: one.waits_for_receipt),
    "silent": ("Chưa trả lời", lambda one: not one.has_replied),
    "late": ("Quá hạn", lambda one: one.row.late_since is not None),
}
"""Name -> words of the chip, which units it leaves."""


class PlansView(QWidget):
    """reply_wanted: the results of the plan shown are to go to who gave it. bar: the row of filters, whose chips it adds."""

    reply_wanted = Signal()

    def __init__(self, context: Context, bar: FilterBar) -> None:
        super().__init__()
        self.setObjectName("exchangeByPlan")
        self._context, self._bar = context, bar
        self._all: list[UnitLine] = []
        self._plans: RowsModel[PlanLine] = RowsModel(plan_columns(context.theme), self)
        self.plans = Table(self._plans, "exchangePlanList", context)
        self.plans.setAccessibleName("Kế hoạch đang thực hiện")
        self.plans.picked.connect(self._show_units)
        self.plans.opened.connect(lambda one: context.hub.go("plan", one.plan.id, "results"))
        offer(self.plans, "Trao đổi theo kế hoạch", context)
        self._units: RowsModel[UnitLine] = RowsModel(unit_columns(context.work.store.clock), self)
        self.units = Table(self._units, "exchangeUnitList", context)
        self.units.setAccessibleName("Đơn vị của kế hoạch đang chọn")
        self.units.opened.connect(self._open_unit)
        offer(self.units, "Tình hình trao đổi với đơn vị", context)
        self.chips: dict[str, QToolButton] = {
            name: chip(words, f"exchange_{name}", lambda _: self.filter())
            for name, (words, _) in _CHIPS.items()
        }
        for one in self.chips.values():
            bar.add(one)
        self._lay_out()

    @property
    def plan(self) -> Plan | None:
        """The plan whose units are shown."""
        one = self.plans.current_row()
        return one.plan if one is not None else None

    @property
    def lines(self) -> tuple[UnitLine, ...]:
        """All units of the plan, however they are narrowed."""
        return tuple(self._all)

    def picked_units(self) -> list[UnitLine]:
        """The units that are selected."""
        return self.units.picked_rows()

    def reload(self) -> bool:
        """The plans and the units of the one chosen before; whether there is any plan."""
        before = self.plan
        self._plans.set_rows(exchange_history.plan_lines(self._context.work))
        rows = self._plans.rows
        if rows:
            self.pick(before.id if before else rows[0].plan.id)
        self._show_units()
        return bool(rows)

    def pick(self, plan: int) -> None:
        """Show the units of this plan, or of the first one."""
        at = next((at for at, one in enumerate(self._plans.rows) if one.plan.id == plan), 0)
        if self._plans.rows:
            self.plans.setCurrentIndex(self._plans.index(at, 0))

    def show_chips(self, *, shown: bool) -> None:
        """Show what narrows the units, or not."""
        for one in self.chips.values():
            one.setVisible(shown)

    def filter(self) -> None:
        """Narrow the units by words and chips."""
        words = fold(self._bar.words.text()).split()
        rows = [one for one in self._all if all(word in fold(one.row.name) for word in words)]
        for name, made in self.chips.items():
            if made.isChecked():
                rows = [one for one in rows if _CHIPS[name][1](one)]
        chosen = {one.id for one in self.picked_units()}
        self._units.set_rows(rows)
        self._reselect(chosen)
        self._bar.tell(text.count(len(rows), "đơn vị"))

    def _lay_out(self) -> None:
        scale = self._context.theme.scale
        self.heading = ElidedLabel("", "heading", "exchangePlanName")
        self.summary = ElidedLabel("", "muted", "exchangeSummary")
        self.reply = button("Trả lời nơi giao…", "exchangeReply", self.reply_wanted.emit)
        head = row(column(self.heading, self.summary, space=2), self.reply, space=12)
        head.setStretch(0, 1)
        head.setContentsMargins(8, 2, 4, 4)
        right = column(head, self.units, space=4)
        right.setStretch(1, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("exchangeSplit")
        split.setChildrenCollapsible(False)
        split.addWidget(self.plans)
        split.addWidget(framed(right))
        split.setSizes([round(262 * scale), round(900 * scale)])
        split.setStretchFactor(1, 1)
        self.setLayout(column(split, space=0))

    def _show_units(self) -> None:
        plan = self.plan
        self._all = exchange_history.unit_lines(self._context.work, plan.id) if plan else []
        self.heading.setText(plan.subject if plan else "")
        self.summary.setText(self._summary(plan) if plan else "")
        self.reply.setVisible(plan is not None and plan.is_received)
        self.filter()

    def _summary(self, plan: Plan) -> str:
        told = [text.count(len(self._all), "đơn vị")]
        if plan.is_received:
            came = exchange_history.given_at(self._context.work, plan.id)
            when = f", nhận {text.ago(came, self._context.work.store.clock())}" if came else ""
            return f"{GIVEN}: {exchange_history.giver(self._context.work, plan)}{when}"
        counts = (
            (sum(one.is_sent for one in self._all), "đã gửi"),
            (sum(one.delivered_at is not None for one in self._all), "đã nhận gói"),
            (sum(one.has_replied for one in self._all), "đã trả lời"),
            (sum(one.row.late_since is not None for one in self._all), "có việc quá hạn"),
        )
        told += [f"{text.number(count)} {words}" for count, words in counts if count]
        if not counts[0][0]:
            told.append("chưa gửi gói hay biểu nào")
        return " · ".join(told)

    def _reselect(self, chosen: set[int]) -> None:
        from PySide6.QtCore import QItemSelectionModel

        flags = QItemSelectionModel.SelectionFlag
        for at, one in enumerate(self._units.rows):
            if one.id in chosen:
                place = self._units.index(at, 0)
                self.units.selectionModel().select(place, flags.Select | flags.Rows)

    def _open_unit(self, one: UnitLine) -> None:
        if self.plan is not None:
            self._context.hub.go("plan", self.plan.id, "results", f"unit:{one.id}")
