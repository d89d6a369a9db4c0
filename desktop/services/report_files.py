"""Reports as files in a folder: PDF, DOCX and the workbook of their tables. A sent report comes out as it was sent."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents import period_words, report_tables
from desktop.documents.model import Document, Table
from desktop.documents.period_words import plan_table
from desktop.documents.phrases import named_plan, short_date
from desktop.documents.report_charts import TITLE, bars_table, unit_chart
from desktop.documents.report_comparison import comparison_table
from desktop.documents.report_part import ReportBody
from desktop.documents.report_tables import (
    completeness_table,
    detail_table,
    indicator_table,
    late_table,
    silent_table,
    task_table,
)
from desktop.domain.plan_figures import united
from desktop.domain.report import Arrangement, Report, ReportState
from desktop.domain.report_matter import Matter, PeriodMatter, PlanMatter
from desktop.progress import SILENT, Progress
from desktop.services import report_drafts, report_periods, reporting
from desktop.services.file_names import prepare, stem
from desktop.services.papers import EVERY, Formats
from desktop.services.workspace import Workspace
from desktop.storage import reports

if TYPE_CHECKING:
    from desktop.writers import xlsx


def of_plan(
    work: Workspace,
    key: int,
    folder: Path,
    formats: Formats,
    cut_off: dt.date | None = None,
    arrangement: Arrangement = Arrangement.TASK,
    progress: Progress = SILENT,
) -> list[Path]:
    """Write the live report on a plan into `folder` and give the paths; no format chosen means all three. No draft is kept or read.

    Raises what `reporting.figures` raises and the errors of writing.
    """
    about = reporting.matter(work, key, cut_off)
    return _write(_Paper(about, ReportBody(arrangement)), folder, formats, progress)


def of_period(
    work: Workspace,
    period: str,
    folder: Path,
    formats: Formats,
    cut_off: dt.date | None = None,
    arrangement: Arrangement = Arrangement.TASK,
    progress: Progress = SILENT,
) -> list[Path]:
    """The same over all plans of a period. Raises what `report_periods.matter` raises and the errors of writing."""
    about = report_periods.matter(work, period, cut_off)
    return _write(_Paper(about, ReportBody(arrangement)), folder, formats, progress)


def of_report(
    work: Workspace, key: int, folder: Path, formats: Formats, progress: Progress = SILENT
) -> list[Path]:
    """A draft with what was written in it, or a sent report: its PDF is the very one that was sent. Raises `NotFound` and the errors of
    writing."""
    about, chosen = report_drafts.matter(work, key), report_drafts.body(work, key)
    paper = _Paper(about, chosen, reports.get(work.store, key), reports.pdf(work.store, key))
    return _write(paper, folder, formats, progress)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What is written. report: whose number and day it bears; printed: the PDF that was sent."""

    about: Matter
    chosen: ReportBody
    report: Report | None = None
    printed: bytes | None = None

    @property
    def name(self) -> str:
        """Of its files, in ASCII: "bao-cao-21-2026-03-27" once it has its number."""
        about, report = self.about, self.report
        if report is not None and report.state is ReportState.SENT:
            return f"bao-cao-{report.number:02d}-{report.date}"
        if isinstance(about, PlanMatter):
            return f"bao-cao-{stem(about.plan)}-chot-{about.figures.cut_off.isoformat()}"
        return f"bao-cao-dinh-ky-{about.period.lower()}-chot-{about.cut_off.isoformat()}"


def _write(paper: _Paper, folder: Path, formats: Formats, progress: Progress) -> list[Path]:
    from desktop.writers import docx, xlsx

    formats = EVERY if formats.is_empty else formats
    prepare(folder)
    document = report_drafts.document_of(paper.about, paper.chosen, paper.report)
    base, made = folder / paper.name, []
    if formats.pdf:
        made.append(_pdf(base.with_name(base.name + ".pdf"), document, paper.printed, progress))
    if formats.docx:
        made.append(base.with_name(base.name + ".docx"))
        docx.write(document, made[-1], progress)
    if formats.xlsx:
        made.append(base.with_name(base.name + ".xlsx"))
        sheets = [xlsx.Sheet(name, titles, table, landscape=True) for name, titles, table in _sheets(paper)]
        xlsx.write([*sheets, *_chart_sheets(paper.about)], made[-1])
    return made


