"""Which assignments a list shows: a filter as one condition of SQL, the same for lists, counts, calendar and letters. Runs no query."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.vietnamese import fold
from desktop.storage import search
from desktop.storage.store import Store, Value
from desktop.storage.values import iso

SOON = 7
"""Days to come that count as soon, as on Hôm nay."""
_WORD = re.compile(r"[^\W_]+")


class Show(StrEnum):
    """Kinds of work to be chased or looked at; several together mean any of them, but SILENT narrows the others."""

    OVERDUE = "overdue"
    SOON = "soon"
    DOING = "doing"
    DONE = "done"
    SILENT = "silent"  # without any result


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which assignments. words: all of them in task, unit or plan, the last as a beginning, without dấu; plan: id; running: only of
    issued plans that are not closed; unit, group: ids; since, until: of the last day that counts, both included."""

    words: str = ""
    show: frozenset[Show] = frozenset()
    plan: int | None = None
    running: bool = True
    unit: int | None = None
    group: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None


OPEN = "a.status IN ('not_started', 'in_progress')"
CLOSED = "a.status IN ('done', 'not_applicable')"
# Nobody can be asked for the work of a unit that is no more (product rule 8).
THERE = "a.unit NOT IN (SELECT id FROM unit WHERE started > :today OR ended <= :today)"
LATE = f"{OPEN} AND a.due < :today"
SHOWN = {
    Show.OVERDUE: f"({LATE} AND {THERE})",
    Show.SOON: f"({OPEN} AND a.due BETWEEN :today AND :soon AND {THERE})",
    Show.DOING: "a.status = 'in_progress'",
    Show.DONE: "a.status = 'done'",
    Show.SILENT: f"(a.reported_on IS NULL AND a.status <> 'not_applicable' AND {THERE})",
}
_OF_PLAN = "a.task IN (SELECT id FROM task WHERE plan = :plan)"
_OF_UNIT = "a.unit = :unit"
_SINCE, _UNTIL = "a.due >= :since", "a.due <= :until"
_OF_GROUP = """a.unit IN (SELECT unit FROM group_member m WHERE m.unit_group = :group
AND (m.start IS NULL OR m.start <= :today) AND (m."end" IS NULL OR :today < m."end"))"""
_RUNNING = "a.task IN (SELECT t.id FROM plan p JOIN task t ON t.plan = p.id WHERE p.state = 'issued')"
# A word stands in the task, in its unit or in its plan (kinds 3, 4 and 2 of the index).
_WORDS = """(a.task IN (SELECT rowid >> 3 FROM search WHERE search MATCH {0} AND rowid & 7 = 3
  UNION SELECT t.id FROM search s JOIN task t ON t.plan = s.rowid >> 3 WHERE search MATCH {0} AND s.rowid & 7 = 2)
OR a.unit IN (SELECT rowid >> 3 FROM search WHERE search MATCH {0} AND rowid & 7 = 4))"""


def where(store: Store, wanted: Wanted, today: dt.date) -> tuple[str, dict[str, Value]]:
    """The condition of a filter and all values that the statements here may name."""
    soon = today + dt.timedelta(SOON)
    values: dict[str, Value] = {"today": today.isoformat(), "soon": soon.isoformat()}
    parts = [_OF_PLAN] if wanted.plan is not None else [_RUNNING] if wanted.running else []
    for condition, name in ((_OF_UNIT, "unit"), (_OF_GROUP, "group"), (_SINCE, "since"), (_UNTIL, "until")):
        if getattr(wanted, name) is not None:
            parts.append(condition)
    told = {"plan": wanted.plan, "unit": wanted.unit, "group": wanted.group}
    values |= told | {"since": iso(wanted.since), "until": iso(wanted.until)}
    kinds = [SHOWN[one] for one in Show if one in wanted.show and one is not Show.SILENT]
    if kinds:
        parts.append(f"({' OR '.join(kinds)})")
    if Show.SILENT in wanted.show:
        parts.append(SHOWN[Show.SILENT])
    words = _WORD.findall(fold(wanted.words))
    if words:
        search.catch_up(store)
    for at, word in enumerate(words):
        parts.append(_WORDS.format(f":word{at}"))
        values[f"word{at}"] = f'"{word}"' + ("*" if at == len(words) - 1 else "")
    return " AND ".join(parts) or "true", values
