"""Reading a directive, and keeping it with its words and its file. Nothing is kept before the person says so."""

from pathlib import Path

from desktop.domain.directive import Reading
from desktop.progress import SILENT, Progress
from desktop.services.workspace import Workspace
from desktop.storage import directives as stored


def read(path: Path, progress: Progress = SILENT) -> Reading:
    """What the document in `path` says. Raises the errors of `readers.text.read`, `SecretDocument` among them."""
    from desktop.readers import text
    from desktop.readers.directive import read_blocks

    return read_blocks(text.read(path, progress))


def read_pasted(words: str) -> Reading:
    """The same for pasted text."""
    from desktop.readers import text
    from desktop.readers.directive import read_blocks

    return read_blocks(text.from_paste(words))


def keep(work: Workspace, reading: Reading, path: Path | None) -> int:
    """Keep a reading, and the file it came from where there is one; gives its id."""
    content = path.read_bytes() if path else None
    return stored.add(work.store, reading, work.today(), path.name if path else "", content)
