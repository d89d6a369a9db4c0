"""A plan of the workspace as packages carry it: its head and tasks, a unit's work, all versions of results, evidence. Writes nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from desktop.domain.assignment import Assignment
from desktop.domain.follow_up import Extension
from desktop.domain.package import (
    SentAssignment,
    SentEvidence,
    SentExtension,
    SentIndicator,
    SentPlan,
    SentResult,
    SentTask,
    SentUnit,
)
from desktop.domain.result import Result
from desktop.domain.task import Task
from desktop.domain.unit import Unit
from desktop.services.reply_preview import work_here
from desktop.services.workspace import Workspace
from desktop.storage import evidence, follow_ups, kept_files, plans, tasks, units, versions

PDF = "plans/{0}.pdf"


@dataclass(slots=True)
class Files:
    """The files that go beside the content: entry -> bytes, each content once."""

    content: dict[str, bytes] = field(default_factory=dict)

    def add(self, digest: str, read: Callable[[], bytes]) -> str:
        """The entry of what has that SHA-256; `read` gives it where it is not there yet."""
        entry = f"evidence/{digest}"
        if entry not in self.content:
            self.content[entry] = read()
        return entry


class Source:
    """One plan, read once for the packages of all its units."""

    def __init__(self, work: Workspace, key: int) -> None:
        """Raises `NotFound`."""
        self._work = work
        self.plan = plans.get(work.store, key)
        self.tasks = tasks.of_plan(work.store, key)
        self._tasks = {task.id: task for task in self.tasks}
        self._indicators = {i.id: i.uid for task in self.tasks for i in task.indicators}
        self._by_unit: dict[int, list[Assignment]] = {}
        for one in tasks.assignments_of_plan(work.store, key):
            self._by_unit.setdefault(one.unit, []).append(one)
        self._extensions: dict[int, list[Extension]] = {}
        for extension in follow_ups.extensions_of_plan(work.store, key):
            self._extensions.setdefault(extension.assignment, []).append(extension)
        before = {one.taken_from for some in self._by_unit.values() for one in some} - {None}
        self._named = units.by_ids(work.store, {*self._by_unit, *filter(None, before)})
        self.units = {key: self._named[key] for key in self._by_unit}

    def head(self, issuer: str, files: dict[str, bytes], at: int = 0) -> SentPlan:
        """The plan with its tasks; its printed form joins `files` under the number `at`."""
        plan, printed = self.plan, plans.pdf(self._work.store, self.plan.id)
        entry = PDF.format(at) if printed is not None else ""
        if printed is not None:
            files[entry] = printed
        return SentPlan(
            uid=plan.uid,
            subject=plan.subject,
            issuer=issuer,
            form=plan.form,
            number=plan.number,
            symbol=plan.symbol,
            date=plan.date,
            year=plan.year,
            theme=plan.theme,
            body=plans.body(self._work.store, plan.id),
            pdf=entry,
            tasks=tuple(map(_task, self.tasks)),
        )

    def unit(self, key: int) -> SentUnit:
        """A unit of the plan as it is called today."""
        return sent_unit(self.units[key], self.units[key].name_on(self._work.today()))

    def of_units(self, chosen: Iterable[int]) -> list[Assignment]:
        """The work that these units have."""
        return [one for key in chosen for one in self._by_unit.get(key, ())]

    def ever_of(self, unit: int) -> list[Assignment]:
        """The work that a unit has, and what of its work others took over from it."""
        return [one for (_, of), one in work_here(self._work, self.plan.id).items() if of == unit]

    def given(self, wanted: Sequence[Assignment], files: Files) -> tuple[SentAssignment, ...]:
        """This work with all that was told of it; evidence joins `files`."""
        ids = [one.id for one in wanted]
        told = versions.of_assignments(self._work.store, ids)
        proofs = self._evidence(ids, files)
        return tuple(
            SentAssignment(
                task=self._tasks[one.task].uid,
                unit=self.units[one.unit].uid,
                due=one.due,
                first_due=one.first_due,
                results=tuple(self._result(result, proofs) for result in told.get(one.id, ())),
                extensions=tuple(map(_extension, self._extensions.get(one.id, ()))),
                taken_from=self._named[one.taken_from].uid if one.taken_from else "",
            )
            for one in wanted
        )

    def _result(self, result: Result, proofs: dict[str, list[SentEvidence]]) -> SentResult:
        return SentResult(
            uid=result.uid,
            reported_on=result.reported_on,
            status=result.status,
            made_at=result.made_at,
            author=result.author,
            bases=result.bases,
            done_on=result.done_on,
            text=result.text,
            reason=result.reason,
            proposal=result.proposal,
            values=tuple((self._indicators[key], number) for key, number in result.values),
            evidence=tuple(proofs.get(result.uid, ())),
        )

    def _evidence(self, assignments: Sequence[int], files: Files) -> dict[str, list[SentEvidence]]:
        out: dict[str, list[SentEvidence]] = {}
        for one in evidence.sent_of(self._work.store, assignments):
            entry = files.add(one.sha256, partial(kept_files.content, self._work.store, one.file))
            out.setdefault(one.result, []).append(
                SentEvidence(one.uid, one.name, one.sha256, entry, one.added_on)
            )
        return out


def sent_unit(unit: Unit, name: str) -> SentUnit:
    """A unit under the name `name`, with whom to ring."""
    contact = unit.contact
    return SentUnit(
        uid=unit.uid,
        name=name,
        abbreviation=unit.names[-1].abbreviation,
        kind=unit.kind,
        person=contact.person,
        position=contact.position,
        phone=contact.phone,
        email=contact.email,
        address=contact.address,
        former=tuple(one.name for one in reversed(unit.names) if one.name != name),
    )


def _task(task: Task) -> SentTask:
    return SentTask(
        uid=task.uid,
        text=task.text,
        leads=tuple(party.written for party in task.leads),
        coordinating=tuple(party.written for party in task.coordinating),
        deadline=task.deadline,
        deliverable=task.deliverable,
        indicators=tuple(SentIndicator(i.uid, i.name, i.unit_of_measure) for i in task.indicators),
        checklist=task.checklist,
        is_report=task.is_report,
        source=task.source,
        field=task.field,
    )


def _extension(one: Extension) -> SentExtension:
    return SentExtension(
        uid=one.uid,
        new_due=one.new_due,
        old_due=one.old_due,
        asked_on=one.asked_on,
        agreed_on=one.agreed_on,
        agreed_by=one.agreed_by,
        reason=one.reason,
    )
