"""The view of a paper made here: its document as printed, with the tasks it was written from. Reads no files."""

import re
from collections.abc import Iterator, Mapping, Sequence

from desktop.documents.as_text import signature_lines
from desktop.documents.form import addressee_lines, legal_form, recipient_lines
from desktop.documents.looks import Printed, printed
from desktop.documents.model import Block, Document, DocumentKind, Paragraph, Style, Table
from desktop.documents.numbering import labels
from desktop.documents.plan import PlannedTask
from desktop.documents.proofread.paper import Named, Paper, PaperTask, Part, Passage, Rank
from desktop.domain.deadline import Deadline
from desktop.domain.deadline_words import find_deadlines
from desktop.domain.plan import Plan

_RANKS = {
    Style.SECTION: Rank.SECTION,
    Style.CLAUSE: Rank.NUMBER,
    Style.NUMBERED: Rank.NUMBER,
    Style.POINT: Rank.LETTER,
    Style.DASH: Rank.DASH,
    Style.PLUS: Rank.PLUS,
}
_KINDS = {DocumentKind.PLAN: "Kế hoạch", DocumentKind.REPORT: "Báo cáo", DocumentKind.LETTER: "Công văn"}
_SOURCE = re.compile(r"task:(\d+)")


def paper_of(
    document: Document, plan: Plan, tasks: Sequence[PlannedTask], ended: Mapping[str, Named] | None = None
) -> Paper:
    """The paper of a plan.

    ended: names of units that are gone -> what is known of them (day, successor).
    """
    passages = [*_head(document)]
    places: dict[int, int] = {}
    report: Deadline | None = None
    for block, passage in _blocks(document.blocks):
        if isinstance(block, Paragraph):
            match = _SOURCE.match(block.source)
            if match:
                places[int(match[1])] = len(passages)
            if block.source == "report_order":
                found = find_deadlines(block.text, plan.date)
                report = found[-1].deadline if found else None
        passages.append(passage)
    passages += _closing(document)
    appendices = [label for label, _ in _appendices(document)]
    passages += [passage for _, some in _appendices(document) for passage in some]
    return Paper(
        passages=tuple(passages),
        kind=_KINDS.get(document.kind),
        number=None if plan.number is None else f"{plan.number:02d}",
        symbol=plan.symbol or None,
        issuer=" ".join(document.head.issuer),
        date=plan.date,
        year=plan.year or document.head.year,
        addressees=document.addressees,
        recipients=document.recipients,
        tasks=tuple(_task(one, places.get(one.task.id, -1), ended or {}) for one in tasks),
        report=report,
        appendices=tuple(appendices),
        ours=True,
    )


def _head(document: Document) -> Iterator[Passage]:
    form, head = legal_form(), document.head
    for line in (*head.superior, *head.issuer, form.words.nation, form.words.motto):
        yield Passage(line, Part.HEAD, line)
    for line in (
        form.number_line(head.number, head.symbol),
        form.date_line(head.place, head.day, head.month, head.year),
    ):
        yield Passage(line, Part.HEAD, line)
    for line in (document.title, document.subject):
        if line:
            yield Passage(line, Part.TITLE, line)
    for line in addressee_lines(document.addressees, form):
        yield Passage(line, Part.ADDRESSEES, line)


def _blocks(blocks: Sequence[Block]) -> Iterator[tuple[Block, Passage]]:
    for block, shown, label in zip(blocks, printed(blocks), labels(blocks), strict=True):
        if isinstance(block, Table):
            for row in block.rows:
                yield block, Passage(" | ".join(filter(None, row)), Part.TABLE, " | ".join(filter(None, row)))
        elif isinstance(block, Paragraph) and isinstance(shown, Printed):
            part = Part.BASIS if block.style is Style.BASIS else Part.BODY
            rank = _RANKS.get(block.style, Rank.PLAIN)
            yield block, Passage(shown.text, part, block.text, label, rank, block.source)


def _closing(document: Document) -> Iterator[Passage]:
    for line in recipient_lines(document.recipients, legal_form()):
        yield Passage(line, Part.RECIPIENTS, line)
    for line in signature_lines(document.signature):
        yield Passage(line, Part.SIGNATURE, line)


def _appendices(document: Document) -> Iterator[tuple[str, list[Passage]]]:
    form, count = legal_form(), len(document.appendices)
    for index, appendix in enumerate(document.appendices):
        label = form.appendix_label(index, count)
        rows = [passage.text for _, passage in _blocks(appendix.blocks)]
        yield label, [Passage(text, Part.APPENDIX, text) for text in (label, appendix.title, *rows)]


def _task(planned: PlannedTask, place: int, ended: Mapping[str, Named]) -> PaperTask:
    task = planned.task
    leads = tuple(ended.get(p.name, Named(p.name, p.kinds)) for p in planned.leads)
    others = tuple(ended.get(p.name, Named(p.name, p.kinds)) for p in planned.coordinating)
    return PaperTask(task.text, leads, others, task.deadline, task.is_report, place, task.source)
