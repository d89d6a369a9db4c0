"""Trao đổi USB: result forms go out to the units of a plan and come back filled; who has answered, who has not."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSplitter, QStackedLayout, QWidget

from desktop.domain.assignment import Standing
from desktop.domain.plan import Plan
from desktop.domain.vietnamese import fold
from desktop.services import dropped, form_rounds, plan_export
from desktop.services.changes import Noun
from desktop.services.dropped import Kind
from desktop.services.form_rounds import Round, UnitRow
from desktop.services.plan_export import Parts
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.results_preview import open_preview
from desktop.ui.dialogs.save_paper import ask_files, ask_folder
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.hub import Place
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.pages.page import Page
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.parts import action, button, chip, column, framed, label
from desktop.ui.widgets.table import Table

_ROUNDS = (
    Column[Round](
        "plan", "Kế hoạch", lambda one: one.plan.subject, width=0, tip=lambda one: one.plan.subject
    ),
    Column[Round](
        "number",
        "Số",
        lambda one: f"{one.plan.number:02d}/{one.plan.symbol}" if one.plan.number else "",
        width=112,
        is_shown=False,
    ),
    Column[Round](
        "reported",
        "Đã báo cáo",
        lambda one: f"{one.reported}/{one.units}",
        sort=lambda one: one.reported / max(one.units, 1),
        is_number=True,
        width=92,
    ),
)


class ExchangePage(Page):
    """Plans at the left, the units of the chosen one at the right."""

    name = "exchange"
    title = "Trao đổi USB"
    help = "trao-doi-usb"
    nouns = Noun.PLANS | Noun.TASKS | Noun.RESULTS | Noun.UNITS

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._all: list[UnitRow] = []
        self._add_acts()
        self._add_filters()
        self._rounds: RowsModel[Round] = RowsModel(_ROUNDS, self)
        self.rounds = Table(self._rounds, "exchangePlans", context)
        self.rounds.setAccessibleName("Kế hoạch đã ban hành")
        self.rounds.picked.connect(self._show_units)
        self.rounds.opened.connect(lambda one: context.hub.go("plan", one.plan.id, "results"))
        offer(self.rounds, "Biểu kết quả theo kế hoạch", context)
        self._units: RowsModel[UnitRow] = RowsModel(_unit_columns(context), self)
        self.units = Table(self._units, "exchangeUnits", context)
        self.units.setAccessibleName("Đơn vị của kế hoạch đang chọn")
        self.units.opened.connect(self._open_unit)
        offer(self.units, "Tình hình nộp biểu kết quả", context)
        self._lay_out()

    @property
    def plan(self) -> Plan | None:
        """The plan whose units are shown."""
        rows = self.rounds.picked_rows()
        return rows[0].plan if rows else None

    def reload(self) -> None:
        """The issued plans and the units of the one chosen before."""
        before = self.plan
        rows = form_rounds.listed(self.context.work)
        self._rounds.set_rows(rows)
        assert self.filters is not None
        self.filters.setVisible(bool(rows))
        self._out.setEnabled(bool(rows))
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows:
            self._pick(before.id if before else rows[0].plan.id)

    def open_at(self, place: Place) -> None:
        """One plan; or files that were dropped elsewhere."""
        if place.key is not None:
            self._pick(place.key)
        if place.part:
            self.drop(place.part.splitlines())

    def focus_first(self) -> None:
        """The list of plans."""
        self.rounds.setFocus()

    def drop(self, paths: list[str]) -> bool:
        """Filled forms, or folders of them, are looked at; whether there are any."""
        files = [Path(path) for path in paths]
        if any(dropped.kind_of(path) is Kind.PACKAGE for path in files):
            self.context.hub.say("Bản này của chương trình chưa nhận gói .skh.", is_warning=True)
            return True
        forms = form_rounds.forms_in(files)
        if forms:
            self.receive(forms)
        return bool(forms)

    def receive(self, forms: list[Path]) -> None:
        """Look at filled forms; they are kept once the person says so."""
        found = form_rounds.forms_in(forms)
        if found:
            open_preview(self.context, self.window(), found)
        else:
            self.context.hub.say("Trong thư mục này không có tệp Excel nào.", is_warning=True)

    def send_to(self, plan: Plan, folder: Path) -> None:
        """Write the form of every unit of a plan into a folder."""
        work = self.context.work

        def done(made: list[Path]) -> None:
            self.context.hub.say(f"Đã ghi {text.count(len(made), 'biểu')} vào {made[0].parent}")
            self.refresh()

        self.context.jobs.start(
            "Xuất biểu cho đơn vị",
            lambda progress: plan_export.export(work, plan.id, folder, Parts(forms=True), progress),
            done,
        )

    def _add_acts(self) -> None:
        out, into = QMenu(self), QMenu(self)
        for menu, words, name, act in (
            (out, "Ra thư mục…", "formsToFolder", self._ask_target),
            (out, "Chép ra USB…", "formsToUsb", self._carry),
            (into, "Chọn các tệp…", "formsFromFiles", self._ask_files),
            (into, "Chọn cả thư mục…", "formsFromFolder", self._ask_source),
        ):
            menu.addAction(action(self, words, name, act))
        self._out = button("Xuất biểu cho đơn vị", "formsOut")
        self._out.setMenu(out)
        self.header.add(self._out)
        self._in = button("Nhận biểu đã điền", "formsIn", role="primary")
        self._in.setMenu(into)
        self.header.add(self._in)

    def _add_filters(self) -> None:
        bar = self.add_filters("Lọc đơn vị", "exchangeFilter")
        bar.words_changed.connect(lambda _: self._filter())
        self.silent = chip("Chưa báo cáo đủ", "exchangeSilent", lambda _: self._filter())
        self.late = chip("Có việc quá hạn", "exchangeLate", lambda _: self._filter())
        bar.add(self.silent)
        bar.add(self.late)

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("exchangeSplit")
        split.addWidget(self.rounds)
        split.addWidget(self.units)
        split.setSizes([340, 800])
        hint = label(
            "Thả các tệp biểu đã điền, hoặc cả thư mục, vào bất cứ chỗ nào trong cửa sổ để nhận.",
            "muted",
            "exchangeHint",
        )
        empty = EmptyState(
            "Chưa có kế hoạch nào đang thực hiện. Ban hành xong, xuất cho mỗi đơn vị một biểu Excel để điền, "
            "rồi nhận biểu đã điền về ở đây.",
            self.context.theme.drawing("usb"),
            "Xem các kế hoạch",
            lambda: self.context.hub.go("plans"),
        )
        shown = column(split, hint, space=8)
        shown.setStretch(0, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(framed(shown))
        self._stack.addWidget(empty)
        holder = QWidget()
        holder.setLayout(self._stack)
        self.body.addWidget(holder, 1)

    def _pick(self, plan: int) -> None:
        for at, one in enumerate(self._rounds.rows):
            if one.plan.id == plan:
                self.rounds.setCurrentIndex(self._rounds.index(at, 0))
                return
        if self._rounds.rows:
            self.rounds.setCurrentIndex(self._rounds.index(0, 0))

    def _show_units(self) -> None:
        plan = self.plan
        self._all = form_rounds.units_of(self.context.work, plan.id) if plan else []
        self._filter()

    def _filter(self) -> None:
        assert self.filters is not None
        words = fold(self.filters.words.text()).split()
        rows = [one for one in self._all if all(word in fold(one.name) for word in words)]
        if self.silent.isChecked():
            rows = [one for one in rows if one.reported < one.given]
        if self.late.isChecked():
            rows = [one for one in rows if one.late_since]
        self._units.set_rows(rows)
        self.filters.tell(text.count(len(rows), "đơn vị"))

    def _open_unit(self, unit: UnitRow) -> None:
        if self.plan is not None:
            self.context.hub.go("plan", self.plan.id, "results", f"unit:{unit.id}")

    def _ask_target(self) -> None:
        plan = self.plan
        if plan is not None:
            ask_folder(self.context, self.window(), lambda folder: self.send_to(plan, folder))

    def _carry(self) -> None:
        from desktop.ui.dialogs.usb_copy import open_usb_copy

        if self.plan is not None:
            open_usb_copy(self.context, self.window(), self.plan).parts.tick(Parts(forms=True))

    def _ask_files(self) -> None:
        kind = "Biểu kết quả (*.xlsx)"
        ask_files(self.context, self.window(), "Chọn các biểu đã điền", kind, self.receive)

    def _ask_source(self) -> None:
        ask_folder(self.context, self.window(), lambda folder: self.receive([folder]))


def _unit_columns(context: Context) -> tuple[Column[UnitRow], ...]:
    def sent(one: UnitRow) -> str:
        return text.ago(one.sent_at, context.work.store.clock()) if one.sent_at else ""

    def late(one: UnitRow) -> Standing | None:
        return Standing.OVERDUE if one.late_since else None

    return (
        Column("name", "Đơn vị", lambda one: one.name, width=0),
        Column(
            "sent", "Đã xuất biểu", sent, sort=lambda one: (one.sent_at is None, str(one.sent_at)), width=104
        ),
        Column(
            "form",
            "Biểu nhận về",
            lambda one: text.date(one.form_on),
            sort=lambda one: (one.form_on is None, str(one.form_on)),
            is_number=True,
            width=100,
        ),
        Column(
            "reported",
            "Báo cáo",
            lambda one: f"{one.reported}/{one.given}",
            sort=lambda one: (one.reported / one.given, one.given),
            is_number=True,
            width=70,
        ),
        Column(
            "late",
            "Quá hạn từ",
            lambda one: text.date(one.late_since),
            sort=lambda one: (one.late_since is None, str(one.late_since)),
            standing=late,
            width=124,
        ),
        Column("person", "Người liên hệ", lambda one: one.person, width=130, is_shown=False),
        Column("phone", "Điện thoại", lambda one: one.phone, width=104, tip=lambda one: one.person),
    )
