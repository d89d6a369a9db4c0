"""Packages that went and came: what is out stays noted, what came in is taken back with what it brought."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.package import PackageKind
from desktop.domain.plan import Plan, PlanState
from desktop.storage import packages, peers, plans, undo
from desktop.storage.checking import check
from desktop.storage.packages import Exchanged, Filter, Package
from desktop.storage.peers import Peer
from desktop.storage.store import Store
from desktop.storage.undo import steps

WORK, REPLY, RECEIPT = PackageKind.WORK, PackageKind.REPLY, PackageKind.RECEIPT


@pytest.fixture
def peer(store: Store) -> Peer:
    return peers.add(store, Peer(0, "peer", "UBND xã Sơn Tây Hạ", "ab12"))


def sent(uid: str, number: int = 1, **told: object) -> Package:
    """A WORK package of ours."""
    return replace(Package(uid, WORK, True, number, f"{uid}.skh", "00"), **told)


def came(uid: str, peer: Peer, number: int = 1, **told: object) -> Package:
    """A REPLY that came in."""
    return replace(Package(uid, REPLY, False, number, f"{uid}.skh", "00", peer=peer.id), **told)


def test_packages_come_back_as_they_were_kept(store: Store, work, peer) -> None:
    ours = packages.add(
        store,
        sent("a", plan=work.plan.id, unit=work.units[0].id, salt="5a", person="An", manifest="{}"),
    )
    theirs = packages.add(store, came("b", peer, plan=work.plan.id, answers="a"))
    assert ours.at == store.stamp()
    assert packages.by_uid(store, "a") == ours
    assert packages.by_uids(store, ["b", "a", "c"]) == {"a": ours, "b": theirs}
    assert packages.by_uid(store, "c") is None
    assert packages.work_sent(store, work.plan.id) == [ours]


def test_the_newest_number_is_of_one_sender_plan_unit_and_kind(store: Store, work, peer) -> None:
    plan, unit = work.plan.id, work.units[0].id
    other = peers.add(store, Peer(0, "other", "Khác"))
    packages.add_all(
        store,
        [
            came("a", peer, 5, plan=plan, unit=unit),
            came("b", peer, 3, plan=plan, unit=unit),
            came("c", peer, 9, plan=plan),
            came("d", other, 8, plan=plan, unit=unit),
        ],
    )
    assert packages.newest_sequences(store, [peer.id]) == {
        (peer.id, REPLY, plan, unit): 5,
        (peer.id, REPLY, plan, None): 9,
    }
    assert packages.newest_sequences(store, [other.id]) == {(other.id, REPLY, plan, unit): 8}


def test_the_next_number_grows_and_never_falls_behind_the_clock(store: Store) -> None:
    first = packages.next_sequence(store)
    assert first == int(store.clock().timestamp())
    packages.add(store, sent("a", first + 7))
    assert packages.next_sequence(store) == first + 8


def test_a_table_tells_of_each_unit_when_it_was_sent_arrived_and_answered(store: Store, work, peer) -> None:
    plan, (one, two, *_) = work.plan.id, work.units
    packages.add_all(
        store,
        [
            sent("a", 1, plan=plan, unit=one.id, at="2026-03-01T08"),
            sent("b", 2, plan=plan, unit=two.id, at="2026-03-01T08"),
            sent("c", 3, plan=plan, unit=one.id, at="2026-03-02T08"),
            came("d", peer, plan=plan, unit=one.id, answers="a", at="2026-03-05T08"),
        ],
    )
    assert packages.deliver(store, ["a", "x"], "2026-03-04T08") == 1
    assert packages.deliver(store, ["a"], "2026-03-09T08") == 0
    assert packages.of_plan(store, plan) == {
        one.id: Exchanged("2026-03-02T08", "2026-03-04T08", "2026-03-05T08", 3),
        two.id: Exchanged("2026-03-01T08", "", "", 2),
    }


def test_the_history_is_of_both_directions_the_last_first(store: Store, work, peer) -> None:
    packages.add(store, sent("a", at="2026-03-01T08", plan=work.plan.id))
    packages.add(store, came("b", peer, at="2026-03-02T08", unit=work.units[0].id))
    packages.add(store, sent("c", kind=RECEIPT, at="2026-03-03T08", peer=peer.id))
    uids = lambda wanted: [one.uid for one in packages.history(store, wanted)]  # noqa: E731
    assert [one.uid for one in packages.history(store)] == ["c", "b", "a"]
    assert uids(Filter(is_ours=True)) == ["c", "a"]
    assert uids(Filter(kind=REPLY)) == uids(Filter(unit=work.units[0].id)) == ["b"]
    assert uids(Filter(peer=peer.id, since="2026-03-03")) == ["c"]
    assert uids(Filter(plan=work.plan.id)) == ["a"]
    assert uids(Filter(limit=1)) == ["c"]


def test_receipts_wait_until_they_are_told(store: Store, peer) -> None:
    packages.add_all(store, [came("a", peer), came("b", peer), came("c", peer, kind=RECEIPT)])
    assert packages.waiting_receipts(store, peer.id) == ["a", "b"]
    bearer = packages.add(store, sent("x"))
    packages.tell_receipts(store, ["a"], bearer.id)
    assert packages.waiting_receipts(store, peer.id) == ["b"]
    assert packages.waiting_peers(store) == {peer.id: 1}
    packages.tell_receipts(store, ["a", "b"], bearer.id)
    packages.tell_receipts(store, ["a"], bearer.id)
    assert packages.waiting_peers(store) == {}


def test_what_went_out_outlives_undo_and_is_told_to_screens(store: Store, work) -> None:
    with undo.recording(store, "Gửi gói") as step:
        packages.add(store, sent("a", plan=work.plan.id))
    assert (step.tables, step.is_step) == ({"sent_package"}, False)
    assert steps(store) == []
    with undo.recording(store, "Sửa và gửi") as both:
        plans.save(store, replace(work.plan, subject="Khác"))
        packages.add(store, sent("b", plan=work.plan.id))
        packages.deliver(store, ["a"])
    assert both.is_step
    undo.undo(store)
    assert plans.get(store, work.plan.id).subject == work.plan.subject
    assert [one.uid for one in packages.work_sent(store, work.plan.id)] == ["b", "a"]
    assert [bool(one.delivered_at) for one in packages.history(store)] == [False, True]


def received(store: Store) -> tuple[Plan, Package]:
    """A plan of another office with its package, taken in as one step."""
    with undo.recording(store, "Nhận gói"):
        peer = peers.by_uid(store, "peer") or peers.add(store, Peer(0, "peer", "UBND tỉnh"))
        head = Plan(0, "plan", "Kế hoạch của tỉnh", state=PlanState.ISSUED, number=7, origin=peer.id)
        plan = plans.add(store, head)
        return plan, packages.add(store, came("w", peer, 4, kind=WORK, plan=plan.id))


def test_what_came_in_is_taken_back_with_its_plan_and_can_come_again(store: Store) -> None:
    plan, package = received(store)
    assert package.peer is not None
    assert plans.get(store, plan.id).origin == package.peer
    undo.undo(store)
    assert packages.by_uid(store, "w") is None
    assert packages.newest_sequences(store, [package.peer]) == {}
    assert packages.waiting_receipts(store, package.peer) == []
    again, _ = received(store)
    assert plans.by_uid(store, "plan") == again
    assert check(store) == []


def test_what_came_in_is_taken_back_though_its_receipt_and_a_reply_are_out(store: Store) -> None:
    plan, package = received(store)
    with undo.recording(store, "Gửi trả lời"):
        reply = packages.add(store, sent("r", kind=REPLY, plan=plan.id, peer=package.peer, answers="w"))
        packages.tell_receipts(store, ["w"], reply.id)
    undo.undo(store)
    assert [one.uid for one in packages.history(store)] == ["r"]
    assert check(store) == []
    undo.redo(store)
    assert packages.by_uid(store, "w") == package
    assert package.peer is not None
    assert packages.waiting_receipts(store, package.peer) == []


def test_a_plan_that_was_received_is_removed_and_what_came_stays_noted(store: Store) -> None:
    plan, _ = received(store)
    plans.remove(store, plan.id)
    (kept,) = packages.history(store)
    assert (kept.uid, kept.plan) == ("w", None)


def test_statements_do_not_grow_with_the_number_of_packages(store: Store, peer, statements) -> None:
    many = [came(f"m{at}", peer, at) for at in range(200)]
    with statements() as said:
        packages.add_all(store, many)
        packages.by_uids(store, (one.uid for one in many))
        packages.newest_sequences(store, [peer.id])
        packages.history(store)
    assert len(set(said)) <= 12


def test_a_restored_backup_does_not_send_numbers_again(store: Store, home: Path) -> None:
    with Store.open(home / "other", clock=lambda: dt.datetime(2026, 3, 3, tzinfo=dt.UTC)) as later:
        assert packages.next_sequence(later) > packages.next_sequence(store)
