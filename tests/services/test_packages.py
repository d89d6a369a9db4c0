"""Work goes out in packages, is done elsewhere and comes back; nothing is invented, doubled or lost on the way."""

import datetime as dt
from decimal import Decimal

import pytest
from story import DIVISION, STATION, VILLAGES, draft, fill, forms
from two_offices import DONE, LATER, PHRASE, look, state, take_in, tell, the_plan, two_offices

from desktop.domain.assignment import Status
from desktop.domain.merging import Field
from desktop.domain.package import PackageKind
from desktop.errors import FileDamaged, NotAllowed, PackageAltered, PackageLocked, WrongPackage
from desktop.services import (
    evidence,
    extending,
    package_receiving,
    package_sending,
    reporting,
    undoing,
)
from desktop.services.arrivals import Verdict, clashes_of
from desktop.storage import packages, plans, tasks, units


def test_a_plan_arrives_as_it_was_issued(both):
    both.given()
    there = the_plan(both.lower)
    assert (there.uid, there.number, there.symbol, there.date) == (
        both.plan.uid, 15, both.plan.symbol, both.plan.date,
    )  # fmt: skip
    assert there.is_received
    assert plans.pdf(both.lower.store, there.id) == plans.pdf(both.upper.store, both.plan.id)


def test_a_unit_gets_its_own_work_with_the_days_of_the_giver(both):
    key = both.given()
    (given,) = tasks.assignments_of_plan(both.lower.store, key)
    (unit,) = units.by_ids(both.lower.store, (given.unit,)).values()
    assert (unit.name, given.due, given.status) == (DIVISION, dt.date(2026, 3, 24), Status.NOT_STARTED)
    (task,) = [one for one in tasks.of_plan(both.lower.store, key) if one.id == given.task]
    assert [i.name for i in task.indicators] == ["Số buổi", "Số người"]


def test_the_same_package_twice_changes_nothing(both):
    path = both.send()
    take_in(both.lower, path)
    before = state(both.lower)
    (again,) = look(both.lower, path)
    assert (again.verdict, again.new, again.changed) == (Verdict.SAME, 0, 0)
    assert package_receiving.keep(both.lower, [again]).packages == 0
    assert state(both.lower) == before


def test_the_same_package_twice_in_one_preview_is_known_the_second_time(both):
    path = both.send()
    other = path.with_name("ban-sao.skh")
    other.write_bytes(path.read_bytes())
    assert [one.verdict for one in look(both.lower, path, other)] == [Verdict.NEWS, Verdict.SAME]


def test_results_come_back_word_for_word(both):
    key = both.given()
    task = tasks.of_plan(both.lower.store, key)[0]
    numbers = tuple((i.id, Decimal(n)) for i, n in zip(task.indicators, ("2", "150.5"), strict=True))
    tell(both.lower, **DONE, values=numbers, proposal="Đề nghị hỗ trợ kinh phí")
    (arrival,) = look(both.upper, both.reply())
    assert (arrival.verdict, arrival.unit, arrival.new, arrival.same) == (Verdict.NEWS, DIVISION, 1, 0)
    package_receiving.keep(both.upper, [arrival])
    above = [one for (_, unit), one in state(both.upper).items() if unit == str(both.units[DIVISION])]
    assert above == list(state(both.lower).values())
    assert reporting.figures(both.upper, both.plan.id).total.done == 1


def test_evidence_comes_back_with_its_result(both, tmp_path):
    key = both.given()
    tell(both.lower, **DONE)
    paper = tmp_path / "bien-ban.pdf"
    paper.write_bytes(b"%PDF-1.4\n%%EOF\n")
    (given,) = tasks.assignments_of_plan(both.lower.store, key)
    evidence.add(both.lower, key, given.id, [paper])
    assert take_in(both.upper, both.reply()).files == 1
    (there,) = [
        a for a in tasks.assignments_of_plan(both.upper.store, both.plan.id) if a.unit == both.units[DIVISION]
    ]
    (kept,) = evidence.stored.of_assignments(both.upper.store, (there.id,))
    assert evidence.copy_out(both.upper, kept.id).read_bytes() == paper.read_bytes()


def test_evidence_that_follows_a_known_result_is_news(both, tmp_path):
    key = both.given()
    tell(both.lower, **DONE)
    take_in(both.upper, both.reply())
    paper = tmp_path / "bien-ban.pdf"
    paper.write_bytes(b"%PDF-1.4\n%%EOF\n")
    (given,) = tasks.assignments_of_plan(both.lower.store, key)
    evidence.add(both.lower, key, given.id, [paper])
    (arrival,) = look(both.upper, both.reply())
    assert (arrival.verdict, arrival.new, arrival.changed, len(arrival.proofs)) == (Verdict.NEWS, 0, 0, 1)
    assert package_receiving.keep(both.upper, [arrival]).files == 1


