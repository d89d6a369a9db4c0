"""Units that get tasks: names belong to dates, groups have dated members. Matching of written names is in `unit_matching`."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit is, so far as it changes the words used to it and the group it falls in."""

    DEPARTMENT = "department"  # phòng, ban, văn phòng của cơ quan
    COMMUNE = "commune"  # UBND xã, phường, đặc khu
    VILLAGE = "village"  # thôn, bản, khu phố, tổ dân phố
    SCHOOL = "school"
    HEALTH = "health"  # trạm y tế, trung tâm y tế, bệnh viện
    SECURITY = "security"  # công an, quân sự, biên phòng
    SERVICE = "service"  # trung tâm, đơn vị sự nghiệp
    FRONT = "front"  # Ủy ban Mặt trận Tổ quốc
    MASS = "mass"  # đoàn thể, hội
    PARTY = "party"  # đảng ủy, ban đảng
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class UnitName:
    """A name and the days on which it holds: from `start` (None: always before) to the day before `end` (None: still)."""

    name: str
    abbreviation: str = ""
    start: dt.date | None = None
    end: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether the unit bore this name on `day`."""
        return holds(self.start, self.end, day)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ring. phone: digits with the leading 0."""

    person: str = ""
    position: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. id: 0 before it is saved; uid: the same in every office that exchanges packages;
    names: oldest first, at least one; ended: the first day on which it no longer exists; successor: id of what took over."""

    id: int
    uid: str
    names: tuple[UnitName, ...]
    kind: UnitKind = UnitKind.OTHER
    parent: int | None = None
    code: str = ""
    contact: Contact = Contact()
    note: str = ""
    started: dt.date | None = None
    ended: dt.date | None = None
    successor: int | None = None

    @property
    def name(self) -> str:
        """The newest name."""
        return self.names[-1].name

    def name_on(self, day: dt.date) -> str:
        """The name borne on `day` (product rule 7); where none holds, the last one borne before, or the first."""
        held = next((n for n in reversed(self.names) if n.holds_on(day)), None)
        begun = (n for n in reversed(self.names) if n.start is None or n.start <= day)
        return (held or next(begun, self.names[0])).name

    def exists_on(self, day: dt.date) -> bool:
        """Whether it has been set up and not yet dissolved on `day` (product rule 8)."""
        return holds(self.started, self.ended, day)


@dataclass(frozen=True, slots=True)
class Membership:
    """One unit in a group, from `start` to the day before `end`."""

    unit: int
    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """A named set of units ("UBND các xã, phường")."""

    id: int
    uid: str
    name: str
    members: tuple[Membership, ...] = ()

    def members_on(self, day: dt.date) -> tuple[int, ...]:
        """Unit ids that belong to it on `day`, in the order of listing: what an issued task stays bound to."""
        return tuple(m.unit for m in self.members if holds(m.start, m.end, day))


def holds(start: dt.date | None, end: dt.date | None, day: dt.date) -> bool:
    """Whether `day` lies in [start, end); None is open."""
    return (start is None or start <= day) and (end is None or day < end)


def successor_on(unit: Unit, units: dict[int, Unit], day: dt.date) -> Unit:
    """The unit that carries the work of `unit` on `day`, along the chain of successors; itself while it exists or when none is named."""
    seen = set[int]()
    while not unit.exists_on(day) and unit.successor in units and unit.id not in seen:
        seen.add(unit.id)
        unit = units[unit.successor]
    return unit


def existing(units: Iterable[Unit], day: dt.date) -> list[Unit]:
    """Those of `units` that exist on `day`."""
    return [unit for unit in units if unit.exists_on(day)]
