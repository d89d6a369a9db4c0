"""A choice of the form is seen on the newest plan before it is kept."""

import pytest
from story import draft, settle

from desktop.domain.paper_choice import PaperChoice
from desktop.errors import BadValue
from desktop.services import offices, paper_look, planning, preview


def test_without_plans_an_empty_one_is_shown(workspace):
    assert len(paper_look.sample(workspace, PaperChoice()).sizes) >= 1
    assert workspace.office.paper == PaperChoice()


def test_the_newest_plan_is_shown_as_it_would_print(workspace):
    settle(workspace)
    plan = draft(workspace)
    choice = PaperChoice(size=13.0, left=35.0)
    seen = paper_look.sample(workspace, choice)
    offices.tell_paper(workspace, choice)
    assert preview.of_document(planning.document(workspace, plan.id)).content == seen.content


def test_what_the_decree_forbids_is_not_kept(workspace):
    with pytest.raises(BadValue) as refused:
        offices.tell_paper(workspace, PaperChoice(left=20.0, right=30.0))
    assert refused.value.value == "left, right"
    assert workspace.office.paper == PaperChoice()


def test_times_new_roman_prints_only_where_the_machine_has_it(workspace):
    plain = paper_look.sample(workspace, PaperChoice()).content
    times = paper_look.sample(workspace, PaperChoice(times=True)).content
    assert (times != plain) == paper_look.has_times()
