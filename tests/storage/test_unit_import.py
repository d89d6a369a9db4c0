"""Parents of a list are found by name and by code, in the list and among the units kept; a list can be given up half-way."""

import datetime as dt

import pytest

from desktop.domain.unit import Unit, UnitName
from desktop.progress import Cancelled
from desktop.storage import search, unit_import, units
from desktop.storage.store import Store
from desktop.storage.unit_import import UnitRow

DAY = dt.date(2026, 3, 2)


def parents(store: Store) -> dict[str, str | None]:
    found = {unit.id: unit for unit in units.list_units(store)}
    return {unit.name: found[unit.parent].name if unit.parent else None for unit in found.values()}


def test_a_parent_is_found_by_its_code_in_the_list_before_and_behind(store: Store) -> None:
    rows = [
        UnitRow("Thôn 1", code="T1", parent="X1"),
        UnitRow("Xã Đông", code="X1", parent="X1"),
        UnitRow("Thôn 2", code="T2", parent="X1"),
        UnitRow("Thôn 3", code="T3", parent="X9"),
    ]
    unit_import.import_rows(store, rows, DAY)
    assert parents(store) == {"Thôn 1": "Xã Đông", "Thôn 2": "Xã Đông", "Thôn 3": None, "Xã Đông": None}


def test_a_parent_is_found_by_name_or_code_among_the_units_kept(store: Store) -> None:
    units.add(store, Unit(0, "", (UnitName("Xã Đông"),), code="X1", ended=DAY))
    units.add(store, Unit(0, "", (UnitName("Xã Đoài"),), code="X1"))
    rows = [UnitRow("Thôn 1", parent="X1"), UnitRow("Thôn 2", parent="XÃ ĐÔNG")]
    unit_import.import_rows(store, rows, DAY)
    assert parents(store) == {"Thôn 1": "Xã Đoài", "Thôn 2": "Xã Đông", "Xã Đông": None, "Xã Đoài": None}


def test_dau_tell_parents_of_a_list_apart(store: Store) -> None:
    rows = [
        UnitRow("Thôn Hạ"), UnitRow("Thôn Hà"), UnitRow("Tổ 1", parent="Thôn Hà"), UnitRow("Tổ 2", parent="thon ha"),
    ]  # fmt: skip
    unit_import.import_rows(store, rows, DAY)
    assert parents(store) == {"Thôn Hạ": None, "Thôn Hà": None, "Tổ 1": "Thôn Hà", "Tổ 2": "Thôn Hạ"}


def test_a_known_unit_moves_under_a_new_one(store: Store) -> None:
    kept = units.add(store, Unit(0, "", (UnitName("Thôn 1"),)))
    rows = [UnitRow("Thôn 1", parent="Xã Đông", unit=kept.id), UnitRow("Xã Đông")]
    unit_import.import_rows(store, rows, DAY)
    assert parents(store) == {"Thôn 1": "Xã Đông", "Xã Đông": None}


class Stops:
    """Somebody who asks to stop when two thousand rows are written."""

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        if done:
            assert (done, total, what) == (2000, 2500, "saving")
            raise Cancelled


def test_a_list_given_up_half_way_leaves_nothing(store: Store) -> None:
    rows = [UnitRow(f"Thôn {n}", group="Các thôn") for n in range(2500)]
    with pytest.raises(Cancelled):
        unit_import.import_rows(store, rows, DAY, Stops())
    assert (units.count(store), units.groups(store)) == (0, [])


def test_units_of_a_list_are_found_by_search_and_later_changes_are_too(store: Store) -> None:
    unit_import.import_rows(store, [UnitRow("Thôn Hạ", code="T1"), UnitRow("Thôn Thượng")], DAY)
    assert [hit.title for hit in search.find(store, "t1")] == ["Thôn Hạ"]
    units.add(store, Unit(0, "", (UnitName("Thôn Trung"),)))
    assert len(search.find(store, "thon")) == 3


def test_a_list_given_up_leaves_the_notes_of_search_as_they_were(store: Store) -> None:
    with pytest.raises(Cancelled):
        unit_import.import_rows(store, [UnitRow(f"Thôn {n}") for n in range(2500)], DAY, Stops())
    units.add(store, Unit(0, "", (UnitName("Thôn Trung"),)))
    assert [hit.title for hit in search.find(store, "thon")] == ["Thôn Trung"]