def _pdf(path: Path, document: Document, printed: bytes | None, progress: Progress) -> Path:
    from desktop.writers import pdf
    from desktop.writers.atomic import replacing

    if printed is None:
        pdf.write(document, path, progress)
    else:
        with replacing(path) as temporary:
            temporary.write_bytes(printed)
    return path


def _chart_sheets(about: Matter) -> Iterator["xlsx.Sheet"]:
    """The chart by unit as a native one, with its numbers over it; none where there are no two units to compare."""
    from desktop.writers import xlsx

    chart = unit_chart(about.figures) if isinstance(about, PlanMatter) else None
    if chart is not None:
        parts = tuple((column, part.tone) for column, part in enumerate(chart.parts, 1))
        bars = xlsx.Bars(chart.caption, 0, parts)
        yield xlsx.Sheet("Biểu đồ", (TITLE, chart.caption), bars_table("Đơn vị", chart), bars=bars)


_Sheet = tuple[str, tuple[str, ...], Table]
"""Name on the tab, lines above the table, the table."""


def _sheets(paper: _Paper) -> Iterator[_Sheet]:
    about = paper.about
    if isinstance(about, PlanMatter):
        under = (named_plan(about.plan), f"Số liệu chốt đến ngày {short_date(about.figures.cut_off)}")
        found = [*_of_plan(about)]
    else:
        days = f"từ ngày {short_date(about.start)} đến ngày {short_date(about.cut_off)}"
        under = (report_drafts.subject_of(about), f"Số liệu {days}")
        found = [*_of_period(about, paper.chosen.arrangement)]
    for name, title, table in found:
        yield name, (title, *under, *filter(None, (table.caption,))), table


def _of_plan(about: PlanMatter) -> Iterator[tuple[str, str, Table]]:
    figures = about.figures
    yield "Theo đơn vị", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ THEO ĐƠN VỊ", completeness_table(figures.units)
    yield "Theo nhiệm vụ", "KẾT QUẢ THỰC HIỆN THEO NHIỆM VỤ", task_table(figures)
    yield "Chi tiết", "KẾT QUẢ CHI TIẾT TỪNG NHIỆM VỤ", detail_table(figures)
    reported = [one for one in figures.indicators if one.values]
    if reported:
        yield "Số liệu", "TỔNG HỢP SỐ LIỆU THEO ĐƠN VỊ", indicator_table(figures, reported)
    if figures.total.late:
        yield "Trễ hạn, quá hạn", "NHIỆM VỤ TRỄ HẠN, QUÁ HẠN", late_table(report_tables.task_groups(figures))
    if figures.silent:
        yield "Chưa báo cáo", "ĐƠN VỊ CHƯA BÁO CÁO", silent_table(figures.silent)
    table = comparison_table(about)
    if table is not None and about.earlier is not None:
        yield "So với năm trước", f"SO SÁNH VỚI KẾT QUẢ THỰC HIỆN NĂM {about.earlier.year}", table


def _of_period(about: PeriodMatter, arrangement: Arrangement) -> Iterator[tuple[str, str, Table]]:
    units = united(some.figures for some in about.plans)
    yield "Theo kế hoạch", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ THEO KẾ HOẠCH", plan_table(about.plans, arrangement)
    yield "Theo đơn vị", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ THEO ĐƠN VỊ", completeness_table(units)
    if any(unit.completeness.late for unit in units):
        yield (
            "Trễ hạn, quá hạn",
            "NHIỆM VỤ TRỄ HẠN, QUÁ HẠN",
            late_table(period_words.task_groups(about.plans)),
        )
