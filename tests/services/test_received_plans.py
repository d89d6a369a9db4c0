"""A plan that another office sent shows where work is done, and stands in no paper, number or list of this office's own."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from story import DIVISION, ISSUED, settle

from desktop.documents.evaluation import Period
from desktop.domain.assignment import Status
from desktop.domain.plan import Plan, PlanState
from desktop.domain.task import Party, Task
from desktop.errors import NotAllowed
from desktop.services import (
    correcting,
    duties,
    evaluation,
    extending,
    finding,
    following,
    form_rounds,
    given_work,
    invitations,
    next_year,
    numbers,
    outgoing,
    paper_look,
    plan_export,
    plan_papers,
    plan_views,
    planning,
    register,
    report_periods,
    slips,
    task_editing,
    task_lists,
    templates,
    today,
    urging,
)
from desktop.services.plan_export import Parts
from desktop.services.workspace import Workspace
from desktop.storage import peers, plans, tasks
from desktop.storage.assignment_filter import Wanted
from desktop.storage.checking import check
from desktop.storage.peers import Peer

DUE, TODAY = dt.date(2026, 3, 10), dt.date(2026, 3, 20)
DUTY = "Kế hoạch tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam năm 2026"


def receive(work: Workspace, unit: int) -> Plan:
    """A plan of the province, as a package of work brings it, of which this office has one task."""
    peer = peers.add(work.store, Peer(0, "tinh", "UBND tỉnh"))
    head = Plan(
        0,
        "cua-tinh",
        DUTY,
        state=PlanState.ISSUED,
        year=2026,
        number=15,
        symbol="KH-UBND",
        date=ISSUED,
        origin=peer.id,
    )
    plan = plans.add(work.store, head)
    plans.keep_pdf(work.store, plan.id, b"%PDF-1.7")
    wanted = Task(0, "", plan.id, 0, "Tặng quà", leads=(Party(DIVISION, unit=unit),))
    (task,) = tasks.add_all(work.store, plan.id, [wanted])
    tasks.assign(work.store, plan.id, ISSUED, {task.id: DUE})
    return plan


@pytest.fixture
def unit(workspace: Workspace) -> int:
    """The unit that this office is for the province."""
    return settle(workspace)[DIVISION]


@pytest.fixture
def plan(workspace: Workspace, unit: int) -> Plan:
    """The received plan, late by now."""
    received = receive(workspace, unit)
    workspace.today.day = TODAY
    return received


def work_of(work: Workspace, plan: Plan) -> list[int]:
    """Ids of its assignments."""
    return [one.id for one in tasks.assignments_of_plan(work.store, plan.id)]


def test_it_shows_in_the_lists_in_todays_work_and_in_the_search(workspace, plan):
    assert [row.plan for row in plan_views.listed(workspace)] == [plan]
    assert task_lists.running_plans(workspace) == [plan]
    assert list(task_lists.ids(workspace, Wanted())) == work_of(workspace, plan)
    assert "plan" in {hit.noun for hit in finding.find(workspace, "cong tac xa hoi")}
    shown = today.gather(workspace)
    assert [row.plan for row in shown.overdue] == [plan.id]
    assert shown.has_plans


def test_results_are_noted_on_it_as_on_any_other(workspace, plan):
    (key,) = work_of(workspace, plan)
    following.set_status(workspace, plan.id, [key], Status.DONE, DUE)
    assert tasks.assignments_of_plan(workspace.store, plan.id)[0].done_on == DUE


def test_nobody_is_rung_or_urged_for_it(workspace, plan, tmp_path):
    shown = today.gather(workspace)
    assert (shown.calls, shown.figures.late_units, shown.more_calls) == ((), 0, 0)
    assert today.called(workspace, tasks.assignments_of_plan(workspace.store, plan.id)[0].unit) == 0
    with pytest.raises(NotAllowed, match="nothing_late_chosen"):
        given_work.urge(workspace, work_of(workspace, plan), tmp_path)


def test_its_number_is_none_of_ours(workspace, plan):
    assert numbers.given(workspace, 2026) == []
    assert numbers.following(workspace, "KH-UBND", 2026) == 1
    numbers.check(workspace, 15, "KH-UBND", 2026)
    assert outgoing.of_year(workspace, 2026) == outgoing.of_plan(workspace, plan.id) == []


def test_a_plan_of_ours_may_have_the_same_number(workspace, plan):
    plans.add(
        workspace.store,
        Plan(0, "", "Của xã", state=PlanState.ISSUED, number=15, symbol="KH-UBND", date=ISSUED),
    )
    assert check(workspace.store) == []


def test_it_stands_in_no_register_form_round_evaluation_or_report_of_a_period(workspace, plan):
    assert register.issued_plans(workspace) == []
    assert form_rounds.listed(workspace) == []
    month = Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31), TODAY)
    assert evaluation.gather(workspace, month) == []
    assert report_periods.matter(workspace, "2026-04", TODAY).plans == ()


def test_a_yearly_duty_still_wants_a_plan_of_ours(workspace, unit):
    before = duties.proposals(workspace, ISSUED)
    assert any("công tác xã hội" in one.duty.name.lower() for one in before)
    receive(workspace, unit)
    assert duties.proposals(workspace, ISSUED) == before


def test_the_sample_of_our_papers_is_not_made_of_it(workspace, plan):
    ours = paper_look.sample(workspace, workspace.office.paper)
    assert "Công tác xã hội" not in str(ours)


@pytest.mark.parametrize(
    "change",
    [
        lambda work, key, own, to: extending.extend(
            work, key, own, dt.date(2026, 4, 1), reason="mưa", agreed_by="UBND tỉnh"
        ),
        lambda work, key, own, to: task_editing.hand_over(work, key, own, 1),
        lambda work, key, own, to: next_year.new_from_plan(work, key),
        lambda work, key, own, to: templates.save_as_template(work, key, "Mẫu"),
        lambda work, key, own, to: correcting.replacement(work, key),
        lambda work, key, own, to: slips.write(work, key, to),
        lambda work, key, own, to: invitations.write(work, key, to),
        lambda work, key, own, to: urging.urge(work, key, to),
        lambda work, key, own, to: plan_export.export(work, key, to, Parts(slips=True)),
        lambda work, key, own, to: plan_export.export(work, key, to, Parts(docx=True)),
        lambda work, key, own, to: plan_papers.save(work, key, to / "a.docx"),
    ],
)
def test_what_its_office_alone_may_do_is_refused(
    workspace, plan, tmp_path, change: Callable[[Workspace, int, list[int], Path], object]
):
    with pytest.raises(NotAllowed, match="plan_is_received"):
        change(workspace, plan.id, work_of(workspace, plan), tmp_path / "ra")
    assert not (tmp_path / "ra").exists()


def test_it_is_no_draft_to_edit(workspace, plan):
    with pytest.raises(NotAllowed, match="plan_is_issued"):
        planning.put_tasks_in_table(workspace, plan.id)


def test_its_pdf_is_the_one_that_came(workspace, plan, tmp_path):
    (path,) = plan_export.export(workspace, plan.id, tmp_path, Parts())
    assert path.read_bytes() == b"%PDF-1.7"


def test_forms_of_it_go_to_whoever_does_the_work_here(workspace, plan, tmp_path):
    (path,) = plan_export.export(workspace, plan.id, tmp_path, Parts(forms=True))
    assert path.suffix == ".xlsx"
