"""Reports of a month, a quarter, half a year, a year, over all plans."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from commune import ASSIGNED, BANNERS, ISSUED, OFFICE, RESULTS, TASKS, UNITS, figures, task

from desktop.documents import period_report
from desktop.documents.as_text import plain_text
from desktop.documents.period_words import period_name
from desktop.documents.report_part import ReportBody
from desktop.domain.assignment import Assignment, Status
from desktop.domain.plan import Plan, PlanState
from desktop.domain.plan_figures import plan_figures
from desktop.domain.report import Arrangement
from desktop.domain.report_matter import Coming, PeriodMatter, PlanOfPeriod
from desktop.domain.report_period import parse
from desktop.domain.result import Result

START, CUT_OFF = dt.date(2026, 3, 15), dt.date(2026, 6, 14)
BY_FIELD = ReportBody(Arrangement.FIELD)
BASIS = "Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ"
CHILDREN = Plan(
    id=2,
    uid="c",
    subject="Tổ chức Tháng hành động vì trẻ em năm 2026",
    state=PlanState.ISSUED,
    year=2026,
    number=20,
    symbol="KH-UBND",
    date=dt.date(2026, 5, 4),
)
SWIM = task(7, "Mở lớp dạy bơi cho trẻ em", field="Trẻ em")
LATER = Coming(CHILDREN, 8, "Sơ kết Tháng hành động;", dt.date(2026, 7, 10), ("Phòng Văn hóa - Xã hội",))
OPEN = Coming(ISSUED, 4, "Treo băng rôn", dt.date(2026, 3, 17), tuple(f"Thôn {n}" for n in range(6)))


def matter(*plans: PlanOfPeriod, period="2026-Q2", **values) -> PeriodMatter:
    return PeriodMatter(period, START, CUT_OFF, OFFICE, plans, **values)


def social_work() -> PlanOfPeriod:
    """The plan of `commune` with a field for some of its tasks, counted in June."""
    fields = ("Y tế", "Bảo trợ xã hội", "Bảo trợ xã hội", "")
    tasks = [replace(some, field=field) for some, field in zip(TASKS, fields, strict=True)]
    said = (replace(RESULTS[0], proposal="Bổ sung kinh phí"), *RESULTS[1:])
    return PlanOfPeriod(ISSUED, plan_figures(tasks, ASSIGNED, said, UNITS, CUT_OFF))


def children() -> PlanOfPeriod:
    given = [Assignment(9, 7, 1, due=dt.date(2026, 6, 10))]
    said = [Result(9, CUT_OFF, Status.DONE, dt.date(2026, 6, 1), "Đã mở 02 lớp, 46 em học bơi")]
    return PlanOfPeriod(CHILDREN, plan_figures([SWIM], given, said, UNITS, CUT_OFF))


def printed(told: PeriodMatter, body: ReportBody = BY_FIELD) -> str:
    return plain_text(period_report.build(told, body))


def test_a_quarter_plan_by_plan_prints_as_expected(golden):
    told = matter(social_work(), children(), coming=(OPEN, LATER), basis=BASIS)
    golden("period_report", period_report.build(told))


def test_a_quarter_field_by_field_prints_as_expected(golden):
    told = matter(social_work(), children())
    golden("period_report_by_field", period_report.build(told, BY_FIELD, 45, dt.date(2026, 6, 16)))


def test_a_period_without_work_says_so_and_has_no_appendix():
    paper = period_report.build(matter(period="2026-04"))
    text = plain_text(paper)
    assert "Trong kỳ không có nhiệm vụ nào đến hạn hoặc được thực hiện." in text
    assert paper.appendices == ()
    assert "0 đơn vị" not in text


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2026-03", "tháng 3 năm 2026"),
        ("2026-Q4", "quý IV năm 2026"),
        ("2026-H1", "6 tháng đầu năm 2026"),
        ("2026-H2", "6 tháng cuối năm 2026"),
        ("2026", "năm 2026"),
    ],
)
def test_periods_have_their_names(period, name):
    assert period_name(parse(period)) == name
    assert period_report.subject(matter(period=period)).startswith(f"Kết quả thực hiện nhiệm vụ {name} và ")


def test_work_from_before_is_told():
    overdue = replace(ASSIGNED[4], due=dt.date(2026, 3, 10))
    carried = PlanOfPeriod(ISSUED, plan_figures((BANNERS,), [overdue], (), UNITS, CUT_OFF))
    assert "tính là một lượt), trong đó 01 lượt từ kỳ trước chuyển sang." in printed(matter(carried))


def test_without_any_field_a_report_by_fields_goes_by_plans():
    told = matter(PlanOfPeriod(ISSUED, figures(cut_off=CUT_OFF)))
    assert period_report.build(told, BY_FIELD) == period_report.build(told)


def test_many_tasks_to_come_are_left_to_an_appendix():
    coming = tuple(replace(LATER, task=n, due=dt.date(2026, 6, n)) for n in range(1, period_report.TOLD + 2))
    paper = period_report.build(matter(children(), coming=coming))
    told = "Có 16 nhiệm vụ đến hạn trong quý III năm 2026, trong đó 14 nhiệm vụ đã quá hạn chuyển sang (Phụ lục III)."
    assert told in plain_text(paper)
    assert len(paper.appendices[2].blocks[0].rows) == 16


def test_one_field_in_several_plans_is_summed_up():
    some = replace(children(), plan=replace(CHILDREN, id=3, number=21))
    told = "**1. Lĩnh vực trẻ em**\nĐã hoàn thành toàn bộ 02 lượt giao việc, đều đúng hạn.\na) Kế hoạch"
    text = printed(matter(children(), social_work(), some))
    assert told in text
    assert text.count("Kế hoạch số 05/KH-UBND ngày 05/3/2026 về việc") == 2


def test_a_plan_alone_in_its_field_has_no_letter_before_it():
    text = plain_text(period_report.build(matter(children()), BY_FIELD))
    assert "Theo Kế hoạch số 20/KH-UBND ngày 04/5/2026 về việc" in text
    assert "\na) " not in text


def test_every_appendix_is_named_in_the_text():
    paper = period_report.build(matter(social_work(), children()))
    text = plain_text(replace(paper, appendices=()))
    assert set(re.findall(r"Phụ lục ([IV]+)", text)) == {"I", "II", "III"}
    assert len(paper.appendices) == 3
