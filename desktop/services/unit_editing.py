"""Units are set up, corrected, renamed, split, dissolved and put into groups; names stay with their dates (product rule 7). No SQL.

What has work or is named by a paper is never removed: it ends on a day. Merging is in `unit_merging`.
"""

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from desktop.domain.unit import Contact, Membership, Unit, UnitGroup, UnitKind, UnitName
from desktop.domain.unit_kind import kind_of
from desktop.domain.vietnamese import clean, fold_name
from desktop.errors import BadValue, NotAllowed, NotFound
from desktop.readers import phones
from desktop.services import safety, trash
from desktop.services.workspace import Workspace
from desktop.storage import audit, unit_changes, unit_work, units

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Told:
    """What the office says of a unit. kind None: what its name tells; parent: id of the unit above."""

    name: str
    abbreviation: str = ""
    kind: UnitKind | None = None
    parent: int | None = None
    code: str = ""
    person: str = ""
    position: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Moving:
    """What a change from a day would do. open: assignments that go to the successor; kept: those finished, which stay; groups: names of
    the groups that are left; below: how many units stand under it."""

    open: int
    kept: int
    groups: tuple[str, ...]
    below: int


def told_of(unit: Unit) -> Told:
    """What is kept of a unit, as it may be told anew."""
    name, contact = unit.names[-1], unit.contact
    return Told(
        name.name,
        name.abbreviation,
        unit.kind,
        unit.parent,
        unit.code,
        contact.person,
        contact.position,
        contact.phone,
        contact.email,
        contact.address,
        unit.note,
    )


def told(work: Workspace, key: int) -> Told:
    """What is kept of a unit. Raises `NotFound`."""
    return told_of(units.get(work.store, key))


def name_of(work: Workspace, key: int) -> str:
    """The newest name of a unit. Raises `NotFound`."""
    return units.get(work.store, key).name


def problems(work: Workspace, told: Told, key: int = 0) -> dict[str, str]:
    """Field -> what is wrong with it: "missing", "taken" (name or code of another living unit), "unreadable" (phone, mail), "circle" (the
    unit above stands under this one). key: of the unit that is being told anew, 0 for a new one. One statement."""
    found = {}
    name, code = clean(told.name), clean(told.code)
    others = [one for one in unit_work.living(work.store) if one[0] != key]
    if not name:
        found["name"] = "missing"
    elif any(name == there and told.parent == above for _, there, _, above in others):
        found["name"] = "taken"
    if code and any(code == there for _, _, there, _ in others):
        found["code"] = "taken"
    if told.phone.strip() and phones.read(told.phone)[2]:
        found["phone"] = "unreadable"
    if told.email.strip() and not _MAIL.fullmatch(told.email.strip()):
        found["email"] = "unreadable"
    if key and key in _above(told.parent, {one: above for one, _, _, above in others}, key):
        found["parent"] = "circle"
    return found


def _above(parent: int | None, parents: dict[int, int | None], key: int) -> set[int]:
    seen = set[int]()
    while parent is not None and parent not in seen:
        seen.add(parent)
        parent = None if parent == key else parents.get(parent)
    return seen


def add(work: Workspace, told: Told) -> Unit:
    """A new unit. Raises `BadValue` with the first field of `problems`."""
    _check(work, told, 0)
    with work.store.transaction():
        made = units.add(work.store, _filled(Unit(0, "", (UnitName(""),)), told))
        audit.note(work.store, "unit_added", "unit", made.id)
    return made


def correct(work: Workspace, key: int, told: Told) -> Unit:
    """What was told of a unit, put right; its newest name too, which then was never another. Raises `NotFound`, `BadValue`."""
    unit = _filled(units.get(work.store, key), told)
    _check(work, told, key)
    units.save(work.store, unit)
    return unit


def tell(work: Workspace, key: int, name: str, value: str) -> Unit:
    """One field of `Told` put right. Raises `NotFound`, `BadValue`."""
    changed = replace(told(work, key), **{name: value})  # type: ignore[arg-type]  # only fields of text are told so
    return correct(work, key, changed)


def rename(work: Workspace, key: int, name: str, on: dt.date, abbreviation: str = "") -> Unit:
    """Another name from the day `on`; papers of earlier days keep the old one. Raises `NotFound`, `BadValue` "unit_name", `NotAllowed`
    "unit_ended", "name_earlier" (it has its present name only from a later day)."""
    unit = units.get(work.store, key)
    name = clean(name)
    if not name or name == unit.name:
        raise BadValue("unit_name", name)
    if not unit.exists_on(on):
        raise NotAllowed("unit_ended", name=unit.name)
    if unit.names[-1].start is not None and unit.names[-1].start >= on:
        raise NotAllowed("name_earlier", name=unit.name)
    with work.store.transaction():
        renamed = unit_changes.rename(work.store, key, name, on, clean(abbreviation))
        audit.note(work.store, "unit_renamed", "unit", key)
    return renamed


def moving(work: Workspace, keys: Sequence[int], on: dt.date) -> Moving:
    """What would move if these units ended on the day `on`. Six statements."""
    wanted = set(keys)
    opened, kept = unit_work.moving(work.store, keys)
    groups = tuple(g.name for g in units.groups(work.store) if wanted & set(g.members_on(on)))
    below = sum(u.parent in wanted and u.id not in wanted for u in units.list_units(work.store, on))
    return Moving(opened, kept, groups, below)


