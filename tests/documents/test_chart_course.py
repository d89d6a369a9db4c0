"""Counts over time: steps that never leave their field, numbers under the days they stand on."""

import datetime as dt
from itertools import pairwise

from chart_reading import labels, measure, outside, overlapping, texts
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.chart_course import HEIGHT, course
from desktop.documents.drawing import Drawing, Shape, Stroke
from desktop.documents.model import CourseChart, Curve

START = dt.date(2026, 3, 5)


def chart(days: list[int], due: list[int], done: list[int], whole: int) -> CourseChart:
    return CourseChart(
        "Tiến độ",
        tuple(START + dt.timedelta(days=day) for day in days),
        (Curve("Đã đến hạn", tuple(due), dashed=True), Curve("Đã hoàn thành", tuple(done))),
        whole,
        "Số lượt giao việc",
        "Tỷ lệ hoàn thành",
    )


@st.composite
def charts(draw: st.DrawFn) -> CourseChart:
    days = sorted(draw(st.sets(st.integers(1, 4000), min_size=1, max_size=60)))
    whole = draw(st.integers(1, 99_999))
    counts = st.lists(st.integers(0, whole), min_size=len(days) + 1, max_size=len(days) + 1).map(sorted)
    return chart([0, *days], draw(counts), draw(counts), whole)


def below(drawing: Drawing) -> list[list[str]]:
    """Rows of texts under the field, from left to right."""
    rows: dict[float, list] = {}
    for label in labels(drawing):
        if label.y > HEIGHT:
            rows.setdefault(round(label.y, 2), []).append(label)
    return [[label.text for label in sorted(row, key=lambda one: one.x)] for _, row in sorted(rows.items())]


@given(charts(), st.floats(440, 760))
def test_texts_lie_in_the_drawing_and_beside_one_another(some, width):
    drawing = course(some, width, measure)
    assert outside(drawing) == []
    assert overlapping(drawing) == []


@given(charts())
def test_the_first_and_the_last_day_are_always_named(some):
    drawing = course(some, 453, measure)
    days = below(drawing)[0]
    assert days[0] == "05/3/2026"
    assert days[-1].endswith(str(some.days[-1].year))


def test_numbers_stand_under_the_day_on_which_they_are_true():
    drawing = course(chart([0, 7, 22], [0, 31, 68], [4, 26, 79], 125), 453, measure)
    assert below(drawing) == [
        ["05/3/2026", "12/3", "19/3", "27/3/2026"],
        ["Đã đến hạn", "0", "31", "31", "68"],
        ["Đã hoàn thành", "4", "26", "26", "79"],
        ["Tỷ lệ hoàn thành", "3,2%", "20,8%", "20,8%", "63,2%"],
    ]
    assert texts(drawing)[0] == "Số lượt giao việc: 125"


def test_a_new_year_is_named_where_it_begins():
    days = below(course(chart([0, 470], [0, 1], [0, 1], 1), 453, measure))[0]
    assert days == ["05/3/2026", "04/6", "03/9", "03/12", "04/3/2027", "18/6/2027"]


def test_a_count_stands_until_the_day_on_which_it_changes():
    drawing = course(chart([0, 10, 20], [0, 0, 0], [0, 2, 4], 4), 453, measure)
    line = next(mark for mark in drawing.marks if isinstance(mark, Stroke) and mark.weight == 2.0)
    levels = [(x == to_x, y == to_y) for (x, y), (to_x, to_y) in pairwise(line.points)]
    assert levels == [(False, True), (True, False), (False, True), (True, False)]
    top = min(y for _, y in line.points)
    assert max(y for _, y in line.points) - top == HEIGHT


def test_what_was_due_is_seen_where_more_was_done():
    marks = course(chart([0, 10], [0, 1], [0, 4], 4), 453, measure).marks
    ground = max(at for at, mark in enumerate(marks) if isinstance(mark, Shape) and len(mark.points) > 4)
    dashes = [at for at, m in enumerate(marks) if isinstance(m, Stroke) and m.weight == 1.2]
    assert min(dashes) > ground
