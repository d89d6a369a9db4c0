"""The yearly duties of the office: those that come with the program, those it added, without those it hid; what wants a plan now."""

import datetime as dt
from dataclasses import asdict, replace

from desktop.domain import duties as rules
from desktop.domain.duties import Duty, Proposal, known_duties
from desktop.domain.events import feast
from desktop.domain.vietnamese import clean
from desktop.errors import BadValue, NotFound
from desktop.services.workspace import Workspace
from desktop.storage import audit, plans, settings
from desktop.storage.values import new_uid

__all__ = ["add", "hidden", "known_duties", "listed", "proposals", "remove", "show"]

_OWN, _HIDDEN = "duties", "duties_hidden"
_LONGEST_LEAD = 300


def listed(work: Workspace) -> tuple[Duty, ...]:
    """The duties of this office: its own first, then those of the program that it has not hidden."""
    off = set(settings.get(work.store, _HIDDEN, []))
    return (*_own(work), *(duty for duty in known_duties() if duty.key not in off))


def hidden(work: Workspace) -> tuple[Duty, ...]:
    """Duties of the program that the office does not have."""
    off = set(settings.get(work.store, _HIDDEN, []))
    return tuple(duty for duty in known_duties() if duty.key in off)


def proposals(work: Workspace, today: dt.date | None = None) -> tuple[Proposal, ...]:
    """Duties whose lead time has begun and that have no plan of that year yet, the nearest first."""
    return rules.proposals(listed(work), plans.heads(work.store, ours=True), today or work.today())


def add(work: Workspace, duty: Duty) -> Duty:
    """Keep a duty of the office's own; one of its keys replaces what was kept. Without words its name stands for them.

    Raises `BadValue`: "duty_name", "duty_day" (no such day or feast), "duty_lead" (not 0 to 300 days).
    """
    name = clean(duty.name)
    if not name:
        raise BadValue("duty_name", duty.name)
    if not 0 <= duty.lead <= _LONGEST_LEAD:
        raise BadValue("duty_lead", str(duty.lead))
    _check_day(duty)
    words = tuple(filter(None, map(clean, duty.words))) or (name,)
    made = replace(duty, key=duty.key or new_uid(), name=name, words=words)
    _keep(work, [one for one in _own(work) if one.key != made.key] + [made], "duty_added")
    return made


def _check_day(duty: Duty) -> None:
    try:
        if duty.feast:
            feast(duty.feast)
        else:
            dt.date(2024, duty.month, duty.day)
    except (ValueError, KeyError):
        raise BadValue("duty_day", duty.feast or f"{duty.day}/{duty.month}") from None


def remove(work: Workspace, key: str) -> None:
    """Remove a duty of the office's own, or hide one of the program's. Raises `NotFound`."""
    own = _own(work)
    if any(duty.key == key for duty in own):
        _keep(work, [duty for duty in own if duty.key != key], "duty_removed")
    elif any(duty.key == key for duty in known_duties()):
        off = dict.fromkeys([*settings.get(work.store, _HIDDEN, []), key])
        settings.put(work.store, _HIDDEN, list(off))
    else:
        raise NotFound("duty", key)


def show(work: Workspace, key: str) -> None:
    """Bring back a hidden duty. Raises `NotFound`."""
    off: list[str] = settings.get(work.store, _HIDDEN, [])
    if key not in off:
        raise NotFound("duty", key)
    settings.put(work.store, _HIDDEN, [one for one in off if one != key])


def _own(work: Workspace) -> list[Duty]:
    return [rules.duty_of(row) for row in settings.get(work.store, _OWN, [])]


def _keep(work: Workspace, own: list[Duty], action: str) -> None:
    with work.store.transaction():
        settings.put(work.store, _OWN, [asdict(duty) for duty in own])
        audit.note(work.store, action, "duty")
