"""What happens on an assignment besides results: its steps, later days agreed, reminders; and what follows from them by rule."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.assignment import Assignment
from desktop.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A step of an assignment; done_on None: not yet."""

    id: int
    assignment: int
    position: int
    text: str
    done_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A later day agreed for an assignment. old_due: the day it replaced, filled when it is kept."""

    assignment: int
    new_due: dt.date
    reason: str = ""
    agreed_by: str = ""
    asked_on: dt.date | None = None
    agreed_on: dt.date | None = None
    old_due: dt.date | None = None
    id: int = 0
    uid: str = ""


def check_extension(
    given: Assignment, wanted: Extension, before: Iterable[Extension], today: dt.date
) -> None:
    """Whether `given` may get the later day of `wanted`, whose agreed_on is told. before: its earlier extensions.

    The new day is later than the present one; reason and agreement are told; the agreement is neither of a day to come nor older
    than the asking or the last agreement, nor than the work itself: what was finished before needs no later day, and its lateness
    stays. Raises `NotAllowed` "extension_untold", "extension_of_nothing", "extension_not_later", "extension_after_work",
    "day_in_future", "days_out_of_order".
    """
    if not (wanted.reason and wanted.agreed_by):
        raise NotAllowed("extension_untold")
    if given.due is None:
        raise NotAllowed("extension_of_nothing")
    if wanted.new_due <= given.due:
        raise NotAllowed("extension_not_later", new=_shown(wanted.new_due), due=_shown(given.due))
    agreed = wanted.agreed_on or today
    check_not_ahead(agreed, today)
    for earlier in (wanted.asked_on, *(e.agreed_on for e in before)):
        check_order(earlier, agreed)
    if given.done_on and given.done_on < agreed:
        raise NotAllowed("extension_after_work", done=_shown(given.done_on), agreed=_shown(agreed))


def check_not_ahead(day: dt.date, today: dt.date) -> None:
    """What is logged has happened. Raises `NotAllowed` "day_in_future"."""
    if day > today:
        raise NotAllowed("day_in_future", day=_shown(day))


def check_order(earlier: dt.date | None, later: dt.date | None) -> None:
    """Two days, where both are known, in their order. Raises `NotAllowed` "days_out_of_order"."""
    if earlier and later and later < earlier:
        raise NotAllowed("days_out_of_order", later=_shown(later), earlier=_shown(earlier))


def _shown(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"


def as_agreed_on(
    assignments: Iterable[Assignment], extensions: Iterable[Extension], day: dt.date
) -> list[Assignment]:
    """The assignments with the last days that held on `day`: what was agreed later does not change an older count.

    extensions: of these assignments, in the order in which they were kept; one without a day of agreement always holds.
    """
    by_assignment: dict[int, list[Extension]] = {}
    for extension in extensions:
        by_assignment.setdefault(extension.assignment, []).append(extension)
    return [_as_agreed_on(a, by_assignment[a.id], day) if a.id in by_assignment else a for a in assignments]


def _as_agreed_on(assignment: Assignment, extensions: Sequence[Extension], day: dt.date) -> Assignment:
    held = [e for e in extensions if e.agreed_on is None or e.agreed_on <= day]
    if held:
        return replace(assignment, due=held[-1].new_due)
    return replace(assignment, due=extensions[0].old_due, first_due=None)


class Channel(StrEnum):
    """How a unit was reminded."""

    LETTER = "letter"
    PHONE = "phone"
    ZALO = "zalo"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Urging:
    """One reminder of one assignment. person: who was spoken to; promised_on: the day that was promised."""

    assignment: int
    urged_on: dt.date
    channel: Channel
    person: str = ""
    promised_on: dt.date | None = None
    note: str = ""
    id: int = 0
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Urged:
    """How work was urged so far. times: occasions; last: the newest reminder; promised_on: the day that was promised last."""

    times: int = 0
    last: Urging | None = None
    promised_on: dt.date | None = None


def urged_before(urgings: Iterable[Urging], day: dt.date) -> Urged:
    """What a letter of `day` may say of the time before it.

    Every channel counts, a call as much as a letter; reminders of one day by one channel are one occasion, however many pieces of work
    they name. The letters of `day` itself are not before it, so a letter that is made twice on its day says the same both times.
    """
    own = (day, Channel.LETTER)
    told = sorted(
        (u for u in urgings if u.urged_on <= day and (u.urged_on, u.channel) != own),
        key=lambda u: (u.urged_on, u.id),
    )
    promised = [u.promised_on for u in told if u.promised_on]
    return Urged(
        times=len({(u.urged_on, u.channel) for u in told}),
        last=told[-1] if told else None,
        promised_on=promised[-1] if promised else None,
    )
