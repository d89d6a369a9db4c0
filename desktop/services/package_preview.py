"""Packages looked at before anything is kept: who sent them, whether they are known, older or refused, and what they would change."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.merging import Field
from desktop.domain.package import Content, Manifest, PackageKind, SentAssignment, SentPlan
from desktop.domain.plan import Plan
from desktop.errors import UserError, WrongPackage
from desktop.progress import SILENT, Progress
from desktop.services import identity
from desktop.services.arrivals import Arrival, Proof, Verdict
from desktop.services.package_plans import changes, known_units, later_days
from desktop.services.reply_preview import PlanWork, Told, of_day_to_come
from desktop.services.workspace import Workspace
from desktop.storage import evidence, given, packages, peers, plans, units

if TYPE_CHECKING:
    from desktop.exchange.package import Opened

SOURCE = "package:"


def look(
    work: Workspace, paths: Sequence[Path], passphrases: Sequence[str] = (), progress: Progress = SILENT
) -> list[Arrival]:
    """What each package in `paths` would change, in their order; a bad one is told and hinders no other. Nothing is kept.

    Each is compared with what is kept and with those before it by sequence, so that the same one twice is known the second time.
    """
    from desktop.exchange import reading

    found: dict[int, Arrival] = {}
    opened: list[tuple[int, Opened]] = []
    for at, one in reading.read_all(paths, passphrases, progress):
        if isinstance(one, UserError):
            found[at] = Arrival(paths[at], Verdict.REFUSED, error=one)
        else:
            opened.append((at, one))
    opened.sort(key=lambda pair: (pair[1].manifest.sender, pair[1].manifest.sequence, pair[0]))
    looking = _Looking(work, [one.manifest for _, one in opened])
    for done, (at, one) in enumerate(opened):
        progress.step(done, len(opened), "comparing")
        found[at] = looking.look(paths[at], one)
    return [found[at] for at in range(len(paths))]


class _Looking:
    """One preview: remembers what earlier packages of it said."""

    def __init__(self, work: Workspace, manifests: Sequence[Manifest]) -> None:
        self._work, self._own = work, identity.own(work)
        self._peers = {one.uid: one for one in peers.list_peers(work.store)}
        self._keys = {one.uid: one.key for one in self._peers.values()}
        named = {uid for one in manifests for uid in (one.uid, one.answers, *one.receipts) if uid}
        self._packages = packages.by_uids(work.store, named)
        self._newest = packages.newest_sequences(work.store, [one.id for one in self._peers.values()])
        self._seen: set[str] = set()
        self._plans: dict[str, tuple[Plan, PlanWork] | None] = {}
        self._owners: dict[str, str] = {}  # as `given.owners`, of what earlier packages would bring
        self._givers: dict[str, str] = {}  # uid of a plan that is new -> uid of who gives it
        answered = {one.unit for one in self._packages.values() if one.is_ours and one.unit is not None}
        self._units = units.by_ids(work.store, answered)

    def look(self, path: Path, opened: "Opened") -> Arrival:
        """What one package would change."""
        manifest = opened.manifest
        is_first = manifest.sender not in self._keys
        is_other = self._keys.setdefault(manifest.sender, manifest.key) != manifest.key
        arrival = Arrival(
            path,
            Verdict.NEWS,
            kind=manifest.kind,
            sender=manifest.sender_name,
            key=identity.words(manifest.key) if is_first or is_other else "",
            is_other_key=is_other,
            manifest=manifest,
            sha256=opened.sha256,
            salt=opened.salt,
        )
        try:
            return self._looked_at(arrival, manifest, opened)
        except UserError as error:
            return replace(arrival, verdict=Verdict.REFUSED, error=error)

    def _looked_at(self, arrival: Arrival, manifest: Manifest, opened: "Opened") -> Arrival:
        if manifest.sender == self._own.uid:
            raise WrongPackage(arrival.path, "own")
        if arrival.is_other_key:
            raise WrongPackage(arrival.path, "other_key")
        before = self._packages.get(manifest.uid)
        if before is not None and before.sha256 not in ("", arrival.sha256):  # "": known from a hand-over
            raise WrongPackage(arrival.path, "doubled_uid")
        if manifest.kind is PackageKind.REPLY:
            arrival = self._reply(arrival, manifest, opened.content)
        elif manifest.kind is PackageKind.RECEIPT:
            arrival = self._receipts(arrival, manifest)
        else:
            arrival = self._given(arrival, manifest, opened.content)
        if manifest.uid in self._seen:
            arrival = replace(arrival, results=())
        if before is not None or manifest.uid in self._seen:
            return _left_out(arrival)
        self._seen.add(manifest.uid)
        return replace(arrival, verdict=Verdict.OLDER) if self._is_older(arrival, manifest) else arrival

    def _is_older(self, arrival: Arrival, manifest: Manifest) -> bool:
        """Whether a later package of that sender about the same work was taken in. What is handed over is joined, never replaced, and a
        receipt says the same at any time."""
        if manifest.kind in {PackageKind.RECEIPT, PackageKind.HANDOVER}:
            return False
        peer = self._peers.get(manifest.sender)
        is_work = (
            manifest.kind is PackageKind.WORK
        )  # whoever gave it: the office may have handed the plan over
        about = (manifest.kind, arrival.plan_id, arrival.unit_id)
        newest = [
            n
            for (of, *rest), n in self._newest.items()
            if tuple(rest) == about and (is_work or (peer and of == peer.id))
        ]
        return manifest.sequence < max(newest, default=0)

    def _reply(self, arrival: Arrival, manifest: Manifest, content: Content) -> Arrival:
        found = self._plan(manifest.plan)
        if found is None:
            raise WrongPackage(arrival.path, "unknown_plan")
        (plan, there), answered = found, self._packages.get(manifest.answers)
        if answered is None or not answered.is_ours or answered.plan != plan.id or answered.unit is None:
            raise WrongPackage(arrival.path, "answers_nothing")
        here = {manifest.unit: answered.unit}
        told = there.tell(content.assignments, here, manifest.sender_name, SOURCE + arrival.path.name)
        unit = self._units.get(answered.unit)
        name = unit.name_on(self._work.today()) if unit else manifest.sender_name
        arrival = replace(arrival, unit=name, plan=plan.subject, plan_id=plan.id, unit_id=answered.unit)
        return self._with(arrival, told, content.assignments)

    def _receipts(self, arrival: Arrival, manifest: Manifest) -> Arrival:
        ours = [one for one in map(self._packages.get, manifest.receipts) if one is not None and one.is_ours]
        if not ours:
            raise WrongPackage(arrival.path, "answers_nothing")
        new = sum(not one.delivered_at for one in ours)
        return replace(arrival, new=new, same=len(ours) - new)

    def _given(self, arrival: Arrival, manifest: Manifest, content: Content) -> Arrival:
        """A plan with work for a unit, or all that is handed over."""
        here = known_units(self._work, content)
        subjects = " · ".join(one.subject for one in content.plans)
        arrival = replace(arrival, content=content, unit=manifest.receiver_name, plan=subjects)
        for sent in content.plans:
            arrival = self._plan_given(arrival, manifest, content, sent, here)
        if manifest.kind is PackageKind.WORK:
            found = self._plan(manifest.plan)
            return replace(arrival, plan_id=found[0].id if found else None, unit_id=here.get(manifest.unit))
        return arrival

    def _plan_given(
        self, arrival: Arrival, manifest: Manifest, content: Content, sent: SentPlan, here: dict[str, int]
    ) -> Arrival:
        wanted = work_of(content, sent)
        found = self._plan(sent.uid)
        self._check_plan(arrival, manifest, sent, found[0] if found else None)
        if found is None:
            today = self._work.today()
            early = [of_day_to_come(result, today) for one in wanted for result in one.results]
            told = Told(new=len(wanted), problems=[one for one in early if one])
            return self._with(arrival, told, wanted)
        plan, there = found
        known = [one for one in wanted if there.has(one, here)]
        told = there.tell(known, here, manifest.sender_name, SOURCE + arrival.path.name)
        told.new += len(wanted) - len(known)
        if manifest.kind is PackageKind.WORK:
            told.changes += changes(self._work, plan, sent, content)
        else:
            told.changes += later_days(self._work, plan, known, here)
        return self._with(arrival, told, wanted)

    def _check_plan(self, arrival: Arrival, manifest: Manifest, sent: SentPlan, plan: Plan | None) -> None:
        """Whether that plan may come from there, with tasks and indicators that are of nothing else. plan: what it is here, None for a
        new one."""
        owner = {task.uid: sent.uid for task in sent.tasks}
        owner.update((one.uid, task.uid) for task in sent.tasks for one in task.indicators)
        here = given.owners(self._work.store, owner)
        if any((here.get(uid) or self._owners.get(uid, of)) != of for uid, of in owner.items()):
            raise WrongPackage(arrival.path, "bad_content", "task or indicator of something else")
        if manifest.kind is PackageKind.HANDOVER:
            is_received = plan.origin is not None if plan else sent.origin is not None
            if (sent.origin is not None) != is_received or (sent.origin and sent.origin.uid == self._own.uid):
                raise WrongPackage(arrival.path, "other_office")
        elif plan is not None:
            self._check_giver(arrival, manifest, plan)
        elif self._givers.setdefault(sent.uid, manifest.sender) != manifest.sender:
            raise WrongPackage(arrival.path, "other_giver")
        self._owners |= owner

    def _check_giver(self, arrival: Arrival, manifest: Manifest, plan: Plan) -> None:
        """A plan is given by one office: by the copy that gave it first, or by one to which that handed it over, which then knows the
        package that came before."""
        giver, before = self._peers.get(manifest.sender), self._packages.get(manifest.answers)
        if plan.origin is None:
            raise WrongPackage(arrival.path, "own_plan")
        is_followed = before is not None and not before.is_ours and before.plan == plan.id
        if (giver is None or giver.id != plan.origin) and not is_followed:
            raise WrongPackage(arrival.path, "other_giver")

    def _with(self, arrival: Arrival, told: Told, sent: Sequence[SentAssignment]) -> Arrival:
        files = [Proof(r.uid, e) for a in sent for r in a.results for e in r.evidence]
        unknown = evidence.unknown(self._work.store, {one.file.uid for one in files}) if files else set()
        return replace(
            arrival,
            new=arrival.new + told.new,
            changed=arrival.changed + told.changed,
            same=arrival.same + told.same,
            changes=(*arrival.changes, *told.changes),
            clashes=(*arrival.clashes, *told.clashes),
            problems=(*arrival.problems, *told.problems),
            results=(*arrival.results, *told.results),
            proofs=(*arrival.proofs, *(one for one in files if one.file.uid in unknown)),
        )

    def _plan(self, uid: str) -> tuple[Plan, PlanWork] | None:
        if uid not in self._plans:
            plan = plans.by_uid(self._work.store, uid)
            self._plans[uid] = None if plan is None else (plan, PlanWork(self._work, plan.id))
        return self._plans[uid]


def work_of(content: Content, plan: SentPlan) -> list[SentAssignment]:
    """What of the work carried is of that plan."""
    of_plan = {task.uid for task in plan.tasks}
    return [one for one in content.assignments if one.task in of_plan]


def _left_out(arrival: Arrival) -> Arrival:
    """What of a known package is news: versions that were left out when it came, by a clock that was behind."""
    late = {result.uid for result in arrival.results}
    return replace(
        arrival,
        verdict=Verdict.NEWS if late else Verdict.SAME,
        new=0,
        changed=len({result.assignment for result in arrival.results}),
        changes=tuple(one for one in arrival.changes if isinstance(one.field, Field)),
        proofs=tuple(one for one in arrival.proofs if one.result in late),
        content=None,
    )
