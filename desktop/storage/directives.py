"""Documents from above: the whole reading as it was understood, the file itself, and the words for the search."""

import datetime as dt
from dataclasses import dataclass

from desktop.domain import as_json
from desktop.domain.correspondence import Arrival, Incoming
from desktop.domain.directive import Reading
from desktop.errors import NotFound
from desktop.storage import kept_files, tables
from desktop.storage.store import Row, Store, Value
from desktop.storage.values import day, iso, new_uid

_COLUMNS = "id, uid, number, symbol, kind, issuer, subject, date, received_on, file_name"
_ARRIVED = "id, kind, number, symbol, issuer, date, subject, arrival, received_on, passed_to, passed_on, arrival_note"


@dataclass(frozen=True, slots=True)
class DirectiveRow:
    """A directive in a list; number and symbol as printed, None where the document does not say."""

    id: int
    uid: str
    number: str | None
    symbol: str | None
    kind: str | None
    issuer: str | None
    subject: str | None
    date: dt.date | None
    received_on: dt.date | None
    file_name: str


def list_directives(store: Store) -> list[DirectiveRow]:
    """All directives, the last kept first."""
    return [_row(row) for row in store.rows(f"SELECT {_COLUMNS} FROM directive ORDER BY id DESC")]


def get(store: Store, key: int) -> DirectiveRow:
    """One directive. Raises `NotFound`."""
    row = store.row(f"SELECT {_COLUMNS} FROM directive WHERE id = ?", (key,))
    if row is None:
        raise NotFound("directive", key)
    return _row(row)


def add(
    store: Store,
    reading: Reading,
    received_on: dt.date | None = None,
    file_name: str = "",
    content: bytes | None = None,
) -> int:
    """Keep a reading, and with `content` the file it was read from; returns its id."""
    with store.transaction():
        kept = {"file": None if content is None else kept_files.keep(store, content)}
        head = {
            "uid": new_uid(),
            "made_at": store.stamp(),
            "file_name": file_name,
            "received_on": iso(received_on),
        }
        return store.insert(tables.Directive, _fields(reading) | head | kept)


def reading(store: Store, key: int) -> Reading:
    """What was understood of a directive. Raises `NotFound`."""
    text = store.value("SELECT reading FROM directive WHERE id = ?", (key,))
    if text is None:
        raise NotFound("directive", key)
    return as_json.load(Reading, text)


def save_reading(store: Store, key: int, corrected: Reading) -> None:
    """Replace what was understood by what a person made of it. Raises `NotFound`."""
    store.update(tables.Directive, key, _fields(corrected))


def arrived_in(store: Store, year: int) -> list[Incoming]:
    """The directives that came in during `year`, by day and số đến; those that have none yet after those of their day."""
    sql = f"SELECT {_ARRIVED} FROM directive WHERE received_on BETWEEN ? AND ? ORDER BY received_on, arrival IS NULL, arrival, id"
    return [_incoming(row) for row in store.rows(sql, (f"{year:04}-01-01", f"{year:04}-12-31"))]


def incoming(store: Store, key: int) -> Incoming:
    """One directive as a line of the register. Raises `NotFound`."""
    row = store.row(f"SELECT {_ARRIVED} FROM directive WHERE id = ?", (key,))
    if row is None:
        raise NotFound("directive", key)
    return _incoming(row)


def set_arrival(store: Store, key: int, arrival: Arrival) -> None:
    """Keep how a directive came in, in place of what was told before. Raises `NotFound`."""
    values: dict[str, Value] = {
        "arrival": arrival.number,
        "received_on": iso(arrival.on),
        "passed_to": arrival.passed_to,
        "passed_on": iso(arrival.passed_on),
        "arrival_note": arrival.note,
    }
    store.update(tables.Directive, key, values)


def file(store: Store, key: int) -> bytes | None:
    """The file a directive was read from, or None. Raises `NotFound`."""
    row = store.row("SELECT file FROM directive WHERE id = ?", (key,))
    if row is None:
        raise NotFound("directive", key)
    return None if row[0] is None else kept_files.content(store, row[0])


def _fields(reading: Reading) -> dict[str, Value]:
    heads = (
        reading.kind,
        reading.number,
        reading.symbol,
        reading.issuer,
        reading.subject,
        reading.signer_name,
    )
    return {
        "number": reading.number,
        "symbol": reading.symbol,
        "kind": reading.kind,
        "issuer": reading.issuer,
        "subject": reading.subject,
        "date": iso(reading.date),
        "words": "\n".join(
            filter(None, (*heads, *(reading.paragraphs or (task.text for task in reading.tasks))))
        ),
        "reading": as_json.dump(reading),
    }


def _row(row: Row) -> DirectiveRow:
    key, uid, number, symbol, kind, issuer, subject, date, received_on, file_name = row
    return DirectiveRow(
        key, uid, number, symbol, kind, issuer, subject, day(date), day(received_on), file_name
    )


def _incoming(row: Row) -> Incoming:
    key, kind, number, symbol, issuer, date, subject, arrival, on, passed_to, passed_on, note = row
    came = Arrival(arrival, day(on), passed_to, day(passed_on), note)
    return Incoming(key, kind, number, symbol, issuer, day(date), subject, came)