def test_what_changed_is_told_old_and_new(both):
    both.given()
    tell(both.lower, status=Status.IN_PROGRESS, text="Đang chuẩn bị")
    take_in(both.upper, both.reply())
    tell(both.lower, **DONE)
    (arrival,) = look(both.upper, both.reply())
    assert {(c.field, c.old, c.new) for c in arrival.changes} == {
        (Field.STATUS, (Status.IN_PROGRESS, None), (Status.DONE, dt.date(2026, 3, 24))),
        (Field.TEXT, "Đang chuẩn bị", "Đã tổ chức tại hội trường"),
    }


def test_an_older_reply_after_a_newer_one_is_told_and_changes_nothing(both):
    both.given()
    tell(both.lower, status=Status.IN_PROGRESS)
    older = both.reply()
    tell(both.lower, **DONE)
    take_in(both.upper, both.reply())
    before = state(both.upper)
    (arrival,) = look(both.upper, older)
    assert arrival.verdict is Verdict.OLDER
    assert package_receiving.keep(both.upper, [arrival]).packages == 0
    assert package_receiving.keep(both.upper, [arrival], older=[older]).packages == 1
    assert state(both.upper) == before


def test_an_older_package_of_work_that_is_wanted_nevertheless_leaves_the_newer_plan(both):
    older = both.send()
    extending.extend(
        both.upper,
        both.plan.id,
        [
            a.id
            for a in tasks.assignments_of_plan(both.upper.store, both.plan.id)
            if a.unit == both.units[DIVISION]
        ],
        dt.date(2026, 4, 10),
        reason="Mưa bão",
        agreed_by="Chủ tịch",
    )
    take_in(both.lower, both.send())
    (arrival,) = look(both.lower, older)
    assert arrival.verdict is Verdict.OLDER
    (given,) = tasks.assignments_of_plan(both.lower.store, the_plan(both.lower).id)
    assert (given.due, given.first_due) == (dt.date(2026, 4, 10), dt.date(2026, 3, 24))


def test_a_newer_package_of_work_tells_the_new_day(both):
    both.given()
    (given,) = [
        a for a in tasks.assignments_of_plan(both.upper.store, both.plan.id) if a.unit == both.units[DIVISION]
    ]
    extending.extend(
        both.upper, both.plan.id, [given.id], dt.date(2026, 4, 10), reason="Mưa bão", agreed_by="Chủ tịch"
    )
    (arrival,) = look(both.lower, both.send())
    assert [(c.field, c.old, c.new) for c in arrival.changes] == [
        ("due", dt.date(2026, 3, 24), dt.date(2026, 4, 10))
    ]


def test_fields_that_only_one_side_changed_merge_by_themselves(both):
    both.given()
    tell(both.lower, status=Status.IN_PROGRESS, text="Đang chuẩn bị")
    take_in(both.upper, both.reply())
    tell(both.upper, unit=both.units[DIVISION], proposal="Gọi điện: cần thêm kinh phí")
    tell(both.lower, **DONE)
    (arrival,) = look(both.upper, both.reply())
    assert arrival.clashes == ()
    package_receiving.keep(both.upper, [arrival])
    (newest,) = [v for (_, u), v in state(both.upper).items() if u == str(both.units[DIVISION])]
    assert newest[0] is Status.DONE
    assert newest[3][:3] == ("Đã tổ chức tại hội trường", "", "Gọi điện: cần thêm kinh phí")


def test_a_field_that_both_sides_changed_is_a_conflict_and_a_person_chooses(both):
    both.given()
    tell(both.lower, text="Đã họp")
    tell(both.upper, unit=both.units[DIVISION], text="Báo qua điện thoại: chưa họp")
    found = look(both.upper, both.reply())
    (clash,) = clashes_of(found)
    assert (clash.field, {side.text for side in clash.sides}) == (
        Field.TEXT, {"Đã họp", "Báo qua điện thoại: chưa họp"},
    )  # fmt: skip
    chosen = next(side for side in clash.sides if side.text == "Đã họp")
    package_receiving.keep(both.upper, found, {(clash.assignment, clash.field, clash.indicator): chosen})
    (newest,) = [v for (_, u), v in state(both.upper).items() if u == str(both.units[DIVISION])]
    assert newest[3][0] == "Đã họp"
    assert clashes_of(look(both.upper, both.reply())) == []


def test_a_sealed_package_opens_with_its_passphrase_alone(both):
    path = both.send(passphrase=PHRASE)
    for phrases in ((), ("sai cum tu",)):
        (arrival,) = look(both.lower, path, phrases=phrases)
        assert isinstance(arrival.error, PackageLocked)
    (arrival,) = look(both.lower, path, phrases=("sai cum tu", PHRASE))
    assert arrival.verdict is Verdict.NEWS
    assert both.plan.subject.encode() not in path.read_bytes()


