"""Packages go out: work to the units of a plan, results to who gave the work. Written under new names, read back and compared.

What was sent is noted once every file is safe; a job that ends early leaves neither files nor notes.
"""

import datetime as dt
import hashlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.domain import as_json
from desktop.domain.package import Content, Manifest, PackageKind
from desktop.domain.plan import PlanState
from desktop.domain.vietnamese import collation_key
from desktop.errors import NotAllowed
from desktop.progress import SILENT, Progress
from desktop.services import identity
from desktop.services.file_names import file_name, prepare, stem
from desktop.services.package_contents import Files, Source
from desktop.services.workspace import Workspace
from desktop.storage import audit, packages, peers, plans
from desktop.storage.packages import Filter, Package
from desktop.storage.values import new_uid
from desktop.writers.atomic import translated

ENDING = ".skh"
_NAMES = {
    PackageKind.WORK: "giao-viec",
    PackageKind.REPLY: "ket-qua",
    PackageKind.RECEIPT: "bien-nhan",
    PackageKind.HANDOVER: "ban-giao",
}


_MANY = 1_000_000
"""More packages than any plan came in."""


@dataclass(frozen=True, slots=True)
class Made:
    """A package before it is written. words: what its name says after kind and sequence; plan, unit: ids, None where there is none."""

    manifest: Manifest
    content: Content
    files: dict[str, bytes]
    words: str
    plan: int | None = None
    unit: int | None = None
    peer: int | None = None


def send(
    work: Workspace,
    key: int,
    to: Path,
    units: Collection[int] | None = None,
    passphrase: str | None = None,
    progress: Progress = SILENT,
) -> list[Path]:
    """Write the package of each unit (ids; None: all) of an issued plan into the folder `to` and give the files.

    passphrase: None leaves the packages open to everybody who has the stick. Raises `NotFound`; `NotAllowed` "plan_not_issued",
    "plan_not_ours", "nothing_assigned", "office_untold"; the errors of `writers.stick.put`.
    """
    plan = plans.get(work.store, key)
    if plan.state is PlanState.DRAFT:
        raise NotAllowed("plan_not_issued", plan=key)
    if plan.origin is not None:
        raise NotAllowed("plan_not_ours", plan=key)
    source = Source(work, key)
    chosen = [one for one in source.units if units is None or one in units]
    if not chosen:
        raise NotAllowed("nothing_assigned", plan=key)
    chosen.sort(key=lambda one: collation_key(source.units[one].name_on(work.today())))
    made = _work_packages(work, source, chosen)
    return write(work, made, len(chosen), to, passphrase, progress=progress)


def _work_packages(work: Workspace, source: Source, chosen: Sequence[int]) -> Iterator[Made]:
    printed: dict[str, bytes] = {}
    head = source.head(work.office_name, printed)
    before = {one.unit: one.uid for one in reversed(packages.work_sent(work.store, source.plan.id))}
    for sequence, key in enumerate(chosen, packages.next_sequence(work.store)):
        unit, files = source.unit(key), Files()
        content = Content((head,), (unit,), source.given(source.of_units((key,)), files))
        peer = next(iter(peers.of_unit(work.store, key)), None)
        manifest = manifest_of(
            work,
            PackageKind.WORK,
            sequence,
            receiver=unit.uid,
            receiver_name=unit.name,
            plan=head.uid,
            unit=unit.uid,
            answers=before.get(key, ""),
            receipts=packages.waiting_receipts(work.store, peer.id) if peer else (),
        )
        words = f"{stem(source.plan)} {unit.name}"
        yield Made(
            manifest, content, printed | files.content, words, source.plan.id, key, peer.id if peer else None
        )


def reply(
    work: Workspace, key: int, to: Path, passphrase: str | None = None, progress: Progress = SILENT
) -> list[Path]:
    """Write what was done of a plan that another office gave, one package for each unit it was given to, into `to`; gives the files.

    A package carries all that was told so far, so the newest one is enough. Raises `NotFound`; `NotAllowed` "plan_not_received",
    "office_untold"; the errors of `writers.stick.put`.
    """
    given = {
        one.unit: one
        for one in reversed(
            packages.history(work.store, Filter(is_ours=False, kind=PackageKind.WORK, plan=key, limit=_MANY))
        )
    }
    if plans.get(work.store, key).origin is None or not given:
        raise NotAllowed("plan_not_received", plan=key)
    source, made = Source(work, key), []
    for sequence, (unit, one) in enumerate(given.items(), packages.next_sequence(work.store)):
        assert unit is not None
        assert one.peer is not None
        made.append(_reply(work, source, unit, one, sequence))
    salt = bytes.fromhex(next(iter(given.values())).salt) or None
    return write(work, iter(made), len(made), to, passphrase, salt, progress)


