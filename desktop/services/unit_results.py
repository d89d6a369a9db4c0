"""What one unit has of a plan: how each task stands, all that was reported, evidence, steps, reminders. Ticks steps, no more."""

import datetime as dt
from dataclasses import dataclass

from desktop.domain.assignment import standing
from desktop.domain.follow_up import ChecklistItem, Urging
from desktop.domain.plan import Plan
from desktop.domain.result import Result
from desktop.domain.task import Task
from desktop.domain.unit import Unit
from desktop.services.following import Mark
from desktop.services.workspace import Workspace
from desktop.storage import evidence, follow_ups, matrix, plans, results, tasks, units
from desktop.storage.evidence import Evidence


@dataclass(frozen=True, slots=True)
class UnitTask:
    """One task of the unit. number: as the plan counts it; history: all results that were told, the oldest first; newest: what holds now,
    one of these or put together of several offices' (`Result.source`); evidence: of any of them."""

    number: int
    task: Task
    assignment: int
    mark: Mark
    history: tuple[Result, ...]
    evidence: tuple[Evidence, ...]
    steps: tuple[ChecklistItem, ...]
    urgings: tuple[Urging, ...]
    newest: Result | None = None


@dataclass(frozen=True, slots=True)
class UnitResults:
    """A unit under a plan. name: as it is called today."""

    plan: Plan
    unit: Unit
    name: str
    tasks: tuple[UnitTask, ...]


def load(work: Workspace, plan: int, unit: int) -> UnitResults:
    """All that there is of a unit on a plan. A fixed number of statements. Raises `NotFound`."""
    head, today, who = plans.get(work.store, plan), work.today(), units.get(work.store, unit)
    wanted = {task.id: (at, task) for at, task in enumerate(tasks.of_plan(work.store, plan), 1)}
    cells, states = matrix.of_unit(work.store, plan, unit)
    keys = [key for _, _, key, _ in cells]
    history: dict[int, list[Result]] = {key: [] for key in keys}
    files: dict[int, list[Evidence]] = {key: [] for key in keys}
    steps: dict[int, list[ChecklistItem]] = {key: [] for key in keys}
    urgings: dict[int, list[Urging]] = {key: [] for key in keys}
    for result in results.of_unit(work.store, plan, unit):
        history[result.assignment].append(result)
    for file in evidence.of_assignments(work.store, keys):
        files[file.assignment].append(file)
    for step in follow_ups.checklist(work.store, keys):
        steps[step.assignment].append(step)
    for urging in follow_ups.urgings_of_unit(work.store, plan, unit):
        urgings[urging.assignment].append(urging)
    newest = results.newest_of(work.store, keys)
    shown = []
    for _, task, key, kind in cells:
        state, (number, told) = states[kind], wanted[task]
        stands = standing(state.status, state.due, state.done_on, today)
        mark = Mark(stands, state.status, state.due, state.done_on, state.reported)
        parts = tuple(history[key]), tuple(files[key]), tuple(steps[key]), tuple(urgings[key])
        shown.append(UnitTask(number, told, key, mark, *parts, newest[key]))
    return UnitResults(head, who, who.name_on(today), tuple(shown))


def tick(work: Workspace, step: int, on: dt.date | None) -> None:
    """Mark a step as done on a day, or as not done. Raises `NotFound`."""
    with work.store.transaction():
        follow_ups.tick(work.store, step, on)
