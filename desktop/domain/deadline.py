"""A deadline keeps its words. What they mean is read in `deadline_words`; which day counts is computed in `working_days`."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Operator(StrEnum):
    """How the date of a deadline is meant."""

    BEFORE = "before"
    """trước ngày 14/4: the day itself may or may not count, which is the office's setting."""
    BY = "by"
    """chậm nhất ngày, đến hết ngày: the day itself counts."""
    WITHIN = "within"
    """trong tháng 12, quý IV, năm 2025: up to the last day of the period."""
    ON = "on"
    """vào ngày: that day."""
    RANGE = "range"
    """từ ngày ... đến ngày ...: up to the last day named."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words and what is certain about them.

    text: verbatim after NFC; date: the printed date (the last day of a month, quarter or year), None when the
    words name no certain day; operator: None when there is no date and no recurrence; recurrence: "daily",
    "weekly:5" (1 Monday ... 7 Sunday), "monthly:15", "quarterly:15" (15th of each quarter's last month),
    "half-yearly", "yearly:06-01,11-15", "weekly", "monthly", "quarterly" and "yearly" where no day is named, or
    None; start: first day of a range.
    """

    text: str
    date: dt.date | None = None
    operator: Operator | None = None
    recurrence: str | None = None
    start: dt.date | None = None
