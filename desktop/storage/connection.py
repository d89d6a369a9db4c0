"""One connection to a workspace file: checksum VFS, settings, our SQL functions, and SQLite's errors as ours. No tables."""

import functools
import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw
import apsw.sqlite_extra

from desktop.errors import (
    AppError,
    DatabaseDamaged,
    DiskFailing,
    DiskFull,
    NoPermission,
    ReadOnlyPlace,
    WorkspaceBusy,
)
from desktop.progress import Progress

_VFS = "cksmvfs"
_CHECKSUM_BYTES = 8  # reserved at the end of each page; with any other number the VFS checks nothing
_BUSY_MS = 10_000
_CACHE_KIB = 16_384
_BULK_CACHE_KIB = 65_536
_LITTLE = 1 << 20
_LOOKS_EVERY = 1_000  # of SQLite's own small steps: a millisecond
_PURE = (
    apsw.SQLITE_INNOCUOUS
)  # our functions read nothing, so triggers may call them though the schema is not trusted


@functools.cache
def _load_vfs() -> None:
    """Make the checksum VFS known to this process; it stays loaded after the connection is gone."""
    if _VFS not in apsw.vfs_names():
        with_extensions = apsw.Connection(":memory:")
        apsw.sqlite_extra.load(with_extensions, "cksumvfs")
        with_extensions.close()


def connect(path: Path, *, create: bool = False, read_only: bool = False) -> apsw.Connection:
    """An open connection with the settings of a workspace.

    create: the file must not exist and is made with room for checksums; otherwise it must exist (0 bytes count as damaged,
    which SQLite would call sound). Raises `DatabaseDamaged`, `ReadOnlyPlace`, `NoPermission`, `DiskFull`, `WorkspaceBusy`.
    """
    _load_vfs()
    if not create and path.stat().st_size == 0:
        raise DatabaseDamaged(path, "0 bytes")
    flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
    with translated(path):
        connection = apsw.Connection(
            str(path), vfs=_VFS, flags=flags | (apsw.SQLITE_OPEN_CREATE if create else 0)
        )
        try:
            _set_up(connection, create=create, read_only=read_only)
        except apsw.Error:
            connection.close()
            raise
        if connection.reserve_bytes(reserve=-1) != _CHECKSUM_BYTES:
            connection.close()
            raise DatabaseDamaged(path, "no checksums")
    return connection


def _set_up(connection: apsw.Connection, *, create: bool, read_only: bool) -> None:
    connection.set_busy_timeout(_BUSY_MS)
    if create:
        connection.reserve_bytes(reserve=_CHECKSUM_BYTES)
    functions: tuple[tuple[str, Any], ...] = (("collation_key", _collation_key),)
    for name, function in functions:
        connection.create_scalar_function(name, function, 1, deterministic=True, flags=_PURE)
    connection.execute("PRAGMA trusted_schema=0; PRAGMA cell_size_check=1; PRAGMA foreign_keys=1")
    # Not in memory: what a part of a transaction may have to take back would be one long chain of pages then, walked at each statement.
    # 3,000 results in a recorded step took 4.9 s, with a temporary file 0.5 s.
    connection.execute(f"PRAGMA temp_store=file; PRAGMA cache_size=-{_CACHE_KIB}; PRAGMA synchronous=full")
    if not read_only:
        connection.execute("PRAGMA journal_mode=wal")


def _collation_key(text: str) -> str:
    """Imported at the first sorting: the window opens without it."""
    from desktop.domain.vietnamese import collation_key

    return collation_key(text)


@contextmanager
def all_or_nothing(connection: apsw.Connection) -> Iterator[None]:
    """A transaction, or a part of the one that is open. A full or failing disk makes SQLite roll back by itself, so that there may be
    nothing left to undo (APSW's own context manager fails then). A writer waits at the beginning, never in the middle."""
    is_outer, is_done = not connection.in_transaction, False
    connection.execute("BEGIN IMMEDIATE" if is_outer else "SAVEPOINT part")
    try:
        yield
        connection.execute("COMMIT" if is_outer else "RELEASE part")
        is_done = True
    finally:
        if not is_done and connection.in_transaction:
            connection.execute("ROLLBACK" if is_outer else "ROLLBACK TO part; RELEASE part")


@contextmanager
def large_cache(connection: apsw.Connection) -> Iterator[None]:
    """Keep more pages in memory while much is written at once; given back at the end of the outermost of these."""
    if connection.pragma("cache_size") == -_BULK_CACHE_KIB:
        yield
        return
    connection.execute(f"PRAGMA cache_size=-{_BULK_CACHE_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}; PRAGMA shrink_memory")


@contextmanager
def heard(connection: apsw.Connection, progress: Progress) -> Iterator[None]:
    """One long call of SQLite inside looks meanwhile whether it is still wanted: `progress` counts these looks, and what it raises ends
    the call. With each look the window's thread may have its turn, which applying changes gives it no other way."""
    looks = itertools.count(1)

    def look() -> bool:
        progress.step(next(looks))
        return False

    connection.set_progress_handler(look, _LOOKS_EVERY)
    try:
        yield
    finally:
        connection.set_progress_handler(None)


@contextmanager
def without_triggers(connection: apsw.Connection) -> Iterator[None]:
    """Triggers do nothing inside: for rows in bulk whose notes are written all at once. Foreign keys are looked after as ever."""
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    try:
        yield
    finally:
        connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 1)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise SQLite's errors that the office can act on, or that mean damage, as ours. What is left is a defect of the program."""
    try:
        yield
    except apsw.Error as exc:
        ours = _ours(exc, path)
        if ours is None:
            raise
        raise ours from exc


def _ours(exc: apsw.Error, path: Path) -> AppError | None:
    detail = f"{type(exc).__name__} {getattr(exc, 'extendedresult', 0)}: {exc}"
    if isinstance(exc, apsw.IOError):
        return _of_disk(exc, path, detail)
    if isinstance(exc, apsw.CorruptError | apsw.NotADBError | apsw.FormatError):
        return DatabaseDamaged(path, detail)
    if isinstance(exc, apsw.FullError):
        return DiskFull(path, free=_free(path))
    if isinstance(exc, apsw.ReadOnlyError):
        return ReadOnlyPlace(path)
    if isinstance(exc, apsw.CantOpenError):
        return NoPermission(path, detail)
    if isinstance(exc, apsw.BusyError | apsw.LockedError):
        return WorkspaceBusy(path)
    return None


def _of_disk(exc: apsw.IOError, path: Path, detail: str) -> AppError:
    result = getattr(exc, "extendedresult", 0)
    if result in (apsw.SQLITE_IOERR_DATA, apsw.SQLITE_IOERR_CORRUPTFS):
        return DatabaseDamaged(path, detail)  # IOERR_DATA: a page does not match its checksum
    free = _free(path)
    if result == apsw.SQLITE_IOERR_WRITE and free is not None and free < _LITTLE:
        return DiskFull(path, free=free)
    return DiskFailing(path, detail)


def _free(path: Path) -> int | None:
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return None
