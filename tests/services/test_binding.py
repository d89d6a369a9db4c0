"""Words of tasks are bound to units and groups, or listed."""

import datetime as dt

import pytest
from story import DIVISION, FRONT, RECEIVED, STATION, VILLAGES, add_unit, settle

from desktop.domain.directive import AskedTask
from desktop.domain.task import Party, Task
from desktop.domain.unit import Membership, UnitGroup, UnitKind
from desktop.services.binding import Binder, planned
from desktop.storage import unit_changes, units


@pytest.fixture
def ids(workspace):
    return settle(workspace)


def bound(work, *lead: str):
    binder = Binder(work.store, RECEIVED, "xã Đồng Sen")
    (task,) = binder.tasks(
        [AskedTask("Việc", lead=lead, coordinating=(STATION,), product="Danh sách", sentence="Câu")]
    )
    return task, binder.unbound


def test_a_task_keeps_its_words_product_and_sentence(workspace, ids):
    task, unbound = bound(workspace, DIVISION)
    assert (task.text, task.deliverable, task.source) == ("Việc", "Danh sách", "Câu")
    assert task.leads == (Party(DIVISION, unit=ids[DIVISION]),)
    assert task.coordinating == (Party(STATION, unit=ids[STATION]),)
    assert unbound == []


def test_several_units_named_at_once_become_a_group_once(workspace, ids):
    first, _ = bound(workspace, "Các thôn")
    again, _ = bound(workspace, "các thôn")
    assert first.leads[0].group == again.leads[0].group
    (group,) = units.groups(workspace.store)
    assert (group.name, group.members_on(RECEIVED)) == (
        "Các thôn",
        tuple(ids[name] for name in (VILLAGES[1], VILLAGES[0], VILLAGES[2])),
    )


def test_a_group_of_the_office_is_meant_by_its_name(workspace, ids):
    kept = units.save_group(
        workspace.store, UnitGroup(0, "", "Cụm phía Đông", (Membership(ids[VILLAGES[0]]),))
    )
    task, _ = bound(workspace, "Cụm phía Đông")
    assert task.leads == (Party("Cụm phía Đông", group=kept.id),)


def test_of_several_names_the_unknown_one_alone_is_listed(workspace, ids):
    task, unbound = bound(workspace, f"{DIVISION}, Chi cục Thủy lợi")
    assert [party.is_bound for party in task.leads] == [True, False]
    assert [(some.written, some.position) for some in unbound] == [("Chi cục Thủy lợi", 0)]


def test_words_of_which_nothing_is_known_stay_whole(workspace, ids):
    task, unbound = bound(workspace, "Ủy ban nhân dân các xã, phường")
    assert task.leads == (Party("Ủy ban nhân dân các xã, phường"),)
    assert len(unbound) == 1


def test_units_that_may_be_meant_are_offered(workspace, ids):
    add_unit(workspace, "Trường Tiểu học Số 1")
    add_unit(workspace, "Trường Tiểu học Số 2")
    _, (some,) = bound(workspace, "Trường Tiểu học Số")
    assert set(some.candidates) <= {"Trường Tiểu học Số 1", "Trường Tiểu học Số 2"}


def test_parties_print_under_the_names_and_kinds_of_the_day(workspace, ids):
    day = dt.date(2026, 7, 1)
    unit_changes.rename(workspace.store, ids[DIVISION], "Phòng Văn hóa", day)
    members = tuple(Membership(ids[name]) for name in (FRONT, VILLAGES[0]))
    group = units.save_group(workspace.store, UnitGroup(0, "", "Cụm", members))
    leads = (Party("Phòng VH-XH", unit=ids[DIVISION]), Party("cụm 1", group=group.id), Party("Ai đó"))
    (before,) = planned(workspace.store, [Task(1, "", 1, 0, "Việc", leads)], RECEIVED)
    (after,) = planned(workspace.store, [Task(1, "", 1, 0, "Việc", leads)], day)
    assert [lead.name for lead in before.leads] == [DIVISION, "cụm 1", "Ai đó"]
    assert after.leads[0].name == "Phòng Văn hóa"
    kinds = [{UnitKind.DEPARTMENT}, {UnitKind.FRONT, UnitKind.VILLAGE}, set()]
    assert [lead.kinds for lead in before.leads] == kinds
