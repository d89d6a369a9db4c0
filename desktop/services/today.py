"""What the page Hôm nay shows at once: work overdue or due soon, and whom to ring. Imports little: it is read before the window is seen.

Reports and yearly duties, which need the calendar of holidays, are in `coming`.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.services.workspace import Workspace
from desktop.storage import waiting
from desktop.storage.waiting import Group

AHEAD = 7
"""Days to come that count as soon."""
MOST = 60
"""Rows of a part of the list; what is left out is counted."""
_NAMES = 3
_CALLS = 40


class Show(StrEnum):
    """Which work is listed."""

    ALL = "all"
    OVERDUE = "overdue"
    SOON = "soon"
    SILENT = "silent"  # overdue, of units that have never reported on it


@dataclass(frozen=True, slots=True)
class Owed:
    """One task that units still owe by the same day. paper: number and symbol of its plan, its subject where it has no number;
    names: of the first units, many: of all."""

    plan: int
    task: int
    text: str
    paper: str
    due: dt.date
    names: tuple[str, ...]
    many: int


@dataclass(frozen=True, slots=True)
class Call:
    """A unit to ring. overdue: how much of its work; since: the oldest day; said_on, channel, promised_on: of the newest reminder."""

    unit: int
    name: str
    person: str
    position: str
    phone: str
    overdue: int
    since: dt.date
    said_on: dt.date | None = None
    channel: str = ""
    promised_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """How much waits: tasks, and units that owe them counted once for each task; silent: units that have overdue work and have never
    reported on it."""

    overdue: int = 0
    overdue_units: int = 0
    soon: int = 0
    soon_units: int = 0
    late_units: int = 0
    silent: int = 0


@dataclass(frozen=True, slots=True)
class Today:
    """The day. overdue: the nearest day first; soon: in the order of days; more_*: how many tasks or units are left out of each;
    has_plans: whether the office has any plan yet."""

    day: dt.date
    figures: Figures
    overdue: tuple[Owed, ...]
    soon: tuple[Owed, ...]
    calls: tuple[Call, ...]
    more_overdue: int = 0
    more_soon: int = 0
    more_calls: int = 0
    has_plans: bool = True


def gather(work: Workspace, show: Show = Show.ALL) -> Today:
    """What waits today. Seven statements at most, whatever there is."""
    day, store = work.today(), work.store
    found = waiting.groups(store, day, day + dt.timedelta(AHEAD))
    late, soon = [g for g in found if g.due < day], [g for g in found if g.due >= day]
    owing = waiting.late_units(store, day) if late else []
    figures = Figures(
        overdue=len(late),
        overdue_units=sum(g.many for g in late),
        soon=len(soon),
        soon_units=sum(g.many for g in soon),
        late_units=len(owing),
        silent=sum(unit.silent > 0 for unit in owing),
    )
    is_silent = show is Show.SILENT
    if is_silent:
        late = [g for g in late if g.silent]
    late = [] if show is Show.SOON else late[::-1]
    soon = [] if show in (Show.OVERDUE, Show.SILENT) else soon
    calls = _calls(work, owing, day)
    return Today(
        day=day,
        figures=figures,
        overdue=_owed(work, late[:MOST], day, silent=is_silent),
        soon=_owed(work, soon[:MOST], day),
        calls=calls,
        more_overdue=max(0, len(late) - MOST),
        more_soon=max(0, len(soon) - MOST),
        more_calls=len(owing) - len(calls),
        has_plans=bool(found) or waiting.has_plans(store),
    )


def called(work: Workspace, unit: int, promised_on: dt.date | None = None, person: str = "") -> int:
    """Log a call of today on all overdue work of a unit, with the day that was promised; returns on how much.

    Raises `NotAllowed` "days_out_of_order" (promised for a day that is past).
    """
    from desktop.domain.follow_up import Channel
    from desktop.services import urging

    logged = 0
    with work.store.transaction():
        for plan, keys in waiting.late_of_unit(work.store, unit, work.today()).items():
            urging.log(work, plan, keys, Channel.PHONE, person=person, promised_on=promised_on)
            logged += len(keys)
    return logged


def _owed(work: Workspace, chosen: list[Group], day: dt.date, *, silent: bool = False) -> tuple[Owed, ...]:
    if not chosen:
        return ()
    told = waiting.details(work.store, chosen, day, _NAMES, silent=silent)
    return tuple(
        Owed(
            plan=one.plan,
            task=group.task,
            text=" ".join(one.text.split()),
            paper=f"{one.number:02d}/{one.symbol}" if one.number else one.subject,
            due=group.due,
            names=one.names,
            many=group.silent if silent else group.many,
        )
        for group, one in zip(chosen, told, strict=True)
    )


def _calls(work: Workspace, owing: list[waiting.LateUnit], day: dt.date) -> tuple[Call, ...]:
    """Those with most overdue work first; those that were rung today, or have promised a day to come, after the others."""
    if not owing:
        return ()
    said = waiting.last_said(work.store, [one.unit for one in owing], day)
    calls = [
        Call(
            one.unit,
            one.name,
            one.person,
            one.position,
            one.phone,
            one.many,
            one.since,
            *said.get(one.unit, (None, "", None)),
        )
        for one in owing
    ]
    calls.sort(key=lambda call: is_settled(call, day))
    return tuple(calls[:_CALLS])


def is_settled(call: Call, day: dt.date) -> bool:
    """Whether nobody needs to ring today: it was done, or a day to come was promised."""
    rung = call.channel == "phone" and call.said_on == day
    return rung or (call.promised_on is not None and call.promised_on >= day)
