"""Changes of many assignments over several plans: all of them or none."""

import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from pdfplumber import open as open_pdf
from story import VILLAGES, draft, issued, settle

from desktop.domain.assignment import Standing, Status
from desktop.domain.follow_up import Channel, ChecklistItem
from desktop.errors import NotAllowed
from desktop.progress import Cancelled
from desktop.services import given_work, planning, task_lists, undoing
from desktop.services.task_lists import Show, Wanted
from desktop.storage import follow_ups

TODAY = dt.date(2026, 3, 20)
EAST = VILLAGES[0]


@pytest.fixture
def late(workspace) -> list[int]:
    """Two issued plans; ids of the banners that the villages owe on both."""
    settle(workspace)
    first = issued(workspace)
    planning.issue(workspace, draft(workspace).id, 16, first.date)
    workspace.today.day = TODAY
    return list(task_lists.ids(workspace, Wanted(show=frozenset({Show.OVERDUE}))))


def shown(work, keys):
    return task_lists.rows(work, keys)


def of_unit(work, keys, name):
    return [row.id for row in shown(work, keys) if row.unit_name == name]


def test_late_work_is_told_with_its_units_and_plans(workspace, late):
    told = given_work.late_of(workspace, late)
    assert (len(told.keys), told.units, told.plans) == (6, 3, 2)


def test_a_status_is_noted_on_all_in_one_step(workspace, late):
    with undoing.doing(workspace, "Ghi 6 việc"):
        given_work.set_status(workspace, late, Status.DONE)
    assert {row.status for row in shown(workspace, late)} == {Status.DONE}
    undoing.undo(workspace)
    assert {row.standing for row in shown(workspace, late)} == {Standing.OVERDUE}


def test_a_cancelled_change_leaves_all_as_it_was(workspace, late):
    steps = []

    class Impatient:
        def step(self, done, total=None, what=""):
            steps.append((done, total))
            if len(steps) == 2:
                raise Cancelled

    with pytest.raises(Cancelled), undoing.doing(workspace, "Ghi 6 việc"):
        given_work.set_status(workspace, late, Status.DONE, progress=Impatient())
    assert len(steps) == 2
    assert {row.standing for row in shown(workspace, late)} == {Standing.OVERDUE}


def test_a_later_day_is_agreed_for_all_or_none(workspace, late):
    agreed = {"reason": "Mưa bão", "agreed_by": "Chủ tịch"}
    given_work.extend(workspace, late[:1], dt.date(2026, 3, 31), **agreed)
    with pytest.raises(NotAllowed):
        given_work.extend(workspace, late, dt.date(2026, 3, 31), **agreed)
    assert {row.first_due is None for row in shown(workspace, late[1:])} == {True}
    given_work.extend(workspace, late, dt.date(2026, 4, 10), **agreed)
    assert {row.due for row in shown(workspace, late)} == {dt.date(2026, 4, 10)}


def test_work_goes_to_another_unit_with_its_plan(workspace, late):
    own = of_unit(workspace, late, EAST)
    to = task_lists.rows(workspace, late)[-1].unit
    with pytest.raises(NotAllowed) as told:
        given_work.hand_over(workspace, own, to)
    assert told.value.rule == "given_already"
    station = workspace.store.value("SELECT id FROM unit WHERE name LIKE 'Trạm%'")
    given_work.hand_over(workspace, own, station)
    assert {row.unit for row in shown(workspace, own)} == {station}


def test_a_call_is_logged_on_all(workspace, late):
    promised = dt.date(2026, 3, 24)
    given_work.log(workspace, late, Channel.PHONE, person="Ông Ba", promised_on=promised)
    assert {(row.urged, row.promised_on) for row in shown(workspace, late)} == {(1, promised)}


def test_whom_to_ring_is_told_for_work_of_one_unit_only(workspace, late):
    workspace.store.run("UPDATE unit SET person = 'Bà Tư' WHERE name = ?", (EAST,))
    assert given_work.person_of(workspace, of_unit(workspace, late, EAST)) == "Bà Tư"
    assert given_work.person_of(workspace, late) == ""


def test_a_step_is_ticked_today_and_taken_back(workspace, late):
    follow_ups.set_checklist(workspace.store, late[0], [ChecklistItem(0, late[0], 0, "Gửi giấy mời")])
    (item,) = task_lists.details(workspace, late[0]).checklist
    given_work.tick(workspace, item.id, done=True)
    assert task_lists.details(workspace, late[0]).checklist[0].done_on == TODAY
    given_work.tick(workspace, item.id, done=False)
    assert task_lists.details(workspace, late[0]).checklist[0].done_on is None


def test_letters_name_the_chosen_alone_and_are_logged_once_a_day(workspace, late, tmp_path: Path):
    own = of_unit(workspace, late, EAST)
    made = given_work.urge(workspace, own, tmp_path)
    assert len(made) == 4
    assert {path.suffix for path in made} == {".pdf", ".docx"}
    with open_pdf(made[0]) as pdf:
        words = " ".join(page.extract_text() for page in pdf.pages)
    assert EAST in words
    assert VILLAGES[1] not in words
    given_work.urge(workspace, own, tmp_path, each=True)
    assert {row.id: row.urged for row in shown(workspace, late)} == {key: int(key in own) for key in late}


def test_letters_of_several_plans_are_printed_as_one(workspace, late):
    pdf = given_work.urge_as_pdf(workspace, late, each=True)
    with open_pdf(BytesIO(pdf)) as made:
        heads = [page.extract_text() for page in made.pages]
    assert sum("Kính gửi" in head for head in heads) == 6
    assert {row.urged for row in shown(workspace, late)} == {1}


def test_where_nothing_is_late_no_letter_is_made(workspace, late, tmp_path: Path):
    given_work.set_status(workspace, late, Status.DONE)
    with pytest.raises(NotAllowed) as told:
        given_work.urge(workspace, late, tmp_path / "folder")
    assert told.value.rule == "nothing_late_chosen"
    assert not (tmp_path / "folder").exists()
