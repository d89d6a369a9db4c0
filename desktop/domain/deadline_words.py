"""Reads words into `Deadline`: all the deadlines of running text, or the one of a cell or typed field.

Prefers silence: a date without words that make it a deadline is none (dates of cited documents, aims, periods, the
past). What names no certain day keeps its words and no date. The words are data/deadline_words.toml.
"""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from desktop.domain.deadline import Deadline, Operator
from desktop.domain.deadline_context import SENTENCE_END, FoundDeadline, Line, cue_before, opens, read_line
from desktop.domain.deadline_dates import (
    dated,
    dated_found,
    pairs,
    range_found,
    ranges,
    shared_lead,
    with_finish_words,
)
from desktop.domain.deadline_moments import Kind, Moment, any_of, words
from desktop.domain.deadline_operators import TIME, Lead, operator_before
from desktop.domain.deadline_recurrence import Recurring, recurrences
from desktop.domain.vietnamese import nfc

__all__ = ["FoundDeadline", "find_deadlines", "parse_deadline"]


def find_deadlines(text: str, written_on: dt.date | None) -> tuple[FoundDeadline, ...]:
    """The deadlines of running text in order, not overlapping.

    text: NFC; may be joined of broken lines. written_on: day of the document: a missing year is that year, or the
    next when that is past; a day before it is no deadline. `Deadline.text` is the shortest phrase.
    """
    line = read_line(text, written_on)
    kept: list[FoundDeadline] = []
    for search in (_labelled, _recurring, ranges, dated, _relative, _alone):
        for found in search(line):
            if all(found.end <= other.start or found.start >= other.end for other in kept):
                kept.append(found)
    return tuple(sorted(kept, key=lambda found: found.start))


def parse_deadline(words_: str, written_on: dt.date | None) -> Deadline:
    """The deadline of a cell or typed field, whole words kept. Two different ones, or none certain, give no date."""
    text = " ".join(nfc(words_).split())
    found = _in_cell(read_line(text, written_on))
    different = {replace(one.deadline, text="") for one in found}
    return replace(found[0].deadline, text=text) if len(different) == 1 else Deadline(text)


def _in_cell(line: Line) -> list[FoundDeadline]:
    rules = recurrences(line.lower)
    named = [rule for rule in rules if not rule.is_bare] or rules
    found = [
        _recurring_found(line, rule, operator_before(line.lower, rule.day_at(), in_cell=True))
        for rule in named
    ]
    ranges = [one for a, b in pairs(line) if (one := range_found(line, a, b, in_cell=True))]
    covered = [(one.start, one.end) for one in [*ranges, *found]]
    for moment in line.moments:
        if not any(start < moment.end and moment.start < end for start, end in covered):
            single = _single_in_cell(line, moment)
            found.extend([single] if single else [])
    return [*ranges, *found]


def _single_in_cell(line: Line, moment: Moment) -> FoundDeadline | None:
    lead = operator_before(line.lower, moment.start, in_cell=True) or shared_lead(line, moment, in_cell=True)
    if lead is None:
        if not _is_bare(line, moment):
            return None
        lead = Lead(moment.start, Operator.ON if moment.kind is Kind.DAY else Operator.WITHIN, "")
    if moment.kind is Kind.YEAR and lead.words in words()["operators"]["by_in_cell"]:
        return None  # "đến năm 2030" is an aim
    return dated_found(line, moment, lead)


def _is_bare(line: Line, moment: Moment) -> bool:
    """Whether nothing but words of no weight stand around a day or period."""
    rest = line.lower[: moment.start] + " " + line.lower[moment.end :]
    if re.search(
        rf"(?<!\w){any_of(['từ', 'kể từ', 'sau'])}\s*(?:{any_of(['ngày'])}\s*)?$", line.lower[: moment.start]
    ):
        return False
    rest = re.sub(
        rf"(?<!\w){any_of(words()['cues']['in_cell'])}(?!\w)", " ", re.sub(rf"(?<!\w){TIME}", " ", rest)
    )
    return not re.search(r"\w", rest)


def _recurring(line: Line) -> Iterator[FoundDeadline]:
    for rule in recurrences(line.lower):
        lead = operator_before(line.lower, rule.day_at())
        ordered = lead is not None and lead.operator in {Operator.BEFORE, Operator.BY} and not rule.is_bare
        if ordered or _speaks_of_reporting(line, rule):
            yield _recurring_found(line, rule, lead)


def _recurring_found(line: Line, rule: Recurring, lead: Lead | None) -> FoundDeadline:
    start = min(lead.start, rule.start) if lead else rule.start
    operator = None if rule.is_bare and not lead else lead.operator if lead else Operator.ON
    if rule.is_period:
        if operator is Operator.BEFORE:
            return line.found(start, rule.end)
        operator = Operator.BY if operator is Operator.BY else Operator.WITHIN
    elif operator is Operator.WITHIN:
        operator = Operator.ON
    return line.found(start, rule.end, None, operator, rule.rule)


