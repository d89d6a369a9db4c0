"""Deadlines that come again ("trước ngày 20 hằng tháng", "15/12 hằng năm"): found in a lower-case line as rules.

Does not judge whether the line means a deadline; rules are those of `Deadline.recurrence`.
"""

import calendar
import datetime as dt
import functools
import itertools
import re
from dataclasses import dataclass

from desktop.domain.deadline_moments import LISTED, Kind, Moment, any_of, moments, words
from desktop.domain.deadline_operators import operator_words

_RULES = ("daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly")
_MONTH, _YEAR, _DAY, _OF = any_of(["tháng"]), any_of(["năm"]), any_of(["ngày"]), any_of(["của"])
_UNITS = (
    ("half-yearly", rf"(?:0?6|{any_of(['sáu'])})\s*{_MONTH}"),
    ("daily", _DAY),
    ("weekly", any_of(["tuần"])),
    ("monthly", _MONTH),
    ("quarterly", any_of(["quý", "quí"])),
    ("yearly", rf"(?:0?1\s*|{any_of(['một', 'cuối'])}\s+)?{_YEAR}"),
)
_UNIT = "(?:" + "|".join(pattern for _, pattern in _UNITS) + r")(?!\w|\s*\d)"
_ALWAYS = any_of(["hằng", "hàng"])
_IMPOSSIBLE = re.compile(r"(?:^|[^\dhg: ])\s*\d{1,2}\s*$")  # "ngày 32 hằng tháng"; not "16h00 hằng ngày"


@dataclass(frozen=True, slots=True)
class Recurring:
    """A rule and where its words stand.

    is_bare: names no day ("hằng tháng"); is_period: ends a period of each year; named_at: where the words of its day
    begin, before which the operator stands (inside, in "hằng tháng trước ngày 20").
    """

    start: int
    end: int
    rule: str
    is_bare: bool = False
    is_period: bool = False
    named_at: int = -1

    def day_at(self) -> int:
        """Where the words of the day begin."""
        return self.start if self.named_at < 0 else self.named_at


def recurrences(line: str) -> list[Recurring]:
    """All rules of a line in order, not overlapping; the ones that name a day win over bare ones."""
    found: list[Recurring] = []
    for search in (_yearly, _periods_of_year, _day_after_rule, _quarterly, _monthly, _weekly, _bare):
        for rule in search(line):
            if all(rule.end <= other.start or rule.start >= other.end for other in found):
                found.append(rule)
    found.sort(key=lambda rule: rule.start)
    return [
        one
        for one, following in itertools.zip_longest(found, found[1:])
        if not _says_less(line, one, following)
    ]


def _says_less(line: str, one: Recurring, following: Recurring | None) -> bool:
    """ "hằng quý (trước ngày 20 tháng cuối quý)": the first is the second without its day."""
    if following is None or not one.is_bare or following.is_bare:
        return False
    is_near = (
        not re.search(r"[.;]|[,)].*[,)]", line[one.end : following.start]) and following.start - one.end <= 30
    )
    return is_near and following.rule.startswith(f"{one.rule}:")


@functools.cache
def _every() -> str:
    return rf"\s*(?:{_OF}\s+)?{any_of(words()['periods']['every'])}\s+"


@functools.cache
def _compiled(name: str) -> re.Pattern[str]:
    every, day = _every(), rf"(?:{_DAY}\s*|(?<![\w/.]))"
    last_month = any_of(words()["periods"]["last_month_of_quarter"])
    separator = rf"\s*(?:[,;]|{any_of(['và'])})\s*(?:{any_of(['trước'])}\s+)?"
    date = rf"(?:{_DAY}\s*)?\d{{1,2}}(?:\s?/\s?|\s*{_MONTH}\s*)\d{{1,2}}"
    forms = {
        "yearly": rf"{day}(?<!/)(?P<days>\d{{1,2}}(?:\s?/\s?|\s*{_MONTH}\s*)\d{{1,2}}(?:{separator}{date})*){every}{_YEAR}(?!\w)",
        "day_after": rf"(?<!\w)(?:{any_of(['định kỳ'])}\s+)?{_ALWAYS}\s+(?:(?P<month>{_MONTH})|(?P<year>{_YEAR}))\s*[,(:]?\s*"
        rf"{operator_words()}\s*(?P<at>{_DAY}\s*)(?P<d>\d{{1,2}})(?:(?:\s?/\s?|\s*{_MONTH}\s*)(?P<m>\d{{1,2}}))?(?![\d/]|\s*{_MONTH})",
        "of_year": rf"{every}{_YEAR}(?!\w)",
        "quarterly": rf"{day}(?P<n>\d{{1,2}})\s*(?:{_OF}\s+)?{last_month}(?!\w)",
        "monthly": rf"{day}(?P<n>\d{{1,2}}){every}{_MONTH}(?!\w|\s*\d)",
        "bare": rf"(?<!\w)(?:{any_of(['định kỳ'])}\s+)?{_ALWAYS}\s+(?P<units>{_UNIT})",
        "listed": rf"(?<!\w){any_of(['định kỳ'])}\s+(?:{any_of(['báo cáo'])}\s+)?(?:{any_of(['theo'])}\s+)?"
        rf"(?P<units>(?:{_ALWAYS}\s+)?{_UNIT}(?:\s*(?:[,/\-–]|{any_of(['và'])})\s*(?:{_ALWAYS}\s+)?{_UNIT})*)",
        "times": rf"(?<!\w)(?P<units>{_UNIT})\s*/?\s*(?:{any_of(['một'])}|0?1)\s*{any_of(['lần'])}(?!\w)",
    }
    return re.compile(forms[name])


