"""Writing on a plan: loaded, shown as it will print, kept."""

from dataclasses import replace

import pytest
from story import BANNERS, DIVISION, ISSUED, TALK, draft, settle

from desktop.documents.as_text import plain_text
from desktop.documents.body import TaskPlace
from desktop.documents.model import Style, paragraph
from desktop.domain.office import Signer
from desktop.errors import NotAllowed
from desktop.services import plan_editing, planning
from desktop.services.plan_editing import Line, Loaded
from desktop.services.workspace import Workspace
from desktop.storage import audit, plans, tasks


@pytest.fixture
def loaded(workspace: Workspace) -> Loaded:
    """The invented plan, open to be written on."""
    settle(workspace)
    return plan_editing.load(workspace, draft(workspace).id)


def words(loaded: Loaded) -> list[str]:
    return [line.text for line in loaded.draft.lines]


def keys(loaded: Loaded) -> list[str]:
    return [line.key for line in loaded.draft.lines if line.is_task]


def saved(workspace: Workspace, loaded: Loaded, *lines: Line) -> plan_editing.Saved:
    wanted = replace(loaded.draft, lines=lines)
    return plan_editing.save(workspace, loaded.plan.id, wanted, loaded.known)


def test_the_section_of_tasks_is_lines_of_units_and_of_their_tasks(loaded):
    assert [line.is_task for line in loaded.draft.lines] == [False, True] * 3
    assert words(loaded)[:2] == [DIVISION, TALK.text]


def test_what_was_not_changed_is_kept_without_a_change(workspace, loaded):
    before = plans.revision(workspace.store, loaded.plan.id)
    kept = saved(workspace, loaded, *loaded.draft.lines)
    assert kept == plan_editing.Saved(loaded, {})
    assert plans.revision(workspace.store, loaded.plan.id) == before


def test_head_and_body_are_kept(workspace, loaded):
    body = replace(
        loaded.draft.body,
        blocks=(paragraph(Style.BODY, "Lời."), TaskPlace()),
        recipients=("Lưu: VT",),
        signer=Signer(("CHỦ TỊCH",), "An"),
    )
    wanted = replace(loaded.draft, subject=" Chăm  lo ", theme="Vì trẻ em", body=body)
    kept = plan_editing.save(workspace, loaded.plan.id, wanted, loaded.known).loaded
    assert (kept.plan.subject, kept.plan.theme, kept.draft.body) == ("Chăm lo", "Vì trẻ em", body)
    assert kept.signers[-1] == body.signer


def test_the_words_of_a_task_are_kept_and_nothing_else_of_it(workspace, loaded):
    lines = [
        replace(line, text=" Treo cờ ") if line.text == BANNERS.text else line for line in loaded.draft.lines
    ]
    kept = saved(workspace, loaded, *lines).loaded
    assert [(one.task.text, one.task.deadline, one.leads) for one in kept.tasks] == [
        ("Treo cờ" if one.task.text == BANNERS.text else one.task.text, one.task.deadline, one.leads)
        for one in loaded.tasks
    ]


def test_words_wiped_out_stay_as_they_were_kept(workspace, loaded):
    kept = saved(workspace, loaded, *(replace(line, text=" ") for line in loaded.draft.lines))
    assert words(kept.loaded) == words(loaded)


def test_a_new_line_becomes_a_task_of_the_units_of_the_one_before_it(workspace, loaded):
    leads, first, *rest = loaded.draft.lines
    kept = saved(workspace, loaded, leads, first, Line("new:1", "Họp báo"), *rest)
    made = kept.loaded.tasks[1]
    assert (made.task.text, made.leads, made.coordinating, made.task.deadline) == (
        "Họp báo",
        loaded.tasks[0].leads,
        (),
        None,
    )
    assert kept.renamed == {"new:1": f"task:{made.task.id}"}
    assert [one.task.position for one in kept.loaded.tasks] == [0, 1, 2, 3]


def test_a_new_line_whose_neighbour_is_gone_takes_the_units_it_stands_under(workspace, loaded):
    leads, _, *rest = loaded.draft.lines
    kept = saved(workspace, loaded, leads, Line("new:1", "Họp báo"), *rest).loaded
    made = next(one for one in kept.tasks if one.task.text == "Họp báo")
    assert made.leads == loaded.tasks[0].leads
    assert TALK.text not in words(kept)


def test_a_line_without_words_is_no_task_yet(workspace, loaded):
    kept = saved(workspace, loaded, *loaded.draft.lines, Line("new:1", "  "))
    assert kept.renamed == {}
    assert len(kept.loaded.tasks) == len(loaded.tasks)


def test_a_task_taken_out_and_put_back_is_whole_again(workspace, loaded):
    without = saved(workspace, loaded, *loaded.draft.lines[2:]).loaded
    assert len(without.tasks) == len(loaded.tasks) - 1
    again = plan_editing.save(workspace, loaded.plan.id, loaded.draft, loaded.known)
    back = next(one for one in again.loaded.tasks if one.task.text == TALK.text)
    old = loaded.tasks[0].task
    assert again.renamed == {keys(loaded)[0]: f"task:{back.task.id}"}
    assert (back.task.uid, back.task.deadline, back.task.coordinating) == (
        old.uid,
        old.deadline,
        old.coordinating,
    )


def test_tasks_added_elsewhere_meanwhile_stay(workspace, loaded):
    (added,) = tasks.add_all(
        workspace.store, loaded.plan.id, [replace(loaded.tasks[0].task, uid="", text="Khác", indicators=())]
    )
    leads, first, *rest = loaded.draft.lines
    kept = saved(workspace, loaded, leads, first, Line("new:1", "Họp báo"), *rest).loaded
    assert kept.tasks[-1].task.id == added.id


def test_the_paper_shows_what_is_written_before_it_is_kept(workspace, loaded):
    lines = (*loaded.draft.lines[:2], Line("new:1", "họp báo"), *loaded.draft.lines[4:])
    wanted = replace(loaded.draft, subject="Chăm lo", lines=lines)
    shown = plain_text(plan_editing.document(loaded, wanted, loaded.known))
    assert "- Họp báo." in shown
    assert BANNERS.text not in shown
    assert "Chăm lo" in shown


def test_the_paper_is_that_of_the_plan_when_nothing_is_changed(workspace, loaded):
    shown = plan_editing.document(loaded, loaded.draft, loaded.known)
    assert shown == planning.document(workspace, loaded.plan.id)


def test_an_issued_plan_takes_no_words(workspace, loaded):
    planning.issue(workspace, loaded.plan.id, 3, ISSUED)
    again = plan_editing.load(workspace, loaded.plan.id)
    assert again.is_frozen
    with pytest.raises(NotAllowed):
        saved(workspace, again, *again.draft.lines)


def test_edits_that_follow_one_another_are_one_line_of_the_record(workspace, loaded):
    for subject in ("a", "b", "c"):
        plan_editing.save(workspace, loaded.plan.id, replace(loaded.draft, subject=subject), loaded.known)
    edits = [entry for entry in audit.entries(workspace.store) if entry.action == "plan_edited"]
    assert len(edits) == 1
