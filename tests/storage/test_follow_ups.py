"""Steps, later days and reminders of assignments."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.follow_up import Channel, ChecklistItem, Extension, Urging
from desktop.errors import NotFound
from desktop.storage import follow_ups, tasks
from desktop.storage.store import Store

DAY, DUE, LATER = dt.date(2026, 3, 2), dt.date(2026, 4, 13), dt.date(2026, 5, 4)


def test_steps_are_ticked_one_by_one(store: Store, work) -> None:
    last = work.assign(store)[-1].id
    first, _ = follow_ups.checklist(store, [last])
    follow_ups.tick(store, first.id, DAY)
    assert [(item.text, item.done_on) for item in follow_ups.checklist(store, [last])] == [
        ("Lập danh sách", DAY),
        ("Gửi giấy mời", None),
    ]
    follow_ups.tick(store, first.id, None)
    assert follow_ups.checklist(store, [last])[0] == first


def test_a_step_that_is_not_there_cannot_be_ticked(store: Store) -> None:
    with pytest.raises(NotFound):
        follow_ups.tick(store, 1, DAY)


def test_steps_are_replaced_and_keep_what_was_done(store: Store, work) -> None:
    last = work.assign(store)[-1].id
    first, second = follow_ups.checklist(store, [last])
    follow_ups.tick(store, second.id, DAY)
    second = follow_ups.checklist(store, [last])[1]
    follow_ups.set_checklist(store, last, [second, ChecklistItem(0, last, 0, "Thuê loa"), first])
    assert [(i.text, i.done_on, i.position) for i in follow_ups.checklist(store, [last])] == [
        ("Gửi giấy mời", DAY, 0),
        ("Thuê loa", None, 1),
        ("Lập danh sách", None, 2),
    ]


def test_an_extension_keeps_the_first_day(store: Store, work) -> None:
    first = work.assign(store)[0].id
    asked = Extension(first, LATER, "mưa bão", "Chủ tịch", DAY, DAY)
    follow_ups.extend(store, asked)
    follow_ups.extend(store, replace(asked, new_due=LATER + dt.timedelta(7)))
    assert tasks.assignments_of_plan(store, work.plan.id)[0].due == LATER + dt.timedelta(7)
    assert follow_ups.first_dues_of_plan(store, work.plan.id) == {first: DUE}
    one, two = follow_ups.extensions_of_plan(store, work.plan.id)
    assert replace(one, id=0, uid="") == replace(asked, old_due=DUE)
    assert (two.old_due, two.new_due) == (LATER, LATER + dt.timedelta(7))


def test_what_was_not_given_out_cannot_be_extended(store: Store) -> None:
    with pytest.raises(NotFound):
        follow_ups.extend(store, Extension(1, LATER))


def test_reminders_are_logged_in_order(store: Store, work) -> None:
    first, second, *_ = work.assign(store)
    told = [
        Urging(first.id, LATER, Channel.LETTER, uid="u1"),
        Urging(second.id, DUE, Channel.PHONE, "Bà Lan", LATER, "sẽ gửi"),
    ]
    follow_ups.add_urgings(store, told)
    logged = follow_ups.urgings_of_plan(store, work.plan.id)
    assert [replace(one, id=0, uid="") for one in logged] == [told[1], replace(told[0], uid="")]
