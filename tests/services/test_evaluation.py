"""The table for the evaluation of units, gathered from the workspace."""

import datetime as dt
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from story import BANNERS, DIVISION, FRONT, READING, VILLAGES, add_unit, draft, issued, settle

from desktop.documents.body import from_json, to_json
from desktop.documents.evaluation import Period
from desktop.domain.assignment import Status
from desktop.domain.follow_up import Extension
from desktop.domain.office import Signer
from desktop.domain.result import Result
from desktop.domain.unit import Contact
from desktop.errors import NotAllowed
from desktop.services import evaluation, planning, unit_merging
from desktop.storage import follow_ups, plans, results, tasks

EAST, WEST, UPPER = VILLAGES
MARCH = (dt.date(2026, 3, 1), dt.date(2026, 3, 31))
END = MARCH[1]


def whole(day: dt.date = END) -> Period:
    return Period(*MARCH, day)


def key_of(work, plan, name: str) -> int:
    given = tasks.assignments_of_plan(work.store, plan.id)
    ids = {a.unit: a.id for a in given}
    return next(key for unit, key in ids.items() if _name(work, unit) == name)


def _name(work, unit: int) -> str:
    return str(work.store.value("SELECT name FROM unit WHERE id = ?", (unit,)))


def report(work, plan, name, status=Status.DONE, done_on=None, on=dt.date(2026, 3, 20), **values) -> None:
    results.add_all(work.store, [Result(key_of(work, plan, name), on, status, done_on, **values)])


@pytest.fixture
def plan(workspace):
    settle(workspace)
    made = issued(workspace)
    workspace.today.day = END
    return made


def products(work, period=None, unit=None) -> dict:
    return {one.name: one.products for one in evaluation.gather(work, period or whole(), unit)}


def test_first_and_later_deadlines_the_reason_and_the_day_done_are_kept(workspace, plan):
    later = dt.date(2026, 3, 20)
    agreed = Extension(key_of(workspace, plan, EAST), later, "Mưa lũ", "Chủ tịch UBND xã")
    follow_ups.extend(workspace.store, agreed)
    report(workspace, plan, EAST, done_on=later, reason="Nhà in giao chậm;")
    (one,) = products(workspace)[EAST]
    assert (one.first_due, one.due, one.later, one.done_on) == (dt.date(2026, 3, 17), later, (later,), later)
    assert one.reason == "Nhà in giao chậm. Mưa lũ; Chủ tịch UBND xã đồng ý"


def test_what_does_not_belong_to_the_period_is_left_out(workspace, plan):
    report(workspace, plan, EAST, Status.NOT_APPLICABLE)
    report(workspace, plan, WEST, done_on=dt.date(2026, 3, 6))
    period = Period(dt.date(2026, 3, 10), dt.date(2026, 3, 22), dt.date(2026, 3, 22))
    assert set(products(workspace, period)) == {UPPER, FRONT}


def test_what_was_finished_after_the_period_was_open_in_it(workspace, plan):
    report(workspace, plan, EAST, done_on=dt.date(2026, 3, 25))
    period = Period(MARCH[0], dt.date(2026, 3, 20), dt.date(2026, 3, 20))
    (one,) = products(workspace, period)[EAST]
    assert (one.is_done, one.done_on) == (False, None)


def test_work_finished_on_a_day_not_told_belongs_to_the_day_it_was_reported(workspace, plan):
    report(workspace, plan, EAST)
    (one,) = products(workspace)[EAST]
    assert (one.is_done, one.done_on) == (True, None)
    assert EAST not in products(workspace, Period(dt.date(2026, 3, 21), END, END))


def test_work_taken_over_names_who_had_it(workspace, plan):
    unit_merging.merge(workspace, [EAST], "Thôn Mới", dt.date(2026, 3, 20))
    (one,) = products(workspace)["Thôn Mới"]
    assert one.taken_from == EAST
    assert products(workspace)[WEST][0].taken_from == ""


def test_who_signed_stands_beside_the_paper_that_gives_the_work(workspace):
    settle(workspace)
    made = draft(workspace)
    body = from_json(plans.body(workspace.store, made.id))
    signed = replace(body, signer=Signer(("CHỦ TỊCH",), "Trần Văn Bình"))
    plans.set_body(workspace.store, made.id, to_json(signed))
    planning.issue(workspace, made.id, 15, dt.date(2026, 3, 5))
    workspace.today.day = END
    assert products(workspace)[DIVISION][0].given_by == "15/KH-UBND\n05/3/2026\nTrần Văn Bình"


def test_the_officer_is_the_person_that_the_list_of_units_names(workspace):
    settle(workspace)
    head = Contact("Lê Văn Hòa", "Trưởng thôn", "0912345678")
    unit = add_unit(workspace, "Thôn Hạ", contact=head)
    assert unit.contact == head
    issued(workspace, replace(READING, tasks=(replace(BANNERS, lead=("Thôn Hạ",)),)))
    workspace.today.day = END
    (work,) = evaluation.gather(workspace, whole())
    assert (work.name, work.officer) == ("Thôn Hạ", head)


def test_plans_of_a_day_to_come_are_not_counted(workspace, plan):
    other = draft(workspace)
    planning.issue(workspace, other.id, 16, dt.date(2026, 4, 1))
    assert len(products(workspace)[DIVISION]) == 1


def test_the_table_is_written_for_all_units_and_for_one(workspace, plan, tmp_path):
    made = evaluation.write(workspace, tmp_path, *MARCH)
    base = "danh-gia-tien-do-2026-03-01-2026-03-31"
    assert [path.name for path in made] == [f"{base}.pdf", f"{base}.docx", f"{base}.xlsx"]
    book = load_workbook(made[2])
    assert book.sheetnames == ["Tổng hợp", "Theo người phụ trách", "Chi tiết"]
    unit = workspace.store.value("SELECT id FROM unit WHERE name = ?", (EAST,))
    one = evaluation.write(workspace, tmp_path, *MARCH, unit)
    assert one[0].name == f"danh-gia-tien-do-don-vi-{unit}-2026-03-01-2026-03-31.pdf"
    assert set(products(workspace, unit=unit)) == {EAST}


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026-02", dt.date(2026, 2, 1), dt.date(2026, 2, 28)),
        ("2026-Q4", dt.date(2026, 10, 1), dt.date(2026, 12, 31)),
        ("2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    ],
)
def test_a_period_has_the_days_of_the_calendar(written, first, last):
    assert evaluation.days_of(written) == (first, last)


@pytest.mark.parametrize(
    ("start", "end", "rule"),
    [
        (dt.date(2026, 4, 1), dt.date(2026, 4, 30), "days_out_of_order"),
        (dt.date(2026, 1, 1), dt.date(2026, 1, 31), "nothing_to_evaluate"),
    ],
)
def test_a_period_without_anything_is_refused(workspace, plan, tmp_path, start, end, rule):
    with pytest.raises(NotAllowed) as refused:
        evaluation.write(workspace, tmp_path, start, end)
    assert refused.value.rule == rule
