"""What a unit reports on an assignment. Results are only added; the newest one says the status."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.assignment import Status


@dataclass(frozen=True, slots=True)
class Result:
    """One report of one unit on one assignment.

    reported_on: the day it came in; done_on: the day the work was finished, only with status DONE; values: indicator id -> number;
    reason: of lateness; source: where it came from ("form:<file>", "package:<id>", "hand").
    """

    assignment: int
    reported_on: dt.date
    status: Status
    done_on: dt.date | None = None
    text: str = ""
    reason: str = ""
    values: tuple[tuple[int, Decimal], ...] = ()
    source: str = "hand"
    id: int = 0
    uid: str = ""


def same_content(one: Result, other: Result) -> bool:
    """Whether two results say the same, whenever and however they came: the second one then changes nothing (product rule 9)."""
    return (one.assignment, one.status, one.done_on, one.text, one.reason, sorted(one.values)) == (
        other.assignment,
        other.status,
        other.done_on,
        other.text,
        other.reason,
        sorted(other.values),
    )
