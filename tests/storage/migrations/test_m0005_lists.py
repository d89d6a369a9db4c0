"""Step 5 on a workspace of schema 1, kept as that program left it (tests/files/workspaces)."""

import gzip
from pathlib import Path

from desktop.storage import tasks
from desktop.storage.checking import check
from desktop.storage.store import FILE_NAME, Store

KEPT = Path(__file__).parents[2] / "files" / "workspaces" / "schema-1.db.gz"


def test_finished_work_of_an_old_workspace_is_listed_by_its_day_without_sorting(home: Path) -> None:
    (home / FILE_NAME).write_bytes(gzip.decompress(KEPT.read_bytes()))
    with Store.open(home) as old:
        assert [task.text for task in tasks.of_plan(old, 1)] == ["Treo băng rôn", "Tổ chức tọa đàm"]
        sql = (
            "SELECT id FROM assignment WHERE status IN ('done', 'not_applicable') ORDER BY due DESC, id DESC"
        )
        (step,) = old.rows(f"EXPLAIN QUERY PLAN {sql}")
        assert "assignment_closed" in step[-1]
        assert check(old) == []
