"""Findings with their places, and safe fixes put in place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from story import draft, settle

from desktop.documents.body import from_json, to_json
from desktop.documents.model import Paragraph, Run, Style
from desktop.errors import NotAllowed
from desktop.services import plan_findings
from desktop.services.plan_findings import _fixed_runs
from desktop.storage import plans, tasks

LEFT = "Phát huy kết quả đã đạt được của Ngày Công tác xã hội Việt Nam lần thứ 8 năm 2023"


def with_leftover(work, plan):
    """The plan with a sentence of an older year as its second block."""
    body = from_json(plans.body(work.store, plan.id))
    run = (Run("Phát huy ", bold=True), Run(LEFT.removeprefix("Phát huy ") + "."))
    blocks = (body.blocks[0], Paragraph(Style.BODY, run), *body.blocks[1:])
    plans.set_body(work.store, plan.id, to_json(replace(body, blocks=blocks)))
    return plan


def leftover(work, plan):
    """The finding on that sentence."""
    return next(one for one in plan_findings.of_plan(work, plan.id) if "lần thứ 8" in one.finding.quote)


def test_a_finding_in_the_text_tells_the_printed_block(workspace):
    settle(workspace)
    plan = with_leftover(workspace, draft(workspace))
    assert leftover(workspace, plan).place == "block:1"


def test_a_safe_fix_is_put_in_place_and_the_finding_is_gone(workspace):
    settle(workspace)
    plan = with_leftover(workspace, draft(workspace))
    found = leftover(workspace, plan)
    assert found.can_fix
    plan_findings.fix(workspace, plan.id, found)
    block = from_json(plans.body(workspace.store, plan.id)).blocks[1]
    assert "lần thứ 8 năm 2023" not in block.text
    assert block.runs[0] == Run("Phát huy ", bold=True)
    assert all(
        one.finding.code != found.finding.code or one.place != "block:1"
        for one in plan_findings.of_plan(workspace, plan.id)
    )


def test_a_finding_on_a_task_is_fixed_in_the_task(workspace):
    settle(workspace)
    plan = draft(workspace)
    task = tasks.of_plan(workspace.store, plan.id)[0]
    tasks.save(workspace.store, replace(task, text=f"{task.text} {LEFT}"))
    found = leftover(workspace, plan)
    assert found.place == f"task:{task.id}"
    assert found.can_fix
    plan_findings.fix(workspace, plan.id, found)
    assert "lần thứ 8 năm 2023" not in tasks.get(workspace.store, task.id).text


def test_words_that_have_changed_since_are_not_fixed(workspace):
    settle(workspace)
    plan = with_leftover(workspace, draft(workspace))
    found = leftover(workspace, plan)
    plan_findings.fix(workspace, plan.id, found)
    with pytest.raises(NotAllowed, match="fix_gone"):
        plan_findings.fix(workspace, plan.id, found)


def test_an_issued_plan_is_not_fixed(workspace):
    settle(workspace)
    plan = with_leftover(workspace, draft(workspace))
    found = leftover(workspace, plan)
    workspace.store.run("UPDATE plan SET state = 'issued' WHERE id = ?", (plan.id,))
    with pytest.raises(NotAllowed, match="plan_is_issued"):
        plan_findings.fix(workspace, plan.id, found)


def test_what_is_passed_over_is_remembered_and_can_be_taken_back(workspace):
    settle(workspace)
    plan = with_leftover(workspace, draft(workspace))
    plan_findings.pass_over(workspace, plan.id, leftover(workspace, plan))
    assert leftover(workspace, plan).is_passed_over
    plan_findings.pass_over(workspace, plan.id, leftover(workspace, plan), wanted=False)
    assert not leftover(workspace, plan).is_passed_over


@given(st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=5), st.data())
def test_replacing_in_runs_gives_the_words_that_replacing_in_the_text_gives(parts, data):
    runs = tuple(Run(text, bold=bool(at % 2)) for at, text in enumerate(parts))
    text = "".join(parts)
    start = data.draw(st.integers(0, len(text) - 1))
    old = text[start : data.draw(st.integers(start + 1, len(text)))]
    new = data.draw(st.text("abc", max_size=5))
    assert "".join(run.text for run in _fixed_runs(runs, old, new)) == text.replace(old, new, 1)
