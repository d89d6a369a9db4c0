"""What units report. Results are only added; the newest one of an assignment says its status, in the same transaction."""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from desktop.domain.assignment import Status
from desktop.domain.result import Result, same_content
from desktop.errors import NotFound
from desktop.storage.store import Row, Store
from desktop.storage.values import day, id_list, iso, new_uids

_COLUMNS = (
    "r.assignment, r.reported_on, r.status, r.done_on, r.text, r.reason, r.proposal, r.source, r.id, r.uid"
)
_ADD = (
    "INSERT INTO result(assignment, reported_on, status, done_on, text, reason, proposal, source, id, uid, made_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_TELL = "UPDATE assignment SET status = ?, done_on = ?, reported_on = ?, result = ? WHERE id = ?"


def add_all(store: Store, results: Sequence[Result]) -> tuple[int, int]:
    """Keep new results in one transaction; returns (added, same).

    A result that says what the newest one of its assignment says already, or that came before under the same uid, is "same" and
    changes nothing (product rule 9). The newest is the one reported on the latest day, of one day the one kept last. Raises `NotFound`
    for an assignment that there is not.
    """
    with store.bulk():
        newest, uids = _newest(store, results)
        added = _new_ones(results, newest, uids, store.next_id("result"))
        stamp = store.stamp()
        store.run_many(_ADD, ((*_fields(result), stamp) for result in added))
        store.run_many(
            "INSERT INTO result_value(result, indicator, value) VALUES (?, ?, ?)",
            ((result.id, indicator, str(number)) for result in added for indicator, number in result.values),
        )
        told = (newest[key] for key in dict.fromkeys(result.assignment for result in added))
        store.run_many(
            _TELL,
            (
                (r.status.value, iso(r.done_on), iso(r.reported_on), r.id, r.assignment)
                for r in told
                if r is not None
            ),
        )
    return len(added), len(results) - len(added)


def latest_of_plan(store: Store, plan: int, until: dt.date | None = None) -> list[Result]:
    """The newest result of each assignment of a plan, with its values; of those reported on `until` or before when that is given.

    Two statements. In the order of the assignments.
    """
    if until is None:
        chosen, values = "r.id = a.result", (plan,)
        values_of: tuple[int | str, ...] = values
    else:
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
    return _results(store.rows(f"SELECT {_COLUMNS} {joined} {where} ORDER BY a.id", values_of), numbers)


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
        f"SELECT {_COLUMNS} FROM result r WHERE r.assignment = ? ORDER BY r.reported_on, r.id", (assignment,)
    )
    numbers = store.rows(
        "SELECT v.result, v.indicator, v.value FROM result r JOIN result_value v ON v.result = r.id WHERE r.assignment = ?",
        (assignment,),
    )
    return _results(rows, numbers)


def newest_of(store: Store, assignments: Iterable[int]) -> dict[int, Result | None]:
    """Assignment id -> its newest result with its values, None where there is none; without ids that there are not. Two statements."""
    wanted = id_list(assignments)
    chosen = "FROM assignment a {0} JOIN result r ON r.id = a.result"
    where = "WHERE a.id IN (SELECT value FROM json_each(?))"
    rows = store.rows(f"SELECT a.id, {_COLUMNS} {chosen.format('LEFT')} {where}", (wanted,))
    numbers = store.rows(
        f"SELECT v.result, v.indicator, v.value {chosen.format('')} JOIN result_value v ON v.result = r.id {where}",
        (wanted,),
    )
    there = _results([row[1:] for row in rows if row[1] is not None], numbers)
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
    rows = store.rows(f"SELECT {_COLUMNS} {joined} {where} ORDER BY a.id, r.reported_on, r.id", (plan, unit))
    return _results(rows, numbers)


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
    results: Sequence[Result], newest: dict[int, Result | None], known: set[str], first: int
) -> list[Result]:
    """Those that say something new, with ids and uids; `newest` is brought up to date with them."""
    added: list[Result] = []
    for result, uid in zip(results, new_uids(len(results)), strict=True):
        if result.assignment not in newest:
            raise NotFound("assignment", result.assignment)
        before = newest[result.assignment]
        if result.uid in known or (before is not None and same_content(before, result)):
            continue
        kept = replace(result, id=first + len(added), uid=result.uid or uid)
        known.add(kept.uid)
        added.append(kept)
        if before is None or before.reported_on <= kept.reported_on:
            newest[result.assignment] = kept
    return added


def _fields(result: Result) -> tuple[int | str | None, ...]:
    return (
        result.assignment,
        iso(result.reported_on),
        result.status.value,
        iso(result.done_on),
        result.text,
        result.reason,
        result.proposal,
        result.source,
        result.id,
        result.uid,
    )


def _results(rows: Iterable[Row], numbers: Iterable[Row]) -> list[Result]:
    values: dict[int, list[tuple[int, Decimal]]] = {}
    for result, indicator, number in numbers:
        values.setdefault(result, []).append((indicator, Decimal(number)))
    return [
        Result(
            assignment=assignment,
            reported_on=dt.date.fromisoformat(reported),
            status=Status(status),
            done_on=day(done),
            text=text,
            reason=reason,
            proposal=proposal,
            values=tuple(values.get(key, ())),
            source=source,
            id=key,
            uid=uid,
        )
        for assignment, reported, status, done, text, reason, proposal, source, key, uid in rows
    ]
