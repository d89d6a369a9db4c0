"""Lĩnh vực of tasks."""

import pytest
from story import issued, settle

from desktop.errors import NotFound
from desktop.services import task_fields
from desktop.storage import tasks


@pytest.fixture
def keys(workspace):
    settle(workspace)
    plan = issued(workspace)
    return [task.id for task in tasks.of_plan(workspace.store, plan.id)]


def field_of(work, key) -> str:
    return tasks.get(work.store, key).field


def test_fields_are_told_of_an_issued_plan_too(workspace, keys):
    task_fields.tell(workspace, keys[:2], "  Bảo trợ   xã hội ")
    assert [field_of(workspace, key) for key in keys] == ["Bảo trợ xã hội", "Bảo trợ xã hội", ""]
    task_fields.tell(workspace, keys[:1], "")
    assert field_of(workspace, keys[0]) == ""


def test_a_field_in_use_keeps_its_spelling(workspace, keys):
    task_fields.tell(workspace, keys[:1], "Người cao tuổi")
    task_fields.tell(workspace, keys[1:2], "nguoi cao tuoi")
    assert field_of(workspace, keys[1]) == "Người cao tuổi"


def test_fields_in_use_are_offered_first(workspace, keys):
    usual = task_fields.known(workspace)
    assert "Y tế" in usual
    task_fields.tell(workspace, keys[:1], "Người cao tuổi")
    task_fields.tell(workspace, keys[1:], "y tế")
    offered = task_fields.known(workspace)
    assert offered[:2] == ["Người cao tuổi", "y tế"]
    assert len(offered) == len(usual) + 1


def test_a_task_that_is_not_there_is_told(workspace, keys):
    with pytest.raises(NotFound):
        task_fields.tell(workspace, [99], "Y tế")
