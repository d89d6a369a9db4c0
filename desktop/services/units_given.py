"""Which units were given what under a plan, by the names they bore on a day (product rules 7, 8). Writes nothing."""

import datetime as dt
from dataclasses import dataclass

from desktop.documents.letter import UnitTasks
from desktop.domain.assignment import holder_on
from desktop.domain.plan import Plan
from desktop.domain.task import Task
from desktop.domain.unit import Unit
from desktop.services.workspace import Workspace
from desktop.storage import tasks, units


@dataclass(frozen=True, slots=True)
class Given:
    """A unit with the tasks it was given, in the plan's order."""

    unit: Unit
    name: str
    tasks: tuple[Task, ...]

    def printed(self) -> UnitTasks:
        """As papers show it."""
        return UnitTasks(self.name, self.unit.kind, tuple((t.text, t.deadline) for t in self.tasks))


def units_given(work: Workspace, plan: Plan, on: dt.date) -> list[Given]:
    """The units that had tasks of the plan on the day `on`, under their names of that day; those that exist then."""
    wanted = {task.id: task for task in tasks.of_plan(work.store, plan.id)}
    assigned = tasks.assignments_of_plan(work.store, plan.id)
    known = units.by_ids(work.store, {unit for a in assigned for unit in (a.unit, a.taken_from) if unit})
    by_unit: dict[int, list[Task]] = {}
    for assignment in assigned:
        by_unit.setdefault(holder_on(assignment, known, on), []).append(wanted[assignment.task])
    return [
        Given(known[key], known[key].name_on(on), tuple(some))
        for key, some in by_unit.items()
        if known[key].exists_on(on)
    ]
