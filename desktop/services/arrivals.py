"""What a file that came in would change, as one preview shows it for packages and filled forms alike. Values only; reads nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.domain.draft import Problem
from desktop.domain.merging import Field
from desktop.domain.package import Content, Manifest, PackageKind, SentEvidence
from desktop.domain.result import Result
from desktop.errors import UserError
from desktop.services.collecting import FormPreview


class Verdict(StrEnum):
    """What becomes of a file."""

    NEWS = "news"
    SAME = "same"  # all of it is known: nothing is changed
    OLDER = "older"  # a newer one of its sender was taken in: only when it is asked for
    REFUSED = "refused"  # `Arrival.error` says why


@dataclass(frozen=True, slots=True)
class Change:
    """One value that becomes another. about: the task or the plan it is of; field: a `Field` value or a field of the plan
    or the task ("due", "task", "subject"); indicator: name of the number, with Field.VALUE; old, new: as the domain holds them, None for
    nothing."""

    about: str
    field: str
    old: object
    new: object
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both sides changed since they last knew of each other. sides: one version a value, first the one that is taken unless
    a person chooses another; indicator: id and name of the number, 0 and "" for other fields."""

    assignment: int
    about: str
    field: Field
    sides: tuple[Result, ...]
    indicator: int = 0
    indicator_name: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A file of evidence that is new here. result: uid of the version that it proves."""

    result: str
    file: SentEvidence


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file. kind: None for an Excel form; sender, unit, plan: names, "" where they are not known; new, changed, same: pieces of work
    by what becomes of them; key: the words of a key seen for the first time, "" for a known one; is_other_key: the sender is known
    under another key.

    For keeping it: content: of WORK and HANDOVER; results, proofs: to take in; plan_id, unit_id: what a REPLY is about; salt: of an
    encrypted one, hexadecimal; form: what a filled form says."""

    path: Path
    verdict: Verdict
    kind: PackageKind | None = None
    sender: str = ""
    unit: str = ""
    plan: str = ""
    new: int = 0
    changed: int = 0
    same: int = 0
    changes: tuple[Change, ...] = ()
    clashes: tuple[Clash, ...] = ()
    problems: tuple[Problem, ...] = ()
    key: str = ""
    is_other_key: bool = False
    error: UserError | None = None
    manifest: Manifest | None = None
    sha256: str = ""
    salt: str = ""
    content: Content | None = None
    results: tuple[Result, ...] = ()
    proofs: tuple[Proof, ...] = ()
    plan_id: int | None = None
    unit_id: int | None = None
    form: FormPreview | None = None


def clashes_of(arrivals: Iterable[Arrival]) -> list[Clash]:
    """All conflicts of a preview, each once; the last one that tells of a field knows the most sides."""
    found = {(c.assignment, c.field, c.indicator): c for one in arrivals for c in one.clashes}
    return list(found.values())
