"""A unit list comes in: previewed, kept once, never twice."""

from pathlib import Path

import pytest
from story import STATION, settle

from desktop.domain.unit import UnitKind
from desktop.errors import NoUnitNames
from desktop.services import unit_lists
from desktop.services.unit_lists import Action
from desktop.storage import units

HEAD = "STT,Tên đơn vị,Nhóm,Người liên hệ,Điện thoại\n"


def listed(folder: Path, *rows: str) -> Path:
    path = folder / "don-vi.csv"
    path.write_text(HEAD + "".join(f"{n},{row}\n" for n, row in enumerate(rows, 1)), encoding="utf-8")
    return path


def backups(work) -> list[str]:
    folder = work.home / "backups"
    return [path.name for path in folder.iterdir()] if folder.exists() else []


def test_the_first_list_is_kept_with_its_groups_and_needs_no_backup(workspace, tmp_path):
    path = listed(tmp_path, "Trạm Y tế xã,Y tế,Lê Thị Lan,0912345678", "Thôn Đông,Các thôn,,")
    seen = unit_lists.preview(workspace, path)
    assert units.count(workspace.store) == 0
    assert seen.counts == {"new": 2, "changed": 0, "same": 0, "duplicate": 0, "skipped": 0}
    assert unit_lists.commit(workspace, seen).added == 2
    found = unit_lists.listed(workspace)
    assert [(u.name, u.kind) for u in found] == [
        ("Thôn Đông", UnitKind.VILLAGE),
        ("Trạm Y tế xã", UnitKind.HEALTH),
    ]
    groups = unit_lists.groups_of(workspace, found, workspace.today())
    assert groups == {found[0].id: ("Các thôn",), found[1].id: ("Y tế",)}
    assert backups(workspace) == []


def test_the_same_list_again_changes_nothing(workspace, tmp_path):
    path = listed(tmp_path, "Trạm Y tế xã,Y tế,Lê Thị Lan,0912345678")
    unit_lists.commit(workspace, unit_lists.preview(workspace, path))
    again = unit_lists.preview(workspace, path)
    assert again.actions == [Action.SAME]
    assert unit_lists.commit(workspace, again) == (0, 0, 0, 0)
    assert backups(workspace) == []


def test_what_is_new_changed_same_or_double_is_told_and_kept_after_a_backup(workspace, tmp_path):
    settle(workspace)
    path = listed(tmp_path, f"{STATION},,Lê Thị Lan,", "Thôn Đông,,,", "Thôn Bến,,,", "thôn bến,,,")
    seen = unit_lists.preview(workspace, path)
    assert seen.actions == [Action.CHANGED, Action.SAME, Action.NEW, Action.DUPLICATE]
    counts = unit_lists.commit(workspace, seen)
    assert (counts.added, counts.changed) == (1, 1)
    assert any("before-import" in name for name in backups(workspace))
    found = {u.name: u for u in unit_lists.listed(workspace)}
    assert found[STATION].contact.person == "Lê Thị Lan"


def test_silence_of_the_list_erases_nothing_and_another_spelling_renames_nobody(workspace, tmp_path):
    unit_lists.commit(workspace, unit_lists.preview(workspace, listed(tmp_path, "Trạm Y tế xã,,Lê Lan,")))
    seen = unit_lists.preview(workspace, listed(tmp_path, "TRẠM Y TẾ XÃ,,,"))
    assert seen.actions == [Action.SAME]


def test_a_unit_that_joins_a_group_is_changed(workspace, tmp_path):
    settle(workspace)
    path = listed(tmp_path, "Thôn Đông,Vùng cao,,")
    seen = unit_lists.preview(workspace, path)
    assert seen.actions == [Action.CHANGED]
    assert unit_lists.commit(workspace, seen).members == 1
    assert unit_lists.preview(workspace, path).actions == [Action.SAME]


def test_villages_that_differ_by_a_mark_are_two(workspace, tmp_path):
    unit_lists.commit(workspace, unit_lists.preview(workspace, listed(tmp_path, "Thôn Hạ,,,")))
    assert unit_lists.preview(workspace, listed(tmp_path, "Thôn Hà,,,")).actions == [Action.NEW]


def test_a_parent_is_set_once(workspace, tmp_path):
    settle(workspace)
    path = tmp_path / "truc-thuoc.csv"
    path.write_text(f"Tên đơn vị,Đơn vị cấp trên\nĐiểm trạm Bến Đò,{STATION}\n", encoding="utf-8")
    seen = unit_lists.preview(workspace, path)
    assert seen.rows[0].parent == STATION
    unit_lists.commit(workspace, seen)
    child = next(u for u in unit_lists.listed(workspace) if u.name == "Điểm trạm Bến Đò")
    assert units.get(workspace.store, child.parent).name == STATION
    assert unit_lists.preview(workspace, path).actions == [Action.SAME]


def test_a_file_without_units_is_refused(workspace, tmp_path):
    path = tmp_path / "khac.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(NoUnitNames):
        unit_lists.preview(workspace, path)
