"""Drafts of reports: they live with the results until they are sent; what an officer wrote in place of a part stays beside its live words.

A report is on one plan, or on a period over all plans. Nothing is written into a part that the officer did not write.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from desktop.documents import period_report, report_part
from desktop.documents import report as plan_report
from desktop.documents.model import Document, Paragraph
from desktop.documents.report_part import ReportBody, ShownPart
from desktop.domain import as_json
from desktop.domain.numbering import report_symbol
from desktop.domain.report import Arrangement, Report, ReportState, check_editable
from desktop.domain.report_matter import Matter, PeriodMatter, PlanMatter
from desktop.domain.report_period import parse
from desktop.errors import NotFound
from desktop.services import report_periods, reporting, trash
from desktop.services.workspace import Workspace
from desktop.storage import audit
from desktop.storage import reports as stored


def open_for_plan(work: Workspace, plan: int, cut_off: dt.date | None = None) -> Report:
    """The draft on a plan: the newest there is, brought to `cut_off` where that is given, else a new one counted to it (None: today).

    Raises what `reporting.figures` raises.
    """
    draft = _newest_draft(stored.list_reports(work.store, plan))
    if draft is not None:
        return _counted_to(work, draft, cut_off)
    about = reporting.matter(work, plan, cut_off)
    return _add(work, Report(0, "", subject_of(about), about.figures.cut_off, plan))


def open_for_period(work: Workspace, period: str, cut_off: dt.date | None = None) -> Report:
    """The same for a report over all plans of a period. Raises what `report_periods.matter` raises."""
    text = parse(period).text
    found = (one for one in stored.list_reports(work.store) if one.plan is None and one.period == text)
    draft = _newest_draft(found)
    if draft is not None:
        return _counted_to(work, draft, cut_off)
    about = report_periods.matter(work, text, cut_off)
    return _add(work, Report(0, "", subject_of(about), about.cut_off, None, text))


def _newest_draft(some: Iterable[Report]) -> Report | None:
    drafts = (one for one in some if one.state is ReportState.DRAFT)
    return max(drafts, key=lambda one: one.id, default=None)


def _counted_to(work: Workspace, draft: Report, cut_off: dt.date | None) -> Report:
    return draft if cut_off is None or cut_off == draft.cut_off else set_cut_off(work, draft.id, cut_off)


def _add(work: Workspace, draft: Report) -> Report:
    with work.store.transaction():
        kept = stored.add(work.store, replace(draft, symbol=report_symbol(work.office.symbol)))
        audit.note(work.store, "report_opened", "report", kept.id)
    return kept


def matter(work: Workspace, key: int) -> Matter:
    """All that a report tells of: of a draft as it is now, of a sent one as it was sent. Raises `NotFound`."""
    report = stored.get(work.store, key)
    kept = stored.snapshot(work.store, key)
    if kept is not None:
        return as_json.load(PeriodMatter, kept) if report.plan is None else as_json.load(PlanMatter, kept)
    if report.plan is not None:
        return reporting.matter(work, report.plan, report.cut_off)
    return report_periods.matter(work, report.period, report.cut_off)


def body(work: Workspace, key: int) -> ReportBody:
    """What the officer chose and wrote. Raises `NotFound`."""
    return report_part.from_json(stored.body(work.store, key))


def parts(work: Workspace, key: int) -> tuple[ShownPart, ...]:
    """The parts of a report in their order, with what was written in their place and whether the live words have changed since."""
    return parts_of(matter(work, key), body(work, key))


def subject_of(about: Matter) -> str:
    """The trích yếu of the report."""
    return plan_report.subject(about) if isinstance(about, PlanMatter) else period_report.subject(about)


def parts_of(about: Matter, chosen: ReportBody) -> tuple[ShownPart, ...]:
    """The same of what was gathered already."""
    if isinstance(about, PlanMatter):
        return plan_report.parts(about, chosen)
    return period_report.parts(about, chosen)


def edit(work: Workspace, key: int, part: str, text: str) -> ShownPart:
    """Put `text` in place of a part, a line each paragraph, dashes typed; the live words again make it live, an empty text leaves it out.

    Raises `NotFound` "report", "report_part", `NotAllowed` "report_is_sent".
    """
    return _put(work, key, part, lambda shown: report_part.typed(text, shown.part.live))


def edit_words(work: Workspace, key: int, part: str, words: Sequence[Paragraph]) -> ShownPart:
    """The same with paragraphs that have their look already."""
    return _put(work, key, part, lambda _: words)


def keep_edit(work: Workspace, key: int, part: str) -> ShownPart:
    """The officer has seen what is new in the live words and keeps the edited ones: the part is no longer stale."""
    return _put(work, key, part, lambda shown: shown.words)


def _put(
    work: Workspace, key: int, part: str, write: Callable[[ShownPart], Sequence[Paragraph]]
) -> ShownPart:
    about = matter(work, key)
    old = _part(parts_of(about, body(work, key)), part)
    with _changing(work, key, "report_edited") as chosen:
        chosen.append(report_part.edited(chosen[0], old.part, write(old)))
    return ShownPart(old.part, chosen[-1].edits.get(part))


def reset(work: Workspace, key: int, part: str) -> None:
    """Give a part back to its live words. Raises `NotFound`, `NotAllowed` "report_is_sent"."""
    with _changing(work, key, "report_edited") as chosen:
        edits = {name: one for name, one in chosen[0].edits.items() if name != part}
        chosen.append(replace(chosen[0], edits=edits))


def arrange(work: Workspace, key: int, arrangement: Arrangement) -> None:
    """Tell of the work in another order. Raises `NotFound`, `NotAllowed` "report_is_sent"."""
    with _changing(work, key, "report_arranged") as chosen:
        chosen.append(replace(chosen[0], arrangement=arrangement))


@contextmanager
def _changing(work: Workspace, key: int, action: str) -> Iterator[list[ReportBody]]:
    """The body of a draft; the last one that was put behind it is kept."""
    with work.store.transaction():
        report = stored.get(work.store, key)
        check_editable(report)
        chosen = [body(work, key)]
        yield chosen
        if chosen[-1] != chosen[0]:
            stored.save(work.store, report, report_part.to_json(chosen[-1]))
            audit.note(work.store, action, "report", key)


def set_cut_off(work: Workspace, key: int, cut_off: dt.date) -> Report:
    """Count a draft to another day. Raises `NotFound`, `NotAllowed` "report_is_sent", and what the figures raise."""
    report = stored.get(work.store, key)
    check_editable(report)
    if report.plan is not None:
        reporting.figures(work, report.plan, cut_off)
    else:
        report_periods.matter(work, report.period, cut_off)
    moved = replace(report, cut_off=cut_off)
    with work.store.transaction():
        stored.save(work.store, moved)
        audit.note(work.store, "report_cut_off", "report", key, day=cut_off.isoformat())
    return moved


def remove(work: Workspace, key: int) -> None:
    """Move a draft to the trash. Raises `NotFound`, `NotAllowed` "report_is_sent"."""
    trash.discard_report(work, key)


def document(work: Workspace, key: int) -> Document:
    """The report as it prints; a draft has blanks for number and day. Raises `NotFound`."""
    report = stored.get(work.store, key)
    return document_of(matter(work, key), body(work, key), report)


def document_of(about: Matter, chosen: ReportBody, report: Report | None = None) -> Document:
    """The same of what was gathered already. report: whose number and day it bears, None for blanks."""
    number, date = (report.number, report.date) if report else (None, None)
    if isinstance(about, PlanMatter):
        return plan_report.build(about, chosen, number, date)
    return period_report.build(about, chosen, number, date)


def _part(shown: Sequence[ShownPart], key: str) -> ShownPart:
    for one in shown:
        if one.part.key == key:
            return one
    raise NotFound("report_part", key)
