"""Other copies of the program: kept by their uid, with the key that is trusted."""

from dataclasses import replace

import pytest

from desktop.errors import NotFound
from desktop.storage import peers, undo, unit_work, units
from desktop.storage.checking import check
from desktop.storage.peers import Peer
from desktop.storage.store import Store


def test_a_peer_comes_back_as_it_was_kept(store: Store, work) -> None:
    kept = peers.add(store, Peer(0, "p1", "UBND tỉnh", "ab12", unit=work.units[0].id))
    assert kept.first_seen == store.stamp()
    assert peers.get(store, kept.id) == peers.by_uid(store, "p1") == kept
    assert peers.of_unit(store, work.units[0].id) == peers.list_peers(store) == [kept]
    assert peers.by_uid(store, "p2") is None


def test_a_new_key_replaces_the_old_one_when_told(store: Store) -> None:
    kept = peers.add(store, Peer(0, "p1", "UBND tỉnh", "ab12"))
    peers.save(store, replace(kept, key="cd34", is_trusted=True))
    assert peers.get(store, kept.id) == replace(kept, key="cd34", is_trusted=True)


def test_a_peer_that_there_is_not_is_said(store: Store) -> None:
    with pytest.raises(NotFound):
        peers.get(store, 7)
    with pytest.raises(NotFound):
        peers.save(store, Peer(7, "p", "x"))


def test_what_is_known_of_a_peer_outlives_undo_of_its_unit(store: Store, work) -> None:
    with undo.recording(store, "Nhận gói") as step:
        unit = units.add(store, replace(work.units[0], id=0, uid=""))
        kept = peers.add(store, Peer(0, "p1", "Trạm Y tế", "ab12", unit=unit.id))
    assert {"peer", "unit"} <= step.tables
    undo.undo(store)
    assert peers.get(store, kept.id) == kept
    assert check(store) == []
    undo.redo(store)
    assert units.get(store, unit.id).name == work.units[0].name


def test_a_unit_that_is_another_office_is_named(store: Store, work) -> None:
    unit = units.add(store, replace(work.units[0], id=0, uid=""))
    assert unit_work.named_anywhere(store, (unit.id,)) == set()
    peers.add(store, Peer(0, "p1", "Trạm Y tế", unit=unit.id))
    assert unit_work.named_anywhere(store, (unit.id,)) == {unit.id}
