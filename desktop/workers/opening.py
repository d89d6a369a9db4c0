"""How a file of others is met at first: that it is a file, its size, and what the system says when it cannot be opened. Reads nothing."""

import stat
from pathlib import Path

from desktop.errors import FileDamaged, FileEmpty, FileInUse, FileMissing, FileProblem, NoPermission, NotAFile


def opening_error(path: Path, error: OSError | ValueError) -> FileProblem:
    """The error of the program for what the system says when a file is opened."""
    detail = str(error)
    if isinstance(error, PermissionError):
        shared = getattr(error, "winerror", None) in {32, 33}  # sharing or lock violation
        return FileInUse(path, detail) if shared else NoPermission(path, detail)
    if isinstance(error, IsADirectoryError):
        return NotAFile(path, detail)
    if isinstance(error, (FileNotFoundError, NotADirectoryError, ValueError)):
        return FileMissing(path, detail)
    return FileDamaged(path, detail)


def file_size(path: Path) -> int:
    """Bytes of the regular file at `path`. Raises NotAFile, FileEmpty, and OSError or ValueError for `opening_error`."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise NotAFile(path)
    if found.st_size == 0:
        raise FileEmpty(path)
    return found.st_size
