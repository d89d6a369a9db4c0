"""What comes out of results: the figures of a plan at a cut-off and the summary report."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from desktop.documents import report as report_document
from desktop.documents.model import Document
from desktop.documents.phrases import named_plan, short_date
from desktop.documents.report_tables import completeness_table, indicator_table, silent_table, task_table
from desktop.domain.assignment import holder_on
from desktop.domain.follow_up import as_agreed_on
from desktop.domain.plan import Plan, PlanState
from desktop.domain.plan_figures import PlanFigures, plan_figures
from desktop.errors import NotAllowed
from desktop.progress import SILENT, Progress
from desktop.services.file_names import prepare, stem
from desktop.services.papers import EVERY, Formats
from desktop.services.workspace import Workspace
from desktop.storage import follow_ups, plans, results, tasks, units


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


def report(
    work: Workspace,
    key: int,
    folder: Path,
    formats: Formats,
    cut_off: dt.date | None = None,
    progress: Progress = SILENT,
) -> list[Path]:
    """Write the summary report into `folder` and give the paths; no format chosen means all three."""
    if formats.is_empty:
        formats = EVERY
    counted = figures(work, key, cut_off)
    plan = plans.get(work.store, key)
    paper = report_document.build(plan, counted, work.office)
    prepare(folder)
    base = folder / f"bao-cao-{stem(plan)}-chot-{counted.cut_off.isoformat()}"
    made = _papers(paper, base, formats, progress)
    if formats.xlsx:
        made.append(_workbook(plan, counted, base.with_name(base.name + ".xlsx")))
    return made


def _papers(paper: Document, base: Path, formats: Formats, progress: Progress) -> list[Path]:
    from desktop.writers import docx, pdf

    made = []
    if formats.pdf:
        made.append(base.with_name(base.name + ".pdf"))
        pdf.write(paper, made[-1], progress)
    if formats.docx:
        made.append(base.with_name(base.name + ".docx"))
        docx.write(paper, made[-1], progress)
    return made


def _workbook(plan: Plan, counted: PlanFigures, path: Path) -> Path:
    from desktop.writers import xlsx

    under = (
        named_plan(plan),
        f"Số liệu chốt đến ngày {short_date(counted.cut_off)}",
    )
    sheets = [
        xlsx.Sheet(
            "Theo đơn vị", ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ THEO ĐƠN VỊ", *under), completeness_table(counted)
        ),
        xlsx.Sheet("Theo nhiệm vụ", ("KẾT QUẢ THỰC HIỆN THEO NHIỆM VỤ", *under), task_table(counted)),
    ]
    reported = [i for i in counted.indicators if i.values]
    if reported:
        sheets.append(
            xlsx.Sheet(
                "Số liệu", ("TỔNG HỢP SỐ LIỆU THEO ĐƠN VỊ", *under), indicator_table(counted, reported)
            )
        )
    if counted.silent:
        sheets.append(xlsx.Sheet("Chưa báo cáo", ("ĐƠN VỊ CHƯA BÁO CÁO", *under), silent_table(counted)))
    xlsx.write(sheets, path)
    return path
