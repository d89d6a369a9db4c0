"""What the page Nhiệm vụ asks: ids, a month with its days off, units, one assignment in detail; and its deadlines as a calendar."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from story import DIVISION, ISSUED, VILLAGES, issued, settle

from desktop.domain.assignment import Status
from desktop.domain.follow_up import Channel
from desktop.domain.unit import UnitGroup
from desktop.errors import NotAllowed, NotFound
from desktop.services import calendar, extending, given_work, planning, task_lists
from desktop.services.task_lists import Show, Wanted
from desktop.storage import units

TODAY = dt.date(2026, 3, 20)
MADE = dt.datetime(2026, 3, 20, 1, tzinfo=dt.UTC)


@pytest.fixture
def plan(workspace) -> int:
    """An issued plan on a day when its banners are overdue."""
    settle(workspace)
    key = issued(workspace).id
    workspace.today.day = TODAY
    return key


def test_what_is_overdue_comes_first_and_is_counted(workspace, plan):
    keys = task_lists.ids(workspace, Wanted())
    rows = task_lists.rows(workspace, keys)
    assert [row.unit_name for row in rows[:3]] == list(VILLAGES)
    assert task_lists.counts(workspace, Wanted())[Show.OVERDUE] == 3
    assert task_lists.count(workspace, Wanted()) == len(keys) == 5
    assert list(task_lists.overdue_ids(workspace, Wanted())) == list(keys[:3])


def test_what_is_overdue_keeps_to_those_who_are_silent(workspace, plan):
    keys = task_lists.overdue_ids(workspace, Wanted())
    given_work.set_status(workspace, keys[:1], Status.IN_PROGRESS)
    wanted = Wanted(show=frozenset({Show.SILENT, Show.DONE}))
    assert list(task_lists.overdue_ids(workspace, wanted)) == list(keys[1:])


def test_a_month_has_whole_weeks_and_names_of_days_off(workspace, plan):
    month = task_lists.month(workspace, Wanted(), dt.date(2026, 4, 1))
    assert (month.days[0].day, month.days[-1].day) == (dt.date(2026, 3, 30), dt.date(2026, 5, 3))
    told = {one.day: one for one in month.days}
    assert told[dt.date(2026, 4, 30)].holiday == "Ngày Chiến thắng"
    assert told[dt.date(2026, 4, 5)].is_off
    assert not told[dt.date(2026, 4, 6)].is_off


def test_a_day_counts_its_work_and_names_its_first_tasks(workspace, plan):
    month = task_lists.month(workspace, Wanted(), dt.date(2026, 3, 1))
    (day,) = [one for one in month.days if one.day == dt.date(2026, 3, 17)]
    assert (day.many, day.open, day.tasks) == (3, 3, 1)
    assert day.first[0].text.startswith("Treo băng rôn")


def test_the_period_of_the_filter_holds_within_the_month(workspace, plan):
    wanted = task_lists.of_month(Wanted(since=dt.date(2026, 3, 18)), dt.date(2026, 3, 1))
    assert (wanted.since, wanted.until) == (dt.date(2026, 3, 18), dt.date(2026, 3, 31))
    month = task_lists.month(workspace, wanted, dt.date(2026, 3, 1))
    assert sum(one.many for one in month.days) == 1


def test_units_are_counted(workspace, plan):
    told = {one.name: one.overdue for one in task_lists.by_unit(workspace, Wanted())}
    assert told[VILLAGES[0]] == 1
    assert told[DIVISION] == 0


def test_one_assignment_is_told_with_all_that_was_said_of_it(workspace, plan):
    key = task_lists.overdue_ids(workspace, Wanted())[0]
    given_work.log(workspace, [key], Channel.ZALO, note="Đã xem")
    given_work.log(workspace, [key], Channel.PHONE)
    extending.extend(workspace, plan, [key], dt.date(2026, 3, 31), reason="Mưa", agreed_by="Chủ tịch")
    given_work.set_status(workspace, [key], Status.DONE)
    told = task_lists.details(workspace, key)
    assert told.row.id == key
    assert [one.channel for one in told.urgings] == [Channel.PHONE, Channel.ZALO]
    assert [one.new_due for one in told.extensions] == [dt.date(2026, 3, 31)]
    assert [one.status for one in told.results] == [Status.DONE]
    assert told.task.text.startswith("Treo băng rôn")


def test_an_assignment_that_is_gone_is_told_so(workspace, plan):
    with pytest.raises(NotFound):
        task_lists.details(workspace, 999)


def test_running_plans_and_names_to_filter_by(workspace, plan):
    group = units.save_group(workspace.store, UnitGroup(0, "", "Khối thôn"))
    row = task_lists.rows(workspace, task_lists.ids(workspace, Wanted()))[0]
    assert [one.id for one in task_lists.running_plans(workspace)] == [plan]
    assert task_lists.unit_name(workspace, row.unit) == row.unit_name
    assert (task_lists.group_name(workspace, group.id), task_lists.group_name(workspace, 99)) == (
        "Khối thôn",
        "",
    )
    planning.close(workspace, plan)
    assert task_lists.running_plans(workspace) == []
    assert len(task_lists.ids(workspace, Wanted())) == 0
    assert task_lists.has_any(workspace)


def test_deadlines_are_saved_as_a_calendar(workspace, plan, tmp_path: Path):
    content = calendar.save(workspace, Wanted(), tmp_path / "han.ics", MADE).read_bytes()
    words = content.replace(b"\r\n ", b"").decode()
    assert words.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20260317" in words
    assert "(3 đơn vị)" in words
    assert "Kế hoạch: 15/KH-UBND" in words


def test_the_same_deadline_has_the_same_name_each_time(workspace, plan, tmp_path: Path):
    made = [calendar.save(workspace, Wanted(), tmp_path / f"{at}.ics", MADE) for at in range(2)]
    assert made[0].read_bytes() == made[1].read_bytes()


def test_a_calendar_of_nothing_is_not_made(workspace, plan, tmp_path: Path):
    far = replace(Wanted(), since=ISSUED.replace(year=2030))
    with pytest.raises(NotAllowed) as told:
        calendar.save(workspace, far, tmp_path / "han.ics")
    assert told.value.rule == "no_deadlines"
