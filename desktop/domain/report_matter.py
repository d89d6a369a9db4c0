"""All that a report tells of, gathered at its cut-off: kept with a sent report, so that it can be looked into whenever (product rule 6)."""

import datetime as dt
from dataclasses import dataclass

from desktop.domain.office import Office
from desktop.domain.plan import Plan
from desktop.domain.plan_figures import PlanFigures


@dataclass(frozen=True, slots=True)
class Earlier:
    """The same plan of an earlier year. figures: as they were reported then, else as they stood on the same day of that year."""

    plan: Plan
    year: int
    figures: PlanFigures


@dataclass(frozen=True, slots=True)
class PlanMatter:
    """A report on one plan. year: the one that the plan is for; basis: the directive as papers cite it, "" for none; urged: ids of the
    units that were reminded by the cut-off; earlier: None where there is no such plan, or nothing was reported on it."""

    plan: Plan
    year: int
    figures: PlanFigures
    office: Office
    basis: str = ""
    urged: tuple[int, ...] = ()
    earlier: Earlier | None = None


@dataclass(frozen=True, slots=True)
class PlanOfPeriod:
    """A plan with its work of a period."""

    plan: Plan
    figures: PlanFigures


@dataclass(frozen=True, slots=True)
class Coming:
    """A task that is due in the period that follows, or that is open since before. due: the nearest day; units: their names."""

    plan: Plan
    task: int
    text: str
    due: dt.date
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeriodMatter:
    """A report over all plans. period: as `report_period` writes it; start, cut_off: the days whose figures are in it; basis: the act
    that asks for it, "" for none; plans: those with work in the period, the oldest first; coming: what is to do next, by day."""

    period: str
    start: dt.date
    cut_off: dt.date
    office: Office
    plans: tuple[PlanOfPeriod, ...]
    coming: tuple[Coming, ...] = ()
    basis: str = ""


Matter = PlanMatter | PeriodMatter
