"""Whether what a package says holds together: what belongs to its kind, ids that refer to what is in it, counts, every value in its shape.

Knows nothing of the workspace: whether the plan, the unit or the sender is known is asked by services. Raises `BadContent`.
"""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from desktop.domain import as_json
from desktop.domain.package import (
    Content,
    Manifest,
    PackageKind,
    Part,
    SentAssignment,
    SentEvidence,
    SentPlan,
    SentResult,
    SentTask,
    SentUnit,
    SentWork,
)
from desktop.errors import DataError
from desktop.exchange import strict_json
from desktop.exchange import value_check as value
from desktop.exchange.value_check import need

DATA = "data.json"
TASKS, ASSIGNMENTS, RESULTS = 2_000, 200_000, 1_000
"""Most of each: in a plan, in a package, of an assignment."""
_RECEIPTS = 20_000
_PLANS, _UNITS, _NAMES, _INDICATORS, _EVIDENCE = 5_000, 200_000, 5_000, 500, 1_000
_LARGEST = 10**12


def check_manifest(manifest: Manifest, key: str) -> None:
    """Of itself, and of the key that sealed the file."""
    value.uid(manifest.uid, "package")
    value.uid(manifest.sender, "sender")
    value.hexadecimal(key, 64, "key")
    value.count(manifest.sequence, _LARGEST, "sequence")
    value.moment(manifest.created, "created")
    value.lines("manifest", manifest.sender_name, manifest.receiver_name, manifest.person)
    for one in (manifest.receiver, manifest.plan, manifest.unit, manifest.answers):
        value.uid_or_none(one, "manifest")
    value.most(manifest.receipts, _RECEIPTS, "receipts")
    for one in manifest.receipts:
        value.uid(one, "receipt")
    _check_purpose(manifest)


def _check_purpose(manifest: Manifest) -> None:
    told = {name for name in ("receiver", "plan", "unit", "answers") if getattr(manifest, name)}
    wanted = {
        PackageKind.WORK: {"receiver", "plan", "unit"} | (told & {"answers"}),
        PackageKind.REPLY: {"receiver", "plan", "unit", "answers"},
        PackageKind.RECEIPT: {"receiver"},
        PackageKind.HANDOVER: told - {"answers"},
    }[manifest.kind]
    need(told == wanted, f"{manifest.kind} with {sorted(told)}")
    need(manifest.receipts or manifest.kind is not PackageKind.RECEIPT, "receipt of nothing")


def check_content(manifest: Manifest, content: Content) -> None:
    """Of the content beside its manifest, whose parts are known to be there."""
    _Check(manifest, content).all()


