"""Named changes of the window, and the trash."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.plan import Plan
from desktop.domain.report import Report
from desktop.domain.task import Task
from desktop.domain.unit import Unit, UnitName
from desktop.errors import NotAllowed
from desktop.progress import Cancelled
from desktop.services import trash, undoing
from desktop.services.changes import Noun
from desktop.services.workspace import Workspace
from desktop.storage import plans, reports, tasks, units


@pytest.fixture
def work(home: Path) -> Iterator[Workspace]:
    with Workspace.open(home) as opened:
        yield opened


@pytest.fixture
def plan(work: Workspace) -> Plan:
    """A draft with one task."""
    made = plans.add(work.store, Plan(0, "", "Kế hoạch thử"), "thân")
    tasks.add_all(work.store, made.id, [Task(0, "", made.id, 0, "Việc một")])
    return made


def test_a_change_tells_what_it_touched_and_can_be_taken_back(work: Workspace) -> None:
    with undoing.doing(work, "Thêm đơn vị") as done:
        units.add(work.store, Unit(0, "", (UnitName("Thôn Hạ"),)))
    assert (done.nouns, done.is_step) == (Noun.UNITS, True)
    assert undoing.next_undo(work) == "Thêm đơn vị"
    turned = undoing.undo(work)
    assert turned == undoing.Turned("Thêm đơn vị", Noun.UNITS)
    assert undoing.next_undo(work) is None
    assert undoing.next_redo(work) == "Thêm đơn vị"
    assert undoing.redo(work) == turned


def test_nothing_to_take_back_is_none(work: Workspace) -> None:
    assert undoing.undo(work) is None
    assert undoing.redo(work) is None
    assert undoing.next_redo(work) is None


MANY = 3_500
"""Units whose adding is a step that is not taken back at once."""


class Unwanted:
    """Stops at once."""

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """As `Progress` has it."""
        raise Cancelled


def test_a_large_step_is_known_as_long_and_can_be_cancelled_on_its_way_back(work: Workspace) -> None:
    with undoing.doing(work, "Thêm nhiều đơn vị"):
        for at in range(MANY):
            units.add(work.store, Unit(0, "", (UnitName(f"Thôn {at}"),)))
    assert undoing.is_long(work, undone=False)
    with pytest.raises(Cancelled):
        undoing.undo(work, Unwanted())
    assert len(units.list_units(work.store)) == MANY
    assert undoing.next_undo(work) == "Thêm nhiều đơn vị"
    undoing.undo(work)
    assert units.list_units(work.store) == []
    assert (undoing.is_long(work, undone=False), undoing.is_long(work, undone=True)) == (False, True)


def test_a_draft_goes_to_the_trash_and_comes_back(work: Workspace, plan: Plan) -> None:
    with undoing.doing(work, "Xóa dự thảo") as done:
        key = trash.discard_plan(work, plan.id)
    assert Noun.PLANS in done.nouns
    assert [one.title for one in trash.listed(work)] == ["Kế hoạch thử"]
    trash.restore(work, key)
    assert plans.get(work.store, plan.id) == plan
    assert trash.empty(work) == 0


def test_tasks_and_drafts_of_reports_go_there_too(work: Workspace, plan: Plan) -> None:
    (task,) = tasks.of_plan(work.store, plan.id)
    report = reports.add(work.store, Report(0, "", "Báo cáo tháng 3", dt.date(2026, 3, 14)))
    trash.discard_task(work, task.id)
    trash.discard_report(work, report.id)
    assert {one.noun for one in trash.listed(work)} == {"task", "report"}
    assert trash.empty(work) == 2


def test_what_is_issued_does_not_go_there(work: Workspace, plan: Plan) -> None:
    work.store.run("UPDATE plan SET state = 'issued' WHERE id = ?", (plan.id,))
    with pytest.raises(NotAllowed, match="plan_is_issued"):
        trash.discard_plan(work, plan.id)
    assert trash.listed(work) == []
