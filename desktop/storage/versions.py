"""The versions of results that several offices told: taken in under their own uids, and what stands of them brought up to date.

What stands is worked out by `domain.merging`. Where no version says it whole, a derived result is kept that does (source `MERGED`); it
is replaced when the versions change. Work whose versions did not come one after the other is marked in `branched`: of it the newest of
a day is not simply the last one kept.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.domain import merging
from desktop.domain.result import MERGED, Result, same_content
from desktop.errors import NotFound
from desktop.storage import result_rows, settings
from desktop.storage.store import Store
from desktop.storage.values import id_list, new_uids

_OF = "r.assignment IN (SELECT value FROM json_each(?))"


@dataclass(slots=True)
class _Known:
    """What is kept of an assignment: its true versions by uid, and the derived result."""

    versions: dict[str, Result] = field(default_factory=dict)
    derived: Result | None = None


def of_assignments(store: Store, ids: Iterable[int]) -> dict[int, list[Result]]:
    """Assignment id -> all that was told of it, the earliest day first, without what was only put together; every id is there. Two
    statements."""
    return {key: list(known.versions.values()) for key, known in _known(store, ids).items()}


def take_in(store: Store, results: Sequence[Result]) -> set[int]:
    """Keep versions that other offices told, under their own uids, with their bases, authors and moments; gives the ids of the
    assignments that got one.

    One that is kept already is passed over, as is one that was only put together (it is never sent). Any order and repetition ends in
    the same. A fixed number of statements. Raises `NotFound` for an assignment that there is not, with nothing kept.
    """
    with store.bulk():
        new = _unknown(store, results)
        _check_there(store, new)
        known = _known(store, new)
        added = list(_in_order(new, known, store.next_id("result")))
        result_rows.add(store, added)
        for one in added:
            known[one.assignment].versions[one.uid] = one
        _settle(store, known)
    return set(new)


def choose(store: Store, results: Iterable[Result]) -> None:
    """Keep what a person chose of versions that differ (`merging.resolved`): it goes on from all of them, and is kept though it may say
    what is shown already."""
    with store.bulk():
        chosen = list(results)
        on = heads(store, (one.assignment for one in chosen))
        first, stamp, author = store.next_id("result"), store.stamp(), author_of(store)
        told = [
            replace(one, id=first + at, uid=uid, bases=on[one.assignment], author=author, made_at=stamp)
            for at, (one, uid) in enumerate(zip(chosen, new_uids(len(chosen)), strict=True))
        ]
        result_rows.add(store, told)
        settle(store, on)


def author_of(store: Store) -> str:
    """Who writes what is told here: the person, else the office."""
    return store.person or settings.office_name(store)


def heads(store: Store, ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Assignment id -> uids of the versions that nobody went on from. Two statements."""
    states = {key: merging.state(told) for key, told in of_assignments(store, ids).items()}
    return {
        key: () if state is None else tuple(one.uid for one in state.heads) for key, state in states.items()
    }


def branched(store: Store, ids: Iterable[int]) -> list[int]:
    """Those of these assignments whose versions did not come one after the other."""
    sql = "SELECT assignment FROM branched WHERE assignment IN (SELECT value FROM json_each(?))"
    return [key for (key,) in store.rows(sql, (id_list(ids),))]


def settle(store: Store, ids: Iterable[int]) -> None:
    """Have these assignments stand as their versions say. For inside a transaction."""
    _settle(store, _known(store, ids))


def unsettled(store: Store) -> list[int]:
    """Assignments with branched versions that do not stand as these say."""
    ids = [key for (key,) in store.rows("SELECT assignment FROM branched")]
    told = "SELECT a.id, a.status, a.done_on, a.reported_on, a.result FROM assignment a WHERE a.id IN (SELECT value FROM json_each(?))"
    rows = {key: tuple(row) for key, *row in store.rows(told, (id_list(ids),))}
    return [key for key, known in _known(store, ids).items() if not _stands(known, rows[key])]


def _stands(known: _Known, row: tuple[object, ...]) -> bool:
    state = merging.state(known.versions.values())
    if state is None:
        return row[-1] is None and known.derived is None
    newest = state.newest
    if newest.id == 0:
        if known.derived is None or not _is_same(known.derived, newest):
            return False
        newest = known.derived
    elif known.derived is not None:
        return False
    done = newest.done_on and newest.done_on.isoformat()
    return row == (newest.status.value, done, newest.reported_on.isoformat(), newest.id)


