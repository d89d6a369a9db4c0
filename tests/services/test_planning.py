"""The life of a plan: drafted, issued, closed."""

import datetime as dt
from dataclasses import replace

import pytest
from story import BANNERS, DIVISION, FRONT, GIFTS, ISSUED, READING, VILLAGES, draft, issued, settle

from desktop.documents.as_text import plain_text
from desktop.domain.assignment import Status
from desktop.domain.plan import PlanState
from desktop.errors import NotAllowed, NotFound
from desktop.paths import data_file
from desktop.services import plan_views, planning, proofreading
from desktop.storage import plans, tasks, unit_changes


def test_a_directive_becomes_a_draft_with_its_tasks_bound_and_the_rest_listed(workspace):
    settle(workspace)
    strange = replace(GIFTS, lead=("Chi cục Thủy lợi",))
    new = planning.new_from_reading(workspace, replace(READING, tasks=(BANNERS, strange)), None)
    assert new.plan.state is PlanState.DRAFT
    assert (new.plan.number, new.plan.date, new.plan.symbol) == (None, None, "KH-UBND")
    assert [t.leads[0].is_bound for t in new.tasks] == [True, False]
    assert [(u.position, u.written) for u in new.unbound] == [(1, "Chi cục Thủy lợi")]


def test_a_draft_from_a_file_keeps_the_file_and_its_words(workspace):
    settle(workspace)
    path = data_file("samples/cong-van-so-y-te.docx")
    new = planning.new_from_file(workspace, path, dt.date(2026, 3, 26))
    kept = workspace.store.row(
        "SELECT file_name, received_on FROM directive WHERE id = ?", (new.plan.directive,)
    )
    assert kept == (path.name, "2026-03-03")
    assert "trước ngày 26/3/2026" in plain_text(planning.document(workspace, new.plan.id))


def test_a_draft_prints_blanks_and_an_issued_plan_its_number_and_day(workspace):
    settle(workspace)
    plan = draft(workspace)
    before = plain_text(planning.document(workspace, plan.id))
    assert "15/KH-UBND" not in before
    planning.issue(workspace, plan.id, 15, ISSUED)
    after = plain_text(planning.document(workspace, plan.id))
    assert "15/KH-UBND" in after
    assert "Đồng Sen, ngày 05 tháng 3 năm 2026" in after


def test_issuing_gives_every_task_to_its_leads_with_the_last_day_that_counts(workspace):
    ids = settle(workspace)
    plan = issued(workspace)
    given = tasks.assignments_of_plan(workspace.store, plan.id)
    by_unit = {a.unit: a for a in given}
    assert set(by_unit) == {ids[name] for name in (DIVISION, FRONT, *VILLAGES)}
    assert by_unit[ids[VILLAGES[0]]].due == dt.date(2026, 3, 17)
    assert by_unit[ids[FRONT]].due is None
    assert {a.status for a in given} == {Status.NOT_STARTED}


def test_a_unit_dissolved_by_the_day_of_issue_gets_nothing(workspace):
    ids = settle(workspace)
    plan = draft(workspace)
    unit_changes.dissolve(workspace.store, ids[VILLAGES[0]], ISSUED)
    planning.issue(workspace, plan.id, 15, ISSUED)
    assert ids[VILLAGES[0]] not in {a.unit for a in tasks.assignments_of_plan(workspace.store, plan.id)}


def test_an_issued_plan_keeps_the_pdf_that_was_printed(workspace):
    settle(workspace)
    plan = issued(workspace)
    kept = plans.pdf(workspace.store, plan.id)
    assert kept is not None
    assert kept.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("number", "day", "rule"),
    [
        (0, ISSUED, "number_not_positive"),
        (15, ISSUED, "number_taken"),
        (16, dt.date(2026, 3, 1), "date_before_basis"),
    ],
)
def test_a_number_or_day_that_cannot_be_is_refused_and_changes_nothing(workspace, number, day, rule):
    settle(workspace)
    issued(workspace)
    plan = draft(workspace)
    with pytest.raises(NotAllowed) as refused:
        planning.issue(workspace, plan.id, number, day)
    assert refused.value.rule == rule
    assert plans.get(workspace.store, plan.id).state is PlanState.DRAFT
    assert tasks.assignments_of_plan(workspace.store, plan.id) == []


