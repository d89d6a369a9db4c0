"""Reading a directive, and keeping it with its words and its file. Nothing is kept before the person says so."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.directive import Reading, Remark, Severity
from desktop.progress import SILENT, Progress
from desktop.services.workspace import Workspace
from desktop.storage import directives as stored

if TYPE_CHECKING:
    from desktop.readers.blocks import Text


def read(path: Path, progress: Progress = SILENT) -> Reading:
    """What the document in `path` says. Raises the errors of `readers.text.read`, `SecretDocument` among them."""
    from desktop.readers import text

    return _understood(text.read(path, progress))


def read_pasted(words: str) -> Reading:
    """The same for pasted text."""
    from desktop.readers import text

    return _understood(text.from_paste(words))


def _understood(text: "Text") -> Reading:
    """The reading, with what the reader of the file had to tell (tracked changes, notes left out) first among its remarks."""
    from desktop.readers.directive import read_blocks

    reading = read_blocks(text)
    told = (Remark(problem.code, Severity.WARNING, problem.value or "") for problem in text.problems)
    return replace(reading, remarks=(*told, *reading.remarks))


def keep(work: Workspace, reading: Reading, path: Path | None) -> int:
    """Keep a reading, and the file it came from where there is one; gives its id."""
    content = path.read_bytes() if path else None
    return stored.add(work.store, reading, work.today(), path.name if path else "", content)
