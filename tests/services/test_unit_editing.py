"""Units set up, corrected, renamed, split, dissolved, grouped; nothing that has work is removed."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from story import DIVISION, FRONT, ISSUED, STATION, VILLAGES, add_unit, issued, settle

from desktop.domain.unit import UnitKind
from desktop.errors import BadValue, NotAllowed, NotFound
from desktop.services import safety, trash, undoing, unit_editing
from desktop.services.unit_editing import Moving, Told
from desktop.storage import backup, tasks, units

DAY = dt.date(2026, 3, 20)
EAST, WEST, UPPER = VILLAGES


def refused(act) -> str:
    with pytest.raises(NotAllowed) as told:
        act()
    return told.value.rule


def test_a_new_unit_gets_the_kind_its_name_tells_and_a_tidy_phone(workspace):
    made = unit_editing.add(
        workspace, Told(" Trường  Tiểu học Hà Đông ", phone="912 345 678", person="Lê Lan")
    )
    kept = units.get(workspace.store, made.id)
    assert (kept.name, kept.kind) == ("Trường Tiểu học Hà Đông", UnitKind.SCHOOL)
    assert (kept.contact.phone, kept.contact.person) == ("0912345678", "Lê Lan")


@pytest.mark.parametrize(
    ("told", "field", "problem"),
    [
        (Told("  "), "name", "missing"),
        (Told(EAST), "name", "taken"),
        (Told("Thôn Mới", code="T1"), "code", "taken"),
        (Told("Thôn Mới", phone="chưa có"), "phone", "unreadable"),
        (Told("Thôn Mới", email="thon.moi"), "email", "unreadable"),
    ],
)
def test_what_cannot_be_kept_is_told_by_its_field(workspace, told, field, problem):
    settle(workspace)
    add_unit(workspace, "Thôn Bến", code="T1")
    assert unit_editing.problems(workspace, told) == {field: problem}
    with pytest.raises(BadValue, match=f"unit_{field}"):
        unit_editing.add(workspace, told)


def test_two_schools_of_one_name_may_stand_under_two_communes(workspace):
    ids = settle(workspace)
    told = Told("Trường Mầm non", parent=ids[EAST])
    unit_editing.add(workspace, told)
    assert unit_editing.problems(workspace, replace(told, parent=ids[WEST])) == {}
    assert unit_editing.problems(workspace, told) == {"name": "taken"}


def test_correcting_keeps_what_was_told_and_former_names(workspace):
    ids = settle(workspace)
    unit_editing.rename(workspace, ids[EAST], "Thôn Đông Hà", DAY)
    told = unit_editing.told_of(units.get(workspace.store, ids[EAST]))
    unit_editing.correct(workspace, ids[EAST], replace(told, note="Sát sông", code="D1", name="Thôn Đông Hạ"))
    kept = units.get(workspace.store, ids[EAST])
    assert ([n.name for n in kept.names], kept.note, kept.code) == ([EAST, "Thôn Đông Hạ"], "Sát sông", "D1")


def test_nobody_stands_above_himself(workspace):
    ids = settle(workspace)
    told = unit_editing.told_of(units.get(workspace.store, ids[EAST]))
    unit_editing.correct(workspace, ids[EAST], replace(told, parent=ids[WEST]))
    other = unit_editing.told_of(units.get(workspace.store, ids[WEST]))
    assert unit_editing.problems(workspace, replace(other, parent=ids[EAST]), ids[WEST]) == {
        "parent": "circle"
    }
    assert unit_editing.problems(workspace, replace(other, parent=ids[UPPER]), ids[WEST]) == {}


def test_a_new_name_holds_from_its_day(workspace):
    ids = settle(workspace)
    unit_editing.rename(workspace, ids[EAST], "Thôn Đông Hà", DAY, "ĐH")
    kept = units.get(workspace.store, ids[EAST])
    assert (kept.name_on(ISSUED), kept.name_on(DAY)) == (EAST, "Thôn Đông Hà")
    assert refused(lambda: unit_editing.rename(workspace, ids[EAST], "Thôn X", ISSUED)) == "name_earlier"
    with pytest.raises(BadValue):
        unit_editing.rename(workspace, ids[EAST], " ", DAY)


def test_what_would_move_is_told_before(workspace):
    ids = settle(workspace)
    issued(workspace)
    unit_editing.add_group(workspace, "Ven sông", [ids[EAST]])
    add_unit(workspace, "Tổ 1", parent=ids[EAST])
    told = unit_editing.moving(workspace, [ids[EAST]], DAY)
    assert isinstance(told, Moving)
    assert (told.open, told.kept, told.below) == (1, 0, 1)
    assert "Ven sông" in told.groups


def test_a_split_gives_the_open_work_to_the_first_and_makes_a_backup(workspace):
    ids = settle(workspace)
    plan = issued(workspace)
    (first, second), moved = unit_editing.split(workspace, ids[EAST], ["Thôn Đông Một", "Thôn Đông Hai"], DAY)
    assert moved == 1
    assert {a.unit for a in tasks.assignments_of_plan(workspace.store, plan.id)} >= {first.id}
    old = units.get(workspace.store, ids[EAST])
    assert (old.ended, old.successor, second.started) == (DAY, first.id, DAY)
    assert backup.list_backups(workspace.home)[0].reason == "before-split"
    assert safety.newest_backup(workspace.home) is not None


@pytest.mark.parametrize("names", [["Thôn Một"], ["Thôn Một", "thôn một"], ["Thôn Một", " "]])
def test_a_split_needs_two_different_names(workspace, names):
    ids = settle(workspace)
    with pytest.raises(BadValue):
        unit_editing.split(workspace, ids[EAST], names, DAY)


def test_what_is_over_can_neither_be_renamed_nor_split_nor_dissolved(workspace):
    key = settle(workspace)[EAST]
    unit_editing.dissolve(workspace, [key], ISSUED)
    assert refused(lambda: unit_editing.rename(workspace, key, "Thôn X", DAY)) == "unit_ended"
    assert refused(lambda: unit_editing.split(workspace, key, ["A", "B"], DAY)) == "unit_ended"
    assert refused(lambda: unit_editing.dissolve(workspace, [key], DAY)) == "unit_ended"


def test_a_unit_without_work_goes_to_the_trash_and_comes_back_with_its_groups(workspace):
    key = add_unit(workspace, "Thôn Nhầm").id
    group = unit_editing.add_group(workspace, "Các thôn khác", [key]).id
    assert unit_editing.removable(workspace, [key])
    unit_editing.discard(workspace, [key])
    with pytest.raises(NotFound):
        units.get(workspace.store, key)
    restored = trash.restore(workspace, trash.listed(workspace)[0].id)
    assert (restored.noun, restored.key, restored.title) == ("unit", key, "Thôn Nhầm")
    assert unit_editing.members(workspace, group, DAY) == {key}


def test_a_unit_that_was_given_work_is_not_removed(workspace):
    ids = settle(workspace)
    issued(workspace)
    for name in (EAST, STATION, FRONT, DIVISION):
        assert not unit_editing.removable(workspace, [ids[name]])
    assert refused(lambda: unit_editing.discard(workspace, [ids[FRONT]])) == "unit_has_work"


def test_members_come_and_go_from_a_day(workspace):
    ids = settle(workspace)
    key = unit_editing.add_group(workspace, "Cụm 1", [ids[EAST], ids[WEST]]).id
    unit_editing.set_members(workspace, key, [ids[WEST], ids[UPPER]], DAY)
    assert unit_editing.members(workspace, key, ISSUED) == {ids[EAST], ids[WEST]}
    assert unit_editing.members(workspace, key, DAY) == {ids[WEST], ids[UPPER]}
    unit_editing.join(workspace, key, [ids[EAST]], DAY)
    assert unit_editing.members(workspace, key, DAY) == {ids[EAST], ids[WEST], ids[UPPER]}
    unit_editing.set_members(workspace, key, [ids[EAST]], None)
    assert unit_editing.members(workspace, key, ISSUED) == {ids[EAST]}


@given(first=st.sets(st.integers(0, 4)), second=st.sets(st.integers(0, 4)))
def test_members_of_a_day_are_those_told_for_it(tmp_path_factory, first, second):
    from desktop.services.workspace import Workspace

    with Workspace.open(tmp_path_factory.mktemp("nhom"), lambda: DAY) as work:
        keys = [add_unit(work, f"Thôn {n}").id for n in range(5)]
        group = unit_editing.add_group(work, "Cụm", [keys[n] for n in first]).id
        unit_editing.set_members(work, group, [keys[n] for n in second], DAY)
        assert unit_editing.members(work, group, ISSUED) == {keys[n] for n in first}
        assert unit_editing.members(work, group, DAY) == {keys[n] for n in second}


def test_a_group_is_renamed_but_not_to_a_name_that_there_is(workspace):
    key = unit_editing.add_group(workspace, "Cụm 1").id
    unit_editing.add_group(workspace, "Cụm 2")
    assert unit_editing.rename_group(workspace, key, "Cụm phía đông").name == "Cụm phía đông"
    with pytest.raises(BadValue):
        unit_editing.rename_group(workspace, key, "cụm  2")


def test_a_group_that_was_given_work_stays(workspace):
    ids = settle(workspace)
    free = unit_editing.add_group(workspace, "Cụm 1", [ids[EAST]]).id
    issued(workspace)
    used = next(g.id for g in units.groups(workspace.store) if g.name == "Các thôn")
    assert refused(lambda: unit_editing.remove_group(workspace, used)) == "group_in_use"
    unit_editing.remove_group(workspace, free)
    with pytest.raises(NotFound):
        unit_editing.members(workspace, free, DAY)


def test_every_change_can_be_taken_back(workspace):
    ids = settle(workspace)
    issued(workspace)
    with undoing.doing(workspace, "Chia tách"):
        unit_editing.split(workspace, ids[EAST], ["Thôn Một", "Thôn Hai"], DAY)
    undoing.undo(workspace)
    assert units.get(workspace.store, ids[EAST]).ended is None
