"""Which of the dates in a passage is its deadline. What dates mean is read in `domain.deadline_words`."""

import datetime as dt
import functools
import re
from dataclasses import replace

from desktop.domain.deadline import Deadline, Operator
from desktop.domain.deadline_words import FoundDeadline, find_deadlines, parse_deadline
from desktop.readers.directive import cutting
from desktop.readers.directive.words import begins, either, level, listed

_LOOK_BACK = 60
_PHRASE = 160
_CELL = 90
_YEAR = re.compile(r"20\d\d")
_FIGURES = re.compile(r"\d{1,2}[/.-]\d|20\d\d")


@functools.cache
def _period() -> re.Pattern[str]:
    return re.compile(rf"{either(listed('due', 'periods'))}\s*[^,.;]{{0,40}}$")


@functools.cache
def _finish() -> re.Pattern[str]:
    return re.compile(rf"{either(listed('due', 'finish'))}\s*[^,.;]{{0,30}}$")


def of_passage(text: str, written_on: dt.date | None) -> Deadline | None:
    """The deadline in a paragraph of orders.

    Several different days: the one by which the work is to be finished; when none or more are said to be that, only the
    words are kept and no day (a wrong deadline is worse than a missing one).
    """
    found = [one for one in find_deadlines(text, written_on) if not _is_period(text, one)]
    certain = [one for one in found if one.deadline.date or one.deadline.recurrence]
    said = certain
    certain = [one for one in certain if not _is_bare(one.deadline)] or certain
    certain = [one for one in certain if not _is_of_others(text, one)] or certain
    if not certain:
        return found[-1].deadline if found else None
    different = {(one.deadline.date, one.deadline.recurrence) for one in certain}
    if len(different) == 1:
        return certain[-1].deadline
    if all(_is_yearly(one.deadline) for one in certain):
        return _of_year([one.deadline for one in certain])
    finished = [
        one for one in certain if _finish().search(level(text[max(0, one.start - _LOOK_BACK) : one.start]))
    ]
    if len(finished) == 1 and not _is_divided(text, finished[0], certain):
        return finished[0].deadline
    done = [one for one in certain if not _is_of_report(text, one)]
    if len(done) == 1 and done[0] is certain[0] and ";" in text[done[0].end : certain[1].start]:
        return done[0].deadline
    first, last = said[0], said[-1]
    return Deadline(text[first.start : last.end]) if last.end - first.start < _PHRASE else None


def _is_bare(deadline: Deadline) -> bool:
    """ "hằng tuần": a rule that names no day."""
    rule = deadline.recurrence
    return deadline.date is None and rule is not None and rule != "daily" and ":" not in rule


def _is_of_others(text: str, one: FoundDeadline) -> bool:
    """Whether the day stands in a sentence that says what somebody else does afterwards ("Trên cơ sở đó, Bộ Tư pháp ...")."""
    sentence = cutting.sentences(text[: one.start])[-1]
    return begins(level(sentence), "due", "afterwards") is not None


def _is_divided(text: str, finished: FoundDeadline, certain: list[FoundDeadline]) -> bool:
    """Whether the paragraph has another work with a day of its own behind a semicolon, that is no report."""
    return any(
        one.start > finished.end
        and one.deadline.operator in {Operator.BEFORE, Operator.BY}
        and ";" in text[finished.end : one.start]
        and not _is_of_report(text, one)
        for one in certain
    )


def _is_yearly(deadline: Deadline) -> bool:
    return deadline.recurrence is not None and deadline.recurrence.startswith("yearly:")


def _of_year(days: list[Deadline]) -> Deadline:
    """ "trước ngày 10/01 hằng năm ... và trước ngày 10/6 hằng năm": one rule with the days of the year in order."""
    named = sorted({day for one in days for day in (one.recurrence or "").removeprefix("yearly:").split(",")})
    return replace(days[0], recurrence="yearly:" + ",".join(named))


def of_heading(text: str, written_on: dt.date | None) -> Deadline | None:
    """The deadline that a sentence sets for the list under it: "... hoàn thành trong tháng 11 năm 2025, cụ thể:"."""
    if not text.rstrip().endswith(":"):
        return None
    said = of_passage(text, written_on)
    if said is None or said.date is None:
        return None
    before = level(text[: text.find(said.text)])
    return said if _finish().search(before[-_LOOK_BACK:]) else None


def _is_of_report(text: str, one: FoundDeadline) -> bool:
    """Whether the day stands in a clause that asks for a report, as those behind a semicolon do."""
    clause = text[text.rfind(";", 0, one.start) + 1 : one.start]
    return begins(level(clause).lstrip(), "due", "reports") is not None


def of_label(text: str, written_on: dt.date | None) -> Deadline | None:
    """The deadline of a cell or of what stands behind "Thời gian:"; its words are kept even when no date is in them.

    "Dự kiến ngày 05/12/2025 (chậm nhất ngày 10/12/2025)": the day that is said to be the last.
    """
    words = text.strip(" .;:-–")
    if not words:
        return None
    found = parse_deadline(words, written_on)
    if _YEAR.fullmatch(words):
        found = replace(parse_deadline(f"năm {words}", written_on), text=words)
    if found.date is None and found.recurrence is None:
        said = of_passage(words, written_on)
        if said is not None and said.date is not None:
            return replace(said, text=found.text)
    return found


def is_time(cell: str) -> bool:
    """Whether a short text says by when and nothing else, with or without a day."""
    low = level(cell)
    if len(cell) >= _CELL:
        return False
    if begins(low, "due", "open") is not None or _FIGURES.match(low):
        return True
    return begins(low, "due", "cells") is not None and re.search(r"\d|(?<!\w)[iv]+(?!\w)", low) is not None


def _is_period(text: str, one: FoundDeadline) -> bool:
    before = level(text[max(0, one.start - _LOOK_BACK) : one.start])
    return _period().search(before) is not None
