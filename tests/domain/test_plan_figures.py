"""Figures of a plan at a cut-off: who is silent, late, what was counted (product rules 1, 3, 8)."""

import datetime as dt
from decimal import Decimal

from desktop.domain.assignment import Assignment, Standing, Status
from desktop.domain.plan_figures import PlanFigures, plan_figures
from desktop.domain.result import Result
from desktop.domain.task import Indicator, Task

DUE, CUT_OFF = dt.date(2026, 3, 25), dt.date(2026, 3, 31)
EVENTS = Indicator(7, "i7", "Số buổi tọa đàm", "buổi")
TASKS = [Task(1, "t1", 1, 0, "Tổ chức tọa đàm", indicators=(EVENTS,)), Task(2, "t2", 1, 1, "Báo cáo kết quả")]
NAMES = {12: "Thôn Hạ", 11: "Thôn Đông", 10: "Phòng Kinh tế"}
ASSIGNMENTS = [
    Assignment(100, 1, 10, due=DUE),
    Assignment(101, 1, 11, due=DUE),
    Assignment(102, 1, 12, due=DUE),
    Assignment(103, 2, 10, Status.DONE, DUE, DUE, DUE),
    Assignment(104, 2, 99, due=DUE),
]
RESULTS = [
    Result(
        100,
        DUE,
        Status.DONE,
        dt.date(2026, 3, 28),
        "Đã tổ chức",
        "Mưa lũ",
        ((EVENTS.id, Decimal(2)), (8, Decimal(5))),
    ),
    Result(101, DUE, Status.DONE, DUE, values=((EVENTS.id, Decimal("1.5")),)),
]
FIGURES = plan_figures(TASKS, ASSIGNMENTS, RESULTS, NAMES, CUT_OFF)


def test_units_come_in_the_order_of_the_list() -> None:
    assert [unit.name for unit in FIGURES.units] == ["Thôn Hạ", "Thôn Đông", "Phòng Kinh tế"]


def test_rule_8_a_unit_that_does_not_exist_on_the_day_is_not_counted() -> None:
    assert FIGURES.total.assigned == 4


def test_units_that_have_reported_nothing_are_silent() -> None:
    assert [unit.name for unit in FIGURES.silent] == ["Thôn Hạ"]


def test_units_with_anything_overdue_are_late() -> None:
    assert [unit.name for unit in FIGURES.late] == ["Thôn Hạ", "Phòng Kinh tế"]


def test_a_task_names_its_units_by_how_they_stand() -> None:
    assert FIGURES.tasks[0].named(Standing.DONE, Standing.DONE_LATE) == ("Thôn Đông", "Phòng Kinh tế")


def test_days_late_run_to_the_day_it_was_done_or_to_the_cut_off() -> None:
    late = {(line.task, line.name): line.days_late for unit in FIGURES.units for line in unit.lines}
    assert late == {(1, "Thôn Hạ"): 6, (1, "Thôn Đông"): 0, (1, "Phòng Kinh tế"): 3, (2, "Phòng Kinh tế"): 6}


def test_rule_1_only_results_by_the_cut_off_say_how_an_assignment_stood() -> None:
    assert FIGURES.tasks[1].lines[0].standing is Standing.OVERDUE


def test_rule_3_an_indicator_adds_up_what_was_reported_and_nothing_else() -> None:
    (events,) = FIGURES.indicators
    assert events.values == ((11, "Thôn Đông", Decimal("1.5")), (10, "Phòng Kinh tế", Decimal(2)))
    assert events.total == Decimal("3.5")


def test_a_plan_without_assignments_has_empty_figures() -> None:
    empty: PlanFigures = plan_figures(TASKS, [], [], NAMES, CUT_OFF)
    assert (empty.units, empty.total.rate, empty.indicators[0].total) == ((), None, Decimal(0))
