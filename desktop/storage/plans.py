"""Plans: their head, their body and the exact PDF that was issued. Rules of their life are in `domain.plan`, tasks in `tasks`."""

import datetime as dt
from dataclasses import dataclass, replace

from desktop.domain.plan import Plan, PlanForm, PlanState
from desktop.domain.roll_up import Completeness
from desktop.errors import NotFound
from desktop.storage import kept_files, tables
from desktop.storage.store import Row, Store, Value
from desktop.storage.values import day, iso, new_uid

_COLUMNS = "id, uid, subject, form, state, year, number, symbol, date, directive, replaces, theme, origin"

# The sums follow `roll_up.completeness`: units that exist on the day, without what does not apply.
_LIST = f"""
WITH absent AS MATERIALIZED (SELECT id FROM unit WHERE started > :today OR ended <= :today),
figures AS MATERIALIZED (
  SELECT task.plan, count(*) AS assigned, count(a.reported_on) AS reported, sum(a.status = 'done') AS done,
    sum(a.status = 'done' AND NOT coalesce(a.done_on > a.due, 0)) AS on_time,
    sum(a.status = 'done' AND NOT coalesce(a.done_on > coalesce(a.first_due, a.due), 0)) AS on_time_first,
    sum(CASE a.status WHEN 'done' THEN a.done_on > a.due ELSE a.due < :today END) AS late,
    min(CASE WHEN a.status <> 'done' THEN a.due END) AS next_due
  FROM task JOIN assignment a ON a.task = task.id
  WHERE a.status <> 'not_applicable' AND a.unit NOT IN (SELECT id FROM absent) GROUP BY task.plan)
SELECT {_COLUMNS}, (SELECT name FROM peer WHERE peer.id = p.origin), (SELECT count(*) FROM task WHERE plan = p.id),
  assigned, reported, done, on_time, late, on_time_first, next_due
FROM plan p LEFT JOIN figures ON figures.plan = p.id ORDER BY changed_at DESC, id DESC
"""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in a list. tasks: their number; completeness: over its assignments on the day; next_due: the nearest day of open work,
    past ones too; giver: name of the office whose plan it is, "" for one of this office."""

    plan: Plan
    tasks: int
    completeness: Completeness
    next_due: dt.date | None
    giver: str = ""


def list_plans(store: Store, today: dt.date) -> list[PlanRow]:
    """All plans with their figures on `today`, the last changed first. One statement."""
    return [_plan_row(row) for row in store.rows(_LIST, {"today": today.isoformat()})]


def get(store: Store, key: int) -> Plan:
    """One plan. Raises `NotFound`."""
    row = store.row(f"SELECT {_COLUMNS} FROM plan WHERE id = ?", (key,))
    if row is None:
        raise NotFound("plan", key)
    return _plan(row)


def heads(store: Store, state: PlanState | None = None, *, ours: bool = False) -> list[Plan]:
    """All plans, or those of a state, without any figures; in the order in which they were made. ours: without those of other offices.
    One statement."""
    sql = f"SELECT {_COLUMNS} FROM plan WHERE (:state IS NULL OR state = :state) AND (NOT :ours OR origin IS NULL) ORDER BY id"
    values: dict[str, Value] = {"state": state.value if state else None, "ours": int(ours)}
    return [_plan(row) for row in store.rows(sql, values)]


def by_uid(store: Store, uid: str) -> Plan | None:
    """The plan of that stable id, or None."""
    row = store.row(f"SELECT {_COLUMNS} FROM plan WHERE uid = ?", (uid,))
    return None if row is None else _plan(row)


def add(store: Store, plan: Plan, body: str = "", cloned_from: int | None = None) -> Plan:
    """Keep a new plan; returns it with its id, and with a new uid when it has none. body: see `set_body`; cloned_from: id of the plan of
    an earlier year that it was made from."""
    plan = plan if plan.uid else replace(plan, uid=new_uid())
    stamps: dict[str, Value] = {"made_at": store.stamp(), "changed_at": store.stamp()}
    with store.transaction():
        key = store.insert(tables.Plan, _fields(plan) | stamps | {"cloned_from": cloned_from})
        store.run("INSERT INTO plan_body(plan, body) VALUES (?, ?)", (key, body))
    return replace(plan, id=key)


def cloned_from(store: Store, key: int) -> int | None:
    """The plan of an earlier year that a plan was made from, or None. Raises `NotFound`."""
    row = store.row("SELECT cloned_from FROM plan WHERE id = ?", (key,))
    if row is None:
        raise NotFound("plan", key)
    return None if row[0] is None else int(row[0])


def set_cloned_from(store: Store, key: int, earlier: int | None) -> None:
    """Say which plan of an earlier year a plan continues. Raises `NotFound`."""
    with store.transaction():
        store.update(tables.Plan, key, {"cloned_from": earlier})


def save(store: Store, plan: Plan) -> None:
    """Replace the head of a plan. Raises `NotFound`. Whether it may be changed is for the caller to ask `domain.plan`."""
    with store.transaction():
        store.update(tables.Plan, plan.id, _fields(plan))
        _touch(store, plan.id)


def remove(store: Store, key: int) -> None:
    """Remove a plan with its tasks, assignments and results. Raises `NotFound`."""
    with store.transaction():
        store.delete(tables.Plan, key)


def body(store: Store, key: int) -> str:
    """The body as it was given to `set_body`; "" for none. Raises `NotFound`."""
    found = store.value("SELECT body FROM plan_body WHERE plan = ?", (key,))
    if found is None:
        raise NotFound("plan", key)
    return str(found)


def set_body(store: Store, key: int, text: str) -> None:
    """Replace the body, a text whose meaning only services know. The same text changes nothing. Raises `NotFound`."""
    with store.transaction():
        if body(store, key) != text:
            store.run("UPDATE plan_body SET body = ? WHERE plan = ?", (text, key))
            _touch(store, key)


def revision(store: Store, key: int) -> int:
    """A number that grows with every change of head or body. Raises `NotFound`."""
    found = store.value("SELECT revision FROM plan WHERE id = ?", (key,))
    if found is None:
        raise NotFound("plan", key)
    return int(found)


def keep_pdf(store: Store, key: int, content: bytes) -> None:
    """Keep the exact PDF that was issued (product rule 6). Raises `NotFound`."""
    with store.transaction():
        store.update(tables.Plan, key, {"pdf": kept_files.keep(store, content)})


def pdf(store: Store, key: int) -> bytes | None:
    """The kept PDF, or None. Raises `NotFound`, `DatabaseDamaged` when it is not as it was kept."""
    row = store.row("SELECT pdf FROM plan WHERE id = ?", (key,))
    if row is None:
        raise NotFound("plan", key)
    return None if row[0] is None else kept_files.content(store, row[0])


def _touch(store: Store, key: int) -> None:
    store.run("UPDATE plan SET changed_at = ?, revision = revision + 1 WHERE id = ?", (store.stamp(), key))


def _plan(row: Row) -> Plan:
    key, uid, subject, form, state, year, number, symbol, date, directive, replaces, theme, origin = row
    return Plan(
        id=key,
        uid=uid,
        subject=subject,
        form=PlanForm(form),
        state=PlanState(state),
        year=year,
        number=number,
        symbol=symbol,
        date=day(date),
        directive=directive,
        replaces=replaces,
        theme=theme,
        origin=origin,
    )


def _plan_row(row: Row) -> PlanRow:
    *head, giver, tasks, assigned, reported, done, on_time, late, on_time_first, next_due = row
    missing = None if assigned is None else assigned - reported
    counts = (assigned, reported, done, on_time, late, missing, on_time_first)
    figures = Completeness(*(number or 0 for number in counts))
    return PlanRow(_plan(tuple(head)), tasks, figures, day(next_due), giver or "")


def _fields(plan: Plan) -> dict[str, Value]:
    return {
        "uid": plan.uid,
        "subject": plan.subject,
        "form": plan.form.value,
        "state": plan.state.value,
        "year": plan.year,
        "number": plan.number,
        "symbol": plan.symbol,
        "date": iso(plan.date),
        "directive": plan.directive,
        "replaces": plan.replaces,
        "theme": plan.theme,
        "origin": plan.origin,
    }
