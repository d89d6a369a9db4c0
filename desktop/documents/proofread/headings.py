"""Numbers of headings and lists in their order, units with two headings, and which passages assign work. Only the skeleton."""

import re
from collections.abc import Iterator

from desktop.documents.numbering import POINTS
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.ordinals import roman_value
from desktop.documents.proofread.paper import Context, Paper, Part, Passage, Rank, Strictness
from desktop.documents.proofread.words import level, pattern
from desktop.domain.directive import Severity
from desktop.domain.unit_kind import begins_as_unit
from desktop.domain.vietnamese import fold_name

_ROMAN = re.compile(r"([IVXLC]{1,7})\s*[.\-/:)]?$")
_NUMBER = re.compile(r"(\d{1,2})\s*[.)/:]?$")
_LETTER = re.compile(r"([a-zđ])\s*[).]$")
_HEADING = 120
_ASKED = re.compile(r"^(?:đề nghị|yêu cầu|giao|trách nhiệm của|nhiệm vụ của|đối với)\s+")
_COUNTED = (Rank.SECTION, Rank.ARTICLE, Rank.NUMBER, Rank.LETTER)


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """Repeated and skipped numbers, a unit with two headings in one section."""
    if not paper.ours and paper.strictness is not Strictness.NONE:
        yield from _numbers(paper)
    yield from _twice(paper)


def in_assignment(paper: Paper, at: int) -> bool:
    """Whether the passage stands under a heading that assigns work ("TỔ CHỨC THỰC HIỆN")."""
    section = section_of(paper, at)
    return section is not None and pattern("headings", "assignment").search(level(section.text)) is not None


def section_of(paper: Paper, at: int) -> Passage | None:
    """The heading of the section that holds the passage."""
    for index in range(at, -1, -1):
        one = paper.passages[index]
        if one.part is Part.BODY and one.rank <= Rank.SECTION:
            return one
    return None


def heading_of(paper: Paper, at: int) -> int | None:
    """Index of the nearest heading above that ranks higher, numbered and short; None where there is none."""
    rank = paper.passages[at].rank
    for index in range(at - 1, -1, -1):
        one = paper.passages[index]
        if one.part is not Part.BODY:
            return None
        if one.rank <= Rank.LETTER and one.rank < rank:
            return index if is_heading(one) else None
    return None


def is_heading(one: Passage) -> bool:
    """A short passage that ends like no sentence, or with a colon."""
    return len(one.body) < _HEADING and not one.body.endswith((".", ";", ",", "/")) and bool(one.body)


def value_of(label: str, rank: Rank) -> int | None:
    """What a label counts: 3 of "III.", "3.", "c)"; None where it is no plain label of its rank."""
    text = label.strip()
    if rank is Rank.SECTION:
        match = _ROMAN.match(text)
        return roman_value(match[1]) if match else None
    if rank is Rank.ARTICLE:
        digits = re.search(r"\d+", text)
        return int(digits[0]) if digits else None
    if rank is Rank.NUMBER:
        match = _NUMBER.match(text)
        return int(match[1]) if match else None
    match = _LETTER.match(text)
    return POINTS.index(match[1]) + 1 if match and match[1] in POINTS else None


def _numbers(paper: Paper) -> Iterator[Finding]:
    """Walks the body; each rank counts on until a higher one starts it anew."""
    last: dict[Rank, tuple[int, str, int]] = {}
    for at, one in paper.indexed(Part.BODY):
        for rank in [rank for rank in last if rank > one.rank]:
            del last[rank]
        if one.rank not in _COUNTED or not one.label:
            continue
        value = value_of(one.label, one.rank)
        if value is None:
            last.pop(one.rank, None)
            continue
        before = last.get(one.rank)
        # Behind a number that comes twice the row goes on as if it had been right.
        counted = value + 1 if before is not None and value == before[0] else value
        last[one.rank] = (counted, one.label, at)
        if before is not None and value != 1:
            yield from _step(paper, at, one, value, before)


def _step(paper: Paper, at: int, one: Passage, value: int, before: tuple[int, str, int]) -> Iterator[Finding]:
    number, label, index = before
    quote = one.text if len(one.text) < 2 * _HEADING else one.text[: 2 * _HEADING].rpartition(" ")[0]
    if value == number:
        yield found("numbering_repeated", at, quote, label=one.label, before=label)
    elif number + 1 < value <= number + 3 and not _lies_inside(paper, index, at, one.rank, number + 1):
        # Many offices leave out "đ)": against the alphabet of the decree, but nothing is missing.
        severity = Severity.INFO if POINTS[number : value - 1] == "đ" and one.rank is Rank.LETTER else None
        yield found("numbering_skipped", at, quote, severity=severity, label=one.label, before=label)


def _lies_inside(paper: Paper, first: int, last: int, rank: Rank, wanted: int) -> bool:
    """The missing number stands inside a paragraph: two were joined on the way, nothing is missing."""
    names = {Rank.SECTION: r"[IVX]+", Rank.ARTICLE: rf"Điều\s+{wanted}", Rank.NUMBER: str(wanted)}
    label = names.get(rank) or POINTS[wanted - 1 : wanted]
    regex = re.compile(rf"(?:^|[\s|]){label}\s*[.)/:]")
    return any(regex.search(one.body) for one in paper.passages[first:last])


def _twice(paper: Paper) -> Iterator[Finding]:
    """Two numbered headings of one section that name the same unit."""
    seen: dict[tuple[int, str], int] = {}
    section = -1
    for at, one in paper.indexed(Part.BODY):
        if one.rank <= Rank.SECTION:
            section = at
        if one.rank not in {Rank.NUMBER, Rank.NUMBER_2, Rank.LETTER} or not one.label or not is_heading(one):
            continue
        name = _ASKED.sub("", level(one.body).strip(" :.-"))
        if not begins_as_unit(name) or not in_assignment(paper, at) or ":" in name:
            continue
        key = (section, fold_name(name))
        if key in seen:
            yield found("unit_heading_twice", at, one.text, name=one.body.strip(" :."))
        seen.setdefault(key, at)
