"""Units, names over time, groups; lists in bulk; renaming, merging, splitting."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.unit import Contact, Membership, Unit, UnitGroup, UnitKind, UnitName
from desktop.domain.vietnamese import fold_name
from desktop.errors import NotFound
from desktop.storage import unit_changes, unit_import, units
from desktop.storage.store import Store
from desktop.storage.unit_import import ImportCounts, UnitRow

DAY, LATER = dt.date(2026, 3, 2), dt.date(2026, 6, 1)

FULL = Unit(
    0,
    "",
    (UnitName("Phòng LĐ-TB&XH", "LĐ", None, DAY), UnitName("Phòng Nội vụ", "NV", DAY)),
    UnitKind.DEPARTMENT,
    code="P01",
    contact=Contact("Nguyễn An", "Trưởng phòng", "0912345678", "an@xa.gov.vn", "Thôn 1"),
    note="ghi chú",
    started=dt.date(2020, 1, 1),
)


def add(store: Store, *names: str) -> list[Unit]:
    return [units.add(store, Unit(0, "", (UnitName(name),))) for name in names]


def test_a_unit_comes_back_as_it_was_given(store: Store) -> None:
    kept = units.add(store, FULL)
    assert replace(kept, id=0, uid="") == FULL
    assert len(kept.uid) == 32
    assert units.get(store, kept.id) == kept


def test_a_unit_is_replaced_with_all_its_names(store: Store) -> None:
    kept = units.add(store, FULL)
    changed = replace(kept, names=kept.names[1:], contact=Contact(), ended=LATER)
    units.save(store, changed)
    assert units.get(store, kept.id) == changed


def test_a_unit_that_is_not_there_is_not_found(store: Store) -> None:
    for ask in (lambda: units.get(store, 9), lambda: units.save(store, replace(FULL, id=9))):
        with pytest.raises(NotFound):
            ask()


def test_units_are_listed_by_the_alphabet_and_by_number(store: Store) -> None:
    add(store, "Thôn 10", "Thôn 2", "Đoàn xã", "Ban Chỉ huy", "Ấp Đông")
    assert [unit.name for unit in units.list_units(store)] == [
        "Ấp Đông",
        "Ban Chỉ huy",
        "Đoàn xã",
        "Thôn 2",
        "Thôn 10",
    ]


def test_only_units_that_exist_on_the_day_are_listed(store: Store) -> None:
    units.add(store, replace(FULL, ended=DAY))
    (living,) = add(store, "Thôn 1")
    assert units.list_units(store, DAY) == [living]
    assert len(units.list_units(store)) == 2
    assert units.count(store) == 2


def test_listing_takes_two_statements(store: Store, statements) -> None:
    add(store, "A", "B", "C")
    with statements() as said:
        units.list_units(store)
        units.by_ids(store, (1, 2, 77))
        units.groups(store)
    assert len(said) == 6


def test_the_index_of_names_prefers_the_living_and_the_present(store: Store) -> None:
    gone = units.add(store, Unit(0, "", (UnitName("Chi hội Làm vườn", "CHLV"),), ended=DAY))
    former = units.add(
        store, Unit(0, "", (UnitName("Hội Nông dân", end=DAY), UnitName("Hội Phụ nữ", start=DAY)))
    )
    gardeners, farmers = add(store, "Chi hội làm vườn", "Hội nông dân")
    index = units.name_index(store)
    assert index[fold_name("Chi hội làm vườn")] == gardeners.id
    assert index[fold_name("Hội nông dân")] == farmers.id
    assert index[fold_name("Hội Phụ nữ")] == former.id
    assert index[fold_name("CHLV")] == gone.id


def test_units_are_found_by_stable_id(store: Store) -> None:
    (kept,) = add(store, "A")
    assert units.ids_by_uid(store) == {kept.uid: kept.id}


def test_a_group_keeps_its_members_over_time(store: Store) -> None:
    one, two = add(store, "A", "B")
    members = (Membership(two.id, DAY), Membership(one.id, None, LATER))
    group = units.save_group(store, UnitGroup(0, "", "Các thôn", members))
    assert units.groups(store) == [group]
    units.save_group(store, replace(group, name="Các xóm", members=members[:1]))
    assert units.groups(store) == [replace(group, name="Các xóm", members=members[:1])]


def test_a_group_that_is_not_there_cannot_be_replaced(store: Store) -> None:
    with pytest.raises(NotFound):
        units.save_group(store, UnitGroup(5, "x", "Không có"))


def test_a_list_is_written_with_groups_and_parents(store: Store) -> None:
    rows = [
        UnitRow("Thôn 1", "village", group="Các thôn", parent="Xã Đông"),
        UnitRow(
            "Thôn 2",
            "village",
            group="CÁC THÔN",
            parent="UBND nơi khác",
            person="Lê Bình",
            phone="0912345678",
        ),
        UnitRow("Xã Đông", "commune", parent="Xã Đông"),
    ]
    assert unit_import.import_rows(store, rows, DAY) == ImportCounts(3, 0, 1, 2)
    first, second, commune = (units.get(store, key) for key in (1, 2, 3))
    assert (first.parent, second.parent, commune.parent) == (commune.id, None, None)
    assert second.contact == Contact("Lê Bình", phone="0912345678")
    assert units.groups(store)[0].members == (Membership(1, DAY), Membership(2, DAY))


def test_the_same_list_written_again_changes_nothing(store: Store) -> None:
    rows = [UnitRow("Thôn 1", group="Các thôn", parent="Xã Đông"), UnitRow("Xã Đông")]
    unit_import.import_rows(store, rows, DAY)
    before = units.list_units(store), units.groups(store)
    again = [row._replace(unit=key) for key, row in enumerate(rows, 1)]
    assert unit_import.import_rows(store, again, LATER) == ImportCounts(0, 2, 0, 0)
    assert (units.list_units(store), units.groups(store)) == before


def test_a_changed_row_changes_its_unit(store: Store) -> None:
    (kept,) = add(store, "Thôn 1")
    unit_import.import_rows(store, [UnitRow("Thôn 1", phone="0987654321", unit=kept.id)], DAY)
    assert units.get(store, kept.id) == replace(kept, contact=Contact(phone="0987654321"))


def test_a_renamed_unit_has_its_old_name_on_older_days(store: Store) -> None:
    (kept,) = add(store, "Phòng Lao động")
    unit = unit_changes.rename(store, kept.id, "Phòng Nội vụ", DAY)
    assert units.get(store, kept.id) == unit
    assert (unit.name_on(DAY - dt.timedelta(1)), unit.name_on(DAY)) == ("Phòng Lao động", "Phòng Nội vụ")


def test_merged_units_give_work_subordinates_and_groups_to_the_successor(store: Store, work) -> None:
    work.assign(store)
    (heir,) = add(store, "Thôn Mới")
    (child,) = add(store, "Tổ 1")
    units.save(store, replace(child, parent=work.units[0].id))
    moved = unit_changes.merge(store, [work.units[0].id, work.units[1].id, heir.id], heir.id, LATER)
    assert moved == 1  # both had the same task: it is given to the successor once
    assert units.get(store, child.id).parent == heir.id
    gone = units.get(store, work.units[0].id)
    assert (gone.ended, gone.successor) == (LATER, heir.id)
    assert units.groups(store)[0].members_on(LATER) == (work.units[2].id, heir.id)
    assert units.groups(store)[0].members_on(DAY) == tuple(unit.id for unit in work.units[:3])


def test_a_successor_begins_no_later_than_what_it_takes_over(store: Store) -> None:
    (old,) = add(store, "A")
    new = units.add(store, Unit(0, "", (UnitName("B"),), started=LATER))
    unit_changes.merge(store, [old.id], new.id, DAY)
    assert units.get(store, new.id).started == DAY


def test_a_split_unit_gives_its_work_to_the_first_and_its_groups_to_all(store: Store, work) -> None:
    work.assign(store)
    first, second = add(store, "Thôn Đông 1", "Thôn Đông 2")
    assert unit_changes.split(store, work.units[0].id, [first.id, second.id], LATER) == 1
    assert {first.id, second.id} <= set(units.groups(store)[0].members_on(LATER))


def test_a_dissolved_unit_leaves_its_groups_and_has_no_successor(store: Store, work) -> None:
    unit_changes.dissolve(store, work.units[0].id, LATER)
    gone = units.get(store, work.units[0].id)
    assert (gone.ended, gone.successor) == (LATER, None)
    assert gone.id not in units.groups(store)[0].members_on(LATER)
