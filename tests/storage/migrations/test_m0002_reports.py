"""Step 2 on a workspace of schema 1, kept as that program left it (tests/files/workspaces)."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from desktop.storage import results, search, tasks
from desktop.storage.migrations import m0001_first, m0002_reports
from desktop.storage.store import FILE_NAME, Store

KEPT = Path(__file__).parents[2] / "files" / "workspaces" / "schema-1.db.gz"


@pytest.fixture
def old(home: Path) -> Iterator[Store]:
    """A workspace of schema 1, opened by this program."""
    (home / FILE_NAME).write_bytes(gzip.decompress(KEPT.read_bytes()))
    with Store.open(home) as store:
        yield store


def test_the_step_adds_what_units_propose_and_the_field_of_tasks() -> None:
    base = apsw.Connection(":memory:")
    m0001_first.up(base)
    m0002_reports.up(base)
    columns = {
        table: [row[1] for row in base.execute(f"PRAGMA table_info({table})")] for table in ("result", "task")
    }
    assert "proposal" in columns["result"]
    assert "field" in columns["task"]


def test_an_old_workspace_keeps_its_tasks_and_results(old: Store) -> None:
    assert [(task.text, task.field) for task in tasks.of_plan(old, 1)] == [
        ("Treo băng rôn", ""),
        ("Tổ chức tọa đàm", ""),
    ]
    assert [(result.text, result.proposal) for result in results.latest_of_plan(old, 1)] == [
        ("Đã treo 02 chiếc", ""),
        ("Đang chuẩn bị", ""),
    ]


def test_a_proposal_changed_in_an_old_workspace_is_found(old: Store) -> None:
    search.catch_up(old)
    old.run("UPDATE result SET proposal = 'Bổ sung kinh phí' WHERE id = 1")
    assert [(hit.noun, hit.id) for hit in search.find(old, "bo sung kinh phi")] == [("result", 1)]