class _Check:
    """One package: what is in it, by uid."""

    def __init__(self, manifest: Manifest, content: Content) -> None:
        self._manifest, self._content = manifest, content
        self._parts: Mapping[str, Part] = {part.name: part for part in manifest.parts}
        self._used = {DATA}
        self._tasks = {task.uid: task for plan in content.plans for task in plan.tasks}
        self._is_reply = manifest.kind is PackageKind.REPLY

    def all(self) -> None:
        """Everything; counts first."""
        content = self._content
        value.most(content.plans, _PLANS, "plans")
        value.most(content.units, _UNITS, "units")
        value.most(content.assignments, ASSIGNMENTS, "assignments")
        self._purpose()
        for plan in content.plans:
            self._plan(plan)
        for unit in content.units:
            _check_unit(unit)
        value.distinct((plan.uid for plan in content.plans), "plan")
        value.distinct((unit.uid for unit in content.units), "unit")
        need(len(self._tasks) == sum(len(plan.tasks) for plan in content.plans), "task twice")
        value.distinct((i.uid for task in self._tasks.values() for i in task.indicators), "indicator")
        self._assignments()
        unused = self._parts.keys() - self._used
        need(not unused, f"part of nothing: {sorted(unused)[:3]}")

    def _purpose(self) -> None:
        """What belongs to the kind, and nothing else."""
        manifest, content = self._manifest, self._content
        plans, units = [plan.uid for plan in content.plans], [unit.uid for unit in content.units]
        match manifest.kind:
            case PackageKind.WORK:
                need(plans == [manifest.plan] and units == [manifest.unit], "plan or unit of work")
            case PackageKind.REPLY:
                need(not plans and not units, "plan or unit in a reply")
            case PackageKind.RECEIPT:
                need(content == Content(), "content of a receipt")
            case PackageKind.HANDOVER:
                need(not manifest.plan or manifest.plan in plans, "plan handed over")
        if manifest.kind is not PackageKind.HANDOVER:
            need(all(plan.origin is None and not plan.carried for plan in content.plans), "origin of a plan")

    def _plan(self, plan: SentPlan) -> None:
        value.uid(plan.uid, "plan")
        value.lines("plan", plan.issuer, plan.symbol, plan.theme)
        value.texts("plan", plan.subject)
        need(len(plan.body) <= value.BODY, "body too long")
        value.count(plan.number, _LARGEST, "number")
        value.days("plan", plan.date)
        need(plan.year is None or 1900 <= plan.year <= 2200, "year")
        if plan.pdf:
            self._part(plan.pdf)
        value.most(plan.tasks, TASKS, "tasks")
        for task in plan.tasks:
            _check_task(task)
        if plan.origin is not None:
            value.uid(plan.origin.uid, "origin")
            value.lines("origin", plan.origin.name)
            value.hexadecimal(plan.origin.key, 64, "key of origin")
        value.most(plan.carried, ASSIGNMENTS, "packages")
        units = {unit.uid for unit in self._content.units}
        for work in plan.carried:
            need(work.unit in units, "unit of a package")
            _check_work(work)

    def _assignments(self) -> None:
        given = self._content.assignments
        units = {unit.uid for unit in self._content.units} if not self._is_reply else {self._manifest.unit}
        value.distinct(((one.task, one.unit) for one in given), "assignment")
        for one in given:
            need(one.unit in units, "unit of an assignment")
            if self._is_reply:
                value.uid(one.task, "task")
            else:
                need(one.task in self._tasks, "task of an assignment")
            self._assignment(one)
        results = [result for one in given for result in one.results]
        value.distinct((result.uid for result in results), "result")
        value.distinct((proof.uid for result in results for proof in result.evidence), "evidence")
        value.distinct((later.uid for one in given for later in one.extensions), "extension")

    def _assignment(self, one: SentAssignment) -> None:
        value.days("assignment", one.due, one.first_due)
        value.uid_or_none(one.taken_from, "unit of before")
        value.most(one.results, RESULTS, "results")
        value.most(one.extensions, RESULTS, "extensions")
        indicators = None if self._is_reply else {i.uid for i in self._tasks[one.task].indicators}
        for result in one.results:
            self._result(result, indicators)
        _check_history(one.results)
        for later in one.extensions:
            value.uid(later.uid, "extension")
            value.days("extension", later.new_due, later.old_due, later.asked_on, later.agreed_on)
            value.lines("extension", later.agreed_by)
            value.texts("extension", later.reason)

    def _result(self, result: SentResult, indicators: set[str] | None) -> None:
        value.uid(result.uid, "result")
        value.days("result", result.reported_on, result.done_on)
        if result.made_at:
            value.moment(result.made_at, "result")
        value.lines("author", result.author)
        value.texts("result", result.text, result.reason, result.proposal)
        value.most(result.bases, RESULTS, "bases")
        value.most(result.values, _INDICATORS, "values")
        value.distinct((indicator for indicator, _ in result.values), "value")
        for base in result.bases:
            value.uid(base, "base")
        for indicator, told in result.values:
            value.uid(indicator, "indicator")
            value.number(told, "value")
            need(indicators is None or indicator in indicators, "indicator of another task")
        value.most(result.evidence, _EVIDENCE, "files of evidence")
        for proof in result.evidence:
            self._evidence(proof)

    def _evidence(self, proof: SentEvidence) -> None:
        value.uid(proof.uid, "evidence")
        value.days("evidence", proof.added_on)
        value.file_name(proof.name, "evidence")
        need(proof.part == f"evidence/{proof.sha256}", "part of evidence")
        self._part(proof.part)
        need(self._parts[proof.part].sha256 == proof.sha256, "content of evidence")

    def _part(self, name: str) -> None:
        need(name in self._parts and name != DATA, f"no part {name[:80]!r}")
        self._used.add(name)


def _check_unit(unit: SentUnit) -> None:
    value.uid(unit.uid, "unit")
    need(unit.name.strip(), "unit without a name")
    told = (unit.name, unit.abbreviation, unit.person, unit.position, unit.phone, unit.email, unit.address)
    value.most(unit.former, _NAMES, "names")
    value.lines("unit", *told, *unit.former)


def _check_task(task: SentTask) -> None:
    value.uid(task.uid, "task")
    for names in (task.leads, task.coordinating, task.checklist):
        value.most(names, _NAMES, "names")
        value.lines("task", *names)
    value.texts("task", task.text, task.deliverable, task.source)
    value.lines("task", task.field)
    value.deadline(task.deadline, "deadline")
    value.most(task.indicators, _INDICATORS, "indicators")
    for one in task.indicators:
        value.uid(one.uid, "indicator")
        value.lines("indicator", one.name, one.unit_of_measure)


def _check_work(work: SentWork) -> None:
    value.uid(work.uid, "package")
    value.count(work.sequence, _LARGEST, "sequence")
    if work.salt:
        value.hexadecimal(work.salt, 32, "salt")
    value.moment(work.at, "package")
    value.lines("package", work.file_name)
    told = _inner(work.manifest)
    need(told.uid == work.uid and told.kind is PackageKind.WORK, "manifest of another package")
    check_manifest(told, told.key)


def _inner(text: str) -> Manifest:
    """A manifest kept as text inside the content, read as strictly as the rest."""
    need(not strict_json.needs_cleaning(text), "signs in an inner manifest")
    try:
        return as_json.read(Manifest, strict_json.load(text.encode("utf-8")))
    except (strict_json.Refused, DataError) as error:
        raise value.BadContent(f"inner manifest: {error}") from error


def _check_history(results: Sequence[SentResult]) -> None:
    """No version may come before itself."""
    if not any(result.bases for result in results):
        return
    try:
        TopologicalSorter({result.uid: result.bases for result in results}).prepare()
    except CycleError as error:
        raise value.BadContent("versions that come before themselves") from error
