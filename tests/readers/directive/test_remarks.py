"""Remarks on a reading: only what is certain."""

import datetime as dt

from desktop.cli.reading_json import message_of
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.directive import AskedTask, Reading, ReportOrder
from desktop.readers.directive import remarks

DAY = dt.date(2026, 3, 5)


def codes(reading: Reading) -> list[str]:
    return [remark.code for remark in remarks.of(reading)]


def test_a_deadline_before_the_document_is_pointed_at() -> None:
    due = Deadline("trước ngày 1/3/2026", dt.date(2026, 3, 1), Operator.BEFORE)
    reading = Reading(date=DAY, tasks=(AskedTask("Họp.", deadline=due),), report=ReportOrder(deadline=due))
    assert codes(reading) == ["deadline_before_document", "report_before_document"]


def test_words_without_a_day_are_pointed_at() -> None:
    due = Deadline("chậm nhất 05 ngày làm việc", None, Operator.BY)
    assert codes(Reading(tasks=(AskedTask("Họp.", deadline=due),))) == ["deadline_without_day"]


def test_a_document_in_order_has_no_remark() -> None:
    due = Deadline("trước ngày 9/3/2026", dt.date(2026, 3, 9), Operator.BEFORE)
    assert (
        codes(Reading(number="5", date=DAY, tasks=(AskedTask("Họp.", deadline=due), AskedTask("Trực."))))
        == []
    )


def test_every_remark_has_a_sentence() -> None:
    due = Deadline("trước ngày 1/3/2026", dt.date(2026, 3, 1), Operator.BEFORE)
    found = remarks.of(Reading(date=DAY, symbol="KH", signer_name="Lê An", report=ReportOrder(deadline=due)))
    assert [remark.code for remark in found] == ["signed_but_no_number", "no_tasks", "report_before_document"]
    assert all(message_of(remark.code).endswith(".") for remark in found)
