"""Packages when clocks go wrong, files come together or again, and several PCs of an office take part."""

import datetime as dt

from story import DIVISION, VILLAGES, add_unit, draft, fill, forms
from two_offices import DONE, LATER, PHRASE, look, take_in, tell, the_plan

from desktop.domain import merging
from desktop.domain.assignment import Status
from desktop.errors import WrongPackage
from desktop.services import (
    extending,
    handover,
    offices,
    package_receiving,
    package_sending,
    planning,
    undoing,
)
from desktop.services.arrivals import Verdict
from desktop.storage import peers, tasks, versions


def given_to(work, plan, unit):
    """What a unit (id) has of a plan."""
    return [a for a in tasks.assignments_of_plan(work.store, plan) if a.unit == unit]


def test_a_path_named_twice_is_news_nevertheless(both):
    path = both.send()
    found = look(both.lower, path, path)
    assert package_receiving.keep(both.lower, found).packages == 1


def test_what_was_kept_once_is_not_kept_again_by_the_same_preview(both):
    found = look(both.lower, both.send())
    package_receiving.keep(both.lower, found)
    assert package_receiving.keep(both.lower, found).packages == 0


def test_results_that_a_clock_behind_left_out_come_when_the_clock_is_right(both):
    both.given()
    both.lower.today.day = LATER + dt.timedelta(3)
    tell(both.lower, **DONE)
    path = both.reply()
    take_in(both.upper, path)
    both.upper.today.day = LATER + dt.timedelta(3)
    (arrival,) = look(both.upper, path)
    assert (arrival.verdict, arrival.changed) == (Verdict.NEWS, 1)
    assert package_receiving.keep(both.upper, [arrival]).results == 1
    assert look(both.upper, path)[0].verdict is Verdict.SAME


def test_the_office_that_gives_work_is_not_taken_for_the_unit_that_gets_it(both):
    unit = add_unit(both.lower, DIVISION)
    both.given()
    assert peers.of_unit(both.lower.store, unit.id) == []


def test_an_office_is_known_by_the_name_it_has_now(both):
    both.given()
    offices.tell(both.upper, name="Ủy ban nhân dân phường Đồng Sen", place="Đồng Sen")
    take_in(both.lower, both.send())
    (peer,) = peers.list_peers(both.lower.store)
    assert peer.name == "Ủy ban nhân dân phường Đồng Sen"


def test_a_hand_over_taken_back_and_received_again_is_answered(both, other):
    both.given()
    tell(both.lower, **DONE)
    path = handover.hand_over(both.upper, None, both.stick)[0]
    with undoing.doing(other, "Nhận 1 gói"):
        take_in(other, path)
    undoing.undo(other)
    draft(other)
    take_in(other, path)
    (arrival,) = look(other, both.reply())
    assert (arrival.error, arrival.new) == (None, 1)


def test_a_received_plan_handed_over_is_answered_by_the_second_pc(both, second):
    both.given()
    take_in(second, handover.hand_over(both.lower, None, both.stick)[0])
    tell(second, **DONE)
    (path,) = package_sending.reply(second, the_plan(second).id, both.stick)
    assert take_in(both.upper, path).results == 1
    tell(both.lower, proposal="Đề nghị hỗ trợ")
    take_in(both.upper, both.reply())
    (above,) = given_to(both.upper, both.plan.id, both.units[DIVISION])
    assert above.status is Status.DONE


def test_a_plan_that_was_handed_over_by_whom_it_was_given_to_is_not_joined_with_ours(both):
    both.given()
    path = handover.hand_over(both.lower, None, both.stick)[0]
    (arrival,) = look(both.upper, path)
    assert isinstance(arrival.error, WrongPackage)


def test_later_days_that_a_hand_over_brings_are_told(both, other):
    take_in(other, handover.hand_over(both.upper, None, both.stick)[0])
    key = the_plan(other).id
    some = [a for a in tasks.assignments_of_plan(other.store, key) if a.due == dt.date(2026, 3, 24)]
    day = dt.date(2026, 4, 10)
    extending.extend(other, key, [a.id for a in some], day, reason="Mưa bão", agreed_by="Chủ tịch")
    (arrival,) = look(both.upper, handover.hand_over(other, None, both.stick)[0])
    assert [(c.field, c.old, c.new) for c in arrival.changes] == [("due", dt.date(2026, 3, 24), day)]
    package_receiving.keep(both.upper, [arrival])
    assert given_to(both.upper, both.plan.id, both.units[DIVISION])[0].due == day


def test_a_form_and_a_reply_that_differ_are_two_sides_of_a_conflict(both, tmp_path):
    both.given()
    tell(both.lower, **DONE)
    form = fill(forms(both.upper, both.plan, tmp_path / "bieu")[DIVISION], {"D8": "Đang thực hiện"})
    take_in(both.upper, form, both.reply())
    (above,) = given_to(both.upper, both.plan.id, both.units[DIVISION])
    (told,) = versions.of_assignments(both.upper.store, [above.id]).values()
    assert [one.field for one in merging.state(told).conflicts] == [merging.Field.STATUS]


def test_a_closed_plan_still_takes_the_reply(both):
    both.given()
    tell(both.lower, **DONE)
    planning.close(both.upper, both.plan.id)
    (arrival,) = look(both.upper, both.reply())
    assert (arrival.error, arrival.new) == (None, 1)
    take_in(both.upper, arrival.path)


def test_a_reply_kept_without_the_one_before_it_brings_all_that_it_holds(both):
    both.given()
    tell(both.lower, status=Status.IN_PROGRESS)
    first = both.reply()
    tell(both.lower, proposal="Cần kinh phí")
    found = look(both.upper, first, both.reply())
    assert package_receiving.keep(both.upper, found[1:]).results == 2


def test_two_hand_overs_of_what_went_out_are_received_together(both, other):
    both.given()
    first = handover.hand_over(both.upper, None, both.stick)[0]
    more = handover.hand_over(both.upper, None, both.stick)[0]
    assert take_in(other, first, more).packages == 2


def test_work_and_the_hand_over_that_carries_it_are_received_together(both, second):
    path = both.send()
    take_in(both.lower, path)
    more = handover.hand_over(both.lower, None, both.stick)[0]
    assert take_in(second, more, path).packages == 2
    tell(second, **DONE)
    (answer,) = package_sending.reply(second, the_plan(second).id, both.stick)
    assert take_in(both.upper, answer).results == 1


def test_two_units_of_one_home_under_different_salts_are_both_answered(both):
    a, b = both.send(passphrase=PHRASE), both.send(VILLAGES[0], passphrase=PHRASE)
    found = look(both.lower, a, b, phrases=(PHRASE,))
    package_receiving.keep(both.lower, found, passphrases=(PHRASE,))
    made = package_sending.reply(both.lower, the_plan(both.lower).id, both.stick, PHRASE)
    assert len(made) == 2
    found = look(both.upper, *made, phrases=(PHRASE,))
    assert [a.error for a in found] == [None, None]


def test_a_version_of_a_day_to_come_is_told_also_with_a_plan_that_is_new(both):
    tell(both.upper, unit=both.units[DIVISION], status=Status.IN_PROGRESS)
    both.lower.today.day = LATER - dt.timedelta(1)
    (arrival,) = look(both.lower, both.send())
    assert [(one.code, one.value) for one in arrival.problems] == [("date_in_future", "26/03/2026")]
