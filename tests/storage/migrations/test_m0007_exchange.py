"""Step 7 on a workspace of schema 6, kept as that program left it (tests/files/workspaces)."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.storage import plans, results, tasks, undo
from desktop.storage.checking import check
from desktop.storage.store import FILE_NAME, Store

KEPT = Path(__file__).parents[2] / "files" / "workspaces" / "schema-6.db.gz"


@pytest.fixture
def old(home: Path) -> Iterator[Store]:
    """A workspace of schema 6, opened by this program."""
    (home / FILE_NAME).write_bytes(gzip.decompress(KEPT.read_bytes()))
    with Store.open(home) as store:
        yield store


def test_an_old_workspace_keeps_its_rows_and_is_sound(old: Store) -> None:
    assert [task.text for task in tasks.of_plan(old, 1)] == ["Treo cờ", "Tổ chức tọa đàm"]
    assert check(old) == []


def test_each_result_goes_on_from_the_one_before_it_as_they_stand_in_the_history(old: Store) -> None:
    told = results.history(old, 1)
    assert [one.text for one in told] == ["Đang treo", "Báo cáo ngày 12/3 đến muộn", "Đã treo 20 cờ"]
    assert [one.bases for one in told] == [(), (told[0].uid,), (told[1].uid,)]
    assert {one.author for one in told} == {""}
    assert results.newest_of(old, [1])[1] == told[-1]


def test_plans_that_are_there_are_the_offices_own(old: Store) -> None:
    assert plans.get(old, 1).origin is None


def test_steps_that_were_kept_are_taken_back_and_made_again(old: Store) -> None:
    told = [undo.undo(old), undo.undo(old), undo.undo(old)]
    assert [one and one.name for one in told] == ["Lập kế hoạch", "Ghi kết quả", "Thêm đơn vị"]
    assert results.history(old, 3) == []
    assert check(old) == []
    while undo.redo(old):
        pass
    assert [one.text for one in results.history(old, 3)] == ["Đang treo"]
    assert plans.get(old, 2).subject == "Phòng chống bão"
    assert check(old) == []


def test_rows_that_refer_to_others_are_found_by_an_index(old: Store) -> None:
    for table, column in (
        ("plan", "origin"),
        ("package", "peer"),
        ("package", "plan"),
        ("package", "unit"),
        ("receipt", "package"),
    ):
        (step, *_) = old.rows(f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column} = ?", (1,))
        assert f"{table}_{column}" in step[-1]
