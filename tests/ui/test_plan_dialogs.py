"""The dialogs that make plans of other plans, and the trash."""

from PySide6.QtWidgets import QWidget

from desktop.domain.plan import Plan
from desktop.services import trash
from desktop.storage import plans
from desktop.ui.context import Context
from desktop.ui.dialogs.from_template import FromTemplateDialog
from desktop.ui.dialogs.next_year import NextYearDialog
from desktop.ui.dialogs.trash import TrashDialog
from desktop.ui.hub import Place


def places(context: Context) -> list[Place]:
    """Where the window was asked to go."""
    told: list[Place] = []
    context.hub.open_place.connect(told.append)
    return told


def issued(context: Context) -> int:
    """Id of the demo's plan of this year."""
    return next(p.id for p in plans.heads(context.work.store) if p.year == 2026 and p.number)


def test_next_years_plan_is_shown_before_it_is_made(demo: Context, qtbot: object) -> None:
    parent, gone = QWidget(), places(demo)
    qtbot.addWidget(parent)
    before = len(plans.heads(demo.work.store))
    dialog = NextYearDialog(demo, parent, issued(demo))
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    assert dialog.year.value() == 2027
    assert "2027" in dialog.subject.text()
    assert "Đã đổi (" in dialog.tabs.tabText(1)
    assert len(plans.heads(demo.work.store)) == before
    dialog.accept_button.click()
    made = plans.heads(demo.work.store)[-1]
    assert (made.year, len(plans.heads(demo.work.store))) == (2027, before + 1)
    assert gone == [Place("plan", made.id, "check")]


def test_another_year_makes_another_preview(demo: Context, qtbot: object) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NextYearDialog(demo, parent, issued(demo))
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    dialog.year.setValue(2028)
    qtbot.waitUntil(
        lambda: dialog.accept_button.isEnabled() and "2028" in dialog.subject.text(), timeout=20_000
    )


def test_without_a_plan_it_says_so(context: Context, qtbot: object) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NextYearDialog(context, parent, None)
    assert not dialog.accept_button.isEnabled()
    assert "Chưa có kế hoạch nào" in dialog.plan_field.error


def test_a_template_is_found_without_dau_and_made_for_a_year(demo: Context, qtbot: object) -> None:
    parent, gone = QWidget(), places(demo)
    qtbot.addWidget(parent)
    dialog = FromTemplateDialog(demo, parent, "")
    all_of_them = dialog.found.count()
    dialog.words.setText("duoi nuoc")
    assert 1 <= dialog.found.count() < all_of_them
    dialog.year.setValue(2027)
    dialog.accept_button.click()
    made = plans.heads(demo.work.store)[-1]
    assert made.year == 2027
    assert "đuối nước" in made.subject
    assert gone[-1] == Place("plan", made.id, "draft")


def test_nothing_found_cannot_be_made(demo: Context, qtbot: object) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = FromTemplateDialog(demo, parent, "")
    dialog.words.setText("không có mẫu này")
    assert not dialog.accept_button.isEnabled()


def test_what_was_removed_is_put_back(context: Context, qtbot: object) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    plan = plans.add(context.work.store, Plan(0, "", "Kế hoạch thử"), "thân")
    trash.discard_plan(context.work, plan.id)
    dialog = TrashDialog(context, parent)
    assert dialog.table.shown()[1][0][:2] == ("Dự thảo kế hoạch", "Kế hoạch thử")
    dialog.back.click()
    assert plans.get(context.work.store, plan.id) == plan
    assert not dialog.back.isEnabled()


def test_emptying_the_trash_can_be_undone(context: Context, qtbot: object) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    plan = plans.add(context.work.store, Plan(0, "", "Kế hoạch thử"), "thân")
    trash.discard_plan(context.work, plan.id)
    dialog = TrashDialog(context, parent)
    dialog.clear.click()
    assert trash.listed(context.work) == []
    context.doer.undo()
    assert len(trash.listed(context.work)) == 1
