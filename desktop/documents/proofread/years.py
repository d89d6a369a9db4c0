"""Years left over from the paper this one was copied from. Prefers silence: cited documents, ranges, school years, terms, aims and
whatever tells of results or history are never taken for leftovers. Ordinals are in `ordinals`, deadlines in `deadlines`.
"""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.documents.phrases import short_date
from desktop.documents.proofread.citations import citation_spans
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.paper import Context, Paper, Part
from desktop.documents.proofread.words import (
    either,
    level,
    listed,
    pattern,
    replaced,
    sentence,
    sentence_span,
    table,
)
from desktop.domain.directive import Severity
from desktop.domain.vietnamese import fold

_YEAR = re.compile(r"(?<!\w)năm\s+(20\d\d)(?![\w/%]|\.\d|,\d|-\d)")
_RANGE = re.compile(r"(?:19|20)\d\d\s*(?:-|đến|,|và|/)\s*(?:hết\s+)?(?:năm\s+)?(?:19|20)\d\d")
_DAY = re.compile(r"(?<![\w/.,\-])(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(20\d\d)(?![\d/])")
_LIMIT = re.compile(
    r"(?:trước|chậm\s+nhất(?:\s+là)?|muộn\s+nhất|đến|hết|từ|vào|xong)\s+(?:hết\s+)?(?:ngày\s+)?$"
)
_OF_PAPER = re.compile(r"\s*,?\s*(?:của|về việc|tại)\s")
_QUOTES = re.compile(r"[\"“”'‘’,();:]")
_ORDINAL_BEFORE = re.compile(r"lần\s+thứ\s+\w+\s*[,\-(]?\s*(?:năm\s*)?$")
_PHRASE_WORDS = 4
_FAR = 200
_RECENT = 3
LONG_PAST = dt.timedelta(days=45)
"""A day further back than this is left over from an older paper; a nearer one may be a deadline set too early."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A year in running text. phrase: the last words before "năm YYYY", folded."""

    passage: int
    start: int
    end: int
    year: int
    phrase: str


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """Leftover years of a paper that plans ahead and knows its own year."""
    own = paper.year
    if own is None or level(paper.kind or "") not in listed("kinds", "planning"):
        return
    yield from _subject(paper, own)
    mentions = [one for at in range(len(paper.passages)) for one in _mentions(paper, at)]
    allowed = {own} | {one.year for one in mentions if paper.passages[one.passage].part is Part.TITLE}
    phrases = {one.phrase: one.year for one in mentions if one.year in allowed and one.phrase}
    for one in mentions:
        if one.year < min(allowed) and paper.passages[one.passage].part is Part.BODY:
            yield from _judge(paper, one, own, phrases)
    for at, passage in paper.indexed(Part.BODY):
        yield from _past_days(paper, at, passage.text)


def _mentions(paper: Paper, at: int, *, counted: bool = False) -> Iterator[_Mention]:
    """Years that stand for themselves: outside citations and ranges, not bounds of a range. counted: those of "lần thứ N năm ..." too."""
    text = paper.passages[at].text
    low = level(text)
    spans = (*citation_spans(text), *(found.span() for found in _RANGE.finditer(low)))
    for match in _YEAR.finditer(low):
        if any(start <= match.start(1) < end for start, end in spans):
            continue
        before = low[max(0, match.start() - 60) : match.start()]
        if _bound().search(before) or (not counted and _ORDINAL_BEFORE.search(before)):
            continue
        words = _QUOTES.sub(" ", fold(before)).split()
        phrase = " ".join(words[-_PHRASE_WORDS:]) if len(words) >= _PHRASE_WORDS else ""
        yield _Mention(at, *match.span(1), int(match[1]), phrase)


@functools.cache
def _bound() -> re.Pattern[str]:
    """Words right before a year that make it an aim or the edge of a range."""
    return re.compile(either(listed("history", "bounds")) + r"\s*(?:năm\s*)?$")


