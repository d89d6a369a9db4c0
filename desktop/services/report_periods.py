"""Periods of reporting as the office has them, and all that a report of one tells of, over all plans. Writes no file."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from desktop.domain import as_json
from desktop.domain.assignment import Standing
from desktop.domain.plan import Plan, PlanState
from desktop.domain.plan_figures import Line, PlanFigures, narrowed
from desktop.domain.report_matter import Coming, PeriodMatter, PlanOfPeriod
from desktop.domain.report_period import Period, PeriodRules, bounds, check_rules, parse, usual_rules
from desktop.errors import NotAllowed
from desktop.services import reporting
from desktop.services.workspace import Workspace
from desktop.storage import audit, plans, settings

_KEY = "report_periods"
_OVER = frozenset({Standing.DONE, Standing.DONE_LATE, Standing.NOT_APPLICABLE})


def rules(work: Workspace) -> PeriodRules:
    """The office's cut-off days, those of the decree where it has told none."""
    kept = settings.get(work.store, _KEY)
    return usual_rules() if kept is None else as_json.load(PeriodRules, kept)


def tell_rules(work: Workspace, told: PeriodRules) -> None:
    """Keep other cut-off days. Raises `BadValue` "last_day"; "period" for a part of the year that is none."""
    check_rules(told)
    for part, longer in told.replaced.items():
        for text in (part, longer):
            parse("2000" if text == "year" else f"2000-{text}")
    with work.store.transaction():
        settings.put(work.store, _KEY, as_json.dump(told))
        audit.note(work.store, "told", "report_periods")


def matter(work: Workspace, text: str, cut_off: dt.date | None = None) -> PeriodMatter:
    """All that the report of a period tells of ("2026-03", "2026-Q1", "2026-H1", "2026"), counted to its last day, or to `cut_off`,
    or while it runs to today.

    The work of a period is what was not finished before it began and is due by its cut-off, was done or reported on in it, or has
    no day. Raises `BadValue` "period", `NotAllowed` "period_not_begun", "cut_off_outside_period".
    """
    period, ours = parse(text), rules(work)
    start, end = bounds(period, ours)
    if start > work.today():
        raise NotAllowed("period_not_begun", period=period.text, start=f"{start:%d/%m/%Y}")
    day = cut_off or min(end, work.today())
    if not start <= day <= end:
        raise NotAllowed(
            "cut_off_outside_period",
            cut_off=f"{day:%d/%m/%Y}",
            start=f"{start:%d/%m/%Y}",
            end=f"{end:%d/%m/%Y}",
        )
    counted = [(plan, reporting.figures(work, plan.id, day)) for plan in _running(work, day)]
    return PeriodMatter(
        period=period.text,
        start=start,
        cut_off=day,
        office=work.office,
        plans=tuple(_of_period(counted, start, day)),
        coming=tuple(
            sorted(_coming(counted, period, ours), key=lambda one: (one.due, one.plan.id, one.task))
        ),
        basis=ours.basis,
    )


def _running(work: Workspace, day: dt.date) -> list[Plan]:
    """Plans of ours issued by `day`, the oldest first."""
    found = plans.heads(work.store, ours=True)
    given = [
        (one.date, one.number or 0, one) for one in found if one.state is not PlanState.DRAFT and one.date
    ]
    return [one for date, _, one in sorted(given, key=lambda some: some[:2]) if date <= day]


def _of_period(
    counted: list[tuple[Plan, PlanFigures]], start: dt.date, day: dt.date
) -> Iterator[PlanOfPeriod]:
    for plan, figures in counted:
        part = narrowed(figures, lambda line: _is_of_period(line, start, day))
        part = replace(part, tasks=tuple(some for some in part.tasks if some.lines))
        if part.units:
            yield PlanOfPeriod(plan, part)


def _is_of_period(line: Line, start: dt.date, day: dt.date) -> bool:
    if line.standing is Standing.NOT_APPLICABLE:
        return False
    if line.standing in _OVER:
        finished = line.done_on or line.reported_on
        return finished is None or finished >= start
    is_due = line.due is None or line.due <= day
    return is_due or (line.reported_on is not None and line.reported_on >= start)


def _coming(counted: list[tuple[Plan, PlanFigures]], period: Period, ours: PeriodRules) -> Iterator[Coming]:
    """What is open and due by the end of the period that follows, of plans that are not closed."""
    until = bounds(period.next, ours)[1]
    for plan, figures in counted:
        for some in figures.tasks:
            open_ = [
                (line.due, line.name)
                for line in some.lines
                if line.standing not in _OVER and line.due and line.due <= until
            ]
            if open_ and plan.state is PlanState.ISSUED:
                due = min(due for due, _ in open_)
                yield Coming(plan, some.task.id, some.task.text, due, tuple(name for _, name in open_))
