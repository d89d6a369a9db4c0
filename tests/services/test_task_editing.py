"""Tasks as a person edits them: a draft takes everything, an issued plan only what does not print."""

import datetime as dt
from dataclasses import replace

import pytest
from story import DIVISION, FRONT, VILLAGES, draft, issued, settle

from desktop.domain.assignment import Standing
from desktop.domain.follow_up import ChecklistItem
from desktop.domain.task import Indicator, Party
from desktop.errors import NotAllowed
from desktop.services import task_editing, trash
from desktop.services.task_editing import Tasks
from desktop.services.workspace import Workspace
from desktop.storage import follow_ups, plans, tasks


@pytest.fixture
def named(workspace: Workspace) -> dict[str, int]:
    """The units by their names."""
    return settle(workspace)


@pytest.fixture
def plan(workspace: Workspace, named: dict[str, int]) -> int:
    """A draft with three tasks."""
    return draft(workspace).id


def _texts(tasks_: Tasks) -> list[str]:
    return [row.task.text.split()[0] for row in tasks_.rows]


def test_a_row_has_names_and_all_days_of_its_deadline(workspace: Workspace, plan: int) -> None:
    first = task_editing.load(workspace, plan).rows[0]
    assert [one.name for one in first.leads] == [DIVISION]
    assert first.days == task_editing.Days(dt.date(2026, 3, 25), dt.date(2026, 3, 24), dt.date(2026, 3, 24))


def test_words_before_a_day_off_are_understood_step_by_step(workspace: Workspace, plan: int) -> None:
    head = plans.get(workspace.store, plan)
    deadline, days = task_editing.understood(workspace, head, "trước ngày 13/4/2026")
    assert deadline is not None
    assert days == task_editing.Days(dt.date(2026, 4, 13), dt.date(2026, 4, 12), dt.date(2026, 4, 10))
    assert task_editing.understood(workspace, head, " ") == (None, task_editing.Days())


def test_a_new_task_stands_behind_the_chosen_one_with_its_units(workspace: Workspace, plan: int) -> None:
    first = tasks.of_plan(workspace.store, plan)[0]
    made = task_editing.add(workspace, plan, first.id, " Việc mới ")
    there = tasks.of_plan(workspace.store, plan)
    assert (there[1].id, there[1].text, there[1].leads) == (made.id, "Việc mới", first.leads)


def test_a_new_task_without_place_stands_last(workspace: Workspace, plan: int) -> None:
    task_editing.add(workspace, plan)
    assert tasks.of_plan(workspace.store, plan)[-1].text == ""


def test_a_copy_has_everything_but_the_identity(workspace: Workspace, plan: int) -> None:
    first = tasks.of_plan(workspace.store, plan)[0]
    (copy,) = task_editing.duplicate(workspace, plan, [first.id])
    assert copy.id != first.id
    assert [one.name for one in copy.indicators] == [one.name for one in first.indicators]
    assert (copy.text, copy.leads, copy.deadline) == (first.text, first.leads, first.deadline)


def test_removed_tasks_are_in_the_trash(workspace: Workspace, plan: int) -> None:
    keys = [task.id for task in tasks.of_plan(workspace.store, plan)]
    task_editing.remove(workspace, keys[:2])
    assert [task.id for task in tasks.of_plan(workspace.store, plan)] == keys[2:]
    assert len(trash.listed(workspace)) == 2


@pytest.mark.parametrize(
    ("moved", "to", "order"),
    [([0], 3, [1, 2, 0]), ([2], 0, [2, 0, 1]), ([0, 1], 3, [2, 0, 1]), ([1], 1, [0, 1, 2])],
)
def test_tasks_are_moved_together(
    workspace: Workspace, plan: int, moved: list[int], to: int, order: list[int]
) -> None:
    keys = [task.id for task in tasks.of_plan(workspace.store, plan)]
    task_editing.move(workspace, plan, [keys[at] for at in moved], to)
    assert [task.id for task in tasks.of_plan(workspace.store, plan)] == [keys[at] for at in order]


def test_an_edited_task_is_kept_clean(workspace: Workspace, plan: int) -> None:
    task = tasks.of_plan(workspace.store, plan)[0]
    counted = (*task.indicators, Indicator(0, "", " Kinh  phí ", "đồng"), Indicator(0, "", " "))
    task_editing.save(
        workspace, replace(task, text="Tổ chức ", checklist=("Mời", "Mời", " "), indicators=counted)
    )
    kept = tasks.get(workspace.store, task.id)
    assert (kept.text, kept.checklist) == ("Tổ chức", ("Mời",))
    assert [one.name for one in kept.indicators] == ["Số buổi", "Số người", "Kinh phí"]


