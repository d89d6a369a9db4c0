"""Removing what may be removed, and the trash it goes to. What is issued or sent is never removed (product rule 6).

Each removal and each return is a step that can be taken back: part of the one that the window records, else one named by the title.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.plan import check_editable
from desktop.errors import NotAllowed
from desktop.services.workspace import Workspace
from desktop.storage import audit, kept_files, plans, reports, tasks, templates, unit_work, units
from desktop.storage import trash as kept
from desktop.storage.trash import Discarded

__all__ = [
    "KEPT_DAYS",
    "Discarded",
    "Restored",
    "discard_plan",
    "discard_report",
    "discard_task",
    "discard_template",
    "discard_unit",
    "empty",
    "forget_old",
    "listed",
    "restore",
]

KEPT_DAYS = 60


@dataclass(frozen=True, slots=True)
class Restored:
    """A thing that came back. noun: "plan", "task", "report", "template", "unit"; key: its id, the one it had."""

    noun: str
    key: int
    title: str


def discard_plan(work: Workspace, key: int) -> int:
    """A draft goes to the trash with its tasks; gives the id there. Raises `NotFound`, `NotAllowed` "plan_is_issued"."""
    plan = plans.get(work.store, key)
    check_editable(plan)
    return _discard(work, "plan", key, plan.subject, lambda: plans.remove(work.store, key))


def discard_task(work: Workspace, key: int) -> int:
    """A task of a draft goes to the trash. Raises `NotFound`, `NotAllowed` "plan_is_issued"."""
    task = tasks.get(work.store, key)
    check_editable(plans.get(work.store, task.plan))
    return _discard(work, "task", key, task.text, lambda: tasks.remove(work.store, key))


def discard_report(work: Workspace, key: int) -> int:
    """A draft of a report goes to the trash. Raises `NotFound`, `NotAllowed` "report_is_sent"."""
    title = reports.get(work.store, key).title
    return _discard(work, "report", key, title, lambda: reports.remove(work.store, key))


def discard_template(work: Workspace, uid: str) -> int:
    """A template of the office goes to the trash; plans made from it stay. Raises `NotFound`."""
    row = templates.get(work.store, uid)
    return _discard(work, "template", row.id, row.name, lambda: templates.remove(work.store, uid))


def discard_unit(work: Workspace, key: int) -> int:
    """A unit that nothing names goes to the trash with its places in groups. Raises `NotFound`, `NotAllowed` "unit_has_work"."""
    unit = units.get(work.store, key)
    if unit_work.named_anywhere(work.store, (key,)):
        raise NotAllowed("unit_has_work", name=unit.name)
    return _discard(work, "unit", key, unit.name, lambda: unit_work.remove(work.store, key))


def listed(work: Workspace) -> list[Discarded]:
    """What is in the trash, the newest first."""
    return kept.listed(work.store)


def restore(work: Workspace, key: int) -> Restored:
    """Put a thing back with its id and all that belonged to it. key: the id in the trash.

    Raises `NotFound`, `NotAllowed` "restore_conflict" where what it belonged to has gone, "plan_is_issued" for a task whose plan was
    issued meanwhile.
    """
    with work.store.transaction():
        thing, own = kept.restore(work.store, key)
        if thing.noun == "task":
            check_editable(plans.get(work.store, tasks.get(work.store, own).plan))
        audit.note(work.store, "restored", thing.noun, own, title=thing.title)
    return Restored(thing.noun, own, thing.title)


def empty(work: Workspace) -> int:
    """Forget everything in the trash; gives how many things."""
    return kept.purge(work.store)


def forget_old(work: Workspace) -> int:
    """Forget what has been in the trash for `KEPT_DAYS`, and the files that nothing names any more; gives how many things. Once a day."""
    before = work.store.clock() - dt.timedelta(KEPT_DAYS)
    with work.store.transaction():
        gone = kept.purge(work.store, before.isoformat(timespec="seconds"))
        kept_files.drop_unused(work.store)
    return gone


def _discard(work: Workspace, noun: str, key: int, title: str, remove: Callable[[], object]) -> int:
    with work.store.transaction():
        audit.note(work.store, "discarded", noun, key, title=title)
        return kept.discard(work.store, noun, title, remove)
