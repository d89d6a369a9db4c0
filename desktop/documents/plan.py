"""The plan (Kế hoạch or Công văn) as a document, its section of tasks written from the tasks themselves. Builds, writes no file."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.documents.body import ASSIGNED_UNITS, Body, TaskPlace
from desktop.documents.model import (
    Block,
    Document,
    DocumentKind,
    Head,
    Paragraph,
    Signature,
    Style,
    paragraph,
)
from desktop.documents.phrases import BLANK, join_and, sentence, upper_first
from desktop.domain.office import Office, Signer
from desktop.domain.plan import Plan, PlanForm
from desktop.domain.task import Task
from desktop.domain.unit import UnitKind
from desktop.domain.unit_kind import request_verb
from desktop.domain.vietnamese import fold


@dataclass(frozen=True, slots=True)
class PartyName:
    """A lead or coordinating unit as it prints on the plan's day. kind: None for what could not be bound; written: as the directive
    has it."""

    name: str
    kind: UnitKind | None = None
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
    blocks: list[Block] = []
    for block in body.blocks:
        blocks += task_section(tasks) if isinstance(block, TaskPlace) else [block]
    return Document(
        kind=DocumentKind.PLAN if is_plan else DocumentKind.LETTER,
        head=head(office, plan.symbol, plan.number, plan, year),
        title="KẾ HOẠCH" if is_plan else "",
        subject=plan.subject,
        blocks=tuple(blocks),
        addressees=body.addressees,
        recipients=_recipients(body.recipients, tasks),
        signature=signature(body.signer, office),
    )


def lead_names(tasks: Sequence[PlannedTask]) -> tuple[str, ...]:
    """Every unit or group that leads a task, once, in the order of the tasks, each beginning with a capital."""
    return tuple(dict.fromkeys(upper_first(lead.name) for planned in tasks for lead in planned.leads))


def _recipients(written: Sequence[str], tasks: Sequence[PlannedTask]) -> tuple[str, ...]:
    out: list[str] = []
    for name in written:
        out += lead_names(tasks) if name == ASSIGNED_UNITS else [name]
    return tuple(dict.fromkeys(out))


def head(office: Office, symbol: str, number: int | None, plan: Plan | None, year: int) -> Head:
    """The letterhead of the office; what it has not told yet is a blank to fill. plan: whose date to print, None for a blank day."""
    day = plan.date if plan else None
    return Head(
        issuer=office.issuer or (BLANK,),
        superior=office.superior,
        symbol=symbol,
        place=office.place or BLANK,
        number=number,
        day=day.day if day else None,
        month=day.month if day else None,
        year=day.year if day else year,
    )


def signature(signer: Signer, office: Office) -> Signature:
    """Who signs: the one chosen for this paper, else the office's first, else the head of a commune's committee.

    A name that is not known is a blank.
    """
    chosen = (
        signer if signer.lines else next(iter(office.signers), Signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")))
    )
    return Signature(chosen.lines, chosen.name or BLANK * 2)


def task_section(tasks: Sequence[PlannedTask]) -> list[Block]:
    """One heading for each set of lead units, in the order of first appearance, with its tasks as dashes."""
    groups: dict[tuple[PartyName, ...], list[PlannedTask]] = {}
    for planned in tasks:
        groups.setdefault(planned.leads, []).append(planned)
    out: list[Block] = []
    for leads, some in groups.items():
        out.append(paragraph(Style.CLAUSE, _heading(leads), source=f"leads:{some[0].task.id}"))
        if len(some) == 1:
            out.append(_task(some[0], Style.BODY, "."))
        else:
            out += [_task(planned, Style.DASH, ".") for planned in some]
    return out


def _heading(leads: Sequence[PartyName]) -> str:
    """The units, mass organisations and the Front asked by "Đề nghị" (product rule 11)."""
    if not leads:
        return "Các cơ quan, đơn vị liên quan"
    names = join_and([lead.name for lead in leads])
    kinds = {lead.kind for lead in leads}
    polite = all(kind is not None and request_verb(kind) == "đề nghị" for kind in kinds)
    return f"Đề nghị {names}" if polite else upper_first(names)


def _task(planned: PlannedTask, style: Style, end: str) -> Paragraph:
    task = planned.task
    words = sentence(upper_first(task.text), "")
    folded = fold(words)
    extra = []
    missing = [
        p.name
        for p in planned.coordinating
        if not any(fold(words) in folded for words in (p.name, p.written or p.name))
    ]
    if missing and not ("phoi hop" in folded and len(missing) < len(planned.coordinating)):
        extra.append(f"Đơn vị phối hợp: {join_and(missing)}")
    if task.deadline and task.deadline.text and fold(task.deadline.text) not in folded:
        extra.append(f"Thời gian thực hiện: {task.deadline.text[:1].lower() + task.deadline.text[1:]}")
    if task.deliverable and fold(task.deliverable) not in folded:
        extra.append(f"Sản phẩm: {task.deliverable}")
    text = ". ".join([words, *(sentence(part, "") for part in extra)])
    return paragraph(style, text + end, source=f"task:{task.id}")
