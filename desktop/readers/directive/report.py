"""The order to report: to whom, through whom, by whom, by when. Reads closing paragraphs first, then those of tasks."""

import datetime as dt
import functools
import re
from collections.abc import Sequence

from desktop.domain.directive import ReportOrder
from desktop.readers.directive import cutting
from desktop.readers.directive.orders import Asked, inside, subject
from desktop.readers.directive.told_units import listed_units
from desktop.readers.directive.units import name_at, starts_unit
from desktop.readers.directive.when import of_passage
from desktop.readers.directive.words import either, level, listed, pattern

_NEAR, _BEFORE = 90, 24
_TO = re.compile(r"(?<!\w)(?:báo\s+cáo|gửi|về|đến|tới|cho|nộp)\s+(?:về\s+|cho\s+|lên\s+|đến\s+|tới\s+)?")


_BEGINS = re.compile(
    r"(?:chế độ\s+)?(?:thông tin,\s*)?(?:định kỳ\s+[^.;]{0,80})?(?:tổng hợp\s*,?\s*(?:và\s+)?)?(?:gửi\s+)?báo cáo"
)
_RESULTS = re.compile(
    r"báo\s+cáo\s+(?:\S+\s+){0,14}?(?:kết\s+quả|tình\s+hình|về\s|gửi)|gửi\s+(?:\S+\s+){0,4}báo\s+cáo|gửi\s+về"
)


@functools.cache
def _cited() -> re.Pattern[str]:
    return re.compile(rf"{either(listed('report', 'cited'))}\s+(?:tổng hợp,?\s*)?$")


@functools.cache
def _via() -> re.Pattern[str]:
    return re.compile(f"{either(listed('report', 'via'))}\\s+(?:cơ quan thường trực\\s+)?")


def is_report(text: str) -> bool:
    """Whether what is asked is to report: the paragraph begins so, or it says whom to report results to and when."""
    low = level(text)
    if _BEGINS.match(low) or any(_is_dated(sentence) for sentence in cutting.sentences(low)[1:]):
        return True
    found = _RESULTS.search(low)
    if found is None or low.startswith("tham mưu"):
        return False
    behind = low[found.start() :]
    return pattern("report", "due").search(behind) is not None or re.search(r"ngày\s+\d", behind) is not None


def _is_dated(sentence: str) -> bool:
    """A later sentence that begins as a report does and says by what day."""
    return _BEGINS.match(sentence) is not None and re.search(r"ngày\s+\d", sentence) is not None


def order(
    closings: Sequence[str],
    tasks: Sequence[tuple[str, tuple[str, ...]]],
    written_on: dt.date | None,
    *,
    is_letter: bool,
) -> ReportOrder:
    """The order to report. closings: paragraphs that close the document, in order; tasks: (text, units) of tasks that ask
    for a report; is_letter: any task may carry the order, while in a plan only one that is about reporting. A closing
    paragraph with a day or a collector wins; else the last task with one; else what is without."""
    closing = [one for text in reversed(closings) if (one := _of(text, (), written_on)) is not None]
    for one in closing:
        if one.deadline is not None or one.via is not None:
            return one
    candidates = [(text, lead) for text, lead in tasks if is_report(text) and (is_letter or _is_mainly(text))]
    orders = [one for text, lead in candidates if (one := _of(text, lead, written_on)) is not None]
    with_day = [one for one in orders if one.deadline is not None]
    pool = [one for one in with_day if one.via] or with_day or closing[:1] or orders
    return pool[-1] if pool else ReportOrder()


def _is_mainly(text: str) -> bool:
    """Whether the task is about reporting and not about something to be done and reported on."""
    low = level(text)
    begins = re.match(
        r"(?:thực hiện\s+)?(?:chế độ|định kỳ|gửi|tổng hợp|các đơn vị|[^.;,]{0,60})?[^.;]{0,40}?báo\s+cáo", low
    )
    return (begins is not None and begins.end() < 90) or re.search(r"\((?:thông\s+)?qua\s", low) is not None


def _of(text: str, lead: tuple[str, ...], written_on: dt.date | None) -> ReportOrder | None:
    """The order in one paragraph, or None when it holds none."""
    for sentence in cutting.clauses(text):
        low = level(sentence)
        start = _verb(low)
        if start is None or not _speaks_of_reporting(low):
            continue
        passage = sentence[start:]
        to, via = _recipient(passage)
        deadline = of_passage(passage, written_on) or of_passage(sentence, written_on)
        dated = deadline is not None and (deadline.date is not None or deadline.recurrence is not None)
        if to is None or (not dated and pattern("report", "difficulty").search(low)):
            continue
        if not dated and lead == ():
            deadline = None
        by = lead or _by(sentence, text)
        return ReportOrder(to, via, by, deadline if dated else None)
    return None


def _speaks_of_reporting(low: str) -> bool:
    """Whether what is sent is a report: lists and forms are sent as well."""
    return pattern("report", "words").search(low) is not None


def _verb(low: str) -> int | None:
    """Where the order to report or to send begins in a sentence; citing a report is none."""
    for found in re.finditer(
        r"báo\s+cáo|gửi\s+(?:(?!gửi)[^\s.;]+\s+){0,6}?về(?!\w)|gửi\s+(?=ubnd|ủy ban|sở|phòng)", low
    ):
        before = low[max(0, found.start() - _BEFORE) : found.start()]
        if not _cited().search(before) or re.search(r"tổng hợp,?\s*$", before):
            return found.start()
    return None


def _recipient(passage: str) -> tuple[str | None, str | None]:
    """(to whom as written, with the collector in brackets; the collector)."""
    low = level(passage)
    for found in _TO.finditer(low):
        if not starts_unit(passage, found.end()):
            continue
        named = name_at(passage, found.end())
        if named is None:
            continue
        behind = passage[named.end :]
        bracket = re.match(r"\s*(\([^()]*\))", behind) or re.search(r"(\([^()]*\))$", passage[: named.end])
        via = _collector(bracket[1]) if bracket else _collector(behind[:_NEAR])
        to = re.sub(r"\s*\([^()]*\)$", "", passage[named.start : named.end])
        return (f"{to} {bracket[1]}" if bracket and via else to), via
    return None, None


def _collector(text: str) -> str | None:
    low = level(text)
    found = _via().search(low)
    if (
        found is None
        or pattern("report", "purpose").search(low[: found.start()])
        or not starts_unit(text, found.end())
    ):
        return None
    named = name_at(text, found.end())
    return text[named.start : named.end] if named else None


def _by(sentence: str, text: str) -> tuple[str, ...]:
    """Who shall report: the units asked in the sentence, else in the paragraph."""
    asked: Asked | None = subject(sentence) or inside(sentence) or subject(text) or inside(text)
    if asked is None:
        return ()
    return asked.names


def collectors(value: str) -> tuple[str, ...]:
    """The units of a recipient's name, for comparing."""
    return listed_units(value) if pattern("units", "heads").search(level(value)) else ()
