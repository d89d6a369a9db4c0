"""Units by columns: rows come out as they went in, over the wire too."""

from desktop.readers import unit_table
from desktop.readers.unit_table import UnitRow, UnitTable
from desktop.workers import wire

COLUMNS = {
    "row": [2, 3, 5],
    "name": ["Thôn 1", "Thôn 2", "THÔN 1"],
    "group": ["Các thôn", None, "Các thôn"],
    "duplicate_of": [None, None, 2],
}
ROWS = [
    UnitRow(2, "Thôn 1", "Các thôn", *[None] * 10, key=None),
    UnitRow(3, "Thôn 2", None, *[None] * 10, key=None),
    UnitRow(5, "THÔN 1", "Các thôn", *[None] * 9, duplicate_of=2, key=None),
]


def heard() -> UnitTable:
    told = wire.parse(wire.line(unit_table.message(COLUMNS)))
    assert told is not None
    return unit_table.table(told)


def test_rows_come_over_the_wire_as_they_were() -> None:
    assert list(heard()) == ROWS


def test_one_row_or_some_are_made_when_asked_for() -> None:
    table = heard()
    assert (len(table), table[0], table[-1], table[1:]) == (3, ROWS[0], ROWS[-1], ROWS[1:])


def test_a_table_goes_on_behind_another_and_keeps_what_repeats_once() -> None:
    whole = UnitTable()
    whole.extend(heard())
    whole.extend(heard())
    assert list(whole) == ROWS * 2
    groups = whole.columns["group"]
    assert groups[0] is groups[3]


def test_a_table_without_units_is_empty() -> None:
    told = wire.parse(wire.line(unit_table.message({})))
    assert list(unit_table.table(told or [])) == []
