"""Remarks on a reading: only what is certain."""

import datetime as dt

from desktop.cli.reading_json import reading_to_json
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.directive import AskedTask, Reading, Remark, ReportOrder, Severity
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


def test_a_code_without_a_sentence_is_shown_as_it_is() -> None:
    reading = Reading(remarks=(Remark("odd", Severity.ERROR, "lời"),))
    assert reading_to_json(reading)["findings"] == [
        {"code": "odd", "severity": "error", "message": "odd", "quote": "lời"}
    ]
