"""Lying bars in parts: every number told, nothing over the edge, nothing on one another."""

import math

from chart_reading import labels, measure, outside, overlapping, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.chart_bars import BAR, bars, shares
from desktop.documents.drawing import WHITE, Label, Shape, Stroke
from desktop.documents.model import Bar, BarChart, Part, Tone

PARTS = tuple(
    Part(name, tone) for name, tone in zip(("Xong", "Trễ", "Quá hạn", "Còn hạn"), Tone, strict=True)
)
COUNTS = st.integers(0, 999)
BARS = st.lists(
    st.builds(
        Bar,
        st.text("Trường Tiểu học Nguyễn Bỉnh Khiêm xã Đồng Sen", max_size=300),
        st.tuples(COUNTS, COUNTS, COUNTS, COUNTS),
        st.tuples(st.just("1.234/1.234"), st.just("100,0%")),
        st.booleans(),
    ),
    min_size=1,
    max_size=40,
)


def chart(*some: Bar, **values) -> BarChart:
    return BarChart("Kết quả", PARTS, some, **values)


@given(BARS, st.floats(440, 760))
def test_texts_lie_in_the_drawing_and_beside_one_another(some, width):
    drawing = bars(
        chart(*some, end_title="Đã hoàn thành", note="Số trên thanh là số lượt. " * 9), width, measure
    )
    assert outside(drawing) == []
    assert overlapping(drawing) == []
    assert min(label.size for label in labels(drawing)) >= 9


@given(st.integers(1, 300))
@settings(max_examples=20)
def test_any_number_of_bars_is_told_in_full(count):
    names = [f"Thôn {at}" for at in range(count)]
    drawing = bars(chart(*(Bar(name, (1, 0, 2, 0)) for name in names)), 453, measure)
    assert [text for text in texts(drawing) if text.startswith("Thôn")] == names
    assert outside(drawing) == overlapping(drawing) == []


@given(st.lists(COUNTS, min_size=1, max_size=5), st.floats(100, 400))
def test_parts_fill_their_bar_and_have_room_for_their_numbers(values, width):
    least = [15.0] * len(values)
    widths = shares(values, least, width)
    assert math.isclose(sum(widths), width if any(values) else 0)
    assert all(wide >= 15 - 1e-9 if value else wide == 0 for value, wide in zip(values, widths, strict=True))


def test_parts_are_in_proportion_where_numbers_have_room():
    assert shares((1, 0, 3), (5, 5, 5), 100) == [25, 0, 75]


def test_a_part_too_small_for_its_number_is_widened_at_the_cost_of_the_others():
    assert shares((1, 300, 100), (10, 10, 10), 110) == [10, 75, 25]


def test_each_number_stands_in_the_middle_of_its_part():
    drawing = bars(chart(Bar("Thôn", (3, 1, 0, 0))), 453, measure)
    marks = drawing.marks
    for at, mark in enumerate(marks):
        if isinstance(mark, Label) and mark.text in {"3", "1"}:
            corners = next(one for one in reversed(marks[:at]) if isinstance(one, Stroke)).points
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            assert math.isclose(mark.x + mark.width / 2, (left + right) / 2)


def test_numbers_on_dark_parts_are_white_and_none_stands_on_lines():
    drawing = bars(chart(Bar("Thôn", (4, 0, 5, 0))), 453, measure)
    four, five = (next(label for label in labels(drawing) if label.text == text) for text in "45")
    assert four.colour == WHITE
    before = drawing.marks[drawing.marks.index(five) - 1]
    assert isinstance(before, Shape)
    assert before.fill == WHITE


def test_four_tones_differ_in_grey():
    drawing = bars(chart(Bar("Thôn", (1, 1, 1, 1))), 453, measure)
    fills = [m.fill for m in drawing.marks if isinstance(m, Shape) and m.points[2][1] - m.points[0][1] == BAR]
    greys = [0.3 * red + 0.59 * green + 0.11 * blue for red, green, blue in fills]
    solid, middle, hatched, empty = greys
    assert middle - solid > 90
    assert min(hatched, empty) - middle > 50
    hatching = [m for m in drawing.marks if isinstance(m, Stroke) and len(m.points) == 2]
    assert len(hatching) > 10


def test_only_tones_that_are_there_are_explained():
    assert "Trễ" not in texts(bars(chart(Bar("Thôn", (1, 0, 0, 1))), 453, measure))


def test_long_keys_stand_in_even_rows():
    parts = tuple(Part(part.name + " dài thêm nữa đấy", part.tone) for part in PARTS)
    drawing = bars(BarChart("", parts, (Bar("Thôn", (1, 1, 1, 1)),), "Đã hoàn thành"), 453, measure)
    places = [(label.x, label.y) for label in labels(drawing)[:4]]
    assert len({x for x, _ in places}) == len({y for _, y in places}) == 2


def test_long_names_that_begin_alike_are_told_by_their_ends():
    name = "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở, xã Sơn Tây Hạ, điểm trường {}"
    drawing = bars(chart(*(Bar(name.format(end), (1, 0, 0, 0)) for end in ("Bắc", "Nam"))), 453, measure)
    ends = [text for text in texts(drawing) if text.startswith("…")]
    assert ends == ["…cơ sở, xã Sơn Tây Hạ, điểm trường Bắc", "…cơ sở, xã Sơn Tây Hạ, điểm trường Nam"]
    assert outside(drawing) == overlapping(drawing) == []


def test_a_chart_of_nothing_is_still_a_drawing():
    assert bars(chart(), 453, measure).height > 0
    assert texts(bars(chart(Bar("Thôn", (0, 0, 0, 0))), 453, measure)) == ["Thôn"]
