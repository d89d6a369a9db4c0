"""Báo cáo kết quả: the summary that goes up, every number of it from results (nd30.md §9). Builds, writes no file."""

from collections.abc import Sequence

from desktop.documents.model import Block, Document, DocumentKind, Style, paragraph
from desktop.documents.office_parts import file_copy, full_name, head, leaders, signature
from desktop.documents.phrases import (
    BLANK,
    count,
    figure,
    join_and,
    lower_first,
    named_plan,
    number,
    percent,
    plan_name,
    sentence,
    short_date,
    upper_first,
)
from desktop.documents.report_tables import appendices
from desktop.domain.assignment import Standing
from desktop.domain.numbering import report_symbol
from desktop.domain.office import Office
from desktop.domain.plan import Plan
from desktop.domain.plan_figures import IndicatorFigures, Line, PlanFigures, TaskFigures, UnitFigures

FEW = 12
"""More names than this in a sentence are left to the appendix."""
QUOTED = 3
"""What units wrote on a task is quoted where no more of them than this wrote; many are for the person who sums up."""


def build(plan: Plan, figures: PlanFigures, office: Office) -> Document:
    """The report of `plan` at the cut-off of `figures`. What nobody reported (causes, proposals) is a blank to fill, never filled."""
    us, name = full_name(office), plan_name(plan)
    opening = f"Thực hiện {named_plan(plan)}, {us} báo cáo kết quả thực hiện tính đến ngày {short_date(figures.cut_off)} như sau:"
    closing = f"Trên đây là báo cáo kết quả thực hiện {name}, {us} trân trọng báo cáo"
    above = (office.reports_to,) if office.reports_to else ()
    return Document(
        kind=DocumentKind.REPORT,
        head=head(office, report_symbol(office.symbol), figures.cut_off.year),
        title="BÁO CÁO",
        subject=f"Kết quả thực hiện {name}",
        addressees=above,
        blocks=(
            paragraph(Style.BODY, opening),
            *_direction(plan, figures),
            *_results(figures),
            *_judgement(figures),
            *_proposals(),
            paragraph(Style.BODY, sentence(closing, "./.")),
        ),
        recipients=(*(("Như trên",) if above else ()), leaders(office), file_copy(office)),
        signature=signature(office),
        appendices=appendices(figures),
    )


def _direction(plan: Plan, figures: PlanFigures) -> list[Block]:
    issued = f"ngày {short_date(plan.date)}" if plan.date else f"ngày {BLANK}"
    text = (
        f"Kế hoạch được ban hành {issued}, giao {count(len(figures.tasks), 'nhiệm vụ')} cho "
        f"{count(len(figures.units), 'cơ quan, đơn vị')}, gồm {count(figures.total.assigned, 'lượt giao việc')}. "
        f"Đến thời điểm chốt số liệu, {_reporting(figures)}."
    )
    return [
        paragraph(Style.SECTION, "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"),
        paragraph(Style.BODY, text, source="direction"),
    ]


def _reporting(figures: PlanFigures) -> str:
    silent = len(figures.silent)
    reported = len(figures.units) - silent
    parts = [f"{count(reported, 'đơn vị')} đã báo cáo" if reported else "chưa có đơn vị nào báo cáo"]
    if silent and reported:
        parts.append(f"{count(silent, 'đơn vị')} chưa báo cáo")
    return ", ".join(parts) + (" (Phụ lục kèm theo)" if silent else "")


def _results(figures: PlanFigures) -> list[Block]:
    total = figures.total
    done_late = total.done - total.on_time
    split = f", trong đó đúng hạn {figure(total.on_time)}, trễ hạn {figure(done_late)}" if total.done else ""
    overall = (
        f"Toàn bộ Kế hoạch có {count(total.assigned, 'lượt giao việc')}; đã hoàn thành {total.done}/{total.assigned} "
        f"({percent(total.rate)}){split}; quá hạn chưa hoàn thành {figure(total.late - done_late)}; "
        f"chưa báo cáo {figure(total.missing)}."
    )
    out: list[Block] = [paragraph(Style.SECTION, "KẾT QUẢ THỰC HIỆN")]
    if total.assigned:
        out.append(paragraph(Style.BODY, overall, source="total"))
    for task in figures.tasks:
        out += _task(task, figures)
    return out


