"""Files that come in, packages and filled forms together: one preview for all, then one transaction after a backup (product rule 9).

The state that results is the same whatever the order in which packages come and however often: results are versions that are joined
(`domain.merging`), plans follow the newest package of who gave them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain import as_json, merging
from desktop.domain.merging import Field
from desktop.domain.package import Manifest, PackageKind, SentPeer, SentPlan
from desktop.domain.result import Result
from desktop.errors import FileDamaged
from desktop.progress import SILENT, Progress
from desktop.services import collecting, form_rounds, package_preview, safety
from desktop.services.arrivals import Arrival, Proof, Verdict
from desktop.services.package_plans import Brought, bring
from desktop.services.package_preview import SOURCE, work_of
from desktop.services.package_sending import ENDING
from desktop.services.reply_preview import PlanWork, settled
from desktop.services.workspace import Workspace
from desktop.storage import audit, evidence, kept_files, packages, peers, plans, results, versions
from desktop.storage.evidence import Came
from desktop.storage.packages import Package
from desktop.storage.peers import Peer

if TYPE_CHECKING:
    from desktop.exchange.package import Inside

Choices = Mapping[tuple[int, Field, int], Result]
"""Whom a person believes in a conflict: assignment, field, indicator (0 for none) -> the version."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was taken in. plans: new ones; results: versions and results of forms; files: evidence; packages: those that are known now."""

    packages: int = 0
    plans: int = 0
    results: int = 0
    files: int = 0


