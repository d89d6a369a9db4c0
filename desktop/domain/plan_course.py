"""How the work of a plan went from its issue to the cut-off: on each day, what was to be done by then and what was. Counts only."""

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass

from desktop.domain.assignment import Standing
from desktop.domain.plan_figures import Line, PlanFigures

_DONE = (Standing.DONE, Standing.DONE_LATE)


@dataclass(frozen=True, slots=True)
class Moment:
    """The end of one day. due: assignments whose last day was this one or before it; done: those finished by then."""

    day: dt.date
    due: int
    done: int


def course(figures: PlanFigures, since: dt.date) -> tuple[Moment, ...]:
    """The days on which a count changed, in order; the first is `since` and the last the cut-off, which it must not be after.

    Work without a last day never becomes due. Work finished without a day is counted on the day it was reported. A day before `since`
    counts as `since`, one after the cut-off as the cut-off, so that the last moment agrees with the figures (product rule 8).
    """
    lines = [
        line for task in figures.tasks for line in task.lines if line.standing is not Standing.NOT_APPLICABLE
    ]
    until = figures.cut_off
    done = sorted(_within(_finished(line) or until, since, until) for line in lines if line.standing in _DONE)
    due = sorted(max(line.due, since) for line in lines if line.due and line.due <= until)
    days = sorted({since, until, *done, *due})
    return tuple(Moment(day, bisect_right(due, day), bisect_right(done, day)) for day in days)


def _finished(line: Line) -> dt.date | None:
    return line.done_on or line.reported_on


def _within(day: dt.date, since: dt.date, until: dt.date) -> dt.date:
    return min(max(day, since), until)
