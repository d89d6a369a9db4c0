"""Templates of plans read and filled; their days counted from the day of the duty."""

import datetime as dt
import re

import pytest

from desktop.documents.as_text import plain_text
from desktop.documents.plan import build
from desktop.documents.plan_template import commune, due, fill, roles, template, template_keys, values
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.deadline_words import parse_deadline
from desktop.domain.duties import is_about, is_of, known_duties
from desktop.domain.office import Office
from desktop.domain.plan import Plan
from desktop.domain.working_days import DayOff, DeadlineRules

RULES = DeadlineRules()
FRIDAY = dt.date(2027, 3, 26)


@pytest.mark.parametrize(
    ("words", "deadline"),
    [
        ("before 0", Deadline("trước ngày 26/3/2027", FRIDAY, Operator.BEFORE)),
        ("by 2", Deadline("chậm nhất ngày 26/3/2027", FRIDAY, Operator.BY)),
        ("on 2", Deadline("ngày 28/3/2027", dt.date(2027, 3, 28), Operator.ON)),
        ("month 0", Deadline("trong tháng 3/2027", dt.date(2027, 3, 31), Operator.WITHIN)),
        ("month 11", Deadline("trong tháng 02/2028", dt.date(2028, 2, 29), Operator.WITHIN)),
        ("month 9", Deadline("trong tháng 12/2027", dt.date(2027, 12, 31), Operator.WITHIN)),
        (
            "range -5 1",
            Deadline(
                "từ ngày 21/3/2027 đến ngày 27/3/2027",
                dt.date(2027, 3, 27),
                Operator.RANGE,
                start=dt.date(2027, 3, 21),
            ),
        ),
        ("say thường xuyên", Deadline("thường xuyên")),
        ("", None),
    ],
)
def test_forms_of_deadlines(words: str, deadline: Deadline | None) -> None:
    assert due(words, FRIDAY, RULES) == deadline
    if deadline is not None:
        assert parse_deadline(deadline.text, dt.date(2027, 1, 4)) == deadline


def test_an_office_that_keeps_days_off_keeps_them_here() -> None:
    found = due("by 2", FRIDAY, DeadlineRules(day_off=DayOff.KEEP))
    assert found is not None
    assert found.date == dt.date(2027, 3, 28)


@pytest.mark.parametrize("key", template_keys())
def test_a_template_names_only_roles_and_values_that_there_are(key: str) -> None:
    found = template(key)
    known = values(Office(), 2027, FRIDAY, found.subject, "thôn")
    texts = [found.subject, *(text for _, text in found.body), *(task.text for task in found.tasks)]
    named = {name for text in texts for name in re.findall(r"{(\w+)}", text)}
    assert named <= {*known, "report_by"}
    assert {role for task in found.tasks for role in (*task.leads, *task.coordinating)} <= set(roles())
    assert all(task.leads and due(task.deadline, FRIDAY, RULES) for task in found.tasks)


@pytest.mark.parametrize("key", template_keys())
def test_a_template_has_the_parts_of_a_plan(key: str) -> None:
    found = template(key)
    styles = [style for style, _ in found.body]
    assert styles.count("section") == 4
    assert styles[-2:] == ["tasks", "report"]
    assert any(task.is_report for task in found.tasks)
    assert any(task.indicators for task in found.tasks)
    for _, text in found.body:
        assert text == "" or text[-1] in ".:;" or text.endswith("./.") or not text[-1].isspace()


def test_an_office_that_told_nothing_gets_a_paper_with_blanks() -> None:
    found = template("trung-thu")
    words = values(Office(), 2027, dt.date(2027, 9, 15), found.subject, "thôn, tổ dân phố")
    body = fill(found, words, Office(), dt.date(2027, 9, 21))
    text = plain_text(build(Plan(0, "", "Tết"), body, (), Office(), 2027))
    assert "trước ngày 21/9/2027" in text
    assert "(tức ngày 15/8 âm lịch)" in text
    assert "Ủy ban nhân dân …………" in text


def test_what_an_office_governs() -> None:
    assert commune(Office(name="Ủy ban nhân dân phường Sen")) == "phường"
    assert commune(Office()) == "địa phương"


def test_a_plan_of_a_template_is_known_as_that_of_its_duty() -> None:
    for duty in known_duties():
        if duty.template:
            found = template(duty.template)
            known = values(Office(), 2027, duty.on(2027), found.subject, "thôn")
            subject = found.subject.format_map(known)
            assert is_about(duty, Plan(1, "p1", subject))
            assert is_of(duty, 2027, Plan(1, "p1", subject))
