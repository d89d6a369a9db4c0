"""A task's state and the completeness tables are derived from assignments (product rules 1 and 8), nothing else."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from desktop.domain.assignment import Assignment, Standing


@dataclass(frozen=True, slots=True)
class Completeness:
    """Giao · Đã báo cáo · Đúng hạn · Trễ · Chưa báo cáo · Tỷ lệ, for one unit, one task or a whole plan.

    assigned: assignments that count (the unit exists, the task applies to it); reported: those with a result; done: finished;
    on_time: finished by the due day, or without one; late: finished after it, or not finished although it has passed;
    missing: without any result; assigned = reported + missing. on_time_first: finished by the day that was set first: what on_time
    would be had no day been extended. Since days are only extended to later ones, never more than on_time.
    """

    assigned: int = 0
    reported: int = 0
    done: int = 0
    on_time: int = 0
    late: int = 0
    missing: int = 0
    on_time_first: int = 0

    @property
    def rate(self) -> Decimal | None:
        """Share of assignments finished, in percent with one digit; None where nothing is assigned."""
        return percent(self.done, self.assigned)

    @property
    def overdue(self) -> int:
        """How many are not finished although their day has passed: the late ones without those finished late."""
        return self.late - (self.done - self.on_time)

    def __add__(self, other: "Completeness") -> "Completeness":
        return Completeness(
            self.assigned + other.assigned,
            self.reported + other.reported,
            self.done + other.done,
            self.on_time + other.on_time,
            self.late + other.late,
            self.missing + other.missing,
            self.on_time_first + other.on_time_first,
        )


def percent(part: int, whole: int) -> Decimal | None:
    """`part` of `whole` in percent, rounded half up to one digit as offices print it; None for a whole of 0."""
    if whole == 0:
        return None
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def completeness(assignments: Iterable[Assignment], today: dt.date) -> Completeness:
    """Count `assignments` on `today`. The caller passes only those of units that exist then; what does not apply is left out here."""
    total = Completeness()
    for assignment in assignments:
        total += _of_one(assignment, today)
    return total


def _of_one(assignment: Assignment, today: dt.date) -> Completeness:
    standing = assignment.standing(today)
    if standing is Standing.NOT_APPLICABLE:
        return Completeness()
    reported = assignment.reported_on is not None
    return Completeness(
        assigned=1,
        reported=int(reported),
        done=int(standing in (Standing.DONE, Standing.DONE_LATE)),
        on_time=int(standing is Standing.DONE),
        late=int(standing in (Standing.DONE_LATE, Standing.OVERDUE)),
        missing=int(not reported),
        on_time_first=int(assignment.first_standing(today) is Standing.DONE),
    )


def task_standing(assignments: Iterable[Assignment], today: dt.date) -> Standing:
    """What to show for a task as a whole: the worst that still asks for something, DONE only when every unit is done."""
    standings = {assignment.standing(today) for assignment in assignments} - {Standing.NOT_APPLICABLE}
    if not standings:
        return Standing.NOT_APPLICABLE
    if Standing.OVERDUE in standings:
        return Standing.OVERDUE
    if standings <= {Standing.DONE, Standing.DONE_LATE}:
        return Standing.DONE_LATE if Standing.DONE_LATE in standings else Standing.DONE
    return Standing.NOT_STARTED if standings == {Standing.NOT_STARTED} else Standing.IN_PROGRESS
