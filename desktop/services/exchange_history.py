"""What went and came between offices: the whole history, and how far the exchange on each plan is, unit by unit. Changes nothing."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from desktop.domain.package import PackageKind
from desktop.domain.plan import Plan, PlanState
from desktop.progress import SILENT, Progress
from desktop.services import form_rounds
from desktop.services.workspace import Workspace
from desktop.storage import form_rounds as stored_forms
from desktop.storage import packages, peers, plans, units
from desktop.storage.form_rounds import Forms, UnitRow
from desktop.storage.packages import Filter, Package

LIMIT = 5000
"""So many of the last packages, and of the last forms, are shown: more than anyone reads."""
_ENTRIES = 20_000
_DEPTH = 4
_PACKAGE, _FORM, _LOCK = ".skh", ".xlsx", "~$"


@dataclass(frozen=True, slots=True)
class Entry:
    """One package. at, delivered_at: moments in UTC (ISO), the second "" until a receipt or a reply came; other: who it went to or came
    from; unit, plan: names, "" for several; plan_id, unit_id: ids; is_told: of one that came in, whether its receipt went out."""

    at: str
    is_ours: bool
    kind: PackageKind
    other: str
    plan: str
    unit: str
    file_name: str
    delivered_at: str = ""
    is_told: bool = True
    plan_id: int | None = None
    unit_id: int | None = None
    person: str = ""


@dataclass(frozen=True, slots=True)
class FormEntry:
    """Excel forms that went out at once, or one that came in. at: moment in UTC (ISO); unit: name, "" for several; units: how many."""

    at: str
    is_ours: bool
    plan: str
    unit: str
    units: int
    file_name: str
    plan_id: int
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class PlanLine:
    """An issued plan. units: that have work of it; reported: of these, how many reported anything; giver: name of the office whose plan
    it is, "" for one of this office."""

    plan: Plan
    units: int
    reported: int
    giver: str = ""


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit of a plan. row: its work and what it reported; package_at: when the last package went to it, or of a plan that was given to
    this office, from it to who gave it; delivered_at: when that was told to have arrived; replied_at: when its last package came.
    None for not yet; moments in UTC."""

    row: UnitRow
    package_at: dt.datetime | None = None
    delivered_at: dt.datetime | None = None
    replied_at: dt.datetime | None = None

    @property
    def id(self) -> int:
        """Id of the unit."""
        return self.row.id

    @property
    def is_sent(self) -> bool:
        """Whether a package or a form went out."""
        return self.package_at is not None or self.row.sent_at is not None

    @property
    def waits_for_receipt(self) -> bool:
        """Whether a package went out and nothing says that it arrived."""
        return self.package_at is not None and self.delivered_at is None and not self.has_replied

    @property
    def has_replied(self) -> bool:
        """Whether a package or a filled form of it came."""
        return self.replied_at is not None or self.row.form_on is not None


@dataclass(frozen=True, slots=True)
class Lying:
    """What lies in a folder or on a stick. packages: files by their ending; workbooks: those that may be forms; is_more: there is so much
    on it that not all of it was looked at."""

    packages: int = 0
    workbooks: int = 0
    is_more: bool = False


def listed(work: Workspace, limit: int = LIMIT) -> list[Entry]:
    """All packages that went and came, the last first. A fixed number of statements, and one for each sender who waits for receipts."""
    store = work.store
    found = packages.history(store, Filter(limit=limit))
    subjects = {plan.id: plan.subject for plan in plans.heads(store)}
    names = _unit_names(work, (one.unit for one in found))
    others = {one.id: one.name for one in peers.list_peers(store)}
    untold = {uid for peer in packages.waiting_peers(store) for uid in packages.waiting_receipts(store, peer)}
    return [
        Entry(
            at=one.at,
            is_ours=one.is_ours,
            kind=one.kind,
            other=_other(one, others, names),
            plan=subjects.get(one.plan or 0, ""),
            unit=names.get(one.unit or 0, ""),
            file_name=one.file_name,
            delivered_at=one.delivered_at,
            is_told=one.is_ours or one.uid not in untold,
            plan_id=one.plan if one.plan in subjects else None,
            unit_id=one.unit,
            person=one.person,
        )
        for one in found
    ]


def forms(work: Workspace, limit: int = LIMIT) -> list[FormEntry]:
    """All Excel forms that went and came, the last first. Three statements."""
    found = stored_forms.history(work.store, limit)
    subjects = {plan.id: plan.subject for plan in plans.heads(work.store)}
    names = _unit_names(work, (one.unit for one in found))
    return [_form(one, subjects, names) for one in found if one.plan in subjects]


