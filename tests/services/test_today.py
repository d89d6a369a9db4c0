"""Hôm nay as the window shows it: figures, rows with ids, calls that are logged."""

import datetime as dt

import pytest
from story import VILLAGES, issued, settle

from desktop.errors import NotAllowed
from desktop.services import today
from desktop.services.today import Show
from desktop.services.workspace import Workspace
from desktop.storage import follow_ups

LATE = dt.date(2026, 3, 19)


@pytest.fixture
def late(workspace: Workspace) -> Workspace:
    """A plan is issued, villages are late with one task, a division has another one due."""
    settle(workspace)
    issued(workspace)
    workspace.today.day = LATE
    return workspace


def test_figures_count_tasks_and_the_units_that_owe_them(late):
    figures = today.gather(late).figures
    assert (figures.overdue, figures.overdue_units) == (1, len(VILLAGES))
    assert (figures.soon, figures.soon_units) == (1, 1)
    assert (figures.late_units, figures.silent) == (len(VILLAGES), len(VILLAGES))


def test_rows_know_plan_and_task_and_name_the_first_units(late):
    (row,) = today.gather(late).overdue
    assert (row.paper, row.names, row.many) == ("15/KH-UBND", VILLAGES, 3)
    assert late.store.value("SELECT plan FROM task WHERE id = ?", (row.task,)) == row.plan


@pytest.mark.parametrize(
    ("show", "counted"),
    [(Show.ALL, (1, 1)), (Show.OVERDUE, (1, 0)), (Show.SOON, (0, 1)), (Show.SILENT, (1, 0))],
)
def test_a_part_of_the_work_can_be_shown_alone(late, show, counted):
    found = today.gather(late, show)
    assert (len(found.overdue), len(found.soon)) == counted
    assert found.figures == today.gather(late).figures


def test_a_call_is_logged_on_all_overdue_work_and_settles_the_unit(late):
    first = today.gather(late).calls[0]
    assert today.called(late, first.unit, dt.date(2026, 3, 25), "Ông Tám") == 1
    calls = today.gather(late).calls
    assert [call.unit for call in calls][-1] == first.unit
    assert (calls[-1].channel, calls[-1].promised_on) == ("phone", dt.date(2026, 3, 25))
    assert calls[-1].is_settled(LATE)
    (kept,) = follow_ups.urgings_of_plan(late.store, today.gather(late).overdue[0].plan)
    assert kept.person == "Ông Tám"


def test_a_day_that_is_past_cannot_be_promised_and_nothing_is_logged(late):
    first = today.gather(late).calls[0]
    with pytest.raises(NotAllowed):
        today.called(late, first.unit, dt.date(2026, 3, 1))
    assert today.gather(late).calls[0].said_on is None


def test_an_empty_workspace_has_nothing_and_no_plans(workspace):
    found = today.gather(workspace)
    assert (found.overdue, found.soon, found.calls, found.has_plans) == ((), (), (), False)


def test_the_number_of_statements_does_not_grow_with_rows(late):
    before = statements(late)
    issued_again(late)
    assert today.gather(late).figures.overdue == 2
    assert statements(late) == before <= 6


def statements(work: Workspace) -> int:
    """How many `gather` needs."""
    asked: list[object] = []
    work.store.connection().trace_v2(1, asked.append)
    today.gather(work)
    work.store.connection().trace_v2(0, None)
    return len(asked)


def issued_again(work: Workspace) -> None:
    """Twice as much waits."""
    work.store.run(
        "INSERT INTO task(uid, plan, position, text) SELECT uid || 'x', plan, position, text FROM task"
    )
    work.store.run(
        "INSERT INTO assignment(task, unit, due) SELECT t.id, a.unit, a.due FROM assignment a JOIN task o ON o.id = a.task "
        "JOIN task t ON t.uid = o.uid || 'x'"
    )
