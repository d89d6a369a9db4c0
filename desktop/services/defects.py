"""What is kept of a defect of the program: where it arose, without a word of the office's work. For cli and window alike."""

import datetime as dt
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path

from desktop import __version__


def save(home: Path, error: BaseException) -> Path:
    """Where the error arose, in a file under the home, or in the folder for temporary files where that cannot be written.

    Places in the code and kinds of errors only: a message may hold names of persons.
    """
    now = dt.datetime.now(dt.UTC).astimezone()
    text = f"Sổ Kế Hoạch {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n{now.isoformat()}\n{_places(error)}"
    name = f"loi-{now:%Y%m%d-%H%M%S}.txt"
    for folder in (home / "logs", Path(tempfile.gettempdir())):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
            return folder / name
    return Path(name)


def reports(home: Path) -> list[Path]:
    """The reports kept under the home, the newest first."""
    return sorted((home / "logs").glob("loi-*.txt"), reverse=True)


def _places(error: BaseException | None) -> str:
    out = []
    while error is not None:
        out.append(f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}")
        error = error.__cause__ or error.__context__
    return "\n".join(out)
