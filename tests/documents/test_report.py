"""The summary report: every number of it comes from results."""

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal

from commune import (
    ASSIGNED,
    BANNERS,
    ISSUED,
    OFFICE,
    RESULTS,
    SESSIONS,
    TASKS,
    UNITS,
    earlier,
    figures,
    matter,
)

from desktop.documents import report
from desktop.documents.as_text import plain_text
from desktop.documents.model import Paragraph
from desktop.documents.report_part import ReportBody, edited, typed
from desktop.documents.sources import references
from desktop.domain.assignment import Assignment, Status
from desktop.domain.plan_figures import plan_figures
from desktop.domain.report import Arrangement
from desktop.domain.result import Result

DAY = dt.date(2026, 3, 27)
BY_FIELD = ReportBody(Arrangement.FIELD)
BASIS = "Công văn số 312/SYT-BTXH ngày 02/3/2026 của Sở Y tế"


def printed(counted=None, **values) -> str:
    return plain_text(report.build(matter(counted, **values)))


def done(*keys: int, day: int = 10, **values) -> list[Result]:
    return [Result(key, DAY, Status.DONE, dt.date(2026, 3, day), **values) for key in keys]


def villages(number: int, *results: Result, **values):
    """Banners in some villages, due on 17 March."""
    units = {n: f"Thôn {n}" for n in range(1, number + 1)}
    given = [Assignment(n, 4, n, due=dt.date(2026, 3, 17)) for n in units]
    return plan_figures((replace(BANNERS, **values),), given, results, units, DAY)


def test_a_report_in_the_middle_prints_as_expected(golden):
    told = matter(urged=(3, 4), basis=BASIS, earlier=earlier())
    golden("report", report.build(told, number=21, date=DAY))


def test_a_report_without_any_result_prints_as_expected(golden):
    golden("report_of_nothing", report.build(matter(figures(()), office=replace(OFFICE, reports_to=""))))


def test_a_report_by_fields_prints_as_expected(golden):
    fields = ("Y tế", "Bảo trợ xã hội", "Bảo trợ xã hội", "")
    tasks = [replace(task, field=field) for task, field in zip(TASKS, fields, strict=True)]
    results = [replace(one, proposal="Bổ sung kinh phí cho cơ sở") for one in RESULTS]
    counted = plan_figures(tasks, ASSIGNED, results, UNITS, DAY)
    golden("report_by_field", report.build(matter(counted), BY_FIELD))


def test_without_any_field_a_report_by_fields_goes_by_tasks():
    assert report.build(matter(), BY_FIELD) == report.build(matter())


def test_a_report_of_everything_done_in_time_names_no_fault():
    text = printed(plan_figures(TASKS, ASSIGNED, done(*range(1, 7)), UNITS, DAY))
    assert "05 đơn vị hoàn thành đúng hạn tất cả nhiệm vụ được giao" in text
    assert "Tất cả 04 nhiệm vụ đã hoàn thành." in text
    assert "Không có nhiệm vụ trễ hạn, quá hạn; không có đơn vị chậm báo cáo." in text
    assert "Nguyên nhân" not in text
    assert "tất cả 05 đơn vị đã báo cáo." in text


def test_the_day_of_issue_is_a_blank_where_it_is_not_known():
    assert "KH-UBND ngày     tháng     năm" in printed(plan=replace(ISSUED, date=None))


def test_a_task_given_to_nobody_or_that_applies_to_nobody_says_so():
    text = printed(plan_figures((BANNERS,), (), (), {}, DAY))
    assert "Kế hoạch có 01 nhiệm vụ, chưa giao cho đơn vị nào." in text
    assert "Chưa giao cho đơn vị nào trong danh sách." in text
    none = [Result(5, DAY, Status.NOT_APPLICABLE)]
    text = printed(plan_figures((BANNERS,), ASSIGNED[4:5], none, UNITS, DAY))
    assert "Các đơn vị được giao báo cáo nhiệm vụ không áp dụng." in text
    assert "lượt" not in text


