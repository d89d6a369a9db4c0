"""What is carried between offices in one file: who sends it to whom, and the plans, work and results inside. No bytes, no keys.

All kinds carry the same `Content`, as much of it as their purpose needs. Things are named by their uids, which are the same in every
office. What a unit told is carried whole each time, so that one package stands for all that came before it.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.domain.assignment import Status
from desktop.domain.deadline import Deadline
from desktop.domain.plan import PlanForm
from desktop.domain.unit import UnitKind

FORMAT = 1
"""The newest version of the content that this program reads and writes."""


class PackageKind(StrEnum):
    """What a package is for."""

    WORK = "work"  # giao việc: a plan and what one unit has to do
    REPLY = "reply"  # kết quả: what that unit did
    RECEIPT = "receipt"  # biên nhận: nothing but `Manifest.receipts`
    HANDOVER = "handover"  # bàn giao: open work whole, for another officer or another PC of the same office


@dataclass(frozen=True, slots=True)
class Part:
    """One file inside. name: its entry; size: bytes; sha256: hexadecimal, lower case."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself.

    uid: of this package; sequence: grows with every package of this sender; sender, sender_name: uid of the sending copy of the
    program, name of its office; key: its public key, hexadecimal; receiver, receiver_name: the unit of a WORK package, the sender of the
    WORK package in a REPLY, "" where anyone may take it; plan: uid, "" where it is about none or several; unit: uid of the unit whose
    work it is, "" for several; answers: uid of the WORK package that a REPLY answers, or
    that a newer one of the same work follows; created: moment in UTC (ISO); receipts: uids of
    packages of the receiver that were taken in here; person: who made it.
    """

    uid: str
    kind: PackageKind
    sequence: int
    sender: str
    sender_name: str
    key: str
    created: str
    format: int = FORMAT
    receiver: str = ""
    receiver_name: str = ""
    plan: str = ""
    unit: str = ""
    answers: str = ""
    person: str = ""
    receipts: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class SentUnit:
    """A unit under its name of the day. former: the names that it bore before, the last first."""

    uid: str
    name: str
    abbreviation: str = ""
    kind: UnitKind = UnitKind.OTHER
    person: str = ""
    position: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SentIndicator:
    """A number that is asked for."""

    uid: str
    name: str
    unit_of_measure: str = ""


@dataclass(frozen=True, slots=True)
class SentTask:
    """A task. leads, coordinating: names as the plan writes them."""

    uid: str
    text: str
    leads: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    deadline: Deadline | None = None
    deliverable: str = ""
    indicators: tuple[SentIndicator, ...] = ()
    checklist: tuple[str, ...] = ()
    is_report: bool = False
    source: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class SentPeer:
    """Another copy of the program, as the sender knows it."""

    uid: str
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class SentWork:
    """A WORK package that carried a plan before. unit: uid of its unit as the package names it; at: moment in UTC (ISO); manifest: what it
    said of itself, as JSON."""

    uid: str
    sequence: int
    unit: str
    salt: str
    at: str
    file_name: str
    manifest: str


@dataclass(frozen=True, slots=True)
class SentPlan:
    """An issued plan with its tasks in their order. body: as storage keeps it; pdf: the entry of its printed form in the package, ""
    without; issuer: name of the office whose plan it is. In a HANDOVER also origin: who gave it to the sender, None for a plan of its
    own; carried: the packages in which it went out, or came in."""

    uid: str
    subject: str
    issuer: str
    form: PlanForm = PlanForm.PLAN
    number: int | None = None
    symbol: str = ""
    date: dt.date | None = None
    year: int | None = None
    theme: str = ""
    body: str = ""
    pdf: str = ""
    tasks: tuple[SentTask, ...] = ()
    origin: SentPeer | None = None
    carried: tuple[SentWork, ...] = ()


@dataclass(frozen=True, slots=True)
class SentEvidence:
    """A file that proves a result. part: its entry in the package."""

    uid: str
    name: str
    sha256: str
    part: str
    added_on: dt.date


@dataclass(frozen=True, slots=True)
class SentResult:
    """One version of what was told of an assignment. bases: uids of the versions that its author saw; values: uid of the indicator ->
    number; author: who wrote it; made_at: moment in UTC (ISO)."""

    uid: str
    reported_on: dt.date
    status: Status
    made_at: str
    author: str = ""
    bases: tuple[str, ...] = ()
    done_on: dt.date | None = None
    text: str = ""
    reason: str = ""
    proposal: str = ""
    values: tuple[tuple[str, Decimal], ...] = ()
    evidence: tuple[SentEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class SentExtension:
    """More time that was asked for and agreed."""

    uid: str
    new_due: dt.date
    old_due: dt.date | None = None
    asked_on: dt.date | None = None
    agreed_on: dt.date | None = None
    agreed_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SentAssignment:
    """One task of one unit. task, unit: uids; results: all its versions; taken_from: uid of the unit that had it before, "" for none."""

    task: str
    unit: str
    due: dt.date | None = None
    first_due: dt.date | None = None
    results: tuple[SentResult, ...] = ()
    extensions: tuple[SentExtension, ...] = ()
    taken_from: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a package carries: WORK one plan, one unit, its assignments; REPLY assignments alone; HANDOVER all it needs; RECEIPT nothing."""

    plans: tuple[SentPlan, ...] = ()
    units: tuple[SentUnit, ...] = ()
    assignments: tuple[SentAssignment, ...] = ()
