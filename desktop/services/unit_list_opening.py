"""A list of units is opened for looking: its sheets, its columns as found or as the office told them for a list of that shape before.

Comparing and keeping are in `unit_lists`. Only `remember` writes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.vietnamese import fold
from desktop.errors import BadValue, NoUnitNames
from desktop.progress import SILENT, Progress
from desktop.readers import unit_glance
from desktop.readers.unit_glance import SheetGlance
from desktop.services import unit_lists
from desktop.services.unit_lists import UnitPreview
from desktop.services.workspace import Workspace
from desktop.storage import settings

_KEY = "unit_list_columns"
_MOST_SHAPES = 30


@dataclass(frozen=True, slots=True)
class Opened:
    """A list as far as it is understood. sheet: the one read, or to be told about; seen: None where no column of names was found;
    mapping: what the person told of columns (field -> letters, "" for none), now or before; was_remembered: it is from before."""

    path: Path
    sheets: tuple[SheetGlance, ...]
    sheet: SheetGlance
    seen: UnitPreview | None
    mapping: dict[str, str]
    was_remembered: bool = False


def open_list(
    work: Workspace,
    path: Path,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = SILENT,
) -> Opened:
    """Read the list at `path`. sheet: its name, None to find it; mapping: what the person told, None for what is remembered.

    Raises as `unit_lists.preview`, but for a list without a column of names: that one is opened for telling which it is.
    """
    sheets = unit_glance.read(path, progress)
    seen = _seen(work, path, sheet, mapping or {}, progress)
    chosen = _sheet(sheets, seen.head.sheet if seen else sheet)
    told = dict(mapping or {})
    kept = None if mapping is not None else _remembered(work, chosen, seen)
    if kept:
        again = _seen(work, path, chosen.name or None, kept, progress)
        if again is not None:
            return Opened(path, sheets, chosen, again, kept, was_remembered=True)
    return Opened(path, sheets, chosen, seen, told)


def remember(work: Workspace, opened: Opened) -> None:
    """Keep what was told of the columns for the next list of this shape; nothing told forgets it."""
    shapes = dict(settings.get(work.store, _KEY, {}))
    shape = _shape(opened.sheet, opened.seen)
    before = shapes.pop(shape, {})
    if opened.mapping:
        shapes[shape] = opened.mapping
    if before != opened.mapping:
        newest = dict(list(shapes.items())[-_MOST_SHAPES:])
        settings.put(work.store, _KEY, newest)


def _seen(
    work: Workspace, path: Path, sheet: str | None, mapping: Mapping[str, str], progress: Progress
) -> UnitPreview | None:
    """None where no column of names is found, or where a remembered column is not there any more."""
    try:
        return unit_lists.preview(work, path, sheet, mapping, progress)
    except NoUnitNames:
        return None
    except BadValue as error:
        if error.name.startswith("map:"):
            return None
        raise


def _sheet(sheets: tuple[SheetGlance, ...], name: str | None) -> SheetGlance:
    """The sheet of that name, else the first visible one that has rows, else the first."""
    named = (one for one in sheets if name is not None and one.name == name)
    filled = (one for one in sheets if one.visible and one.rows)
    return next(named, None) or next(filled, sheets[0])


def _remembered(work: Workspace, sheet: SheetGlance, seen: UnitPreview | None) -> dict[str, str]:
    kept = settings.get(work.store, _KEY, {})
    return dict(kept.get(_shape(sheet, seen), {}))


def _shape(sheet: SheetGlance, seen: UnitPreview | None) -> str:
    """What lists of one lay-out have in common: the words of their header; of one without, the row with the most cells."""
    at = seen.head.header_row - 1 if seen and seen.head.header_row else -1
    if not 0 <= at < len(sheet.rows):
        at = max(range(min(20, len(sheet.rows))), key=lambda row: sum(map(bool, sheet.rows[row])), default=-1)
    return "|".join(map(fold, sheet.rows[at])) if at >= 0 else ""
