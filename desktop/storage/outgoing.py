"""Papers of this office that went out with a number: plans, sent reports and letters as one list, with what văn thư wrote down of it."""

import datetime as dt
import json
from dataclasses import replace

from desktop.domain.correspondence import Dispatch, Outgoing
from desktop.domain.numbering import LETTER, PLAN, REPORT
from desktop.domain.plan import PlanForm
from desktop.errors import NotFound
from desktop.storage import tables
from desktop.storage.store import Row, Store, Value
from desktop.storage.values import day, iso, new_uid

_KINDS: dict[str, str] = {PlanForm.PLAN.value: PLAN, PlanForm.LETTER.value: LETTER, "report": REPORT}

_SENT = "d.signer, d.recipients, d.keeper, d.copies, d.sent_on, d.note"
_NUMBERED = f"""
SELECT p.form AS kind, p.number AS number, p.symbol AS symbol, p.date AS date, p.subject AS subject, p.id AS plan,
  NULL AS report, NULL AS letter, {_SENT}
FROM plan p LEFT JOIN dispatch d ON d.plan = p.id WHERE p.number IS NOT NULL AND p.date IS NOT NULL AND p.origin IS NULL
UNION ALL SELECT 'report', r.number, r.symbol, r.date, r.title, r.plan, r.id, NULL, {_SENT}
FROM report r LEFT JOIN dispatch d ON d.report = r.id WHERE r.state = 'sent' AND r.number IS NOT NULL AND r.date IS NOT NULL
UNION ALL SELECT l.kind, l.number, l.symbol, l.date, l.subject, l.plan, NULL, l.id, {_SENT}
FROM letter l LEFT JOIN dispatch d ON d.letter = l.id
"""
_ORDER = "ORDER BY date, symbol, number"


def of_year(store: Store, year: int) -> list[Outgoing]:
    """All numbered papers dated in `year`, by day, symbol and number. One statement."""
    sql = f"SELECT * FROM ({_NUMBERED}) WHERE date BETWEEN ? AND ? {_ORDER}"
    return [_line(row) for row in store.rows(sql, (f"{year:04}-01-01", f"{year:04}-12-31"))]


def of_plan(store: Store, plan: int) -> list[Outgoing]:
    """The plan itself, the reports sent on it and the letters about it, by day. One statement."""
    return [_line(row) for row in store.rows(f"SELECT * FROM ({_NUMBERED}) WHERE plan = ? {_ORDER}", (plan,))]


def add_letter(store: Store, paper: Outgoing) -> Outgoing:
    """Keep a letter with its dispatch; returns it with its id. Whether its number is free is for the caller to ask."""
    values: dict[str, Value] = {
        "uid": new_uid(),
        "plan": paper.plan,
        "kind": paper.kind,
        "subject": paper.subject,
        "number": paper.number,
        "symbol": paper.symbol,
        "date": iso(paper.date),
        "made_at": store.stamp(),
    }
    with store.transaction():
        kept = replace(paper, letter=store.insert(tables.Letter, values))
        set_dispatch(store, kept)
    return kept


def set_dispatch(store: Store, paper: Outgoing) -> None:
    """Keep how a paper went out, in place of what was told before."""
    noun, key = _owner(paper)
    sent = paper.dispatch
    values: dict[str, Value] = {
        noun: key,
        "signer": sent.signer,
        "recipients": json.dumps(sent.recipients, ensure_ascii=False),
        "keeper": sent.keeper,
        "copies": sent.copies,
        "sent_on": iso(sent.sent_on),
        "note": sent.note,
    }
    with store.transaction():
        store.run(f"DELETE FROM dispatch WHERE {noun} = ?", (key,))
        store.insert(tables.Dispatch, values)


def remove_letter(store: Store, key: int) -> None:
    """Remove a letter that was registered by mistake; its number is free again. Raises `NotFound`."""
    store.delete(tables.Letter, key)


def _owner(paper: Outgoing) -> tuple[str, int]:
    for noun, key in (("letter", paper.letter), ("report", paper.report), ("plan", paper.plan)):
        if key is not None:
            return noun, key
    raise NotFound("letter", f"{paper.number}/{paper.symbol}")


def _line(row: Row) -> Outgoing:
    kind, number, symbol, date, subject, plan, report, letter, signer, recipients, *rest = row
    keeper, copies, sent_on, note = rest
    sent = Dispatch()
    if recipients is not None:
        sent = Dispatch(signer, tuple(json.loads(recipients)), keeper, copies, day(sent_on), note)
    return Outgoing(
        kind=_KINDS.get(str(kind), str(kind)),
        number=number,
        symbol=symbol,
        date=dt.date.fromisoformat(date),
        subject=subject,
        plan=plan,
        report=report,
        letter=letter,
        dispatch=sent,
    )
