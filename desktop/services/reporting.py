"""What comes out of results: the figures of a plan at a cut-off, and all that a report on it tells of. Writes nothing."""

import datetime as dt
from dataclasses import replace

from desktop.documents.phrases import cite
from desktop.domain import as_json
from desktop.domain.assignment import holder_on
from desktop.domain.follow_up import as_agreed_on
from desktop.domain.plan import Plan, PlanState
from desktop.domain.plan_figures import PlanFigures, plan_figures
from desktop.domain.report import ReportState
from desktop.domain.report_matter import Earlier, PlanMatter
from desktop.errors import NotAllowed
from desktop.services.next_year import own_year
from desktop.services.workspace import Workspace
from desktop.storage import audit, directives, follow_ups, plans, reports, results, tasks, units


def figures(work: Workspace, key: int, cut_off: dt.date | None = None) -> PlanFigures:
    """All figures of an issued plan on the day `cut_off` (None: today), from results that came in by then.

    Units are listed in the order of the unit list. Work counts for the unit that had it on that day, also where it was handed over
    since; units that do not exist then are not counted (product rules 7, 8). Days are those that
    were agreed by then. Raises `NotFound`, `NotAllowed` "plan_not_issued", "cut_off_before_plan".
    """
    plan = plans.get(work.store, key)
    if plan.state is PlanState.DRAFT or plan.date is None:
        raise NotAllowed("plan_not_issued", plan=key)
    day = cut_off or max(work.today(), plan.date)
    if day < plan.date:
        raise NotAllowed("cut_off_before_plan", cut_off=f"{day:%d/%m/%Y}", date=f"{plan.date:%d/%m/%Y}")
    given = as_agreed_on(
        tasks.assignments_of_plan(work.store, key), follow_ups.extensions_of_plan(work.store, key), day
    )
    known = units.by_ids(work.store, {unit for a in given for unit in (a.unit, a.taken_from) if unit})
    held = [replace(a, unit=holder_on(a, known, day)) for a in given]
    names = {key: known[key].name_on(day) for key in sorted(known) if known[key].exists_on(day)}
    newest = results.latest_of_plan(work.store, key, until=day)
    return plan_figures(tasks.of_plan(work.store, key), held, newest, names, day)


def matter(work: Workspace, key: int, cut_off: dt.date | None = None) -> PlanMatter:
    """All that a report on a plan tells of, as it stood on the day `cut_off` (None: today). Raises what `figures` raises."""
    counted = figures(work, key, cut_off)
    plan = plans.get(work.store, key)
    return PlanMatter(
        plan=plan,
        year=own_year(plan),
        figures=counted,
        office=work.office,
        basis=cite(directives.reading(work.store, plan.directive)) if plan.directive else "",
        urged=_urged(work, key, counted),
        earlier=_earlier(work, plan, counted.cut_off),
    )


def _urged(work: Workspace, key: int, counted: PlanFigures) -> tuple[int, ...]:
    told = {
        one.assignment
        for one in follow_ups.urgings_of_plan(work.store, key)
        if one.urged_on <= counted.cut_off
    }
    return tuple(u.unit for u in counted.units if any(line.assignment in told for line in u.lines))


def _earlier(work: Workspace, plan: Plan, day: dt.date) -> Earlier | None:
    """The nearest plan of an earlier year that this one was made from, with what was reported on it; None without one."""
    year, seen = own_year(plan), {plan.id}
    key = plans.cloned_from(work.store, plan.id)
    while key is not None and key not in seen:
        seen.add(key)
        found = plans.get(work.store, key)
        if found.state is not PlanState.DRAFT and own_year(found) < year:
            counted = _of_earlier(work, found, _same_day(day, own_year(found) - year))
            return Earlier(found, own_year(found), counted) if counted and counted.total.reported else None
        key = plans.cloned_from(work.store, key)
    return None


def continue_from(work: Workspace, key: int, earlier: int) -> None:
    """Say that a plan continues one of an earlier year, with which its report is then compared: for plans that were drafted anew.

    Raises `NotFound`, `NotAllowed` "not_an_earlier_plan".
    """
    plan, before = plans.get(work.store, key), plans.get(work.store, earlier)
    if before.state is PlanState.DRAFT or own_year(before) >= own_year(plan):
        raise NotAllowed("not_an_earlier_plan", plan=key, earlier=earlier)
    with work.store.transaction():
        plans.set_cloned_from(work.store, key, earlier)
        audit.note(work.store, "plan_continues", "plan", key, earlier=earlier)


def _of_earlier(work: Workspace, plan: Plan, day: dt.date) -> PlanFigures | None:
    """The figures of the last report that was sent on a plan, since these are the ones that are known; else those of `day`."""
    for one in reports.list_reports(work.store, plan.id):
        kept = reports.snapshot(work.store, one.id) if one.state is ReportState.SENT else None
        if kept:
            return as_json.load(PlanMatter, kept).figures
    return figures(work, plan.id, day) if plan.date and plan.date <= day else None


def _same_day(day: dt.date, years: int) -> dt.date:
    year = day.year + years
    return dt.date(year, 2, 28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