def test_several_tasks_get_the_same_leads_and_deadline(
    workspace: Workspace, plan: int, named: dict[str, int]
) -> None:
    keys = [task.id for task in tasks.of_plan(workspace.store, plan)][:2]
    lead = (Party(FRONT, unit=named[FRONT]),)
    assert task_editing.tell_many(workspace, plan, keys, leads=lead, deadline="trước ngày 30/3/2026") == 2
    there = tasks.of_plan(workspace.store, plan)
    assert [task.leads == lead for task in there[:2]] == [True, True]
    assert there[0].deadline is not None
    assert there[0].deadline.date == dt.date(2026, 3, 30)


def test_what_is_not_told_stays(workspace: Workspace, plan: int) -> None:
    before = tasks.of_plan(workspace.store, plan)
    task_editing.tell_many(workspace, plan, [before[0].id], leads=before[2].leads)
    assert tasks.of_plan(workspace.store, plan)[0].deadline == before[0].deadline


def test_what_prints_stays_once_the_plan_is_issued(workspace: Workspace, named: dict[str, int]) -> None:
    plan = issued(workspace).id
    task = tasks.of_plan(workspace.store, plan)[0]
    for change in (
        lambda: task_editing.save(workspace, replace(task, text="Khác")),
        lambda: task_editing.add(workspace, plan),
        lambda: task_editing.remove(workspace, [task.id]),
        lambda: task_editing.move(workspace, plan, [task.id], 3),
        lambda: task_editing.duplicate(workspace, plan, [task.id]),
        lambda: task_editing.tell_many(workspace, plan, [task.id], deadline=""),
    ):
        with pytest.raises(NotAllowed, match="plan_is_issued"):
            change()


def test_steps_of_issued_work_change_and_keep_what_is_done(
    workspace: Workspace, named: dict[str, int]
) -> None:
    plan = issued(workspace).id
    task = task_editing.save(
        workspace, replace(tasks.of_plan(workspace.store, plan)[1], checklist=("In", "Treo"))
    )
    first = task_editing.given(workspace, task.id)[0].assignment
    item = follow_ups.checklist(workspace.store, [first])[1]
    follow_ups.tick(workspace.store, item.id, dt.date(2026, 3, 6))
    task_editing.save(workspace, replace(task, checklist=("Treo", "Chụp ảnh")))
    new = follow_ups.checklist(workspace.store, [first])
    assert new[0] == ChecklistItem(item.id, first, 0, "Treo", dt.date(2026, 3, 6))
    assert [one.text for one in new] == ["Treo", "Chụp ảnh"]


def test_the_units_that_have_a_task_are_told_with_their_days(
    workspace: Workspace, named: dict[str, int]
) -> None:
    plan = issued(workspace).id
    task = tasks.of_plan(workspace.store, plan)[1]
    told = task_editing.given(workspace, task.id)
    assert sorted(one.name for one in told) == sorted(VILLAGES)
    assert {(one.due, one.standing) for one in told} == {(dt.date(2026, 3, 17), Standing.NOT_STARTED)}
    row = task_editing.load(workspace, plan).rows[1]
    assert (row.given, row.done, row.late) == (3, 0, 0)


def test_work_is_handed_over_to_another_unit(workspace: Workspace, named: dict[str, int]) -> None:
    plan = issued(workspace).id
    task = tasks.of_plan(workspace.store, plan)[0]
    (before,) = task_editing.given(workspace, task.id)
    task_editing.hand_over(workspace, plan, [before.assignment], named[FRONT])
    (after,) = task_editing.given(workspace, task.id)
    assert (after.assignment, after.unit) == (before.assignment, named[FRONT])


def test_work_is_not_handed_to_a_unit_that_has_it(workspace: Workspace, named: dict[str, int]) -> None:
    plan = issued(workspace).id
    first, second, _ = task_editing.given(workspace, tasks.of_plan(workspace.store, plan)[1].id)
    with pytest.raises(NotAllowed, match="given_already"):
        task_editing.hand_over(workspace, plan, [first.assignment], second.unit)


def test_a_draft_hands_nothing_over(workspace: Workspace, plan: int, named: dict[str, int]) -> None:
    with pytest.raises(NotAllowed, match="plan_not_issued"):
        task_editing.hand_over(workspace, plan, [1], named[FRONT])
    assert not task_editing.load(workspace, plan).is_frozen
    assert _texts(task_editing.load(workspace, plan)) == ["Chủ", "Treo", "Vận"]
