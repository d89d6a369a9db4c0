"""What may be removed goes to the trash; what comes back is as it was, and only where rules allow it."""

import datetime as dt

import pytest
from story import ISSUED, READING, draft, issued, settle

from desktop.domain.plan import Plan
from desktop.errors import NotAllowed, NotFound
from desktop.services import planning, templates, trash, undoing
from desktop.services.changes import Noun
from desktop.services.workspace import Workspace
from desktop.storage import audit, directives, plans, tasks
from desktop.storage import trash as kept
from desktop.storage.checking import check


@pytest.fixture
def plan(workspace: Workspace) -> Plan:
    """A draft that answers a directive."""
    settle(workspace)
    return draft(workspace)


def test_a_plan_comes_back_under_its_id_though_another_was_made_meanwhile(
    workspace: Workspace, plan: Plan
) -> None:
    before = tasks.of_plan(workspace.store, plan.id)
    key = trash.discard_plan(workspace, plan.id)
    other = draft(workspace)
    assert trash.restore(workspace, key) == trash.Restored("plan", plan.id, plan.subject)
    assert plans.get(workspace.store, plan.id) == plan
    assert tasks.of_plan(workspace.store, plan.id) == before
    assert other.id != plan.id


def test_a_task_does_not_come_back_into_a_plan_that_was_issued_meanwhile(
    workspace: Workspace, plan: Plan
) -> None:
    key = trash.discard_task(workspace, tasks.of_plan(workspace.store, plan.id)[0].id)
    planning.issue(workspace, plan.id, 15, ISSUED)
    with pytest.raises(NotAllowed, match="plan_is_issued"):
        trash.restore(workspace, key)
    assert [one.id for one in trash.listed(workspace)] == [key]
    assert len(tasks.of_plan(workspace.store, plan.id)) == len(READING.tasks) - 1


def test_a_removal_and_a_return_can_be_taken_back(workspace: Workspace, plan: Plan) -> None:
    with undoing.doing(workspace, "Xóa dự thảo") as removed:
        key = trash.discard_plan(workspace, plan.id)
    with undoing.doing(workspace, "Khôi phục dự thảo") as returned:
        trash.restore(workspace, key)
    assert Noun.PLANS | Noun.TRASH in removed.nouns & returned.nouns
    undoing.undo(workspace)
    assert [one.title for one in trash.listed(workspace)] == [plan.subject]
    undoing.undo(workspace)
    assert trash.listed(workspace) == []
    assert plans.get(workspace.store, plan.id) == plan


def test_emptying_the_trash_can_be_taken_back(workspace: Workspace, plan: Plan) -> None:
    trash.discard_plan(workspace, plan.id)
    with undoing.doing(workspace, "Xóa hẳn"):
        assert trash.empty(workspace) == 1
    undoing.undo(workspace)
    (thing,) = trash.listed(workspace)
    trash.restore(workspace, thing.id)
    assert plans.get(workspace.store, plan.id) == plan


def test_taking_back_a_removal_does_not_mind_that_the_trash_was_emptied(
    workspace: Workspace, plan: Plan
) -> None:
    with undoing.doing(workspace, "Xóa dự thảo"):
        trash.discard_plan(workspace, plan.id)
    trash.empty(workspace)
    undoing.undo(workspace)
    assert plans.get(workspace.store, plan.id) == plan


def test_a_template_comes_back(workspace: Workspace) -> None:
    settle(workspace)
    own = templates.save_as_template(workspace, issued(workspace).id, "Mẫu")
    key = trash.discard_template(workspace, own.key)
    assert own not in templates.listed(workspace)
    trash.restore(workspace, key)
    assert own in templates.listed(workspace)
    with pytest.raises(NotFound):
        trash.discard_template(workspace, "khong-co")


def test_a_plan_cloned_from_one_that_comes_back_names_it_again(workspace: Workspace, plan: Plan) -> None:
    younger = plans.add(workspace.store, Plan(0, "", "Năm sau"), cloned_from=plan.id)
    edited = plans.add(workspace.store, Plan(0, "", "Năm sau nữa"), cloned_from=plan.id)
    key = trash.discard_plan(workspace, plan.id)
    workspace.store.run("UPDATE plan SET cloned_from = ? WHERE id = ?", (younger.id, edited.id))
    trash.restore(workspace, key)
    assert plans.cloned_from(workspace.store, younger.id) == plan.id
    assert plans.cloned_from(workspace.store, edited.id) == younger.id


def test_what_was_removed_and_came_back_is_on_record(workspace: Workspace, plan: Plan) -> None:
    trash.restore(workspace, trash.discard_plan(workspace, plan.id))
    told = [entry.action for entry in audit.entries(workspace.store, "plan", plan.id)]
    assert told == ["restored", "discarded", "plan_drafted"]


def test_files_of_what_can_still_come_back_are_kept(workspace: Workspace) -> None:
    store = workspace.store
    key = directives.add(store, READING, file_name="cv.docx", content=b"PK")
    thrown = kept.discard(store, "directive", "CV 312", lambda: store.run("DELETE FROM directive"))
    with undoing.doing(workspace, "Xóa hẳn"):
        trash.empty(workspace)
    assert check(store, repair=True) == []
    undoing.undo(workspace)
    trash.restore(workspace, thrown)
    assert directives.file(store, key) == b"PK"


def test_what_is_old_goes_for_good_with_its_files(workspace: Workspace) -> None:
    store = workspace.store
    directives.add(store, READING, file_name="cv.docx", content=b"PK")
    with store.transaction():
        store.run(
            "INSERT INTO trash(noun, title, removed_at, changes) VALUES ('task', 'mới', ?, x'')",
            (store.stamp(),),
        )
        old = (store.clock() - dt.timedelta(trash.KEPT_DAYS + 1)).isoformat(timespec="seconds")
        store.run("INSERT INTO trash(noun, title, removed_at, changes) VALUES ('task', 'cũ', ?, x'')", (old,))
    store.run("DELETE FROM directive")
    assert trash.forget_old(workspace) == 1
    assert [one.title for one in trash.listed(workspace)] == ["mới"]
    assert store.value("SELECT count(*) FROM kept_file") == 0
