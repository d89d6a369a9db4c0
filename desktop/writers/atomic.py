"""A file is written whole or not at all: beside its place, flushed to the disk, then put in its place. Knows no formats.

A failure leaves the old file as it was and no half file behind. The system's refusals become errors with a meaning.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.errors import (
    AppError,
    DiskFull,
    FileInUse,
    FileMissing,
    NoPermission,
    NotAFile,
    ReadOnlyPlace,
    StickRemoved,
)

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT}) if hasattr(errno, "EDQUOT") else frozenset({errno.ENOSPC})
_GONE = frozenset({errno.ENODEV, errno.EIO, errno.ENXIO})
_IN_USE = frozenset({32, 33})  # Windows: sharing violation, lock violation
_NO_DEVICE = frozenset(
    {21, 31, 55, 1117, 1167}
)  # Windows: not ready, not working, no longer there, I/O error, not connected
_FULL_DISK = frozenset({39, 112})
_PROTECTED = 19


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path beside `path` to write to; on a clean end it is flushed and becomes `path`, else it is removed.

    Raises `FileInUse`, `NoPermission`, `DiskFull`, `ReadOnlyPlace`, `StickRemoved`, `NotAFile` (a folder stands there),
    `FileMissing` (its folder is not there).
    """
    beside = path.with_name(f".{path.name[:80]}.{os.urandom(4).hex()}.part")
    try:
        yield beside
        _flush(beside)
        beside.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        raise translated(error, path) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def translated(error: OSError, path: Path) -> AppError:
    """The error of the program that the system's refusal to write at `path` means."""
    code = getattr(error, "winerror", None)
    if error.errno in _FULL or code in _FULL_DISK:
        return DiskFull(path)
    if error.errno == errno.EROFS or code == _PROTECTED:
        return ReadOnlyPlace(path)
    if error.errno in _GONE or code in _NO_DEVICE:
        return StickRemoved(path)
    if is_folder(path):
        return NotAFile(path, str(error))
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileMissing(path.parent, str(error))
    if code in _IN_USE or error.errno in {errno.EBUSY, errno.ETXTBSY}:
        return FileInUse(path, str(error))
    if isinstance(error, PermissionError) and sys.platform == "win32" and path.exists():
        return FileInUse(
            path, str(error)
        )  # Windows refuses to replace a file that a program has open with "access denied"
    return NoPermission(path, str(error))


def is_folder(path: Path) -> bool:
    """Whether a folder is there; a path that the system cannot even look at (a drive that went away, a name too long) is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make the new name last. Windows cannot open a folder, and some file systems refuse: the file itself is safe by then.

    Raises OSError where the disk fails or is gone: then the name may not be there.
    """
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno in _GONE:
                raise
        finally:
            os.close(handle)
