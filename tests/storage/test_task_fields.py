"""Lĩnh vực of tasks."""

import pytest

from desktop.errors import NotFound
from desktop.storage import task_fields, tasks
from desktop.storage.store import Store


def test_fields_in_use_stand_once_by_the_alphabet(store: Store, work) -> None:
    assert task_fields.in_use(store) == []
    first, second = work.tasks
    task_fields.tell(store, first.id, "Y tế")
    task_fields.tell(store, second.id, "Đất đai")
    assert task_fields.in_use(store) == ["Đất đai", "Y tế"]
    assert tasks.get(store, first.id).field == "Y tế"


def test_a_task_that_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        task_fields.tell(store, 9, "Y tế")