def _speaks_of_reporting(line: Line, rule: Recurring) -> bool:
    begin = line.sentence_start(rule.start)
    before, after = line.lower[max(begin, rule.start - 80) : rule.start], line.lower[rule.end : rule.end + 80]
    if re.search(rf"(?<!\w){any_of(words()['cues']['not_recurrence'])}(?:\s+\w+)?\s*$", before):
        return False
    report = rf"(?<!\w){any_of(words()['cues']['report'])}(?!\w)"
    first = opens(line, rule.start)
    follows = re.search(report, SENTENCE_END.split(after)[0])
    if rule.rule == "yearly":
        periodic = re.match(any_of(["định kỳ"]), line.lower[rule.start :])
        return bool((first or periodic) and (follows or re.search(report, before)))
    return bool(re.search(report, before) or (first and follows))


def _labelled(line: Line) -> Iterator[FoundDeadline]:
    """ "Thời gian hoàn thành: Quý IV/2025": what follows the colon is read like a cell."""
    label = re.compile(
        rf"(?<!\w)(?P<label>{any_of(words()['cues']['labels'])})\s*:\s*(?P<rest>[^;)]*?)(?=[;)]|\.(?:\s|$)|$)"
    )
    for match in label.finditer(line.lower):
        start, end = match.span("rest")
        cell = read_line(line.text[start:end], line.written_on)
        found = [with_finish_words(cell, one) for one in _in_cell(cell)]
        if len({replace(one.deadline, text="") for one in found}) == 1:
            if line.is_past(found[0].deadline.date) or _is_meeting(match["label"], line, found[0]):
                continue
            yield FoundDeadline(
                start + found[0].start, start + found[0].end, _by_label(match["label"], found[0].deadline)
            )
        elif not found and _open_words().fullmatch(cell.lower.strip()):
            yield line.found(start, end)


def _by_label(label: str, deadline: Deadline) -> Deadline:
    """ "Thời hạn: 15/12/2025" means that day at the latest."""
    is_limit = re.search(any_of(["hạn"]), label) and deadline.operator is Operator.ON and deadline.date
    return replace(deadline, operator=Operator.BY) if is_limit else deadline


def _is_meeting(label: str, line: Line, found: FoundDeadline) -> bool:
    """ "Thời gian: 08 giờ 00, ngày 25/3/2024" says when something takes place."""
    return (
        label in {"thời gian", "thoi gian"}
        and found.deadline.operator is Operator.ON
        and bool(re.search(rf"{TIME}|{any_of(['địa điểm'])}", line.lower))
    )


@functools.cache
def _open_words() -> re.Pattern[str]:
    table = words()["open_ended"]
    return re.compile(rf"(?:{any_of(table['alone_before'])}\s+)?{any_of(table['alone'])}")


def _relative(line: Line) -> Iterator[FoundDeadline]:
    """ "chậm nhất 05 ngày làm việc kể từ ngày nhận ...", "trước mùng 1 Tết": words without a day of their own."""
    within = any_of(["chậm nhất", "muộn nhất", "trong vòng", "trong thời hạn", "không quá", "sau"])
    more = any_of(["là", "sau", "trong", "trước", "không quá", "vòng", "thời hạn"])
    unit, working = any_of(["ngày", "giờ", "tuần", "tháng"]), any_of(["làm việc"])
    counted = (
        rf"(?<!\w){within}(?:\s+{more})*\s+\d{{1,3}}\s*(?:\([^)]*\)\s*)?{unit}(?!\s*\d)(?:\s+{working})?"
    )
    since = any_of(["kể từ", "từ ngày", "từ khi", "sau khi", "trước ngày", "tính từ", "khi"])
    days = (
        rf"(?<!\w){any_of(['trong'])}\s+\d{{1,3}}\s*(?:\([^)]*\)\s*)?{unit}(?:\s+{working})?(?=,?\s+{since})"
    )
    for match in re.finditer(rf"(?:{counted}|{days})(?:,?\s+{since}(?!\w)[^.;,\n)]{{0,80}})?", line.lower):
        yield line.found(match.start(), match.start() + len(match[0].rstrip()))
    for match in re.finditer(rf"(?<!\w){any_of(words()['open_ended']['events'])}(?!\w)", line.lower):
        if cue_before(line, match.start(), "finish"):
            yield line.found(match.start(), match.end())


def _alone(line: Line) -> Iterator[FoundDeadline]:
    """ "Thực hiện thường xuyên." as a sentence of its own."""
    table, start = words()["open_ended"], 0
    way = any_of(table["alone_before"])
    for end in [*(match.start() for match in SENTENCE_END.finditer(line.lower)), len(line.lower)]:
        sentence = line.lower[start:end]
        match = re.fullmatch(rf"[\W\d]*(?P<words>{way}\s+{any_of(table['alone'])})[\s)]*", sentence)
        if match:
            yield line.found(start + match.start("words"), start + match.end("words"))
        start = end + 1