def plan_lines(work: Workspace) -> list[PlanLine]:
    """The issued plans that gave work to somebody, the newest first, those of other offices among them. Three statements."""
    givers = {one.id: one.name for one in peers.list_peers(work.store)}
    counts = stored_forms.counts(work.store, work.today())
    lines = [
        PlanLine(plan, *counts[plan.id], givers.get(plan.origin or 0, ""))
        for plan in plans.heads(work.store, PlanState.ISSUED)
        if plan.id in counts
    ]
    return sorted(lines, key=lambda one: (one.plan.date or dt.date.min, one.plan.id), reverse=True)


def unit_lines(work: Workspace, plan: int) -> list[UnitLine]:
    """The units of a plan by the alphabet, each with how far the exchange with it is. Raises `NotFound`."""
    rows = form_rounds.units_of(work, plan)
    if plans.get(work.store, plan).origin is not None:
        told = _replies(work, plan)
        return [_answering(row, told.get(row.id)) for row in rows]
    sent = packages.of_plan(work.store, plan)
    lines = []
    for row in rows:
        one = sent.get(row.id)
        if one is None:
            lines.append(UnitLine(row))
        else:
            lines.append(UnitLine(row, moment(one.sent_at), moment(one.delivered_at), moment(one.replied_at)))
    return lines


def given_at(work: Workspace, plan: int) -> dt.datetime | None:
    """When the last package of a plan of another office came, None for one of this office. One statement."""
    wanted = Filter(is_ours=False, kind=PackageKind.WORK, plan=plan, limit=1)
    return next((moment(one.at) for one in packages.history(work.store, wanted)), None)


def giver(work: Workspace, plan: Plan) -> str:
    """Name of the office whose plan it is, "" for one of this office."""
    return "" if plan.origin is None else peers.get(work.store, plan.origin).name


def waiting(work: Workspace) -> int:
    """How many packages were taken in whose senders were not told so. One statement."""
    return sum(packages.waiting_peers(work.store).values())


def lying_in(folder: Path, progress: Progress = SILENT) -> Lying:
    """How many packages and workbooks lie in `folder` and the folders in it, by their names alone; nothing is opened. A place that cannot
    be read has none."""
    found = {_PACKAGE: 0, _FORM: 0}
    seen = 0
    for name in islice(_names(folder, _DEPTH), _ENTRIES + 1):
        seen += 1
        if seen % 500 == 0:
            progress.step(seen, None, "reading")
        ending = name[name.rfind(".") :].lower() if "." in name else ""
        if ending in found and not name.startswith((_LOCK, ".")):
            found[ending] += 1
    return Lying(found[_PACKAGE], found[_FORM], seen > _ENTRIES)


def moment(stamp: str) -> dt.datetime | None:
    """A moment as it is kept, None for ""."""
    return dt.datetime.fromisoformat(stamp) if stamp else None


def _names(folder: Path, depth: int) -> Iterator[str]:
    """Names of files in a folder and in folders of it, as far as they can be read."""
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return
    for one in inside:
        if one.is_symlink():
            continue
        if one.is_dir():
            if depth and not one.name.startswith("."):
                yield from _names(one, depth - 1)
        else:
            yield one.name


def _unit_names(work: Workspace, wanted: Iterable[int | None]) -> dict[int, str]:
    today = work.today()
    found = units.by_ids(work.store, {key for key in wanted if key is not None})
    return {key: unit.name_on(today) for key, unit in found.items()}


def _other(one: Package, others: dict[int, str], names: dict[int, str]) -> str:
    """Who it went to or came from: of work that went out the unit, else the other office; of what is handed over the name in it."""
    if one.is_ours and one.kind is PackageKind.WORK and one.unit in names:
        return names[one.unit]
    if one.peer is None:
        return str(json.loads(one.manifest).get("receiver_name", "")) if one.manifest else ""
    return others.get(one.peer, "")


def _form(one: Forms, subjects: dict[int, str], names: dict[int, str]) -> FormEntry:
    unit = names.get(one.unit or 0, "")
    return FormEntry(
        one.at, one.is_ours, subjects[one.plan], unit, one.units, one.file_name, one.plan, one.unit
    )


def _replies(work: Workspace, plan: int) -> dict[int, Package]:
    """Unit -> the last reply that went to who gave the plan."""
    wanted = Filter(is_ours=True, kind=PackageKind.REPLY, plan=plan)
    newest: dict[int, Package] = {}
    for one in packages.history(work.store, wanted):
        if one.unit is not None:
            newest.setdefault(one.unit, one)
    return newest


def _answering(row: UnitRow, reply: Package | None) -> UnitLine:
    return UnitLine(row) if reply is None else UnitLine(row, moment(reply.at), moment(reply.delivered_at))
