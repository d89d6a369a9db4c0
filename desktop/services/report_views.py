"""What the window shows of reports: lists, one with its parts, its pages. Changes nothing."""

import datetime as dt
from dataclasses import dataclass

from desktop.documents.report_part import ShownPart
from desktop.domain.report import Arrangement, Report, ReportState
from desktop.services import preview, report_drafts, report_sending
from desktop.services.preview import Paper
from desktop.services.report_sending import LaterResult
from desktop.services.workspace import Workspace
from desktop.storage import plans, reports

__all__ = [
    "LaterResult",
    "Listed",
    "Shown",
    "ShownPart",
    "listed",
    "newest_of_plan",
    "of_plan",
    "paper",
    "shown",
]


@dataclass(frozen=True, slots=True)
class Listed:
    """A report in a list. about: subject of its plan, "" for one over all plans of a period."""

    report: Report
    about: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One report. parts: in their order; later: what came in after the cut-off."""

    report: Report
    arrangement: Arrangement
    parts: tuple[ShownPart, ...]
    later: tuple[LaterResult, ...]

    @property
    def is_sent(self) -> bool:
        """Whether nothing of it changes any more (product rule 6)."""
        return self.report.state is ReportState.SENT


def listed(work: Workspace) -> list[Listed]:
    """All reports, the latest cut-off first. Two statements."""
    subjects = {plan.id: plan.subject for plan in plans.heads(work.store)}
    return [
        Listed(one, subjects.get(one.plan, "") if one.plan else "")
        for one in reports.list_reports(work.store)
    ]


def of_plan(work: Workspace, plan: int) -> list[Report]:
    """The reports on a plan, the latest cut-off first."""
    return reports.list_reports(work.store, plan)


def newest_of_plan(work: Workspace, plan: int) -> Report | None:
    """The draft on a plan, else the report sent last, None where there is neither."""
    found = of_plan(work, plan)
    drafts = [one for one in found if one.state is ReportState.DRAFT]
    return next(iter([*drafts, *found]), None)


def periods(work: Workspace) -> tuple[str, ...]:
    """Periods to report on, the one that ends next first: the month, quarter, half and year of today and those before."""
    today = work.today()
    before = today.replace(day=1) - dt.timedelta(days=1)
    quarter, half = (today.month + 2) // 3, 1 if today.month < 7 else 2
    last_quarter = f"{today.year}-Q{quarter - 1}" if quarter > 1 else f"{today.year - 1}-Q4"
    return (
        f"{today.year}-{today.month:02d}",
        f"{before.year}-{before.month:02d}",
        f"{today.year}-Q{quarter}",
        last_quarter,
        f"{today.year}-H{half}",
        str(today.year),
        str(today.year - 1),
    )


def shown(work: Workspace, key: int) -> Shown:
    """One report with its parts. Raises `NotFound`."""
    about, chosen = report_drafts.matter(work, key), report_drafts.body(work, key)
    return Shown(
        reports.get(work.store, key),
        chosen.arrangement,
        report_drafts.parts_of(about, chosen),
        tuple(report_sending.later_results(work, key)),
    )


def paper(work: Workspace, key: int) -> Paper:
    """The pages of a report: of a sent one the very PDF that was sent. Raises `NotFound`."""
    kept = reports.pdf(work.store, key)
    return preview.of_document(report_drafts.document(work, key)) if kept is None else preview.of_file(kept)
