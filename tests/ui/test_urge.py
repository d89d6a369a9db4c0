"""The dialog that urges units whose work is overdue."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.follow_up import Channel
from desktop.services import plan_views, urging
from desktop.ui.context import Context
from desktop.ui.dialogs.print_dialog import PrintDialog
from desktop.ui.dialogs.urge import UrgeDialog
from desktop.ui.widgets.empty_state import EmptyState

ISSUED = 1
TODAY = dt.date(2026, 3, 27)


@pytest.fixture
def parent(qtbot: Any) -> QWidget:
    """The window under the dialog."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def make(demo: Context, parent: QWidget) -> Callable[[], UrgeDialog]:
    """Opens the dialog on the demo's issued plan, the day after the demo's own letters."""
    demo.work.today = lambda: TODAY + dt.timedelta(1)

    def opened() -> UrgeDialog:
        dialog = UrgeDialog(demo, parent, plan_views.plan(demo.work, ISSUED))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.open()
        return dialog

    return opened


def idle(context: Context, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=60_000)


def untick_first(dialog: UrgeDialog) -> None:
    dialog.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)


def urged_today(context: Context) -> set[int]:
    letters = [u for u in urging.of_plan(context.work, ISSUED) if u.channel is Channel.LETTER]
    return {u.assignment for u in letters if u.urged_on == context.work.today()}


def test_it_shows_who_is_late_and_how_long(demo: Context, make: Callable[[], UrgeDialog]) -> None:
    dialog = make()
    owing = urging.owing(demo.work, ISSUED)
    shown = [dialog.table.item(at, 0).text() for at in range(dialog.table.rowCount())]
    assert shown == [one.name for one in owing]
    assert dialog.table.item(0, 2).text() == f"{owing[0].days_late} ngày"
    assert dialog.chosen() == owing


def test_the_letters_of_those_ticked_are_saved_and_logged(
    demo: Context, make: Callable[[], UrgeDialog], tmp_path: Path, qtbot: Any
) -> None:
    dialog = make()
    untick_first(dialog)
    wanted = {key for one in dialog.chosen() for key in one.assignments}
    dialog.save_into(tmp_path / "don-doc")
    idle(demo, qtbot)
    assert {path.suffix for path in (tmp_path / "don-doc").iterdir()} == {".pdf", ".docx"}
    assert urged_today(demo) >= wanted
    assert not dialog.isVisible()


def test_the_log_of_a_letter_can_be_taken_back(
    demo: Context, make: Callable[[], UrgeDialog], tmp_path: Path, qtbot: Any
) -> None:
    before = urging.of_plan(demo.work, ISSUED)
    make().save_into(tmp_path)
    idle(demo, qtbot)
    assert len(urging.of_plan(demo.work, ISSUED)) > len(before)
    demo.doer.undo()
    assert urging.of_plan(demo.work, ISSUED) == before


def test_a_letter_is_logged_once_it_was_printed_and_not_before(
    demo: Context, make: Callable[[], UrgeDialog], parent: QWidget, qtbot: Any
) -> None:
    before = len(urging.of_plan(demo.work, ISSUED))
    make().print_button.click()
    qtbot.waitUntil(lambda: parent.findChild(PrintDialog) is not None, timeout=60_000)
    asked = parent.findChild(PrintDialog)
    asked.reject()
    assert len(urging.of_plan(demo.work, ISSUED)) == before
    asked._done()
    assert len(urging.of_plan(demo.work, ISSUED)) > before


def test_nobody_ticked_is_nobody_urged(make: Callable[[], UrgeDialog]) -> None:
    dialog = make()
    dialog.none.click()
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    dialog.every.click()
    assert dialog.print_button.isEnabled()
    assert f"{dialog.table.rowCount()}/{dialog.table.rowCount()}" in dialog.picked.text()


def test_a_unit_is_ticked_with_the_space_bar(make: Callable[[], UrgeDialog], qtbot: Any) -> None:
    dialog = make()
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.table.item(0, 0).checkState() is Qt.CheckState.Unchecked


def test_where_nobody_is_late_it_says_so(demo: Context, parent: QWidget) -> None:
    plan = plan_views.plan(demo.work, ISSUED)
    demo.work.today = lambda: plan.date
    dialog = UrgeDialog(demo, parent, plan)
    assert dialog.findChild(EmptyState) is not None
