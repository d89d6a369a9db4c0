"""A sound copy of a database that is in use: backup API, then proved, flushed, and only then under its name. Plans no copies."""

import os
from pathlib import Path

import apsw

from desktop.errors import DatabaseDamaged, DiskFailing, DiskFull
from desktop.storage.connection import connect, translated

_PAGES_A_STEP = 4096
TEMPORARY = ".tmp"


def copy_database(source: apsw.Connection, target: Path) -> None:
    """Write all of `source`, committed changes in its WAL included, to `target` (its folder exists; an old file is replaced).

    The copy is one file without a WAL. Raises `DiskFull`, `DiskFailing`, `DatabaseDamaged`; then `target` is as it was.
    """
    beside = target.with_name(target.name + TEMPORARY)
    remove_database(beside)
    try:
        _fill(source, beside)
        flush(beside)
        beside.replace(target)
        flush(target)  # once more under its own name: on FAT32 the first one is not enough
        flush(target.parent)
    finally:
        remove_database(beside)


def _fill(source: apsw.Connection, beside: Path) -> None:
    copy = connect(beside, create=True)
    try:
        with translated(beside):
            with copy.backup("main", source, "main") as job:
                while not job.done:
                    job.step(_PAGES_A_STEP)
            copy.execute("PRAGMA journal_mode=delete")
            said = copy.execute("PRAGMA quick_check").get
    finally:
        copy.close()
    if said != "ok":
        raise DatabaseDamaged(beside, str(said))


def remove_database(path: Path) -> None:
    """Remove a database with the files SQLite keeps beside it; what is not there is no error."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Have the system write a file, or the entries of a folder, to the disk. Raises `DiskFull`, `DiskFailing`."""
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open a folder for it
    try:
        file = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        try:
            os.fsync(file)
        finally:
            os.close(file)
    except OSError as exc:
        raise disk_error(exc, path) from exc


def disk_error(exc: OSError, path: Path) -> DiskFull | DiskFailing:
    """Our word for what went wrong with a disk."""
    import errno

    return DiskFull(path) if exc.errno in (errno.ENOSPC, errno.EDQUOT) else DiskFailing(path, str(exc))
