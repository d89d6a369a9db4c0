"""Deadlines against the day of the paper, the day of the report and those of the directive. Compares printed days; moves none."""

import datetime as dt
from collections.abc import Iterator

from desktop.documents.phrases import short_date
from desktop.documents.proofread.citations import is_cited
from desktop.documents.proofread.dates import days_in
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.paper import Context, Paper, PaperTask, Part
from desktop.documents.proofread.words import level, pattern, sentence_span
from desktop.documents.proofread.years import LONG_PAST
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.deadline_words import find_deadlines
from desktop.domain.directive import Reading, Severity
from desktop.domain.vietnamese import fold

_LIMITS = {Operator.BEFORE, Operator.BY}
_FAR = 30
"""Days before the deadline of the directive from which a tighter one is worth a look."""


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """The deadline of each task and of the report."""
    yield from _passed(paper)
    report = _certain(paper.report)
    for task in paper.tasks:
        day = _certain(task.deadline)
        if day is None or task.deadline is None:
            continue
        if paper.date and day < paper.date:
            yield _early(paper, task, task.deadline, day)
        elif report and day > report and not task.is_report:
            yield from _after_report(paper, task, day, report)
        if context.upper is not None:
            yield from _against_task(task, day, context.upper)
    if report is not None and context.upper is not None:
        yield from _against_report(paper, report, context.upper)


def _passed(paper: Paper) -> Iterator[Finding]:
    """Deadlines shortly before the paper, which the directive reader takes for none; days long past are told by `years`."""
    if paper.date is None:
        return
    known = {(task.passage, task.deadline.date) for task in paper.tasks if task.deadline}
    for at, one in paper.indexed(Part.BODY):
        passed = {day for day in days_in(one.text) if paper.date - LONG_PAST <= day < paper.date}
        for deadline in find_deadlines(one.text, None) if passed else ():
            day = _certain(deadline.deadline)
            if day not in passed or (at, day) in known:
                continue
            first, last = sentence_span(one.text, deadline.start, deadline.end)
            said = level(one.text[first:last])
            if deadline.deadline.operator not in _LIMITS or is_cited(one.text, deadline.start):
                continue
            if not pattern("history", "not_carried_out").search(said):
                values = {"deadline": short_date(day), "date": short_date(paper.date)}
                yield found("deadline_before_document", at, one.text[first:last], values=values)


def _certain(deadline: Deadline | None) -> dt.date | None:
    """The day of a deadline that comes once."""
    return deadline.date if deadline is not None and deadline.recurrence is None else None


def _early(paper: Paper, task: PaperTask, deadline: Deadline, day: dt.date) -> Finding:
    written = short_date(paper.date) if paper.date else ""
    values = {"deadline": short_date(day), "date": written}
    return found("deadline_before_document", max(task.passage, 0), deadline.text or task.text, values=values)


def _after_report(paper: Paper, task: PaperTask, day: dt.date, report: dt.date) -> Iterator[Finding]:
    """Outside papers also ask for a first report of work that goes on: only a note there, and none over a year."""
    if not paper.ours and day.year != report.year:
        return
    severity = None if paper.ours else Severity.INFO
    values = {"deadline": short_date(day), "report": short_date(report)}
    quote = task.deadline.text if task.deadline else task.text
    yield found("deadline_after_report", max(task.passage, 0), quote, severity=severity, values=values)


def _against_task(task: PaperTask, day: dt.date, upper: Reading) -> Iterator[Finding]:
    """The same work in the directive, told by its words."""
    wanted = fold(task.source or task.text)
    for asked in upper.tasks:
        limit = _certain(asked.deadline)
        if limit is None or fold(asked.sentence or asked.text) != wanted:
            continue
        yield from _compared(max(task.passage, 0), task.text, day, limit)
        return


def _against_report(paper: Paper, report: dt.date, upper: Reading) -> Iterator[Finding]:
    limit = _certain(upper.report.deadline)
    if limit is None or paper.report is None:
        return
    at = next(
        (i for i, one in enumerate(paper.passages) if paper.report.text and paper.report.text in one.text), 0
    )
    if report == limit:
        values = {"deadline": short_date(report), "upper": short_date(limit)}
        yield found("deadline_after_upper", at, paper.report.text, severity=Severity.WARNING, values=values)
    else:
        yield from _compared(at, paper.report.text, report, limit)


def _compared(at: int, quote: str, day: dt.date, limit: dt.date) -> Iterator[Finding]:
    values = {"deadline": short_date(day), "upper": short_date(limit)}
    if day > limit:
        yield found("deadline_after_upper", at, quote, values=values)
    elif (limit - day).days > _FAR:
        yield found("deadline_far_before_upper", at, quote, days=(limit - day).days, values=values)