def test_numbers_begin_anew_each_year(workspace):
    settle(workspace)
    issued(workspace)
    plan = draft(workspace)
    assert planning.issue(workspace, plan.id, 15, dt.date(2027, 1, 5)).number == 15


def test_a_plan_without_tasks_is_not_issued(workspace):
    settle(workspace)
    empty = planning.new_from_reading(workspace, replace(READING, tasks=()), None)
    with pytest.raises(NotAllowed) as refused:
        planning.issue(workspace, empty.plan.id, 15, ISSUED)
    assert refused.value.rule == "no_tasks"


def test_an_issued_plan_is_not_issued_again(workspace):
    settle(workspace)
    plan = issued(workspace)
    with pytest.raises(NotAllowed) as refused:
        planning.issue(workspace, plan.id, 16, ISSUED)
    assert refused.value.rule == "plan_is_issued"


def test_closing_a_plan_changes_no_status(workspace):
    settle(workspace)
    plan = issued(workspace)
    before = tasks.assignments_of_plan(workspace.store, plan.id)
    assert planning.close(workspace, plan.id).state is PlanState.CLOSED
    assert plans.get(workspace.store, plan.id).state is PlanState.CLOSED
    assert tasks.assignments_of_plan(workspace.store, plan.id) == before


def test_a_draft_is_not_closed(workspace):
    settle(workspace)
    plan = draft(workspace)
    with pytest.raises(NotAllowed) as refused:
        planning.close(workspace, plan.id)
    assert refused.value.rule == "plan_not_issued"


@pytest.mark.parametrize("ask", [planning.document, planning.close, plan_views.view])
def test_a_plan_that_is_not_there_is_told(workspace, ask):
    with pytest.raises(NotFound):
        ask(workspace, 7)


def test_both_days_of_a_deadline_are_shown(workspace):
    settle(workspace)
    plan = issued(workspace)
    shown = plan_views.view(workspace, plan.id).tasks
    assert (shown[0].printed, shown[0].counts) == (dt.date(2026, 3, 25), dt.date(2026, 3, 24))
    assert (shown[2].printed, shown[2].counts, shown[2].deadline_text) == (None, None, "")
    assert shown[1].units == VILLAGES
    assert (shown[1].assigned, shown[1].done) == (3, 0)


def test_plans_are_listed_with_their_figures_of_today(workspace):
    settle(workspace)
    plan = issued(workspace)
    workspace.today.day = dt.date(2026, 3, 20)
    (row,) = plan_views.listed(workspace)
    assert (row.plan.id, row.tasks, row.completeness.assigned, row.completeness.late) == (plan.id, 3, 5, 3)


def test_a_blank_plan_has_the_usual_outline_and_says_nothing(workspace):
    settle(workspace)
    plan = planning.new_blank(workspace)
    told = plain_text(planning.document(workspace, plan.id))
    assert plan.state is PlanState.DRAFT
    assert "MỤC ĐÍCH, YÊU CẦU" in told
    assert "TỔ CHỨC THỰC HIỆN" in told
    assert tasks.of_plan(workspace.store, plan.id) == []


def test_the_tasks_of_a_draft_go_into_a_table_and_back_and_those_of_an_issued_plan_stay(workspace):
    settle(workspace)
    plan = draft(workspace)
    before = planning.document(workspace, plan.id)
    planning.put_tasks_in_table(workspace, plan.id)
    (appendix,) = planning.document(workspace, plan.id).appendices
    assert len(appendix.blocks[0].rows) == len(tasks.of_plan(workspace.store, plan.id))
    assert {one.code for one in proofreading.of_plan(workspace, plan.id)} == {"blank_left"}
    planning.put_tasks_in_table(workspace, plan.id, wanted=False)
    assert planning.document(workspace, plan.id) == before
    done = issued(workspace)
    with pytest.raises(NotAllowed):
        planning.put_tasks_in_table(workspace, done.id)
