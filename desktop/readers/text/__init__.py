"""Any document as text: the gate, the guarded reading, the refusal of secret papers. Knows no meaning of the words."""

from pathlib import Path

from desktop.errors import NothingInside, SecretDocument
from desktop.progress import SILENT, Progress
from desktop.readers import guard
from desktop.readers.blocks import Text
from desktop.readers.gate import DOCUMENTS, gate
from desktop.readers.text.secrecy import secret_mark

_PASTED = Path("(pasted)")


def read(path: Path, progress: Progress = SILENT) -> Text:
    """The text of a .docx, .pdf, .html or .txt in reading order.

    Raises every error of `gate` and of the guard, NothingInside, ScanWithoutText, and SecretDocument when the head
    carries a mark of secrecy; `Cancelled` when the person stops.
    """
    kind = gate(path, DOCUMENTS)
    return _refused_when_secret(path, guard.read_text(path, kind, progress))


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
