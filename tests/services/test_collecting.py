"""Result forms come back: told first, kept once, never guessed."""

import datetime as dt
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from story import DIVISION, DONE, FRONT, VILLAGES, draft, fill, forms, issued, settle

from desktop.domain.assignment import Status
from desktop.errors import FileMissing, WrongTemplate
from desktop.services import collecting, planning, unit_merging
from desktop.services.workspace import Workspace
from desktop.storage import results, tasks, units

LATER = dt.date(2026, 3, 26)
EAST = VILLAGES[0]


@pytest.fixture
def plan(workspace):
    settle(workspace)
    made = issued(workspace)
    workspace.today.day = LATER
    return made


def collect(work, *paths) -> tuple[int, int]:
    return collecting.commit(work, collecting.preview(work, paths))


def codes(preview) -> list[str]:
    return [problem.code for problem in preview.problems]


def test_what_a_unit_wrote_comes_in_whole(workspace, plan, tmp_path):
    path = fill(
        forms(workspace, plan, tmp_path)[DIVISION],
        {**DONE, "G8": "Bận", "I8": "Bổ sung", "D11": 2, "D12": "1.200"},
    )
    (seen,) = collecting.preview(workspace, [path])
    assert (seen.unit, seen.plan, seen.same, seen.changed, seen.problems) == (
        DIVISION,
        plan.subject,
        0,
        0,
        (),
    )
    assert results.latest_of_plan(workspace.store, plan.id) == []
    assert collecting.commit(workspace, [seen]) == (1, 0)
    (kept,) = results.latest_of_plan(workspace.store, plan.id)
    assert (kept.status, kept.done_on, kept.reported_on) == (Status.DONE, dt.date(2026, 3, 24), LATER)
    assert (kept.text, kept.reason, kept.source) == ("Đã tổ chức tại hội trường", "Bận", f"form:{path.name}")
    assert kept.proposal == "Bổ sung"
    assert [value for _, value in kept.values] == [Decimal(2), Decimal(1200)]


def test_the_same_form_twice_changes_nothing_and_says_so(workspace, plan, tmp_path):
    path = fill(forms(workspace, plan, tmp_path)[DIVISION], DONE)
    both = collecting.preview(workspace, [path, path])
    assert [(len(some.new), some.same) for some in both] == [(1, 0), (0, 1)]
    assert collecting.commit(workspace, both) == (1, 1)
    backups = len(list((workspace.home / "backups").iterdir()))
    assert collect(workspace, path) == (0, 1)
    assert len(list((workspace.home / "backups").iterdir())) == backups == 1


def test_a_corrected_form_changes_what_was_said(workspace, plan, tmp_path):
    path = forms(workspace, plan, tmp_path)[DIVISION]
    collect(workspace, fill(path, {"D8": "Đang thực hiện"}))
    (seen,) = collecting.preview(workspace, [fill(path, DONE)])
    assert (len(seen.new), seen.changed) == (1, 1)
    collecting.commit(workspace, [seen])
    (kept,) = results.latest_of_plan(workspace.store, plan.id)
    assert kept.status is Status.DONE


def test_a_form_that_did_not_ask_for_proposals_takes_none_back(workspace, plan, tmp_path):
    path = forms(workspace, plan, tmp_path)[DIVISION]
    collect(workspace, fill(path, {"D8": "Đang thực hiện", "I8": "Bổ sung kinh phí"}))
    collect(workspace, fill(path, {**DONE, "I7": None, "I8": None}))
    (kept,) = results.latest_of_plan(workspace.store, plan.id)
    assert (kept.status, kept.proposal) == (Status.DONE, "Bổ sung kinh phí")
    assert collect(workspace, fill(path, {"I7": "Kiến nghị, đề xuất (nếu có)"})) == (1, 0)
    (kept,) = results.latest_of_plan(workspace.store, plan.id)
    assert kept.proposal == ""


def test_a_bad_file_hinders_no_other(workspace, plan, tmp_path):
    good = fill(forms(workspace, plan, tmp_path)[FRONT], DONE)
    seen = collecting.preview(workspace, [tmp_path / "khong-co.xlsx", good])
    assert isinstance(seen[0].error, FileMissing)
    assert collecting.commit(workspace, seen) == (1, 0)


