"""The follow-up register of one plan or of all issued plans, as files. What stands in it comes from the workspace alone."""

from pathlib import Path

from desktop.documents import register
from desktop.documents.register import Followed
from desktop.domain.follow_up import Extension
from desktop.domain.plan import Plan, PlanState
from desktop.domain.report import ReportState
from desktop.errors import NotAllowed
from desktop.progress import SILENT, Progress
from desktop.services import papers, reporting
from desktop.services.file_names import stem
from desktop.services.papers import EVERY, Formats
from desktop.services.workspace import Workspace
from desktop.storage import directives, follow_ups, plans, reports


def write(
    work: Workspace,
    folder: Path,
    plan: int | None = None,
    formats: Formats = EVERY,
    progress: Progress = SILENT,
) -> list[Path]:
    """Write the register of a plan, or of all issued ones, as it stands today.

    Raises `NotFound`, `NotAllowed` "plan_not_issued", "no_issued_plan", and the errors of writing.
    """
    chosen = [plans.get(work.store, plan)] if plan is not None else issued_plans(work)
    if not chosen:
        raise NotAllowed("no_issued_plan")
    followed = [_followed(work, one) for one in chosen]
    today, office = work.today(), work.office
    name = stem(chosen[0]) if plan is not None else "cac-ke-hoach"
    base = folder / f"so-theo-doi-{name}-{today.isoformat()}"
    sheets = [("Sổ theo dõi", register.table(followed, office, merged=False))]
    return papers.write(register.build(followed, office, today), sheets, base, progress, formats)


def issued_plans(work: Workspace) -> list[Plan]:
    """Plans of ours that are issued and not closed, the oldest first."""
    found = plans.heads(work.store, PlanState.ISSUED, ours=True)
    running = [(one.date, one.number or 0, one) for one in found if one.date]
    return [one for *_, one in sorted(running, key=lambda some: some[:2])]


def _followed(work: Workspace, plan: Plan) -> Followed:
    figures = reporting.figures(work, plan.id)
    asked = directives.reading(work.store, plan.directive) if plan.directive else None
    arrival = directives.incoming(work.store, plan.directive).arrival.number if plan.directive else None
    sent = [
        f"{one.number:02d}/{one.symbol}"
        for one in reversed(reports.list_reports(work.store, plan.id))
        if one.state is ReportState.SENT and one.number
    ]
    return Followed(plan, figures, asked, tuple(sent), extensions_by_assignment(work, plan.id), arrival)


def extensions_by_assignment(work: Workspace, plan: int) -> dict[int, list[Extension]]:
    """The later days agreed for each assignment of a plan that has any, in the order in which they were kept."""
    out: dict[int, list[Extension]] = {}
    for one in follow_ups.extensions_of_plan(work.store, plan):
        out.setdefault(one.assignment, []).append(one)
    return out
