"""The year before beside this one: a sentence and a table, or nothing."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from commune import earlier, figures, matter

from desktop.documents.report_comparison import compared, comparison_table
from desktop.domain.assignment import Status
from desktop.domain.report_matter import PlanMatter
from desktop.domain.result import Result
from desktop.domain.task import Indicator

DAY = dt.date(2026, 3, 27)


def sentence(told: PlanMatter) -> str:
    return "\n".join(one.text for one in compared(told, {}))


def test_without_a_year_before_nothing_is_said():
    assert compared(matter(), {}) == ()
    assert comparison_table(matter()) is None


def test_what_became_more_and_what_less_is_said():
    assert sentence(matter(earlier=earlier())) == (
        "So với kết quả thực hiện Kế hoạch số 18/KH-UBND ngày 06/3/2025 (số liệu đến ngày 27/3/2025): tỷ lệ hoàn thành "
        "tăng 23,3 điểm phần trăm (từ 16,7% lên 40%); số buổi tọa đàm tăng 01 buổi (từ 01 lên 02); số người dự giảm "
        "100 lượt người (từ 1.300 xuống 1.200)."
    )


def test_a_rate_that_fell_or_stayed_is_said_so():
    before = earlier()
    swapped = replace(before, figures=figures())
    assert "tỷ lệ hoàn thành bằng năm trước (40%)." in sentence(matter(earlier=swapped))
    fell = sentence(matter(before.figures, earlier=swapped))
    assert "tỷ lệ hoàn thành giảm 23,3 điểm phần trăm (từ 40% xuống 16,7%)" in fell


def test_many_numbers_are_counted_instead():
    def year(day: dt.date, *values: int):
        told = tuple((n, Decimal(value)) for n, value in enumerate(values, 1))
        counted = figures((Result(1, day, Status.DONE, day, values=told),), day)
        wanted = tuple(Indicator(n, "", f"Số {n}") for n in range(1, len(values) + 1))
        task = replace(counted.tasks[0], task=replace(counted.tasks[0].task, indicators=wanted))
        asked = [
            replace(counted.indicators[0], indicator=one, values=((1, "A", value[1]),))
            for one, value in zip(wanted, told, strict=True)
        ]
        return replace(counted, tasks=(task, *counted.tasks[1:]), indicators=tuple(asked))

    before = replace(earlier(), figures=year(dt.date(2025, 3, 27), 5, 5, 5, 5, 5))
    text = sentence(matter(year(DAY, 6, 7, 8, 9, 4), earlier=before))
    assert "; 04 chỉ tiêu tăng và 01 chỉ tiêu giảm." in text


def test_the_table_sets_both_years_side_by_side():
    table = comparison_table(matter(earlier=earlier()))
    assert table is not None
    assert [column.titles[0] for column in table.columns[3:5]] == ["Năm 2025", "Năm 2026"]
    rows = {row[1]: row[2:] for row in table.rows if row[1]}
    assert rows["Tỷ lệ hoàn thành"] == ("%", "16,7", "40", "+23,3", "")
    assert rows["Lượt trễ hạn, quá hạn"] == ("lượt", "0", "2", "+2", "")
    assert rows["Số người dự"] == ("lượt người", "1.300", "1.200", "-100", "92,3%")
    assert [row[0] for at, row in enumerate(table.rows) if at in table.groups] == [
        "Tiến độ thực hiện",
        "Chỉ tiêu",
    ]
