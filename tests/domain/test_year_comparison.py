"""The same plan in two years, side by side."""

import datetime as dt
from decimal import Decimal

from desktop.domain.assignment import Assignment, Status
from desktop.domain.plan_figures import PlanFigures, plan_figures
from desktop.domain.result import Result
from desktop.domain.task import Indicator, Task
from desktop.domain.year_comparison import Pair, Progress, compare

NAMES = {1: "Thôn Đông", 2: "Thôn Đoài"}


def year(year: int, *asked: tuple[str, str, str | None]) -> PlanFigures:
    """A plan of a year: (task, number asked for, what the first unit told); every task is for both units."""
    tasks = [
        Task(n, "", 1, n, text, indicators=(Indicator(n, "", name),))
        for n, (text, name, _) in enumerate(asked, 1)
    ]
    given = [Assignment(10 * task.id + unit, task.id, unit) for task in tasks for unit in NAMES]
    day = dt.date(year, 3, 20)
    results = [
        Result(10 * n + 1, day, Status.DONE, day, values=((n, Decimal(told)),))
        for n, (_, _, told) in enumerate(asked, 1)
        if told is not None
    ]
    return plan_figures(tasks, given, results, NAMES, day)


def indicators(now: PlanFigures, before: PlanFigures) -> list[tuple[str, Decimal | None, Decimal | None]]:
    return [(one.name, one.pair.before, one.pair.now) for one in compare(now, before).indicators]


def test_progress_is_counted_alike_in_both_years():
    told = dict(
        compare(year(2026, ("A", "Số", "1"), ("B", "Số", None)), year(2025, ("A", "Số", "2"))).progress
    )
    assert told[Progress.TASKS] == Pair(Decimal(1), Decimal(2))
    assert told[Progress.ASSIGNED] == Pair(Decimal(2), Decimal(4))
    assert told[Progress.RATE] == Pair(Decimal("50.0"), Decimal("25.0"))
    assert told[Progress.MISSING].difference == 2


def test_a_number_is_the_same_but_for_the_years_it_names():
    now, before = (
        ("Tặng quà Tết 2026", "Số suất năm 2026", "45"),
        ("Tặng quà Tết 2025", "Số suất năm 2025", "40"),
    )
    assert indicators(year(2026, now), year(2025, before)) == [("Số suất năm 2026", Decimal(40), Decimal(45))]


def test_numbers_of_one_name_are_told_apart_by_their_tasks():
    now = year(2026, ("Treo băng rôn", "Số lượt", "3"), ("Phát thanh", "Số lượt", "10"))
    before = year(2025, ("Phát thanh", "Số lượt", "8"), ("Treo băng rôn", "Số lượt", "2"))
    assert [pair[1:] for pair in indicators(now, before)] == [(2, 3), (8, 10)]


def test_the_only_number_of_its_name_is_found_where_the_task_was_worded_anew():
    now, before = year(2026, ("Thăm hỏi", "Số suất quà", "45")), year(2025, ("Đi thăm", "Số suất quà", "40"))
    assert indicators(now, before) == [("Số suất quà", Decimal(40), Decimal(45))]


def test_a_number_of_one_year_alone_stands_without_the_other():
    now, before = year(2026, ("A", "Số mới", "1")), year(2025, ("B", "Số cũ", "2"))
    assert indicators(now, before) == [("Số mới", None, Decimal(1)), ("Số cũ", Decimal(2), None)]
    assert [one.pair.difference for one in compare(now, before).indicators] == [None, None]


def test_a_number_that_nobody_told_in_either_year_is_left_out():
    assert indicators(year(2026, ("A", "Số", None)), year(2025, ("A", "Số", None))) == []


def test_a_share_needs_something_before():
    assert Pair(Decimal(40), Decimal(45)).ratio == Decimal("112.5")
    assert Pair(Decimal(0), Decimal(45)).ratio is None
    assert Pair(None, Decimal(45)).ratio is None
