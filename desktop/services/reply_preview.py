"""What the results in packages would change: each version of each assignment found in the workspace and compared. Keeps nothing."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.domain import merging
from desktop.domain.assignment import Assignment
from desktop.domain.draft import Problem
from desktop.domain.merging import Field, Place, State
from desktop.domain.package import SentAssignment, SentResult
from desktop.domain.result import Result
from desktop.domain.task import Indicator, Task
from desktop.services.arrivals import Change, Clash
from desktop.services.workspace import Workspace
from desktop.storage import tasks, units, versions


@dataclass(slots=True)
class Told:
    """What the results of one package come to: pieces of work by what becomes of them, versions that are not kept
    yet, whether an earlier package of the same preview brings them or not: that one may not be wanted."""

    new: int = 0
    changed: int = 0
    same: int = 0
    results: list[Result] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def work_here(work: Workspace, plan: int) -> dict[tuple[int, int], Assignment]:
    """(task, unit; ids) -> the assignment of a plan, also under each unit that had it before: what others, who do not know who took
    over, still name by that one."""
    given = tasks.assignments_of_plan(work.store, plan)
    found = {(one.task, one.unit): one for one in given}
    moved = [(one, one.taken_from) for one in given if one.taken_from is not None]
    heirs = {unit.id: unit.successor for unit in units.list_units(work.store)} if moved else {}
    for one, holder in moved:
        before, more = set[int](), {holder}
        while more:
            before |= more
            more = {key for key, heir in heirs.items() if heir in before} - before
        for unit in before:
            found.setdefault((one.task, unit), one)
    return found


def find_work(
    here: Mapping[tuple[int, int], Assignment], task: int, one: SentAssignment, units: Mapping[str, int]
) -> Assignment | None:
    """What `one` of a package is here: work of its unit, else of the one that had it before. here: as `work_here`; task: id; units: uid
    as the package names it -> id."""
    named = (units.get(uid) for uid in (one.unit, one.taken_from))
    return next((here[task, unit] for unit in named if unit is not None and (task, unit) in here), None)


def of_day_to_come(one: SentResult, today: dt.date) -> Problem | None:
    """What is said of a version that is left out since its day has not come; None for any other."""
    late = max(one.reported_on, one.done_on or one.reported_on)
    return Problem(0, None, "date_in_future", f"{late:%d/%m/%Y}") if late > today else None


class PlanWork:
    """The work of one plan by uids, with what earlier packages of the same preview said."""

    def __init__(self, work: Workspace, plan: int) -> None:
        self._store, self._today = work.store, work.today()
        self.tasks = {task.uid: task for task in tasks.of_plan(work.store, plan)}
        self._indicators = {i.uid: i for task in self.tasks.values() for i in task.indicators}
        self.names = {i.id: i.name for i in self._indicators.values()}
        self._given = work_here(work, plan)
        self._more: dict[int, list[Result]] = {}

    def tell(
        self, sent: Iterable[SentAssignment], units: Mapping[str, int], author: str, source: str
    ) -> Told:
        """Compare what a package says. units: uid as the package names it -> id; author: who wrote what names nobody; source: as
        `Result.source`."""
        told = Told()
        found = []
        for one in sent:
            task, given = self.tasks.get(one.task), self._find(one, units)
            if task is None or given is None:
                told.problems.append(Problem(0, None, "work_not_given", task.text if task else None))
            else:
                found.append((task, given.id, one.results))
        known = versions.of_assignments(self._store, [key for _, key, _ in found])
        for task, key, results in found:
            said = self._read(told, task, key, results, author, source)
            here = {one.uid for one in known[key]}
            told.results += [one for one in said if one.uid not in here]
            self._compare(told, task, known[key] + self._more.get(key, []), key, said)
        return told

    def has(self, one: SentAssignment, units: Mapping[str, int]) -> bool:
        """Whether that work is given here already; units: as for `tell`."""
        return self._find(one, units) is not None

    def _find(self, one: SentAssignment, units: Mapping[str, int]) -> Assignment | None:
        task = self.tasks.get(one.task)
        return None if task is None else find_work(self._given, task.id, one, units)

    def _read(
        self, told: Told, task: Task, key: int, sent: Iterable[SentResult], author: str, source: str
    ) -> list[Result]:
        """The versions as they are kept here; one of a day to come is left out and said."""
        out = []
        for one in sent:
            if early := of_day_to_come(one, self._today):
                told.problems.append(early)
                continue
            unknown = [uid for uid, _ in one.values if uid not in self._indicators]
            told.problems += [Problem(0, None, "value_of_nothing", task.text) for _ in unknown]
            out.append(_result(one, key, self._indicators, author, source))
        return out

    def _compare(self, told: Told, task: Task, known: list[Result], key: int, said: list[Result]) -> None:
        uids = {one.uid for one in known}
        news = [one for one in said if one.uid not in uids]
        if not news:
            told.same += 1
            return
        before, after = merging.state(known), merging.state([*known, *news])
        assert after is not None
        self._more.setdefault(key, []).extend(news)
        changes = self._changes(task, before, after) if before else []
        told.new += before is None
        told.changed += bool(changes)
        told.same += before is not None and not changes
        told.changes += changes
        old = {(one.field, one.indicator) for one in before.conflicts} if before else set()
        told.clashes += [
            Clash(key, task.text, one.field, one.sides, one.indicator, self.names.get(one.indicator, ""))
            for one in after.conflicts
            if (one.field, one.indicator) not in old or any(side in news for side in one.sides)
        ]

    def _changes(self, task: Task, before: State, after: State) -> list[Change]:
        places: list[Place] = [(one, 0) for one in Field if one is not Field.VALUE]
        places += [(Field.VALUE, indicator.id) for indicator in task.indicators]
        out = []
        for place in places:
            old, new = (merging.value_of(state.newest, *place) for state in (before, after))
            if old != new:
                out.append(Change(task.text, place[0], old, new, self.names.get(place[1], "")))
        return out


def _result(
    one: SentResult, key: int, indicators: Mapping[str, Indicator], author: str, source: str
) -> Result:
    return Result(
        assignment=key,
        reported_on=one.reported_on,
        status=one.status,
        done_on=one.done_on,
        text=one.text,
        reason=one.reason,
        proposal=one.proposal,
        values=tuple((indicators[uid].id, number) for uid, number in one.values if uid in indicators),
        source=source,
        uid=one.uid,
        bases=one.bases,
        author=one.author or author,
        made_at=one.made_at,
    )


def picked_sides(
    choices: Mapping[tuple[int, Field, int], Result], assignment: int
) -> dict[tuple[Field, int], Result]:
    """The choices of one assignment as `merging.resolved` wants them."""
    return {
        (field, indicator): side for (key, field, indicator), side in choices.items() if key == assignment
    }


def settled(
    state: State, choices: Mapping[tuple[int, Field, int], Result], assignment: int, today: dt.date
) -> Result:
    """A new version that says what stands, with a person's choices."""
    return merging.resolved(state, picked_sides(choices, assignment), today)
