"""Báo cáo: all reports, those of periods, registers of the office; the chosen one is written on at the right."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSplitter, QStackedLayout, QWidget

from desktop.domain.report import ReportState
from desktop.domain.vietnamese import fold
from desktop.services import report_drafts, report_views
from desktop.services.changes import Noun
from desktop.services.report_views import Listed
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs import report_paper
from desktop.ui.dialogs.office_paper import OfficePaperDialog
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.hub import Place
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.pages.page import Page
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.parts import button
from desktop.ui.widgets.report_editor import ReportEditor
from desktop.ui.widgets.table import Table

COLUMNS = (
    Column[Listed](
        "about",
        "Về",
        lambda one: one.about or text.period(one.report.period),
        width=0,
        tip=lambda one: one.about,
    ),
    Column[Listed](
        "state",
        "Số, trạng thái",
        lambda one: f"{one.report.number:02d}/{one.report.symbol}" if one.report.number else "Dự thảo",
        width=116,
    ),
    Column[Listed](
        "cut_off",
        "Chốt số liệu",
        lambda one: text.date(one.report.cut_off),
        sort=lambda one: one.report.cut_off,
        is_number=True,
        width=100,
        is_shown=False,
    ),
)


class ReportsPage(Page):
    """The list at the left, the report at the right."""

    name = "reports"
    title = "Báo cáo"
    help = "bao-cao"
    nouns = Noun.REPORTS | Noun.RESULTS | Noun.PLANS

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._all: list[Listed] = []
        self.header.add(button("Sổ sách…", "officePapers", self._open_papers))
        making = button("Báo cáo định kỳ", "newPeriodReport", role="primary")
        making.setMenu(self._period_menu())
        self.header.add(making)
        bar = self.add_filters("Lọc báo cáo", "reportsFilter")
        bar.words_changed.connect(lambda _: self._filter())
        self._model: RowsModel[Listed] = RowsModel(COLUMNS, self)
        self.table = Table(self._model, "reportsTable", context)
        self.table.picked.connect(self._on_picked)
        self.table.menu_wanted.connect(self._fill_menu)
        offer(self.table, "Danh sách báo cáo", context)
        self.editor = ReportEditor(context, "reportsEditor")
        report_paper.connect(self.editor, context, self)
        self._lay_out()

    def reload(self) -> None:
        """All reports as they are now."""
        self._all = report_views.listed(self.context.work)
        self._filter()

    def open_at(self, place: Place) -> None:
        """Show one report."""
        if place.key is not None:
            self._select(place.key)

    def focus_first(self) -> None:
        """The list, at the first report."""
        if not self.table.currentIndex().isValid() and self._model.rows:
            self.table.setCurrentIndex(self._model.index(0, 0))
        self.table.setFocus()

    def leave(self) -> None:
        """Keep what is being typed."""
        self.editor.keep()

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("reportsSplit")
        split.addWidget(self.table)
        split.addWidget(self.editor)
        split.setSizes([340, 800])
        empty = EmptyState(
            "Chưa có báo cáo nào. Báo cáo của một kế hoạch lập ở thẻ Báo cáo của kế hoạch ấy; báo cáo tháng, quý, năm lập ở đây.",
            self.context.theme.drawing("reports"),
            "Xem các kế hoạch",
            lambda: self.context.hub.go("plans"),
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(split)
        self._stack.addWidget(empty)
        holder = QWidget()
        holder.setLayout(self._stack)
        self.body.addWidget(holder, 1)

    def _period_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill_periods(menu))
        return menu

    def _fill_periods(self, menu: QMenu) -> None:
        menu.clear()
        for period in report_views.periods(self.context.work):
            menu.addAction(text.period(period)).triggered.connect(
                lambda _=False, p=period: self._open_period(p)
            )

    def _open_period(self, period: str) -> None:
        self.context.doer.do(
            f"Lập báo cáo {text.period(period)[0].lower()}{text.period(period)[1:]}",
            lambda: report_drafts.open_for_period(self.context.work, period),
            lambda made: self._select(made.id),
        )

    def _open_papers(self) -> None:
        OfficePaperDialog(self.context, self.window()).open()

    def _filter(self) -> None:
        assert self.filters is not None
        kept = self.editor.key
        words = fold(self.filters.words.text()).split()
        rows = [one for one in self._all if all(w in fold(f"{one.report.title} {one.about}") for w in words)]
        self._model.set_rows(rows)
        self.filters.tell(text.count(len(rows), "báo cáo"))
        self._stack.setCurrentIndex(0 if self._all else 1)
        self.filters.setVisible(bool(self._all))
        if kept is not None and rows:
            is_there = any(one.report.id == kept for one in rows)
            self._select(kept if is_there else rows[0].report.id)

    def _select(self, key: int) -> None:
        for at, one in enumerate(self._model.rows):
            if one.report.id == key:
                is_shown = self.editor.key == key
                self.table.setCurrentIndex(self._model.index(at, 0))
                if is_shown:
                    self.editor.show_report(key)

    def _on_picked(self) -> None:
        rows = self.table.picked_rows()
        if len(rows) == 1 and rows[0].report.id != self.editor.key:
            self.editor.keep()
            self.editor.show_report(rows[0].report.id)

    def _fill_menu(self, menu: QMenu) -> None:
        drafts = [one for one in self.table.picked_rows() if one.report.state is ReportState.DRAFT]
        if drafts:
            menu.addAction("Xóa dự thảo").triggered.connect(
                lambda: self._discard([d.report.id for d in drafts])
            )

    def _discard(self, keys: list[int]) -> None:
        self.context.doer.do(
            f"Xóa {text.count(len(keys), 'dự thảo báo cáo')}",
            lambda: list(map(partial(report_drafts.remove, self.context.work), keys)),
        )
