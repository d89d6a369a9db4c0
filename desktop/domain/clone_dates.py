"""Rules for days and periods: the same day and month of the new year, or as far from a lunar feast; weekdays and lunar days beside them."""

import datetime as dt
import functools
import re
from dataclasses import replace
from itertools import pairwise

from desktop.domain.clone_passage import Change, CloneYear, Left, Passage, clone_words, one_of, same_day
from desktop.domain.deadline import Operator
from desktop.domain.deadline_moments import Kind, Moment, moments
from desktop.domain.deadline_moments import words as deadline_words
from desktop.domain.deadline_operators import operator_before
from desktop.domain.events import events_in
from desktop.domain.lunar import lunar_of, solar_of
from desktop.domain.vietnamese import SMALL

_BETWEEN = re.compile(r"\s*(?:,?\s*(?:đến|tới)(?:\s+hết)?\s*|[-–—]\s*)")
_NUMBERS = re.compile(r"\d+")
_BARE = re.compile(r"(?<![\w/.,:\-–])(?P<y>(?:19|20)\d\d)(?![\w/%]|[.,]\d)")


def dates(passage: Passage) -> None:
    """Every day and period that belongs to the old plan's time."""
    found = moments(passage.lower)
    partners = _partners(passage, found)
    lasts = {at + 1 for at in partners}
    for at, moment in enumerate(found):
        if not passage.is_free(moment.start, moment.end):
            continue
        if moment.kind is Kind.DAY:
            _day(passage, moment, partners.get(at), in_range=at in partners, is_last=at in lasts)
        else:
            _period(passage, moment, partners.get(at))


def _partners(passage: Passage, found: list[Moment]) -> dict[int, int | None]:
    """Of two moments that make a range: place of the first -> year of the last ("từ 15/12/2025 đến 14/12/2026")."""
    return {
        at: last.year
        for at, (first, last) in enumerate(pairwise(found))
        if _BETWEEN.fullmatch(passage.lower, first.end, last.start)
    }


def _day(
    passage: Passage, moment: Moment, partner: int | None, *, in_range: bool, is_last: bool = False
) -> None:
    year = passage.year
    was = moment.first() if moment.year else _without_year(passage, moment, in_range=in_range)
    if was is None:
        if moment.year is not None and year.is_near(moment.year):
            passage.leave(moment.start, moment.end, Left.NO_SUCH_DAY)
        return
    if not year.is_own(was) and partner != year.old:
        if year.is_near(was.year):
            passage.leave(moment.start, moment.end, Left.OTHER_YEAR)
        return
    is_event = _is_day_of_event(passage, moment, was)
    if is_event:
        year = replace(year, feast=None)
    new, code = _moved(passage, moment, was, year)
    if not (in_range or is_last or is_event) and _is_limit(passage, moment, year):
        working = year.off_days_off(was, new)
        new, code = working, code if working == new else Change.WORKING_DAY
    shown = _written_like(passage.text[moment.start : moment.end], was, new)
    passage.change_date(moment.start, moment.end, shown, code, was, new)
    _weekday(passage, moment, was, new)


def _is_limit(passage: Passage, moment: Moment, year: CloneYear) -> bool:
    """Whether the day itself is the last that counts: "chậm nhất ngày", and "trước ngày" where the office reads it so."""
    if year.rules is None or _lunar_form().match(passage.lower, moment.end):
        return False
    lead = operator_before(passage.lower, moment.start)
    if lead is None:
        return False
    is_loose = lead.operator is Operator.BEFORE and not year.rules.before_is_strict
    return lead.operator is Operator.BY or is_loose


def _without_year(passage: Passage, moment: Moment, *, in_range: bool) -> dt.date | None:
    """ "ngày 10/02", or the first day of a range: of the year in which it lies near the feast, else of the plan's own."""
    year = passage.year
    if not in_range and not passage.lower.startswith("ngày", moment.start):
        return None
    days = [replace(moment, year=one).first() for one in (year.old - 1, year.old)]
    return next((day for day in days if day is not None and year.is_bound(day)), days[-1])


def _is_day_of_event(passage: Passage, moment: Moment, was: dt.date) -> bool:
    """Whether it is the solar day of an event that the sentence names: it stays on its day though a feast is near."""
    begin = passage.sentence_start(moment.start)
    return any(
        (found.thing.day, found.thing.month) == (was.day, was.month)
        for found in events_in(passage.text)
        if begin <= found.start
    )


def _moved(passage: Passage, moment: Moment, was: dt.date, year: CloneYear) -> tuple[dt.date, Change]:
    """The new day; where its lunar day stands beside it, that lunar day of the new year."""
    lunar = _lunar_beside(passage, moment)
    if lunar is not None:
        known = lunar_of(was)
        if (known.day, known.month) == lunar:
            return _lunar_day(known.day, known.month, known.year + year.step), Change.LUNAR_DATE
        passage.left.append((moment.start, moment.end, Left.LUNAR_DATE))
    new = year.moved(was)
    return new, Change.DATE if new == same_day(was, year.step) else Change.LUNAR_DATE


def _lunar_day(day: int, month: int, year: int) -> dt.date:
    """The solar day; the 29th where the month has no 30th."""
    try:
        return solar_of(day, month, year)
    except ValueError:
        return solar_of(29, month, year)


@functools.cache
def _lunar_form() -> re.Pattern[str]:
    months = one_of(list(clone_words()["months"]))
    day = rf"(?:ngày\s+)?(?:m[ùồ]ng\s+)?(\d{{1,2}}|rằm)\s*(?:tháng\s*|/)(\d{{1,2}}|{months})(?!\d)"
    beside = one_of(clone_words()["lunar"])
    return re.compile(rf"\s*[,(]?\s*(?:{beside}\s+(?:là\s+)?{day}|{day}\s*(?:{beside}|năm\s+\D))")


