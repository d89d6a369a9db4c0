"""A report is a draft until it is sent; a sent one is frozen (product rules 5 and 6)."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.report import Report, ReportState, check_editable, send
from desktop.errors import NotAllowed

DAY = dt.date(2026, 4, 2)
DRAFT = Report(1, "r1", "Kết quả thực hiện Kế hoạch số 12/KH-UBND", dt.date(2026, 3, 31), plan=1)


def test_rule_5_a_draft_has_no_number_and_no_day() -> None:
    assert (DRAFT.state, DRAFT.number, DRAFT.date) == (ReportState.DRAFT, None, None)
    check_editable(DRAFT)


def test_rule_5_sending_gives_number_and_day_and_nothing_else() -> None:
    assert send(DRAFT, 7, DAY) == replace(DRAFT, state=ReportState.SENT, number=7, date=DAY)


def test_rule_6_a_sent_report_is_neither_edited_nor_sent_again() -> None:
    sent = send(DRAFT, 7, DAY)
    for action in (lambda: check_editable(sent), lambda: send(sent, 8, DAY)):
        with pytest.raises(NotAllowed) as caught:
            action()
        assert caught.value.rule == "report_is_sent"


def test_numbers_of_reports_begin_with_one() -> None:
    with pytest.raises(NotAllowed) as caught:
        send(DRAFT, 0, DAY)
    assert caught.value.rule == "number_not_positive"
