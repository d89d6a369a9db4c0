"""The text of a file by its kind, run inside the guarded worker. Opens one file, writes nothing, knows no meaning."""

from pathlib import Path

from desktop.domain.draft import Problem
from desktop.domain.page_look import PageLook
from desktop.errors import FileTooLarge, NothingInside, WrongKind
from desktop.readers.blocks import Block, Text
from desktop.readers.gate import Kind
from desktop.readers.text.lines import finish
from desktop.workers import limits


def extract(path: Path, kind: Kind) -> Text:
    """The blocks of the document at `path`, whose content the gate knows to be `kind`.

    Raises WrongKind for kinds that are no documents, NothingInside when there is no word in it, ScanWithoutText,
    FileDamaged, FileEncrypted, FileHostile, FileTooLarge.
    """
    blocks, problems, look = _read(path, kind)
    if len(blocks) > limits.USUAL.paragraphs:
        raise FileTooLarge(path, len(blocks), limits.USUAL.paragraphs, "paragraph")
    found = finish(blocks)
    if not found:
        raise NothingInside(path)
    return Text(found, tuple(problems), look)


def _read(path: Path, kind: Kind) -> tuple[list[Block], list[Problem], PageLook | None]:
    # Each library is loaded only for its own kind of file.
    if kind is Kind.DOCX:
        from desktop.readers.text.docx import read_docx

        return read_docx(path)
    if kind is Kind.TEXT:
        from desktop.readers.text.plain import read_plain_file

        return (*read_plain_file(path), None)
    if kind is Kind.HTML:
        from desktop.readers.text.html import read_html

        return (*read_html(path), None)
    if kind is Kind.PDF:
        from desktop.readers.text.pdf import read_pdf

        return (*read_pdf(path), None)
    raise WrongKind(path, kind.value)
