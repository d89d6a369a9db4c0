"""Days that cannot be right: not in the calendar, of another weekday, ranges turned round, a paper older than what it rests on.

Arithmetic only; what a day is for is read elsewhere (`deadlines`, `years`).
"""

import datetime as dt
import re
from collections.abc import Iterator

from desktop.documents.phrases import short_date
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.paper import Context, Paper, Part
from desktop.documents.proofread.words import level, sentence
from desktop.domain.citations import citations_in

_D = r"(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(\d{4})(?![\d/])"
_FULL = re.compile(rf"(?<![\w/.\-,])(?:{_D}|(\d{{1,2}})\s+tháng\s+(\d{{1,2}})\s+năm\s+(\d{{4}})(?!\d))")
_DAY_WORDS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_WEEKDAY = re.compile(
    r"(?<!\w)(?<!lần )(thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s*[,(]?\s*(?:tức\s+)?(?:ngày\s+)?"
    + _D
)
_BETWEEN = re.compile(rf"(?<!\w)từ\s+(?:ngày\s+)?{_D}\s*(?:đến|-)\s*(?:hết\s+)?(?:ngày\s+)?{_D}")
_OLDEST = 1900


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """All days of the paper."""
    if paper.date and paper.number and paper.date > context.today:
        yield found(
            "date_in_future",
            _date_line(paper),
            _date_quote(paper),
            date=short_date(paper.date),
            today=short_date(context.today),
        )
    for at, one in enumerate(paper.passages):
        low = level(one.text)
        yield from _impossible(at, one.text, low)
        yield from _weekdays(at, one.text, low)
        yield from _ranges(at, one.text, low)
        if one.part is not Part.APPENDIX:
            yield from _cited_later(paper, at, one.part, one.text)


def _date_line(paper: Paper) -> int:
    lines = [at for at, one in paper.indexed(Part.HEAD) if "ngày" in level(one.text)]
    return lines[0] if lines else 0


def _date_quote(paper: Paper) -> str:
    return paper.passages[_date_line(paper)].text if paper.passages else ""


def days_in(text: str) -> list[dt.date]:
    """The full days that a text names."""
    days = (_day(*_parts(match)) for match in _FULL.finditer(level(text)))
    return [day for day in days if day is not None]


def _parts(match: re.Match[str], first: int = 1) -> tuple[int, int, int]:
    """(day, month, year) of a match with two ways of writing from group `first` on."""
    groups = match.groups()[first - 1 : first + 5]
    day, month, year = groups[:3] if groups[0] else groups[3:]
    return int(day), int(month), int(year)


def _day(day: int, month: int, year: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _impossible(at: int, text: str, low: str) -> Iterator[Finding]:
    for match in _FULL.finditer(low):
        day, month, year = _parts(match)
        # Other figures look like days ("12.34.5678"); a slip of the pen has a month and nearly a day.
        if _day(day, month, year) is None and 1 <= month <= 12 and 29 <= day <= 31 and _OLDEST < year < 2200:
            yield found("impossible_date", at, sentence(text, *match.span()), written=match[0])


def _weekdays(at: int, text: str, low: str) -> Iterator[Finding]:
    for match in _WEEKDAY.finditer(low):
        day = _day(int(match[2]), int(match[3]), int(match[4]))
        written = _weekday(match[1])
        if day is not None and day.weekday() != written and day.year > _OLDEST:
            right = _DAY_WORDS[day.weekday()]
            values = {"date": short_date(day), "right": _shown(right), "written": _shown(_DAY_WORDS[written])}
            yield found("weekday_wrong", at, sentence(text, *match.span()), values=values)


def _weekday(words: str) -> int:
    """0 Monday … 6 Sunday."""
    name = " ".join(words.split())
    return int(name[-1]) - 2 if name[-1].isdigit() else _DAY_WORDS.index(name)


def _shown(name: str) -> str:
    """ "thứ Hai", "Chủ nhật" as the decree writes them [Phụ lục II, V.6]."""
    first, _, rest = name.partition(" ")
    return f"thứ {rest.capitalize()}" if first == "thứ" else "Chủ nhật"


def _ranges(at: int, text: str, low: str) -> Iterator[Finding]:
    for match in _BETWEEN.finditer(low):
        numbers = [int(group) for group in match.groups()]
        start, end = _day(*numbers[:3]), _day(*numbers[3:])
        if start and end and start > end:
            values = {"start": short_date(start), "end": short_date(end)}
            yield found("range_reversed", at, sentence(text, *match.span()), values=values)


def _cited_later(paper: Paper, at: int, part: Part, text: str) -> Iterator[Finding]:
    if paper.date is None or part is Part.HEAD:
        return
    for cited in citations_in(text, whole=part is Part.BASIS):
        if cited.date is None or cited.date <= paper.date:
            continue
        quote = sentence(text, cited.start, cited.end)
        if part is Part.BASIS:
            values = {"date": short_date(paper.date), "basis": short_date(cited.date)}
            yield found("date_before_basis", at, quote, values=values)
        else:
            values = {"date": short_date(paper.date), "cited": short_date(cited.date)}
            yield found("citation_in_future", at, quote, values=values)
