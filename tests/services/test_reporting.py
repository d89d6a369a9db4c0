"""What comes out of results: figures at a cut-off, and all that a report tells of."""

import datetime as dt
from dataclasses import replace

import pytest
from story import DIVISION, FRONT, ISSUED, READING, VILLAGES, draft, issued, settle

from desktop.domain.assignment import Standing, Status
from desktop.domain.follow_up import Channel, Urging
from desktop.domain.result import Result
from desktop.errors import NotAllowed, NotFound
from desktop.services import next_year, planning, report_drafts, report_sending, reporting, unit_merging
from desktop.storage import follow_ups, results, tasks, unit_changes

EAST, WEST, UPPER = VILLAGES
CUT_OFF, LATER = dt.date(2026, 3, 27), dt.date(2026, 3, 28)


def report(work, plan, name, on=dt.date(2026, 3, 20), done_on=dt.date(2026, 3, 16), **values) -> None:
    """One unit says that its work on the plan is done."""
    given = tasks.assignments_of_plan(work.store, plan.id)
    key = next(a.id for a in given if name in names_of(work, a.unit))
    results.add_all(work.store, [Result(key, on, Status.DONE, done_on, **values)])


def names_of(work, key: int) -> str:
    return str(work.store.value("SELECT name FROM unit WHERE id = ?", (key,)))


def standings(figures) -> dict[str, Standing]:
    return {line.name: line.standing for task in figures.tasks for line in task.lines}


def test_an_older_cut_off_shows_how_things_stood_then(workspace):
    settle(workspace)
    plan = issued(workspace)
    report(workspace, plan, EAST)
    report(workspace, plan, WEST, done_on=dt.date(2026, 3, 19))
    workspace.today.day = CUT_OFF
    now = standings(reporting.figures(workspace, plan.id))
    assert (now[EAST], now[WEST], now[UPPER]) == (Standing.DONE, Standing.DONE_LATE, Standing.OVERDUE)
    then = reporting.figures(workspace, plan.id, dt.date(2026, 3, 17))
    assert set(standings(then).values()) == {Standing.NOT_STARTED}
    assert then.total.reported == 0


def test_units_that_are_gone_are_not_counted_but_were_on_an_older_day(workspace):
    ids = settle(workspace)
    plan = issued(workspace)
    unit_changes.dissolve(workspace.store, ids[EAST], dt.date(2026, 3, 20))
    assert reporting.figures(workspace, plan.id, dt.date(2026, 3, 19)).total.assigned == 5
    assert reporting.figures(workspace, plan.id, CUT_OFF).total.assigned == 4


def test_work_handed_over_counts_for_the_unit_that_had_it_on_the_day(workspace):
    settle(workspace)
    plan = issued(workspace)
    unit_merging.merge(workspace, [EAST], "Thôn Mới", dt.date(2026, 3, 20))
    before = standings(reporting.figures(workspace, plan.id, dt.date(2026, 3, 19)))
    after = standings(reporting.figures(workspace, plan.id, CUT_OFF))
    assert EAST in before
    assert "Thôn Mới" not in before
    assert "Thôn Mới" in after
    assert EAST not in after


def test_units_stand_in_the_order_of_the_list(workspace):
    settle(workspace)
    figures = reporting.figures(workspace, issued(workspace).id)
    assert [unit.name for unit in figures.units] == [DIVISION, FRONT, *VILLAGES]


@pytest.mark.parametrize(
    ("ask", "rule"),
    [
        (
            lambda work, plan, _: reporting.figures(work, plan.id, ISSUED - dt.timedelta(1)),
            "cut_off_before_plan",
        ),
        (lambda work, *_: reporting.matter(work, draft(work).id), "plan_not_issued"),
    ],
)
def test_what_cannot_be_counted_is_refused(workspace, tmp_path, ask, rule):
    settle(workspace)
    plan = issued(workspace)
    with pytest.raises(NotAllowed) as refused:
        ask(workspace, plan, tmp_path)
    assert refused.value.rule == rule
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_plan_that_is_not_there_is_told(workspace):
    with pytest.raises(NotFound):
        reporting.figures(workspace, 9)


def test_a_plan_issued_for_a_day_to_come_is_counted_on_that_day(workspace):
    settle(workspace)
    plan = draft(workspace)
    planning.issue(workspace, plan.id, 15, dt.date(2026, 4, 1))
    assert reporting.figures(workspace, plan.id).cut_off == dt.date(2026, 4, 1)


def told(work, plan, cut_off=CUT_OFF):
    return reporting.matter(work, plan.id, cut_off)


