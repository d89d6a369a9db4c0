"""The page of units as of a day."""

import datetime as dt

from story import ISSUED, STATION, VILLAGES, add_unit, issued, settle

from desktop.domain.assignment import Standing
from desktop.services import unit_editing, unit_views

LATER = dt.date(2026, 3, 20)
EAST, WEST, UPPER = VILLAGES


def line(work, name, on=None):
    return next(one for one in unit_views.load(work, on).lines if one.name.name == name)


def test_open_and_overdue_work_of_issued_plans_is_counted(workspace):
    ids = settle(workspace)
    issued(workspace)
    assert (line(workspace, EAST).open, line(workspace, EAST).overdue) == (1, 0)
    workspace.store.run("UPDATE assignment SET due = '2026-02-01'")
    assert (line(workspace, EAST).open, line(workspace, EAST).overdue) == (1, 1)
    (task,) = unit_views.open_work(workspace, ids[EAST])
    assert (task.text, task.due, task.standing) == (
        "Treo băng rôn, khẩu hiệu",
        dt.date(2026, 2, 1),
        Standing.OVERDUE,
    )


def test_a_day_before_a_change_shows_the_old_name_and_groups(workspace):
    ids = settle(workspace)
    key = unit_editing.add_group(workspace, "Các thôn ven sông", [ids[EAST]]).id
    unit_editing.rename(workspace, ids[EAST], "Thôn Đông Hà", LATER)
    unit_editing.set_members(workspace, key, [ids[WEST]], LATER)
    before = line(workspace, EAST, ISSUED)
    assert key in before.groups
    assert "Các thôn ven sông" in before.group_names
    after = line(workspace, "Thôn Đông Hà", LATER)
    assert key not in after.groups
    assert "thon dong ha" in after.folded
    assert "thon dong " in after.folded
    counted = {group.name: group.members for group in unit_views.load(workspace, LATER).groups}
    assert counted["Các thôn ven sông"] == 1


def test_a_dissolved_unit_is_listed_as_no_longer_living(workspace):
    ids = settle(workspace)
    unit_editing.dissolve(workspace, [ids[STATION]], LATER)
    assert line(workspace, STATION, LATER).is_living is False
    assert line(workspace, STATION, ISSUED).is_living is True


def test_the_statements_do_not_grow_with_the_units(workspace):
    settle(workspace)
    for number in range(40):
        add_unit(workspace, f"Thôn {number}")
    counted: list[str] = []
    workspace.store.connection().trace_v2(1, lambda told: counted.append(told["sql"]))
    unit_views.load(workspace)
    workspace.store.connection().trace_v2(0, None)
    assert len(counted) == 5
