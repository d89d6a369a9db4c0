"""What stands of an assignment when several offices told of it: a function of the set of its versions alone, so that packages may come
in any order and any number of times. Keeps nothing.

Each version names those its author saw (`Result.bases`). A version *writes* a field where it says something else than any of these;
what it writes stands in place of what they, and those before them, wrote. Where two sides wrote the same field without seeing each
other, that is a conflict, shown as the later one has it; what they wrote in different fields stands together. A version dated before
one of those its author saw came late and is history only, as a report of an earlier day always was.
"""

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from desktop.domain.assignment import Status
from desktop.domain.result import MERGED, Result

_DERIVED = 8  # UUIDs of this version are worked out, those of true versions are random (4)
_DIGIT = 12  # where the version stands in the 32 digits


class Field(StrEnum):
    """What is merged by itself. STATUS is the status with its day; VALUE one for each indicator."""

    STATUS = "status"
    TEXT = "text"
    REASON = "reason"
    PROPOSAL = "proposal"
    VALUE = "value"


Place = tuple[Field, int]
"""A field, with the id of the indicator of a VALUE, else 0."""

Said = tuple[Status, dt.date | None] | str | Decimal | None
"""What a version says of a field."""

_BLANK: dict[Field, Said] = {
    Field.STATUS: (Status.NOT_STARTED, None),
    Field.TEXT: "",
    Field.REASON: "",
    Field.PROPOSAL: "",
    Field.VALUE: None,
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that several sides wrote differently. sides: one version for each value, the one that is shown first."""

    field: Field
    indicator: int
    sides: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What stands. newest: the version that says it, or one put together of several (`is_derived`, id 0), of the latest day that any of
    them has; heads: the versions that nobody went on from, the greatest first; row: the versions that count, where each went on from
    the one before, else empty."""

    newest: Result
    heads: tuple[Result, ...]
    conflicts: tuple[Conflict, ...] = ()
    row: tuple[Result, ...] = field(default=(), compare=False)


def state(versions: Iterable[Result], until: dt.date | None = None) -> State | None:
    """What stands of one assignment by all its true versions, or by those reported on `until` or before; None where there are none."""
    known = {version.uid: version for version in versions}
    row = in_a_row(known)
    if row is not None:
        told = tuple(row if until is None else (one for one in row if one.reported_on <= until))
        return State(told[-1], (told[-1],), row=told) if told else None
    history = _History(known, until)
    return history.state() if history.kept else None


def in_a_row(known: Mapping[str, Result]) -> list[Result] | None:
    """The versions (by uid), the first one first, where each went on from the one before and none is dated before it; else None."""
    after: dict[str, Result] = {}
    for version in known.values():
        if len(version.bases) > 1:
            return None
        base = version.bases[0] if version.bases and version.bases[0] in known else ""
        if base in after:
            return None
        after[base] = version
    row: list[Result] = []
    at = after.get("")
    while at is not None:
        if row and at.reported_on < row[-1].reported_on:
            return None
        row.append(at)
        at = after.get(at.uid)
    return row if len(row) == len(known) else None


def value_of(result: Result, field: Field, indicator: int = 0) -> Said:
    """What one version says of a field; of an indicator that it does not tell, None."""
    match field:
        case Field.STATUS:
            return result.status, result.done_on
        case Field.TEXT:
            return result.text
        case Field.REASON:
            return result.reason
        case Field.PROPOSAL:
            return result.proposal
        case Field.VALUE:
            return next((number for key, number in result.values if key == indicator), None)


def resolved(found: State, picked: Mapping[Place, Result], on: dt.date) -> Result:
    """A person's choice as a new version: what stands, but each picked field as that version says it.

    It goes on from all heads, so it settles every conflict: one that was not picked as it is shown. on: today.
    """
    said = _said(found.newest) | {place: value_of(one, *place) for place, one in picked.items()}
    told = replace(found.newest, source="hand", id=0, uid="", author="", made_at="")
    day = max(on, found.newest.reported_on)
    return _saying(replace(told, reported_on=day, bases=tuple(one.uid for one in found.heads)), said)


def in_order(known: Mapping[str, Result]) -> list[Result]:
    """The versions (by uid), none before what it went on from."""
    return [version for version, _ in _ordered(known)]


def is_derived(uid: str) -> bool:
    """Whether that uid is of a result that was put together: such ones are worked out anew in every office and never sent."""
    return uid[_DIGIT : _DIGIT + 1] == str(_DERIVED)


class _History:
    """Versions that did not come one after the other: those that count, each with the ones it went on from. Numbered so that what went on
    from something has the higher number; sets of numbers are the bits of an integer."""

    def __init__(self, known: Mapping[str, Result], until: dt.date | None) -> None:
        self.kept: list[Result] = []
        self._bases: list[frozenset[int]] = []
        self._before: list[int] = []  # all that it goes back to
        self._depth: list[int] = []
        counted: dict[str, frozenset[int]] = {}  # uid -> the kept ones it stands for as a base
        latest: dict[str, dt.date] = {}  # uid -> the latest day among itself and those before it
        for version, bases in _ordered(known):
            seen = max((latest[uid] for uid in bases if uid in latest), default=dt.date.min)
            on = frozenset[int]().union(*(counted[uid] for uid in bases))
            is_in = until is None or version.reported_on <= until
            if is_in or seen > dt.date.min:
                latest[version.uid] = max(seen, version.reported_on) if is_in else seen
            counted[version.uid] = self._keep(version, on) if is_in and version.reported_on >= seen else on

    def state(self) -> State:
        """What the versions that count say together."""
        order = sorted(self._heads(), key=self._rank, reverse=True)
        heads = tuple(self.kept[at] for at in order)
        if len(heads) == 1:  # it went on from all, so it says what stands of each field
            return State(heads[0], heads, row=self._row())
        told = [_said(version) for version in self.kept]
        stands: dict[Place, Said] = {}
        conflicts = []
        for place in sorted({place for one in told for place in one}):
            blank = _BLANK[place[0]]
            sides = self._sides([one.get(place) for one in told], blank)
            stands[place] = told[sides[0]].get(place) if sides else blank
            if len(sides) > 1:
                conflicts.append(Conflict(*place, tuple(self.kept[at] for at in sides)))
        whole = (self.kept[at] for at in order if all(told[at].get(p) == said for p, said in stands.items()))
        day = max(one.reported_on for one in heads)
        return State(
            next((one for one in whole if one.reported_on == day), None) or _derived(heads, stands),
            heads,
            tuple(conflicts),
        )

    def _keep(self, version: Result, bases: frozenset[int]) -> frozenset[int]:
        self.kept.append(version)
        self._bases.append(bases)
        before = 0
        for base in bases:
            before |= self._before[base] | 1 << base
        self._before.append(before)
        self._depth.append(1 + max((self._depth[base] for base in bases), default=0))
        return frozenset((len(self.kept) - 1,))

    def _row(self) -> tuple[Result, ...]:
        is_row = all(before == (1 << at) - 1 for at, before in enumerate(self._before))
        return tuple(self.kept) if is_row else ()

    def _heads(self) -> list[int]:
        gone_on_from = frozenset[int]().union(*self._bases)
        return [at for at in range(len(self.kept)) if at not in gone_on_from]

    def _rank(self, at: int) -> tuple[dt.date, int, str, str]:
        version = self.kept[at]
        return version.reported_on, self._depth[at], version.made_at, version.uid

    def _sides(self, said: Sequence[Said], blank: Said) -> list[int]:
        """The versions whose writing of a field stands, one for each value, the greatest first. said: what each version says of it."""
        wrote = [
            at
            for at, (told, bases) in enumerate(zip(said, self._bases, strict=True))
            if (any(said[base] != told for base in bases) if bases else told != blank)
        ]
        replaced = 0
        for at in wrote:
            replaced |= self._before[at]
        standing = sorted((at for at in wrote if not replaced >> at & 1), key=self._rank, reverse=True)
        first: dict[Said, int] = {}
        for at in standing:
            first.setdefault(said[at], at)
        return list(first.values())


def _ordered(known: Mapping[str, Result]) -> list[tuple[Result, tuple[str, ...]]]:
    """The versions with the bases that are known, none before its bases. Such as name each other in a circle, which no author can have
    seen, go on from nothing in it."""
    bases = {uid: frozenset(one.bases).intersection(known) - {uid} for uid, one in known.items()}
    waiting = {uid: len(some) for uid, some in bases.items()}
    after: dict[str, list[str]] = {}
    for uid, some in bases.items():
        for base in some:
            after.setdefault(base, []).append(uid)
    ready = [uid for uid, count in waiting.items() if not count]
    for uid in ready:
        for next_one in after.get(uid, ()):
            waiting[next_one] -= 1
            if not waiting[next_one]:
                ready.append(next_one)
    placed = frozenset(ready)
    circling = [uid for uid in known if uid not in placed]
    return [(known[uid], tuple(bases[uid] & placed)) for uid in (*ready, *circling)]


def _derived(heads: Sequence[Result], said: Mapping[Place, Said]) -> Result:
    """A result that says what stands of versions none of which says it alone."""
    told = Result(
        assignment=heads[0].assignment,
        reported_on=max(one.reported_on for one in heads),
        status=heads[0].status,
        source=MERGED,
        uid=_uid(heads),
        bases=tuple(one.uid for one in heads),
        made_at=max(one.made_at for one in heads),
    )
    return _saying(told, said)


def _uid(heads: Sequence[Result]) -> str:
    """The same of the same heads in every office."""
    digest = hashlib.sha256(" ".join(sorted(one.uid for one in heads)).encode()).digest()
    made = bytearray(digest[:16])
    made[6] = _DERIVED << 4 | made[6] & 0x0F
    made[8] = 0x80 | made[8] & 0x3F
    return uuid.UUID(bytes=bytes(made)).hex


def _said(result: Result) -> dict[Place, Said]:
    said: dict[Place, Said] = {
        (Field.STATUS, 0): (result.status, result.done_on),
        (Field.TEXT, 0): result.text,
        (Field.REASON, 0): result.reason,
        (Field.PROPOSAL, 0): result.proposal,
    }
    said.update(((Field.VALUE, indicator), number) for indicator, number in result.values)
    return said


def _saying(result: Result, said: Mapping[Place, Said]) -> Result:
    """A result with these words, figures and status in place of its own."""
    told = {place: value for place, value in said.items() if value is not None}
    status = said[Field.STATUS, 0]
    text, reason, proposal = (said[field, 0] for field in (Field.TEXT, Field.REASON, Field.PROPOSAL))
    assert isinstance(status, tuple)
    assert isinstance(text, str)
    assert isinstance(reason, str)
    assert isinstance(proposal, str)
    values = tuple(
        (indicator, number) for (_, indicator), number in told.items() if isinstance(number, Decimal)
    )
    return replace(
        result,
        status=status[0],
        done_on=status[1],
        text=text,
        reason=reason,
        proposal=proposal,
        values=values,
    )
