"""All plans: filters, saved views, a panel with the chosen one, and the four ways to make a new one."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QMenu, QSplitter, QStackedLayout, QWidget

from desktop.domain.plan import PlanState
from desktop.services import plan_views, planning, saved_views, trash
from desktop.services.changes import Noun
from desktop.services.plan_views import PlanRow
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.ask_words import AskWords
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.hub import Place
from desktop.ui.models.plan_rows import COLUMNS, STATES, PlanFilter
from desktop.ui.models.rows import RowsModel
from desktop.ui.pages.page import Page
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.parts import action, button, chip
from desktop.ui.widgets.plan_details import PlanDetails
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.view_menu import ViewMenu

ANY_YEAR = "Mọi năm"


class PlansPage(Page):
    """The list of plans."""

    name = "plans"
    title = "Kế hoạch"
    help = "ke-hoach"
    nouns = Noun.PLANS | Noun.TASKS | Noun.RESULTS | Noun.UNITS

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._all: list[PlanRow] = []
        self._model: RowsModel[PlanRow] = RowsModel(COLUMNS, self)
        self._add_making()
        self._add_filters()
        self.table = Table(self._model, "plansTable", context)
        self.table.opened.connect(lambda row: self._open(row.plan.id))
        self.table.picked.connect(self._on_picked)
        self.table.menu_wanted.connect(self._fill_menu)
        offer(self.table, "Danh sách kế hoạch", context)
        self.details = PlanDetails(context.theme, self._open)
        self.details.show_row(None)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setObjectName("plansSplit")
        self.split.addWidget(self.table)
        self.split.addWidget(self.details)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([900, context.theme.sizes.panel])
        self._add_stack()

    def reload(self) -> None:
        """All plans as they are now, filtered as before."""
        self._all = plan_views.listed(self.context.work)
        years = sorted({row.plan.year for row in self._all if row.plan.year}, reverse=True)
        chosen = self._year.currentText()
        self._year.blockSignals(True)
        self._year.clear()
        self._year.addItems([ANY_YEAR, *map(str, years)])
        self._year.setCurrentIndex(max(0, self._year.findText(chosen)))
        self._year.blockSignals(False)
        self._filter()

    def open_at(self, place: Place) -> None:
        """Show one plan in the list."""
        if place.key is not None:
            self._show_filter(PlanFilter())
            self._select(place.key)

    def focus_first(self) -> None:
        """The table, at its first row."""
        if not self.table.currentIndex().isValid() and self._model.rows:
            self.table.setCurrentIndex(self._model.index(0, 0))
        self.table.setFocus()

    def _add_making(self) -> None:
        menu = QMenu(self)
        for words, name, act, keys in (
            ("Từ văn bản chỉ đạo…", "newFromDirective", self._from_directive, "Ctrl+N"),
            ("Từ kế hoạch năm trước…", "newFromPlan", self._from_last_year, ""),
            ("Từ mẫu…", "newFromTemplate", self._from_template, ""),
            ("Kế hoạch trống", "newBlank", self._blank, ""),
        ):
            made = action(self, words, name, act, keys)
            self.addAction(made)
            menu.addAction(made)
        making = button("Lập kế hoạch", "newPlan", role="primary", icon=None)
        making.setMenu(menu)
        self.header.add(making)
        self.header.menu.addAction("Thùng rác…").triggered.connect(self._trash)
        self.header.show_menu()

    def _add_filters(self) -> None:
        bar = self.add_filters("Lọc theo trích yếu, số", "plansFilter")
        bar.words_changed.connect(lambda _: self._filter())
        self._year = QComboBox()
        self._year.setObjectName("plansYear")
        self._year.setAccessibleName("Năm")
        self._year.currentIndexChanged.connect(lambda _: self._filter())
        bar.add(self._year)
        self._states = {
            state: chip(words, f"plansState_{state}", lambda _: self._filter())
            for state, words in STATES.items()
        }
        self._late = chip("Có việc quá hạn", "plansLate", lambda _: self._filter())
        for one in (*self._states.values(), self._late):
            bar.add(one)
        views = ViewMenu(
            self,
            self.context.theme,
            lambda: saved_views.of_page(self.context.work, self.name),
            lambda told: sum(map(PlanFilter.of(told).fits, self._all)),
        )
        views.chosen.connect(lambda told: self._show_filter(PlanFilter.of(told)))
        views.keep_wanted.connect(self._keep_view)
        views.removed.connect(self._remove_view)
        bar.add(views.button)

    def _add_stack(self) -> None:
        empty = EmptyState(
            "Chưa có kế hoạch nào. Bắt đầu từ văn bản chỉ đạo của cấp trên: chương trình đọc, dự thảo sẵn, "
            "anh chị sửa rồi in.",
            self.context.theme.drawing("plans"),
            "Mở văn bản chỉ đạo…",
            self._from_directive,
        )
        nothing = EmptyState(
            "Không có kế hoạch nào hợp với bộ lọc.",
            self.context.theme.drawing("nothing-found"),
            "Bỏ lọc",
            lambda: self._show_filter(PlanFilter()),
        )
        nothing.button.setObjectName("clearFilter")
        self._stack = QStackedLayout()
        for part in (self.split, empty, nothing):
            self._stack.addWidget(part)
        holder = QWidget()
        holder.setLayout(self._stack)
        self.body.addWidget(holder, 1)

    def filter_now(self) -> PlanFilter:
        """The filter as it is set."""
        assert self.filters is not None
        year = self._year.currentText()
        states = frozenset(state for state, one in self._states.items() if one.isChecked())
        return PlanFilter(
            self.filters.words.text().strip(),
            int(year) if year.isdigit() else 0,
            states,
            self._late.isChecked(),
        )

    def _show_filter(self, wanted: PlanFilter) -> None:
        assert self.filters is not None
        self.filters.words.setText(wanted.words)
        self._year.setCurrentIndex(max(0, self._year.findText(str(wanted.year))))
        for state, one in self._states.items():
            one.setChecked(state in wanted.states)
        self._late.setChecked(wanted.late)
        self._filter()

    def _filter(self) -> None:
        kept = {row.plan.id for row in self.table.picked_rows()} if hasattr(self, "table") else set()
        fits = self.filter_now().fits
        rows = [row for row in self._all if fits(row)]
        self._model.set_rows(rows)
        assert self.filters is not None
        self.filters.tell(text.count(len(rows), "kế hoạch"))
        self._stack.setCurrentIndex(0 if rows else 2 if self._all else 1)
        self.filters.setVisible(bool(self._all))
        for key in kept:
            self._select(key)
        self._on_picked()

    def _select(self, key: int) -> None:
        for at, row in enumerate(self._model.rows):
            if row.plan.id == key:
                self.table.setCurrentIndex(self._model.index(at, 0))

    def _on_picked(self) -> None:
        rows = self.table.picked_rows()
        self.details.show_row(rows[0] if len(rows) == 1 else None)

    def _fill_menu(self, menu: QMenu) -> None:
        rows = self.table.picked_rows()
        if len(rows) == 1:
            menu.addAction("Mở").triggered.connect(lambda: self._open(rows[0].plan.id))
        drafts = [row for row in rows if row.plan.state is PlanState.DRAFT]
        running = [row for row in rows if row.plan.state is PlanState.ISSUED]
        if running:
            menu.addAction("Kết thúc").triggered.connect(lambda: self._close(running))
        if drafts:
            menu.addAction("Xóa dự thảo").triggered.connect(lambda: self._discard(drafts))

    def _close(self, rows: list[PlanRow]) -> None:
        self._for_each("Kết thúc", rows, lambda key: planning.close(self.context.work, key))

    def _discard(self, rows: list[PlanRow]) -> None:
        self._for_each("Xóa", rows, lambda key: trash.discard_plan(self.context.work, key))

    def _for_each(self, what: str, rows: list[PlanRow], act: Any) -> None:
        keys = [row.plan.id for row in rows]
        self.context.doer.do(
            f"{what} {text.count(len(keys), 'kế hoạch')}", lambda: [act(key) for key in keys]
        )

    def _open(self, key: int, tab: str = "") -> None:
        self.context.hub.go("plan", key, tab)

    def _from_directive(self) -> None:
        self.context.hub.go("directive")

    def _from_last_year(self) -> None:
        from desktop.ui.dialogs.next_year import open_next_year

        rows = self.table.picked_rows()
        open_next_year(self.context, self.window(), rows[0].plan.id if len(rows) == 1 else None)

    def _from_template(self) -> None:
        from desktop.ui.dialogs.from_template import open_from_template

        open_from_template(self.context, self.window())

    def _blank(self) -> None:
        self.context.doer.do(
            "Lập kế hoạch trống",
            lambda: planning.new_blank(self.context.work),
            lambda made: self._open(made.id, "draft"),
        )

    def _trash(self) -> None:
        from desktop.ui.dialogs.trash import open_trash

        open_trash(self.context, self.window())

    def _keep_view(self) -> None:
        told = self.filter_now().told()

        def keep(name: str) -> None:
            self.context.doer.do(
                f"Lưu bộ lọc “{name}”", lambda: saved_views.keep(self.context.work, self.name, name, told)
            )

        AskWords(self.window(), "Lưu bộ lọc", "Tên bộ lọc", keep).open()

    def _remove_view(self, key: int) -> None:
        self.context.doer.do("Bỏ bộ lọc", lambda: saved_views.remove(self.context.work, key))
