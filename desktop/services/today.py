"""What the page Hôm nay shows at once: work overdue or due soon, and whom to ring. Imports little: it is read before the window is seen.

Reports and yearly duties, which need the calendar of holidays, are in `coming`.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.services.workspace import Workspace
from desktop.storage import waiting
from desktop.storage.waiting import Waiting

Said = tuple[dt.date | None, str, dt.date | None]
"""Day, channel and promised day of the newest reminder."""
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

    def is_settled(self, day: dt.date) -> bool:
        """Whether nobody needs to ring it on `day`."""
        return is_settled((self.said_on, self.channel, self.promised_on), day)


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
    """What waits today. Six statements at most, whatever there is."""
    day, store = work.today(), work.store
    found = waiting.work_until(store, day, day + dt.timedelta(AHEAD))
    late, soon = [w for w in found if w.due < day], [w for w in found if w.due >= day]
    asked = [w for w in late if w.is_ours]  # nobody rings for work that another office gave this one
    figures = Figures(
        overdue=len(_grouped(late)),
        overdue_units=len(late),
        soon=len(_grouped(soon)),
        soon_units=len(soon),
        late_units=len({w.unit for w in asked}),
        silent=len({w.unit for w in asked if w.silent}),
    )
    is_silent = show is Show.SILENT
    listed = {} if show is Show.SOON else _grouped(w for w in late if w.silent or not is_silent)
    ahead = _grouped(soon) if show in (Show.ALL, Show.SOON) else {}
    calls = _calls(work, asked, day)
    return Today(
        day=day,
        figures=figures,
        overdue=_owed(work, dict(reversed(listed.items())), day, silent=is_silent),
        soon=_owed(work, ahead, day),
        calls=calls,
        more_overdue=max(0, len(listed) - MOST),
        more_soon=max(0, len(ahead) - MOST),
        more_calls=figures.late_units - len(calls),
        has_plans=bool(found) or waiting.has_plans(store),
    )


def _grouped(some: Iterable[Waiting]) -> dict[tuple[int, dt.date], int]:
    """(task, day) -> how many units owe it, in the order of `some`."""
    many: dict[tuple[int, dt.date], int] = {}
    for one in some:
        key = (one.task, one.due)
        many[key] = many.get(key, 0) + 1
    return many


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


def _owed(
    work: Workspace, groups: dict[tuple[int, dt.date], int], day: dt.date, *, silent: bool = False
) -> tuple[Owed, ...]:
    chosen = list(groups.items())[:MOST]
    if not chosen:
        return ()
    told = waiting.details(work.store, [key for key, _ in chosen], day, _NAMES, silent=silent)
    return tuple(
        Owed(
            plan=one.plan,
            task=task,
            text=" ".join(one.text.split()),
            paper=f"{one.number:02d}/{one.symbol}" if one.number else one.subject,
            due=due,
            names=one.names,
            many=many,
        )
        for ((task, due), many), one in zip(chosen, told, strict=True)
    )


def _calls(work: Workspace, late: list[Waiting], day: dt.date) -> tuple[Call, ...]:
    """Those with most overdue work first; those that were rung today, or have promised a day to come, after the others."""
    if not late:
        return ()
    owing: dict[int, list[dt.date]] = {}
    for one in late:
        owing.setdefault(one.unit, []).append(one.due)
    said = waiting.last_said(work.store, owing, day)
    nothing = (None, "", None)
    chosen = sorted(
        owing,
        key=lambda unit: (is_settled(said.get(unit, nothing), day), -len(owing[unit]), owing[unit][0], unit),
    )[:_CALLS]
    told = waiting.contacts(work.store, chosen, day)
    return tuple(
        Call(
            unit,
            one.name,
            one.person,
            one.position,
            one.phone,
            len(owing[unit]),
            owing[unit][0],
            *said.get(unit, nothing),
        )
        for unit, one in ((unit, told[unit]) for unit in chosen)
    )


def is_settled(said: Said, day: dt.date) -> bool:
    """Whether nobody needs to ring today, by the newest reminder: it was a call of today, or a day to come was promised."""
    on, channel, promised_on = said
    return (channel == "phone" and on == day) or (promised_on is not None and promised_on >= day)
