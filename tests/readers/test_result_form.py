"""A result form comes back, or is refused with a reason."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.documents import result_form as places
from desktop.domain.assignment import Status
from desktop.errors import WrongTemplate
from desktop.readers.result_form import parse

HIDDEN = [["mark", places.MARK], ["version", "1"], ["plan", "P"], ["unit", "U"]]
FORM = Path("a.xlsx")


def rows(*tasks, numbers=()):
    """The visible sheet with rows of (state, day, text, reason) and maybe (proposal)."""
    out = [["UBND xã"], ["BIỂU"], list(places.TASK_TITLES)]
    out += [[str(i), f"Việc {i}", "", *cells[:4], f"t{i}", *cells[4:]] for i, cells in enumerate(tasks, 1)]
    if numbers:
        out += [[], list(places.INDICATOR_TITLES)]
        out += [
            [str(i), "Số buổi", "buổi", value, None, None, None, f"i{i}"]
            for i, value in enumerate(numbers, 1)
        ]
    return out


def test_what_was_written_comes_back():
    form = parse(FORM, rows(("Hoàn thành", dt.date(2026, 3, 24), "Đã làm", None), numbers=(12,)), HIDDEN)
    assert (form.plan_uid, form.unit_uid, form.version) == ("P", "U", 1)
    assert [(t.uid, t.status, t.done_on, t.text) for t in form.tasks] == [
        ("t1", Status.DONE, dt.date(2026, 3, 24), "Đã làm")
    ]
    assert form.values == (("i1", Decimal(12)),)
    assert form.problems == ()


def test_what_the_unit_proposes_comes_back():
    form = parse(FORM, rows(("Đang thực hiện", None, "", "", "Bổ sung kinh phí")), HIDDEN)
    assert [t.proposal for t in form.tasks] == ["Bổ sung kinh phí"]
    assert [t.proposal for t in parse(FORM, rows(("Đang thực hiện", None, "", "")), HIDDEN).tasks] == [""]


def test_a_form_from_before_proposals_were_asked_for_says_nothing_of_them():
    old = rows(("Đang thực hiện", None, "Đang làm", ""))
    old[2] = old[2][:7]
    assert [(t.text, t.proposal) for t in parse(FORM, old, HIDDEN).tasks] == [("Đang làm", None)]


def test_an_empty_row_says_nothing():
    form = parse(FORM, rows(("Đang thực hiện", None, "", ""), (None, None, None, None)), HIDDEN)
    assert [t.uid for t in form.tasks] == ["t1"]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("gần xong", None, "", ""), "status_unknown"),
        ((None, None, "đã làm", ""), "status_missing"),
        ((None, None, "", "", "Bổ sung kinh phí"), "status_missing"),
        (("Hoàn thành", "hôm qua", "", ""), "date_invalid"),
        (("Hoàn thành", None, "", ""), "done_without_date"),
    ],
)
def test_a_cell_that_cannot_be_used_is_told_with_its_place(cells, code):
    form = parse(FORM, rows(cells), HIDDEN)
    assert [(p.row, p.code) for p in form.problems] == [(4, code)]


def test_a_figure_that_is_none_is_told():
    form = parse(FORM, rows(("Hoàn thành", "24/3/2026", "", ""), numbers=("nhiều",)), HIDDEN)
    assert [(p.column, p.code, p.value) for p in form.problems] == [("D", "number_invalid", "nhiều")]


def test_a_form_on_which_nothing_was_written_says_so():
    assert [p.code for p in parse(FORM, rows((None, None, None, None)), HIDDEN).problems] == ["empty_form"]


@pytest.mark.parametrize(
    ("hidden", "visible", "reason"),
    [
        ([], rows(("", "", "", "")), "not_a_form"),
        ([["mark", places.MARK], ["version", "0"]], rows(("", "", "", "")), "old_form"),
        (HIDDEN[:3], rows(("", "", "", "")), "damaged"),
        (HIDDEN, [["x"]], "damaged"),
        (HIDDEN, [list(places.TASK_TITLES)], "damaged"),
    ],
)
def test_another_workbook_is_refused_with_its_reason(hidden, visible, reason):
    with pytest.raises(WrongTemplate) as refused:
        parse(FORM, visible, hidden)
    assert refused.value.reason == reason
