"""Which of the dates in a passage is its deadline. What dates mean is read in `domain.deadline_words`."""

import datetime as dt
import re

from desktop.domain.deadline import Deadline
from desktop.domain.deadline_words import FoundDeadline, find_deadlines, parse_deadline
from desktop.readers.directive.words import level

_NOT_DUE = re.compile(r"(?:giai đoạn|nhiệm kỳ|năm học|định hướng|tầm nhìn|mục tiêu|phấn đấu)\s*[^,.;]{0,40}$")
_DUE = re.compile(r"hoàn thành|xong|trước|chậm nhất|hạn|gửi|báo cáo|trình|nộp|thời gian|tiến độ|muộn nhất|đến hết")
_LOOK_BACK = 60


def of_passage(text: str, written_on: dt.date | None) -> Deadline | None:
    """The deadline in a paragraph of orders: the one said to be due, else the last with a date or recurrence.

    None rather than a guess when several days are named and none is said to be due.
    """
    found = [one for one in find_deadlines(text, written_on) if not _is_period(text, one)]
    certain = [one for one in found if one.deadline.date or one.deadline.recurrence]
    if not certain:
        return found[-1].deadline if found else None
    if len(certain) == 1:
        return certain[0].deadline
    due = [one for one in certain if _is_due(text, one)]
    pool = due or certain
    dates = {(one.deadline.date, one.deadline.recurrence) for one in pool}
    return pool[-1].deadline if len(dates) == 1 or due else None


def of_label(text: str, written_on: dt.date | None) -> Deadline | None:
    """The deadline of a cell or of what stands behind "Thời gian:"; its words are kept even when no date is in them."""
    words = text.strip(" .;:-–")
    return parse_deadline(words, written_on) if words else None


def _is_period(text: str, one: FoundDeadline) -> bool:
    before = level(text[max(0, one.start - _LOOK_BACK) : one.start])
    return _NOT_DUE.search(before) is not None


def _is_due(text: str, one: FoundDeadline) -> bool:
    return _DUE.search(level(text[max(0, one.start - _LOOK_BACK) : one.end])) is not None
