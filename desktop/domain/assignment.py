"""One task given to one unit: the only place where status lives (product rule 1). What is late is derived, never stored."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.unit import Unit


class Status(StrEnum):
    """What a unit says of its assignment."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


class Standing(StrEnum):
    """What is shown of an assignment on a day: its status seen against its deadline. The value is the letter of look.md."""

    NOT_STARTED = "C"
    IN_PROGRESS = "Đ"
    DONE = "X"
    DONE_LATE = "M"
    OVERDUE = "T"
    NOT_APPLICABLE = "K"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One task for one unit. due: the last day that counts by the office's rules, None for open-ended work; done_on: the day the unit
    finished; reported_on: the day its newest result came in; taken_from: unit id it was handed over from; first_due: the day it had
    before it was extended, None where it never was."""

    id: int
    task: int
    unit: int
    status: Status = Status.NOT_STARTED
    due: dt.date | None = None
    done_on: dt.date | None = None
    reported_on: dt.date | None = None
    taken_from: int | None = None
    first_due: dt.date | None = None

    def standing(self, today: dt.date) -> Standing:
        """Its standing on `today`."""
        return standing(self.status, self.due, self.done_on, today)

    def first_standing(self, today: dt.date) -> Standing:
        """The same seen against the first day, as if nothing had been extended."""
        return standing(self.status, self.first_due or self.due, self.done_on, today)


def holder_on(assignment: Assignment, units: "Mapping[int, Unit]", day: dt.date) -> int:
    """Id of the unit that had it on `day`: the one it was taken from while that still existed, else the present one (rule 7)."""
    before = None if assignment.taken_from is None else units.get(assignment.taken_from)
    return before.id if before is not None and before.exists_on(day) else assignment.unit


def standing(status: Status, due: dt.date | None, done_on: dt.date | None, today: dt.date) -> Standing:
    """Status seen against the deadline on `today`.

    Done counts as late when `done_on` is after `due`; done without a day is taken as in time, since lateness must be shown, not guessed.
    """
    if status is Status.NOT_APPLICABLE:
        return Standing.NOT_APPLICABLE
    if status is Status.DONE:
        return Standing.DONE_LATE if due and done_on and done_on > due else Standing.DONE
    if due and today > due:
        return Standing.OVERDUE
    return Standing.IN_PROGRESS if status is Status.IN_PROGRESS else Standing.NOT_STARTED
