"""What happens on an assignment besides results: its steps, later days agreed, reminders. Values only."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


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
