"""The duties of an office: the program's, its own, the hidden ones, and what wants a plan."""

import datetime as dt

import pytest
from story import draft, settle

from desktop.domain.duties import Duty
from desktop.errors import BadValue, NotFound
from desktop.services import duties, templates

OWN = Duty("", " Ngày hội làng ", 30, (), day=12, month=4)


def _keys(found):
    return {one.duty.key for one in found}


def test_what_wants_a_plan_today_is_proposed_until_there_is_one(workspace):
    settle(workspace)
    assert "ngay-cong-tac-xa-hoi" in _keys(duties.proposals(workspace))
    draft(workspace)
    assert "ngay-cong-tac-xa-hoi" not in _keys(duties.proposals(workspace))
    (again,) = [
        p for p in duties.proposals(workspace, dt.date(2027, 3, 1)) if p.duty.key == "ngay-cong-tac-xa-hoi"
    ]
    assert (again.year, again.last) == (2027, 1)


def test_a_plan_made_from_the_template_of_a_duty_is_its_plan(workspace):
    settle(workspace)
    for duty in duties.listed(workspace):
        if duty.template:
            templates.new_from_template(workspace, duty.template, 2026 + duty.ahead)
    for day in (dt.date(2026, month, 1) for month in range(1, 13)):
        proposed = [p for p in duties.proposals(workspace, day) if p.year == 2026 and p.duty.template]
        assert proposed == []


def test_the_office_adds_its_own_and_takes_it_away(workspace):
    kept = duties.add(workspace, OWN)
    assert (kept.name, kept.words) == ("Ngày hội làng", ("Ngày hội làng",))
    assert duties.listed(workspace)[0] == kept
    assert kept.key in _keys(duties.proposals(workspace, dt.date(2026, 4, 1)))
    duties.remove(workspace, kept.key)
    assert kept not in duties.listed(workspace)


def test_a_duty_with_the_same_key_is_replaced(workspace):
    kept = duties.add(workspace, OWN)
    duties.add(workspace, Duty(kept.key, "Hội làng", 10, ("hội",), feast="tet"))
    assert [one.name for one in duties.listed(workspace) if one.key == kept.key] == ["Hội làng"]


def test_a_duty_of_the_program_is_hidden_and_shown_again(workspace):
    duties.remove(workspace, "trung-thu")
    assert "trung-thu" not in {one.key for one in duties.listed(workspace)}
    assert [one.key for one in duties.hidden(workspace)] == ["trung-thu"]
    duties.show(workspace, "trung-thu")
    assert duties.hidden(workspace) == ()


@pytest.mark.parametrize(
    ("duty", "name"),
    [
        (Duty("", " ", 30, (), day=1, month=1), "duty_name"),
        (Duty("", "Việc", 30, (), day=31, month=2), "duty_day"),
        (Duty("", "Việc", 30, (), feast="noel"), "duty_day"),
        (Duty("", "Việc", 400, (), day=1, month=1), "duty_lead"),
    ],
)
def test_a_duty_that_cannot_be_is_refused(workspace, duty, name):
    with pytest.raises(BadValue) as refused:
        duties.add(workspace, duty)
    assert refused.value.name == name


def test_duties_that_there_are_not_cannot_be_removed_or_shown(workspace):
    with pytest.raises(NotFound):
        duties.remove(workspace, "khong-co")
    with pytest.raises(NotFound):
        duties.show(workspace, "trung-thu")
