"""Names that no longer hold on the day of the paper: bodies of the State from data, units of the office from its list.

Cited documents keep the names of their day, and sentences that tell of a merger may name what was merged.
"""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.documents.phrases import short_date
from desktop.documents.proofread.citations import is_cited, is_history
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.headings import in_assignment
from desktop.documents.proofread.paper import Context, Paper, Part
from desktop.documents.proofread.words import either, level, listed, sentence, table
from desktop.domain.directive import Severity

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Body:
    """A body that ended. until: the first day without it; sure: nothing else bears the name."""

    name: re.Pattern[str]
    until: dt.date
    successor: str
    basis: str
    sure: bool


@functools.cache
def _bodies() -> tuple[_Body, ...]:
    return tuple(
        _Body(
            _pattern(row["names"], row["shorts"]),
            row["until"],
            row["successor"],
            row["basis"],
            row.get("sure", True),
        )
        for row in table()["bodies"]
    )


def _pattern(names: list[str], shorts: list[str]) -> re.Pattern[str]:
    """Any of the names; dashes, commas and "và" between their words do not matter, nor marks inside short forms."""
    forms = [r"\W{1,3}(?:và\s+)?".join(w for w in _WORDS.findall(level(name)) if w != "và") for name in names]
    for short in shorts:
        head, _, letters = level(short).partition(" ")
        forms.append(rf"{head}\s+" + r"\W{0,2}".join(letters))
    # A longer name that begins alike is another body's; what follows behind "và" or a comma begins with a word of the list.
    goes_on = rf"\s*(?:,|-|\svà)\s+(?!{either(listed('names', 'following'))})\w"
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)(?!{goes_on})")


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """Dead names by the day of the paper; a draft without a day is judged by today."""
    day = paper.about or (context.today if paper.ours else None)
    if day is None:
        return
    dead = [body for body in _bodies() if body.until <= day]
    said = set[str]()
    for at, one in enumerate(paper.passages):
        if one.part in {Part.HEAD, Part.BASIS, Part.APPENDIX, Part.TITLE} or not dead:
            continue
        low = level(one.text)
        for body in dead:
            for match in body.name.finditer(low):
                yield from _dead(paper, at, match, body, said)
    yield from _units(paper, day)


def _dead(paper: Paper, at: int, match: re.Match[str], body: _Body, said: set[str]) -> Iterator[Finding]:
    text = paper.passages[at].text
    whole = sentence(text, *match.span())
    name = text[match.start() : match.end()]
    if is_cited(text, match.start()) or is_history(whole) or level(name) in said:
        return
    said.add(level(name))
    values = {"name": name, "ended": short_date(body.until), "successor": body.successor, "basis": body.basis}
    yield found("body_ended", at, whole, severity=_severity(paper, at, body), values=values)


def _severity(paper: Paper, at: int, body: _Body) -> Severity | None:
    """An error where the body is given work or a copy, a warning in other words."""
    if not body.sure:
        return Severity.INFO
    acts = paper.passages[at].part in {Part.ADDRESSEES, Part.RECIPIENTS} or in_assignment(paper, at)
    return None if acts else Severity.WARNING


def _units(paper: Paper, day: dt.date) -> Iterator[Finding]:
    """Units of the list that had ended on the day and still have a task."""
    said = set[str]()
    for task in paper.tasks:
        for unit in (*task.leads, *task.coordinating):
            if unit.ended is None or unit.ended > day or unit.name in said:
                continue
            said.add(unit.name)
            successor = f" Nay là “{unit.successor}”." if unit.successor else ""
            values = {"name": unit.name, "ended": short_date(unit.ended), "successor": successor}
            yield found("unit_ended", max(task.passage, 0), task.text, values=values)
