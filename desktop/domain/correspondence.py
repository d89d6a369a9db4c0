"""What văn thư writes down of papers that come in and go out: số đến, who got it, who signed, how many copies (NĐ 30/2020, Phụ lục IV).

Columns of the registers and their rules; keeps and prints nothing.
"""

import datetime as dt
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from desktop.domain.follow_up import check_not_ahead, check_order
from desktop.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a document came in. number: số đến, None until văn thư gives it; on: ngày đến; passed_to: the unit or person who got it;
    passed_on: ngày chuyển."""

    number: int | None = None
    on: dt.date | None = None
    passed_to: str = ""
    passed_on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A directive as a line of the register. id: of the directive; number, symbol as printed on it; None where it does not say."""

    id: int
    kind: str | None
    number: str | None
    symbol: str | None
    issuer: str | None
    date: dt.date | None
    subject: str | None
    arrival: Arrival = Arrival()


@dataclass(frozen=True, slots=True)
class Dispatch:
    """How a paper went out. keeper: who keeps the file copy; copies: None where it was not told; sent_on: ngày chuyển."""

    signer: str = ""
    recipients: tuple[str, ...] = ()
    keeper: str = ""
    copies: int | None = None
    sent_on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A paper of the office that has its number: a plan, a sent report, or a letter (any other kind).

    kind: name of its type ("Kế hoạch"); subject: trích yếu; of its ids `report` or `letter` says what it is, neither: it is the plan
    itself; plan: the plan it belongs to, None for none.
    """

    kind: str
    number: int
    symbol: str
    date: dt.date
    subject: str
    plan: int | None = None
    report: int | None = None
    letter: int | None = None
    dispatch: Dispatch = Dispatch()


_Told = TypeVar("_Told", Arrival, Dispatch)


def told_over(before: _Told, told: _Told) -> _Told:
    """What was told now over what was told before: what `told` leaves out (None, "", nothing) stays as it was."""
    said = {field.name: getattr(told, field.name) for field in fields(told)}
    return replace(before, **{name: value for name, value in said.items() if value not in (None, "", ())})


def check_arrival(arrival: Arrival, dated: dt.date | None, today: dt.date) -> None:
    """What is written of an arrival has happened, in its order. dated: the day on the document.

    Raises `NotAllowed` "number_not_positive", "day_in_future", "days_out_of_order".
    """
    if arrival.number is not None and arrival.number < 1:
        raise NotAllowed("number_not_positive", number=arrival.number)
    for day in (arrival.on, arrival.passed_on):
        if day:
            check_not_ahead(day, today)
    check_order(dated, arrival.on)
    check_order(arrival.on, arrival.passed_on)


def check_dispatch(dispatch: Dispatch, dated: dt.date) -> None:
    """A paper goes out on its own day or later. Raises `NotAllowed` "days_out_of_order", "copies_not_positive"."""
    check_order(dated, dispatch.sent_on)
    if dispatch.copies is not None and dispatch.copies < 1:
        raise NotAllowed("copies_not_positive", copies=dispatch.copies)
