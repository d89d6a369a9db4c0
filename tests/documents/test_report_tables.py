"""The tables of a report, in the paper and in the workbook."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from commune import ASSIGNED, BANNERS, RESULTS, UNITS, figures, task

from desktop.documents.report_tables import (
    MANY_COLUMNS,
    appendices,
    completeness_table,
    detail_table,
    late_table,
    silent_table,
    task_groups,
    task_table,
)
from desktop.domain.assignment import Status
from desktop.domain.plan_figures import plan_figures
from desktop.domain.result import Result
from desktop.domain.task import Indicator

DAY = dt.date(2026, 3, 27)


def test_empty_appendices_are_left_out():
    assert appendices(plan_figures((), (), (), {}, DAY)) == {}
    on_time = [Result(5, DAY, Status.DONE, dt.date(2026, 3, 17))]
    assert list(appendices(plan_figures((BANNERS,), ASSIGNED[4:5], on_time, UNITS, DAY))) == ["units"]
    assert list(appendices(figures())) == ["units", "numbers", "late", "silent"]


def test_a_wide_table_of_numbers_lies_on_its_side():
    wide = task(1, "Việc", indicators=tuple(Indicator(n, "", f"Số {n}", "") for n in range(MANY_COLUMNS + 1)))
    values = tuple((n, Decimal(n)) for n in range(MANY_COLUMNS + 1))
    result = Result(1, DAY, Status.DONE, dt.date(2026, 3, 10), values=values)
    made = appendices(plan_figures((wide,), ASSIGNED[:1], [result], UNITS, DAY))
    assert {key: one.landscape for key, one in made.items()} == {"units": False, "numbers": True}


def test_units_and_tasks_sum_up_to_the_same_total():
    counted = figures()
    by_task, by_unit = task_table(counted).rows, completeness_table(counted.units).rows
    assert by_task[-1] == by_unit[-1] == ("", "Tổng cộng", "5", "3", "1", "2", "2", "40,0%")
    assert [row[2] for row in by_task[:-1]] == ["1", "1", "1", "2"]


def test_the_late_list_goes_by_tasks_and_counts_both_kinds():
    table = late_table(task_groups(figures()))
    assert table.rows == (
        ("Treo băng rôn (02 đơn vị)", *[""] * 6),
        ("1", "Thôn Đông", "17/3/2026", "Hoàn thành trễ hạn", "19/3/2026", "2", "Nhà in giao chậm"),
        ("2", "Thôn Đoài", "17/3/2026", "Quá hạn, chưa báo cáo", "", "10", ""),
        ("", "Tổng cộng: 2 lượt", "", "1 trễ hạn; 1 quá hạn", "", "", ""),
    )
    assert (table.groups, table.total) == (frozenset({0}), True)


def test_a_day_that_was_extended_is_shown_with_the_first_one():
    given = [replace(ASSIGNED[4], first_due=dt.date(2026, 3, 10))]
    said = [Result(5, DAY, Status.IN_PROGRESS)]
    table = late_table(task_groups(plan_figures((BANNERS,), given, said, UNITS, DAY)))
    assert table.rows[1][2:4] == ("17/3/2026 (hạn đầu 10/3/2026)", "Quá hạn, đã báo cáo")
    assert table.rows[2][3] == "1 quá hạn"


def test_silent_units_are_summed_up():
    rows = silent_table(figures().silent).rows
    assert rows == (
        ("1", "Thôn Đoài", "1", "1"),
        ("2", "Hội Liên hiệp Phụ nữ xã", "1", "0"),
        ("", "Tổng cộng", "2", "1"),
    )


def test_the_detailed_table_has_every_line_with_all_that_was_written():
    said = (replace(RESULTS[0], proposal="Bổ sung kinh phí"), *RESULTS[1:])
    table = detail_table(figures(said))
    assert [table.rows[at][0] for at in sorted(table.groups)][3] == "4. Treo băng rôn"
    assert table.rows[1] == (
        *("1", "Phòng Văn hóa - Xã hội", "24/3/2026", "Hoàn thành", "24/3/2026", ""),
        *("Đã tổ chức tại hội trường", "", "Bổ sung kinh phí"),
    )
    assert len(table.rows) == 4 + 6
