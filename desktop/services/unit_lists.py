"""A unit list comes in: read, compared with what is there, previewed, kept in one step after a backup (product rule 9)."""

import datetime as dt
import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.draft import Problem
from desktop.domain.unit import Unit
from desktop.progress import SILENT, Progress
from desktop.readers import unit_list
from desktop.readers.unit_list import UnitListHead
from desktop.readers.unit_table import UnitTable
from desktop.services import safety
from desktop.services.unit_comparing import Action, Comparison
from desktop.services.workspace import Workspace
from desktop.storage import audit, unit_import, units
from desktop.storage.unit_import import ImportCounts, UnitRow

OPENING = "opening"  # the first step, told before anything takes time


@dataclass(frozen=True, slots=True)
class UnitPreview:
    """What the list would do. rows and actions side by side; writes: the rows to keep; skipped: rows with data but without a name."""

    head: UnitListHead
    rows: UnitTable
    actions: list[Action]
    writes: list[UnitRow]
    problems: tuple[Problem, ...]
    skipped: int

    @property
    def counts(self) -> dict[str, int]:
        """How many of each action, and "skipped"."""
        counted = Counter(self.actions)
        return {**{action.value: counted[action] for action in Action}, "skipped": self.skipped}


def preview(
    work: Workspace,
    path: Path,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = SILENT,
) -> UnitPreview:
    """Read the list at `path` and compare it with the units there are. Keeps nothing. Raises as `readers.unit_list.stream`."""
    with _no_collector():
        found, seen = Comparison(work), UnitTable()
        with unit_list.stream(path, sheet, mapping, progress) as stream:
            for chunk in stream:
                seen.extend(chunk)
                found.add(chunk)
            skipped = sum(row.reason == "no_name" for row in stream.skipped)
            writes = found.finish()
            return UnitPreview(stream.head, seen, found.actions, writes, stream.problems, skipped)


def commit(work: Workspace, seen: UnitPreview, progress: Progress = SILENT) -> ImportCounts:
    """Keep what `seen` would do, in one transaction, after a backup where anything is there to lose. Nothing new changes nothing."""
    if not seen.writes:
        return ImportCounts(0, 0, 0, 0)
    progress.step(0, None, "saving")
    is_first = units.count(work.store) == 0
    if not is_first:
        safety.backup_before(work, "import")
    with _no_collector(), work.store.transaction():
        counts = unit_import.import_rows(
            work.store, seen.writes, None if is_first else work.today(), progress
        )
        audit.note(work.store, "units_imported", "unit", added=counts.added, changed=counts.changed)
    return counts


@contextmanager
def _no_collector() -> Iterator[None]:
    """Rows by the hundred thousand and no cycles among them: looking for some again and again takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def listed(work: Workspace, on: dt.date | None = None) -> list[Unit]:
    """The units that exist on the day `on` (None: today), in the order of the list."""
    return units.list_units(work.store, on or work.today())


def groups_of(work: Workspace, wanted: Iterable[Unit], on: dt.date) -> dict[int, tuple[str, ...]]:
    """Unit id -> names of the groups it is in on the day `on`."""
    ids = {unit.id for unit in wanted}
    out: dict[int, tuple[str, ...]] = {}
    for group in units.groups(work.store):
        for key in group.members_on(on):
            if key in ids:
                out[key] = (*out.get(key, ()), group.name)
    return out
