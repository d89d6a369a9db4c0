"""Step 6 on a workspace of schema 1, kept as that program left it (tests/files/workspaces)."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.storage import tasks
from desktop.storage.checking import check
from desktop.storage.store import FILE_NAME, Store

KEPT = Path(__file__).parents[2] / "files" / "workspaces" / "schema-1.db.gz"
OPEN = "FROM assignment a WHERE status IN ('not_started', 'in_progress') AND due <= '2030-01-01'"


@pytest.fixture
def old(home: Path) -> Iterator[Store]:
    """A workspace of schema 1, opened by this program."""
    (home / FILE_NAME).write_bytes(gzip.decompress(KEPT.read_bytes()))
    with Store.open(home) as store:
        yield store


def test_an_old_workspace_keeps_its_rows_and_is_sound(old: Store) -> None:
    assert [task.text for task in tasks.of_plan(old, 1)] == ["Treo băng rôn", "Tổ chức tọa đàm"]
    assert check(old) == []


def test_open_work_is_read_from_the_index_alone(old: Store) -> None:
    (step,) = old.rows(f"EXPLAIN QUERY PLAN SELECT task, due, unit, reported_on {OPEN}")
    assert "COVERING INDEX assignment_open" in step[-1]


def test_open_work_is_still_listed_by_day_without_sorting(old: Store) -> None:
    (step,) = old.rows(f"EXPLAIN QUERY PLAN SELECT id {OPEN} ORDER BY due, id")
    assert "assignment_open" in step[-1]
