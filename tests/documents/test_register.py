"""The follow-up register of seven columns."""

import datetime as dt
from dataclasses import replace

from commune import ASSIGNED, DRAFT, ISSUED, OFFICE, READING, RESULTS, TASKS, UNITS, figures

from desktop.documents import register
from desktop.documents.as_text import plain_text
from desktop.documents.register import Followed, extension_words
from desktop.domain.assignment import Status
from desktop.domain.deadline import Deadline
from desktop.domain.directive import Reading, ReportOrder
from desktop.domain.follow_up import Extension
from desktop.domain.plan_figures import plan_figures
from desktop.domain.result import Result

TODAY = dt.date(2026, 3, 27)
LATER = Extension(5, dt.date(2026, 3, 20), "Mưa lũ;", "Chủ tịch UBND xã", old_due=dt.date(2026, 3, 17))


def rows(*followed: Followed, merged: bool = True) -> tuple[tuple[str, ...], ...]:
    return register.table(followed, OFFICE, merged=merged).rows


def test_the_register_prints_as_expected(golden):
    asked = replace(READING, report=ReportOrder("Sở Y tế", deadline=Deadline("trước ngày 30/3/2026")))
    one = Followed(ISSUED, figures(), asked, ("20/BC-UBND",), {5: (LATER,)})
    golden("register", register.build((one, Followed(ISSUED, figures(()))), OFFICE, TODAY))


def test_the_register_of_one_plan_names_it():
    text = plain_text(register.build((Followed(ISSUED, figures()),), OFFICE, TODAY))
    assert "Thực hiện Kế hoạch số 05/KH-UBND ngày 05/3/2026" in text


def test_units_that_stand_alike_share_a_row_on_paper_and_have_their_own_in_the_workbook():
    shared = [row for row in rows(Followed(ISSUED, figures(()))) if "Nhiệm vụ 4" in row[1]]
    assert [row[2] for row in shared] == ["Thôn Đông, thôn Đoài"]
    own = [row for row in rows(Followed(ISSUED, figures(())), merged=False) if "Nhiệm vụ 4" in row[1]]
    assert [row[2] for row in own] == ["Thôn Đông", "Thôn Đoài"]
    assert len({row[1] for row in own}) == 1


def test_more_than_two_units_are_counted():
    names = {n: f"Thôn {n}" for n in (1, 3, 4)}
    given = [replace(ASSIGNED[4], id=n, unit=n) for n in names]
    found = rows(Followed(ISSUED, plan_figures(TASKS[3:], given, (), names, TODAY)))
    assert found[-1][2] == "Thôn 1, thôn 3, thôn 4 (03 đơn vị)"


def test_the_reply_is_the_report_that_the_unit_itself_names():
    told = [
        replace(RESULTS[0], text="Đã gửi Báo cáo số 07 /BC-VHXH"),
        replace(RESULTS[1], text="Theo Công văn số 312/SYT-BTXH"),
    ]
    found = rows(Followed(ISSUED, figures(tuple(told))))
    assert [row[5] for row in found[1:3]] == ["07/BC-VHXH", ""]


def test_what_a_unit_has_not_told_is_not_written():
    said = (
        Result(1, TODAY, Status.DONE),
        Result(3, TODAY, Status.NOT_STARTED),
        Result(5, TODAY, Status.IN_PROGRESS),
    )
    progress = [row[4] for row in rows(Followed(ISSUED, figures(said, dt.date(2026, 3, 17))))]
    assert progress == [
        "",
        "Đã hoàn thành",
        "Chưa báo cáo",
        "Chưa thực hiện",
        "Chưa báo cáo",
        "Đang thực hiện",
        "Chưa báo cáo",
    ]


def test_a_task_given_to_nobody_says_so():
    found = rows(Followed(ISSUED, plan_figures(TASKS[:1], (), (), {}, TODAY), Reading(kind="Công văn")))
    assert found[1][1:5] == (
        "Công văn",
        OFFICE.collector,
        "",
        "Đã ban hành Kế hoạch; hoàn thành 0/0 lượt giao việc",
    )
    assert found[2][4] == "Chưa giao cho đơn vị nào trong danh sách"


def test_a_day_without_words_is_told_as_the_day():
    bare = replace(TASKS[3], deadline=None)
    found = rows(Followed(ISSUED, plan_figures((bare,), ASSIGNED[4:5], (), UNITS, TODAY)))
    assert found[1][3] == "Hết ngày 17/3/2026"


def test_an_extension_says_what_was_told_of_it():
    assert extension_words(Extension(1, TODAY)) == "Gia hạn đến ngày 27/3/2026"
    agreed = replace(LATER, agreed_on=dt.date(2026, 3, 16))
    assert extension_words(agreed) == (
        "Gia hạn từ ngày 17/3/2026 đến ngày 20/3/2026 (mưa lũ; Chủ tịch UBND xã đồng ý ngày 16/3/2026)"
    )


def test_a_plan_without_number_has_room_for_one():
    assert "số       /KH-UBND" in rows(Followed(DRAFT, figures()))[0][0]
