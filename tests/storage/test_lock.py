"""The lock of a workspace."""

import os
from pathlib import Path

import pytest

from desktop.errors import NoPermission, WorkspaceBusy
from desktop.storage.lock import WorkspaceLock


def test_a_lock_is_held_by_one_and_free_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    first = WorkspaceLock(path)
    with pytest.raises(WorkspaceBusy) as busy:
        WorkspaceLock(path)
    assert f"({os.getpid()})" in busy.value.owner
    first.release()
    WorkspaceLock(path).release()


def test_a_lock_file_without_a_holder_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    path.write_text('{"user": "an", "host": "pc", "pid": 1}', encoding="utf-8")
    lock = WorkspaceLock(path)
    assert lock.was_killed
    lock.release()


def test_an_owner_that_cannot_be_read_is_no_name(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    held = WorkspaceLock(path)
    path.write_bytes(b"\xff{")
    with pytest.raises(WorkspaceBusy) as busy:
        WorkspaceLock(path)
    assert busy.value.owner == ""
    held.release()


def test_a_place_where_no_lock_can_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoPermission):
        WorkspaceLock(tmp_path / "no such folder" / "x.lock")
