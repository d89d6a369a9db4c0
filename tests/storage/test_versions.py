"""Versions of several offices: taken in under their own uids in any order, merged, settled by a choice, taken back whole."""

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain import merging
from desktop.domain.assignment import Status
from desktop.domain.merging import Field
from desktop.domain.office import Office
from desktop.domain.result import MERGED, Result
from desktop.errors import NotFound
from desktop.storage import results, search, tasks, undo, versions
from desktop.storage import settings as kept_settings
from desktop.storage.checking import check
from desktop.storage.store import Store

DAY = dt.date(2026, 3, 2)
LATER = dt.date(2026, 3, 20)
AT = "2026-03-01T08:00:00+00:00"


def uid(name: str) -> str:
    """A uid as those of true versions are."""
    return name.ljust(12, "0") + "4".ljust(20, "0")


@pytest.fixture
def made(store: Store, work):
    return work.assign(store)


def version(made, name: str, *bases: str, on: dt.date = DAY, at: int = 0, **changes: object) -> Result:
    """A version of another office."""
    told = Result(made[at].id, on, Status.IN_PROGRESS, source="package:goi.skh", author="Lan", made_at=AT)
    return replace(told, uid=uid(name), bases=tuple(map(uid, bases)), **changes)


def stands(store: Store, key: int) -> Result:
    """What the assignment says, row and newest result alike."""
    newest = results.newest_of(store, [key])[key]
    assert newest is not None
    told = store.row("SELECT status, done_on, reported_on FROM assignment WHERE id = ?", (key,))
    done = newest.done_on and newest.done_on.isoformat()
    assert told == (newest.status.value, done, newest.reported_on.isoformat())
    return newest


def contents(store: Store) -> list[tuple[object, ...]]:
    """All that an office holds of results, but the ids it gave."""
    sql = (
        "SELECT r.uid, r.bases, r.status, r.done_on, r.text, r.reason, r.source, r.reported_on, r.made_at, r.id = a.result, a.status, "
        "a.done_on, a.reported_on, (SELECT group_concat(indicator || '=' || value) FROM result_value WHERE result = r.id) "
        "FROM result r JOIN assignment a ON a.id = r.assignment ORDER BY r.uid"
    )
    return store.rows(sql)


def test_a_version_comes_back_as_another_office_told_it(store: Store, work, made) -> None:
    first = work.tasks[1].indicators[0].id
    told = version(made, "a", at=3, values=((first, Decimal("2.5")),), text="Đã làm", reason="mưa")
    assert versions.take_in(store, [told]) == {made[3].id}
    assert versions.of_assignments(store, [made[3].id, made[0].id]) == {
        made[3].id: [replace(told, id=1)],
        made[0].id: [],
    }
    assert stands(store, made[3].id).text == "Đã làm"


def test_taking_in_again_changes_nothing(store: Store, made) -> None:
    told = [version(made, "a"), version(made, "b", "a", status=Status.DONE, on=LATER)]
    versions.take_in(store, told)
    before = contents(store)
    assert versions.take_in(store, told[::-1] + told) == set()
    assert contents(store) == before


def test_what_was_only_put_together_is_never_taken_in(store: Store, made) -> None:
    derived = "0" * 12 + "8" + "0" * 19
    told = [replace(version(made, "a"), source=MERGED), replace(version(made, "b"), uid=derived)]
    assert versions.take_in(store, told) == set()


def test_a_version_of_no_assignment_is_refused_and_nothing_is_kept(store: Store, made) -> None:
    with pytest.raises(NotFound):
        versions.take_in(store, [version(made, "a"), replace(version(made, "b"), assignment=99)])
    assert versions.of_assignments(store, [made[0].id]) == {made[0].id: []}


def test_different_fields_of_two_offices_stand_together(store: Store, made) -> None:
    key = made[0].id
    versions.take_in(store, [version(made, "a"), version(made, "b", "a", text="Đã treo", on=LATER)])
    versions.take_in(store, [version(made, "c", "a", reason="mưa", on=LATER)])
    newest = stands(store, key)
    assert (newest.text, newest.reason, newest.source) == ("Đã treo", "mưa", MERGED)
    assert set(newest.bases) == {uid("b"), uid("c")}
    assert {one.uid for one in results.history(store, key)} == {uid("a"), uid("b"), uid("c")}


def test_what_is_told_here_goes_on_from_all_that_was_merged(store: Store, made) -> None:
    key = made[0].id
    versions.take_in(store, [version(made, "b", text="Đã treo"), version(made, "c", reason="mưa")])
    newest = stands(store, key)
    said = replace(newest, status=Status.DONE, done_on=DAY, id=0, uid="", source="hand")
    assert results.add_all(store, [said]) == (1, 0)
    told = stands(store, key)
    assert set(told.bases) == {uid("b"), uid("c")}
    assert store.value("SELECT count(*) FROM result WHERE source = 'merge'") == 0
    assert check(store) == []


def test_the_same_as_what_was_merged_changes_nothing(store: Store, made) -> None:
    versions.take_in(store, [version(made, "b", text="Đã treo"), version(made, "c", reason="mưa")])
    said = replace(stands(store, made[0].id), id=0, uid="", source="hand")
    assert results.add_all(store, [said]) == (0, 1)


def test_what_is_told_here_goes_on_from_the_newest_by_its_author(store: Store, made) -> None:
    key = made[0].id
    kept_settings.save_office(store, Office(name="UBND xã Sơn Tây Hạ"))
    results.add_all(store, [Result(key, DAY, Status.IN_PROGRESS)])
    store.person = "An"
    results.add_all(store, [Result(key, LATER, Status.DONE, LATER)])
    first, second = results.history(store, key)
    assert (first.bases, first.author) == ((), "UBND xã Sơn Tây Hạ")
    assert (second.bases, second.author, second.made_at) == ((first.uid,), "An", store.stamp())


