"""Marks of drawings: hatching, dashes, wrapped names."""

import math
from itertools import pairwise

from chart_reading import measure
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.drawing import BLACK, box, dashed, hatch, outline, with_end, wrapped

LENGTHS = st.floats(1, 300)
WORDS = st.text("Trường Tiểu học Nguyễn Bỉnh Khiêm, xã Đồng Sen" + "x" * 3, max_size=200)


def length(points) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(points))


@given(LENGTHS, LENGTHS)
def test_hatching_stays_in_its_box_and_rises(width, height):
    for stroke in hatch(10, 20, width, height, colour=BLACK, weight=1, step=4):
        (x, y), (to_x, to_y) = stroke.points
        assert to_x > x
        assert to_y < y
        assert all(10 - 1e-6 <= one <= 10 + width + 1e-6 for one in (x, to_x))
        assert all(20 - 1e-6 <= one <= 20 + height + 1e-6 for one in (y, to_y))


def test_hatching_covers_the_whole_box_at_even_steps():
    feet = [stroke.points[0] for stroke in hatch(0, 0, 40, 12, colour=BLACK, weight=1, step=4)]
    on_the_floor = [x for x, y in feet if y == 12]
    assert on_the_floor == [0, 4, 8, 12, 16, 20, 24, 28, 32, 36]
    assert [y for x, y in feet if x == 0] == [4, 8, 12]


@given(st.lists(st.tuples(LENGTHS, LENGTHS), min_size=2, max_size=6))
def test_dashes_take_their_share_of_the_line(points):
    pieces = [piece.points for piece in dashed(points, colour=BLACK, weight=1, dash=4, gap=3)]
    whole = length(points)
    periods, rest = divmod(whole, 7)
    assert math.isclose(sum(map(length, pieces)), periods * 4 + min(rest, 4), abs_tol=1e-6)


def test_a_dash_goes_round_a_corner():
    first, second = dashed([(0, 0), (2, 0), (2, 9)], colour=BLACK, weight=1, dash=4, gap=3)
    assert first.points == ((0, 0), (2, 0), (2, 2))
    assert second.points == ((2, 5), (2, 9))


def test_an_outline_closes_over_its_first_corner():
    assert outline(box(1, 2, 3, 4), BLACK, 1).points == ((1, 2), (4, 2), (4, 6), (1, 6), (1, 2), (4, 2))


@given(WORDS, st.floats(30, 300), st.sampled_from([1, 2, None]))
def test_no_line_is_wider_than_its_column_nor_are_there_more_than_allowed(text, width, most):
    lines = wrapped(text, width, 10, measure, most=most)
    assert all(measure(line, 10, False) <= width + 1e-6 for line in lines)
    assert 1 <= len(lines) <= (most or len(lines))


@given(WORDS, st.floats(30, 300))
def test_nothing_is_lost_where_lines_are_not_limited(text, width):
    assert "".join(wrapped(text, width, 10, measure)).replace(" ", "") == "".join(text.split())


def test_what_is_left_out_is_marked():
    assert wrapped("Tổ chức tọa đàm, gặp mặt, tặng quà", 80, 10, measure, most=2) == [
        "Tổ chức tọa đàm,",
        "gặp mặt, tặng…",
    ]


def test_an_end_wider_than_its_column_is_left_out():
    assert with_end("Trường Nguyễnthịminhkhai", 40, 10, measure) == ["Trường", "…"]


def test_lines_of_a_name_are_even():
    name = "Trường Trung học cơ sở Nguyễn Thị Minh Khai"
    assert wrapped(name, 200, 10, measure, most=2) == ["Trường Trung học cơ sở", "Nguyễn Thị Minh Khai"]


def test_a_word_wider_than_its_column_is_cut():
    assert wrapped("Nguyễnthịminhkhai", 40, 10, measure) == ["Nguyễnth", "ịminhkha", "i"]
    assert wrapped("Nguyễn", 1, 10, measure, most=1) == ["…"]
