"""Deadlines against the paper, the report and the directive."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import WRITTEN, codes, findings, paper

from desktop.documents.proofread import deadlines
from desktop.documents.proofread.paper import PaperTask
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.directive import AskedTask, Reading, ReportOrder, Severity

DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
REPORT = dt.date(2026, 3, 28)


def by(day: dt.date, **values: object) -> Deadline:
    """A deadline of one day."""
    return Deadline(f"trước ngày {day:%d/%m/%Y}", day, Operator.BEFORE, **values)  # type: ignore[arg-type]


def task(day: dt.date, **values: object) -> PaperTask:
    """A task with a deadline."""
    return PaperTask("Treo băng rôn", deadline=by(day), **values)  # type: ignore[arg-type]


@given(DAYS)
def test_no_deadline_lies_before_the_paper_or_behind_the_report(day: dt.date) -> None:
    expected = (
        ["deadline_before_document"] if day < WRITTEN else ["deadline_after_report"] if day > REPORT else []
    )
    assert codes(deadlines.check, paper(tasks=(task(day),), report=by(REPORT), ours=True)) == expected


def test_what_recurs_or_has_no_day_is_not_compared() -> None:
    yearly = PaperTask("x", deadline=by(dt.date(2025, 1, 1), recurrence="yearly"))
    some = paper(tasks=(yearly, PaperTask("y"), PaperTask("z", deadline=Deadline("thường xuyên"))))
    assert codes(deadlines.check, some) == []
    assert codes(deadlines.check, paper(tasks=(task(REPORT),), date=None)) == []


def test_the_report_itself_may_be_last() -> None:
    late = task(dt.date(2026, 4, 1), is_report=True)
    assert codes(deadlines.check, paper(tasks=(late,), report=by(REPORT), ours=True)) == []


def test_a_paper_from_outside_may_ask_for_a_first_report() -> None:
    april, next_year = task(dt.date(2026, 4, 1)), task(dt.date(2027, 4, 1))
    found = findings(deadlines.check, paper(tasks=(april, next_year), report=by(REPORT)))
    assert [(one.code, one.severity) for one in found] == [("deadline_after_report", Severity.INFO)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Hoàn thành trước ngày 01/3/2026.", ["deadline_before_document"]),
        ("- Báo cáo kết quả chậm nhất ngày 02/3/2026.", ["deadline_before_document"]),
        ("- Hoàn thành trước ngày 06/3/2026.", []),
        ("- Hoàn thành trước ngày 01/3/2025.", []),
        ("- Tổng hợp hồ sơ phát sinh trước ngày 01/3/2026, hoàn thành sớm.", []),
        ("- Báo cáo theo Công văn số 12/SYT-BTXH ngày 01/3/2026 của Sở Y tế.", []),
        ("- Hoàn thành trong tháng 02 năm 2026.", []),
    ],
)
def test_a_deadline_just_passed_is_found_in_the_text(text: str, expected: list[str]) -> None:
    assert codes(deadlines.check, paper(text)) == expected


def test_a_passed_deadline_of_a_task_is_told_once() -> None:
    day = dt.date(2026, 3, 1)
    some = paper("- Hoàn thành trước ngày 01/3/2026.", tasks=(task(day, passage=0),))
    assert codes(deadlines.check, some) == ["deadline_before_document"]


UPPER_TASK = AskedTask(
    "Treo băng rôn, khẩu hiệu", deadline=by(dt.date(2026, 5, 10)), sentence="Treo băng rôn"
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2026, 5, 11), ["deadline_after_upper"]),
        (dt.date(2026, 5, 10), []),
        (dt.date(2026, 4, 20), []),
        (dt.date(2026, 3, 20), ["deadline_far_before_upper"]),
    ],
)
def test_a_task_keeps_the_day_of_the_directive(day: dt.date, expected: list[str]) -> None:
    upper = Reading(tasks=(AskedTask("Việc khác"), UPPER_TASK))
    assert codes(deadlines.check, paper(tasks=(task(day),)), upper=upper) == expected


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (dt.date(2026, 3, 27), [("deadline_after_upper", Severity.ERROR)]),
        (REPORT, [("deadline_after_upper", Severity.WARNING)]),
        (dt.date(2026, 4, 2), []),
        (None, []),
    ],
)
def test_units_report_before_we_do(limit: dt.date | None, expected: list[object]) -> None:
    upper = Reading(report=ReportOrder("Sở Y tế", deadline=by(limit) if limit else None))
    text = f"Báo cáo {by(REPORT).text} để tổng hợp."
    found = findings(deadlines.check, paper("- việc", text, report=by(REPORT)), upper=upper)
    assert [(one.code, one.severity) for one in found] == expected
    assert {one.paragraph for one in found} <= {1}
