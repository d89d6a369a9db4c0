"""Any document as text: the gate, the guarded reading, the refusal of secret papers. Knows no meaning of the words."""

from pathlib import Path

from desktop.errors import NothingInside, SecretDocument
from desktop.progress import SILENT, Progress
from desktop.readers.blocks import Text
from desktop.readers.gate import DOCUMENTS, Kind, gate
from desktop.readers.messages import text_of
from desktop.readers.text.secrecy import secret_mark
from desktop.workers import ending, guard, wire

_PASTED = Path("(pasted)")


def read(path: Path, progress: Progress = SILENT) -> Text:
    """The text of a .docx, .pdf, .html or .txt in reading order.

    Raises every error of `gate` and of the guard, NothingInside, ScanWithoutText, and SecretDocument when the head
    carries a mark of secrecy; `Cancelled` when the person stops.
    """
    kind = gate(path, DOCUMENTS)
    return _refused_when_secret(path, guarded(path, kind, progress))


def guarded(path: Path, kind: Kind, progress: Progress) -> Text:
    """A document read by a worker. Raises the error classes of `desktop.errors` for a file that cannot be read."""
    try:
        return text_of(guard.run(wire.Request("desktop.readers.text.task", path, kind), progress))
    except ending.Unreadable as unreadable:
        raise unreadable.ending.error from unreadable


def from_paste(words: str) -> Text:
    """The text that a person pasted. Raises NothingInside and SecretDocument as `read` does."""
    from desktop.readers.text.lines import finish
    from desktop.readers.text.plain import read_plain

    found = Text(finish(read_plain(words)))
    if not found.blocks:
        raise NothingInside(_PASTED)
    return _refused_when_secret(_PASTED, found)


def _refused_when_secret(path: Path, text: Text) -> Text:
    mark = secret_mark(text.blocks)
    if mark is not None:
        raise SecretDocument(path, mark)
    return text