def _lunar_beside(passage: Passage, moment: Moment) -> tuple[int, int] | None:
    """The lunar (day, month) just after a solar day: "(tức ngày 15 tháng 8 âm lịch)", "(23 tháng Chạp năm Ất Tỵ)"."""
    found = _lunar_form().match(passage.lower, moment.end)
    if found is None:
        return None
    day, month = (found[1], found[2]) if found[1] else (found[3], found[4])
    passage.take(*found.span(1 if found[1] else 3))
    named = clone_words()["months"]
    return 15 if day == "rằm" else int(day), int(named.get(month, month))


def _written_like(old: str, was: dt.date, new: dt.date) -> str:
    """A day written as the old one was; when only the year differs, nothing but its figures is touched."""
    numbers = [*_NUMBERS.finditer(old)]
    is_iso = len(numbers[0][0]) == 4
    order = ("year", "month", "day") if is_iso else ("day", "month", "year")
    out, at = "", 0
    for part, found in zip(order, numbers, strict=False):
        value: int = getattr(new, part)
        same = value == getattr(was, part)
        out += old[at : found.start()] + (found[0] if same else _padded(part, value, found[0], is_iso=is_iso))
        at = found.end()
    return out + old[at:]


def _padded(part: str, value: int, old: str, *, is_iso: bool) -> str:
    """Zeros before days under 10 and months 1, 2 (NĐ 30, I.II.4b); before other months where the old one had it."""
    if part == "year":
        return f"{value % 100:02d}" if len(old) == 2 else str(value)
    has_zero = part == "day" or value < 3 or is_iso or (old.startswith("0") and int(old) > 2)
    return f"{value:02d}" if has_zero else str(value)


_WEEKDAY_SPACE = 24


@functools.cache
def _weekday_forms() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    numbers = {name: int(number) for number, names in deadline_words()["weekdays"].items() for name in names}
    name = rf"(?P<name>{one_of(list(numbers))})"
    before = re.compile(rf"(?<!\w){name}(?:\s*[,(]\s*|\s+)$")
    after = re.compile(rf"\s*[,(]?\s*(?:vào\s+)?{name}(?!\w)")
    return before, after, numbers


def _weekday(passage: Passage, moment: Moment, was: dt.date, new: dt.date) -> None:
    """The weekday written beside a day; one that was wrong already is told and stays."""
    before, after, numbers = _weekday_forms()
    begin = max(0, moment.start - _WEEKDAY_SPACE)
    found = before.search(passage.lower[begin : moment.start]) or after.match(passage.lower, moment.end)
    if found is None:
        return
    shift = begin if found.re is before else 0
    start, end = found.start("name") + shift, found.end("name") + shift
    if numbers[" ".join(found["name"].split())] != was.isoweekday():
        passage.leave(start, end, Left.WEEKDAY)
    elif passage.is_free(start, end):
        passage.change(start, end, _weekday_name(new, passage.text[start:end]), Change.WEEKDAY)


def _weekday_name(day: dt.date, like: str) -> str:
    """The weekday in the manner of `like`: "thứ Tư", "thứ tư", "thứ 4", "Thứ Tư"."""
    names: list[str] = deadline_words()["weekdays"][str(day.isoweekday())]
    last = like.rsplit(maxsplit=1)[-1]
    first, _, second = next(
        (name for name in names if name[-1].isdecimal() == last.isdecimal()), names[0]
    ).partition(" ")
    if last[0].isupper() and first == "thứ":
        second = second.capitalize()
    return f"{first.capitalize() if like[0].isupper() else first} {second}"


def _period(passage: Passage, moment: Moment, partner: int | None) -> None:
    """ "tháng 3/2026", "quý I năm 2026", "năm 2026"."""
    year, named = passage.year, moment.year
    if named is None:
        return
    is_next = named == year.old + 1 and moment.kind is not Kind.YEAR
    if named == year.old or is_next or (partner == year.old and named < year.old):
        _year_figures(passage, moment.start, moment.end, named)
        if moment.kind is Kind.MONTH and _is_month_of_feast(year, moment.number):
            passage.left.append((moment.start, moment.end, Left.LUNAR_MONTH))
    elif year.is_near(named):
        passage.leave(moment.start, moment.end, Left.OTHER_YEAR)


def _is_month_of_feast(year: CloneYear, month: int) -> bool:
    """Whether a month is that of the feast, or the one before, and the feast falls in another month of the new year."""
    if year.feast is None:
        return False
    was, new = year.feast.on(year.old).month, year.feast.on(year.new).month
    return was != new and month in {was, was - 1 or 12}


def _year_figures(passage: Passage, start: int, end: int, named: int) -> None:
    at = passage.lower.rfind(str(named), start, end)
    if at >= 0:
        passage.change(at, at + 4, str(named + passage.year.step), Change.YEAR)
        passage.take(start, end)


def bare_years(passage: Passage) -> None:
    """ "Tết Trung thu 2026": a number of four digits where a year may stand; "2026 suất" is told."""
    after = re.compile(rf"\s+(?!{one_of(clone_words()['after_year'])}(?!\w))[{SMALL}]")
    for match in _BARE.finditer(passage.lower):
        value = int(match["y"])
        if not passage.is_free(*match.span()) or not passage.year.is_near(value):
            continue
        is_count = after.match(passage.text, match.end()) is not None
        if value == passage.year.old and not is_count:
            passage.change(*match.span(), str(passage.year.new), Change.YEAR)
        else:
            passage.leave(*match.span(), Left.NUMBER if is_count else Left.OTHER_YEAR)
