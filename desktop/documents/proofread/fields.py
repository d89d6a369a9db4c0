"""Work under the heading of a unit that has other work: a slip of copying. Goes by words of orders in data; units named in general may
have any work."""

import functools
import re
from collections.abc import Iterator
from typing import Any

from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.headings import heading_of, in_assignment
from desktop.documents.proofread.paper import Context, Paper, Part
from desktop.documents.proofread.words import either, level, pattern, sentence, table
from desktop.domain.unit_kind import begins_as_unit

_ASKED = re.compile(r"^(?:đề nghị|yêu cầu|giao)\s+")


@functools.cache
def _fields() -> tuple[tuple[re.Pattern[str], str, re.Pattern[str]], ...]:
    """(words of the work, whose it is, words in names of units that may have it)."""
    rows: list[dict[str, Any]] = table()["fields"]
    return tuple(
        (
            re.compile(either(map(level, row["words"]))),
            row["owner"],
            re.compile(either(map(level, row["fits"]))),
        )
        for row in rows
    )


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """Each passage under a heading that names one unit, and each task of a plan made here."""
    if paper.tasks and paper.ours:
        for task in paper.tasks:
            if task.leads:
                yield from _of(max(task.passage, 0), task.text, "; ".join(unit.name for unit in task.leads))
        return
    for at, one in paper.indexed(Part.BODY):
        heading = heading_of(paper, at) if in_assignment(paper, at) else None
        if heading is not None:
            yield from _of(at, one.text, paper.passages[heading].body.strip(" :."))


def _of(at: int, text: str, unit: str) -> Iterator[Finding]:
    name = _ASKED.sub("", level(unit))
    if not begins_as_unit(name) or pattern("fields_open", "words").match(name):
        return
    low = level(text)
    for words, owner, fits in _fields():
        match = words.search(low)
        if match and not fits.search(name) and "phối hợp" not in low[: match.start()]:
            said = text[match.start() : match.end()]
            yield found("foreign_task", at, sentence(text, *match.span()), words=said, unit=unit, owner=owner)
