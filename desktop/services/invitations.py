"""Giấy mời to the meetings that a plan orders, one paper each."""

from pathlib import Path

from desktop.documents import invitation
from desktop.domain.meeting import Meeting, meeting
from desktop.domain.plan import PlanState, check_ours
from desktop.domain.task import Task
from desktop.errors import NotAllowed, NotFound
from desktop.progress import SILENT, Progress
from desktop.services import papers
from desktop.services.binding import planned
from desktop.services.file_names import stem
from desktop.services.papers import EVERY, Formats
from desktop.services.workspace import Workspace
from desktop.storage import plans, tasks


def write(
    work: Workspace,
    key: int,
    folder: Path,
    task: int | None = None,
    formats: Formats = EVERY,
    progress: Progress = SILENT,
) -> list[Path]:
    """Write an invitation to every meeting among the tasks of an issued plan, or to that of one task (its id); PDF and DOCX.

    Invited are the units that coordinate the task, under their names of today. Raises `NotFound`, `NotAllowed` "plan_is_received",
    "plan_not_issued", "no_meeting", "not_a_meeting", and the errors of writing.
    """
    plan, today = plans.get(work.store, key), work.today()
    check_ours(plan)
    if plan.state is PlanState.DRAFT:
        raise NotAllowed("plan_not_issued", plan=key)
    made = []
    for one, held in _chosen(work, key, task):
        (named,) = planned(work.store, [one], today)
        invited = [party.name for party in named.coordinating]
        paper = invitation.build(plan, held, invited, work.office, today.year)
        base = folder / f"giay-moi-{stem(plan)}-nhiem-vu-{one.position + 1}"
        made += papers.write(paper, (), base, progress, formats)
    return made


def of_plan(work: Workspace, key: int) -> list[tuple[Task, Meeting]]:
    """The tasks of a plan that are meetings, with what they say of them."""
    read = ((task, meeting(task)) for task in tasks.of_plan(work.store, key))
    return [(task, held) for task, held in read if held is not None]


def _chosen(work: Workspace, key: int, task: int | None) -> list[tuple[Task, Meeting]]:
    found = of_plan(work, key)
    if task is None:
        if not found:
            raise NotAllowed("no_meeting", plan=key)
        return found
    if all(one.id != task for one in tasks.of_plan(work.store, key)):
        raise NotFound("task", task)
    chosen = [pair for pair in found if pair[0].id == task]
    if not chosen:
        raise NotAllowed("not_a_meeting", task=task)
    return chosen
