"""Turns of phrase that reports share: how far work came, who stands how, what units wrote. Only words, no blocks."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.documents.phrases import (
    count,
    figure,
    join_and,
    lower_first,
    many_in_text,
    number,
    percent,
    short_date,
)
from desktop.domain.assignment import Standing
from desktop.domain.plan_figures import IndicatorFigures, Line
from desktop.domain.roll_up import Completeness
from desktop.domain.vietnamese import fold

FEW = 12
"""More names than this in a sentence are left to the appendix."""

Where = Mapping[str, str]
"""Key of an appendix -> how the text cites it ("Phụ lục II")."""


def cited(where: Where, *keys: str) -> str:
    """ " (Phụ lục II)", " (Phụ lục II và Phụ lục V)", "" where there is no such appendix. A paper points to each of its appendices
    [NĐ 30, Phụ lục I, III.1a]."""
    found = join_and([where[key] for key in keys if key in where])
    return f" ({found})" if found else ""


def share(value: Decimal | None) -> str:
    """ "75%", "66,7%": in running text without idle zeros."""
    return percent(value).replace(",0%", "%")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted. noun: the first time; short: afterwards; done: how its completion is said, with the number in {}; every: stands
    before the number where it is all of several."""

    noun: str
    short: str
    done: str
    every: str


UNITS = Counted("đơn vị", "đơn vị", "{} đơn vị đã hoàn thành", "tất cả ")
WORK = Counted("lượt giao việc", "lượt", "đã hoàn thành {} lượt giao việc", "toàn bộ ")


def progress(some: Completeness, what: Counted) -> str:
    """How far work came, without the stop: "đã hoàn thành 08/12 lượt giao việc (66,7%), trong đó 06 lượt đúng hạn, ...". some: something
    assigned."""
    late, open_ = some.done - some.on_time, some.assigned - some.done
    overdue = some.late - late
    rest = [
        f"{count(left, what.short)} {words}"
        for left, words in (
            (overdue, "quá hạn chưa hoàn thành"),
            (open_ - overdue, "còn trong thời hạn thực hiện"),
        )
        if left
    ]
    if not some.done:
        return "; ".join([f"chưa có {what.noun} nào hoàn thành", *rest])
    if open_:
        text = what.done.format(f"{figure(some.done)}/{figure(some.assigned)}") + f" ({share(some.rate)})"
    else:
        text = what.done.format((what.every if some.done > 1 else "") + figure(some.done))
    return "; ".join([text + _in_time(some.on_time, late, what.short), *rest])


def _in_time(on_time: int, late: int, short: str) -> str:
    if not late:
        return ", đúng hạn" if on_time == 1 else ", đều đúng hạn"
    if not on_time:
        return ", trễ hạn" if late == 1 else ", đều trễ hạn"
    return f", trong đó {count(on_time, short)} đúng hạn, {count(late, short)} trễ hạn"


def who(names: Sequence[str], most: int = FEW) -> str:
    """The names as amid a sentence, or where they are more than `most` how many they are."""
    return many_in_text(names) if len(names) <= most else count(len(names), "đơn vị")


def standing(line: Line) -> str:
    """How one unit stands: "hoàn thành ngày 24/3/2026, đúng hạn"; without its name and without the stop."""
    days = count(line.days_late, "ngày")
    done = f"hoàn thành ngày {short_date(line.done_on)}" if line.done_on else "đã hoàn thành"
    match line.standing:
        case Standing.DONE:
            return f"{done}, đúng hạn" if line.due and line.done_on else done
        case Standing.DONE_LATE:
            return f"{done}, trễ hạn {days}"
        case Standing.OVERDUE:
            return f"{'chưa hoàn thành' if line.reported_on else 'chưa báo cáo'}, quá hạn {days}"
        case Standing.NOT_APPLICABLE:
            return "báo cáo nhiệm vụ không áp dụng"
        case Standing.IN_PROGRESS:
            return "đang thực hiện"
    return "chưa thực hiện" if line.reported_on else "chưa báo cáo"


def same_words(lines: Iterable[Line], attribute: str) -> list[tuple[str, list[Line]]]:
    """(what was written, lines that say so) of one attribute of lines ("text", "reason", "proposal"), as first written, in order; lines
    that say nothing are left out."""
    groups: dict[str, tuple[str, list[Line]]] = {}
    for line in lines:
        words = getattr(line, attribute)
        if words:
            groups.setdefault(fold(words).rstrip(" .;"), (words, []))[1].append(line)
    return list(groups.values())


def told_by(lines: Iterable[Line]) -> tuple[str, ...]:
    """Names of the units of some lines, once each."""
    return tuple(dict.fromkeys(line.name for line in lines))


def number_words(some: Iterable[IndicatorFigures]) -> str:
    """ "số buổi tọa đàm: 02 buổi; số người dự: 1.200 lượt người"."""
    return "; ".join(
        f"{lower_first(one.indicator.name)}: {amount(one.total, one.indicator.unit_of_measure)}"
        for one in some
    )


def amount(value: Decimal, unit_of_measure: str) -> str:
    """ "05 buổi", "1.200 lượt người", "1,5 km"."""
    shown = figure(int(value)) if value < 10 and value == int(value) else number(value)
    return f"{shown} {unit_of_measure}".strip()


def results_of(lines: Iterable[Line], units: Collection[int]) -> tuple[int, ...]:
    """Ids of the results of these units."""
    return tuple(line.result for line in lines if line.unit in units)
