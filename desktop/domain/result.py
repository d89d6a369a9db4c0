"""What a unit reports on an assignment. Results are only added; the newest one says the status, several offices' are merged (`merging`)."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.assignment import Status

MERGED = "merge"
"""The source of a result that was put together of several offices' versions; nobody told it as it is."""


@dataclass(frozen=True, slots=True)
class Result:
    """One report of one unit on one assignment.

    reported_on: the day it came in; done_on: the day the work was finished, only with status DONE; values: indicator id -> number;
    reason: of lateness; source: where it came from ("form:<file>", "package:<file>", "hand", `MERGED`); proposal: kiến nghị, đề xuất in
    the unit's words; bases: uids of the versions that its author saw; author: who wrote it; made_at: moment in UTC (ISO).
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
    proposal: str = ""
    bases: tuple[str, ...] = ()
    author: str = ""
    made_at: str = ""


def same_content(one: Result, other: Result) -> bool:
    """Whether two results say the same, whenever and however they came: the second one then changes nothing (product rule 9)."""
    return _said(one) == _said(other)


def _said(result: Result) -> tuple[object, ...]:
    words = (result.text, result.reason, result.proposal)
    return (result.assignment, result.status, result.done_on, words, sorted(result.values))
