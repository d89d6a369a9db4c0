"""What stands in for an issued plan that was wrong."""

import datetime as dt

import pytest
from story import draft, issued, settle

from desktop.documents.as_text import plain_text
from desktop.domain.plan import PlanForm, PlanState
from desktop.errors import NotAllowed
from desktop.services import correcting, planning
from desktop.storage import plans, tasks


def test_a_replacement_is_a_draft_with_the_same_tasks_that_says_what_it_replaces(workspace):
    settle(workspace)
    old = issued(workspace)
    new = correcting.replacement(workspace, old.id)
    assert (new.state, new.replaces, new.number, new.date) == (PlanState.DRAFT, old.id, None, None)
    told = [[task.text for task in tasks.of_plan(workspace.store, key)] for key in (old.id, new.id)]
    assert told[0] == told[1]
    assert "Kế hoạch này thay thế Kế hoạch số" in plain_text(planning.document(workspace, new.id))


def test_the_issued_plan_stays_as_it_was_printed(workspace):
    settle(workspace)
    old = issued(workspace)
    before = (plans.get(workspace.store, old.id), plans.pdf(workspace.store, old.id))
    new = correcting.replacement(workspace, old.id)
    planning.issue(workspace, new.id, 99, dt.date(2026, 3, 9))
    assert (plans.get(workspace.store, old.id), plans.pdf(workspace.store, old.id)) == before


def test_a_correction_is_a_letter_with_blanks_that_can_be_issued_without_tasks(workspace):
    settle(workspace)
    old = issued(workspace)
    letter = correcting.correction(workspace, old.id)
    assert (letter.form, letter.symbol, letter.replaces) == (PlanForm.LETTER, "UBND-VHXH", old.id)
    assert "đã in: “…………”" in plain_text(planning.document(workspace, letter.id))
    assert planning.issue(workspace, letter.id, 120, dt.date(2026, 3, 9)).state is PlanState.ISSUED


@pytest.mark.parametrize("way", [correcting.replacement, correcting.correction])
def test_a_draft_is_edited_not_corrected(workspace, way):
    settle(workspace)
    with pytest.raises(NotAllowed, match="plan_not_issued"):
        way(workspace, draft(workspace).id)
