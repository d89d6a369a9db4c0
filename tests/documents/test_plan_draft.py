"""The first draft says what the directive says and leaves the rest blank."""

import datetime as dt
from dataclasses import replace

import commune
from commune import OFFICE, PLANNED, READING

from desktop.documents import plan
from desktop.documents.as_text import plain_text
from desktop.documents.phrases import BLANK
from desktop.documents.plan_draft import draft_body, subject_of
from desktop.domain.directive import Reading
from desktop.domain.office import Office


def printed(reading=READING, office=OFFICE, tasks=PLANNED, report_by=None) -> str:
    body = draft_body(reading, tasks, office, report_by)
    return plain_text(plan.build(commune.DRAFT, body, tasks, office, 2026))


def test_a_title_in_capitals_becomes_a_sentence():
    assert subject_of(Reading(subject="TRIỂN KHAI THÁNG HÀNH ĐỘNG")) == "Triển khai tháng hành động"
    assert subject_of(Reading()) == f"Triển khai thực hiện {BLANK}"


def test_a_directive_that_says_nothing_and_an_office_that_told_nothing_leave_blanks(golden):
    body = draft_body(Reading(), (), Office(), None)
    golden(
        "plan_of_nothing",
        plan.build(replace(commune.DRAFT, subject=subject_of(Reading())), body, (), Office(), 2026),
    )


def test_the_day_of_reports_is_that_given_or_a_blank():
    assert "trước ngày 26/3/2026" in printed(report_by=dt.date(2026, 3, 26))
    assert f"trước ngày {BLANK}" in printed()


def test_the_directive_is_carried_out_and_its_bases_are_cited_in_order():
    lines = printed().splitlines()
    bases = [line for line in lines if line.startswith("*Căn cứ")]
    assert [line[-2:] for line in bases] == [";*", ".*"]
    assert any(
        line.startswith("Thực hiện Công văn số 312/SYT-BTXH ngày 02/3/2026 của Sở Y tế về việc")
        for line in lines
    )


def test_reports_go_up_to_whom_the_directive_names_or_to_its_issuer():
    assert "để tổng hợp, báo cáo Sở Y tế./." in printed()
    assert "để tổng hợp, báo cáo Bộ Y tế./." in printed(Reading(issuer="BỘ Y TẾ"))
    assert "để tổng hợp./." in printed(Reading())


def test_without_a_theme_there_is_no_heading_for_it():
    assert "Chủ đề" not in printed(replace(READING, theme=None))