def test_many_names_are_left_to_the_appendix():
    text = printed(villages(30, *done(*range(1, 14)), *done(14, 15, day=20)))
    assert "15/30 đơn vị đã hoàn thành (50%), trong đó 13 đơn vị đúng hạn, 02 đơn vị trễ hạn; " in text
    assert "\n- Quá hạn chưa hoàn thành:" not in text
    assert "13 đơn vị hoàn thành đúng hạn tất cả nhiệm vụ được giao (Phụ lục I)." in text
    assert "Hoàn thành trễ hạn: thôn 14 và thôn 15." in text
    assert (
        "15 đơn vị có 15 lượt nhiệm vụ quá hạn chưa hoàn thành, quá hạn nhiều nhất 10 ngày (Phụ lục II)."
        in text
    )


def test_what_units_wrote_is_quoted_once_where_it_is_little():
    same = villages(4, *done(1, 2, 3, text="Đã treo"), *done(4, text="Đã treo tại cổng chào."))
    text = printed(same)
    assert "- Thôn 1, thôn 2 và thôn 3: Đã treo.\n- Thôn 4: Đã treo tại cổng chào.\n" in text
    told = [one for n in range(1, 5) for one in done(n, text=f"Đã treo {n} chiếc")]
    assert "Đã treo" not in printed(villages(4, *told))


def test_causes_and_proposals_are_in_the_words_of_the_units():
    said = done(1, 2, day=20, reason="Nhà in giao chậm", proposal="đề nghị cấp thêm băng rôn")
    text = printed(villages(3, *said, *done(3, day=20, reason="mưa lũ.")))
    assert "- Thôn 1 và thôn 2: Nhà in giao chậm.\n- Thôn 3: Mưa lũ.\n" in text
    assert "ĐỀ XUẤT**\n- Thôn 1 và thôn 2: Đề nghị cấp thêm băng rôn.\n" in text


def test_figures_are_summed_and_written_as_offices_write_them():
    assert "- Số buổi tọa đàm: 02 buổi; số người dự: 1.200 lượt người." in printed()
    half = [replace(RESULTS[0], values=((SESSIONS.id, Decimal("1.5")),))]
    assert "Số buổi tọa đàm: 1,5 buổi." in printed(figures(tuple(half)))


def test_every_sentence_says_where_it_comes_from():
    results = [replace(one, id=50 + at) for at, one in enumerate(RESULTS)]
    paper = report.build(matter(figures(tuple(results)), urged=(3,), earlier=earlier()))
    body = [b for b in paper.blocks if isinstance(b, Paragraph) and b.style not in ("section", "clause")]
    found = {b.text: references(b.source) for b in body}
    told = {text[:30]: refs for text, refs in found.items()}
    assert told["Phòng Văn hóa - Xã hội hoàn th"] == (("result", 50),)
    assert told["Thôn Đoài chưa báo cáo, quá hạ"] == (("task", 4),)
    assert told["Thôn Đông: Nhà in giao chậm."] == (("result", 53),)
    assert told["So với kết quả thực hiện Kế ho"] == (("plan", 1), ("plan", 9))
    assert [text for text, refs in found.items() if not refs] == [
        "………………………………………….",
    ]


def test_every_appendix_is_named_in_the_text():
    paper = report.build(matter(earlier=earlier()))
    text = "\n".join(block.text for block in paper.blocks if isinstance(block, Paragraph))
    assert len(paper.appendices) == 6
    assert set(re.findall(r"Phụ lục ([IV]+)", text)) == {"I", "II", "III", "IV", "V", "VI"}


def test_a_single_appendix_has_no_numeral():
    one = plan_figures((BANNERS,), ASSIGNED[4:5], done(5), UNITS, DAY)
    paper = report.build(matter(one, plan=replace(ISSUED, date=None)))
    assert len(paper.appendices) == 1
    assert "(Phụ lục kèm theo)" in plain_text(paper)


def test_a_plan_whose_subject_names_itself_is_not_named_twice():
    plan = replace(ISSUED, subject="Kế hoạch tuyên truyền năm 2026")
    assert report.subject(matter(plan=plan)) == "Kết quả thực hiện Kế hoạch tuyên truyền năm 2026"


def test_a_report_ends_as_papers_do_whatever_was_written_last():
    (closing,) = (one.part for one in report.parts(matter()) if one.part.key == "closing")
    body = edited(ReportBody(), closing, typed("Xin báo cáo.", closing.live))
    assert report.build(matter(), body).blocks[-1].text == "Xin báo cáo./."
    left_out = edited(ReportBody(), closing, ())
    assert report.build(matter(), left_out).blocks[-1].text.endswith("…./.")
