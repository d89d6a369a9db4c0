"""Results between rows and values, for those that read and keep them (`results`, `versions`). Which count is theirs to say."""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal

from desktop.domain.assignment import Status
from desktop.domain.result import MERGED, Result
from desktop.storage.store import Row, Store
from desktop.storage.values import day, id_list, iso

COLUMNS = (
    "r.assignment, r.reported_on, r.status, r.done_on, r.text, r.reason, r.proposal, r.source, r.id, r.uid, r.bases, r.author, "
    "r.made_at"
)
TOLD = f"r.source <> '{MERGED}'"
"""The condition of a result that somebody told; the others were put together of several."""
_NAMES = COLUMNS.replace("r.", "")
_ADD = f"INSERT INTO result({_NAMES}) VALUES ({', '.join('?' * 13)})"
_CHANGE = f"UPDATE result SET ({_NAMES}) = ({', '.join('?' * 13)}) WHERE id = ?"
_TELL = "UPDATE assignment SET status = ?, done_on = ?, reported_on = ?, result = ? WHERE id = ?"

_STATUS = {status.value: status for status in Status}


def read(rows: Iterable[Row], numbers: Iterable[Row]) -> list[Result]:
    """Results of rows of `COLUMNS`, in their order; numbers: rows of (result id, indicator id, value)."""
    values: dict[int, list[tuple[int, Decimal]]] = {}
    for result, indicator, number in numbers:
        values.setdefault(result, []).append((indicator, Decimal(number)))
    return [
        Result(
            assignment=assignment,
            reported_on=dt.date.fromisoformat(reported),
            status=_STATUS[status],
            done_on=day(done),
            text=text,
            reason=reason,
            proposal=proposal,
            values=tuple(values.get(key, ())),
            source=source,
            id=key,
            uid=uid,
            bases=tuple(bases.split()),
            author=author,
            made_at=made_at,
        )
        for assignment, reported, status, done, text, reason, proposal, source, key, uid, bases, author, made_at in rows
    ]


def add(store: Store, results: Sequence[Result]) -> None:
    """Keep new results with all they have, their ids too."""
    store.run_many(_ADD, map(_fields, results))
    _add_values(store, results)


def change(store: Store, results: Sequence[Result]) -> None:
    """Keep these in place of those of their ids."""
    store.run_many(_CHANGE, ((*_fields(result), result.id) for result in results))
    ids = id_list(result.id for result in results)
    store.run("DELETE FROM result_value WHERE result IN (SELECT value FROM json_each(?))", (ids,))
    _add_values(store, results)


def tell(store: Store, results: Iterable[Result]) -> None:
    """Have the assignments of these results stand as they say."""
    store.run_many(
        _TELL,
        ((r.status.value, iso(r.done_on), iso(r.reported_on), r.id, r.assignment) for r in results),
    )


def _add_values(store: Store, results: Iterable[Result]) -> None:
    store.run_many(
        "INSERT INTO result_value(result, indicator, value) VALUES (?, ?, ?)",
        ((result.id, indicator, str(number)) for result in results for indicator, number in result.values),
    )


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
        " ".join(result.bases),
        result.author,
        result.made_at,
    )
