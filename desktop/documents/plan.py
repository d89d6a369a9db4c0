"""The plan (Kế hoạch or Công văn) as a document, its section of tasks written from the tasks themselves. Builds, writes no file."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.documents.body import ASSIGNED_UNITS, Body, TaskPlace
from desktop.documents.model import (
    Align,
    Appendix,
    Block,
    Column,
    Document,
    DocumentKind,
    Paragraph,
    Style,
    Table,
    paragraph,
)
from desktop.documents.office_parts import head, signature
from desktop.documents.phrases import in_cell, join_names, lower_first, sentence, upper_first
from desktop.domain.office import Office
from desktop.domain.plan import Plan, PlanForm
from desktop.domain.task import Task
from desktop.domain.unit import UnitKind
from desktop.domain.unit_kind import request_verb
from desktop.domain.vietnamese import fold


@dataclass(frozen=True, slots=True)
class PartyName:
    """A lead or coordinating unit as it prints on the plan's day. kinds: of the unit, or of the members of the group, none for what could
    not be bound; written: as the directive has it."""

    name: str
    kinds: frozenset[UnitKind] = frozenset()
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A task with the names of its parties on the plan's day (product rule 7)."""

    task: Task
    leads: tuple[PartyName, ...]
    coordinating: tuple[PartyName, ...]


def build(plan: Plan, body: Body, tasks: Sequence[PlannedTask], office: Office, year: int) -> Document:
    """The plan as printed. A draft has blanks for number and day (product rule 5); year: that of its date line while it has none."""
    is_plan = plan.form is PlanForm.PLAN
    is_table = body.tasks_in_table and bool(tasks) and any(isinstance(b, TaskPlace) for b in body.blocks)
    section = (
        [paragraph(Style.BODY, _POINTS.format(kind=_KIND[plan.form]))] if is_table else task_section(tasks)
    )
    blocks: list[Block] = []
    for block in body.blocks:
        blocks += section if isinstance(block, TaskPlace) else [block]
    return Document(
        kind=DocumentKind.PLAN if is_plan else DocumentKind.LETTER,
        head=head(office, plan.symbol, year, number=plan.number, date=plan.date),
        title="KẾ HOẠCH" if is_plan else "",
        subject=plan.subject,
        blocks=tuple(blocks),
        addressees=body.addressees,
        recipients=_recipients(body.recipients, tasks),
        signature=signature(office, body.signer),
        appendices=(task_appendix(tasks),) if is_table else (),
    )


def task_appendix(tasks: Sequence[PlannedTask]) -> Appendix:
    """The table of assignments as offices append it to a plan: who leads, who coordinates, by when, with what product; on its side."""
    rows = tuple(
        (
            str(at),
            in_cell(upper_first(one.task.text)),
            upper_first(join_names([lead.name for lead in one.leads])),
            upper_first(join_names([party.name for party in one.coordinating])),
            upper_first(one.task.deadline.text) if one.task.deadline else "",
            upper_first(one.task.deliverable),
            "",
        )
        for at, one in enumerate(tasks, 1)
    )
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Nội dung, nhiệm vụ",), 8),
        Column(("Cơ quan chủ trì",), 3.6),
        Column(("Cơ quan phối hợp",), 3.6),
        Column(("Thời gian hoàn thành",), 3),
        Column(("Sản phẩm, kết quả",), 3),
        Column(("Ghi chú",), 1.8),
    )
    return Appendix("PHÂN CÔNG NHIỆM VỤ", (Table(columns, rows),), landscape=True)


def lead_names(tasks: Sequence[PlannedTask]) -> tuple[str, ...]:
    """Every unit or group that leads a task, once, in the order of the tasks, each beginning with a capital."""
    return _names([lead for planned in tasks for lead in planned.leads])


_KIND = {PlanForm.PLAN: "Kế hoạch", PlanForm.LETTER: "Công văn"}
_POINTS = "Nhiệm vụ, cơ quan chủ trì, cơ quan phối hợp, thời gian hoàn thành và sản phẩm ghi tại Phụ lục kèm theo {kind} này."


def _recipients(written: Sequence[str], tasks: Sequence[PlannedTask]) -> tuple[str, ...]:
    coordinating = _names([party for planned in tasks for party in planned.coordinating])
    out: list[str] = []
    for name in written:
        out += (*lead_names(tasks), *coordinating) if name == ASSIGNED_UNITS else (name,)
    return tuple(dict.fromkeys(out))


def _names(parties: Sequence[PartyName]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(upper_first(party.name) for party in parties))


def task_section(tasks: Sequence[PlannedTask]) -> list[Block]:
    """One heading for each set of lead units, in the order of first appearance, with its tasks as dashes."""
    groups: dict[tuple[PartyName, ...], list[PlannedTask]] = {}
    for planned in tasks:
        groups.setdefault(planned.leads, []).append(planned)
    out: list[Block] = []
    for leads, some in groups.items():
        out.append(paragraph(Style.CLAUSE, _heading(leads, some), source=f"leads:{some[0].task.id}"))
        out += [_task(planned) for planned in some]
    return out


def _heading(leads: Sequence[PartyName], tasks: Sequence[PlannedTask]) -> str:
    """The units, mass organisations and the Front asked by "Đề nghị" (product rule 11), unless their tasks say so themselves."""
    if not leads:
        return "Các cơ quan, đơn vị liên quan"
    names = join_names([lead.name for lead in leads])
    is_polite = all(lead.kinds and _POLITE.issuperset(map(request_verb, lead.kinds)) for lead in leads)
    is_said = all(fold(planned.task.text).startswith("de nghi") for planned in tasks)
    return f"Đề nghị {names}" if is_polite and not is_said else upper_first(names)


_POLITE = {"đề nghị"}


def _task(planned: PlannedTask) -> Paragraph:
    task = planned.task
    words = sentence(upper_first(task.text), "")
    folded = fold(words)
    extra = []
    missing = [
        p.name
        for p in planned.coordinating
        if not any(fold(known) in folded for known in (p.name, p.written or p.name))
    ]
    if missing:
        extra.append(f"Đơn vị phối hợp: {join_names(missing)}")
    if task.deadline and task.deadline.text and fold(task.deadline.text) not in folded:
        extra.append(f"Thời gian thực hiện: {lower_first(task.deadline.text)}")
    if task.deliverable and fold(task.deliverable) not in folded:
        extra.append(f"Sản phẩm: {task.deliverable}")
    text = ". ".join([words, *(sentence(part, "") for part in extra)])
    return paragraph(Style.DASH, text + ".", source=f"task:{task.id}")
