"""Bàn giao: all open work of one officer, or of all, in one package for another officer or another PC of the office, with the minutes
on which both sign. What is handed over stays here too.

An officer is the person that the list of units names, as in the evaluation of units: the program knows no other of them.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.documents import handover as minutes
from desktop.documents.handover import CarriedFile, HandOver, OpenPlan, OpenTask, Party
from desktop.documents.letter import deadline_words
from desktop.documents.phrases import in_text, named_plan, upper_first
from desktop.documents.register import progress_words
from desktop.domain.assignment import Assignment, Standing, Status
from desktop.domain.package import (
    Content,
    PackageKind,
    SentAssignment,
    SentPeer,
    SentPlan,
    SentUnit,
    SentWork,
)
from desktop.domain.plan import Plan, PlanState
from desktop.domain.plan_figures import Line, plan_figures
from desktop.domain.unit import Unit
from desktop.domain.vietnamese import clean, collation_key, fold, unify_tones
from desktop.errors import NotAllowed, NotFound
from desktop.progress import SILENT, Progress
from desktop.services import package_sending, papers
from desktop.services.file_names import stem
from desktop.services.package_contents import Files, Source
from desktop.services.package_sending import Made, manifest_of
from desktop.services.papers import Formats
from desktop.services.workspace import Workspace
from desktop.storage import evidence, packages, peers, plans, results, tasks, unit_work, units
from desktop.storage.packages import Filter, Package

_OPEN = frozenset({Status.NOT_STARTED, Status.IN_PROGRESS})
_MANY = 100_000
"""More packages than any plan went out in."""


@dataclass(frozen=True, slots=True)
class Officer:
    """A person that units with open work name. label: the name, with the telephone where another has the same; duties: position and
    unit, for each unit; units: ids; open, overdue: pieces of work."""

    name: str
    label: str
    duties: str
    units: tuple[int, ...]
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class OpenWork:
    """A plan with work to hand over. units: ids of those whose work goes along, done or not; lines: what of it is open, in the order of
    the plan."""

    plan: Plan
    units: tuple[int, ...]
    lines: tuple[Line, ...]


def persons(work: Workspace) -> list[Officer]:
    """The officers with open work, by the alphabet. Two units have the same one where name and telephone are the same."""
    counts = unit_work.open_counts(work.store, work.today())
    named: dict[tuple[str, str], list[Unit]] = {}
    for unit in units.by_ids(work.store, counts).values():
        if unit.contact.person:
            named.setdefault((_key(unit.contact.person), unit.contact.phone), []).append(unit)
    shared = Counter(name for name, _ in named)
    found = [
        Officer(
            some[0].contact.person,
            _label(some[0], is_shared=shared[name] > 1),
            _duties(work, some),
            tuple(unit.id for unit in some),
            sum(counts[unit.id][0] for unit in some),
            sum(counts[unit.id][1] for unit in some),
        )
        for (name, _), some in named.items()
    ]
    return sorted(found, key=lambda one: collation_key(one.label))


def open_work(work: Workspace, person: str | None = None) -> list[OpenWork]:
    """What one officer (name or label) hands over: every issued plan with open work of the units that name that person, received plans
    too. None: all issued plans with all their work, also where it is done, so that another PC of the office comes to the same state.

    Raises `NotFound` "officer", `NotAllowed` "officer_shared".
    """
    return _of_units(work, None if person is None else _officer(work, person).units)


def hand_over(
    work: Workspace,
    person: str | None,
    to: Path,
    passphrase: str | None = None,
    progress: Progress = SILENT,
    receiver: str = "",
) -> list[Path]:
    """Write the package and the minutes beside it into the folder `to`; gives both. receiver: name of who takes over, "" to be written
    in by hand.

    Raises what `open_work` raises, `NotAllowed` "nothing_to_hand_over", "office_untold"; the errors of `writers.stick.put`.
    """
    officer = None if person is None else _officer(work, person)
    found = _of_units(work, None if officer is None else officer.units)
    if not found:
        raise NotAllowed("nothing_to_hand_over")
    receiver = clean(receiver)
    made = _made(work, found, officer.name if officer else "", receiver)
    (path,) = package_sending.write(work, iter([made]), 1, to, passphrase, progress=progress)
    paper = HandOver(
        work.today(),
        tuple(_open_plan(work, one) for one in found),
        _written(work, made, path),
        tuple(_inside(made, found)),
        is_locked=passphrase is not None,
        giver=Party(officer.name, officer.duties) if officer else Party(),
        receiver=Party(receiver),
    )
    return [path, *_print(work, paper, path, progress)]


def _officer(work: Workspace, person: str) -> Officer:
    known = persons(work)
    ways: tuple[Callable[[Officer], bool], ...] = (
        lambda one: _key(one.label) == _key(person),
        lambda one: _key(one.name) == _key(person),
        lambda one: fold(one.name) == fold(person),  # typed without dấu
    )
    found = next((some for way in ways if (some := list(filter(way, known)))), [])
    if not found:
        raise NotFound("officer", clean(person))
    if len(found) > 1:
        raise NotAllowed("officer_shared", name=found[0].name, labels="; ".join(one.label for one in found))
    return found[0]


def _key(name: str) -> str:
    """A name however its letters and tones are written; another dấu is another person."""
    return unify_tones(clean(name)).casefold()


def _label(unit: Unit, *, is_shared: bool) -> str:
    contact = unit.contact
    return f"{contact.person} ({contact.phone or 'chưa ghi số'})" if is_shared else contact.person


def _duties(work: Workspace, some: Iterable[Unit]) -> str:
    day = work.today()
    each = (", ".join(filter(None, (unit.contact.position, in_text(unit.name_on(day))))) for unit in some)
    return "; ".join(map(upper_first, each))


def _of_units(work: Workspace, chosen: Collection[int] | None) -> list[OpenWork]:
    found = []
    for plan in plans.heads(work.store, PlanState.ISSUED):
        given = tasks.assignments_of_plan(work.store, plan.id)
        wanted = [one for one in given if chosen is None or one.unit in chosen]
        if wanted and (chosen is None or any(one.status in _OPEN for one in wanted)):
            of = tuple(dict.fromkeys(one.unit for one in wanted))
            found.append(OpenWork(plan, of, _lines(work, plan, wanted)))
    return sorted(found, key=lambda one: (one.plan.date or work.today(), one.plan.number or 0, one.plan.id))


def _lines(work: Workspace, plan: Plan, wanted: Sequence[Assignment]) -> tuple[Line, ...]:
    """What is open of these assignments, as it stands today."""
    still = [one for one in wanted if one.status in _OPEN]
    day, known = work.today(), units.by_ids(work.store, {one.unit for one in still})
    names = {key: known[key].name_on(day) for key in sorted(known)}
    newest = results.latest_of_plan(work.store, plan.id) if still else []
    counted = plan_figures(tasks.of_plan(work.store, plan.id), still, newest, names, day)
    return tuple(line for task in counted.tasks for line in task.lines)


def _made(work: Workspace, found: Sequence[OpenWork], person: str, receiver: str) -> Made:
    """The package: heads of the plans, units, their work with all that was told, evidence."""
    files, printed = Files(), dict[str, bytes]()
    heads, given = list[SentPlan](), list[SentAssignment]()
    named = dict[int, SentUnit]()
    for at, one in enumerate(found, 1):
        source = Source(work, one.plan.id)
        heads.append(_head(work, source, one, printed, at))
        given += source.given(source.of_units(one.units), files)
        named.update((key, source.unit(key)) for key in one.units)
    manifest = manifest_of(
        work, PackageKind.HANDOVER, packages.next_sequence(work.store), receiver_name=receiver
    )
    content = Content(tuple(heads), tuple(named[key] for key in sorted(named)), tuple(given))
    return Made(manifest, content, printed | files.content, person or "tat ca")


def _head(work: Workspace, source: Source, one: OpenWork, printed: dict[str, bytes], at: int) -> SentPlan:
    """The plan with who gave it, and the packages that went out or came in for these units: they are answered from there on."""
    store, plan = work.store, one.plan
    giver = None if plan.origin is None else peers.get(store, plan.origin)
    head = source.head(giver.name if giver else work.office_name, printed, at)
    went = (
        packages.history(
            store, Filter(is_ours=False, kind=PackageKind.WORK, peer=giver.id, plan=plan.id, limit=_MANY)
        )
        if giver
        else packages.work_sent(store, plan.id)
    )
    carried = tuple(_carried(package, source) for package in reversed(went) if package.unit in one.units)
    origin = None if giver is None else SentPeer(giver.uid, giver.name, giver.key)
    return replace(head, origin=origin, carried=carried)


def _carried(package: Package, source: Source) -> SentWork:
    assert package.unit is not None
    unit = source.units[package.unit].uid
    return SentWork(
        package.uid, package.sequence, unit, package.salt, package.at, package.file_name, package.manifest
    )


def _open_plan(work: Workspace, one: OpenWork) -> OpenPlan:
    """How a plan stands in the minutes."""
    words = {task.id: task for task in tasks.of_plan(work.store, one.plan.id)}
    proofs = Counter(
        file.assignment
        for file in evidence.of_assignments(work.store, [line.assignment for line in one.lines])
    )
    giver = "" if one.plan.origin is None else peers.get(work.store, one.plan.origin).name
    return OpenPlan(
        named_plan(one.plan),
        tuple(
            OpenTask(
                words[line.task].text,
                line.name,
                deadline_words(words[line.task].deadline),
                line.due,
                progress_words(line),
                proofs[line.assignment],
                line.standing is Standing.OVERDUE,
            )
            for line in one.lines
        ),
        giver,
    )


def _written(work: Workspace, made: Made, path: Path) -> CarriedFile:
    """The package as it was noted when it went out."""
    noted = packages.by_uid(work.store, made.manifest.uid)
    assert noted is not None
    return CarriedFile(path.name, path.stat().st_size, noted.sha256)


def _inside(made: Made, found: Sequence[OpenWork]) -> list[CarriedFile]:
    """The printed plans and the evidence, each file once."""
    told = {
        head.pdf: f"{stem(one.plan)}.pdf"
        for head, one in zip(made.content.plans, found, strict=True)
        if head.pdf
    }
    for given in made.content.assignments:
        for result in given.results:
            told.update((proof.part, proof.name) for proof in result.evidence)
    return [
        CarriedFile(name, len(made.files[entry]), sha256(made.files[entry]).hexdigest())
        for entry, name in told.items()
    ]


def _print(work: Workspace, paper: HandOver, beside: Path, progress: Progress) -> list[Path]:
    """The minutes under the name of the package, put into its place as safely as the package itself."""
    from desktop.writers import stick

    document = minutes.build(paper, work.office)
    with TemporaryDirectory(prefix="skh-") as folder:
        papers.write(document, (), Path(folder) / beside.stem, progress, Formats(pdf=True))
        return stick.put(Path(folder), beside.parent, progress)
