"""The table for the evaluation of units and their officers over a period (Nghị định 335/2025/NĐ-CP), from work given and results."""

import calendar
import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from desktop.documents import evaluation
from desktop.documents.body import from_json
from desktop.documents.evaluation import Period, Product, UnitWork
from desktop.documents.phrases import in_cell, short_date
from desktop.documents.register import extension_reason
from desktop.domain import report_period
from desktop.domain.assignment import Standing
from desktop.domain.follow_up import Extension, check_order
from desktop.domain.plan import Plan, PlanState
from desktop.domain.plan_figures import Line
from desktop.domain.task import Task
from desktop.errors import NotAllowed
from desktop.progress import SILENT, Progress
from desktop.services import papers, reporting
from desktop.services.papers import EVERY, Formats
from desktop.services.register import extensions_by_assignment
from desktop.services.workspace import Workspace
from desktop.storage import plans, tasks, units

_DONE = frozenset({Standing.DONE, Standing.DONE_LATE})


def write(
    work: Workspace,
    folder: Path,
    start: dt.date,
    end: dt.date,
    unit: int | None = None,
    formats: Formats = EVERY,
    progress: Progress = SILENT,
) -> list[Path]:
    """Write the table of all units, or of one (its id), for the days from `start` to `end`: PDF, DOCX, XLSX.

    Counted is what was finished in these days and what was due by their end and is not finished, also from before; open-ended work while
    it is open. A running period is counted up to today. Raises `NotAllowed` "days_out_of_order" (also a period to come),
    "nothing_to_evaluate", and the errors of writing.
    """
    period = Period(start, end, min(end, work.today()))
    check_order(start, period.day)
    works = gather(work, period, unit)
    if not works:
        raise NotAllowed("nothing_to_evaluate", start=f"{start:%d/%m/%Y}", end=f"{end:%d/%m/%Y}")
    sheets = [
        ("Tổng hợp", evaluation.summary_table(works, period.day)),
        ("Theo người phụ trách", evaluation.officer_table(works, period.day)),
        ("Chi tiết", evaluation.product_table(works, period.day)),
    ]
    of_one = f"-don-vi-{unit}" if unit is not None else ""
    base = folder / f"danh-gia-tien-do{of_one}-{start.isoformat()}-{end.isoformat()}"
    return papers.write(evaluation.build(works, period, work.office), sheets, base, progress, formats)


def days_of(written: str) -> tuple[dt.date, dt.date]:
    """First and last day of the month, quarter, half or year written "2026-03", "2026-Q1", "2026-H1", "2026": those of the calendar, since
    the evaluation has no cut-off before its end. Raises `BadValue` "period"."""
    period = report_period.parse(written)
    last = period.index * period.kind.value
    first = dt.date(period.year, last - period.kind.value + 1, 1)
    return first, dt.date(period.year, last, calendar.monthrange(period.year, last)[1])


def gather(work: Workspace, period: Period, unit: int | None = None) -> list[UnitWork]:
    """The units with products of our plans in the period, in the order of the list of units; plans in the order of their days."""
    found: dict[int, tuple[str, list[Product]]] = {}
    given = plans.heads(work.store, ours=True)
    running = [
        one for one in given if one.state is not PlanState.DRAFT and one.date and one.date <= period.day
    ]
    for plan in sorted(running, key=lambda one: (one.date or period.day, one.number or 0)):
        maker = _Products(work, plan, period)
        for one in reporting.figures(work, plan.id).units:
            if unit is None or one.unit == unit:
                made = [maker.product(line) for line in one.lines if maker.counts(line)]
                found.setdefault(one.unit, (one.name, []))[1].extend(made)
    known = units.by_ids(work.store, found)
    return [
        UnitWork(name, tuple(some), known[key].contact) for key, (name, some) in sorted(found.items()) if some
    ]


class _Products:
    """Products of one plan."""

    def __init__(self, work: Workspace, plan: Plan, period: Period) -> None:
        self._period = period
        self._tasks: Mapping[int, Task] = {task.id: task for task in tasks.of_plan(work.store, plan.id)}
        self._extensions: Mapping[int, list[Extension]] = extensions_by_assignment(work, plan.id)
        before = {a.id: a.taken_from for a in tasks.assignments_of_plan(work.store, plan.id) if a.taken_from}
        known = units.by_ids(work.store, before.values())
        self._before = {key: known[one] for key, one in before.items()}
        signer = from_json(plans.body(work.store, plan.id)).signer.name
        self._given_by = "\n".join(filter(None, (*_paper(plan), signer)))

    def counts(self, line: Line) -> bool:
        """Whether a line belongs to the period."""
        if line.standing is Standing.NOT_APPLICABLE:
            return False
        if line.standing in _DONE:
            finished = line.done_on or line.reported_on
            if finished and finished <= self._period.day:
                return finished >= self._period.start
        return line.due is None or line.due <= self._period.end

    def product(self, line: Line) -> Product:
        """The product of a line as it stood on the last day counted."""
        task, day = self._tasks[line.task], self._period.day
        finished = line.done_on or line.reported_on
        is_done = line.standing in _DONE and finished is not None and finished <= day
        extended = self._extensions.get(line.assignment, [])
        before = self._before.get(line.assignment)
        reasons = (in_cell(line.reason), *map(extension_reason, extended))
        return Product(
            in_cell(task.text),
            in_cell(task.deliverable),
            self._given_by,
            line.first_due or line.due,
            line.due,
            tuple(one.new_due for one in extended),
            is_done,
            line.done_on if is_done else None,
            ". ".join(filter(None, reasons)),
            before.name if before is not None and before.id != line.unit else "",
        )


def _paper(plan: Plan) -> tuple[str, str]:
    """Number and day of an issued plan, for a narrow column."""
    return f"{plan.number or 0:02d}/{plan.symbol}", short_date(plan.date) if plan.date else ""
