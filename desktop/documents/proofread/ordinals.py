""" "lần thứ N" and "kỷ niệm N năm": arithmetic against the event's first year, against the years beside it, and within the paper."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desktop.documents.proofread.citations import is_cited
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.paper import Context, Paper, Part
from desktop.documents.proofread.words import level, listed, pattern, replaced, sentence, sentence_span
from desktop.domain.directive import Severity
from desktop.domain.events import Event, events_in
from desktop.domain.vietnamese import fold

_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ORDINAL = re.compile(r"(?<!\w)lần\s+thứ\s+(\d{1,3}|[ivxlc]{1,7})(?!\w)(?:\s*[,\-(]?\s*năm\s+(\d{4})(?!\d))?")
_SIDE = r"\s*(?:ngày\s+)?(\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.]\s?|năm\s+)?(\d{4})\s*"
_ANNIVERSARY = re.compile(
    rf"(kỷ\s+niệm\s+(?:lần\s+thứ\s+)?)?(?<![\d.,])(\d{{1,4}})\s+năm\s+((?:(?!\d+\s+năm)[^();]){{0,140}})\({_SIDE}-{_SIDE}\)"
)
_COUNTED = re.compile(r"kỷ\s+niệm\s+(?:lần\s+thứ\s+)?(\d{2,4})\s+năm\s+$")
_YEARS_BEHIND = re.compile(r"[^;.]{0,20}\([^)]*\d{4}")
_NEAR, _MANY, _NEAR_MISS, _OLDEST = 12, 40, 3, 1100
_QUOTES = re.compile(r"[\"“”'‘’,()]")
_EVENT_WORDS = 6
_ALIKE = 3
_RECENT = 3


@dataclass(frozen=True, slots=True)
class _Ordinal:
    """One "lần thứ N (năm Y)". event: the last words before it, folded; start, end: of the whole; year_at: of the four digits."""

    passage: int
    start: int
    end: int
    number: int
    number_at: tuple[int, int]
    year: int | None
    year_at: tuple[int, int]
    event: str
    cited: bool


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """Ordinals against each other and against known first years; anniversaries."""
    ordinals = [one for at in range(len(paper.passages)) for one in _ordinals(paper, at)]
    yield from _against_first_year(paper, ordinals)
    yield from _against_each_other(paper, ordinals)
    yield from _of_another_year(paper, ordinals)
    for at, one in enumerate(paper.passages):
        yield from _anniversaries(paper, at, one.text)


def roman_value(letters: str) -> int:
    """The number of a Roman numeral in any case, 0 where it is none."""
    values = [_ROMANS.get(letter, 0) for letter in letters.lower()]
    if not values or 0 in values:
        return 0
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _ordinals(paper: Paper, at: int) -> Iterator[_Ordinal]:
    text = paper.passages[at].text
    low = level(text)
    for match in _ORDINAL.finditer(low):
        number = int(match[1]) if match[1].isdigit() else roman_value(match[1])
        if not number:
            continue
        event = " ".join(
            _QUOTES.sub(" ", fold(low[max(0, match.start() - 90) : match.start()])).split()[-_EVENT_WORDS:]
        )
        year = int(match[2]) if match[2] else None
        cited = is_cited(text, match.start())
        yield _Ordinal(
            at, match.start(), match.end(), number, match.span(1), year, match.span(2), event, cited
        )


def _against_first_year(paper: Paper, ordinals: list[_Ordinal]) -> Iterator[Finding]:
    own = _own_year(paper)
    for one in ordinals:
        event = _event_before(paper, one)
        year = one.year or (None if one.cited else own)
        if event is None or year is None or event.number(year) == one.number:
            continue
        if one.year is not None and own is not None and one.number == event.number(own):
            yield _wrong_year(paper, one, own)  # the ordinal is that of the paper's own year
        else:
            quote, fix = replaced(paper.passages[one.passage].text, *one.number_at, str(event.number(year)))
            values = {"event": event.name, "year": year, "first": event.zero + 1, "written": one.number}
            yield found("ordinal_wrong", one.passage, quote, fix, right=event.number(year), values=values)


def _wrong_year(paper: Paper, one: _Ordinal, right: int) -> Finding:
    quote, fix = replaced(paper.passages[one.passage].text, *one.year_at, str(right))
    values = {"ordinal": one.number, "written": one.year, "right": right}
    return found("ordinal_year_mismatch", one.passage, quote, fix, values=values)


def _event_before(paper: Paper, one: _Ordinal) -> Event | None:
    """The counted event that "lần thứ N" follows; of those counted by anniversaries only the near ones have ordinals."""
    text = paper.passages[one.passage].text
    near = [named.thing for named in events_in(text) if 0 <= one.start - named.end <= _NEAR]
    return near[-1] if near and one.number < _MANY else None


def _own_year(paper: Paper) -> int | None:
    return paper.year or (paper.about.year if paper.about else None)


def _against_each_other(paper: Paper, ordinals: list[_Ordinal]) -> Iterator[Finding]:
    """The same event with one ordinal and two years, or one year and two ordinals; the pair met most often is taken as right."""
    counts = Counter((one.event, one.number, one.year) for one in ordinals if one.year is not None)
    for one in ordinals:
        if one.year is None or one.cited or not _is_yearly(paper, one) or _event_before(paper, one):
            continue
        if paper.passages[one.passage].part is Part.BASIS:
            continue
        years = {
            y: n for (event, number, y), n in counts.items() if (event, number) == (one.event, one.number)
        }
        numbers = {n: c for (event, n, year), c in counts.items() if (event, year) == (one.event, one.year)}
        right = _better(years, one.year, _own_year(paper))
        if right is not None:
            yield _wrong_year(paper, one, right)
        elif (number := _better(numbers, one.number, None)) is not None:
            quote = sentence(paper.passages[one.passage].text, one.start, one.end)
            values = {"year": one.year, "written": one.number, "right": number}
            yield found("ordinal_differs", one.passage, quote, values=values)


def _of_another_year(paper: Paper, ordinals: list[_Ordinal]) -> Iterator[Finding]:
    """ "lần thứ 7 năm 2023" in the plan of the 8th in 2024: number and year fit each other, and both are left over together."""
    if level(paper.kind or "") not in listed("kinds", "planning"):
        return
    for one in ordinals:
        if one.year is None or one.cited or paper.passages[one.passage].part not in {Part.BODY, Part.TABLE}:
            continue
        right, certain = _own_ordinal(paper, one, ordinals)
        if right is None or right.year is None or not 0 < right.year - one.year <= _RECENT:
            continue
        if right.number - one.number == right.year - one.year:
            yield from _leftover(paper, one, right.number, right.year, certain=certain)


def _own_ordinal(paper: Paper, one: _Ordinal, ordinals: list[_Ordinal]) -> tuple[_Ordinal | None, bool]:
    """(the same event as the paper's own, whether the paper names it so). That of the title goes before the paper's year."""
    event, own = _event_before(paper, one), _own_year(paper)
    same = [
        other
        for other in ordinals
        if other.year is not None
        and not other.cited
        and (_ends_alike(other, one) if event is None else _event_before(paper, other) == event)
    ]
    titles = [other for other in same if paper.passages[other.passage].part is Part.TITLE]
    named = titles or [other for other in same if other.year == own]
    if named:
        return (named[0], True) if event or _is_yearly(paper, one) else (None, False)
    if event is None or own is None:
        return None, False
    return replace(one, number=event.number(own), year=own), False


def _ends_alike(one: _Ordinal, other: _Ordinal) -> bool:
    """Whether the last words before both are the same: "tổ chức Lễ hội Hoa ban", "tham gia Lễ hội Hoa ban"."""
    words = one.event.split()[-_ALIKE:]
    return len(words) == _ALIKE and words == other.event.split()[-_ALIKE:]


def _leftover(paper: Paper, one: _Ordinal, number: int, year: int, *, certain: bool) -> Iterator[Finding]:
    text = paper.passages[one.passage].text
    said = level(sentence(text, one.start, one.end))
    if pattern("history", "told").search(said):
        return
    start, end = one.number_at[0], one.year_at[1]
    words = f"{number}{text[one.number_at[1] : one.year_at[0]]}{year}"
    quote, fix = replaced(text, start, end, words)
    is_sure = certain and not pattern("history", "results").search(said)
    values = {"ordinal": one.number, "written": one.year, "right": year, "number": number}
    severity = None if is_sure else Severity.WARNING
    yield found("ordinal_of_other_year", one.passage, quote, fix, severity, values=values)


def _is_yearly(paper: Paper, one: _Ordinal) -> bool:
    """A day, month or week that is kept once a year; sessions, meetings and rounds come several times, and begin anew."""
    text = level(paper.passages[one.passage].text)
    return pattern("events", "yearly").search(text[max(0, one.start - 70) : one.start]) is not None


def _better(counts: Mapping[int, int], written: int, own: int | None) -> int | None:
    """The value that is to stand for `written`: the paper's own, else one met clearly more often; None when `written` may be right."""
    others = {value: count for value, count in counts.items() if value != written}
    if not others or written == own:
        return None
    if own in others:
        return own
    best = max(others, key=lambda value: others[value])
    return best if others[best] > counts[written] else None


def _anniversaries(paper: Paper, at: int, text: str) -> Iterator[Finding]:
    low = level(text)
    for match in _ANNIVERSARY.finditer(low):
        written, first, last = int(match[2]), int(match[5]), int(match[7])
        # A plan of five years has five of them; an anniversary says so, or has its day on both sides.
        is_kept = match[1] or ("kỷ niệm" in low[: match.start()] and match[4] and match[6])
        if not 0 < last - first < _OLDEST or not is_kept:
            continue
        own = _own_year(paper)
        if last - first == written:
            if own is not None and _is_left_over(paper, at, low, match, own):
                yield _old_anniversary(at, text, match, own)
            continue
        quote, fix = replaced(text, *match.span(2), str(last - first))
        # Which of the three numbers is wrong is certain only when the last year is the paper's own.
        safe = fix if own == last else None
        yield found(
            "anniversary_wrong", at, quote, safe, first=first, last=last, right=last - first, written=written
        )
    yield from _founded(paper, at, text, low)


def _is_left_over(paper: Paper, at: int, low: str, match: re.Match[str], own: int) -> bool:
    """An anniversary of a year just past, right in itself, in a paper that plans for its own year."""
    first, last = sentence_span(low, *match.span())
    return (
        0 < own - int(match[7]) <= _RECENT
        and level(paper.kind or "") in listed("kinds", "planning")
        and paper.passages[at].part is not Part.BASIS
        and not is_cited(paper.passages[at].text, match.start())
        and not pattern("history", "told").search(low[first:last])
    )


def _old_anniversary(at: int, text: str, match: re.Match[str], own: int) -> Finding:
    number, year = own - int(match[5]), match.span(7)
    words = f"{number}{text[match.end(2) : year[0]]}{own}"
    quote, fix = replaced(text, match.start(2), year[1], words)
    values = {"written": match[2], "last": match[7], "right": number, "own": own}
    return found("anniversary_of_other_year", at, quote, fix, values=values)


def _founded(paper: Paper, at: int, text: str, low: str) -> Iterator[Finding]:
    """ "kỷ niệm 77 năm Ngày Thương binh - Liệt sĩ" without years beside it, in a paper of a known year."""
    own = _own_year(paper)
    if own is None or "kỷ niệm" not in low or paper.passages[at].part is Part.BASIS:
        return
    for named in events_in(text):
        match = _COUNTED.search(low[: named.start])
        if match is None or _YEARS_BEHIND.match(low, named.end):
            continue
        right, written = named.thing.number(own), int(match[1])
        # The year after is that of a paper written ahead; a count far off counts something else.
        if (
            written in {right, right + 1}
            or abs(right - written) > _NEAR_MISS
            or is_cited(text, match.start())
        ):
            continue
        quote, fix = replaced(text, *match.span(1), str(right))
        values = {"first": named.thing.zero, "last": own, "right": right, "written": written}
        yield found("anniversary_wrong", at, quote, fix, values=values)
