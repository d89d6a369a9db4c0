"""A previewed list as lines: what each would do, beside what is there; rows left out, cells put right."""

from pathlib import Path

import pytest
from story import STATION, settle

from desktop.services import unit_editing, unit_lists
from desktop.services.unit_list_lines import Kind, Lines, without
from desktop.services.unit_lists import Action
from desktop.storage import units

HEAD = "STT,Tên đơn vị,Nhóm,Người liên hệ,Điện thoại,Email\n"
ROWS = (
    f"1,{STATION},Y tế,Lê Thị Lan,0912345678,",
    "2,Thôn Đông,,,,",
    "3,Thôn Bến,,,09x,sai",
    "4,thôn bến,,,,",
    ",,,Không tên,,",
)


@pytest.fixture
def seen(workspace, tmp_path):
    settle(workspace)
    path: Path = tmp_path / "a.csv"
    path.write_text(HEAD + "\n".join(ROWS), encoding="utf-8")
    return unit_lists.preview(workspace, path)


def test_lines_are_counted_and_chosen_by_kind(workspace, seen):
    lines = Lines(workspace, seen)
    assert lines.counts[Kind.CHANGED] == lines.counts[Kind.SAME] == lines.counts[Kind.NEW] == 1
    assert [list(lines.ids(kind)) for kind in (Kind.CHANGED, Kind.SAME, Kind.NEW, Kind.DUPLICATE)] == [
        [0],
        [1],
        [2],
        [3],
    ]
    assert lines.counts[Kind.PROBLEM] == len(lines.ids(Kind.PROBLEM))
    assert len(lines.ids()) == len(seen.rows) + 1
    assert lines.fields[0] == "name"
    assert "address" not in lines.fields


def test_a_changed_line_has_what_is_there_beside_it(workspace, seen):
    station = next(u for u in units.list_units(workspace.store) if u.name == STATION)
    unit_editing.correct(
        workspace, station.id, unit_editing.Told(STATION, person="Trần Bình", phone="0987654321")
    )
    (line,) = Lines(workspace, seen).fetch([0])
    assert (line.action, line.row) == (Action.CHANGED, 2)
    assert (line.values["contact"], line.before["contact"]) == ("Lê Thị Lan", "Trần Bình")
    assert (line.before["phone"], line.before["group"]) == ("0987654321", "")
    assert "name" not in line.before


def test_problems_stand_with_their_lines_and_rows_without_names_have_their_own(workspace, seen):
    lines = Lines(workspace, seen)
    wrong, double, loose = lines.fetch([2, 3, 4])
    assert {problem.code for problem in wrong.problems} >= {"phone_invalid", "email_invalid"}
    assert double.double == wrong.row
    assert (loose.action, loose.row, [p.code for p in loose.problems]) == (None, 6, ["no_name"])
    assert 4 in lines.ids(Kind.PROBLEM)


def test_a_row_left_out_is_not_written(workspace, seen):
    counts = unit_lists.commit(workspace, without(seen, {2}))
    assert (counts.added, counts.changed) == (0, 1)
    assert "Thôn Bến" not in {u.name for u in units.list_units(workspace.store)}
    assert without(seen, {1, 3}).writes == seen.writes


def test_a_cell_put_right_is_compared_anew_and_its_problem_goes(workspace, seen):
    after = unit_lists.corrected(workspace, seen, {(2, "phone"): "0911 222 333", (2, "name"): "Thôn Đoài"})
    assert after.actions == [Action.CHANGED, Action.SAME, Action.CHANGED, Action.NEW]
    assert after.rows[2].phone == "0911222333"
    assert "phone_invalid" not in {p.code for p in after.problems}
    assert "email_invalid" in {p.code for p in after.problems}
    assert seen.rows[2].name == "Thôn Bến"


def test_a_name_put_right_may_be_that_of_another_row(workspace, seen):
    after = unit_lists.corrected(workspace, seen, {(2, "name"): "thôn đông"})
    assert (after.rows[2].duplicate_of, after.actions[2]) == (3, Action.DUPLICATE)


def test_a_telephone_number_put_wrong_is_said(workspace, seen):
    after = unit_lists.corrected(workspace, seen, {(0, "phone"): "hỏi sau"})
    assert any(p.row == 2 and p.code == "phone_invalid" for p in after.problems)
