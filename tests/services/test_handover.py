"""Open work goes to another officer or another PC of the office, which goes on with it; several PCs come to the same state."""

import datetime as dt
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story import DIVISION, FRONT, VILLAGES, Clock, draft
from two_offices import DONE, LATER, PHRASE, look, take_in, tell, the_plan, two_offices

from desktop.domain.assignment import Status
from desktop.domain.merging import Field
from desktop.domain.package import PackageKind
from desktop.errors import NotAllowed, NotFound
from desktop.services import (
    evidence,
    extending,
    handover,
    offices,
    package_receiving,
    package_sending,
    undoing,
)
from desktop.services.arrivals import Verdict, clashes_of
from desktop.services.workspace import Workspace
from desktop.storage import packages, peers, plans, results, tasks, units

HEAD, NAMESAKE = "Lê Văn Hòa", "0987654321"


def in_charge(both, *names, person=HEAD, phone="0912345678"):
    """Have units of the upper office name their officer."""
    for name in names:
        unit = units.get(both.upper.store, both.units[name])
        contact = replace(unit.contact, person=person, position="Trưởng bộ phận", phone=phone)
        units.save(both.upper.store, replace(unit, contact=contact))


def give(work, both, person=None, **more):
    """Hand over onto the stick; gives the package."""
    return handover.hand_over(work, person, both.stick, **more)[0]


def stand(work):
    """(uid of the task, name of the unit) -> what stands of it in any home."""
    found = {}
    for plan in plans.heads(work.store):
        uids = {task.id: task.uid for task in tasks.of_plan(work.store, plan.id)}
        newest = {r.assignment: r for r in results.latest_of_plan(work.store, plan.id)}
        for one in tasks.assignments_of_plan(work.store, plan.id):
            name = units.get(work.store, one.unit).name
            told = newest.get(one.id)
            found[uids[one.task], name] = (
                one.status, one.due, one.first_due, one.done_on, told and (told.text, told.reason, told.proposal),
            )  # fmt: skip
    return found


def of_unit(work, name):
    return next(
        key for key in units.ids_by_uid(work.store).values() if units.get(work.store, key).name == name
    )


def test_the_officers_are_those_whom_units_with_open_work_name(both):
    in_charge(both, DIVISION, VILLAGES[0])
    in_charge(both, VILLAGES[1], person="An Thị Bé")
    assert [(one.label, len(one.units), one.open, one.overdue) for one in handover.persons(both.upper)] == [
        ("An Thị Bé", 1, 1, 1), (HEAD, 2, 2, 2),
    ]  # fmt: skip


def test_an_officer_hands_over_the_work_of_the_units_that_name_him(both):
    in_charge(both, DIVISION, VILLAGES[0])
    for typed in ("lê văn hoà", "le van hoa"):
        (found,) = handover.open_work(both.upper, typed)
        assert found.plan.id == both.plan.id
        assert {line.name for line in found.lines} == {DIVISION, VILLAGES[0]}


def test_namesakes_are_told_apart_by_their_telephone(both):
    in_charge(both, DIVISION)
    in_charge(both, VILLAGES[0], phone=NAMESAKE)
    with pytest.raises(NotAllowed, match="officer_shared"):
        handover.open_work(both.upper, HEAD)
    (found,) = handover.open_work(both.upper, f"{HEAD} ({NAMESAKE})")
    assert [line.name for line in found.lines] == [VILLAGES[0]]


def test_who_has_no_open_work_hands_nothing_over(both, other):
    with pytest.raises(NotFound, match="officer"):
        handover.open_work(both.upper, HEAD)
    draft(other)
    with pytest.raises(NotAllowed, match="nothing_to_hand_over"):
        give(other, both)


def test_a_plan_arrives_whole_and_is_the_offices_own(both, other):
    take_in(other, give(both.upper, both))
    there = the_plan(other)
    assert (there.uid, there.origin) == (both.plan.uid, None)
    assert plans.pdf(other.store, there.id) == plans.pdf(both.upper.store, both.plan.id)
    assert stand(other) == stand(both.upper)


def test_only_the_work_of_that_officer_goes_along(both, other):
    in_charge(both, DIVISION)
    take_in(other, give(both.upper, both, HEAD))
    assert [name for _, name in stand(other)] == [DIVISION]
    (unit,) = units.by_ids(other.store, units.ids_by_uid(other.store).values()).values()
    assert unit.contact.person == HEAD


def test_results_and_evidence_go_along(both, other, tmp_path):
    key = both.units[DIVISION]
    tell(both.upper, unit=key, status=Status.IN_PROGRESS, text="Đang chuẩn bị", reason="Chờ kinh phí")
    paper = tmp_path / "du-toan.pdf"
    paper.write_bytes(b"%PDF-1.4\n%%EOF\n")
    (given,) = [a.id for a in tasks.assignments_of_plan(both.upper.store, both.plan.id) if a.unit == key]
    evidence.add(both.upper, both.plan.id, given, [paper])
    assert take_in(other, give(both.upper, both)).files == 1
    assert stand(other) == stand(both.upper)


