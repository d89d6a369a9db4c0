"""The life of a plan: draft, issued, closed (product rules 1, 5, 6), also as a machine of random steps."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desktop.domain.assignment import Assignment, Status
from desktop.domain.plan import Plan, PlanForm, PlanState, check_editable, close, issue
from desktop.domain.plan_figures import plan_figures
from desktop.domain.result import Result
from desktop.domain.task import Task
from desktop.errors import NotAllowed

DAY = dt.date(2026, 3, 16)
DRAFT = Plan(1, "p1", "Tổ chức Ngày Công tác xã hội Việt Nam", year=2026, symbol="KH-UBND")


def rule_broken(action: object) -> str:
    assert isinstance(action, NotAllowed)
    return action.rule


def test_rule_5_a_draft_has_no_number_and_no_day() -> None:
    assert (DRAFT.state, DRAFT.number, DRAFT.date, DRAFT.form) == (PlanState.DRAFT, None, None, PlanForm.PLAN)


def test_rule_5_issuing_gives_number_and_day_and_nothing_else() -> None:
    issued = issue(DRAFT, 12, DAY)
    assert issued == replace(DRAFT, state=PlanState.ISSUED, number=12, date=DAY)


def test_rule_6_a_plan_is_issued_once() -> None:
    for plan in (issue(DRAFT, 12, DAY), close(issue(DRAFT, 12, DAY))):
        with pytest.raises(NotAllowed) as caught:
            issue(plan, 13, DAY)
        assert rule_broken(caught.value) == "plan_is_issued"


@pytest.mark.parametrize("number", [0, -1])
def test_numbers_of_documents_begin_with_one(number: int) -> None:
    with pytest.raises(NotAllowed) as caught:
        issue(DRAFT, number, DAY)
    assert rule_broken(caught.value) == "number_not_positive"


def test_a_draft_is_not_closed() -> None:
    with pytest.raises(NotAllowed) as caught:
        close(DRAFT)
    assert rule_broken(caught.value) == "plan_not_issued"


def test_rule_6_only_a_draft_is_edited() -> None:
    check_editable(DRAFT)
    for plan in (issue(DRAFT, 12, DAY), close(issue(DRAFT, 12, DAY))):
        with pytest.raises(NotAllowed) as caught:
            check_editable(plan)
        assert rule_broken(caught.value) == "plan_is_issued"


TASK = Task(1, "t1", 1, 0, "Báo cáo kết quả")
UNITS = {1: "Phòng Kinh tế", 2: "Công an xã", 3: "Trường Tiểu học Số 1"}


class PlanLife(RuleBasedStateMachine):
    """Any order of editing, issuing, closing and reporting keeps the rules."""

    def __init__(self) -> None:
        super().__init__()
        self.plan = DRAFT
        self.printed: Plan | None = None
        self.results: dict[int, Result] = {}

    @rule(subject=st.text(max_size=20))
    def edit(self, subject: str) -> None:
        try:
            check_editable(self.plan)
        except NotAllowed:
            assert self.plan.state is not PlanState.DRAFT
        else:
            self.plan = replace(self.plan, subject=subject)

    @rule(number=st.integers(-1, 99))
    def issue_it(self, number: int) -> None:
        may = self.plan.state is PlanState.DRAFT and number > 0
        try:
            self.plan = self.printed = issue(self.plan, number, DAY)
        except NotAllowed:
            assert not may
        else:
            assert may

    @rule()
    def close_it(self) -> None:
        before = self.standings()
        try:
            self.plan = close(self.plan)
        except NotAllowed:
            assert self.plan.state is PlanState.DRAFT
        assert self.standings() == before, "closing a plan changes no unit's status (rule 1)"

    @precondition(lambda self: self.plan.state is not PlanState.DRAFT)
    @rule(unit=st.sampled_from(sorted(UNITS)), status=st.sampled_from(Status))
    def report(self, unit: int, status: Status) -> None:
        before = self.standings()
        self.results[unit] = Result(unit, DAY, status, DAY if status is Status.DONE else None)
        after = self.standings()
        assert {u: s for u, s in after.items() if u != unit} == {u: s for u, s in before.items() if u != unit}

    def standings(self) -> dict[int, str]:
        assignments = [Assignment(unit, TASK.id, unit) for unit in UNITS]
        figures = plan_figures([TASK], assignments, list(self.results.values()), UNITS, DAY)
        return {line.unit: line.standing.name for line in figures.tasks[0].lines}

    @invariant()
    def what_was_issued_stays_as_it_was_printed(self) -> None:
        if self.printed is not None:
            assert replace(self.plan, state=PlanState.ISSUED) == self.printed

    @invariant()
    def number_and_day_come_with_issuing(self) -> None:
        is_draft = self.plan.state is PlanState.DRAFT
        assert (self.plan.number is None) == (self.plan.date is None) == is_draft

    @invariant()
    def status_comes_from_results_alone(self) -> None:
        shown = self.standings()
        assert all(shown[unit] == "NOT_STARTED" for unit in UNITS if unit not in self.results)


TestPlanLife = PlanLife.TestCase
TestPlanLife.settings = settings(max_examples=40, stateful_step_count=20)