def _known(store: Store, ids: Iterable[int]) -> dict[int, _Known]:
    known = {key: _Known() for key in ids}
    wanted = id_list(known)
    rows = store.rows(
        f"SELECT {result_rows.COLUMNS} FROM result r WHERE {_OF} ORDER BY r.assignment, r.reported_on, r.id",
        (wanted,),
    )
    numbers = store.rows(
        f"SELECT v.result, v.indicator, v.value FROM result r JOIN result_value v ON v.result = r.id WHERE {_OF}",
        (wanted,),
    )
    for one in result_rows.read(rows, numbers):
        if one.source == MERGED:
            known[one.assignment].derived = one
        else:
            known[one.assignment].versions[one.uid] = one
    return known


def _unknown(store: Store, results: Sequence[Result]) -> dict[int, dict[str, Result]]:
    """Assignment id -> its versions that are not kept, by uid."""
    told = "SELECT value FROM json_each(?)"
    uids = json.dumps([one.uid for one in results])
    seen = {uid for (uid,) in store.rows(f"SELECT uid FROM result WHERE uid IN ({told})", (uids,))}
    new: dict[int, dict[str, Result]] = {}
    for one in results:
        if one.uid not in seen and one.source != MERGED and not merging.is_derived(one.uid):
            seen.add(one.uid)
            new.setdefault(one.assignment, {})[one.uid] = one
    return new


def _check_there(store: Store, ids: Iterable[int]) -> None:
    sql = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM assignment) LIMIT 1"
    missing = store.value(sql, (id_list(ids),))
    if missing is not None:
        raise NotFound("assignment", missing)


def _in_order(
    new: Mapping[int, dict[str, Result]], known: Mapping[int, _Known], first: int
) -> Iterable[Result]:
    """New versions with ids, none before what it went on from."""
    for key, versions in new.items():
        if len(versions) == 1:
            told: Iterable[Result] = versions.values()
        else:
            told = (one for one in merging.in_order(known[key].versions | versions) if one.uid in versions)
        for one in told:
            yield replace(one, id=first)
            first += 1


def _settle(store: Store, known: Mapping[int, _Known]) -> None:
    newest: list[Result] = []
    derived: list[Result] = []
    gone: list[int] = []
    is_branched: dict[int, bool] = {}
    for key, there in known.items():
        state = merging.state(there.versions.values())
        if state is None:
            continue
        is_branched[key] = not _is_kept_in_order(state.row)
        if state.newest.id == 0:
            derived.append(replace(state.newest, id=there.derived.id if there.derived else 0))
        else:
            newest.append(state.newest)
            if there.derived is not None:
                gone.append(there.derived.id)
    newest += _keep_derived(store, derived, known)
    result_rows.tell(store, newest)
    store.run("DELETE FROM result WHERE id IN (SELECT value FROM json_each(?))", (id_list(gone),))
    _mark(store, is_branched)


def _is_kept_in_order(row: Sequence[Result]) -> bool:
    """Whether the versions that count went on one from the other, and of one day were kept in that order."""
    places = [(one.reported_on, one.id) for one in row]
    return bool(row) and places == sorted(places)


def _keep_derived(store: Store, derived: Sequence[Result], known: Mapping[int, _Known]) -> list[Result]:
    """What was put together, with ids; in place of what was before, so that who names that finds this."""
    first = store.next_id("result") if derived else 0
    new = [one for one in derived if not one.id]
    added = [replace(one, id=first + at) for at, one in enumerate(new)]
    result_rows.add(store, added)
    kept = [one for one in derived if one.id]
    changed = [one for one in kept if not _is_same(one, known[one.assignment].derived)]
    if changed:
        result_rows.change(store, changed)
    return added + kept


def _is_same(one: Result, other: Result | None) -> bool:
    return (
        other is not None
        and (one.uid, one.bases, one.reported_on, one.made_at)
        == (other.uid, other.bases, other.reported_on, other.made_at)
        and same_content(one, other)
    )


def _mark(store: Store, is_branched: Mapping[int, bool]) -> None:
    before = set(branched(store, is_branched))
    store.run_many(
        "INSERT INTO branched(assignment) VALUES (?)",
        [(key,) for key, told in is_branched.items() if told and key not in before],
    )
    store.run_many(
        "DELETE FROM branched WHERE assignment = ?",
        [(key,) for key, told in is_branched.items() if not told and key in before],
    )
