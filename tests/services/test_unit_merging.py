"""Units that become one; their open work goes along."""

import datetime as dt

import pytest
from story import DIVISION, ISSUED, VILLAGES, add_unit, issued, settle

from desktop.domain.assignment import Status
from desktop.domain.result import Result
from desktop.domain.unit import UnitKind
from desktop.errors import NotAllowed, NotFound
from desktop.services import unit_lists, unit_merging
from desktop.storage import results, tasks, units

DAY = dt.date(2026, 3, 20)
EAST, WEST, UPPER = VILLAGES


def rule_of(work, wanted, into, on=DAY) -> str:
    with pytest.raises(NotAllowed) as refused:
        unit_merging.merge(work, wanted, into, on)
    return refused.value.rule


def test_open_work_moves_to_the_successor_and_finished_work_stays(workspace):
    ids = settle(workspace)
    plan = issued(workspace)
    given = {a.unit: a for a in tasks.assignments_of_plan(workspace.store, plan.id)}
    results.add_all(workspace.store, [Result(given[ids[EAST]].id, ISSUED, Status.DONE, ISSUED)])
    into, moved = unit_merging.merge(workspace, [EAST, WEST], "Thôn Đông Đoài", DAY)
    assert (into.name, into.kind, into.started, moved) == ("Thôn Đông Đoài", UnitKind.VILLAGE, DAY, 1)
    now = {a.id: a for a in tasks.assignments_of_plan(workspace.store, plan.id)}
    assert now[given[ids[EAST]].id].unit == ids[EAST]
    assert (now[given[ids[WEST]].id].unit, now[given[ids[WEST]].id].taken_from) == (into.id, ids[WEST])


def test_old_units_end_on_the_day_and_a_backup_is_made_first(workspace):
    settle(workspace)
    unit_merging.merge(workspace, [WEST], EAST, DAY)
    assert WEST in {u.name for u in unit_lists.listed(workspace, DAY - dt.timedelta(1))}
    assert WEST not in {u.name for u in unit_lists.listed(workspace, DAY)}
    assert [path.name for path in (workspace.home / "backups").iterdir() if "before-merge" in path.name]


def test_one_of_the_merged_units_may_go_on(workspace):
    ids = settle(workspace)
    into, _ = unit_merging.merge(workspace, [str(ids[EAST]), "thon doai"], EAST, DAY)
    assert into.id == ids[EAST]
    assert units.get(workspace.store, ids[WEST]).successor == ids[EAST]


@pytest.mark.parametrize(("wanted", "into"), [([EAST], EAST), ([EAST, "thôn đông"], WEST)])
def test_a_unit_is_not_merged_with_itself(workspace, wanted, into):
    settle(workspace)
    assert rule_of(workspace, wanted, into) == "same_unit"


def test_a_unit_that_does_not_exist_on_the_day_is_refused(workspace):
    settle(workspace)
    add_unit(workspace, "Thôn Mới", started=dt.date(2026, 6, 1))
    assert rule_of(workspace, ["Thôn Mới"], EAST) == "unit_ended"
    unit_merging.merge(workspace, [WEST], EAST, DAY)
    assert rule_of(workspace, [WEST], UPPER) == "unit_ended"
    assert rule_of(workspace, [UPPER], WEST) == "unit_ended"


def test_a_name_that_several_units_bear_is_asked_by_id(workspace):
    settle(workspace)
    add_unit(workspace, "Thôn Hạ")
    add_unit(workspace, "Thôn Hà")
    assert rule_of(workspace, ["thon ha"], EAST) == "name_shared"
    into, _ = unit_merging.merge(workspace, ["Thôn Hà"], "Thôn Hạ", DAY)
    assert into.name == "Thôn Hạ"


@pytest.mark.parametrize(("wanted", "into"), [(["Thôn Lạ"], DIVISION), (["999"], DIVISION), ([EAST], "999")])
def test_a_unit_that_is_not_there_is_told(workspace, wanted, into):
    settle(workspace)
    with pytest.raises(NotFound):
        unit_merging.merge(workspace, wanted, into, DAY)
