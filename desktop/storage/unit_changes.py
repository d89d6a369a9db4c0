"""Units that are renamed, merged, split or dissolved on a day: names stay with their dates, open work goes to the successor (rule 7)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.unit import Unit, UnitName
from desktop.storage import units
from desktop.storage.store import Store
from desktop.storage.tasks import move_open
from desktop.storage.values import iso


def rename(store: Store, key: int, name: str, on: dt.date, abbreviation: str = "") -> Unit:
    """Give a unit a new name from the day `on`. Raises `NotFound`."""
    with store.transaction():
        unit = units.get(store, key)
        old = replace(unit.names[-1], end=on)
        unit = replace(unit, names=(*unit.names[:-1], old, UnitName(name, abbreviation, on)))
        units.save(store, unit)
    return unit


def merge(store: Store, keys: Sequence[int], into: int, on: dt.date) -> int:
    """Dissolve `keys` on the day `on` in favour of `into` (one of them, or another): their open work, their subordinate units and
    their places in groups go there. Returns how many assignments moved. Raises `NotFound`."""
    with store.transaction():
        successor = units.get(store, into)
        if successor.started is not None and successor.started > on:
            units.save(store, replace(successor, started=on))
        return sum(_hand_over(store, key, into, on) for key in keys if key != into)


def split(store: Store, key: int, successors: Sequence[int], on: dt.date) -> int:
    """Dissolve a unit on the day `on`: the first of `successors` (at least one) takes its open work and its place in groups, the others
    join its groups. Returns how many assignments moved. Raises `NotFound`."""
    with store.transaction():
        for successor in successors[1:]:
            units.get(store, successor)
            _join_groups_of(store, key, successor, on)
        return _hand_over(store, key, successors[0], on)


def dissolve(store: Store, key: int, on: dt.date) -> None:
    """End a unit without a successor: its open work stays with it and no longer counts (rule 8). Raises `NotFound`."""
    with store.transaction():
        units.save(store, _ended(units.get(store, key), on, None))
        _leave_groups(store, key, on)


def _hand_over(store: Store, key: int, successor: int, on: dt.date) -> int:
    units.get(store, successor)
    units.save(store, _ended(units.get(store, key), on, successor))
    store.run(
        "UPDATE unit SET parent = :to WHERE parent = :unit AND id <> :to", {"unit": key, "to": successor}
    )
    _join_groups_of(store, key, successor, on)
    _leave_groups(store, key, on)
    return move_open(store, key, successor)


def _ended(unit: Unit, on: dt.date, successor: int | None) -> Unit:
    return replace(
        unit, ended=on, successor=successor, names=(*unit.names[:-1], replace(unit.names[-1], end=on))
    )


def _join_groups_of(store: Store, key: int, joining: int, on: dt.date) -> None:
    store.run(
        """
        INSERT INTO group_member(unit_group, unit, start)
        SELECT m.unit_group, :joining, :day FROM group_member m
        WHERE m.unit = :unit AND (m."end" IS NULL OR m."end" > :day) AND NOT EXISTS (
          SELECT 1 FROM group_member o WHERE o.unit_group = m.unit_group AND o.unit = :joining AND o."end" IS NULL)
        """,
        {"unit": key, "joining": joining, "day": iso(on)},
    )


def _leave_groups(store: Store, key: int, on: dt.date) -> None:
    store.run(
        'UPDATE group_member SET "end" = :day WHERE unit = :unit AND "end" IS NULL',
        {"unit": key, "day": iso(on)},
    )
