"""Units become one from a day: named by id or by any name ever borne; the open work of the old ones goes to the new one (rule 7)."""

import datetime as dt
from collections.abc import Sequence

from desktop.domain.unit import Unit, UnitName
from desktop.domain.unit_kind import kind_of
from desktop.domain.vietnamese import clean
from desktop.errors import NotAllowed, NotFound
from desktop.services import safety
from desktop.services.unit_names import UnitNames
from desktop.services.workspace import Workspace
from desktop.storage import audit, unit_changes, units


def merge(work: Workspace, wanted: Sequence[str], into: str, on: dt.date) -> tuple[Unit, int]:
    """Merge the units `wanted` into `into` from the day `on`; gives the successor and how many open assignments moved.

    A word is an id or a name; `into` may also be the name of a unit that there is not yet, which is then set up on that day, of the
    kind its name tells. A backup is made first. Raises `NotFound`, and `NotAllowed`: "same_unit", "unit_ended", "name_shared" (several
    units may be meant).
    """
    known = _Known(work, on)
    keys = [known.key(words) for words in wanted]
    successor = known.find(into)
    if set(keys) == {successor} or len(set(keys)) < len(keys):
        raise NotAllowed("same_unit")
    safety.backup_before(work, "merge")
    with work.store.transaction():
        target = units.get(work.store, successor) if successor else _new(work, into, on)
        moved = unit_changes.merge(work.store, keys, target.id, on)
        audit.note(work.store, "units_merged", "unit", target.id, units=keys)
    return target, moved


def named(work: Workspace, wanted: Sequence[str], on: dt.date) -> list[int]:
    """Ids of the units that words name, an id or a name each. Raises `NotFound`, `NotAllowed` "unit_ended", "name_shared"."""
    known = _Known(work, on)
    return [known.key(words) for words in wanted]


def _new(work: Workspace, into: str, on: dt.date) -> Unit:
    name = clean(into)
    return units.add(work.store, Unit(0, "", (UnitName(name, start=on),), kind_of(name), started=on))


class _Known:
    """Ids and names of all units, for a merger on the day `on`."""

    def __init__(self, work: Workspace, on: dt.date) -> None:
        self._units = {unit.id: unit for unit in units.list_units(work.store)}
        self._names = UnitNames(self._units.values())
        self._on = on

    def find(self, words: str) -> int | None:
        """The unit of that id or name, None where none has the name. Raises `NotFound` for an id that there is not, `NotAllowed`."""
        words = clean(words)
        if words.isascii() and words.isdigit():
            found: tuple[int, ...] = (int(words),)
            if found[0] not in self._units:
                raise NotFound("unit", words)
        else:
            found = self._names.find(words)
        alive = [key for key in found if not self._is_over(self._units[key])]
        if found and not alive:
            raise NotAllowed("unit_ended", name=self._units[found[0]].name)
        if len(alive) > 1:
            raise NotAllowed("name_shared", name=words, ids=", ".join(map(str, sorted(alive))))
        return next(iter(alive), None)

    def key(self, words: str) -> int:
        """The same; raises `NotFound` where there is none."""
        found = self.find(words)
        if found is None:
            raise NotFound("unit", words)
        if not self._units[found].exists_on(self._on):
            raise NotAllowed("unit_ended", name=self._units[found].name)
        return found

    def _is_over(self, unit: Unit) -> bool:
        return unit.ended is not None and unit.ended <= self._on
