"""Deadlines that name a day, a period or a range: found in a line, with the judgement whether they are meant as one.

A date without an operator or a word of finishing is none; nor is a period that belongs to something else.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop.domain.deadline import Operator
from desktop.domain.deadline_context import (
    BULLET,
    CLAUSE_END,
    FULL_STOP,
    FoundDeadline,
    Line,
    cue_before,
    is_edge_of_figures,
    open_end,
    opens,
)
from desktop.domain.deadline_moments import LISTED, Kind, Moment, any_of, words
from desktop.domain.deadline_operators import TIME, Lead, operator_before


def pairs(line: Line) -> Iterator[tuple[Moment, Moment]]:
    """Neighbouring days or periods with "đến" or a dash between: what may be a range. Years are not paired."""
    between = re.compile(
        rf"\s*(?:,?\s*{any_of(['đến', 'tới', 'cho đến'])}\s*(?:{any_of(['hết'])}\s*)?{TIME}?|[-–]\s*)"
    )
    for a, b in zip(line.moments, line.moments[1:], strict=False):
        if between.fullmatch(line.lower, a.end, b.start) and Kind.YEAR not in {a.kind, b.kind}:
            yield a, b


def ranges(line: Line) -> Iterator[FoundDeadline]:
    """The ranges of running text ("từ ngày ... đến ngày ..."), but past ones and edges of figures."""
    for a, b in pairs(line):
        found = range_found(line, a, b)
        cued = a.kind is Kind.DAY or (found and cue_before(line, found.start, "finish"))
        if (
            found
            and cued
            and not line.is_past(found.deadline.date)
            and not is_edge_of_figures(line, found.start)
        ):
            yield found


def range_found(line: Line, a: Moment, b: Moment, *, in_cell: bool = False) -> FoundDeadline | None:
    """The range from a to b; None without "từ", which only a cell may leave out. Dates only where both are certain."""
    lead = re.search(rf"(?<!\w){any_of(['từ'])}\s*{TIME}?$", line.lower[: a.start])
    if not lead and not in_cell:
        return None
    start = lead.start() if lead else a.start
    end = b.dated(line.written_on)
    last = end.last()
    if last is None or open_end(line, b.end) != b.end:
        return line.found(start, open_end(line, b.end))
    first = (a if a.year else replace(a, year=end.year)).first()
    if first and first > last and a.year is None:
        first = replace(a, year=last.year - 1).first()
    return line.found(start, b.end, last, Operator.RANGE, first=first)


def dated(line: Line) -> Iterator[FoundDeadline]:
    """The single days and periods of running text that are meant as deadlines."""
    ends_of_ranges = [b for a, b in pairs(line) if range_found(line, a, b)]
    for moment in line.moments:
        if moment in ends_of_ranges:
            continue
        found = _started_by_number(line, moment) or _ordered(line, moment)
        if found and not line.is_past(found.deadline.date) and not is_edge_of_figures(line, found.start):
            yield found


def _started_by_number(line: Line, moment: Moment) -> FoundDeadline | None:
    """ "từ ngày 17 đến ngày 20 tháng 11 năm 2025": the first day has its number only."""
    day, to = any_of(["ngày"]), any_of(["đến", "tới"])
    number = re.search(
        rf"(?<!\w){any_of(['từ'])}\s*(?:{day}\s*)?(\d{{1,2}})\s*(?:{to}|[-–])\s*$", line.lower[: moment.start]
    )
    if not number or moment.kind is not Kind.DAY:
        return None
    end = moment.dated(line.written_on)
    first = replace(end, day=int(number[1])).first()
    last = end.last()
    if last is None or first is None or first > last:
        return line.found(number.start(), moment.end)
    return line.found(number.start(), moment.end, last, Operator.RANGE, first=first)


def _ordered(line: Line, moment: Moment) -> FoundDeadline | None:
    lead = (
        operator_before(line.lower, moment.start)
        or _from_now(line, moment)
        or _finish_just_before(line, moment)
        or shared_lead(line, moment)
    )
    if lead is None or _is_fraction(line, moment, lead) or not _is_meant(line, moment, lead):
        return None
    return with_finish_words(line, dated_found(line, moment, lead))


def shared_lead(line: Line, moment: Moment, *, in_cell: bool = False) -> Lead | None:
    """The operator of the day before in a list: "trước ngày 15/6 và ngày 15/12"."""
    at = line.moments.index(moment)
    if at == 0 or moment.kind is not line.moments[at - 1].kind or moment.kind is not Kind.DAY:
        return None
    previous = line.moments[at - 1]
    if not LISTED.fullmatch(line.lower, previous.end, moment.start):
        return None
    lead = operator_before(line.lower, previous.start, in_cell=in_cell) or shared_lead(
        line, previous, in_cell=in_cell
    )
    return lead and replace(lead, start=moment.start)


def _is_fraction(line: Line, moment: Moment, lead: Lead) -> bool:
    """ "không quá 1/3 số thành viên" is no first of March."""
    is_short = moment.kind is Kind.DAY and moment.year is None and line.lower[moment.start].isdecimal()
    follows = re.compile(r"\s+[^\W\d_]").match(line.lower, moment.end)
    return is_short and lead.operator is not Operator.BEFORE and bool(follows)


def _from_now(line: Line, moment: Moment) -> Lead | None:
    """ "từ nay đến ngày 15/12", "từ ngày ban hành đến ...": the last day is named."""
    now = any_of(["nay", "khi ban hành", "khi ký", "ngày ban hành", "ngày ký"])
    found = re.search(
        rf"(?<!\w){any_of(['từ'])}\s+{now}[^.;:\d]{{0,60}}?\s({any_of(['đến', 'tới'])})\s*$",
        line.lower[: moment.start],
    )
    return Lead(found.start(1), Operator.BY, found[1]) if found else None


def _finish_just_before(line: Line, moment: Moment) -> Lead | None:
    """ "hoàn thành tháng 12/2025"."""
    finish = rf"(?<!\w){any_of(words()['cues']['finish'])}\s*$"
    if not re.search(finish, line.lower[: moment.start]):
        return None
    return Lead(moment.start, Operator.ON if moment.kind is Kind.DAY else Operator.WITHIN, "")


def _is_meant(line: Line, moment: Moment, lead: Lead) -> bool:
    """Whether the sentence makes a deadline of an ordered day or period."""
    strict = lead.operator in {Operator.BEFORE, Operator.BY}
    end = open_end(line, moment.end)
    if moment.kind is Kind.DAY:
        return strict or any(
            cue_before(line, moment.start, cue, of_period=False) for cue in ("finish", "report")
        )
    if moment.kind is Kind.YEAR and (lead.operator is Operator.BEFORE or _is_far(line, moment)):
        return False
    if _behind_brackets(line, lead) and FULL_STOP.match(line.lower, end):
        return cue_before(line, lead.start, "finish", of_period=False)
    if lead.operator is Operator.BY and "hết" not in lead.words and moment.kind is not Kind.YEAR:
        return True
    if cue_before(line, moment.start, "finish") or (
        opens(line, lead.start) and _closes_or_finishes(line, end)
    ):
        return True
    if moment.kind is Kind.YEAR or not CLAUSE_END.match(line.lower, end):
        return False
    return cue_before(line, lead.start, "report") or _begins_with_act(line, lead)


def _behind_brackets(line: Line, lead: Lead) -> bool:
    """ "hoàn thành mục tiêu ... (theo Phụ lục III) trong năm 2025.": the brackets end what is to be finished."""
    return line.lower[: lead.start].rstrip().endswith(")")


def _closes_or_finishes(line: Line, end: int) -> bool:
    """Whether the sentence ends here, or goes on with finishing or with something to do."""
    cues = words()["cues"]
    goes_on = re.compile(rf"\s*,(?:\s*{any_of(cues['act'])}|[^.;]*?(?<!\w){any_of(cues['finish'])})(?!\w)")
    return bool(FULL_STOP.match(line.lower, end) or goes_on.match(line.lower, end))


def _is_far(line: Line, moment: Moment) -> bool:
    """A year well ahead of the document is an aim."""
    return line.written_on is not None and moment.year is not None and moment.year > line.written_on.year + 1


def _begins_with_act(line: Line, lead: Lead) -> bool:
    sentence = BULLET.sub("", line.lower[line.sentence_start(lead.start) : lead.start])
    cues = words()["cues"]
    return bool(re.match(any_of(cues["act"]) + r"(?!\w)", sentence)) and not re.search(
        rf"(?<!\w){any_of(cues['about'])}(?!\w)", sentence
    )


def dated_found(line: Line, moment: Moment, lead: Lead) -> FoundDeadline:
    """A day or period with its operator. No date for an open end, for no such day, and for "trước" a period."""
    end = open_end(line, moment.end)
    day = moment.dated(line.written_on).last()
    if day is None or end != moment.end or (lead.operator is Operator.BEFORE and moment.kind is not Kind.DAY):
        return line.found(lead.start, end)
    operator = lead.operator
    if operator is Operator.WITHIN and moment.kind is Kind.DAY:
        operator = Operator.ON
    elif operator is Operator.ON and moment.kind is not Kind.DAY:
        operator = Operator.WITHIN
    return line.found(lead.start, end, day, operator)


def with_finish_words(line: Line, found: FoundDeadline) -> FoundDeadline:
    """Takes in "Hoàn thành" when the phrase is then the whole sentence: "Hoàn thành trong năm 2025"."""
    if found.deadline.operator is not Operator.WITHIN or not CLAUSE_END.match(line.lower, found.end):
        return found
    sentence = line.lower[line.sentence_start(found.start) : found.start]
    finish = re.fullmatch(
        rf"(\W*)({any_of(words()['cues']['finish'] + words()['cues']['act'])}\s+)", sentence
    )
    if not finish:
        return found
    return line.found(found.start - len(finish[2]), found.end, found.deadline.date, Operator.WITHIN)
