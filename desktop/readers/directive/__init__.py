"""A directive from above, or a plan: from blocks of text to what was understood. Opens no file and stores nothing.

The words it goes by are data/directive.toml. Nothing is guessed: what the document does not say stays empty.
"""

import datetime as dt
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.directive import AskedTask, Reading, ReportOrder
from desktop.readers.blocks import Text
from desktop.readers.directive import (
    addressees,
    bases,
    closing,
    head,
    outline,
    remarks,
    report,
    tasks,
    when,
    zones,
)
from desktop.readers.directive.appendices import worth_reading
from desktop.readers.directive.closings import is_closing
from desktop.readers.directive.flat_tables import restore
from desktop.readers.directive.found import Context, Found
from desktop.readers.directive.lines import prepare
from desktop.readers.directive.marks import Depth
from desktop.readers.directive.paragraphs import Paragraph, join
from desktop.readers.directive.sections import Section
from desktop.readers.directive.words import begins, is_caps, level, listed

_THEME = re.compile(r"(?<!\w)(?<!chuyên đề )chủ đề(?=([^\"\n.;]{0,60}?)\"([^\"]+)\")")
_THEME_LINE = re.compile(r"(?:chủ đề|chủ đề năm \d{4})\s*:\s*")

_THEME_HEADING = re.compile(r"chủ đề[^\".;]{0,60}")
_QUOTED = re.compile(r'"([^"]+)"\s*[.;]?')


def read_blocks(text: Text) -> Reading:
    """The reading of a document: head, bases, addressees, tasks, order to report, recipients, signature, remarks."""
    parts = zones.split(restore(prepare(text.blocks)))
    called, behind = addressees.read(parts.text)
    is_letter = bool(called) and not parts.title
    top = head.read(parts.head, parts.title, is_letter=is_letter)
    body = _without_decider(join(parts.text[behind:]))
    more = join(parts.appendix)
    ends = closing.read(parts.closing)
    written_on = top.date or _about(top.date_partial)
    found = _tasks(body, more, Context(_section(top.kind), called=called, issuer=top.issuer or ""))
    asked = tuple(_asked(one, written_on) for one in found)
    reading = Reading(
        top.kind,
        top.number,
        top.symbol,
        top.issuer,
        top.superior,
        top.place,
        top.date,
        top.date_partial,
        top.subject,
        _theme(body),
        bases.read(_preamble(body)),
        called,
        asked,
        _report(body, found, written_on, top.kind),
        ends.recipients,
        ends.authority,
        ends.title,
        ends.name,
        (),
        tuple(p.text for p in (*body, *more) if p.text),
    )
    return replace(reading, remarks=remarks.of(reading))


def _about(partial: str | None) -> dt.date | None:
    """The first day of the month (or year) that a date with blanks names: enough to know the year of other days."""
    if partial is None:
        return None
    year, _, month = partial.partition("-")
    return dt.date(int(year), int(month or 1), 1)


def _is_ordering(kind: str | None) -> bool:
    return kind is None or level(kind) in listed("kinds", "orders")


def _without_decider(body: list[Paragraph]) -> list[Paragraph]:
    """The text of a decision without the line of capitals that says who decides."""
    while body and not body[0].mark and not body[0].rows and is_caps(body[0].text):
        if begins(level(body[0].text), "head", "deciders") is None:
            break
        body = body[1:]
    return body


def _tasks(body: Sequence[Paragraph], more: Sequence[Paragraph], context: Context) -> list[Found]:
    found = tasks.find(outline.build(body), context)
    attached = tasks.find(outline.build(worth_reading(more)), Context(Section.CONTENT))
    return [*found, *attached]


def _section(kind: str | None) -> Section:
    return Section.ORDER if _is_ordering(kind) else Section.CONTENT


def _asked(found: Found, written_on: dt.date | None) -> AskedTask:
    if found.time:
        deadline = when.of_label(found.time, written_on)
    else:
        deadline = when.of_passage(found.text, written_on) or when.of_heading(found.heading, written_on)
    return AskedTask(
        found.text,
        found.lead,
        found.coordinating,
        found.inherited,
        deadline,
        report.is_report(found.text),
        found.product,
        found.passage or found.text,
    )


def _preamble(body: Sequence[Paragraph]) -> list[str]:
    """The paragraphs above the first section or order; a dash may begin a basis."""
    above: list[str] = []
    for paragraph in body:
        if paragraph.rows or (paragraph.depth < Depth.DASH and paragraph.depth is not Depth.PLAIN):
            break
        if begins(level(paragraph.body), "order", "verbs"):
            break
        above.append(paragraph.body)
    return above


def _report(
    body: Sequence[Paragraph], found: Sequence[Found], written_on: dt.date | None, kind: str | None
) -> ReportOrder:
    start = next((i for i, p in enumerate(body) if p.depth is not Depth.PLAIN), 0)
    last = _closing_paragraphs(body, start)
    return report.order(
        [p.body for p in last],
        [(one.text, one.lead) for one in found],
        written_on,
        is_letter=_is_ordering(kind),
    )


def _closing_paragraphs(body: Sequence[Paragraph], start: int) -> list[Paragraph]:
    """Closing paragraphs: those that say so, and the plain ones at the very end."""
    plain_end = len(body)
    while plain_end > start and body[plain_end - 1].depth is Depth.PLAIN and len(body) - plain_end < 3:
        plain_end -= 1
    return [p for i, p in enumerate(body) if i >= start and (is_closing(p) or i >= plain_end)]


def _theme(body: Sequence[Paragraph]) -> str | None:
    """The theme in quotation marks nearest behind "chủ đề", or the whole of a line "Chủ đề: ..."."""
    for paragraph, following in itertools.zip_longest(body, body[1:]):
        low = level(paragraph.body)
        below = _QUOTED.fullmatch(level(following.text)) if following else None
        if below and _THEME_HEADING.fullmatch(low):
            return following.text[below.start(1) : below.end(1)].strip(" .,*")
        quoted = min(_THEME.finditer(low), key=lambda found: len(found[1]), default=None)
        if quoted:
            return paragraph.body[quoted.start(2) : quoted.end(2)].strip(" .,*")
        line = _THEME_LINE.match(low)
        if line and len(low) < 220 and '"' not in low:
            return paragraph.body[line.end() :].strip(" .;*") or None
    return None
