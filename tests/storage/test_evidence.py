"""Files that prove results: attached once, taken in from other offices under their own uids."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.assignment import Status
from desktop.domain.result import MERGED, Result
from desktop.errors import NotFound
from desktop.storage import evidence, kept_files, results, versions
from desktop.storage.checking import check
from desktop.storage.evidence import Came
from desktop.storage.store import Store

DAY = dt.date(2026, 3, 2)
ONE, TWO = "1" * 12 + "4" + "0" * 19, "2" * 12 + "4" + "0" * 19


@pytest.fixture
def made(store: Store, work) -> int:
    """Id of an assignment with two versions of two offices, which are merged."""
    key = int(work.assign(store)[0].id)
    told = Result(key, DAY, Status.DONE, DAY, source="package:a.skh")
    both = [replace(told, uid=ONE, text="Xong"), replace(told, uid=TWO, reason="mưa")]
    versions.take_in(store, both)
    return key


@pytest.fixture
def photo(store: Store) -> int:
    return kept_files.keep(store, b"photo")


def came(uid: str, photo: int, name: str = "anh.jpg", result: str = ONE) -> Came:
    """A file that another office attached."""
    return Came(uid, result, name, photo, DAY)


def test_files_of_other_offices_are_attached_to_the_version_they_prove(store: Store, made, photo) -> None:
    assert evidence.unknown(store, ["e1", "e2"]) == {"e1", "e2"}
    assert evidence.take_in(store, [came("e1", photo), came("e2", photo, result=TWO)]) == 2
    assert [(one.assignment, one.name) for one in evidence.of_assignments(store, [made])] == [
        (made, "anh.jpg"),
        (made, "anh.jpg"),
    ]
    first, second = evidence.sent_of(store, [made])
    assert (first.uid, first.result, first.size, first.added_on) == ("e1", ONE, 5, DAY)
    assert second.result == TWO
    assert evidence.unknown(store, ["e1", "e3"]) == {"e3"}
    assert check(store) == []


def test_taking_in_again_changes_nothing(store: Store, made, photo) -> None:
    files = [came("e1", photo), came("e2", photo, result=TWO)]
    evidence.take_in(store, files)
    assert evidence.take_in(store, files * 2) == 0


def test_the_same_bytes_and_name_on_the_same_version_are_known_whatever_their_uid(
    store: Store, made, photo
) -> None:
    assert evidence.take_in(store, [came("e1", photo), came("e2", photo)]) == 1
    assert evidence.take_in(store, [came("e3", photo)]) == 0
    assert evidence.take_in(store, [came("e4", photo, "khac.jpg")]) == 1


def test_a_known_uid_stays_where_it_is(store: Store, made, photo) -> None:
    evidence.take_in(store, [came("e1", photo)])
    assert evidence.take_in(store, [came("e1", photo, "khac.jpg", TWO)]) == 0


def test_a_file_of_no_version_is_passed_over(store: Store, made, photo) -> None:
    assert evidence.take_in(store, [came("e1", photo, result="3" * 32), came("e2", photo)]) == 1
    assert evidence.take_in(store, []) == 0


def test_what_is_attached_to_a_merged_result_is_kept_with_one_that_was_told(
    store: Store, made, photo
) -> None:
    merged = results.newest_of(store, [made])[made]
    assert merged is not None
    assert merged.source == MERGED
    key = evidence.add(store, merged.id, "anh.jpg", photo, DAY)
    assert evidence.add(store, merged.id, "anh.jpg", photo, DAY) == key
    versions.choose(store, [replace(merged, source="hand")])
    assert [one.id for one in evidence.of_assignments(store, [made])] == [key]


def test_a_file_that_is_taken_away_is_gone(store: Store, made, photo) -> None:
    evidence.take_in(store, [came("e1", photo)])
    evidence.remove(store, 1)
    with pytest.raises(NotFound):
        evidence.get(store, 1)
