"""Reading a directive, and keeping it with its words and its file. Nothing is kept before the person says so."""

from pathlib import Path

from desktop.domain.directive import Reading
from desktop.progress import SILENT, Progress


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
