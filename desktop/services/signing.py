"""Digital signing of a PDF that is already there, with the extra `sign`. Keeps no key, no passphrase, and touches no workspace."""

import datetime as dt
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from desktop.documents.signing import KeyFile, KeyToken, Mark, Signed
from desktop.errors import CannotSign, FileDamaged
from desktop.progress import SILENT, Progress

_NEEDED = ("pyhanko", "pkcs11")


def is_available() -> bool:
    """Whether the extra is installed; a button without it says what to install."""
    return all(find_spec(name) for name in _NEEDED)


def now() -> dt.datetime:
    """This moment by the machine's clock, with its zone, without parts of a second: as it is written."""
    return dt.datetime.now().astimezone().replace(microsecond=0)


def sign(
    source: Path,
    to: Path,
    key: KeyFile | KeyToken,
    mark: Mark,
    progress: Progress = SILENT,
    clock: Callable[[], dt.datetime] = now,
) -> Signed:
    """Sign the PDF at `source` and write it to `to`; `source` stays as it is unless `to` is the same file.

    Raises `CannotSign` ("extra_missing" without the extra, else see `writers.signing.sign`), the errors of reading a PDF
    (`signing_room.find`), `FileMissing` and the like for the key file and the picture, the errors of writing.
    """
    if not is_available():
        raise CannotSign("extra_missing")
    from desktop.readers import signing_room
    from desktop.writers import signing

    room = signing_room.find(source, progress)
    if isinstance(key, KeyFile):
        _need(key.path)
    if mark.picture is not None:
        _need(mark.picture)
    progress.step(0, None, "signing")
    return signing.sign(source, to, key, mark, room, clock())


def secret_in(path: Path) -> str | None:
    """The first line of a file with a passphrase or PIN, None where it is empty. Raises `FileMissing` and the like, `FileDamaged`."""
    _need(path)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except ValueError as error:
        raise FileDamaged(path, str(error)) from error
    return lines[0] if lines and lines[0] else None


def _need(path: Path) -> None:
    """Raise the error of the program where `path` cannot be opened."""
    from desktop.workers.opening import opening_error

    try:
        with path.open("rb"):
            pass
    except OSError as error:
        raise opening_error(path, error) from error