def files_in(paths: Sequence[Path]) -> list[Path]:
    """The packages and workbooks among `paths` and in folders among them, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob(f"*{ENDING}")) if path.is_dir() else [path]
        found.update(
            (one, None) for one in inside if one.suffix.lower() == ENDING and not one.name.startswith(".")
        )
    return [*found, *form_rounds.forms_in(paths)]


def look(
    work: Workspace, paths: Sequence[Path], passphrases: Sequence[str] = (), progress: Progress = SILENT
) -> list[Arrival]:
    """What the files in `paths` would change, in their order, packages and forms in one; a bad one hinders no other. Nothing is kept."""
    once = dict.fromkeys(paths)
    sealed = [path for path in once if path.suffix.lower() == ENDING]
    forms = [path for path in once if path.suffix.lower() != ENDING]
    found = {one.path: one for one in package_preview.look(work, sealed, passphrases, progress)}
    found.update((one.path, _of_form(one)) for one in collecting.preview(work, forms, progress))
    return [found[path] for path in paths]


def keep(
    work: Workspace,
    arrivals: Sequence[Arrival],
    choices: Choices | None = None,
    older: Collection[Path] = (),
    passphrases: Sequence[str] = (),
    progress: Progress = SILENT,
) -> Kept:
    """Take in what is new of a preview, in one transaction after a backup; without news nothing happens.

    choices: in conflicts, else the side shown first is taken; older: files told as older that are wanted nevertheless. Raises `FileDamaged`
    where a package is not any more what was looked at, and whatever reading it raises; then nothing was kept.
    """
    wanted = [
        one
        for one in arrivals
        if one.verdict is Verdict.NEWS or (one.verdict is Verdict.OLDER and one.path in older)
    ]
    if not wanted:
        return Kept()
    safety.backup_before(work, "import")
    with work.store.transaction():
        return _Keeping(work, passphrases, progress).keep(wanted, choices or {})


class _Keeping:
    """One transaction."""

    def __init__(self, work: Workspace, passphrases: Sequence[str], progress: Progress) -> None:
        self._work, self._passphrases, self._progress = work, passphrases, progress
        self._said: list[Result] = []
        self._rows: dict[str, Package] = {}
        self._known: set[str] = set()
        self._delivered: list[str] = []
        self._inside: tuple[Path, Inside] | None = None
        self._plans = 0

    def keep(self, wanted: Sequence[Arrival], choices: Choices) -> Kept:
        """Take in all of `wanted`."""
        store = self._work.store
        sealed = sorted((one for one in wanted if one.manifest), key=_sequence)
        uids = [one.manifest.uid for one in sealed if one.manifest]
        self._known.update(packages.by_uids(store, uids))
        for done, one in enumerate(sealed):
            self._progress.step(done, len(sealed), "keeping")
            assert one.manifest is not None
            self._package(one, one.manifest)
        forms = [result for one in wanted if one.form for result in one.form.new]
        added, _ = (
            results.add_all(store, forms) if forms else (0, 0)
        )  # first: a form saw nothing of the packages
        versions.take_in(store, self._said)
        files = evidence.take_in(store, [self._came(one, proof) for one in sealed for proof in one.proofs])
        self._settle(choices)
        packages.add_all(store, list(self._rows.values()))
        packages.deliver(store, self._delivered)
        audit.note(store, "files_received", "package", packages=len(sealed), forms=added)
        said = {one.uid for one in self._said}
        return Kept(len(set(uids) - self._known), self._plans, len(said) + added, files)

    def _package(self, one: Arrival, manifest: Manifest) -> None:
        self._said += one.results if one.content is None else ()
        if manifest.uid in self._known:  # what it brought is here; only versions may have been left out
            return
        is_reply = manifest.kind is PackageKind.REPLY
        sender = SentPeer(manifest.sender, manifest.sender_name, manifest.key)
        peer = self._peer(sender, one.unit_id if is_reply else None)
        if peer.name != sender.name and one.verdict is Verdict.NEWS:
            peers.save(self._work.store, replace(peer, name=sender.name))
        plan, unit = one.plan_id, one.unit_id
        if manifest.kind is PackageKind.WORK:
            brought = self._bring(one, manifest, one.content.plans[0], peer.id) if one.content else None
            if brought is not None:
                plan, unit = brought.plan.id, brought.units[manifest.unit]
        elif manifest.kind is PackageKind.HANDOVER:
            for sent in one.content.plans if one.content else ():
                giver = self._peer(sent.origin).id if sent.origin else None
                self._carried(self._bring(one, manifest, sent, giver), sent, giver)
        self._rows[manifest.uid] = _row(one, manifest, peer.id, plan, unit)
        self._delivered += [uid for uid in (manifest.answers, *manifest.receipts) if uid]

    def _peer(self, told: SentPeer, unit: int | None = None) -> Peer:
        """Who that is, trusted from the first time on."""
        known = peers.by_uid(self._work.store, told.uid)
        if known is None:
            new = Peer(0, told.uid, told.name, told.key, "", is_trusted=True, unit=unit)
            return peers.add(self._work.store, new)
        return known

    def _bring(self, one: Arrival, manifest: Manifest, sent: SentPlan, origin: int | None) -> Brought:
        store, content = self._work.store, one.content
        assert content is not None
        is_work = manifest.kind is PackageKind.WORK
        known = plans.by_uid(store, sent.uid)
        newest = self._newest(known.id) if known and is_work else 0
        self._plans += known is None
        brought = bring(
            self._work,
            content,
            sent,
            origin,
            lambda entry: self._part(one, entry),
            is_newest=is_work and manifest.sequence > newest,
            is_handover=not is_work,
        )
        told = PlanWork(self._work, brought.plan.id).tell(
            work_of(content, sent), brought.units, manifest.sender_name, SOURCE + one.path.name
        )
        self._said += told.results
        return brought

    def _newest(self, plan: int) -> int:
        """The sequence of the last package of work of that plan, whoever sent it and whatever unit it was for; 0 before the first."""
        about, store = (PackageKind.WORK, plan), self._work.store
        before = packages.newest_sequences(store, [one.id for one in peers.list_peers(store)])
        kept = [n for (_, kind, of, _), n in before.items() if (kind, of) == about]
        now = [
            one.sequence for one in self._rows.values() if not one.is_ours and (one.kind, one.plan) == about
        ]
        return max((*kept, *now), default=0)

    def _part(self, one: Arrival, entry: str) -> bytes:
        """A file of a package, which must be the one that was looked at; a package is opened once for all its files."""
        from desktop.exchange.package import Inside

        if self._inside is None or self._inside[0] != one.path:
            self._inside = one.path, Inside(one.path, self._passphrases)
        inside = self._inside[1]
        if inside.sha256 != one.sha256:
            raise FileDamaged(one.path, "changed since the preview")
        return inside.part(entry)

    def _came(self, one: Arrival, proof: Proof) -> Came:
        file = kept_files.keep(self._work.store, self._part(one, proof.file.part))
        return Came(proof.file.uid, proof.result, proof.file.name, file, proof.file.added_on)

    def _carried(self, brought: Brought, sent: SentPlan, giver: int | None) -> None:
        """The packages in which a plan that is handed over went out, or came in: what answers them, or is to answer them, is known here
        too from now on."""
        known = packages.by_uids(self._work.store, [one.uid for one in sent.carried])
        for one in sent.carried:
            plan, unit = brought.plan.id, brought.units.get(one.unit)
            if one.uid in known:
                packages.place(self._work.store, one.uid, plan, unit)
                continue
            row = Package(
                uid=one.uid,
                kind=PackageKind.WORK,
                is_ours=giver is None,
                sequence=one.sequence,
                file_name=one.file_name,
                sha256="",
                at=one.at,
                peer=giver,
                unit=unit,
                plan=plan,
                salt=one.salt,
                manifest=one.manifest,
            )
            self._rows.setdefault(one.uid, row)

    def _settle(self, choices: Choices) -> None:
        """What a person chose, as new versions that go on from both sides."""
        about = {assignment for assignment, _, _ in choices}
        told = versions.of_assignments(self._work.store, about)
        states = {key: merging.state(some) for key, some in told.items()}
        today = self._work.today()
        versions.choose(
            self._work.store,
            [settled(state, choices, key, today) for key, state in states.items() if state is not None],
        )


def _sequence(one: Arrival) -> tuple[str, int]:
    """A later package of a sender comes after an earlier one, whatever their files are called."""
    return (one.manifest.sender, one.manifest.sequence) if one.manifest else ("", 0)


def _row(one: Arrival, manifest: Manifest, peer: int, plan: int | None, unit: int | None) -> Package:
    return Package(
        uid=manifest.uid,
        kind=manifest.kind,
        is_ours=False,
        sequence=manifest.sequence,
        file_name=one.path.name,
        sha256=one.sha256,
        peer=peer,
        plan=plan,
        unit=unit,
        answers=manifest.answers,
        salt=one.salt,
        manifest=as_json.dump(manifest),
        person=manifest.person,
    )


def _of_form(form: collecting.FormPreview) -> Arrival:
    """A filled form as the preview shows it beside packages."""
    verdict = Verdict.REFUSED if form.error else Verdict.NEWS if form.new else Verdict.SAME
    return Arrival(
        form.path,
        verdict,
        sender=form.unit,
        unit=form.unit,
        plan=form.plan,
        new=len(form.new) - form.changed,
        changed=form.changed,
        same=form.same,
        problems=form.problems,
        error=form.error,
        form=form,
    )
