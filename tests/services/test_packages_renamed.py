"""Packages when units were renamed, merged or called alike on the way: work is found, and never doubled."""

import datetime as dt

from story import DIVISION, VILLAGES, add_unit
from two_offices import DONE, LATER, look, take_in, tell, the_plan

from desktop.domain.assignment import Assignment, Status
from desktop.services import (
    extending,
    handover,
    unit_editing,
    unit_merging,
)
from desktop.services.arrivals import Verdict
from desktop.storage import given, tasks, units


def given_to(work, plan, unit):
    """What a unit (id) has of a plan."""
    return [a for a in tasks.assignments_of_plan(work.store, plan) if a.unit == unit]


def given_work(work):
    """All work of the only plan."""
    return tasks.assignments_of_plan(work.store, the_plan(work).id)


def test_a_unit_renamed_above_stays_the_same_unit_below(both):
    add_unit(both.lower, DIVISION)
    key = both.given()
    tell(both.lower, **DONE)
    unit_editing.rename(both.upper, both.units[DIVISION], "Phòng Kinh tế", LATER)
    take_in(both.lower, both.send())
    assert len(tasks.assignments_of_plan(both.lower.store, key)) == 1
    take_in(both.upper, both.reply())
    (above,) = given_to(both.upper, both.plan.id, both.units[DIVISION])
    assert above.status is Status.DONE


def test_a_unit_renamed_on_one_pc_stays_the_same_unit_on_the_other(both, other):
    for name in both.units:
        add_unit(other, name)
    take_in(other, handover.hand_over(both.upper, None, both.stick)[0])
    unit_editing.rename(both.upper, both.units[DIVISION], "Phòng Kinh tế", LATER)
    count = len(tasks.assignments_of_plan(both.upper.store, both.plan.id))
    take_in(other, handover.hand_over(both.upper, None, both.stick)[0])
    assert len(tasks.assignments_of_plan(other.store, the_plan(other).id)) == count


def test_a_reply_finds_the_work_that_went_to_a_successor(both):
    both.given()
    tell(both.lower, **DONE)
    unit_merging.merge(both.upper, (DIVISION, VILLAGES[0]), "Phòng Kinh tế", LATER)
    (arrival,) = look(both.upper, both.reply())
    assert (arrival.verdict, arrival.new, arrival.problems) == (Verdict.NEWS, 1, ())


def test_a_reply_finds_the_work_that_went_to_a_successor_twice(both):
    both.given()
    tell(both.lower, **DONE)
    unit_merging.merge(both.upper, (DIVISION, VILLAGES[0]), "Phòng Kinh tế", LATER)
    unit_merging.merge(both.upper, ("Phòng Kinh tế", VILLAGES[1]), "Phòng Tổng hợp", LATER)
    (arrival,) = look(both.upper, both.reply())
    assert (arrival.verdict, arrival.new, arrival.problems) == (Verdict.NEWS, 1, ())


def test_a_hand_over_moves_the_work_that_a_successor_has(both, other):
    take_in(other, handover.hand_over(both.upper, None, both.stick)[0])
    tell(both.upper, unit=both.units[DIVISION], status=Status.IN_PROGRESS)
    unit_merging.merge(both.upper, (DIVISION, VILLAGES[0]), "Phòng Kinh tế", LATER)
    take_in(other, handover.hand_over(both.upper, None, both.stick)[0])
    stands = [sorted(one.status for one in given_work(work)) for work in (both.upper, other)]
    assert stands[0] == stands[1]


def test_a_package_for_a_successor_moves_the_work_below(both):
    both.given()
    unit_merging.merge(both.upper, (DIVISION, VILLAGES[0]), "Phòng Kinh tế", LATER)
    both.units["mới"] = given_work(both.upper)[0].unit
    take_in(both.lower, both.send("mới"))
    names = {units.get(both.lower.store, one.unit).name for one in given_work(both.lower)}
    assert names == {"Phòng Kinh tế"}


def test_work_that_went_to_a_successor_below_is_still_answered(both):
    key = both.given()
    (given,) = tasks.assignments_of_plan(both.lower.store, key)
    unit = units.get(both.lower.store, given.unit)
    add_unit(both.lower, "Tổ Văn hóa")
    unit_merging.merge(both.lower, (unit.name, "Tổ Văn hóa"), "Phòng Kinh tế", LATER)
    tell(both.lower, **DONE)
    take_in(both.upper, both.reply())
    (above,) = given_to(both.upper, both.plan.id, both.units[DIVISION])
    assert above.status is Status.DONE


def test_a_newer_package_of_work_that_went_to_a_successor_gives_it_no_second_time(both):
    key = both.given()
    (given,) = tasks.assignments_of_plan(both.lower.store, key)
    unit = units.get(both.lower.store, given.unit)
    add_unit(both.lower, "Tổ Văn hóa")
    unit_merging.merge(both.lower, (unit.name, "Tổ Văn hóa"), "Phòng Kinh tế", LATER)
    take_in(both.lower, both.send())
    assert len(tasks.assignments_of_plan(both.lower.store, key)) == 1


def test_a_hand_over_of_a_pc_that_knows_of_no_merger_doubles_no_work(both, other):
    take_in(other, handover.hand_over(both.upper, None, both.stick)[0])
    count = len(tasks.assignments_of_plan(both.upper.store, both.plan.id))
    unit_merging.merge(both.upper, (DIVISION, VILLAGES[0]), "Phòng Kinh tế", LATER)
    key = next(a.id for a in tasks.assignments_of_plan(other.store, the_plan(other).id))
    extending.extend(
        other, the_plan(other).id, [key], dt.date(2026, 4, 10), reason="Mưa bão", agreed_by="Chủ tịch"
    )
    take_in(both.upper, handover.hand_over(other, None, both.stick)[0])
    assert len(tasks.assignments_of_plan(both.upper.store, both.plan.id)) == count


def test_units_of_the_same_name_that_are_handed_over_stay_two(both, other):
    twin = add_unit(both.upper, VILLAGES[0])
    add_unit(other, VILLAGES[0])
    (task,) = [t for t in tasks.of_plan(both.upper.store, both.plan.id) if t.text.startswith("Treo")]
    given.give(both.upper.store, [Assignment(0, task.id, twin.id)])
    count = len(tasks.assignments_of_plan(both.upper.store, both.plan.id))
    take_in(other, handover.hand_over(both.upper, None, both.stick)[0])
    assert len(tasks.assignments_of_plan(other.store, the_plan(other).id)) == count
