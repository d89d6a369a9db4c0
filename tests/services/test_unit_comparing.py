"""Which row of a list is which unit: names alone do not tell namesakes apart, and the same list twice changes nothing."""

from pathlib import Path

import pytest

from desktop.services import unit_lists
from desktop.services.unit_lists import Action
from desktop.storage import units

N, C, S, D = Action.NEW, Action.CHANGED, Action.SAME, Action.DUPLICATE
NAMESAKES = ["Trường Tiểu học,T1,Xã Đông,0901", "Trường Tiểu học,T2,Xã Đoài,", "Xã Đông,X1,,", "Xã Đoài,X2,,"]


def listed(
    folder: Path, *rows: str, head: str = "Tên đơn vị,Mã đơn vị,Đơn vị cấp trên,Người liên hệ"
) -> Path:
    path = folder / "don-vi.csv"
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return path


def actions(work, path: Path) -> list[Action]:
    """What the list would do; it is kept."""
    seen = unit_lists.preview(work, path)
    unit_lists.commit(work, seen)
    return seen.actions


def codes(work) -> list[tuple[str, str]]:
    return sorted((unit.name, unit.code) for unit in units.list_units(work.store))


def test_units_of_one_name_with_codes_of_their_own_stay_two(workspace, tmp_path):
    path = listed(tmp_path, *NAMESAKES)
    assert actions(workspace, path) == [N, N, N, N]
    before = codes(workspace)
    assert actions(workspace, path) == [S, S, S, S]
    assert codes(workspace) == before


def test_units_of_one_name_under_two_parents_stay_two(workspace, tmp_path):
    rows = ["Trường Tiểu học,,Xã Đông,", "Trường Tiểu học,,Xã Đoài,", "Xã Đông,,,", "Xã Đoài,,,"]
    assert actions(workspace, listed(tmp_path, *rows)) == [N, N, N, N]
    assert actions(workspace, listed(tmp_path, *rows)) == [S, S, S, S]


@pytest.mark.parametrize(
    "row", ["Trường Tiểu học,T9,Xã Đông,", "Trường Tiểu học,,Xã Đoài,", "trường tiểu học,,,Lê Lan"]
)
def test_the_only_unit_of_a_name_gets_another_code_parent_or_contact(workspace, tmp_path, row):
    assert actions(workspace, listed(tmp_path, NAMESAKES[0], *NAMESAKES[2:])) == [N, N, N]
    assert actions(workspace, listed(tmp_path, row)) == [C]
    assert units.count(workspace.store) == 3
    assert actions(workspace, listed(tmp_path, row)) == [S]


def test_a_row_with_another_code_is_a_new_unit_beside_one_that_the_list_has_too(workspace, tmp_path):
    actions(workspace, listed(tmp_path, "Trạm Y tế,Y1,,"))
    assert actions(workspace, listed(tmp_path, "Trạm Y tế,Y2,,", "Trạm Y tế,Y1,,")) == [N, S]
    assert codes(workspace) == [("Trạm Y tế", "Y1"), ("Trạm Y tế", "Y2")]


def test_a_unit_is_placed_under_one_that_comes_with_the_list_at_once(workspace, tmp_path):
    actions(workspace, listed(tmp_path, "Thôn 1,,,"))
    path = listed(tmp_path, "Thôn 1,,X1,", "Xã Đông,X1,,", "thôn 1,,X1,")
    assert actions(workspace, path) == [C, N, D]
    assert actions(workspace, path) == [S, S, D]


def test_a_unit_that_names_its_own_code_above_is_the_same(workspace, tmp_path):
    path = listed(tmp_path, "Xã Đông,X1,X1,", "Thôn 1,T1,X1,")
    assert actions(workspace, path) == [N, N]
    assert actions(workspace, path) == [S, S]


def test_a_former_name_is_the_unit_of_today(workspace, tmp_path):
    from desktop.storage import unit_changes

    actions(workspace, listed(tmp_path, "Phòng Lao động,,,"))
    (unit,) = units.list_units(workspace.store)
    unit_changes.rename(workspace.store, unit.id, "Phòng Nội vụ", workspace.today())
    assert actions(workspace, listed(tmp_path, "phong lao dong,,,")) == [S]
