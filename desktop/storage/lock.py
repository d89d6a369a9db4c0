"""One program at a time on a workspace: a lock of the operating system, which ends with the process that holds it. No database."""

import datetime as dt
import json
import os
import sys
from pathlib import Path

from desktop.errors import NoPermission, WorkspaceBusy

_FAR = (
    1 << 30
)  # Windows forbids reading a locked byte: lock one that is never written, so that the owner's name can be read
_OWNER_BYTES = 4096


class WorkspaceLock:
    """A held lock. was_killed: the program that held it before ended without letting go."""

    def __init__(self, path: Path) -> None:
        """Take the lock file `path`, made when it is not there. Raises `WorkspaceBusy` with its owner, `NoPermission`."""
        self._path = path
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as exc:
            raise NoPermission(path, str(exc)) from exc
        try:
            _lock(self._file)
        except OSError as exc:
            owner = _owner(self._read())
            os.close(self._file)
            raise WorkspaceBusy(path, owner) from exc
        self.was_killed = bool(self._read())
        self._write(json.dumps(_ourselves(), ensure_ascii=False).encode())

    def release(self) -> None:
        """Let go; the file stays, empty, since removing it would race with the next program."""
        self._write(b"")
        os.close(self._file)

    def _read(self) -> bytes:
        os.lseek(self._file, 0, os.SEEK_SET)
        return os.read(self._file, _OWNER_BYTES)

    def _write(self, content: bytes) -> None:
        os.ftruncate(self._file, 0)
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, content)


def _ourselves() -> dict[str, object]:
    since = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return {"user": _user(), "host": _host(), "pid": os.getpid(), "since": since}


def _user() -> str:
    """The account's name; "" for one without, as in containers. Told by the environment nearly always: `getpass` costs the start."""
    told = os.environ.get("USERNAME") or os.environ.get("USER")
    if told:
        return told
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):
        return ""


def _owner(content: bytes) -> str:
    try:
        said = json.loads(content)
        return f"{said['user']}@{said['host']} ({said['pid']})"
    except (ValueError, KeyError, TypeError):
        return ""


if sys.platform == "win32":
    import msvcrt

    def _host() -> str:
        return os.environ.get("COMPUTERNAME", "")

    def _lock(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _host() -> str:
        return os.uname().nodename

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
