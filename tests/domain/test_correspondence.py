"""What is written down of papers that come in and go out."""

import datetime as dt

import pytest

from desktop.domain.correspondence import Arrival, Dispatch, check_arrival, check_dispatch, told_over
from desktop.errors import NotAllowed

DATED, CAME, TODAY = dt.date(2026, 3, 2), dt.date(2026, 3, 3), dt.date(2026, 3, 4)
TOMORROW = dt.date(2026, 3, 5)


def test_what_happened_in_its_order_is_taken() -> None:
    check_arrival(Arrival(1, CAME, "Phòng Y tế", TODAY), DATED, TODAY)
    check_arrival(Arrival(1, DATED, passed_on=DATED), DATED, TODAY)
    check_arrival(Arrival(), None, TODAY)
    check_dispatch(Dispatch(copies=1, sent_on=CAME), CAME)
    check_dispatch(Dispatch(), CAME)


@pytest.mark.parametrize(
    ("arrival", "rule"),
    [
        (Arrival(0), "number_not_positive"),
        (Arrival(1, TOMORROW), "day_in_future"),
        (Arrival(1, CAME, passed_on=TOMORROW), "day_in_future"),
        (Arrival(1, dt.date(2026, 3, 1)), "days_out_of_order"),
        (Arrival(1, CAME, passed_on=DATED), "days_out_of_order"),
    ],
)
def test_an_arrival_that_cannot_be_is_refused(arrival: Arrival, rule: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        check_arrival(arrival, DATED, TODAY)
    assert refused.value.rule == rule


@pytest.mark.parametrize(
    ("dispatch", "rule"),
    [(Dispatch(copies=0), "copies_not_positive"), (Dispatch(sent_on=DATED), "days_out_of_order")],
)
def test_a_dispatch_that_cannot_be_is_refused(dispatch: Dispatch, rule: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        check_dispatch(dispatch, CAME)
    assert refused.value.rule == rule


def test_what_is_left_out_stays_as_it_was() -> None:
    before = Dispatch("An", ("Sở Y tế",), "VT", 3, CAME, "gấp")
    assert told_over(before, Dispatch()) == before
    assert told_over(before, Dispatch(copies=4)) == Dispatch("An", ("Sở Y tế",), "VT", 4, CAME, "gấp")
    assert told_over(Arrival(on=CAME), Arrival(7, note="bản sao")) == Arrival(7, CAME, note="bản sao")
