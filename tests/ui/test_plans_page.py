"""The list of plans."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop.domain.assignment import Standing
from desktop.domain.plan import Plan, PlanState
from desktop.domain.roll_up import Completeness
from desktop.services import saved_views, trash
from desktop.services.plan_views import PlanRow
from desktop.storage import plans
from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.models.plan_rows import standing_of
from desktop.ui.pages.plans import PlansPage


def drafts(context: Context, *subjects: str, year: int = 2026) -> list[Plan]:
    """Drafts of those subjects."""
    return [plans.add(context.work.store, Plan(0, "", subject, year=year), "{}") for subject in subjects]


@pytest.fixture
def page(context: Context, qtbot: object) -> PlansPage:
    """The page over three drafts of two years."""
    drafts(context, "Hiến máu tình nguyện", "Phòng chống đuối nước")
    drafts(context, "Tết Trung thu", year=2025)
    made = PlansPage(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def subjects(page: PlansPage) -> list[str]:
    """What the list shows."""
    return [row[0] for row in page.table.shown()[1]]


def entry(menu: QMenu, words: str) -> object:
    """The command of that name."""
    return next(action for action in menu.actions() if action.text() == words)


def test_an_empty_workspace_says_what_to_do_first(context: Context, qtbot: object) -> None:
    page = PlansPage(context)
    qtbot.addWidget(page)
    gone: list[Place] = []
    context.hub.open_place.connect(gone.append)
    page.show()
    button = page.findChild(object, "emptyAct")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert gone == [Place("directive")]
    assert not page.filters.isVisible()


def test_words_without_dau_and_a_year_filter_the_list(page: PlansPage, qtbot: object) -> None:
    page.filters.words.setText("duoi nuoc")
    qtbot.waitUntil(lambda: subjects(page) == ["Phòng chống đuối nước"])
    page.filters.words.clear()
    page._year.setCurrentText("2025")
    assert subjects(page) == ["Tết Trung thu"]


def test_states_filter_together_and_nothing_left_offers_to_clear(page: PlansPage) -> None:
    page._states[PlanState.DRAFT].click()
    assert len(subjects(page)) == 3
    page._states[PlanState.DRAFT].click()
    page._states[PlanState.CLOSED].click()
    assert subjects(page) == []
    page.findChild(object, "clearFilter").click()
    assert len(subjects(page)) == 3


def test_a_filter_is_kept_under_a_name_and_chosen_again(
    page: PlansPage, context: Context, qtbot: object
) -> None:
    page._year.setCurrentText("2025")
    page._keep_view()
    dialog = page.window().findChild(object, "askWords")
    dialog.words.setText("Năm ngoái")
    dialog.accept_button.click()
    page._year.setCurrentIndex(0)
    (view,) = saved_views.of_page(context.work, "plans")
    assert view.name == "Năm ngoái"
    menu = page.findChild(object, "savedViews").menu()
    menu.aboutToShow.emit()
    entry(menu, "Năm ngoái  (1)").trigger()
    assert subjects(page) == ["Tết Trung thu"]


def test_removed_drafts_go_to_the_trash_and_one_undo_brings_them_back(
    page: PlansPage, context: Context
) -> None:
    page.table.selectAll()
    entry(page.table.context_menu(), "Xóa dự thảo").trigger()
    assert subjects(page) == []
    assert len(trash.listed(context.work)) == 3
    context.doer.undo()
    assert len(subjects(page)) == 3


def test_a_running_plan_is_closed_from_the_list(demo: Context, qtbot: object) -> None:
    page = PlansPage(demo)
    qtbot.addWidget(page)
    page.show()
    page._states[PlanState.ISSUED].click()
    page.table.selectRow(0)
    key = page.table.picked_rows()[0].plan.id
    entry(page.table.context_menu(), "Kết thúc").trigger()
    assert plans.get(demo.work.store, key).state is PlanState.CLOSED


def test_red_stands_only_where_work_is_overdue_not_where_it_was_finished_late() -> None:
    late = Completeness(assigned=3, reported=2, done=2, on_time=1, late=1, missing=1)
    row = PlanRow(Plan(1, "u", "Trích yếu"), 1, late, None)
    assert standing_of(row) is Standing.IN_PROGRESS
    assert standing_of(replace(row, completeness=replace(late, late=2))) is Standing.OVERDUE


def test_the_panel_tells_how_far_the_chosen_plan_is(demo: Context, qtbot: object) -> None:
    page = PlansPage(demo)
    qtbot.addWidget(page)
    page.show()
    page.filters.words.setText("15/KH")
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)
    page.table.selectRow(0)
    words = page.details._figures.text()
    assert "giao 44 lượt" in words
    assert "Quá hạn" in words
    gone: list[Place] = []
    demo.hub.open_place.connect(gone.append)
    page.details.findChild(object, "planDetails_follow").click()
    assert (gone[0].page, gone[0].tab) == ("plan", "follow")


def test_enter_opens_a_plan_and_a_blank_one_is_made_and_opened(
    page: PlansPage, context: Context, qtbot: object
) -> None:
    gone: list[Place] = []
    context.hub.open_place.connect(gone.append)
    page.table.selectRow(0)
    page.table.setCurrentIndex(page.table.model().index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    page._blank()
    assert [place.page for place in gone] == ["plan", "plan"]
    assert gone[1].tab == "draft"


def test_two_thousand_plans_are_listed_and_filtered(context: Context, qtbot: object) -> None:
    drafts(context, *(f"Kế hoạch số {number}" for number in range(2_000)))
    page = PlansPage(context)
    qtbot.addWidget(page)
    page.show()
    page.filters.words.setText("1999")
    qtbot.waitUntil(lambda: subjects(page) == ["Kế hoạch số 1999"])
