"""The morning sheet gathered from the workspace."""

import datetime as dt
from dataclasses import replace

from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from story import DIVISION, FRONT, READING, VILLAGES, issued, settle

from desktop.domain.deadline import Deadline, Operator
from desktop.domain.directive import Reading, ReportOrder
from desktop.domain.follow_up import Channel, Urging
from desktop.domain.report import Report, send
from desktop.domain.unit import Contact
from desktop.services import morning_sheet
from desktop.storage import follow_ups, reports, tasks, unit_changes, units

EAST, WEST, UPPER = VILLAGES
LATE = dt.date(2026, 3, 19)


def asking(deadline: Deadline | None, to: str | None = "Sở Y tế") -> Reading:
    return replace(READING, report=ReportOrder(to=to, deadline=deadline))


def on(work, day: dt.date):
    work.today.day = day
    return morning_sheet.gather(work)


def test_work_is_overdue_or_due_within_a_week_and_units_that_owe_the_same_stand_together(workspace):
    settle(workspace)
    issued(workspace)
    morning = on(workspace, LATE)
    assert [(one.names, one.due) for one in morning.overdue] == [(VILLAGES, dt.date(2026, 3, 17))]
    assert [(one.names, one.plan) for one in morning.soon] == [((DIVISION,), "15/KH-UBND")]


def test_units_that_are_gone_owe_nothing(workspace):
    ids = settle(workspace)
    issued(workspace)
    unit_changes.dissolve(workspace.store, ids[EAST], LATE)
    assert on(workspace, LATE).overdue[0].names == (WEST, UPPER)


def test_the_late_are_to_be_rung_with_phone_and_what_was_last_said(workspace):
    ids = settle(workspace)
    plan = issued(workspace)
    east = units.get(workspace.store, ids[EAST])
    units.save(workspace.store, replace(east, contact=Contact("Lê Văn Tám", "Trưởng thôn", "0912345678")))
    given = next(a for a in tasks.assignments_of_plan(workspace.store, plan.id) if a.unit == ids[EAST])
    said = [Urging(given.id, dt.date(2026, 3, 18), channel) for channel in (Channel.ZALO, Channel.PHONE)]
    follow_ups.add_urgings(workspace.store, said)
    first = on(workspace, LATE).calls[0]
    assert (first.unit, first.contact.phone, first.overdue) == (EAST, "0912345678", 1)
    assert first.last == "Gọi điện 18/3"


def test_a_report_is_to_be_sent_from_a_week_before_until_it_was_sent(workspace):
    settle(workspace)
    by = Deadline("chậm nhất ngày 30/3/2026", dt.date(2026, 3, 30), Operator.BY)
    plan = issued(workspace, asking(by))
    assert on(workspace, dt.date(2026, 3, 20)).reports == ()
    (wanted,) = on(workspace, dt.date(2026, 4, 2)).reports
    assert (wanted.to, wanted.due) == ("Sở Y tế", dt.date(2026, 3, 30))
    draft = reports.add(workspace.store, Report(0, "", "Báo cáo kết quả", LATE, plan.id, symbol="BC-UBND"))
    assert on(workspace, dt.date(2026, 4, 2)).reports[1].words == "Đang soạn, chốt đến 19/3/2026"
    reports.freeze(workspace.store, send(draft, 7, LATE), "{}")
    assert on(workspace, dt.date(2026, 4, 2)).reports == ()


def test_a_report_without_a_certain_day_keeps_its_words(workspace):
    settle(workspace)
    issued(workspace, asking(Deadline("sau khi kết thúc"), to=None))
    (wanted,) = on(workspace, LATE).reports
    assert (wanted.to, wanted.due, wanted.words) == ("Sở Y tế", None, "sau khi kết thúc")


def test_a_report_that_recurs_is_due_on_its_next_day(workspace):
    settle(workspace)
    issued(workspace, asking(Deadline("ngày 20 hằng tháng", recurrence="monthly:20")))
    assert on(workspace, LATE).reports[0].due == dt.date(2026, 3, 20)


def test_a_plan_without_order_to_report_wants_none(workspace):
    settle(workspace)
    issued(workspace, asking(None))
    assert on(workspace, LATE).reports == ()


def test_the_sheet_is_one_page_however_much_waits(workspace, tmp_path):
    settle(workspace)
    many = tuple(replace(READING.tasks[1], text=f"Việc thứ {n} phải làm ngay") for n in range(40))
    issued(workspace, replace(asking(Deadline("ngay")), tasks=many))
    workspace.today.day = LATE
    made = morning_sheet.write(workspace, tmp_path)
    assert [path.name for path in made] == [
        f"viec-hom-nay-2026-03-19.{kind}" for kind in ("pdf", "docx", "xlsx")
    ]
    with PdfDocument(made[0]) as paper:
        assert len(paper) == 1
    assert load_workbook(made[2])["Quá hạn"].max_row == 44


def test_a_quiet_morning_has_its_sheet_too(workspace, tmp_path):
    settle(workspace)
    assert FRONT not in str(on(workspace, LATE))
    assert len(morning_sheet.write(workspace, tmp_path)) == 3