def test_the_same_hand_over_twice_changes_nothing(both, other):
    path = give(both.upper, both)
    take_in(other, path)
    before = stand(other)
    (again,) = look(other, path)
    assert (again.verdict, again.new, again.changed) == (Verdict.SAME, 0, 0)
    assert take_in(other, give(both.upper, both)).results == 0
    assert stand(other) == before


def test_a_reply_to_what_the_first_pc_sent_is_taken_in_by_the_second(both, other):
    both.given()
    tell(both.lower, **DONE)
    take_in(other, give(both.upper, both))
    (arrival,) = look(other, both.reply())
    assert (arrival.kind, arrival.verdict, arrival.unit) == (PackageKind.REPLY, Verdict.NEWS, DIVISION)
    package_receiving.keep(other, [arrival])
    plan = the_plan(other)
    assert packages.of_plan(other.store, plan.id)[of_unit(other, DIVISION)].replied_at
    assert [one[0] for (_, name), one in stand(other).items() if name == DIVISION] == [Status.DONE]


def test_a_reply_is_taken_in_after_two_hand_overs_too(both, other, tmp_path):
    both.given()
    tell(both.lower, **DONE)
    take_in(other, give(both.upper, both))
    (tmp_path / "may-ba").mkdir()
    with Workspace.open(tmp_path / "may-ba", Clock(LATER)) as third:
        offices.tell(third, name="Ủy ban nhân dân xã Đồng Sen", place="Đồng Sen")
        take_in(third, give(other, both))
        assert take_in(third, both.reply()).results == 1


def test_a_received_plan_is_answered_from_where_it_was_handed_over(both, other):
    both.given()
    take_in(other, give(both.lower, both))
    there = the_plan(other)
    assert there.is_received
    assert peers.get(other.store, there.origin or 0).name == "Ủy ban nhân dân xã Đồng Sen"
    tell(other, **DONE)
    (reply,) = package_sending.reply(other, there.id, both.stick)
    (arrival,) = look(both.upper, reply)
    assert (arrival.verdict, arrival.unit, arrival.new) == (Verdict.NEWS, DIVISION, 1)


def test_two_pcs_that_exchange_what_each_did_come_to_the_same(both, other):
    take_in(other, give(both.upper, both))
    tell(both.upper, unit=both.units[DIVISION], **DONE)
    tell(other, unit=of_unit(other, FRONT), status=Status.IN_PROGRESS, text="Đã vận động")
    to_other, to_first = give(both.upper, both), give(other, both)
    take_in(other, to_other)
    take_in(both.upper, to_first)
    assert stand(other) == stand(both.upper)
    told = {name: one[0] for (_, name), one in stand(other).items()}
    assert (told[DIVISION], told[FRONT]) == (Status.DONE, Status.IN_PROGRESS)


STEPS = st.lists(
    st.tuples(st.sampled_from((0, 1)), st.sampled_from(("tell", "send", "send")), st.integers(0, 11)),
    max_size=8,
)


@settings(max_examples=4)
@given(STEPS)
def test_whatever_two_pcs_do_and_exchange_the_last_exchange_makes_them_the_same(tmp_path_factory, steps):
    both = two_offices(tmp_path_factory.mktemp("hai-may"))
    pcs = (both.upper, both.lower)  # the lower one serves as another PC here
    try:
        for at, what, number in [(0, "send", 0), *steps, (0, "send", 0), (1, "send", 0)]:
            if what == "send":
                take_in(pcs[1 - at], give(pcs[at], both))
            else:
                unit = of_unit(pcs[at], (DIVISION, FRONT)[number % 2])
                field = ("text", "reason", "proposal")[number % 3]
                tell(pcs[at], unit=unit, status=list(Status)[number % 3], **{field: f"{at} {number}"})
        assert stand(pcs[0]) == stand(pcs[1])
    finally:
        both.upper.close()
        both.lower.close()


def test_work_that_was_finished_last_reaches_the_other_pc_too(both, other):
    take_in(other, give(both.upper, both))
    for unit in {a.unit for a in tasks.assignments_of_plan(both.upper.store, both.plan.id)}:
        tell(both.upper, unit=unit, **DONE)
    take_in(other, give(both.upper, both))
    assert {one[0] for one in stand(other).values()} == {Status.DONE}


