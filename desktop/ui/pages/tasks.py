"""The page *Nhiệm vụ*: all work that was given out, over all plans, as a list, a month, or by unit; narrowed, changed, urged."""

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedLayout, QStackedWidget, QWidget

from desktop.errors import NotFound
from desktop.services import saved_views, task_lists
from desktop.services.changes import Noun
from desktop.services.task_lists import AssignmentRow, Order, Show
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.ask_words import AskWords
from desktop.ui.hub import Place
from desktop.ui.models.paged import PagedModel
from desktop.ui.models.task_rows import EVERY, ORDERS, TaskFilter, columns
from desktop.ui.pages.page import Page
from desktop.ui.pages.task_acts import TaskActs
from desktop.ui.pages.task_side import TaskSide
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.parts import button
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.task_filters import TaskFilters
from desktop.ui.widgets.view_menu import ViewMenu
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
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._load())
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
        """The list, at its first row."""
        if not self.table.currentIndex().isValid() and self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(0, 0))
        self.table.setFocus()

    def picked_ids(self) -> Sequence[int]:
        """Ids of the assignments that are chosen in the view that is seen."""
        return self.table.picked_ids() if self.segments.key == LIST else []

    def show_filter(self, wanted: TaskFilter) -> None:
        """Narrow the page to this."""
        self.task_filters.show_filter(wanted, self._party_name)

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
        views = ViewMenu(
            self,
            self.context.theme,
            lambda: saved_views.of_page(self.context.work, self.name),
            lambda told: task_lists.count(self.context.work, TaskFilter.of(told).wanted(self._today)),
        )
        views.chosen.connect(lambda told: self.show_filter(TaskFilter.of(told)))
        views.keep_wanted.connect(self._keep_view)
        views.removed.connect(self._remove_view)
        bar.add(views.button)
        self.body.addWidget(self.task_filters.chips)

    def _add_head(self) -> None:
        urging = button("Đôn đốc…", "tasksUrge", self._urge, role="primary")
        urging.setToolTip(
            "Công văn đôn đốc: các việc quá hạn đã chọn; chưa chọn thì mọi việc quá hạn đang xem"
        )
        self.header.add(urging)

    def _add_views(self) -> None:
        drawing = self.context.theme.drawing
        self._views = QStackedWidget()
        self._views.addWidget(self.table)
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

        def gather() -> tuple[dict[Show, int], Any, bool]:
            counts = task_lists.counts(work, wanted)
            found = task_lists.ids(work, wanted, order, down=down)
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
        self._show_list(found)
        self.task_filters.bar.tell(text.count(len(found), "việc"))
        self._stack.setCurrentIndex(0 if found else 2 if has_any else 1)
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
        self._on_picked()

    def _fetch(self, keys: Sequence[int]) -> Sequence[AssignmentRow]:
        return task_lists.rows(self.context.work, keys)

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

    def _party_name(self, wanted: TaskFilter) -> str:
        try:
            if wanted.unit is not None:
                return task_lists.unit_name(self.context.work, wanted.unit)
        except NotFound:
            return ""
        return task_lists.group_name(self.context.work, wanted.group or 0)

    def _keep_view(self) -> None:
        told = self.task_filters.now.told()

        def keep(name: str) -> None:
            self.context.doer.do(
                f"Lưu bộ lọc “{name}”", lambda: saved_views.keep(self.context.work, self.name, name, told)
            )

        AskWords(self.window(), "Lưu bộ lọc", "Tên bộ lọc", keep).open()

    def _remove_view(self, key: int) -> None:
        self.context.doer.do("Bỏ bộ lọc", lambda: saved_views.remove(self.context.work, key))
