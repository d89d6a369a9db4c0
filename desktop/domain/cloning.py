"""A text carried from the year of one plan to another: what changes, word by word, and what still carries the old year's value.

Citations, ranges, programmes and terms stay as they are. Knows texts only: plans are put together in services.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop.domain import clone_dates, clone_numbers
from desktop.domain.clone_passage import (
    Change,
    CloneYear,
    Edit,
    Left,
    Leftover,
    Passage,
    clone_words,
    one_of,
    sentence_span,
)
from desktop.domain.deadline import Deadline
from desktop.domain.deadline_moments import Kind, moments
from desktop.domain.vietnamese import CAPITAL, SMALL

__all__ = [
    "Change",
    "CloneYear",
    "Cloned",
    "Edit",
    "Left",
    "Leftover",
    "clone_deadline",
    "clone_text",
    "sentence_around",
    "years_named",
]

# In this order: what an earlier rule takes, a later one leaves alone.
_RULES: tuple[Callable[[Passage], None], ...] = (
    clone_numbers.bases,
    clone_numbers.names,
    clone_numbers.anniversaries,
    clone_numbers.ordinals,
    clone_numbers.seasons,
    clone_numbers.ranges,
    clone_numbers.aims,
    clone_numbers.lunar_years,
    clone_dates.dates,
    clone_dates.bare_years,
)


@dataclass(frozen=True, slots=True)
class Cloned:
    """A text of the new year. edits: places in the old text, in order, not overlapping; left: sentences as they are now."""

    text: str
    edits: tuple[Edit, ...] = ()
    left: tuple[Leftover, ...] = ()


def clone_text(text: str, year: CloneYear, *, is_basis: bool = False) -> Cloned:
    """An NFC text carried to the new year; into the same year nothing changes. is_basis: a line of căn cứ."""
    if year.step == 0 or not text:
        return Cloned(text)
    passage = Passage(text, year.bound_by(text), whole=is_basis)
    for rule in _RULES:
        rule(passage)
    _figures(passage)
    edits = tuple(sorted(passage.edits, key=lambda edit: edit.start))
    new = apply(text, edits)
    left = tuple(
        Leftover(code, text[start:end].strip(), _new_sentence(text, edits, start, end))
        for start, end, code in sorted(passage.left)
    )
    return Cloned(new, edits, left)


def years_named(text: str) -> tuple[int, ...]:
    """The years that a text names by themselves, each once: none of a citation, a range, a school year or an aim."""
    passage = Passage(text, CloneYear(0, 0))
    for rule in (clone_numbers.bases, clone_numbers.ranges, clone_numbers.aims):
        rule(passage)
    found = re.finditer(r"(?<![\d.,])(?:19|20)\d\d(?![\d%])", text)
    return tuple(dict.fromkeys(int(match[0]) for match in found if passage.is_free(*match.span())))


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with its edits made."""
    out, at = "", 0
    for edit in edits:
        out += text[at : edit.start] + edit.new
        at = edit.end
    return out + text[at:]


def sentence_around(text: str, edits: Sequence[Edit], edit: Edit) -> str:
    """The sentence in which an edit stands, as it is now."""
    return _new_sentence(text, edits, edit.start, edit.end)


def _new_sentence(text: str, edits: Sequence[Edit], start: int, end: int) -> str:
    begin, stop = sentence_span(text, start, end)
    inside = [
        replace(edit, start=edit.start - begin, end=edit.end - begin)
        for edit in edits
        if begin <= edit.start and edit.end <= stop
    ]
    return apply(text[begin:stop], inside).strip()


def _figures(passage: Passage) -> None:
    """Figures with their measure and persons by name: of the old year until somebody has looked."""
    measures = one_of(clone_words()["measures"])
    figure = rf"(?<![\w/.,])\d[\d.,]*\s*(?:%|(?:triệu|tỷ|nghìn)?\s*{measures}(?!\w))"
    for match in re.finditer(figure, passage.lower):
        if passage.is_free(*match.span()):
            passage.leave(*match.span(), Left.FIGURE)
    capital = rf"[{CAPITAL}][{SMALL}]+"
    person = rf"(?<!\w)(?i:{one_of(clone_words()['persons'])})\s+((?:{capital}\s+){{1,4}}{capital})(?!\w)"
    for match in re.finditer(person, passage.text):
        if passage.is_free(*match.span(1)):
            passage.leave(*match.span(1), Left.PERSON)


def clone_deadline(deadline: Deadline, year: CloneYear) -> tuple[Deadline, Cloned]:
    """The deadline of the new year, its words rewritten, operator and recurrence kept (product rule 4); and what was done to the words.

    A period ends with the last day of the new one. What names no certain day keeps having none; what names a year that was not moved
    keeps its day, so that words and day agree.
    """
    cloned = clone_text(deadline.text, year)
    names_year = any(moment.year is not None for moment in moments(deadline.text.lower()))
    if year.step == 0 or (names_year and not cloned.edits):
        return deadline, cloned
    year = year.bound_by(deadline.text)
    moved = {edit.was: edit.date for edit in cloned.edits if edit.was is not None}

    def new(day: dt.date | None) -> dt.date | None:
        if day is None:
            return None
        return moved.get(day) or _end_of_period(deadline, day, year) or year.moved(day)

    return replace(deadline, text=cloned.text, date=new(deadline.date), start=new(deadline.start)), cloned


def _end_of_period(deadline: Deadline, day: dt.date, year: CloneYear) -> dt.date | None:
    """The end of the same month, quarter, half or year of the new year, where the words name one that ends on `day`."""
    for moment in moments(deadline.text.lower()):
        dated = replace(moment, year=moment.year or day.year)
        if moment.kind is not Kind.DAY:
            if dated.last() == day:
                return replace(dated, year=day.year + year.step).last()
            if dated.first() == day:
                return replace(dated, year=day.year + year.step).first()
    return None
