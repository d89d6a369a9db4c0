"""What units report. Results are only added; the newest one of an assignment says its status, in the same transaction.

What several offices told of the same work is merged by `versions`; the histories here are of what was told, without what was only put
together.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from desktop.domain import merging
from desktop.domain.result import Result, same_content
from desktop.errors import NotFound
from desktop.storage import result_rows, versions
from desktop.storage.result_rows import COLUMNS
from desktop.storage.store import Store
from desktop.storage.values import id_list, new_uids


def add_all(store: Store, results: Sequence[Result]) -> tuple[int, int]:
    """Keep new results in one transaction; returns (added, same).

    A result that says what the newest one of its assignment says already, or that came before under the same uid, is "same" and
    changes nothing (product rule 9). The newest is the one reported on the latest day, of one day the one kept last. Raises `NotFound`
    for an assignment that there is not.
    """
    with store.bulk():
        newest, known = _newest(store, results)
        apart = versions.branched(store, newest)
        heads = versions.heads(store, apart) if apart else {}
        added = _new_ones(store, results, newest, known, heads)
        result_rows.add(store, added)
        told = dict.fromkeys(result.assignment for result in added)
        result_rows.tell(store, (one for key in told if key not in heads and (one := newest[key])))
        if heads:
            versions.settle(store, heads)
    return len(added), len(results) - len(added)


def latest_of_plan(store: Store, plan: int, until: dt.date | None = None) -> list[Result]:
    """The newest result of each assignment of a plan, with its values; of those reported on `until` or before when that is given.

    Two statements. In the order of the assignments.
    """
    chosen = "r.id = a.result"
    values_of: tuple[int | str, ...] = (plan,)
    if until is not None:
        chosen = (
            "r.id = (SELECT n.id FROM result n WHERE n.assignment = a.id AND n.reported_on <= ? "
            "ORDER BY n.reported_on DESC, n.id DESC LIMIT 1)"
        )
        values_of = (until.isoformat(), plan)
    joined = f"FROM task JOIN assignment a ON a.task = task.id JOIN result r ON {chosen}"
    where = "WHERE task.plan = ?"
    numbers = store.rows(
        f"SELECT v.result, v.indicator, v.value {joined} JOIN result_value v ON v.result = r.id {where}",
        values_of,
    )
    rows = store.rows(
        f"SELECT {COLUMNS}, a.id IN (SELECT assignment FROM branched) {joined} {where} ORDER BY a.id",
        values_of,
    )
    found = result_rows.read((row[:-1] for row in rows), numbers)
    apart = [row[0] for row in rows if row[-1]] if until is not None else []
    return _as_they_stood(store, found, apart, until) if apart else found


def _as_they_stood(
    store: Store, found: Sequence[Result], apart: Sequence[int], until: dt.date | None
) -> list[Result]:
    """The same results, but of the assignments that several offices told of (`apart`) what stood on that day."""
    stood: dict[int, Result] = {}
    for key, told in versions.of_assignments(store, apart).items():
        state = merging.state(told, until)
        if state is not None:
            stood[key] = replace(state.newest, id=state.newest.id or state.heads[0].id)
    return [stood.get(one.assignment, one) for one in found]


def values_of_plan(store: Store, plan: int) -> list[tuple[int, int, Decimal]]:
    """(unit id, indicator id, number) of the newest results of a plan. One statement."""
    rows = store.rows(
        "SELECT a.unit, v.indicator, v.value FROM task JOIN assignment a ON a.task = task.id "
        "JOIN result_value v ON v.result = a.result WHERE task.plan = ? ORDER BY v.indicator, a.id",
        (plan,),
    )
    return [(unit, indicator, Decimal(number)) for unit, indicator, number in rows]


def history(store: Store, assignment: int) -> list[Result]:
    """All results of one assignment, the oldest first. Two statements."""
    rows = store.rows(
        f"SELECT {COLUMNS} FROM result r WHERE r.assignment = ? AND {result_rows.TOLD} ORDER BY r.reported_on, r.id",
        (assignment,),
    )
    numbers = store.rows(
        "SELECT v.result, v.indicator, v.value FROM result r JOIN result_value v ON v.result = r.id WHERE r.assignment = ?",
        (assignment,),
    )
    return result_rows.read(rows, numbers)


def newest_of(store: Store, assignments: Iterable[int]) -> dict[int, Result | None]:
    """Assignment id -> its newest result with its values, None where there is none; without ids that there are not. Two statements."""
    wanted = id_list(assignments)
    chosen = "FROM assignment a {0} JOIN result r ON r.id = a.result"
    where = "WHERE a.id IN (SELECT value FROM json_each(?))"
    rows = store.rows(f"SELECT a.id, {COLUMNS} {chosen.format('LEFT')} {where}", (wanted,))
    numbers = store.rows(
        f"SELECT v.result, v.indicator, v.value {chosen.format('')} JOIN result_value v ON v.result = r.id {where}",
        (wanted,),
    )
    there = result_rows.read([row[1:] for row in rows if row[1] is not None], numbers)
    newest: dict[int, Result | None] = dict.fromkeys(row[0] for row in rows)
    newest.update((result.assignment, result) for result in there)
    return newest


def of_unit(store: Store, plan: int, unit: int) -> list[Result]:
    """All results of a unit on a plan with their values, of each assignment the oldest first. Two statements."""
    joined = "FROM task JOIN assignment a ON a.task = task.id JOIN result r ON r.assignment = a.id"
    where = "WHERE task.plan = ? AND a.unit = ?"
    numbers = store.rows(
        f"SELECT v.result, v.indicator, v.value {joined} JOIN result_value v ON v.result = r.id {where}",
        (plan, unit),
    )
    rows = store.rows(
        f"SELECT {COLUMNS} {joined} {where} AND {result_rows.TOLD} ORDER BY a.id, r.reported_on, r.id",
        (plan, unit),
    )
    return result_rows.read(rows, numbers)


def assignment_of(store: Store, key: int) -> int:
    """Id of the assignment that a result is on. Raises `NotFound`."""
    found = store.value("SELECT assignment FROM result WHERE id = ?", (key,))
    if found is None:
        raise NotFound("result", key)
    return int(found)


def plan_of(store: Store, key: int) -> int:
    """Id of the plan that a result is on. Raises `NotFound`."""
    sql = "SELECT t.plan FROM result r JOIN assignment a ON a.id = r.assignment JOIN task t ON t.id = a.task WHERE r.id = ?"
    found = store.value(sql, (key,))
    if found is None:
        raise NotFound("result", key)
    return int(found)


def _newest(store: Store, results: Sequence[Result]) -> tuple[dict[int, Result | None], set[str]]:
    """(assignment id -> its newest result or None, uids of the given results that are kept already)"""
    newest = newest_of(store, dict.fromkeys(result.assignment for result in results))
    told = json.dumps([result.uid for result in results if result.uid])
    known = store.rows("SELECT uid FROM result WHERE uid IN (SELECT value FROM json_each(?))", (told,))
    return newest, {uid for (uid,) in known}


def _new_ones(
    store: Store,
    results: Sequence[Result],
    newest: dict[int, Result | None],
    known: set[str],
    heads: dict[int, tuple[str, ...]],
) -> list[Result]:
    """Those that say something new, with ids and uids, each going on from what its author saw: the newest one, or where several offices
    told of the work `heads`. `newest` and `heads` are brought up to date with them."""
    added: list[Result] = []
    first, author, stamp = store.next_id("result"), versions.author_of(store), store.stamp()
    for result, uid in zip(results, new_uids(len(results)), strict=True):
        key = result.assignment
        if key not in newest:
            raise NotFound("assignment", key)
        before = newest[key]
        if result.uid in known or (before is not None and same_content(before, result)):
            continue
        bases = heads.get(key) or (() if before is None else (before.uid,))
        at, own = first + len(added), result.uid or uid
        kept = replace(result, id=at, uid=own, bases=bases, author=author, made_at=stamp)
        known.add(own)
        added.append(kept)
        if before is None or before.reported_on <= kept.reported_on:
            newest[key] = kept
            if key in heads:
                heads[key] = (own,)
    return added
