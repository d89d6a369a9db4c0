"""The summary report: every number of it comes from results."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from commune import ASSIGNED, BANNERS, ISSUED, OFFICE, RESULTS, SESSIONS, TASKS, UNITS, figures, task

from desktop.documents import report
from desktop.documents.as_text import plain_text
from desktop.documents.phrases import BLANK
from desktop.documents.report_tables import MANY_COLUMNS, appendices, task_table
from desktop.domain.assignment import Assignment, Status
from desktop.domain.plan_figures import plan_figures
from desktop.domain.result import Result
from desktop.domain.task import Indicator

DAY = dt.date(2026, 3, 27)


def printed(counted) -> str:
    return plain_text(report.build(ISSUED, counted, OFFICE))


def done(*keys: int, day: int = 10, **values) -> list[Result]:
    return [Result(key, DAY, Status.DONE, dt.date(2026, 3, day), **values) for key in keys]


def test_a_report_in_the_middle_prints_as_expected(golden):
    golden("report", report.build(ISSUED, figures(), OFFICE))


def test_a_report_without_any_result_prints_as_expected(golden):
    golden("report_of_nothing", report.build(ISSUED, figures(()), replace(OFFICE, reports_to="")))


def test_a_report_of_everything_done_in_time_names_no_fault():
    text = printed(plan_figures(TASKS, ASSIGNED, done(*range(1, 7)), UNITS, DAY))
    assert "05 đơn vị hoàn thành đúng hạn tất cả nhiệm vụ được giao" in text
    assert "Không có nhiệm vụ trễ hạn." in text
    assert "chưa báo cáo (" not in text


def test_who_has_reported_is_counted_in_words():
    assert "chưa có đơn vị nào báo cáo (Phụ lục kèm theo)." in printed(figures(()))
    assert "03 đơn vị đã báo cáo, 02 đơn vị chưa báo cáo (Phụ lục kèm theo)." in printed(figures())


def test_the_day_of_issue_is_a_blank_where_it_is_not_known():
    paper = report.build(replace(ISSUED, date=None), figures(), OFFICE)
    assert f"được ban hành ngày {BLANK}" in plain_text(paper)


def test_a_task_given_to_nobody_or_that_applies_to_nobody_says_so():
    assert "Chưa giao cho đơn vị nào trong danh sách." in printed(plan_figures((BANNERS,), (), (), {}, DAY))
    none = [Result(5, DAY, Status.NOT_APPLICABLE)]
    text = printed(plan_figures((BANNERS,), ASSIGNED[4:5], none, UNITS, DAY))
    assert "Các đơn vị được giao báo cáo không áp dụng." in text


def test_many_names_are_left_to_the_appendix():
    units = {n: f"Thôn {n}" for n in range(1, 31)}
    given = [Assignment(n, 4, n, due=dt.date(2026, 3, 17)) for n in units]
    text = printed(
        plan_figures((BANNERS,), given, done(*range(1, 14)) + done(*range(14, 16), day=20), units, DAY)
    )
    assert "Quá hạn chưa hoàn thành: 15 đơn vị (Phụ lục kèm theo)." in text
    assert "13 đơn vị hoàn thành đúng hạn tất cả nhiệm vụ được giao (Phụ lục kèm theo)." in text
    assert "Hoàn thành trễ hạn: Thôn 14 và Thôn 15." in text


def test_what_few_units_wrote_is_quoted_and_what_many_wrote_is_not():
    units = {n: f"Thôn {n}" for n in range(1, 5)}
    given = [Assignment(n, 4, n) for n in units]
    few = plan_figures((BANNERS,), given, done(1, 2, 3, text="Đã treo"), units, DAY)
    assert "- Thôn 1: Đã treo." in printed(few)
    many = plan_figures((BANNERS,), given, done(1, 2, 3, 4, text="Đã treo"), units, DAY)
    assert "Đã treo" not in printed(many)


def test_figures_are_summed_and_written_as_offices_write_them():
    text = printed(figures())
    assert "- Số buổi tọa đàm: 02 buổi; số người dự: 1.200 lượt người." in text


def test_fractions_keep_their_comma():
    half = [replace(RESULTS[0], values=((SESSIONS.id, Decimal("1.5")),))]
    assert "Số buổi tọa đàm: 1,5 buổi." in printed(figures(tuple(half)))


def test_empty_appendices_are_left_out_and_a_wide_one_lies_on_its_side():
    assert appendices(plan_figures((), (), (), {}, DAY)) == ()
    wide = task(1, "Việc", indicators=tuple(Indicator(n, "", f"Số {n}", "") for n in range(MANY_COLUMNS + 1)))
    result = done(1, values=tuple((n, Decimal(n)) for n in range(MANY_COLUMNS + 1)))
    by_unit, numbers = appendices(plan_figures((wide,), ASSIGNED[:1], result, UNITS, DAY))
    assert (by_unit.landscape, numbers.landscape) == (False, True)


def test_the_table_by_task_sums_up_to_the_whole():
    rows = task_table(figures()).rows
    assert rows[-1][1:3] == ("Tổng cộng", "5")
    assert [row[2] for row in rows[:-1]] == ["1", "1", "1", "2"]
