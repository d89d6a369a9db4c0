"""The morning sheet of today: gathered over all issued plans, cut so that it fits one A4, written as files."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from desktop.documents import morning_sheet
from desktop.documents.model import Document, Style, paragraph
from desktop.documents.morning_sheet import AHEAD, Call, Morning, Owed, ToSend, reminder_words
from desktop.documents.phrases import in_cell, short_date
from desktop.domain.assignment import Assignment
from desktop.domain.follow_up import Channel, Urging
from desktop.domain.plan import Plan
from desktop.domain.task import Task
from desktop.domain.unit import Unit
from desktop.progress import SILENT, Progress
from desktop.services import coming, duties, papers
from desktop.services.papers import EVERY, Formats
from desktop.services.register import issued_plans
from desktop.services.workspace import Workspace
from desktop.storage import follow_ups, tasks, units

_MOST = 12
"""Rows of a list of the sheet, where there is room for them."""
_SPARE = (paragraph(Style.BODY, "…"),) * 2
_CHANNELS = {
    Channel.LETTER: "Công văn",
    Channel.PHONE: "Gọi điện",
    Channel.ZALO: "Zalo",
    Channel.MEETING: "Họp",
}


def write(work: Workspace, folder: Path, formats: Formats = EVERY, progress: Progress = SILENT) -> list[Path]:
    """Write the sheet of today: PDF and DOCX on one page, and a workbook with every list in full. Raises the errors of writing."""
    morning = gather(work)
    base = folder / f"viec-hom-nay-{morning.today.isoformat()}"
    return papers.write(_fitting(work, morning), morning_sheet.sheets(morning), base, progress, formats)


def pdf_bytes(work: Workspace) -> bytes:
    """The sheet of today as a PDF in memory, for printing."""
    from desktop.writers import pdf

    return pdf.as_bytes(_fitting(work, gather(work)))


def gather(work: Workspace) -> Morning:
    """What waits today: open work of units that exist, of plans that are issued and not closed; reports; yearly duties."""
    today = work.today()
    plans = {plan.id: plan for plan in issued_plans(work)}
    owed = tasks.open_assignments(work.store, today + dt.timedelta(AHEAD))
    known = units.by_ids(work.store, {a.unit for a in owed})
    owed = [a for a in owed if known[a.unit].exists_on(today)]
    plan_of = tasks.plans_of_assignments(work.store, (a.id for a in owed))
    involved = [plans[key] for key in sorted(set(plan_of.values()))]
    wanted = {task.id: task for plan in involved for task in tasks.of_plan(work.store, plan.id)}
    late = [a for a in owed if a.due and a.due < today]
    soon = [a for a in owed if a not in late]
    urged = [u for plan in involved for u in follow_ups.urgings_of_plan(work.store, plan.id)]
    return Morning(
        today,
        tuple(_owed(late, wanted, plans, known, today)),
        tuple(_owed(soon, wanted, plans, known, today)),
        tuple(map(_to_send, coming.to_send(work))),
        tuple(_calls(late, known, urged, today)),
        duties.proposals(work),
    )


def _fitting(work: Workspace, morning: Morning) -> Document:
    """The sheet with as many rows in each part as one page holds: the longest part gives up a row first, of equal ones the last. Two
    lines stay free, since other programs set the DOCX a little wider."""
    from desktop.writers import pdf

    office = work.office
    most = [min(length, _MOST) for length in morning_sheet.lengths(morning)]
    while True:
        paper = morning_sheet.build(morning, office, most)
        longest = max(most)
        if longest < 2 or pdf.page_count(replace(paper, blocks=(*paper.blocks, *_SPARE))) == 1:
            return paper
        most[len(most) - 1 - most[::-1].index(longest)] -= 1


def _owed(
    given: Iterable[Assignment],
    wanted: Mapping[int, Task],
    plans: Mapping[int, Plan],
    known: Mapping[int, Unit],
    today: dt.date,
) -> Iterable[Owed]:
    """One row for all units that owe the same task by the same day; the oldest first, then in the plans' order."""

    def place(one: Assignment) -> tuple[dt.date, int, int, int]:
        task = wanted[one.task]
        return one.due or today, task.plan, task.position, task.id

    for (due, plan, _, task), some in groupby(sorted(given, key=place), key=place):
        shown = f"{plans[plan].number or 0:02d}/{plans[plan].symbol}"
        names = tuple(known[a.unit].name_on(today) for a in some)
        yield Owed(in_cell(wanted[task].text), shown, names, due)


def _calls(
    late: Iterable[Assignment], known: Mapping[int, Unit], urged: Iterable[Urging], today: dt.date
) -> list[Call]:
    """Units with overdue work, those with most of it first."""
    by_unit: dict[int, list[Assignment]] = {}
    for one in late:
        by_unit.setdefault(one.unit, []).append(one)
    newest = {u.assignment: u for u in sorted(urged, key=lambda u: (u.urged_on, u.id))}
    out = []
    for key, some in by_unit.items():
        last = max(
            (newest[a.id] for a in some if a.id in newest), key=lambda u: (u.urged_on, u.id), default=None
        )
        said = reminder_words(_CHANNELS[last.channel], last.urged_on, last.promised_on) if last else ""
        since = min(a.due for a in some if a.due)
        out.append(Call(known[key].name_on(today), known[key].contact, len(some), since, said))
    return sorted(out, key=lambda call: (-call.overdue, call.since))


def _to_send(one: coming.ToSend) -> ToSend:
    words = f"Đang soạn, chốt đến {short_date(one.cut_off)}" if one.cut_off else one.words
    return ToSend(one.what, one.to, one.due, words)