def _task(task: TaskFigures, figures: PlanFigures) -> list[Block]:
    source = f"task:{task.task.id}"
    out: list[Block] = [paragraph(Style.NUMBERED, sentence(upper_first(task.task.text), "."), source)]
    done = task.completeness
    if not done.assigned:
        why = (
            "Các đơn vị được giao báo cáo không áp dụng."
            if task.lines
            else "Chưa giao cho đơn vị nào trong danh sách."
        )
        return [*out, paragraph(Style.DASH, why, source)]
    out.append(
        paragraph(
            Style.DASH, f"{done.done}/{done.assigned} đơn vị hoàn thành ({percent(done.rate)}).", source
        )
    )
    for words, standing in (
        ("Hoàn thành trễ hạn", Standing.DONE_LATE),
        ("Quá hạn chưa hoàn thành", Standing.OVERDUE),
    ):
        names = task.named(standing)
        if names:
            out.append(paragraph(Style.DASH, f"{words}: {_names(names)}.", source))
    told = [line for line in task.lines if line.text]
    if len(told) <= QUOTED:
        out += [paragraph(Style.DASH, f"{line.name}: {sentence(line.text, '.')}", source) for line in told]
    numbers = [_figure(i) for i in figures.indicators if i.task == task.task.id and i.values]
    if numbers:
        out.append(paragraph(Style.DASH, sentence(upper_first("; ".join(numbers)), "."), source))
    return out


def _figure(some: IndicatorFigures) -> str:
    total, name = some.total, lower_first(some.indicator.name)
    shown = figure(int(total)) if total < 10 and total == int(total) else number(total)
    return f"{name}: {shown} {some.indicator.unit_of_measure}".strip()


def _judgement(figures: PlanFigures) -> list[Block]:
    faultless = [
        u
        for u in figures.units
        if u.completeness.assigned and u.completeness.on_time == u.completeness.assigned
    ]
    good = _group(faultless, "hoàn thành đúng hạn tất cả nhiệm vụ được giao")
    late = [u for u in figures.units if u.completeness.late]
    weak = _group(late, "có nhiệm vụ trễ hoặc quá hạn")
    silent = _group(figures.silent, "chưa báo cáo")
    reasons = [(line, u.name) for u in figures.units for line in u.lines if line.reason]
    out: list[Block] = [paragraph(Style.SECTION, "ĐÁNH GIÁ"), paragraph(Style.CLAUSE, "Ưu điểm")]
    out.append(
        paragraph(
            Style.BODY, good if faultless else "Chưa có đơn vị hoàn thành đúng hạn tất cả nhiệm vụ được giao."
        )
    )
    out.append(paragraph(Style.CLAUSE, "Tồn tại, hạn chế"))
    faults = [text for some, text in ((late, weak), (figures.silent, silent)) if some]
    out += [paragraph(Style.DASH, text) for text in faults] or [
        paragraph(Style.BODY, "Không có nhiệm vụ trễ hạn.")
    ]
    out.append(paragraph(Style.CLAUSE, "Nguyên nhân"))
    out += [_reason(line, name) for line, name in reasons] or [paragraph(Style.BODY, f"{BLANK * 4}.")]
    return out


def _reason(line: Line, name: str) -> Block:
    return paragraph(Style.DASH, f"{name}: {sentence(line.reason, '.')}", source=f"task:{line.task}")


def _proposals() -> list[Block]:
    return [
        paragraph(Style.SECTION, "KIẾN NGHỊ, ĐỀ XUẤT"),
        paragraph(Style.BODY, f"{BLANK * 4}.", source="proposals"),
    ]


def _names(names: Sequence[str]) -> str:
    return join_and(names) if len(names) <= FEW else f"{count(len(names), 'đơn vị')} (Phụ lục kèm theo)"


def _group(units: Sequence[UnitFigures], what: str) -> str:
    """ "02 đơn vị chưa báo cáo: A và B."; without the names where they are too many to be read."""
    named = f": {join_and([unit.name for unit in units])}" if len(units) <= FEW else " (Phụ lục kèm theo)"
    return f"{count(len(units), 'đơn vị')} {what}{named}."