def test_a_package_that_was_altered_is_refused(both):
    path = both.send()
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    (arrival,) = look(both.lower, path)
    assert isinstance(arrival.error, PackageAltered)


def refusal(work, path):
    (arrival,) = look(work, path)
    assert isinstance(arrival.error, WrongPackage)
    return arrival.error.reason


def test_a_package_of_ones_own_is_refused(both):
    assert refusal(both.upper, both.send()) == "own"


def test_a_reply_for_another_office_is_refused(both, tmp_path):
    both.given()
    tell(both.lower, **DONE)
    other = two_offices(tmp_path / "khac") if (tmp_path / "khac").mkdir() is None else None
    try:
        assert refusal(other.upper, both.reply()) == "unknown_plan"
    finally:
        other.upper.close()
        other.lower.close()


def test_a_form_and_a_package_are_looked_at_together(both, tmp_path):
    both.given()
    tell(both.lower, **DONE)
    form = fill(forms(both.upper, both.plan, tmp_path / "bieu")[VILLAGES[0]], {"D8": "Đang thực hiện"})
    found = look(both.upper, form, both.reply())
    assert [(one.kind, one.verdict) for one in found] == [
        (None, Verdict.NEWS),
        (PackageKind.REPLY, Verdict.NEWS),
    ]
    kept = package_receiving.keep(both.upper, found)
    assert (kept.packages, kept.results) == (1, 2)


def test_a_reply_marks_its_work_as_delivered(both):
    both.given()
    tell(both.lower, **DONE)
    assert packages.of_plan(both.upper.store, both.plan.id)[both.units[DIVISION]].delivered_at == ""
    take_in(both.upper, both.reply())
    there = packages.of_plan(both.upper.store, both.plan.id)[both.units[DIVISION]]
    assert there.delivered_at
    assert there.replied_at


def test_a_receipt_marks_delivery_and_is_told_once(both):
    both.given()
    (receipt,) = package_sending.receipts(both.lower, both.stick)
    assert package_sending.receipts(both.lower, both.stick) == []
    (arrival,) = look(both.upper, receipt)
    assert (arrival.kind, arrival.new) == (PackageKind.RECEIPT, 1)
    package_receiving.keep(both.upper, [arrival])
    assert packages.of_plan(both.upper.store, both.plan.id)[both.units[DIVISION]].delivered_at


def test_a_package_that_is_another_one_by_now_is_not_kept(both):
    path, other = both.send(), both.send(VILLAGES[0])
    found = look(both.lower, path)
    path.write_bytes(other.read_bytes())
    with pytest.raises(FileDamaged):
        package_receiving.keep(both.lower, found)
    assert plans.heads(both.lower.store) == []


def test_a_draft_is_not_sent(both):
    new = draft(both.upper)
    with pytest.raises(NotAllowed, match="plan_not_issued"):
        package_sending.send(both.upper, new.id, both.stick)


def test_a_plan_of_another_office_is_answered_not_sent_on(both):
    key = both.given()
    with pytest.raises(NotAllowed, match="plan_not_ours"):
        package_sending.send(both.lower, key, both.stick)
    with pytest.raises(NotAllowed, match="plan_not_received"):
        package_sending.reply(both.upper, both.plan.id, both.stick)


def test_what_was_received_can_be_taken_back_and_received_again(both):
    path = both.send()
    found = look(both.lower, path)
    with undoing.doing(both.lower, "Nhận 1 gói"):
        package_receiving.keep(both.lower, found)
    undoing.undo(both.lower)
    assert plans.heads(both.lower.store) == []
    assert take_in(both.lower, path).plans == 1


def test_a_result_of_a_day_to_come_is_told_and_left_out(both):
    both.given()
    both.lower.today.day = LATER + dt.timedelta(30)
    tell(both.lower, status=Status.IN_PROGRESS)
    (arrival,) = look(both.upper, both.reply())
    assert [problem.code for problem in arrival.problems] == ["date_in_future"]
    assert arrival.results == ()


def test_each_unit_has_a_package_of_its_own(both):
    made = package_sending.send(both.upper, both.plan.id, both.stick)
    assert len(made) == len({path.name for path in made}) == 5
    assert all(path.name.isascii() and path.suffix == ".skh" for path in made)
    assert {path.parent for path in made} == {both.stick}


def test_a_unit_without_work_cannot_be_sent_any(both):
    with pytest.raises(NotAllowed, match="nothing_assigned"):
        package_sending.send(both.upper, both.plan.id, both.stick, [both.units[STATION]])
