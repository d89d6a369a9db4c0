"""Units become one from a day: named by id or by any name ever borne; the open work of the old ones goes to the new one (rule 7)."""

import datetime as dt
from collections.abc import Sequence
from itertools import chain

from desktop.domain.unit import Unit, UnitName
from desktop.domain.unit_kind import kind_of
from desktop.domain.vietnamese import clean, fold_name
from desktop.errors import NotAllowed, NotFound
from desktop.services import safety
from desktop.services.workspace import Workspace
from desktop.storage import audit, unit_changes, units


def merge(work: Workspace, wanted: Sequence[str], into: str, on: dt.date) -> tuple[Unit, int]:
    """Merge the units `wanted` into `into` from the day `on`; gives the successor and how many open assignments moved.

    A word is an id or a name; `into` may also be the name of a unit that there is not yet, which is then set up on that day, of the
    kind its name tells. A backup is made first. Raises `NotFound`, `NotAllowed` "same_unit", "unit_ended".
    """
    known = _Names(work)
    keys = [known.key(words) for words in wanted]
    for key in keys:
        unit = units.get(work.store, key)
        if not unit.exists_on(on):
            raise NotAllowed("unit_ended", name=unit.name)
    successor = known.find(into)
    if set(keys) == {successor} or len(set(keys)) < len(keys):
        raise NotAllowed("same_unit")
    safety.backup_before(work, "merge")
    with work.store.transaction():
        target = _successor(work, into, successor, on)
        moved = unit_changes.merge(work.store, keys, target.id, on)
        audit.note(work.store, "units_merged", "unit", target.id, units=keys)
    return target, moved


def _successor(work: Workspace, into: str, known: int | None, on: dt.date) -> Unit:
    if known is not None:
        return units.get(work.store, known)
    name = clean(into)
    return units.add(work.store, Unit(0, "", (UnitName(name, start=on),), kind_of(name), started=on))


class _Names:
    """Ids and names of all units."""

    def __init__(self, work: Workspace) -> None:
        self._index = units.name_index(work.store)
        self._ids = set(chain(self._index.values(), units.ids_by_uid(work.store).values()))

    def find(self, words: str) -> int | None:
        """The unit of that id or name; None where there is none. Raises `NotFound` for an id that there is not."""
        if words.strip().isascii() and words.strip().isdigit():
            key = int(words)
            if key not in self._ids:
                raise NotFound("unit", words)
            return key
        return self._index.get(fold_name(words))

    def key(self, words: str) -> int:
        """The same; raises `NotFound` where there is none."""
        found = self.find(words)
        if found is None:
            raise NotFound("unit", words)
        return found
