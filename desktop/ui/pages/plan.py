"""The workspace of one plan: its tabs, its name and state, and what can be done with the whole of it."""

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from PySide6.QtWidgets import QTabWidget, QWidget

from desktop.domain.plan import Plan, PlanState
from desktop.services import exchange_history, plan_views
from desktop.services.changes import Noun
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.models.plan_rows import GIVEN
from desktop.ui.pages.page import Page
from desktop.ui.pages.plan_actions import PlanActions
from desktop.ui.widgets.filter_bar import FilterBar

_OURS_ONLY = {"report", "check"}
"""Tabs on what this office writes itself: a plan that another office gave has none of it."""
STATES = {PlanState.DRAFT: "Dự thảo", PlanState.ISSUED: "Đã ban hành", PlanState.CLOSED: "Đã kết thúc"}


class Tab(Protocol):
    """What a tab of the workspace offers; it is a widget too. nouns it shows reach it through `show_plan` of the same plan."""

    def show_plan(self, key: int) -> None:
        """Show that plan as it is now."""
        ...

    def open_part(self, part: str) -> None:
        """Go to a part of it: "task:12", "unit:3", "result:5", "block:7"."""
        ...

    def leave(self) -> None:
        """Keep what is being typed."""
        ...


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    title: str
    module: str
    widget: str


TABS = (
    _Entry("draft", "Soạn thảo", "plan_draft", "DraftTab"),
    _Entry("tasks", "Nhiệm vụ", "plan_tasks", "TasksTab"),
    _Entry("follow", "Theo dõi", "plan_matrix", "MatrixTab"),
    _Entry("results", "Kết quả", "plan_results", "ResultsTab"),
    _Entry("report", "Báo cáo", "plan_report", "ReportTab"),
    _Entry("check", "Soát lỗi", "plan_check", "CheckTab"),
)


class PlanPage(Page):
    """One plan at a time; a tab is made when it is seen first."""

    name = "plan"
    title = "Kế hoạch"
    help = "ke-hoach"
    nouns = Noun.PLANS | Noun.TASKS | Noun.RESULTS | Noun.REPORTS | Noun.UNITS | Noun.OFFICE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._key: int | None = None
        self._made: dict[str, Tab] = {}
        self.tabs = QTabWidget()
        self.tabs.setObjectName("planTabs")
        self.tabs.setDocumentMode(True)
        for entry in TABS:
            holder = QWidget()
            holder.setObjectName(f"planTab_{entry.name}")
            self.tabs.addTab(holder, entry.title)
        self.body.setContentsMargins(12, 0, 12, 0)
        self.body.addWidget(self.tabs, 1)
        self.actions_of_plan = PlanActions(context, self)
        self.header.add(self.actions_of_plan.primary)
        self.actions_of_plan.fill(self.header.menu)
        self.header.show_menu()
        self.tabs.currentChanged.connect(self._on_tab)

    @property
    def key(self) -> int | None:
        """Id of the plan shown."""
        return self._key

    def open_at(self, place: Place) -> None:
        """Show a plan, at a tab and a part of it; the tab it was left at when none is told."""
        if place.key is not None and place.key != self._key:
            self.leave()
            self._key = place.key
            self.reload()
        wanted = place.tab or str(self.context.settings.value("plan/tab", "draft"))
        seen = [i for i in range(len(TABS)) if self.tabs.isTabVisible(i)]
        at = next((i for i in seen if TABS[i].name == wanted), 0)
        self.tabs.setCurrentIndex(at)
        if place.part and (tab := self._tab(at)) is not None:
            tab.open_part(place.part)

    def reload(self) -> None:
        """The plan and the tab that is seen, as they are now."""
        if self._key is None:
            return
        plan = plan_views.plan(self.context.work, self._key)
        giver = exchange_history.giver(self.context.work, plan)
        self.header.say(plan.subject, f"{GIVEN}: {giver} · Số {number_of(plan)}" if giver else _state(plan))
        self.actions_of_plan.show_plan(plan)
        self._show_tabs(plan)
        if (tab := self._tab(self.tabs.currentIndex())) is not None:
            self._take_filters(tab)
            tab.show_plan(self._key)

    def _show_tabs(self, plan: Plan) -> None:
        """Those that a plan of its kind has; the text of another office is read, not written."""
        self.tabs.blockSignals(True)
        for at, entry in enumerate(TABS):
            self.tabs.setTabVisible(at, not (plan.is_received and entry.name in _OURS_ONLY))
        self.tabs.setTabText(0, "Văn bản" if plan.is_received else TABS[0].title)
        if not self.tabs.isTabVisible(self.tabs.currentIndex()):
            self.tabs.setCurrentIndex(0)
        self.tabs.blockSignals(False)

    def drop(self, paths: "list[str]") -> bool:
        """Files for the tab that is seen, where it takes any."""
        take = getattr(self._tab(self.tabs.currentIndex()), "drop", None)
        return bool(take(paths)) if take is not None else False

    def leave(self) -> None:
        """Keep what is being typed in any tab."""
        for tab in self._made.values():
            tab.leave()

    def _on_tab(self, at: int) -> None:
        self.leave()
        self.context.settings.setValue("plan/tab", TABS[at].name)
        tab = self._tab(at)
        if tab is not None and self._key is not None:
            self._take_filters(tab)
            tab.show_plan(self._key)

    def _take_filters(self, tab: Tab) -> None:
        """Ctrl+F goes to the filters of the tab that is seen."""
        bar = getattr(tab, "bar", None)
        self.filters = bar if isinstance(bar, FilterBar) else None

    def _tab(self, at: int) -> Tab | None:
        if self._key is None or at < 0:
            return None
        entry = TABS[at]
        if entry.name not in self._made:
            made = getattr(import_module(f"desktop.ui.pages.{entry.module}"), entry.widget)(self.context)
            self._made[entry.name] = made
            words = self.tabs.tabText(at)
            self.tabs.blockSignals(True)
            self.tabs.removeTab(at)
            self.tabs.insertTab(at, made, words)
            self.tabs.setCurrentIndex(at)
            self.tabs.blockSignals(False)
        return self._made[entry.name]


def _state(plan: Plan) -> str:
    if plan.state is PlanState.DRAFT:
        return STATES[plan.state]
    return f"{STATES[plan.state]} · Số {number_of(plan)} · {text.date(plan.date)}"


def number_of(plan: Plan) -> str:
    """ "15/KH-UBND"; the symbol alone while it has no number."""
    return f"{plan.number:02d}/{plan.symbol}" if plan.number else plan.symbol
