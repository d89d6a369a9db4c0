"""Results are only added; the same thing said twice changes nothing (product rule 9)."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.domain.assignment import Status
from desktop.domain.result import Result, same_content

DAY = dt.date(2026, 3, 20)
ONE = Result(
    7,
    DAY,
    Status.DONE,
    DAY,
    "Đã tổ chức 02 buổi",
    values=((1, Decimal(2)), (2, Decimal("35.5"))),
    id=1,
    uid="a",
)


def test_rule_9_the_same_result_is_recognised_whenever_and_however_it_comes() -> None:
    again = replace(ONE, id=9, uid="b", source="form:ket-qua.xlsx", reported_on=dt.date(2026, 4, 1))
    assert same_content(ONE, again)


def test_rule_9_the_order_of_indicators_makes_no_difference() -> None:
    assert same_content(ONE, replace(ONE, values=ONE.values[::-1]))


@pytest.mark.parametrize(
    "change",
    [
        {"assignment": 8},
        {"status": Status.IN_PROGRESS},
        {"done_on": None},
        {"text": "Đã tổ chức 03 buổi"},
        {"reason": "Mưa lũ"},
        {"proposal": "Bổ sung kinh phí"},
        {"values": ((1, Decimal(3)), (2, Decimal("35.5")))},
    ],
)
def test_rule_9_a_result_that_says_something_else_is_another_one(change: dict[str, Any]) -> None:
    assert not same_content(ONE, replace(ONE, **change))