def _yearly(line: str) -> list[Recurring]:
    found = []
    for match in _compiled("yearly").finditer(line):
        days = re.findall(rf"(\d{{1,2}})(?:\s?/\s?|\s*{_MONTH}\s*)(\d{{1,2}})", match["days"])
        named = [(int(month), int(day)) for day, month in days]
        if all(_is_day_of_year(month, day) for month, day in named):
            rule = ",".join(f"{month:02}-{day:02}" for month, day in named)
            found.append(Recurring(match.start(), match.end(), f"yearly:{rule}"))
    return found


def _day_after_rule(line: str) -> list[Recurring]:
    """ "hằng tháng (trước ngày 20)", "hằng năm, trước ngày 15/12"."""
    found = []
    for match in _compiled("day_after").finditer(line):
        day, month = int(match["d"]), match["m"] and int(match["m"])
        if match["month"] and not month and 1 <= day <= 31:
            found.append(Recurring(match.start(), match.end(), f"monthly:{day}", named_at=match.start("at")))
        elif match["year"] and month and _is_day_of_year(month, day):
            rule = f"yearly:{month:02}-{day:02}"
            found.append(Recurring(match.start(), match.end(), rule, named_at=match.start("at")))
    return found


def _is_day_of_year(month: int, day: int) -> bool:
    try:
        dt.date(2024, month, day)
    except ValueError:
        return False
    return True


def _periods_of_year(line: str) -> list[Recurring]:
    """ "tháng 12 hằng năm", "quý II và quý IV hằng năm"."""
    found, listed = [], list[Moment]()
    for moment in moments(line):
        follows = listed and LISTED.fullmatch(line, listed[-1].end, moment.start)
        listed = [*listed, moment] if follows else [moment]
        match = _compiled("of_year").match(line, moment.end)
        if match and all(one.kind in {Kind.MONTH, Kind.QUARTER} and one.year is None for one in listed):
            rule = "yearly:" + ",".join(map(_last_of_period, listed))
            found.append(Recurring(listed[0].start, match.end(), rule, is_period=True))
    return found


def _last_of_period(moment: Moment) -> str:
    month = moment.number * (3 if moment.kind is Kind.QUARTER else 1)
    return f"{month:02}-{calendar.monthrange(2024, month)[1]}"


def _numbered(name: str, line: str) -> list[Recurring]:
    return [
        Recurring(match.start(), match.end(), f"{name}:{int(match['n'])}")
        for match in _compiled(name).finditer(line)
        if 1 <= int(match["n"]) <= 31
    ]


def _monthly(line: str) -> list[Recurring]:
    return _numbered("monthly", line)


def _quarterly(line: str) -> list[Recurring]:
    return _numbered("quarterly", line)


@functools.cache
def _weekday_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    every = _every() + any_of(["tuần"])
    return tuple(
        (number, re.compile(rf"(?<!\w){any_of(names)}{every}(?!\w)"))
        for number, names in words()["weekdays"].items()
    )


def _weekly(line: str) -> list[Recurring]:
    return [
        Recurring(match.start(), match.end(), f"weekly:{number}")
        for number, pattern in _weekday_patterns()
        for match in pattern.finditer(line)
    ]


def _bare(line: str) -> list[Recurring]:
    return [
        Recurring(match.start(), match.end(), _finest(match["units"]), is_bare=True)
        for name in ("listed", "times", "bare")
        for match in _compiled(name).finditer(line)
        if not _IMPOSSIBLE.search(line[: match.start()])
    ]


def _finest(units: str) -> str:
    """Of "6 tháng, năm" the one that comes most often."""
    rest, named = units, []
    for rule, pattern in _UNITS:
        if re.search(pattern, rest):
            named.append(rule)
            rest = re.sub(pattern, " ", rest)
    return min(named, key=_RULES.index)
