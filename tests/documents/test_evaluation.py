"""The table for the evaluation of units."""

import datetime as dt
from dataclasses import replace

from commune import OFFICE
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import evaluation
from desktop.documents.evaluation import Period, Product, Tally, UnitWork, progress_words, tally
from desktop.domain.unit import Contact

FIRST, LATER, DAY = dt.date(2026, 3, 17), dt.date(2026, 3, 24), dt.date(2026, 3, 31)
BANNERS = Product("Treo băng rôn", "", "05/KH-UBND\n05/3/2026", FIRST, FIRST)
EXTENDED = replace(
    BANNERS,
    due=LATER,
    later=(dt.date(2026, 3, 20), LATER),
    is_done=True,
    done_on=dt.date(2026, 3, 20),
    reason="Mưa lũ",
    taken_from="Thôn Thượng",
)
LIST = Product("Lập danh sách", "Danh sách", "05/KH-UBND\n05/3/2026", None, None, is_done=True)
HEAD = Contact("Lê Văn Hòa", "Trưởng thôn", "0912345678")
WORKS = (
    UnitWork("Thôn Đông", (EXTENDED, LIST), HEAD),
    UnitWork("Thôn Đoài", (BANNERS, replace(BANNERS, is_done=True, done_on=FIRST))),
)
PERIOD = Period(dt.date(2026, 3, 1), DAY, DAY)
days = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def test_the_table_prints_as_expected(golden):
    golden("evaluation", evaluation.build(WORKS, PERIOD, OFFICE))


def test_on_time_is_counted_by_the_first_and_by_the_last_deadline():
    assert tally(WORKS[0].products, DAY) == Tally(given=2, done=2, first=1, last=2, late=0, taken=1)
    assert tally(WORKS[1].products, DAY) == Tally(given=2, done=1, first=1, last=1, late=1)
    assert evaluation.summary_table(WORKS, DAY).rows[-1][1:] == (
        "Tổng cộng",
        "4",
        "3",
        "2",
        "50,0%",
        "3",
        "75,0%",
        "1",
        "1",
    )


def test_how_a_product_stands_is_told_against_each_deadline():
    assert progress_words(EXTENDED, FIRST, DAY) == "Chậm 03 ngày"
    assert progress_words(EXTENDED, LATER, DAY) == "Đúng hạn"
    assert progress_words(BANNERS, FIRST, DAY) == "Quá 14 ngày"
    assert progress_words(BANNERS, FIRST, FIRST) == "Chưa đến hạn"
    assert progress_words(LIST, None, DAY) == "Không đặt hạn"


def officers(*works: UnitWork) -> list[tuple[str, ...]]:
    return [row[1:4] for row in evaluation.officer_table(works, DAY).rows]


def test_an_officer_answers_for_all_units_that_name_him_and_namesakes_are_not_mixed():
    namesake = replace(HEAD, phone="0987654321")
    works = [replace(WORKS[1], name=name) for name in ("Thôn Hạ", "Thôn Đông", "Thôn Đoài")]
    given_out = [replace(work, officer=who) for work, who in zip(works, (HEAD, HEAD, namesake), strict=True)]
    assert officers(*given_out) == [
        ("Lê Văn Hòa", "Trưởng thôn, thôn Hạ; Trưởng thôn, thôn Đông", "4"),
        ("Lê Văn Hòa", "Trưởng thôn, thôn Đoài", "2"),
    ]


def test_units_that_name_nobody_have_a_row_each_at_the_end():
    unknown = [replace(WORKS[1], name=name) for name in ("Thôn Hạ", "Thôn Đoài")]
    assert officers(*unknown, WORKS[0]) == [
        ("Lê Văn Hòa", "Trưởng thôn, thôn Đông", "2"),
        ("Chưa ghi", "Thôn Hạ", "2"),
        ("Chưa ghi", "Thôn Đoài", "2"),
    ]


def test_the_column_of_who_had_it_before_stands_only_where_there_is_somebody():
    titles = [
        [column.titles[0] for column in evaluation.product_table(works, DAY).columns][-1]
        for works in (WORKS, WORKS[1:])
    ]
    assert titles == ["Nhận từ", "Lý do chậm, gia hạn"]


def test_a_day_that_was_not_told_is_not_made_up():
    (row,) = (row for row in evaluation.product_table(WORKS, DAY).rows if row[1] == "Lập danh sách")
    assert row[6] == "Không ghi ngày"


@given(st.lists(st.tuples(days, st.integers(0, 60), st.none() | days), max_size=12), days)
def test_a_later_deadline_never_counts_fewer_on_time(given_out, day):
    some = [
        replace(BANNERS, first_due=due, due=due + dt.timedelta(more), is_done=done is not None, done_on=done)
        for due, more, done in given_out
    ]
    counted = tally(some, day)
    assert counted.first <= counted.last <= counted.done <= counted.given
    assert counted.late <= counted.given - counted.done