def test_a_report_names_the_directive_that_asked_for_the_plan(workspace):
    settle(workspace)
    basis = told(workspace, issued(workspace)).basis
    assert basis.startswith("Công văn số 312/SYT-BTXH ngày 02/3/2026 của Sở Y tế về việc tổ chức")


def test_units_that_were_reminded_by_the_cut_off_are_known(workspace):
    ids = settle(workspace)
    plan = issued(workspace)
    given = {a.unit: a.id for a in tasks.assignments_of_plan(workspace.store, plan.id)}
    reminders = [
        Urging(given[ids[EAST]], CUT_OFF, Channel.PHONE),
        Urging(given[ids[WEST]], LATER, Channel.PHONE),
    ]
    follow_ups.add_urgings(workspace.store, reminders)
    assert told(workspace, plan).urged == (ids[EAST],)


def before(work, year=2025, **values):
    """The plan of an earlier year, issued; one village did its work."""
    day = work.today.day
    work.today.day = dt.date(year, 3, 3)
    plan = draft(work, replace(READING, date=dt.date(year, 3, 2)))
    work.today.day = dt.date(year, 3, 5)
    plan = planning.issue(work, plan.id, 11, dt.date(year, 3, 5))
    report(work, plan, EAST, on=dt.date(year, 3, 20), done_on=dt.date(year, 3, 16), **values)
    work.today.day = day
    return plan


def follow(work, old):
    """This year's plan made from an older one, issued."""
    new, _ = next_year.new_from_plan(work, old.id, 2026)
    work.today.day = ISSUED
    return planning.issue(work, new.id, 15, ISSUED)


def test_the_year_before_is_counted_on_the_same_day(workspace):
    settle(workspace)
    old = before(workspace)
    earlier = told(workspace, follow(workspace, old)).earlier
    assert earlier is not None
    assert (earlier.plan, earlier.year, earlier.figures.cut_off) == (old, 2025, dt.date(2025, 3, 27))
    assert earlier.figures.total.done == 1


def test_the_year_before_is_as_it_was_reported(workspace):
    settle(workspace)
    old = before(workspace)
    workspace.today.day = dt.date(2025, 4, 10)
    sent = report_drafts.open_for_plan(workspace, old.id, dt.date(2025, 4, 2))
    report_sending.send(workspace, sent.id, 3, dt.date(2025, 4, 3))
    report(workspace, old, WEST, on=dt.date(2025, 4, 9))
    earlier = told(workspace, follow(workspace, old)).earlier
    assert earlier is not None
    assert (earlier.figures.cut_off, earlier.figures.total.done) == (dt.date(2025, 4, 2), 1)


def test_a_plan_of_the_same_year_in_between_is_passed_over(workspace):
    settle(workspace)
    old = before(workspace)
    middle, _ = next_year.new_from_plan(workspace, old.id, 2026)
    earlier = told(workspace, follow(workspace, middle)).earlier
    assert earlier is not None
    assert earlier.plan == old


def test_without_a_plan_of_another_year_nothing_is_compared(workspace):
    settle(workspace)
    assert told(workspace, issued(workspace)).earlier is None


def test_a_plan_on_which_nothing_was_reported_is_not_compared(workspace):
    settle(workspace)
    old = before(workspace)
    workspace.store.run("DELETE FROM result")
    assert told(workspace, follow(workspace, old)).earlier is None


def test_a_day_on_which_the_plan_before_was_not_out_yet_is_not_compared(workspace):
    settle(workspace)
    new = follow(workspace, before(workspace))
    workspace.store.run("UPDATE plan SET date = '2025-06-01' WHERE number = 11")
    assert told(workspace, new).earlier is None


def test_the_29_of_february_is_compared_with_the_28(workspace):
    settle(workspace)
    new = follow(workspace, before(workspace))
    earlier = told(workspace, new, dt.date(2028, 2, 29)).earlier
    assert earlier is not None
    assert earlier.figures.cut_off == dt.date(2027, 2, 28)


def test_a_plan_that_was_drafted_anew_is_said_to_continue_one(workspace):
    settle(workspace)
    old, new = before(workspace), issued(workspace)
    assert told(workspace, new).earlier is None
    reporting.continue_from(workspace, new.id, old.id)
    earlier = told(workspace, new).earlier
    assert earlier is not None
    assert earlier.plan == old


def test_only_an_issued_plan_of_an_earlier_year_is_continued(workspace):
    settle(workspace)
    old, new = before(workspace), issued(workspace)
    wrong = ((old.id, new.id), (new.id, new.id), (new.id, draft(workspace).id))
    for key, earlier in wrong:
        with pytest.raises(NotAllowed, match="not_an_earlier_plan"):
            reporting.continue_from(workspace, key, earlier)