def test_a_conflict_shows_the_later_one_until_somebody_chooses(store: Store, made) -> None:
    key = made[0].id
    told = [version(made, "b", text="Một"), version(made, "c", text="Hai", on=LATER)]
    versions.take_in(store, told)
    assert stands(store, key).uid == uid("c")
    state = merging.state(versions.of_assignments(store, [key])[key])
    assert state is not None
    (conflict,) = state.conflicts
    versions.choose(store, [merging.resolved(state, {(Field.TEXT, 0): conflict.sides[1]}, LATER)])
    chosen = stands(store, key)
    assert (chosen.text, chosen.bases) == ("Một", (uid("c"), uid("b")))
    versions.take_in(store, told)
    assert stands(store, key) == chosen


def test_choosing_what_is_shown_is_kept_too(store: Store, made) -> None:
    key = made[0].id
    versions.take_in(store, [version(made, "b", text="Một"), version(made, "c", text="Hai", on=LATER)])
    state = merging.state(versions.of_assignments(store, [key])[key])
    assert state is not None
    versions.choose(store, [merging.resolved(state, {}, LATER)])
    after = merging.state(versions.of_assignments(store, [key])[key])
    assert after is not None
    assert (after.newest.text, after.conflicts) == ("Hai", ())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.data())
def test_any_order_and_grouping_of_packages_ends_in_the_same(store: Store, made, data: st.DataObject) -> None:
    everything = [
        version(made, "a"),
        version(made, "b", "a", text="Một", on=LATER),
        version(made, "c", "a", text="Hai", on=LATER),
        version(made, "d", "b", "c", text="Một", on=LATER, reason="chọn"),
        version(made, "e", "a", status=Status.DONE, on=LATER),
        version(made, "f", at=1),
        version(made, "g", "f", at=1, on=LATER, text="Xong"),
        version(made, "h", "g", at=1, text="đến muộn"),
    ]
    with undone(store):
        versions.take_in(store, everything)
        expected = contents(store)
    with undone(store):
        order = data.draw(st.permutations(everything))
        cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=4)))
        for start, end in itertools.pairwise([0, *cuts, len(order)]):
            versions.take_in(store, order[max(0, start - 2) : end])
            assert check(store) == []
        assert contents(store) == expected


def undone(store: Store) -> "Undone":
    """What is done inside is taken back at the end."""
    return Undone(store)


class Undone:
    """A step of undo that is taken back when it has ended."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._step = undo.recording(store, "Nhận gói")

    def __enter__(self) -> None:
        self._step.__enter__()

    def __exit__(self, *error: object) -> None:
        self._step.__exit__(*error)
        if error[0] is None:
            undo.undo(self._store)
            assert contents(self._store) == []


def test_on_an_earlier_day_what_stood_then_is_told(store: Store, work, made) -> None:
    told = [
        version(made, "a", text="Đầu"),
        version(made, "b", "a", on=DAY + dt.timedelta(1), text="Một"),
        version(made, "c", "a", on=DAY + dt.timedelta(1), text="Đầu", reason="mưa"),
        version(made, "d", "b", "c", on=LATER, text="Xong"),
    ]
    versions.take_in(store, told)
    (between,) = results.latest_of_plan(store, work.plan.id, DAY + dt.timedelta(1))
    assert (between.text, between.reason) == ("Một", "mưa")
    assert results.assignment_of(store, between.id) == made[0].id
    (first,) = results.latest_of_plan(store, work.plan.id, DAY)
    (last,) = results.latest_of_plan(store, work.plan.id)
    assert (first.text, last.text) == ("Đầu", "Xong")


def test_of_one_day_an_older_version_that_comes_later_does_not_become_the_newest(
    store: Store, work, made
) -> None:
    versions.take_in(store, [version(made, "b", "a", text="Hai")])
    versions.take_in(store, [version(made, "a", text="Một")])
    assert stands(store, made[0].id).text == "Hai"
    assert [one.text for one in results.latest_of_plan(store, work.plan.id, LATER)] == ["Hai"]
    assert check(store, repair=True) == []


def test_what_was_put_together_is_not_found_by_its_words_a_second_time(store: Store, made) -> None:
    versions.take_in(store, [version(made, "b", text="Treo băng rôn"), version(made, "c", reason="mưa")])
    assert len(search.find(store, "bang ron")) == 1
    assert check(store) == []


def test_an_assignment_that_does_not_say_what_its_versions_say_is_mended(store: Store, made) -> None:
    versions.take_in(store, [version(made, "b", text="Một"), version(made, "c", reason="mưa")])
    store.run("UPDATE assignment SET status = 'done', result = NULL")
    store.run("DELETE FROM result WHERE source = 'merge'")
    assert [one.code for one in check(store, repair=True)][:1] == ["status_differs"]
    assert check(store) == []
    assert stands(store, made[0].id).text == "Một"


def test_statements_do_not_grow_with_the_number_of_versions(store: Store, made, statements) -> None:
    few: Sequence[Result] = [version(made, "a"), version(made, "b", "a", text="x")]
    many = [version(made, f"c{at}", f"c{at - 1}", at=at % 4, text=str(at)) for at in range(40)]
    with statements() as said:
        versions.take_in(store, few)
    with statements() as also:
        versions.take_in(store, many)
    assert len(set(also)) <= len(set(said)) + 2


def test_assignments_are_taken_back_with_their_versions(store: Store, work, made) -> None:
    versions.take_in(store, [version(made, "b", text="Một"), version(made, "c", reason="mưa")])
    tasks.remove(store, work.tasks[0].id)
    assert store.value("SELECT count(*) FROM branched") == 0
    assert check(store) == []
