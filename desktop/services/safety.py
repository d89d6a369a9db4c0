"""Backup, restore and check of the workspace. Restoring works on a closed one."""

import datetime as dt
from pathlib import Path

from desktop.services.file_names import prepare
from desktop.services.workspace import Workspace
from desktop.storage import backup as stored
from desktop.storage.backup import Backup, Inside
from desktop.storage.checking import Finding
from desktop.storage.checking import check as check_store

__all__ = [
    "Backup",
    "Finding",
    "Inside",
    "backup",
    "backup_before",
    "backup_daily",
    "check",
    "copies",
    "inside",
    "is_backup_due",
    "newest_backup",
    "present",
    "restore",
]

_A_DAY = dt.timedelta(days=1)


def backup(work: Workspace, to: Path | None = None) -> Path:
    """A copy of all that is kept; gives its file. to: a new file or a folder, None for the workspace's own folder of copies.

    Raises the errors of `file_names.prepare` and of `backup.make`.
    """
    if to is not None and not to.is_dir():
        prepare(to.parent)
    made = stored.make(work.store, "manual", to)
    stored.thin(work.home)
    return made


def backup_before(work: Workspace, what: str) -> Path:
    """The copy made before an import, merge or upgrade (product rule 9). what: "import", "merge"."""
    return stored.make(work.store, f"before-{what}")


def copies(home: Path) -> list[Backup]:
    """The copies in the workspace's own folder, the newest first."""
    return stored.list_backups(home)


def inside(path: Path) -> Inside:
    """What a copy holds, for a look before it is restored; every page of it is proved. Raises `NotABackup`, `DatabaseTooNew`,
    `FileMissing`."""
    return stored.inside(path)


def present(work: Workspace) -> Inside:
    """What the workspace holds now, to compare with `inside`."""
    return stored.counted(work.store.path)


def newest_backup(home: Path) -> dt.datetime | None:
    """The moment of the newest copy in the workspace's own folder, None where there is none."""
    copies = stored.list_backups(home)
    return max((copy.made for copy in copies), default=None)


def is_backup_due(work: Workspace) -> bool:
    """Whether the newest copy is older than a day, or there is none though there is work to lose."""
    newest = newest_backup(work.home)
    return newest is None or work.store.clock() - newest > _A_DAY


def backup_daily(work: Workspace) -> Path:
    """The copy of the day, and the old ones thinned."""
    made = stored.make(work.store, "daily")
    stored.thin(work.home)
    return made


def restore(path: Path, home: Path) -> Path | None:
    """Put a copy in place of the workspace in `home`; gives where the present one is kept. Raises the errors of `backup.restore`."""
    return stored.restore(path, home)


def check(work: Workspace, *, repair: bool = False) -> list[Finding]:
    """What is wrong with the workspace; with `repair`, what can be mended safely is, after a backup."""
    found = check_store(work.store)
    if repair and found:
        backup_before(work, "repair")
        found = check_store(work.store, repair=True)
    return found
