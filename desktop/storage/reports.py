"""Summary reports. A sent one keeps the figures it was sent with; what they mean is known to services."""

from dataclasses import replace

from desktop.domain.report import Report, ReportState, check_editable
from desktop.errors import NotFound
from desktop.storage import kept_files, tables
from desktop.storage.store import Row, Store, Value
from desktop.storage.values import day, iso, new_uid

_COLUMNS = "id, uid, title, cut_off, plan, period, state, number, symbol, date"


def list_reports(store: Store, plan: int | None = None) -> list[Report]:
    """All reports, or those of one plan; the latest cut-off first."""
    sql = f"SELECT {_COLUMNS} FROM report WHERE :plan IS NULL OR plan = :plan ORDER BY cut_off DESC, id DESC"
    return [_report(row) for row in store.rows(sql, {"plan": plan})]


def get(store: Store, key: int) -> Report:
    """One report. Raises `NotFound`."""
    return _report(_row(store, key, _COLUMNS))


def add(store: Store, report: Report, body: str = "") -> Report:
    """Keep a new report; returns it with its id, and with a new uid when it has none. body: the parts edited by hand, opaque."""
    report = report if report.uid else replace(report, uid=new_uid())
    key = store.insert(tables.Report, _fields(report) | {"body": body, "made_at": store.stamp()})
    return replace(report, id=key)


def save(store: Store, report: Report, body: str | None = None) -> None:
    """Replace a draft. Raises `NotFound`, `NotAllowed` "report_is_sent"."""
    with store.transaction():
        check_editable(get(store, report.id))
        store.update(tables.Report, report.id, _fields(report) | ({} if body is None else {"body": body}))


def freeze(store: Store, report: Report, snapshot: str, pdf: bytes | None = None) -> None:
    """Keep a report as sent (`domain.report.send`) with its figures as one JSON text, and its PDF.

    Raises `NotFound`, `NotAllowed` "report_is_sent".
    """
    with store.transaction():
        check_editable(get(store, report.id))
        file = None if pdf is None else kept_files.keep(store, pdf)
        sent = {"snapshot": snapshot, "pdf": file, "sent_at": store.stamp()}
        store.update(tables.Report, report.id, _fields(replace(report, state=ReportState.SENT)) | sent)


def remove(store: Store, key: int) -> None:
    """Remove a draft. Raises `NotFound`, `NotAllowed` "report_is_sent"."""
    with store.transaction():
        check_editable(get(store, key))
        store.delete(tables.Report, key)


def body(store: Store, key: int) -> str:
    """The parts edited by hand. Raises `NotFound`."""
    return str(_row(store, key, "body")[0])


def snapshot(store: Store, key: int) -> str | None:
    """The figures a report was sent with; None for a draft. Raises `NotFound`."""
    found = _row(store, key, "snapshot")[0]
    return None if found is None else str(found)


def pdf(store: Store, key: int) -> bytes | None:
    """The PDF a report was sent as, or None. Raises `NotFound`."""
    found = _row(store, key, "pdf")[0]
    return None if found is None else kept_files.content(store, found)


def _row(store: Store, key: int, columns: str) -> Row:
    row = store.row(f"SELECT {columns} FROM report WHERE id = ?", (key,))
    if row is None:
        raise NotFound("report", key)
    return row


def _report(row: Row) -> Report:
    key, uid, title, cut_off, plan, period, state, number, symbol, date = row
    cut_off_day = day(cut_off)
    assert cut_off_day is not None
    return Report(key, uid, title, cut_off_day, plan, period, ReportState(state), number, symbol, day(date))


def _fields(report: Report) -> dict[str, Value]:
    return {
        "uid": report.uid,
        "title": report.title,
        "cut_off": iso(report.cut_off),
        "plan": report.plan,
        "period": report.period,
        "state": report.state.value,
        "number": report.number,
        "symbol": report.symbol,
        "date": iso(report.date),
    }