def test_a_conflict_of_two_pcs_is_settled_field_by_field_and_holds_on_both(both, other):
    take_in(other, give(both.upper, both))
    tell(both.upper, unit=both.units[FRONT], text="Đã tặng 10 suất", reason="Mưa lũ")
    tell(other, unit=of_unit(other, FRONT), text="Đã tặng 12 suất", proposal="Bổ sung kinh phí")
    found = look(other, give(both.upper, both))
    (clash,) = clashes_of(found)
    assert clash.field is Field.TEXT
    chosen = next(side for side in clash.sides if side.text == "Đã tặng 10 suất")
    package_receiving.keep(other, found, {(clash.assignment, clash.field, clash.indicator): chosen})
    back = look(both.upper, give(other, both))
    assert clashes_of(back) == []
    package_receiving.keep(both.upper, back)
    (said,) = [one[-1] for (_, name), one in stand(both.upper).items() if name == FRONT]
    assert said == ("Đã tặng 10 suất", "Mưa lũ", "Bổ sung kinh phí")
    assert stand(other) == stand(both.upper)


def test_a_later_day_agreed_on_one_pc_holds_on_the_other(both, other):
    take_in(other, give(both.upper, both))
    plan, unit, day = the_plan(other).id, of_unit(other, DIVISION), dt.date(2026, 4, 10)
    given = [a.id for a in tasks.assignments_of_plan(other.store, plan) if a.unit == unit]
    extending.extend(other, plan, given, day, reason="Mưa bão", agreed_by="Chủ tịch")
    take_in(both.upper, give(other, both))
    assert stand(both.upper) == stand(other)
    (due,) = [one[1:3] for (_, name), one in stand(both.upper).items() if name == DIVISION]
    assert due == (day, dt.date(2026, 3, 24))


def test_what_was_handed_over_can_be_taken_back_and_received_again(both, other):
    path = give(both.upper, both)
    with undoing.doing(other, "Nhận bàn giao"):
        take_in(other, path)
    undoing.undo(other)
    assert stand(other) == {}
    assert take_in(other, path).plans == 1


def words_of(path):
    with pypdfium2.PdfDocument(path) as opened:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in opened).split())


def test_the_minutes_beside_the_package_bear_its_mark_and_the_open_work(both):
    in_charge(both, DIVISION)
    package, paper = handover.hand_over(both.upper, HEAD, both.stick, PHRASE, receiver="Trần Thị Sen")
    assert (paper.suffix, paper.stem) == (".pdf", package.stem)
    words = words_of(paper)
    (sent,) = packages.history(both.upper.store, packages.Filter(kind=PackageKind.HANDOVER))
    for said in (sent.sha256[:4], HEAD, "Trần Thị Sen", "01 kế hoạch còn 01 công việc", "Gói được mã hóa"):
        assert said in words
    assert PHRASE not in words


def test_a_locked_hand_over_opens_with_its_passphrase(both, other):
    path = give(both.upper, both, passphrase=PHRASE)
    (arrival,) = look(other, path, phrases=(PHRASE,))
    package_receiving.keep(other, [arrival], passphrases=(PHRASE,))
    assert stand(other) == stand(both.upper)


def test_the_package_that_brought_a_plan_is_known_where_the_plan_was_handed_over(both, other):
    path = both.send()
    take_in(both.lower, path)
    take_in(other, give(both.lower, both))
    (arrival,) = look(other, path)
    assert (arrival.verdict, arrival.error) == (Verdict.SAME, None)


def test_who_took_over_may_send_newer_work_to_a_unit_of_the_first(both, other):
    both.given()
    take_in(other, give(both.upper, both))
    given = next(
        a
        for a in tasks.assignments_of_plan(other.store, the_plan(other).id)
        if a.unit == of_unit(other, DIVISION)
    )
    extending.extend(
        other, the_plan(other).id, [given.id], dt.date(2026, 4, 10), reason="Mưa bão", agreed_by="Chủ tịch"
    )
    (path,) = package_sending.send(other, the_plan(other).id, both.stick, [given.unit])
    (arrival,) = look(both.lower, path)
    assert (arrival.verdict, [c.new for c in arrival.changes]) == (Verdict.NEWS, [dt.date(2026, 4, 10)])
    assert arrival.key  # a copy seen for the first time
    package_receiving.keep(both.lower, [arrival])
    tell(both.lower, **DONE)
    take_in(other, both.reply())
    assert stand(other)[next(key for key in stand(other) if key[1] == DIVISION)][0] is Status.DONE


def test_a_stranger_cannot_send_work_of_a_plan_that_another_office_gave(both, other, tmp_path):
    both.given()
    take_in(other, give(both.upper, both))
    package_sending.send(other, the_plan(other).id, both.stick, [of_unit(other, VILLAGES[0])])
    (path,) = package_sending.send(other, the_plan(other).id, both.stick, [of_unit(other, VILLAGES[1])])
    (arrival,) = look(both.lower, path)
    assert (arrival.verdict, arrival.error.reason) == (Verdict.REFUSED, "other_giver")
