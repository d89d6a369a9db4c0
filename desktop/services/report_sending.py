"""A report goes up: its figures and its exact PDF are kept, and what units tell afterwards is "sau khi chốt" (product rule 6)."""

import datetime as dt
from dataclasses import dataclass, replace

from desktop.domain import as_json
from desktop.domain import report as rules
from desktop.domain.numbering import report_symbol
from desktop.domain.plan_figures import Line, PlanFigures
from desktop.domain.report import Report
from desktop.domain.report_matter import Matter, PlanMatter
from desktop.domain.result import Result
from desktop.errors import NotAllowed
from desktop.progress import SILENT, Progress
from desktop.services import numbers, report_drafts
from desktop.services.workspace import Workspace
from desktop.storage import audit, reports, results, tasks, undo, units


@dataclass(frozen=True, slots=True)
class LaterResult:
    """A result that is not in a report because it came in later. plan: its id; unit: name today; task: its words; before: the same work
    as the report has it."""

    plan: int
    unit: str
    task: str
    result: Result
    before: Line


def send(work: Workspace, key: int, number: int, date: dt.date, progress: Progress = SILENT) -> Report:
    """Give a draft its number and day, and keep its figures and the exact PDF. Raises `NotFound`, `NotAllowed` "report_is_sent",
    "number_not_positive", "number_taken", "sent_before_cut_off"."""
    report = reports.get(work.store, key)
    sent = rules.send(report, number, date)
    if date < report.cut_off:
        raise NotAllowed("sent_before_cut_off", date=f"{date:%d/%m/%Y}", cut_off=f"{report.cut_off:%d/%m/%Y}")
    about = report_drafts.matter(work, key)
    sent = replace(sent, symbol=report_symbol(about.office.symbol), title=report_drafts.subject_of(about))
    numbers.check(work, number, sent.symbol, date.year)
    printed = _printed(work, about, sent, progress)
    with work.store.transaction():
        reports.freeze(work.store, sent, as_json.dump(about), printed)
        audit.note(work.store, "report_sent", "report", key, number=number)
        undo.seal(work.store)
    return sent


def _printed(work: Workspace, about: Matter, report: Report, progress: Progress) -> bytes:
    from desktop.writers import pdf

    paper = report_drafts.document_of(about, report_drafts.body(work, report.id), report)
    return pdf.as_bytes(paper, progress)


def later_results(work: Workspace, key: int) -> list[LaterResult]:
    """What units told after a report was frozen, or after the cut-off of a draft: the newest result of each piece of work in it that is
    not the one in it. By plan and in the order of its tasks. Raises `NotFound`."""
    about = report_drafts.matter(work, key)
    plans = (about,) if isinstance(about, PlanMatter) else about.plans
    return [one for some in plans for one in _later(work, some.plan.id, some.figures)]


def _later(work: Workspace, plan: int, figures: PlanFigures) -> list[LaterResult]:
    told = {line.assignment: (line, some.task.text) for some in figures.tasks for line in some.lines}
    newest = {
        one.assignment: one for one in results.latest_of_plan(work.store, plan) if one.assignment in told
    }
    new = {key: one for key, one in newest.items() if one.id != told[key][0].result}
    held = {a.id: a.unit for a in tasks.assignments_of_plan(work.store, plan) if a.id in new}
    known = units.by_ids(work.store, held.values())
    return [
        LaterResult(plan, known[held[key]].name_on(work.today()), task, new[key], line)
        for key, (line, task) in told.items()
        if key in new
    ]
