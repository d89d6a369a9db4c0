"""What an office may do to its work, one function each, for the test that undo takes back any of it in any order.

Each takes the store and a number by which it chooses among what there is; where there is nothing to choose from it does nothing.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from desktop.domain.assignment import Status
from desktop.domain.follow_up import Channel, ChecklistItem, Extension, Urging
from desktop.domain.plan import Plan
from desktop.domain.result import Result
from desktop.domain.task import Indicator, Party, Task
from desktop.domain.unit import Membership, Unit, UnitGroup, UnitName
from desktop.storage import (
    follow_ups,
    plans,
    results,
    settings,
    tasks,
    templates,
    trash,
    unit_changes,
    unit_import,
    units,
)
from desktop.storage.store import Store

DAY = dt.date(2026, 3, 2)
Action = Callable[[Store, int], object]


def settle(store: Store) -> None:
    """Three units, a group of two, and a plan of two tasks that was given out."""
    names = ("Thôn Đông", "Thôn Đoài", "Trường Tiểu học")
    made = [units.add(store, Unit(0, "", (UnitName(name),))) for name in names]
    members = tuple(Membership(unit.id) for unit in made[:2])
    units.save_group(store, UnitGroup(0, "", "Các thôn", members))
    add_plan(store, 0)
    tasks.assign(store, 1, DAY, {1: DAY, 2: DAY})


def chosen(store: Store, table: str, at: int) -> int:
    """Id of one row of a table, 0 where there is none."""
    ids = [key for (key,) in store.rows(f"SELECT id FROM {table} ORDER BY id")]
    return ids[at % len(ids)] if ids else 0


def add_plan(store: Store, at: int) -> None:
    plan = plans.add(store, Plan(0, "", f"Ngày hội {at}"), "{}")
    counted = (Indicator(0, "", "Số buổi", "buổi"),)
    leads = (Party("Các thôn", group=1),), (Party("Trường", unit=chosen(store, "unit", 2)),)
    new = [
        Task(0, "", plan.id, 0, "Treo cờ", lead, indicators=counted, checklist=("Mua cờ",)) for lead in leads
    ]
    tasks.add_all(store, plan.id, new)


def edit_plan(store: Store, at: int) -> None:
    if key := chosen(store, "plan", at):
        plans.save(store, replace(plans.get(store, key), subject=f"Lễ phát động {at}"))
        plans.set_body(store, key, f"[{at}]")


def edit_task(store: Store, at: int) -> None:
    if key := chosen(store, "task", at):
        task = tasks.get(store, key)
        kept = task.indicators[at % 2 :]
        new = (*kept, Indicator(0, "", f"Lượt người {at}", "người"))
        tasks.save(
            store, replace(task, text=f"Treo băng rôn {at}", indicators=new, leads=task.leads[at % 2 :])
        )


def turn_order(store: Store, at: int) -> None:
    if key := chosen(store, "plan", at):
        tasks.reorder(store, key, [task.id for task in reversed(tasks.of_plan(store, key))])


def assign(store: Store, at: int) -> None:
    if key := chosen(store, "plan", at):
        tasks.assign(store, key, DAY, {task.id: DAY for task in tasks.of_plan(store, key)})


def tick(store: Store, at: int) -> None:
    if key := chosen(store, "assignment", at):
        counted = store.value(
            "SELECT i.id FROM indicator i JOIN assignment a ON a.task = i.task WHERE a.id = ?", (key,)
        )
        values = ((counted, Decimal(at)),) if counted else ()
        results.add_all(store, [Result(key, DAY, Status.DONE, DAY, f"Đã treo {at}", values=values)])


def follow_up(store: Store, at: int) -> None:
    if key := chosen(store, "assignment", at):
        follow_ups.extend(store, Extension(key, DAY + dt.timedelta(at + 1), "mưa", "Chủ tịch", DAY, DAY))
        follow_ups.add_urgings(store, [Urging(key, DAY, Channel.PHONE)])
        follow_ups.set_checklist(store, key, [ChecklistItem(0, key, 0, f"Bước {at}", DAY)])


def add_unit(store: Store, at: int) -> None:
    units.add(store, Unit(0, "", (UnitName(f"Thôn {at}"),), parent=chosen(store, "unit", at) or None))


def rename_unit(store: Store, at: int) -> None:
    if key := chosen(store, "unit", at):
        unit_changes.rename(store, key, f"Tổ dân phố {at}", DAY)


def merge_units(store: Store, at: int) -> None:
    one, other = chosen(store, "unit", at), chosen(store, "unit", at + 1)
    if one != other:
        unit_changes.merge(store, [one], other, DAY)


def import_units(store: Store, at: int) -> None:
    rows = [
        unit_import.UnitRow(name=f"Xóm {at}.{n}", group="Các xóm", parent=f"Xóm {at}.0") for n in range(3)
    ]
    unit_import.import_rows(store, rows, DAY)


def keep_setting(store: Store, at: int) -> None:
    settings.put(store, "duties", at)
    templates.add(store, "plan", f"Mẫu {at}", "{}")


def discard_plan(store: Store, at: int) -> None:
    if key := chosen(store, "plan", at):
        trash.discard(store, "plan", "Ngày hội", lambda: plans.remove(store, key))


def discard_task(store: Store, at: int) -> None:
    if key := chosen(store, "task", at):
        trash.discard(store, "task", "Treo cờ", lambda: tasks.remove(store, key))


def empty_trash(store: Store, at: int) -> None:
    trash.purge(store)


ACTIONS: tuple[Action, ...] = (
    add_plan,
    edit_plan,
    edit_task,
    turn_order,
    assign,
    tick,
    follow_up,
    add_unit,
    rename_unit,
    merge_units,
    import_units,
    keep_setting,
    discard_plan,
    discard_task,
    empty_trash,
)
