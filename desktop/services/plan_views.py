"""What screens and the command line show of plans: rows and one plan with its tasks. Changes nothing."""

import datetime as dt
from dataclasses import dataclass

from desktop.documents.plan import PartyName
from desktop.domain.assignment import Status
from desktop.domain.plan import Plan
from desktop.services.binding import planned
from desktop.services.planning import due_days
from desktop.services.workspace import Workspace
from desktop.storage import plans, tasks, units
from desktop.storage.plans import PlanRow

__all__ = ["PlanRow", "PlanView", "TaskView", "listed", "plan", "view"]


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task with the names of its day. printed, counts: the two days of its deadline; unbound: words not bound to a unit;
    units: names of those it was given to."""

    id: int
    text: str
    leads: tuple[PartyName, ...]
    coordinating: tuple[PartyName, ...]
    unbound: tuple[str, ...]
    deadline_text: str
    printed: dt.date | None
    counts: dt.date | None
    assigned: int
    done: int
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan and its tasks in their order."""

    plan: Plan
    tasks: tuple[TaskView, ...]


def listed(work: Workspace) -> list[PlanRow]:
    """All plans with their figures of today, the last changed first."""
    return plans.list_plans(work.store, work.today())


def plan(work: Workspace, key: int) -> Plan:
    """One plan without its tasks. Raises `NotFound`."""
    return plans.get(work.store, key)


def view(work: Workspace, key: int) -> PlanView:
    """One plan. Raises `NotFound`."""
    shown = plans.get(work.store, key)
    wanted = tasks.of_plan(work.store, key)
    on = shown.date or work.today()
    given: dict[int, list[int]] = {task.id: [] for task in wanted}
    done = dict.fromkeys(given, 0)
    for assignment in tasks.assignments_of_plan(work.store, key):
        given[assignment.task].append(assignment.unit)
        done[assignment.task] += assignment.status is Status.DONE
    names = {
        u.id: u.name_on(on)
        for u in units.by_ids(work.store, {u for some in given.values() for u in some}).values()
    }
    dues = due_days(work.rules(t.deadline.date for t in wanted if t.deadline), wanted)
    return PlanView(
        shown,
        tuple(
            TaskView(
                id=p.task.id,
                text=p.task.text,
                leads=p.leads,
                coordinating=p.coordinating,
                unbound=tuple(party.written for party in p.task.unbound),
                deadline_text=p.task.deadline.text if p.task.deadline else "",
                printed=dues[p.task.id].printed,
                counts=dues[p.task.id].counts,
                assigned=len(given[p.task.id]),
                done=done[p.task.id],
                units=tuple(names[unit] for unit in given[p.task.id]),
            )
            for p in planned(work.store, wanted, on)
        ),
    )
