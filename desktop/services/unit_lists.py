"""A unit list comes in: read, compared with what is there, previewed, kept in one step after a backup (product rule 9)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.draft import Problem
from desktop.domain.unit import Unit
from desktop.domain.vietnamese import clean, fold_name
from desktop.progress import SILENT, Progress
from desktop.readers import phones, unit_list
from desktop.readers.unit_list import UnitListHead
from desktop.readers.unit_table import UnitTable
from desktop.services import safety
from desktop.services.many_rows import let_go, no_collector
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
    """Read the list at `path` and compare it with the units there are. Keeps nothing. Raises as `readers.unit_list.stream`.

    mapping: as there; "" for a field that is not to be read though a column of it is found.
    """
    wanted = {name: column for name, column in (mapping or {}).items() if column}
    unwanted = set(mapping or {}) - wanted.keys()
    with no_collector():
        found, seen = Comparison(work), UnitTable()
        with unit_list.stream(path, sheet, wanted, progress) as stream:
            for chunk in stream:
                for name in unwanted:
                    chunk.columns[name] = [""] * len(chunk)
                seen.extend(chunk)
                found.add(chunk)
            skipped = sum(row.reason == "no_name" for row in stream.skipped)
            writes = found.finish()
            columns = {name: at for name, at in stream.head.columns.items() if name not in unwanted}
            head = replace(stream.head, columns=columns)
            return UnitPreview(head, seen, found.actions, writes, stream.problems, skipped)


def corrected(work: Workspace, seen: UnitPreview, edits: Mapping[tuple[int, str], str]) -> UnitPreview:
    """The list with other words in some cells, compared anew. edits: (place in `seen.rows`, field) -> what is right. Keeps nothing."""
    table = UnitTable()
    table.columns = {name: list(values) for name, values in seen.rows.columns.items()}
    problems = list(seen.problems)
    for (at, name), words in edits.items():
        row, value = table.columns["row"][at], clean(words)
        letters = seen.head.columns.get(name)
        problems = [p for p in problems if p.row != row or letters is None or p.column != letters]
        if name == "phone" and value:
            value, _, is_wrong = phones.read(value)
            problems += [Problem(row, letters, "phone_invalid", words)] * is_wrong
        table.columns[name][at] = value
        if name == "name":
            _name_anew(table, at, value)
    with no_collector():
        found = Comparison(work)
        found.add(table)
        writes = found.finish()
    return replace(seen, rows=table, actions=found.actions, writes=writes, problems=tuple(problems))


def _name_anew(table: UnitTable, at: int, name: str) -> None:
    """Which other row a row is the same unit as, now that it has another name."""
    key, doubles, rows = fold_name(name), table.columns["duplicate_of"], table.columns["row"]
    doubles[:] = [None if double == rows[at] else double for double in doubles]
    known = zip(table.columns["key"], table.columns["name"], strict=True)
    keys = table.columns["key"] = [folded or fold_name(other) for folded, other in known]
    keys[at] = ""
    there = keys.index(key) if key in keys else None
    keys[at], doubles[at] = key, None if there is None else rows[there]


def commit(work: Workspace, seen: UnitPreview, progress: Progress = SILENT) -> ImportCounts:
    """Keep what `seen` would do, in one transaction, after a backup where anything is there to lose. Nothing new changes nothing."""
    if not seen.writes:
        return ImportCounts(0, 0, 0, 0)
    progress.step(0, None, "saving")
    is_first = units.count(work.store) == 0
    if not is_first:
        safety.backup_before(work, "import")
    with no_collector(), work.store.transaction():
        counts = unit_import.import_rows(
            work.store, seen.writes, None if is_first else work.today(), progress
        )
        audit.note(work.store, "units_imported", "unit", added=counts.added, changed=counts.changed)
    return counts


def forget(*previews: UnitPreview) -> None:
    """Give back what previews take that nobody looks at any more; their rows are gone after it."""
    for seen in previews:
        let_go(*seen.rows.columns.values(), seen.actions, seen.writes)


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
