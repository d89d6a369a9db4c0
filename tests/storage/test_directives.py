"""Directives: reading, file, list."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.correspondence import Arrival, Incoming
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.directive import AskedTask, Reading, Remark, ReportOrder, Severity
from desktop.errors import NotFound
from desktop.storage import directives, search
from desktop.storage.store import Store

DAY = dt.date(2026, 3, 2)
READING = Reading(
    kind="Kế hoạch",
    number="640",
    symbol="KH-UBND",
    issuer="ỦY BAN NHÂN DÂN TỈNH",
    date=DAY,
    subject="Ngày hội",
    tasks=(AskedTask("Treo cờ", ("Các xã",), deadline=Deadline("trước ngày 14/4", DAY, Operator.BEFORE)),),
    report=ReportOrder("UBND tỉnh", by=("Các xã",)),
    remarks=(Remark("old_year", Severity.WARNING, "năm 2023"),),
    paragraphs=("Căn cứ Luật Đường bộ;", "Treo cờ"),
)


def test_a_reading_comes_back_as_it_was_understood(store: Store) -> None:
    key = directives.add(store, READING, DAY, "640.docx", b"PK")
    assert directives.reading(store, key) == READING
    assert directives.file(store, key) == b"PK"
    (row,) = directives.list_directives(store)
    assert row == directives.get(store, key)
    assert (row.number, row.date, row.received_on, row.file_name) == ("640", DAY, DAY, "640.docx")


def test_a_corrected_reading_replaces_the_first(store: Store) -> None:
    key = directives.add(store, Reading())
    directives.save_reading(store, key, READING)
    assert directives.reading(store, key) == READING
    assert directives.get(store, key).subject == "Ngày hội"
    assert directives.file(store, key) is None


def test_a_directive_is_found_by_its_words(store: Store) -> None:
    key = directives.add(store, READING)
    (hit,) = search.find(store, "luat duong bo")
    assert (hit.noun, hit.id, hit.title) == ("directive", key, "Kế hoạch 640/KH-UBND")
    assert "Luật Đường bộ" in hit.snippet


def test_a_reading_without_paragraphs_is_found_by_its_tasks(store: Store) -> None:
    key = directives.add(store, replace(READING, paragraphs=()), file_name="a.pdf")
    assert search.find(store, "treo cờ")[0].id == key


@pytest.mark.parametrize("ask", [directives.get, directives.reading, directives.file])
def test_a_directive_that_is_not_there_is_not_found(store: Store, ask) -> None:
    with pytest.raises(NotFound):
        ask(store, 3)


def test_the_reading_of_none_cannot_be_corrected(store: Store) -> None:
    with pytest.raises(NotFound):
        directives.save_reading(store, 3, READING)


def test_the_arrival_of_a_directive_is_kept_and_replaced(store: Store) -> None:
    key = directives.add(store, READING, DAY)
    assert directives.incoming(store, key).arrival == Arrival(on=DAY)
    came = Arrival(12, DAY, "Phòng Văn hóa - Xã hội", dt.date(2026, 3, 3), "bản giấy")
    directives.set_arrival(store, key, came)
    assert directives.incoming(store, key) == Incoming(
        key, "Kế hoạch", "640", "KH-UBND", "ỦY BAN NHÂN DÂN TỈNH", DAY, "Ngày hội", came
    )
    with pytest.raises(NotFound):
        directives.set_arrival(store, 9, came)
    with pytest.raises(NotFound):
        directives.incoming(store, 9)


def test_the_directives_of_a_year_stand_in_the_order_of_their_arrival(store: Store) -> None:
    keys = [directives.add(store, READING, day) for day in (DAY, DAY, DAY, dt.date(2027, 1, 4), None)]
    for key, number in ((keys[0], 8), (keys[2], 7)):
        directives.set_arrival(store, key, Arrival(number, DAY))
    assert [one.id for one in directives.arrived_in(store, 2026)] == [keys[2], keys[0], keys[1]]
