"""Periods of reporting and the days whose figures belong to them (Nghị định 09/2019/NĐ-CP Điều 12, as data). Writes no words of papers.

A period is written "2026-03" (a month), "2026-Q1" (a quarter), "2026-H1" (half a year) or "2026" (a year).
"""

import calendar
import datetime as dt
import functools
import re
import tomllib
from dataclasses import dataclass, replace
from enum import Enum

from desktop.errors import BadValue
from desktop.paths import data_file


class PeriodKind(Enum):
    """The value is the length in months."""

    MONTH = 1
    QUARTER = 3
    HALF = 6
    YEAR = 12


@dataclass(frozen=True, slots=True)
class Period:
    """One period. index: its place in the year, from 1."""

    kind: PeriodKind
    year: int
    index: int = 1

    @property
    def text(self) -> str:
        """As it is written and kept."""
        return str(self.year) if self.kind is PeriodKind.YEAR else f"{self.year}-{self.part}"

    @property
    def part(self) -> str:
        """The same without its year: "03", "Q1", "H1", "year"."""
        shown = {PeriodKind.MONTH: f"{self.index:02d}", PeriodKind.YEAR: "year"}
        return shown.get(self.kind) or f"{self.kind.name[0]}{self.index}"

    @property
    def next(self) -> "Period":
        """The period of the same kind that follows."""
        if self.index * self.kind.value == 12:
            return Period(self.kind, self.year + 1)
        return replace(self, index=self.index + 1)


@dataclass(frozen=True, slots=True)
class PeriodRules:
    """What an office reports by. month, quarter, half, year: the last day whose figures count, in the last month of a period of that kind
    (beyond the month's end: its last day); replaced: part of the year -> the part whose report takes its place; basis: the act it rests
    on, as papers cite it, "" for none."""

    month: int
    quarter: int
    half: int
    year: int
    replaced: dict[str, str]
    basis: str = ""

    def last_day(self, kind: PeriodKind) -> int:
        """The last day that counts, of a kind of period."""
        return {
            PeriodKind.MONTH: self.month,
            PeriodKind.QUARTER: self.quarter,
            PeriodKind.HALF: self.half,
            PeriodKind.YEAR: self.year,
        }[kind]


_WRITTEN = re.compile(r"(20\d\d)(?:-(?:(Q|H)([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)


def parse(text: str) -> Period:
    """The period written so; letters may be small. Raises `BadValue` "period"."""
    found = _WRITTEN.fullmatch(text.strip().upper())
    if found is None or (found[2] == "H" and int(found[3]) > 2):
        raise BadValue("period", text)
    if found[4]:
        return Period(PeriodKind.MONTH, int(found[1]), int(found[4]))
    if found[2]:
        return Period(
            PeriodKind.QUARTER if found[2] == "Q" else PeriodKind.HALF, int(found[1]), int(found[3])
        )
    return Period(PeriodKind.YEAR, int(found[1]))


@functools.cache
def usual_rules() -> PeriodRules:
    """The rules of the decree (data/report_periods.toml)."""
    told = tomllib.loads(data_file("report_periods.toml").read_text("utf-8"))
    return PeriodRules(**told["last_day"], replaced=told["replaced"], basis=told["basis"])


def check_rules(rules: PeriodRules) -> None:
    """Raise `BadValue` "last_day" for a day that no month has."""
    for kind in PeriodKind:
        if not 1 <= rules.last_day(kind) <= 31:
            raise BadValue("last_day", str(rules.last_day(kind)))


def bounds(period: Period, rules: PeriodRules) -> tuple[dt.date, dt.date]:
    """The first and the last day whose figures belong to a period: it begins on the day after the one before it ended."""
    last_month = period.index * period.kind.value
    day = rules.last_day(period.kind)
    before = _day_of(period.year, last_month - period.kind.value, day)
    return before + dt.timedelta(1), _day_of(period.year, last_month, day)


def _day_of(year: int, month: int, day: int) -> dt.date:
    """`day` of a month; month 0 is December of the year before."""
    year, month = (year, month) if month else (year - 1, 12)
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def replaced_by(period: Period, rules: PeriodRules) -> Period | None:
    """The longer period whose report is sent instead of that of `period`; None where it stands for itself."""
    part = rules.replaced.get(period.part)
    if part is None:
        return None
    return parse(str(period.year) if part == "year" else f"{period.year}-{part}")