def _reply(work: Workspace, source: Source, unit: int, answered: Package, sequence: int) -> Made:
    assert answered.peer is not None
    told, files = as_json.load(Manifest, answered.manifest), Files()
    giver = peers.get(work.store, answered.peer)
    manifest = manifest_of(
        work,
        PackageKind.REPLY,
        sequence,
        receiver=giver.uid,
        receiver_name=giver.name,
        plan=source.plan.uid,
        unit=told.unit,
        answers=answered.uid,
        receipts=packages.waiting_receipts(work.store, giver.id),
    )
    sent = [replace(one, unit=told.unit, taken_from="") for one in source.given(source.ever_of(unit), files)]
    words = f"{stem(source.plan)} {told.receiver_name}"
    return Made(
        manifest, Content(assignments=tuple(sent)), files.content, words, source.plan.id, unit, giver.id
    )


def receipts(work: Workspace, to: Path, progress: Progress = SILENT) -> list[Path]:
    """Write a receipt for each sender of whom packages were taken in without telling so yet; gives the files. They hold nothing that
    others may not read, so they are not encrypted. Raises the errors of `writers.stick.put`."""
    waiting = packages.waiting_peers(work.store)
    made = []
    for sequence, key in enumerate(waiting, packages.next_sequence(work.store)):
        peer = peers.get(work.store, key)
        manifest = manifest_of(
            work,
            PackageKind.RECEIPT,
            sequence,
            receiver=peer.uid,
            receiver_name=peer.name,
            receipts=packages.waiting_receipts(work.store, key),
        )
        made.append(Made(manifest, Content(), {}, peer.name, peer=key))
    return write(work, iter(made), len(made), to, None, progress=progress) if made else []


def manifest_of(
    work: Workspace,
    kind: PackageKind,
    sequence: int,
    *,
    receiver: str = "",
    receiver_name: str = "",
    plan: str = "",
    unit: str = "",
    answers: str = "",
    receipts: Sequence[str] = (),
) -> Manifest:
    """What a new package of this copy says of itself. Raises `NotAllowed` "office_untold"."""
    own = identity.own(work)
    if not own.name:
        raise NotAllowed("office_untold")
    return Manifest(
        uid=new_uid(),
        kind=kind,
        sequence=sequence,
        sender=own.uid,
        sender_name=own.name,
        key=own.public,
        created=work.store.stamp(),
        receiver=receiver,
        receiver_name=receiver_name,
        plan=plan,
        unit=unit,
        answers=answers,
        person=work.store.person,
        receipts=tuple(receipts),
    )


def write(
    work: Workspace,
    made: Iterator[Made],
    count: int,
    to: Path,
    passphrase: str | None,
    salt: bytes | None = None,
    progress: Progress = SILENT,
) -> list[Path]:
    """Seal `count` packages, put them into `to` and note that they went. salt: of the package that is answered; None for a new one.

    Raises the errors of `writers.stick.put`; then nothing was noted.
    """
    from desktop.exchange import package
    from desktop.exchange.envelope import Lock
    from desktop.writers import stick

    prepare(to)
    own = identity.own(work)
    lock = None if passphrase is None else Lock.new(passphrase, salt)
    sent: list[Package] = []
    with TemporaryDirectory(prefix="skh-") as folder:
        for done, one in enumerate(made):
            progress.step(done, count, "packing")
            data = package.make(one.manifest, one.content, one.files, own.private, lock)
            path = Path(folder) / _name(work.today(), one)
            _write(path, data)
            sent.append(_row(one, path.name, data, lock.salt.hex() if lock else ""))
        paths = stick.put(Path(folder), to, progress)
    with ExitStack() as undone:
        for path in paths:  # what is not noted could not be answered
            undone.callback(_remove, path)
        _note(work, sent)
        undone.pop_all()
    return paths


def _note(work: Workspace, sent: Sequence[Package]) -> None:
    with work.store.transaction():
        for row in packages.add_all(work.store, sent):
            told = as_json.load(Manifest, row.manifest)
            packages.tell_receipts(work.store, told.receipts, row.id)
        audit.note(work.store, "packages_sent", "package", packages=len(sent))


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise translated(error, path) from error


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _row(one: Made, name: str, data: bytes, salt: str) -> Package:
    return Package(
        uid=one.manifest.uid,
        kind=one.manifest.kind,
        is_ours=True,
        sequence=one.manifest.sequence,
        file_name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        peer=one.peer,
        plan=one.plan,
        unit=one.unit,
        answers=one.manifest.answers,
        salt=salt,
        manifest=as_json.dump(one.manifest),
        person=one.manifest.person,
    )


def _name(day: dt.date, one: Made) -> str:
    """ "2026-03-25-giao-viec-00012-ke-hoach-15-2026-03-25-truong-tieu-hoc.skh": sorts by day and sequence, ASCII, never twice."""
    kind = _NAMES[one.manifest.kind]
    return f"{day.isoformat()}-{kind}-{one.manifest.sequence:05d}-{file_name(one.words, set())}{ENDING}"
