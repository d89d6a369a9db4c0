"""What one unit has of a plan, in a fixed number of statements."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from story import DIVISION, VILLAGES, issued, settle

from desktop.domain.assignment import Standing, Status
from desktop.domain.follow_up import Channel
from desktop.domain.result import MERGED, Result
from desktop.errors import NotFound
from desktop.services import evidence, following, task_editing, task_lists, unit_results, urging
from desktop.services.workspace import Workspace
from desktop.storage import tasks, versions


@pytest.fixture
def named(workspace: Workspace) -> dict[str, int]:
    """The units by their names."""
    return settle(workspace)


@pytest.fixture
def plan(workspace: Workspace, named: dict[str, int]) -> int:
    """An issued plan."""
    return issued(workspace).id


def test_a_unit_has_its_own_tasks_by_their_numbers(
    workspace: Workspace, plan: int, named: dict[str, int]
) -> None:
    shown = unit_results.load(workspace, plan, named[VILLAGES[0]])
    assert shown.name == VILLAGES[0]
    (one,) = shown.tasks
    assert (one.number, one.mark.standing, one.newest) == (2, Standing.NOT_STARTED, None)


def test_all_that_was_reported_stands_with_its_task(
    workspace: Workspace, plan: int, named: dict[str, int], tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    key = unit_results.load(workspace, plan, named[DIVISION]).tasks[0].assignment
    following.set_status(workspace, plan, [key], Status.IN_PROGRESS)
    following.set_status(workspace, plan, [key], Status.DONE)
    evidence.add(workspace, plan, key, [tmp_path / "a.pdf"])
    urging.log(workspace, plan, [key], Channel.PHONE, person="Bà Hoa")
    one = unit_results.load(workspace, plan, named[DIVISION]).tasks[0]
    assert [result.status for result in one.history] == [Status.IN_PROGRESS, Status.DONE]
    assert one.newest == one.history[-1]
    assert [file.name for file in one.evidence] == ["a.pdf"]
    assert [told.person for told in one.urgings] == ["Bà Hoa"]


def test_steps_are_ticked(workspace: Workspace, plan: int, named: dict[str, int]) -> None:
    task = tasks.of_plan(workspace.store, plan)[0]
    task_editing.save(workspace, replace(task, checklist=("Mời",)))
    step = unit_results.load(workspace, plan, named[DIVISION]).tasks[0].steps[0]
    unit_results.tick(workspace, step.id, dt.date(2026, 3, 6))
    assert unit_results.load(workspace, plan, named[DIVISION]).tasks[0].steps[0].done_on == dt.date(
        2026, 3, 6
    )


def test_a_unit_without_work_has_no_tasks_and_an_unknown_one_is_not_found(
    workspace: Workspace, plan: int, named: dict[str, int]
) -> None:
    assert unit_results.load(workspace, plan, named["Trạm Y tế xã"]).tasks == ()
    with pytest.raises(NotFound):
        unit_results.load(workspace, plan, 999)


def merged(work: Workspace, plan: int, unit: int) -> int:
    """Id of the first task's assignment, of which two offices told different things."""
    key = unit_results.load(work, plan, unit).tasks[0].assignment
    told = Result(key, dt.date(2026, 3, 6), Status.IN_PROGRESS, source="package:goi.skh", author="Lan")
    both = [
        replace(told, uid="1" * 12 + "4" * 20, text="Đã họp"),
        replace(told, uid="2" * 12 + "4" * 20, reason="mưa"),
    ]
    versions.take_in(work.store, both)
    return key


def test_what_several_offices_told_holds_together(
    workspace: Workspace, plan: int, named: dict[str, int]
) -> None:
    merged(workspace, plan, named[DIVISION])
    one = unit_results.load(workspace, plan, named[DIVISION]).tasks[0]
    assert one.newest is not None
    assert (one.newest.text, one.newest.reason, one.newest.source) == ("Đã họp", "mưa", MERGED)
    assert len(one.history) == 2


def test_the_details_of_a_task_begin_with_what_holds_together(
    workspace: Workspace, plan: int, named: dict[str, int]
) -> None:
    key = merged(workspace, plan, named[DIVISION])
    assert [one.source for one in task_lists.details(workspace, key).results] == [
        MERGED,
        "package:goi.skh",
        "package:goi.skh",
    ]
