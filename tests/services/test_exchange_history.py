"""What went and came: every package with its receipt, every form, and how far each unit of a plan is."""

import datetime as dt

from story import DIVISION, DONE, fill, forms
from two_offices import LATER, take_in, tell, the_plan

from desktop.domain.package import PackageKind
from desktop.services import collecting, exchange_history, package_sending
from desktop.services.exchange_history import Lying


def line(both, name=DIVISION):
    """The division in the plan of the upper office."""
    lines = exchange_history.unit_lines(both.upper, both.plan.id)
    return next(one for one in lines if one.row.name == name)


def test_before_anything_went_nobody_was_sent_anything(both):
    assert not line(both).is_sent
    assert exchange_history.listed(both.upper) == []
    assert exchange_history.forms(both.upper) == []


def test_forms_that_went_and_came_are_told(both, tmp_path):
    path = fill(forms(both.upper, both.plan, tmp_path / "bieu")[DIVISION], DONE)
    collecting.commit(both.upper, collecting.preview(both.upper, [path]))
    came, went = exchange_history.forms(both.upper)
    assert (came.is_ours, came.unit, came.units, came.file_name) == (False, DIVISION, 1, path.name)
    assert (went.is_ours, went.unit, went.units, went.plan) == (True, "", 5, both.plan.subject)
    assert line(both).has_replied
    assert line(both).row.form_on == LATER


def test_a_package_that_went_waits_for_its_receipt(both):
    both.send()
    (entry,) = exchange_history.listed(both.upper)
    assert (entry.is_ours, entry.kind, entry.other) == (True, PackageKind.WORK, DIVISION)
    assert (entry.plan, entry.delivered_at) == (both.plan.subject, "")
    assert (line(both).is_sent, line(both).waits_for_receipt, line(both).has_replied) == (True, True, False)


def test_a_reply_tells_that_the_work_arrived(both):
    both.given()
    tell(both.lower, text="Đã làm")
    take_in(both.upper, both.reply())
    came, went = exchange_history.listed(both.upper)
    assert (came.is_ours, came.kind, came.unit) == (False, PackageKind.REPLY, DIVISION)
    assert went.delivered_at
    assert (line(both).waits_for_receipt, line(both).has_replied) == (False, True)


def test_what_came_waits_to_be_told_until_its_receipt_goes(both):
    both.given()
    assert [one.is_told for one in exchange_history.listed(both.lower)] == [False]
    assert exchange_history.waiting(both.lower) == 1
    package_sending.receipts(both.lower, both.stick)
    assert exchange_history.waiting(both.lower) == 0
    told = {one.kind: one.is_told for one in exchange_history.listed(both.lower)}
    assert told == {PackageKind.RECEIPT: True, PackageKind.WORK: True}


def test_a_plan_that_was_given_names_who_gave_it_and_when_it_was_answered(both):
    key = both.given()
    (plan,) = exchange_history.plan_lines(both.lower)
    assert plan.giver == exchange_history.giver(both.lower, the_plan(both.lower)) != ""
    assert exchange_history.given_at(both.lower, key) is not None
    (before,) = exchange_history.unit_lines(both.lower, key)
    tell(both.lower, text="Đã làm")
    take_in(both.upper, both.reply())
    (after,) = exchange_history.unit_lines(both.lower, key)
    assert before.package_at is None
    assert after.waits_for_receipt


def test_a_plan_of_ones_own_has_no_giver(both):
    (plan,) = exchange_history.plan_lines(both.upper)
    assert (plan.giver, plan.units) == ("", 5)
    assert exchange_history.given_at(both.upper, both.plan.id) is None


def test_what_lies_in_a_folder_is_counted_by_its_names(tmp_path):
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    for name in ("mot.skh", "HAI.SKH", "bieu.xlsx", "~$bieu.xlsx", ".an.skh", "anh.jpg"):
        (inside / name).write_bytes(b"")
    assert exchange_history.lying_in(tmp_path) == Lying(2, 1)
    assert exchange_history.lying_in(tmp_path / "khong-co") == Lying()


def test_moments_are_read_as_they_are_kept():
    assert exchange_history.moment("") is None
    assert exchange_history.moment("2026-03-26T01:00:00+00:00") == dt.datetime(2026, 3, 26, 1, tzinfo=dt.UTC)
