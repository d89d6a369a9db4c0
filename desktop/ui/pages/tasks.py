"""The page *Nhiệm vụ*: all work that was given out, over all plans, as a list, a month, or by unit; narrowed, changed, urged."""

import datetime as dt
from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedLayout, QStackedWidget, QWidget

from desktop.services import task_lists
from desktop.services.changes import Noun
from desktop.services.task_lists import AssignmentRow, Order, Show, UnitCounts
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.models.paged import PagedModel
from desktop.ui.models.task_rows import EVERY, ORDERS, TaskFilter, columns
from desktop.ui.models.unit_work import UnitWorkModel
from desktop.ui.pages.page import Page
from desktop.ui.pages.task_acts import TaskActs
from desktop.ui.pages.task_papers import Made, TaskPapers, of_list, of_units
from desktop.ui.pages.task_side import TaskSide
from desktop.ui.pages.task_views import TaskViews
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.month_view import MonthView
from desktop.ui.widgets.parts import action, button
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.task_filters import TaskFilters
from desktop.ui.widgets.unit_work import UnitWorkView
from desktop.ui.widgets.work_table import WorkTable

LIST, MONTH, UNITS = "list", "month", "units"


class TasksPage(Page):
    """All assignments."""

    name = "tasks"
    title = "Nhiệm vụ"
    help = "nhiem-vu"
    nouns = Noun.TASKS | Noun.RESULTS | Noun.UNITS | Noun.PLANS

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted_id: int | None = None
        self._today = context.work.today()
        self._acts = TaskActs(context, self, self.picked_ids)
        self._add_filters()
        self._add_head()
        self._model: PagedModel[AssignmentRow] = PagedModel(columns(self._today), self._fetch, self)
        self.table = WorkTable(self._model, "tasksTable", context)
        self.table.picked.connect(self._on_picked)
        self.table.menu_wanted.connect(self._acts.fill)
        self.table.opened.connect(self._open_row)
        self.table.print_wanted.connect(self._papers.print)
        self.table.export_wanted.connect(self._papers.save)
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._load())
        self.month = MonthView(context.theme, self._today)
        self.month.month_wanted.connect(self._show_month)
        self.month.day_wanted.connect(self._show_day)
        self._unit_model = UnitWorkModel(self._fetch_unit, self)
        self.units = UnitWorkView(self._unit_model, context.theme)
        self.units.picked.connect(self._on_picked)
        self.units.opened.connect(self._open_row)
        self.units.menu_wanted.connect(self._acts.fill)
        self.side = TaskSide(context, self._acts)
        self._add_views()

    def reload(self) -> None:
        """Everything as it is now, filtered as before."""
        self._today = self.context.work.today()
        self.task_filters.show_plans(task_lists.running_plans(self.context.work))
        self._load()

    def open_at(self, place: Place) -> None:
        """tab: "list", "month", "units" or a kind of work ("overdue"); key: an assignment; part: "unit:3"."""
        if place.tab in {LIST, MONTH, UNITS}:
            self.segments.choose(place.tab)
        kind, _, key = place.part.partition(":")
        unit = int(key) if kind == "unit" and key.isdigit() else None
        shows = frozenset(show for show in Show if show.value == place.tab)
        if shows or unit or place.key is not None:
            self._wanted_id = place.key
            plan = EVERY if place.key is not None else TaskFilter().plan
            self.show_filter(TaskFilter(show=shows, unit=unit, plan=plan))
        elif place.tab:
            self._load()

    def focus_first(self) -> None:
        """What is seen; the list at its first row."""
        if self.segments.key != LIST:
            (self.month.grid if self.segments.key == MONTH else self.units).setFocus()
            return
        if not self.table.currentIndex().isValid() and self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(0, 0))
        self.table.setFocus()

    def picked_ids(self) -> Sequence[int]:
        """Ids of the assignments that are chosen in the view that is seen."""
        way = self.segments.key
        return [] if way == MONTH else (self.units if way == UNITS else self.table).picked_ids()

    def show_filter(self, wanted: TaskFilter) -> None:
        """Narrow the page to this."""
        self.task_filters.show_filter(wanted, self._kept.party_name)

    def _add_filters(self) -> None:
        icon = self.context.theme.icon
        self.segments = Segments(
            "tasksWays",
            (
                (LIST, " Danh sách", icon("list")),
                (MONTH, " Lịch", icon("calendar")),
                (UNITS, " Theo đơn vị", icon("by-unit")),
            ),
        )
        self.segments.chosen.connect(lambda _: self._load())
        bar = self.add_filters("Tìm việc, đơn vị", "tasksFilter")
        self.task_filters = TaskFilters(self.context, bar, self.segments)
        self.task_filters.changed.connect(self._load)
        self._kept = TaskViews(self.context, self, self.task_filters)
        self._kept.chosen.connect(self.show_filter)
        bar.add(self._kept.button)
        self.body.addWidget(self.task_filters.chips)

    def _add_head(self) -> None:
        urging = button("Đôn đốc…", "tasksUrge", self._urge, role="primary")
        urging.setToolTip(
            "Công văn đôn đốc: các việc quá hạn đã chọn; chưa chọn thì mọi việc quá hạn đang xem"
        )
        self.header.add(urging)
        self._papers = TaskPapers(self.context, self, self._made)
        for words, name, act in (
            ("In bảng đang xem…", "tasksPrint", self._papers.print),
            ("Lưu bảng ra Excel…", "tasksSave", self._papers.save),
            ("Lưu lịch hạn cho điện thoại, Outlook…", "tasksCalendar", self._save_calendar),
        ):
            self.header.menu.addAction(action(self, words, name, act))
        self.header.show_menu()

    def _add_views(self) -> None:
        drawing = self.context.theme.drawing
        self._views = QStackedWidget()
        for view in (self.table, self.month, self.units):
            self._views.addWidget(view)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setObjectName("tasksSplit")
        self._split.addWidget(self._views)
        self._split.addWidget(self.side)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([900, 320])
        empty = EmptyState(
            "Chưa giao việc nào. Việc hiện ở đây khi một kế hoạch được ban hành.",
            drawing("tasks"),
            "Xem các kế hoạch",
            lambda: self.context.hub.go("plans"),
        )
        nothing = EmptyState(
            "Không có việc nào hợp với bộ lọc.",
            drawing("nothing-found"),
            "Bỏ lọc",
            lambda: self.show_filter(TaskFilter()),
        )
        nothing.button.setObjectName("clearFilter")
        self._stack = QStackedLayout()
        for part in (self._split, empty, nothing):
            self._stack.addWidget(part)
        holder = QWidget()
        holder.setLayout(self._stack)
        self.body.addWidget(holder, 1)

    def _load(self) -> None:
        work, way = self.context.work, self.segments.key
        wanted = self.task_filters.now.wanted(self._today)
        order, down = self._order()

        first = self.month.first

        def gather() -> tuple[dict[Show, int], Any, bool]:
            counts = task_lists.counts(work, wanted)
            if way == MONTH:
                return counts, task_lists.month(work, wanted, first), task_lists.has_any(work)
            found: Any = (
                task_lists.by_unit(work, wanted)
                if way == UNITS
                else task_lists.ids(work, wanted, order, down=down)
            )
            return counts, found, bool(found) or task_lists.has_any(work)

        self.context.jobs.draw("tasks", gather, lambda told: self._show(way, *told))

    def _order(self) -> tuple[Order, bool]:
        header = self.table.horizontalHeader()
        at = header.sortIndicatorSection()
        if not 0 <= at < len(self._model.columns):
            return Order.FIRST, False
        down = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        return ORDERS[self._model.columns[at].key], down

    def _show(self, way: str, counts: dict[Show, int], found: Any, has_any: bool) -> None:  # noqa: FBT001
        self.task_filters.show_counts(counts)
        told = ""
        if way == MONTH:
            self.month.show_month(found)
        elif way == UNITS:
            self._show_units(found)
            told = text.count(len(found), "đơn vị")
        else:
            self._show_list(found)
            told = text.count(len(found), "việc")
        self._views.setCurrentIndex((LIST, MONTH, UNITS).index(way))
        self._on_picked()
        self.task_filters.bar.tell(told)
        self._stack.setCurrentIndex(1 if not has_any else 0 if way == MONTH or found else 2)
        for one in (self.task_filters.bar, self.task_filters.chips):
            one.setVisible(has_any)

    def _show_list(self, found: "array[int]") -> None:
        picked = self.table.picked_ids()
        current = self.table.currentIndex().row()
        kept = self._model.ids[current] if 0 <= current < len(self._model.ids) else None
        if self._wanted_id is not None:
            picked, kept, self._wanted_id = [self._wanted_id], self._wanted_id, None
        if found == self._model.ids:
            self._model.forget()
        else:
            self._model.set_ids(found)
        self.table.pick(picked, kept)

    def _show_units(self, found: "list[UnitCounts]") -> None:
        opened, picked = self.units.open_units(), self.units.picked_ids()
        self._unit_model.set_units(found)
        self.units.open_again(opened)
        self.units.pick(picked)

    def _show_month(self, first: dt.date) -> None:
        self.month.first = first
        self._load()

    def _show_day(self, day: dt.date) -> None:
        self.segments.choose(LIST)
        self.show_filter(replace(self.task_filters.now, period=day.isoformat()))

    def _fetch(self, keys: Sequence[int]) -> Sequence[AssignmentRow]:
        return task_lists.rows(self.context.work, keys)

    def _fetch_unit(self, unit: int) -> Sequence[AssignmentRow]:
        wanted = replace(self.task_filters.now.wanted(self._today), unit=unit)
        return self._fetch(task_lists.ids(self.context.work, wanted))

    def _made(self) -> Made:
        """What is printed and saved: the units, or the list, in the calendar that of its month."""
        way, context = self.segments.key, self.context
        if way == UNITS:
            return of_units(self._unit_model)
        keys = self._model.ids
        if way == MONTH:
            wanted = task_lists.of_month(self.task_filters.now.wanted(self._today), self.month.first)
            keys = task_lists.ids(context.work, wanted, Order.DUE)
        return of_list(context, self.table, keys)

    def _on_picked(self) -> None:
        self.side.show_ids(self.picked_ids())

    def _open_row(self, one: AssignmentRow) -> None:
        self.context.hub.go("plan", one.plan, "follow", f"task:{one.task}")

    def _urge(self) -> None:
        keys = self.picked_ids()
        if not keys:
            wanted = self.task_filters.now.wanted(self._today)
            keys = task_lists.overdue_ids(self.context.work, wanted)
        self._acts.urge_these(keys)

    def _save_calendar(self) -> None:
        self._papers.save_calendar(self.task_filters.now.wanted(self._today))
