"""All figures of a plan come from assignments and results, at a cut-off (product rules 1 and 8)."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.assignment import Assignment, Standing, Status
from desktop.domain.plan_figures import PlanFigures, by_field, narrowed, plan_figures
from desktop.domain.result import Result
from desktop.domain.roll_up import Completeness
from desktop.domain.task import Indicator, Task

NUMBER = Indicator(7, "i", "Số buổi", "buổi")
TASKS = (Task(1, "", 1, 0, "Một", indicators=(NUMBER,)), Task(2, "", 1, 1, "Hai"))
NAMES = {30: "Thôn Đông", 10: "Trạm Y tế", 20: "Phòng Kinh tế"}
DUE, CUT_OFF = dt.date(2026, 3, 17), dt.date(2026, 3, 20)


def assigned(key: int, task: int, unit: int, due: dt.date | None = DUE, **values) -> Assignment:
    return Assignment(key, task, unit, due=due, **values)


def done(key: int, day: int = 17, **values) -> Result:
    return Result(key, CUT_OFF, Status.DONE, dt.date(2026, 3, day), **values)


def figures(
    assignments: Sequence[Assignment], results: Sequence[Result] = (), cut_off=CUT_OFF
) -> PlanFigures:
    return plan_figures(TASKS, assignments, results, NAMES, cut_off)


def test_units_and_lines_stand_in_the_order_of_the_list_of_units_and_of_the_tasks():
    counted = figures([assigned(1, 2, 10), assigned(2, 1, 20), assigned(3, 1, 10), assigned(4, 2, 30)])
    assert [unit.name for unit in counted.units] == ["Thôn Đông", "Trạm Y tế", "Phòng Kinh tế"]
    assert [line.task for line in counted.units[1].lines] == [1, 2]
    assert counted.tasks[0].named(Standing.OVERDUE) == ("Trạm Y tế", "Phòng Kinh tế")


def test_a_unit_that_does_not_exist_on_the_day_is_not_counted():
    assert figures([assigned(1, 1, 10), assigned(2, 1, 99)]).total.assigned == 1


def test_what_came_in_later_than_the_cut_off_does_not_count():
    said_since = assigned(1, 1, 10, status=Status.DONE, done_on=DUE, reported_on=dt.date(2026, 3, 25))
    (line,) = figures([said_since]).units[0].lines
    assert (line.standing, line.reported_on, line.done_on) == (Standing.OVERDUE, None, None)


def test_the_result_says_the_status_not_the_assignment():
    (line,) = figures([assigned(1, 1, 10)], [done(1, text="Đã làm", reason="Bận")]).units[0].lines
    assert (line.standing, line.text, line.reason, line.reported_on) == (
        Standing.DONE,
        "Đã làm",
        "Bận",
        CUT_OFF,
    )


def test_days_late_run_to_the_end_of_the_work_or_to_the_cut_off():
    some = [assigned(1, 1, 10), assigned(2, 1, 20), assigned(3, 1, 30), assigned(4, 2, 30, None)]
    counted = figures(some, [done(1, 19), done(2, 17)])
    assert {line.unit: line.days_late for line in counted.tasks[0].lines} == {10: 2, 20: 0, 30: 3}
    assert counted.tasks[1].lines[0].days_late == 0


def test_silent_units_reported_nothing_and_late_ones_owe_something():
    counted = figures([assigned(1, 1, 10), assigned(2, 1, 20), assigned(3, 2, 30, None)], [done(1, 19)])
    assert [unit.unit for unit in counted.silent] == [30, 20]
    assert [unit.unit for unit in counted.late] == [20]


def test_what_does_not_apply_is_in_no_denominator():
    counted = figures([assigned(1, 1, 10), assigned(2, 1, 20)], [Result(1, CUT_OFF, Status.NOT_APPLICABLE)])
    assert counted.total.assigned == 1
    assert [unit.unit for unit in counted.silent] == [20]


def test_numbers_are_summed_over_those_who_gave_one():
    results = [
        done(1, values=((7, Decimal("1.5")), (8, Decimal(9)))),
        done(2),
        done(3, values=((7, Decimal(2)),)),
    ]
    (number,) = figures([assigned(n, 1, n * 10) for n in (1, 2, 3)], results).indicators
    assert [value for _, _, value in number.values] == [Decimal(2), Decimal("1.5")]
    assert number.total == Decimal("3.5")


def test_a_number_that_nobody_gave_is_nothing():
    assert figures([]).indicators[0].total == 0


STATUSES = st.sampled_from(Status)
DAYS = st.dates(dt.date(2026, 3, 1), dt.date(2026, 3, 31))


@st.composite
def plans(draw) -> tuple[list[Assignment], list[Result], dt.date]:
    pairs = draw(st.lists(st.tuples(st.sampled_from((1, 2)), st.sampled_from((10, 20, 30, 99))), unique=True))
    given_ = [assigned(n, task, unit, draw(st.none() | DAYS)) for n, (task, unit) in enumerate(pairs, 1)]
    results = []
    for one in draw(st.lists(st.sampled_from(given_), unique=True)) if given_ else []:
        status = draw(STATUSES)
        results.append(Result(one.id, CUT_OFF, status, draw(DAYS) if status is Status.DONE else None))
    return given_, results, draw(DAYS)


@given(plans())
def test_units_and_tasks_sum_up_to_the_whole(plan):
    counted = plan_figures(TASKS, plan[0], plan[1], NAMES, plan[2])
    assert sum((unit.completeness for unit in counted.units), Completeness()) == counted.total
    assert sum((task.completeness for task in counted.tasks), Completeness()) == counted.total
    assert counted.total.assigned == counted.total.reported + counted.total.missing


@given(plans())
def test_every_counted_assignment_has_one_line_by_task_and_one_by_unit(plan):
    counted = plan_figures(TASKS, plan[0], plan[1], NAMES, plan[2])
    by_task = {line for task in counted.tasks for line in task.lines}
    by_unit = {line for unit in counted.units for line in unit.lines}
    assert by_task == by_unit
    assert len(by_task) == sum(a.unit in NAMES for a in plan[0])
    late = (Standing.OVERDUE, Standing.DONE_LATE)
    assert all((line.days_late > 0) == (line.standing in late) for line in by_task)


@given(plans())
def test_the_counts_of_a_line_are_those_of_its_assignment(plan):
    counted = plan_figures(TASKS, plan[0], plan[1], NAMES, plan[2])
    for unit in counted.units:
        assert sum((line.completeness for line in unit.lines), Completeness()) == unit.completeness


@given(plans(), st.frozensets(st.integers(1, 8)))
def test_figures_narrowed_to_some_lines_are_those_of_these_assignments(plan, kept):
    given_, results, day = plan
    some = narrowed(plan_figures(TASKS, given_, results, NAMES, day), lambda line: line.assignment in kept)
    whole = plan_figures(TASKS, [a for a in given_ if a.id in kept], results, NAMES, day)
    assert (some.total, some.units) == (whole.total, whole.units)
    assert all(part in whole.tasks for part in some.tasks)


def test_a_number_is_narrowed_to_the_units_that_are_left():
    results = [done(1, values=((7, Decimal(2)),)), done(2, values=((7, Decimal(3)),))]
    whole = figures([assigned(1, 1, 10), assigned(2, 1, 20)], results)
    (number,) = narrowed(whole, lambda line: line.unit == 20).indicators
    assert number.total == 3


def test_fields_are_told_apart_and_tasks_without_one_come_last():
    fields = ("", "Y tế", "Giáo dục", "y tế")
    tasks = [Task(n, "", 1, n, "Việc", field=field) for n, field in enumerate(fields, 1)]
    given_ = [assigned(n, n, 10) for n in range(1, 5)]
    parts = by_field(plan_figures(tasks, given_, [], NAMES, CUT_OFF))
    told = [(field, [some.task.id for some in part.tasks], part.total.assigned) for field, part in parts]
    assert told == [("Y tế", [2, 4], 2), ("Giáo dục", [3], 1), ("", [1], 1)]


def test_a_task_given_to_nobody_keeps_its_field():
    task = Task(1, "", 1, 0, "Việc", field="Y tế")
    ((field, part),) = by_field(plan_figures([task], [], [], NAMES, CUT_OFF))
    assert (field, [some.task for some in part.tasks]) == ("Y tế", [task])