def split(work: Workspace, key: int, names: Sequence[str], on: dt.date) -> tuple[list[Unit], int]:
    """End a unit on the day `on` in favour of new ones with these names; the first takes the open work. Gives them and how much moved.

    A backup is made first. Raises `NotFound`, `BadValue` "unit_name" (fewer than two names, or one twice), `NotAllowed` "unit_ended".
    """
    unit = _living(work, key, on)
    wanted = [clean(name) for name in names if clean(name)]
    if len(wanted) < 2 or len({fold_name(name) for name in wanted}) < len(wanted):
        raise BadValue("unit_name", "; ".join(wanted))
    safety.backup_before(work, "split")
    with work.store.transaction():
        made = [
            units.add(
                work.store,
                Unit(0, "", (UnitName(name, start=on),), kind_of(name), parent=unit.parent, started=on),
            )
            for name in wanted
        ]
        moved = unit_changes.split(work.store, key, [one.id for one in made], on)
        audit.note(work.store, "unit_split", "unit", key, units=[one.id for one in made])
    return made, moved


def dissolve(work: Workspace, keys: Sequence[int], on: dt.date) -> None:
    """End units on the day `on` without successors. Raises `NotFound`, `NotAllowed` "unit_ended"."""
    for key in keys:
        _living(work, key, on)
    with work.store.transaction():
        for key in keys:
            unit_changes.dissolve(work.store, key, on)
        audit.note(work.store, "units_dissolved", "unit", keys[0] if keys else 0, units=list(keys))


def removable(work: Workspace, keys: Sequence[int]) -> bool:
    """Whether nothing names these units, so that they may go to the trash."""
    return not unit_work.named_anywhere(work.store, keys)


def discard(work: Workspace, keys: Sequence[int]) -> None:
    """Units that nothing names go to the trash. Raises `NotFound`, `NotAllowed` "unit_has_work" (they can only end on a day)."""
    with work.store.transaction():
        for key in keys:
            trash.discard_unit(work, key)


def add_group(work: Workspace, name: str, members: Collection[int] = ()) -> UnitGroup:
    """A new group whose members belong to it from ever. Raises `BadValue` "group_name" for none or one that there is."""
    wanted = _group_name(work, name, 0)
    return units.save_group(work.store, UnitGroup(0, "", wanted, tuple(map(Membership, members))))


def rename_group(work: Workspace, key: int, name: str) -> UnitGroup:
    """Another name for a group. Raises `NotFound`, `BadValue` "group_name"."""
    group = _group(work, key)
    return units.save_group(work.store, replace(group, name=_group_name(work, name, key)))


def set_members(work: Workspace, key: int, members: Collection[int], on: dt.date | None) -> UnitGroup:
    """From the day `on` the group has these members; tasks issued before keep theirs (glossary: `UnitGroup`). None: it always had.

    Raises `NotFound`.
    """
    group, wanted = _group(work, key), dict.fromkeys(members)
    if on is None:
        return units.save_group(work.store, replace(group, members=tuple(map(Membership, wanted))))
    there = set(group.members_on(on))
    kept = [_left(one, on) if one.unit in there - wanted.keys() else one for one in group.members]
    joined = [Membership(unit, on) for unit in wanted if unit not in there]
    members_now = tuple(
        one for one in (*kept, *joined) if one.end is None or one.start is None or one.start < one.end
    )
    return units.save_group(work.store, replace(group, members=members_now))


def join(work: Workspace, key: int, joining: Collection[int], on: dt.date) -> UnitGroup:
    """More members for a group from the day `on`. Raises `NotFound`."""
    return set_members(work, key, (*_group(work, key).members_on(on), *joining), on)


def members(work: Workspace, key: int, on: dt.date) -> frozenset[int]:
    """Unit ids in a group on a day. Raises `NotFound`."""
    return frozenset(_group(work, key).members_on(on))


def remove_group(work: Workspace, key: int) -> None:
    """Remove a group that no task was given to. Raises `NotFound`, `NotAllowed` "group_in_use"."""
    group = _group(work, key)
    if unit_work.group_is_named(work.store, key):
        raise NotAllowed("group_in_use", name=group.name)
    unit_work.remove_group(work.store, key)


def _left(member: Membership, on: dt.date) -> Membership:
    return replace(member, end=on) if member.end is None or member.end > on else member


def _group(work: Workspace, key: int) -> UnitGroup:
    found = next((group for group in units.groups(work.store) if group.id == key), None)
    if found is None:
        raise NotFound("unit_group", key)
    return found


def _group_name(work: Workspace, name: str, key: int) -> str:
    name = clean(name)
    others = {fold_name(group.name) for group in units.groups(work.store) if group.id != key}
    if not name or fold_name(name) in others:
        raise BadValue("group_name", name)
    return name


def _living(work: Workspace, key: int, on: dt.date) -> Unit:
    unit = units.get(work.store, key)
    if not unit.exists_on(on):
        raise NotAllowed("unit_ended", name=unit.name)
    return unit


def _check(work: Workspace, told: Told, key: int) -> None:
    wrong = {
        "name": BadValue("unit_name", told.name),
        "code": BadValue("unit_code", told.code),
        "phone": BadValue("unit_phone", told.phone),
        "email": BadValue("unit_email", told.email),
        "parent": BadValue("unit_parent", str(told.parent or "")),
    }
    for name in problems(work, told, key):
        raise wrong[name]


def _filled(unit: Unit, told: Told) -> Unit:
    """The unit with what was told."""
    name = clean(told.name)
    newest = replace(unit.names[-1], name=name, abbreviation=clean(told.abbreviation))
    words = (told.person, told.position, phones.read(told.phone)[0], told.email, told.address)
    return replace(
        unit,
        names=(*unit.names[:-1], newest),
        kind=told.kind or kind_of(name),
        parent=told.parent,
        code=clean(told.code),
        contact=Contact(*map(clean, words)),
        note=clean(told.note),
    )
