"""Removed things come back whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.plan import Plan
from desktop.domain.task import Indicator, Task
from desktop.errors import NotAllowed, NotFound
from desktop.storage import plans, search, tasks, trash, undo
from desktop.storage.store import Store


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store.open(home) as opened:
        yield opened


@pytest.fixture
def plan(store: Store) -> Plan:
    """A draft with one task."""
    made = plans.add(store, Plan(0, "", "Kế hoạch đường sá"), "thân")
    task = Task(0, "", made.id, 0, "Việc một", indicators=(Indicator(0, "", "Số buổi", "buổi"),))
    tasks.add_all(store, made.id, [task])
    return made


def test_a_plan_comes_back_with_its_id_its_tasks_and_to_the_search(store: Store, plan: Plan) -> None:
    kept = tasks.of_plan(store, plan.id)
    key = trash.discard(store, "plan", plan.subject, lambda: plans.remove(store, plan.id))
    assert [(one.id, one.noun, one.title) for one in trash.listed(store)] == [(key, "plan", plan.subject)]
    assert not search.find(store, "duong sa")
    trash.restore(store, key)
    assert plans.get(store, plan.id) == plan
    assert tasks.of_plan(store, plan.id) == kept
    assert search.find(store, "duong sa")
    assert trash.listed(store) == []


def test_undoing_the_removal_empties_the_trash_of_it(store: Store, plan: Plan) -> None:
    with undo.recording(store, "Xóa dự thảo"):
        trash.discard(store, "plan", plan.subject, lambda: plans.remove(store, plan.id))
    undo.undo(store)
    assert plans.get(store, plan.id) == plan
    assert trash.listed(store) == []


def test_a_task_whose_plan_has_gone_cannot_come_back_and_says_so(store: Store, plan: Plan) -> None:
    (task,) = tasks.of_plan(store, plan.id)
    key = trash.discard(store, "task", task.text, lambda: tasks.remove(store, task.id))
    plans.remove(store, plan.id)
    with pytest.raises(NotAllowed, match="restore_conflict"):
        trash.restore(store, key)
    assert len(trash.listed(store)) == 1


def test_a_removal_that_fails_leaves_nothing_in_the_trash(store: Store) -> None:
    with pytest.raises(NotFound):
        trash.discard(store, "plan", "x", lambda: plans.remove(store, 99))
    assert trash.listed(store) == []


def test_what_is_old_is_forgotten(store: Store, plan: Plan) -> None:
    trash.discard(store, "plan", plan.subject, lambda: plans.remove(store, plan.id))
    assert trash.purge(store, "2000-01-01") == 0
    assert trash.purge(store) == 1
    with pytest.raises(NotFound):
        trash.restore(store, 1)
