"""Step 4 on a workspace of schema 1, kept as that program left it (tests/files/workspaces)."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from desktop.domain.plan import Plan
from desktop.storage import plans, tasks
from desktop.storage.checking import check
from desktop.storage.migrations import STEPS
from desktop.storage.store import FILE_NAME, Store

KEPT = Path(__file__).parents[2] / "files" / "workspaces" / "schema-1.db.gz"


@pytest.fixture
def old(home: Path) -> Iterator[Store]:
    """A workspace of schema 1, opened by this program."""
    (home / FILE_NAME).write_bytes(gzip.decompress(KEPT.read_bytes()))
    with Store.open(home) as store:
        yield store


def test_an_old_workspace_keeps_its_rows_and_is_sound(old: Store) -> None:
    assert [task.text for task in tasks.of_plan(old, 1)] == ["Treo băng rôn", "Tổ chức tọa đàm"]
    assert check(old) == []


def test_an_id_that_was_used_is_not_given_again(old: Store) -> None:
    first = plans.add(old, Plan(0, "", "A"))
    plans.remove(old, first.id)
    assert plans.add(old, Plan(0, "", "B")).id == first.id + 1


def test_an_id_of_an_old_workspace_is_not_given_again_either(old: Store) -> None:
    last = max(task.id for task in tasks.of_plan(old, 1))
    tasks.remove(old, last)
    assert old.next_id("task") == last + 1


def test_no_table_with_ids_of_its_own_gives_one_twice(old: Store) -> None:
    own = (
        "SELECT t.name FROM pragma_table_list t, pragma_table_info(t.name) c WHERE t.strict AND c.name = 'id'"
    )
    once = "SELECT name FROM sqlite_schema WHERE sql LIKE '%id INTEGER PRIMARY KEY AUTOINCREMENT,%'"
    assert set(old.rows(own)) - set(old.rows(once)) == {("search_todo",)}


def test_rows_that_refer_to_units_and_results_are_found_by_an_index(old: Store) -> None:
    for table, column in (
        ("unit", "parent"),
        ("unit", "successor"),
        ("assignment", "taken_from"),
        ("assignment", "result"),
    ):
        plan = old.rows(f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column} = ?", (1,))
        assert f"{table}_{column}" in plan[0][-1]


def test_the_step_before_stays_when_this_one_fails() -> None:
    base = apsw.Connection(":memory:")
    for step in STEPS[:3]:
        step(base)
    base.execute("DROP TABLE assignment")
    with pytest.raises(apsw.SQLError), base:
        STEPS[3](base)
    assert base.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'unit_parent'").get == 0
