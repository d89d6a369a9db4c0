"""The charts of a report: completion by unit, by task and over time, all from the figures of its tables. Draws nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate
from operator import add

from desktop.documents.model import (
    Align,
    Appendix,
    Bar,
    BarChart,
    Column,
    CourseChart,
    Curve,
    Part,
    Table,
    Tone,
)
from desktop.documents.phrases import count, in_cell, number, percent
from desktop.domain.plan_course import course
from desktop.domain.plan_figures import PlanFigures
from desktop.domain.roll_up import Completeness

TITLE = "BIỂU ĐỒ TIẾN ĐỘ THỰC HIỆN"
ROOM = 29
"""Bars with short names that one chart has at most, besides the total and what the others come to: they fill a page under the head
of an appendix and no more."""
_LONG, _LONG_ROOM = 36, 1.6  # letters from which a name may take two lines, and the room its bar takes then

PARTS = (
    Part("Hoàn thành đúng hạn", Tone.SOLID),
    Part("Hoàn thành trễ hạn", Tone.MIDDLE),
    Part("Quá hạn chưa hoàn thành", Tone.HATCHED),
    Part("Còn trong thời hạn", Tone.EMPTY),
)
_SCALE = "Số trên thanh là số lượt giao việc; mỗi thanh dài bằng 100% số việc được giao."


@dataclass(frozen=True, slots=True)
class _Counted:
    """A unit or a task and how complete it is."""

    name: str
    completeness: Completeness

    @property
    def open(self) -> int:
        return self.completeness.assigned - self.completeness.done

    @property
    def overdue(self) -> int:
        return self.completeness.late - (self.completeness.done - self.completeness.on_time)


@dataclass(frozen=True, slots=True)
class _Words:
    """How a chart speaks: of what is left and of what is done beside the bars that are shown, and of what those are."""

    open: str
    done: str
    note: str


_UNITS = _Words(
    "đơn vị khác còn việc chưa hoàn thành",
    "đơn vị đã hoàn thành mọi nhiệm vụ được giao",
    "Nêu riêng những đơn vị có nhiều việc quá hạn, chưa hoàn thành nhất; số liệu từng đơn vị xem tại bảng kết quả "
    "thực hiện nhiệm vụ theo đơn vị.",
)
_TASKS = _Words(
    "nhiệm vụ khác còn đơn vị chưa hoàn thành",
    "nhiệm vụ đã được mọi đơn vị hoàn thành",
    "Nêu riêng những nhiệm vụ có nhiều đơn vị quá hạn, chưa hoàn thành nhất; số liệu từng nhiệm vụ xem tại phần kết "
    "quả thực hiện.",
)


def chart_appendices(figures: PlanFigures, since: dt.date | None) -> dict[str, Appendix]:
    """The appendix of charts by its key, nothing where nothing can be compared. since: the day of the plan, where time begins."""
    found = (unit_chart(figures), task_chart(figures), course_chart(figures, since))
    charts = tuple(chart for chart in found if chart is not None)
    return {"charts": Appendix(TITLE, charts)} if charts else {}


def unit_chart(figures: PlanFigures) -> BarChart | None:
    """Completion by unit under that of the whole plan, in the order of the list of units; None for fewer than two units with work.

    Of more units than there is room for only those with work left are shown, the worst first, and what all others come to.
    """
    units = [_Counted(unit.name, unit.completeness) for unit in figures.units]
    return _chart("Kết quả thực hiện theo đơn vị", units, _UNITS)


def task_chart(figures: PlanFigures) -> BarChart | None:
    """Completion by task, in the plan's order and with its numbers; else as `unit_chart`."""
    tasks = [
        _Counted(f"{at}. {in_cell(some.task.text)}", some.completeness)
        for at, some in enumerate(figures.tasks, 1)
    ]
    return _chart("Kết quả thực hiện theo nhiệm vụ", tasks, _TASKS)


def bars_table(title: str, chart: BarChart) -> Table:
    """The numbers of a chart whose first bar is the total, which becomes the last row. title: of the column of names."""
    columns = (Column((title,), 5), *(Column((part.name,), 2, Align.RIGHT) for part in chart.parts))
    total, *bars = chart.bars
    rows = tuple((bar.name, *map(str, bar.values)) for bar in (*bars, total))
    return Table(columns, rows, total=True)


def course_chart(figures: PlanFigures, since: dt.date | None) -> CourseChart | None:
    """What was to be done and what was done from `since` to the cut-off; None where no day lies between or nothing is assigned."""
    whole = figures.total.assigned
    if since is None or since >= figures.cut_off or not whole:
        return None
    moments = course(figures, since)
    return CourseChart(
        "Tiến độ thực hiện theo thời gian",
        tuple(moment.day for moment in moments),
        (
            Curve("Đã đến hạn", tuple(moment.due for moment in moments), dashed=True),
            Curve("Đã hoàn thành", tuple(moment.done for moment in moments)),
        ),
        whole,
        "Số lượt giao việc",
        "Tỷ lệ hoàn thành",
    )


def _chart(caption: str, all_: Sequence[_Counted], words: _Words) -> BarChart | None:
    counted = [some for some in all_ if some.completeness.assigned]
    if len(counted) < 2:
        return None
    total = _bar(_sum("Tổng cộng", counted), strong=True)
    many = _that_fit(counted) < len(counted)
    shown = _worst(counted, words) if many else counted
    note = f"{_SCALE} {words.note}" if many else _SCALE
    return BarChart(caption, PARTS, (total, *map(_bar, shown)), "Đã hoàn thành", note)


def _worst(counted: Sequence[_Counted], words: _Words) -> list[_Counted]:
    """Those with work left that stand worst, then the others with work left as one, then all that is done as one."""
    left = sorted(
        (some for some in counted if some.open),
        key=lambda some: (-some.overdue, -some.open, some.completeness.rate or 0),
    )
    done = [some for some in counted if not some.open]
    most = _that_fit(left)
    rest = ((left[most:], words.open), (done, words.done))
    return left[:most] + [_sum(count(len(group), noun), group) for group, noun in rest if group]


def _that_fit(counted: Sequence[_Counted]) -> int:
    """How many of these, from the first on, a page has room for."""
    taken = accumulate(_LONG_ROOM if len(some.name) >= _LONG else 1.0 for some in counted)
    return sum(room <= ROOM for room in taken)


def _sum(name: str, group: Sequence[_Counted]) -> _Counted:
    return _Counted(name, reduce(add, (some.completeness for some in group)))


def _bar(some: _Counted, *, strong: bool = False) -> Bar:
    counted = some.completeness
    values = (counted.on_time, counted.done - counted.on_time, some.overdue, some.open - some.overdue)
    ends = (f"{number(counted.done)}/{number(counted.assigned)}", percent(counted.rate))
    return Bar(some.name, values, ends, strong)
