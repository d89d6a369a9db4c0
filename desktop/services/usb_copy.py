"""Copies chosen papers of a plan onto a stick: made here first, then written, read back and compared there."""

from dataclasses import dataclass
from pathlib import Path

from desktop.progress import SILENT, Progress
from desktop.services import plan_export
from desktop.services.file_names import stem
from desktop.services.plan_export import Parts
from desktop.services.workspace import Workspace
from desktop.storage import places, plans


@dataclass(frozen=True, slots=True)
class Copied:
    """What lies on the stick now. folder: where; files, size: how many, bytes of all."""

    folder: Path
    files: int
    size: int


def is_stick(folder: Path) -> bool:
    """Whether `folder` (existing) lies on a drive that can be pulled out, as far as the system tells."""
    return places.probe(folder) is places.Place.REMOVABLE


def copy_plan(work: Workspace, key: int, place: Path, parts: Parts, progress: Progress = SILENT) -> Copied:
    """Copy the papers of a plan into a new folder of `place`, named by number, date and today ("ke-hoach-15-2026-03-05-chep-2026-03-27").

    When it returns the stick may be pulled out. Raises what `plan_export.export` and `writers.stick.copy` raise; then nothing half is
    left behind.
    """
    from tempfile import TemporaryDirectory

    from desktop.writers import stick

    plan = plans.get(work.store, key)
    with TemporaryDirectory(prefix="skh-") as made:
        source = Path(made)
        files = plan_export.export(work, key, source, parts, progress)
        size = sum(path.stat().st_size for path in files)
        name = f"{stem(plan)}-chep-{work.today().isoformat()}"
        return Copied(stick.copy(source, place, name, progress), len(files), size)