@pytest.mark.parametrize(
    ("cells", "code", "kept"),
    [
        ({"D8": "Hoàn thành", "E8": dt.date(2026, 12, 24)}, "date_in_future", 0),
        ({"D8": "gần xong"}, "status_unknown", 0),
        ({"D8": "Hoàn thành"}, "done_without_date", 1),
        ({"D8": "Đang thực hiện", "E8": dt.date(2026, 3, 24)}, "date_without_done", 1),
        ({"D11": 3}, "value_without_status", 0),
        ({}, "empty_form", 0),
    ],
)
def test_a_cell_that_cannot_be_used_is_told(workspace, plan, tmp_path, cells, code, kept):
    (seen,) = collecting.preview(workspace, [fill(forms(workspace, plan, tmp_path)[DIVISION], cells)])
    assert (codes(seen), len(seen.new)) == ([code], kept)


def reason_of(work, path) -> str:
    (seen,) = collecting.preview(work, [path])
    assert isinstance(seen.error, WrongTemplate)
    return seen.error.reason


def test_a_form_of_a_plan_that_is_not_here_is_refused(workspace, plan, tmp_path):
    path = fill(forms(workspace, plan, tmp_path)[DIVISION], DONE)
    with Workspace.open(tmp_path / "khac", workspace.today) as other:
        assert reason_of(other, path) == "other_plan"


def test_a_form_of_a_unit_that_is_not_here_is_refused(workspace, plan, tmp_path):
    path = fill(forms(workspace, plan, tmp_path)[DIVISION], DONE)
    workspace.store.run("UPDATE unit SET uid = 'khac' WHERE name = ?", (DIVISION,))
    assert reason_of(workspace, path) == "unknown_unit"


def test_a_form_with_a_task_that_is_gone_is_an_old_one(workspace, plan, tmp_path):
    path = fill(forms(workspace, plan, tmp_path)[DIVISION], DONE)
    tasks.remove(workspace.store, tasks.of_plan(workspace.store, plan.id)[0].id)
    assert reason_of(workspace, path) == "old_form"


@pytest.mark.parametrize(
    ("sheet", "place", "value", "reason"),
    [
        ("_skh", "B2", "0", "old_form"),
        ("_skh", "B1", "khác", "not_a_form"),
        ("_skh", "B4", None, "damaged"),
        ("Kết quả", "A7", "Số", "damaged"),
        ("Kết quả", "H8", None, "damaged"),
    ],
)
def test_a_form_whose_frame_was_changed_is_refused_with_its_reason(
    workspace, plan, tmp_path, sheet, place, value, reason
):
    path = fill(forms(workspace, plan, tmp_path)[DIVISION], DONE)
    book = load_workbook(path)
    book[sheet][place] = value
    book.save(path)
    assert reason_of(workspace, path) == reason


def test_a_workbook_without_our_sheets_is_no_form(workspace, plan, tmp_path):
    path = forms(workspace, plan, tmp_path)[DIVISION]
    book = load_workbook(path)
    del book["_skh"]
    book.save(path)
    assert reason_of(workspace, path) == "not_a_form"


def test_a_form_of_a_unit_that_was_merged_since_counts_for_the_successor(workspace, plan, tmp_path):
    path = fill(forms(workspace, plan, tmp_path)[EAST], DONE)
    into, _ = unit_merging.merge(workspace, [EAST], "Thôn Mới", LATER)
    assert collect(workspace, path) == (1, 0)
    done = [a for a in tasks.assignments_of_plan(workspace.store, plan.id) if a.status is Status.DONE]
    assert [a.unit for a in done] == [into.id]


def test_results_after_closing_are_still_taken_in(workspace, plan, tmp_path):
    path = fill(forms(workspace, plan, tmp_path)[DIVISION], DONE)
    planning.close(workspace, plan.id)
    assert collect(workspace, path) == (1, 0)


def test_rows_and_numbers_of_one_unit_do_not_touch_another(workspace, plan, tmp_path):
    made = forms(workspace, plan, tmp_path)
    collect(workspace, fill(made[EAST], DONE), fill(made[FRONT], {"D8": "Không áp dụng"}))
    given = tasks.assignments_of_plan(workspace.store, plan.id)
    names = units.by_ids(workspace.store, {a.unit for a in given})
    assert {names[a.unit].name: a.status for a in given if a.reported_on} == {
        EAST: Status.DONE,
        FRONT: Status.NOT_APPLICABLE,
    }


def test_a_draft_in_the_same_workspace_changes_nothing(workspace, plan, tmp_path):
    draft(workspace)
    assert collect(workspace, fill(forms(workspace, plan, tmp_path)[DIVISION], DONE)) == (1, 0)
