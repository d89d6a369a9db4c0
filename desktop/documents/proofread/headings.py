"""Numbers of headings and lists in their order, units with two headings, and which passages assign work. Only the skeleton."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
_NUMBER_2 = re.compile(r"(\d{1,2})\.(\d{1,2})\s*[.)]?$")
_LETTER = re.compile(r"([a-zđ])\s*[).]$")
_HEADING = 120
_LATE = 3
"""A row that begins with a greater number goes on from somewhere else."""
_ASKED = re.compile(r"^(?:đề nghị|yêu cầu|giao|trách nhiệm của|nhiệm vụ của|đối với)\s+")
_COUNTED = (Rank.SECTION, Rank.ARTICLE, Rank.NUMBER, Rank.NUMBER_2, Rank.LETTER)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The last number of a rank. again: it came twice."""

    value: int
    label: str
    at: int
    again: bool


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """Repeated and skipped numbers, a unit with two headings in one section."""
    if not paper.ours and paper.strictness is not Strictness.NONE:
        yield from _numbers(paper)
        yield from _misplaced(paper)
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
    """What a label counts: 3 of "III.", "3.", "1.3.", "c)"; None where it is no plain label of its rank."""
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
    if rank is Rank.NUMBER_2:
        match = _NUMBER_2.match(text)
        return int(match[2]) if match else None
    match = _LETTER.match(text)
    return POINTS.index(match[1]) + 1 if match and match[1] in POINTS else None


def _numbers(paper: Paper) -> Iterator[Finding]:
    """Walks the body; each rank counts on until a higher one starts it anew."""
    last: dict[Rank, _Counted] = {}
    ever = 0  # sections may go on through the parts of a paper
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
        again = before is not None and before.value == value
        last[one.rank] = _Counted(value, one.label, at, again)
        if before is not None and value != 1:
            yield from _step(paper, at, one, value, before)
        elif before is None and 1 < value <= _LATE and not (one.rank is Rank.SECTION and value == ever + 1):
            yield from _start(paper, at, one, last.get(Rank.NUMBER))
        ever = value if one.rank is Rank.SECTION else ever


def _start(paper: Paper, at: int, one: Passage, above: _Counted | None) -> Iterator[Finding]:
    """A row that begins with "II." or, under "3.", with "3.3."; what stands before may lie inside a paragraph."""
    if one.rank is Rank.NUMBER_2 and above is not None and parent_of(one.label) == above.value:
        first, begin = f"{above.value}.1.", above.at
    elif one.rank is Rank.SECTION:
        first, begin = "I.", 0
    else:
        return
    if not _lies_inside(paper, begin, at, one.rank, 1):
        yield found("numbering_start", at, _short(one.text), label=one.label, first=first)


def _misplaced(paper: Paper) -> Iterator[Finding]:
    """ "2.1." under "3.": a block copied with its numbers. Lists inside a paragraph count anew, so a number that the section has
    had is told only when its part comes twice."""
    above: _Counted | None = None
    parents, parts = set[int](), set[str]()
    for at, one in paper.indexed(Part.BODY):
        value = value_of(one.label, one.rank) if one.label and one.rank in _COUNTED else None
        if one.rank <= Rank.ARTICLE:
            above, parents, parts = None, set(), set()
        elif one.rank is Rank.NUMBER and value is not None:
            above = _Counted(value, one.label, at, value in parents)
            parents.add(value)
        elif one.rank is Rank.NUMBER_2 and value is not None and above is not None:
            parent, name = parent_of(one.label), one.label.rstrip(" .)")
            is_odd = parent != above.value and (parent not in parents or name in parts)
            if is_odd and not above.again and not _lies_inside(paper, above.at, at, Rank.NUMBER, parent):
                yield found("numbering_parent", at, _short(one.text), label=one.label, parent=above.label)
            parts.add(name)


def parent_of(label: str) -> int:
    """The number above: 3 of "3.2."."""
    match = _NUMBER_2.match(label.strip())
    return int(match[1]) if match else 0


def _short(text: str) -> str:
    return text if len(text) < 2 * _HEADING else text[: 2 * _HEADING].rpartition(" ")[0]


def _step(paper: Paper, at: int, one: Passage, value: int, before: _Counted) -> Iterator[Finding]:
    quote = _short(one.text)
    labels = {"label": one.label, "before": before.label}
    # Behind a number that comes twice the row may go on as if it had been right.
    missing = before.value + 1 + before.again
    if value == before.value:
        yield found("numbering_repeated", at, quote, values=labels)
    elif missing < value <= before.value + 3 and not _lies_inside(paper, before.at, at, one.rank, missing):
        # Many offices leave out "đ)": against the alphabet of the decree, but nothing is missing.
        is_alphabet = POINTS[before.value : value - 1] == "đ" and one.rank is Rank.LETTER
        yield found(
            "numbering_skipped", at, quote, severity=Severity.INFO if is_alphabet else None, values=labels
        )


def _lies_inside(paper: Paper, first: int, last: int, rank: Rank, wanted: int) -> bool:
    """The missing number stands inside a paragraph: two were joined on the way, nothing is missing."""
    names = {
        Rank.SECTION: r"[IVX]+",
        Rank.ARTICLE: rf"Điều\s+{wanted}",
        Rank.NUMBER: str(wanted),
        Rank.NUMBER_2: rf"\d+\.{wanted}",
    }
    label = names.get(rank) or POINTS[wanted - 1 : wanted]
    regex = re.compile(rf"(?:^|[\s|]){label}\s*[.)/:]")
    return any(regex.search(one.body) for one in paper.passages[first:last])


def _twice(paper: Paper) -> Iterator[Finding]:
    """Two numbered headings of one rank under the same one above that name the same unit."""
    above: dict[Rank, int] = {}
    seen: dict[tuple[int, ...], set[str]] = {}
    for at, one in paper.indexed(Part.BODY):
        if one.rank >= Rank.PLAIN:
            continue
        above = {rank: index for rank, index in above.items() if rank < one.rank}
        place = (one.rank, *above.values())
        above[one.rank] = at
        name = _unit_of(one)
        if name is None or not in_assignment(paper, at):
            continue
        names = seen.setdefault(place, set())
        if name in names:
            yield found("unit_heading_twice", at, one.text, name=one.body.strip(" :."))
        names.add(name)


def _unit_of(one: Passage) -> str | None:
    """The name, folded, of the unit that a heading names, asked politely or not; None for any other heading."""
    name = _ASKED.sub("", level(one.body).strip(" :.-"))
    if not one.label or one.rank <= Rank.SECTION or not is_heading(one) or ":" in name:
        return None
    if not begins_as_unit(name) or pattern("headings", "not_units").match(name):
        return None
    return fold_name(name)
