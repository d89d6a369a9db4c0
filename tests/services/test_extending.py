"""Later days agreed for work that was given out: standing follows them, the first day stays."""

import datetime as dt

import pytest
from story import DIVISION, VILLAGES, draft, issued, settle

from desktop.domain.assignment import Standing, Status
from desktop.domain.result import Result
from desktop.errors import NotAllowed, NotFound
from desktop.services import extending, reporting
from desktop.storage import audit, results, tasks, units

EAST, WEST, _ = VILLAGES
FIRST, LATER, TODAY = dt.date(2026, 3, 17), dt.date(2026, 3, 31), dt.date(2026, 3, 20)
AGREED = {"reason": " Mưa  bão ", "agreed_by": "Chủ tịch UBND xã"}


@pytest.fixture
def plan(workspace) -> int:
    """An issued plan whose banners are overdue today."""
    settle(workspace)
    key = issued(workspace).id
    workspace.today.day = TODAY
    return key


def keys(work, plan: int, *names: str) -> list[int]:
    """Assignments of the units named."""
    given = tasks.assignments_of_plan(work.store, plan)
    known = units.by_ids(work.store, {a.unit for a in given})
    return [a.id for name in names for a in given if known[a.unit].name == name]


def lines(work, plan: int, cut_off: dt.date | None = None):
    return {line.name: line for u in reporting.figures(work, plan, cut_off).units for line in u.lines}


def test_the_standing_follows_the_new_day_and_the_first_one_is_shown(workspace, plan):
    chosen = keys(workspace, plan, EAST, WEST)
    kept = extending.extend(workspace, plan, [*chosen, chosen[0]], LATER, asked_on=FIRST, **AGREED)
    assert [(e.assignment, e.old_due, e.new_due, e.reason, e.agreed_on) for e in kept] == [
        (key, FIRST, LATER, "Mưa bão", TODAY) for key in chosen
    ]
    shown = lines(workspace, plan)[EAST]
    assert (shown.assignment, shown.standing, shown.due, shown.first_due, shown.days_late) == (
        chosen[0],
        Standing.NOT_STARTED,
        LATER,
        FIRST,
        0,
    )
    (other,) = [name for name, line in lines(workspace, plan).items() if line.standing is Standing.OVERDUE]
    assert other == VILLAGES[2]
    assert audit.entries(workspace.store, "plan", plan)[0].detail == {"assignments": chosen}


def test_what_is_on_time_is_counted_both_ways(workspace, plan):
    (key,) = keys(workspace, plan, EAST)
    extending.extend(workspace, plan, [key], LATER, **AGREED)
    results.add_all(workspace.store, [Result(key, TODAY, Status.DONE, TODAY)])
    total = reporting.figures(workspace, plan).total
    assert (total.done, total.on_time, total.on_time_first) == (1, 1, 0)


def test_an_older_cut_off_keeps_the_day_that_held_then(workspace, plan):
    extending.extend(workspace, plan, keys(workspace, plan, EAST), LATER, **AGREED)
    then = lines(workspace, plan, TODAY - dt.timedelta(1))[EAST]
    assert (then.standing, then.due, then.first_due, then.days_late) == (Standing.OVERDUE, FIRST, None, 2)


def test_a_day_may_be_extended_again_and_the_first_one_stays(workspace, plan):
    (key,) = keys(workspace, plan, EAST)
    extending.extend(workspace, plan, [key], LATER, agreed_on=FIRST, **AGREED)
    extending.extend(workspace, plan, [key], LATER + dt.timedelta(7), **AGREED)
    assert [e.old_due for e in extending.of_plan(workspace, plan)] == [FIRST, LATER]
    (now,) = [a for a in tasks.assignments_of_plan(workspace.store, plan) if a.id == key]
    assert (now.first_due, now.due) == (FIRST, LATER + dt.timedelta(7))


def test_all_are_extended_or_none(workspace, plan):
    chosen = keys(workspace, plan, EAST, DIVISION)
    with pytest.raises(NotAllowed) as refused:  # the division has until 24/3, later than this
        extending.extend(workspace, plan, chosen, dt.date(2026, 3, 22), **AGREED)
    assert refused.value.rule == "extension_not_later"
    with pytest.raises(NotFound):
        extending.extend(workspace, plan, [chosen[0], 999], LATER, **AGREED)
    assert extending.of_plan(workspace, plan) == []


def test_a_draft_has_nothing_to_extend(workspace):
    settle(workspace)
    with pytest.raises(NotAllowed) as refused:
        extending.extend(workspace, draft(workspace).id, [1], LATER, **AGREED)
    assert refused.value.rule == "plan_not_issued"
