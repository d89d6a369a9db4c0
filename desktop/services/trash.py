"""Removing what may be removed, and the trash it goes to. What is issued or sent is never removed (product rule 6)."""

from desktop.domain.plan import check_editable
from desktop.services.workspace import Workspace
from desktop.storage import plans, reports, tasks
from desktop.storage import trash as kept
from desktop.storage.trash import Discarded


def discard_plan(work: Workspace, key: int) -> int:
    """A draft goes to the trash with its tasks. Raises `NotFound`, `NotAllowed` "plan_is_issued"."""
    plan = plans.get(work.store, key)
    check_editable(plan)
    title = plan.subject
    return kept.discard(work.store, "plan", title, lambda: plans.remove(work.store, key))


def discard_task(work: Workspace, key: int) -> int:
    """A task of a draft goes to the trash. Raises `NotFound`, `NotAllowed` "plan_is_issued"."""
    task = tasks.get(work.store, key)
    check_editable(plans.get(work.store, task.plan))
    title = task.text
    return kept.discard(work.store, "task", title, lambda: tasks.remove(work.store, key))


def discard_report(work: Workspace, key: int) -> int:
    """A draft of a report goes to the trash. Raises `NotFound`, `NotAllowed` "report_is_sent"."""
    title = reports.get(work.store, key).title
    return kept.discard(work.store, "report", title, lambda: reports.remove(work.store, key))


def listed(work: Workspace) -> list[Discarded]:
    """What is in the trash, the newest first."""
    return kept.listed(work.store)


def restore(work: Workspace, key: int) -> Discarded:
    """Put a thing back. Raises `NotFound`, `NotAllowed` "undo_conflict"."""
    return kept.restore(work.store, key)


def empty(work: Workspace) -> int:
    """Forget everything in the trash; gives how many things."""
    return kept.purge(work.store)
