"""Công văn đôn đốc: asks the units whose work is overdue at the cut-off to finish and report. Builds, writes no file."""

from collections.abc import Mapping

from desktop.documents.model import Align, Appendix, Column, Document, DocumentKind, Style, Table, paragraph
from desktop.documents.office_parts import addressees, file_copy, head, short_name, signature, through
from desktop.documents.phrases import BLANK, count, in_cell, named_plan, plan_name, sentence, short_date
from desktop.domain.assignment import Standing
from desktop.domain.numbering import letter_symbol
from desktop.domain.office import Office
from desktop.domain.plan import Plan
from desktop.domain.plan_figures import Line, PlanFigures, UnitFigures


def build(plan: Plan, figures: PlanFigures, units: tuple[UnitFigures, ...], office: Office) -> Document:
    """One letter to `units` (those late, one or all), with the table of what each still owes on the day of the figures."""
    us = short_name(office)
    overdue = sum(len(_overdue(unit)) for unit in units)
    tasks = {t.task.id: in_cell(t.task.text) for t in figures.tasks}
    blocks = (
        paragraph(
            Style.BODY,
            f"Thực hiện {named_plan(plan)}, tính đến ngày {short_date(figures.cut_off)} "
            f"còn {count(overdue, 'lượt nhiệm vụ')} quá hạn của {count(len(units), 'cơ quan, đơn vị')} chưa có báo cáo hoàn thành "
            "(chi tiết tại Phụ lục kèm theo).",
        ),
        paragraph(
            Style.BODY,
            f"{us} đề nghị các cơ quan, đơn vị có tên tại Phụ lục khẩn trương hoàn thành nhiệm vụ được giao, nêu rõ nguyên nhân "
            f"chậm và thời gian hoàn thành; gửi báo cáo kết quả về {us}{through(office)} trước ngày {BLANK} để tổng hợp.",
        ),
        paragraph(Style.BODY, sentence("Đề nghị các cơ quan, đơn vị quan tâm thực hiện", "./.")),
    )
    return Document(
        kind=DocumentKind.LETTER,
        head=head(office, letter_symbol(office.symbol, office.drafting), figures.cut_off.year),
        subject=f"đôn đốc thực hiện {plan_name(plan)}",
        addressees=addressees([unit.name for unit in units]),
        blocks=blocks,
        recipients=("Như trên", file_copy(office)),
        signature=signature(office),
        appendices=(Appendix("NHIỆM VỤ QUÁ HẠN", (_table(units, tasks),)),),
    )


def _overdue(unit: UnitFigures) -> tuple[Line, ...]:
    return tuple(line for line in unit.lines if line.standing is Standing.OVERDUE)


def _table(units: tuple[UnitFigures, ...], tasks: Mapping[int, str]) -> Table:
    rows: list[tuple[str, ...]] = []
    groups = set()
    for unit in units:
        groups.add(len(rows))
        lines = _overdue(unit)
        rows.append((f"{unit.name} ({count(len(lines), 'nhiệm vụ')})", "", "", "", ""))
        for position, line in enumerate(lines, 1):
            due = short_date(line.due) if line.due else ""
            said = "Đã báo cáo, chưa hoàn thành" if line.reported_on else "Chưa báo cáo"
            rows.append((str(position), tasks[line.task], due, str(line.days_late), said))
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Nội dung nhiệm vụ",), 7),
        Column(("Hạn",), 2.2, Align.CENTRE),
        Column(("Số ngày quá hạn",), 1.8, Align.RIGHT),
        Column(("Tình trạng",), 3),
    )
    return Table(columns, tuple(rows), frozenset(groups))