def _judge(paper: Paper, one: _Mention, own: int, phrases: dict[str, int]) -> Iterator[Finding]:
    text = paper.passages[one.passage].text
    low = level(text)
    first, last = sentence_span(text, one.start, one.end)
    planned = _planned(low, one)
    low = low[first:planned] + low[one.end : last]
    if one.year < own - _RECENT or "%" in low:
        return
    if pattern("history", "past").search(low):
        if one.phrase in phrases and not pattern("history", "told").search(low):
            yield _leftover(text, one, phrases[one.phrase], Severity.INFO)
        return
    values = {"written": one.year, "right": own}
    if _is_named_paper(text, first, last, one):
        yield found("other_year", one.passage, sentence(text, one.start, one.end), values=values)
    elif one.phrase in phrases:
        yield _leftover(text, one, phrases[one.phrase])
    elif planned < one.start:
        yield found("leftover_year_in_plan", one.passage, sentence(text, one.start, one.end), values=values)
    else:
        yield found("other_year", one.passage, sentence(text, one.start, one.end), values=values)


def _leftover(text: str, one: _Mention, right: int, severity: Severity | None = None) -> Finding:
    quote, fix = replaced(text, one.start, one.end, str(right))
    return found("leftover_year", one.passage, quote, fix, severity, written=one.year, right=right)


def _is_named_paper(text: str, first: int, last: int, one: _Mention) -> bool:
    """ "Kế hoạch cải cách hành chính năm 2025": another paper by its name, unless the sentence speaks of this one."""
    named = re.search(rf"(?<!\w)(?:{'|'.join(table()['history']['papers'])})\s", text[first : one.start])
    return named is not None and not pattern("history", "this_paper").search(level(text[first:last]))


def _planned(low: str, one: _Mention) -> int:
    """Where the words right before the year begin that speak of something still to be done or paid; the year itself without them."""
    begin = max(0, one.start - 40)
    words = re.search(f"{either(listed('history', 'planned'))}\\s*$", low[begin : one.start])
    return begin + words.start() if words else one.start


def _subject(paper: Paper, own: int) -> Iterator[Finding]:
    """A subject of one year, all of it past, in a plan of a later year."""
    if level(paper.kind or "") not in listed("kinds", "ahead"):
        return
    for at, passage in paper.indexed(Part.TITLE):
        mentions = list(_mentions(paper, at, counted=True))
        low = level(passage.text).replace("kỷ niệm", "")  # of what is to be kept, in a subject
        if not mentions or pattern("history", "past").search(low):
            continue
        newest = max(one.year for one in mentions)
        late = paper.date is None or paper.date.month > 1
        if newest == own - 1 and late and "năm 20" in low and not _RANGE.search(low):
            yield found("subject_year", at, passage.text, written=newest, right=own)


def _past_days(paper: Paper, at: int, text: str) -> Iterator[Finding]:
    """A full day, clearly before the paper, said as the time of something to be done."""
    if paper.about is None:
        return
    low = level(text)
    for match in _DAY.finditer(low):
        day = _date(match)
        if day is None or day >= paper.about - LONG_PAST or day.year < paper.about.year - _RECENT:
            continue
        if any(start <= match.start() < end for start, end in citation_spans(text)):
            continue
        first, last = sentence_span(text, *match.span())
        before = low[first : match.start()]
        if not _is_carried_out(before) or _begins_open(low, match) or _OF_PAPER.match(low, match.end()):
            continue
        if pattern("history", "not_carried_out").search(low[first:last]) or _later_follows(
            low[match.end() : last], day
        ):
            continue
        quote = sentence(text, *match.span())
        yield found("past_date", at, quote, written=short_date(day), date=short_date(paper.about))
        return


def _is_carried_out(before: str) -> bool:
    """A label of time, or a word that sets a limit, with something to do before it."""
    near = before[-60:]
    is_limit = _LIMIT.search(near) is not None and (
        pattern("history", "carried_out").search(near) is not None
        or pattern("history", "reported").search(before[-_FAR:]) is not None
    )
    return is_limit or pattern("history", "time_labels").search(near) is not None


def _begins_open(low: str, match: re.Match[str]) -> bool:
    """ "Thời gian thực hiện: Từ 01/7/2025": work that goes on since then, with no end said."""
    begins = re.search(r"(?<!\w)(?:kể\s+)?từ\s+(?:ngày\s+)?$", low[: match.start()])
    return begins is not None and not re.match(r"\s*(?:đến|-)", low[match.end() :])


def _date(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def _later_follows(behind: str, day: dt.date) -> bool:
    """The range that begins on this day goes on into a later year."""
    return any(int(year) > day.year for year in re.findall(r"20\d\d", behind))
