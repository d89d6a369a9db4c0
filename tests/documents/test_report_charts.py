"""The charts of a report: every number of them is one of its tables, and many units still make a chart of one page."""

import datetime as dt

from chart_reading import measure, outside, overlapping
from commune import ASSIGNED, ISSUED, TASKS, UNITS, figures, task
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.as_text import chart_lines
from desktop.documents.chart_layout import lay_out
from desktop.documents.report_charts import (
    ROOM,
    bars_table,
    chart_appendices,
    course_chart,
    task_chart,
    unit_chart,
)
from desktop.domain.assignment import Assignment, Status
from desktop.domain.plan_figures import PlanFigures, plan_figures
from desktop.domain.result import Result

CUT_OFF = dt.date(2026, 3, 27)
LONG = "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nguyễn Bỉnh Khiêm, xã Sơn Tây Hạ, số {}"
UNDER_THE_HEAD = 257 / 25.4 * 72 - 120  # points of a page that the head of an appendix and a caption leave


def many(count: int, done: int = 0, name: str = "Thôn {}") -> PlanFigures:
    """One task given to `count` units, of which the first `done` finished; of the others every second is overdue."""
    units = {n: name.format(n) for n in range(count)}
    given_to = [Assignment(n, 1, n, due=dt.date(2026, 3, 17 if n % 2 else 31)) for n in units]
    results = [Result(n, CUT_OFF, Status.DONE, dt.date(2026, 3, 16)) for n in range(done)]
    return plan_figures((task(1, "Treo băng rôn"),), given_to, results, units, CUT_OFF)


def test_the_charts_of_a_report_in_the_middle_are_told_as_expected():
    (appendix,) = chart_appendices(figures(), ISSUED.date).values()
    assert appendix.title == "BIỂU ĐỒ TIẾN ĐỘ THỰC HIỆN"
    lines = [line for chart in appendix.blocks for line in chart_lines(chart)]
    assert lines[1:5] == [
        "Tổng cộng: Hoàn thành đúng hạn 1 | Hoàn thành trễ hạn 1 | Quá hạn chưa hoàn thành 1 | Còn trong thời hạn 2 | 2/5 | 40,0%",
        "Phòng Văn hóa - Xã hội: Hoàn thành đúng hạn 1 | Còn trong thời hạn 1 | 1/2 | 50,0%",
        "Thôn Đông: Hoàn thành trễ hạn 1 | 1/1 | 100,0%",
        "Thôn Đoài: Quá hạn chưa hoàn thành 1 | 0/1 | 0,0%",
    ]
    assert "3. Thăm hỏi, tặng quà người yếu thế: Còn trong thời hạn 1 | 0/1 | 0,0%" in lines
    assert lines[-2:] == [
        "24/3/2026: Đã đến hạn 3 | Đã hoàn thành 2",
        "27/3/2026: Đã đến hạn 3 | Đã hoàn thành 2",
    ]


@given(st.integers(2, 300), st.integers(0, 300))
@settings(max_examples=40)
def test_bars_add_up_to_the_whole_however_many_units_there_are(count, done):
    counted = many(count, min(done, count))
    total, *bars = unit_chart(counted).bars
    assert sum(total.values) == counted.total.assigned
    assert [sum(column) for column in zip(*(bar.values for bar in bars), strict=True)] == list(total.values)
    assert len(bars) <= ROOM + 2


@given(st.integers(2, 300))
@settings(max_examples=15)
def test_a_chart_fills_a_page_at_most_however_long_names_are(count):
    drawing = lay_out(unit_chart(many(count, name=LONG)), 453.5, measure)
    assert drawing.height < UNDER_THE_HEAD
    assert outside(drawing) == overlapping(drawing) == []


def test_few_units_stand_in_the_order_of_the_list_and_many_with_the_worst_first():
    few = [bar.name for bar in unit_chart(many(ROOM, done=3)).bars[1:]]
    assert few == [f"Thôn {n}" for n in range(ROOM)]
    total, first, *_, others, finished = unit_chart(many(200, done=100)).bars
    assert (total.name, first.name) == ("Tổng cộng", "Thôn 101")
    assert (others.name, others.ends) == ("71 đơn vị khác còn việc chưa hoàn thành", ("0/71", "0,0%"))
    assert finished.name == "100 đơn vị đã hoàn thành mọi nhiệm vụ được giao"


def test_where_every_one_of_many_units_is_done_one_bar_says_so():
    names = [bar.name for bar in unit_chart(many(60, done=60)).bars]
    assert names == ["Tổng cộng", "60 đơn vị đã hoàn thành mọi nhiệm vụ được giao"]


def test_what_is_left_to_the_table_is_said_only_where_something_is():
    assert "bảng kết quả" in unit_chart(many(ROOM + 1)).note
    assert "bảng kết quả" not in unit_chart(many(ROOM)).note


def test_the_numbers_of_a_chart_are_a_table_with_the_total_last():
    table = bars_table("Đơn vị", unit_chart(figures()))
    assert [column.titles[0] for column in table.columns][:2] == ["Đơn vị", "Hoàn thành đúng hạn"]
    assert table.rows[0] == ("Phòng Văn hóa - Xã hội", "1", "0", "0", "1")
    assert table.rows[-1] == ("Tổng cộng", "1", "1", "1", "2")


def test_one_unit_or_one_task_is_no_comparison():
    assert unit_chart(many(1)) is None
    assert task_chart(many(5)) is None


def test_who_has_no_work_that_applies_has_no_bar():
    assert UNITS[2] not in [bar.name for bar in unit_chart(figures()).bars]


def test_time_needs_days_between_and_work_to_count():
    assert course_chart(figures(), CUT_OFF) is None
    assert course_chart(figures(), None) is None
    assert course_chart(plan_figures((), (), (), {}, CUT_OFF), ISSUED.date) is None
    assert chart_appendices(plan_figures(TASKS[:1], ASSIGNED[:1], (), UNITS, CUT_OFF), CUT_OFF) == {}
