"""Who was sent a form, who has answered, in few statements."""

import datetime as dt

import pytest
from story import DIVISION, DONE, VILLAGES, draft, fill, forms, issued, settle

from desktop.services import collecting, form_rounds

LATER = dt.date(2026, 3, 26)


@pytest.fixture
def plan(workspace):
    settle(workspace)
    made = issued(workspace)
    workspace.today.day = LATER
    return made


def units(work, plan):
    return {one.name: one for one in form_rounds.units_of(work, plan.id)}


def test_a_draft_has_no_round(workspace):
    settle(workspace)
    draft(workspace)
    assert form_rounds.listed(workspace) == []


def test_before_forms_go_out_nobody_was_sent_one(workspace, plan):
    (round_,) = form_rounds.listed(workspace)
    assert (round_.plan.id, round_.units, round_.reported, round_.sent_at) == (plan.id, 5, 0, None)
    east = units(workspace, plan)[VILLAGES[0]]
    assert (east.sent_at, east.form_on, east.reported, east.given) == (None, None, 0, 1)
    assert east.late_since == dt.date(2026, 3, 17)


def test_forms_written_are_forms_sent(workspace, plan, tmp_path):
    before = workspace.store.clock()
    forms(workspace, plan, tmp_path)
    (round_,) = form_rounds.listed(workspace)
    assert round_.sent_at is not None
    assert (round_.sent_at - before).total_seconds() >= -1
    assert {one.sent_at for one in form_rounds.units_of(workspace, plan.id)} == {round_.sent_at}


def test_a_form_that_came_back_is_told_with_its_day(workspace, plan, tmp_path):
    path = fill(forms(workspace, plan, tmp_path)[DIVISION], DONE)
    collecting.commit(workspace, collecting.preview(workspace, [path]))
    division = units(workspace, plan)[DIVISION]
    assert (division.form_on, division.reported, division.given) == (LATER, 1, 1)
    assert form_rounds.listed(workspace)[0].reported == 1


def test_units_stand_by_the_alphabet(workspace, plan):
    names = [one.name for one in form_rounds.units_of(workspace, plan.id)]
    assert names[0] == DIVISION
    assert names.index("Thôn Đoài") < names.index("Thôn Đông") < names.index("Thôn Thượng")


def test_forms_are_found_in_folders_without_what_excel_leaves_beside(tmp_path):
    inside = tmp_path / "thang-3"
    inside.mkdir()
    for name in ("b.xlsx", "~$b.xlsx", "ghi-chu.txt"):
        (inside / name).write_bytes(b"")
    single = tmp_path / "a.XLSX"
    single.write_bytes(b"")
    assert form_rounds.forms_in([single, inside, inside / "b.xlsx"]) == [single, inside / "b.xlsx"]
