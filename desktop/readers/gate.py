"""The gate before any foreign file is read: what it is by content, and whether it may be opened at all.

Looks at the first bytes and at the directory of a zip or an OLE file; never unpacks, never trusts the extension.
Limits and reasons: `reliability.md` §3.
"""

import codecs
import re
import zipfile
from enum import StrEnum
from pathlib import Path

from desktop.errors import (
    FileDamaged,
    FileEncrypted,
    FileTooLarge,
    OldWordFile,
    WrongKind,
)
from desktop.readers import limits, ole, zip_directory
from desktop.workers.opening import file_size, opening_error


class Kind(StrEnum):
    """What a file is by its content. `PROGRAM`, `RTF` and those below are never read, only named."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"
    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    TEXT = "text"
    ODT = "odt"
    DOC = "doc"
    RTF = "rtf"
    XML = "xml"
    ZIP = "zip"
    IMAGE = "image"
    PROGRAM = "program"
    UNKNOWN = "unknown"


WORKBOOKS = frozenset({Kind.XLSX, Kind.XLSM, Kind.XLSB, Kind.XLS, Kind.ODS, Kind.CSV})
DOCUMENTS = frozenset({Kind.DOCX, Kind.PDF, Kind.HTML, Kind.TEXT})
_HEAD = 65_536
_MAGIC = (
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG\r\n", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"\x7fELF", Kind.PROGRAM),
    (b"L\x00\x00\x00\x01\x14\x02\x00", Kind.PROGRAM),
)
_NOT_TEXT_MAGIC = ((b"BM", Kind.IMAGE), (b"MZ", Kind.PROGRAM))  # two letters that a text may begin with too
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|div|p)\b", re.IGNORECASE)
_XHTML = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_NOT_TEXT = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1a\x1b")


def gate(path: Path, allowed: frozenset[Kind]) -> Kind:
    """The kind of the file at `path`, one of `allowed`.

    Raises FileMissing, NotAFile, NoPermission, FileInUse, FileEmpty, FileTooLarge, FileEncrypted, FileHostile,
    FileDamaged, OldWordFile, WrongKind. A text is CSV or TEXT as `allowed` and the extension want it.
    """
    try:
        size = file_size(path)
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError) as error:
        raise opening_error(path, error) from error
    kind = _kind(path, head, allowed)
    _refuse_others(path, kind, allowed)
    limit = limits.PDF_FILE if kind is Kind.PDF else limits.OFFICE_FILE
    if size > limit:
        raise FileTooLarge(path, size, limit)
    return kind


def _kind(path: Path, head: bytes, allowed: frozenset[Kind]) -> Kind:
    if head.startswith(b"PK"):
        return _zip_kind(path)
    if head.startswith(ole.MAGIC):
        return _ole_kind(path, allowed)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if not head.strip(b"\0"):
        raise FileDamaged(path, "only zero bytes")
    return _text_kind(path, head, allowed)


def _refuse_others(path: Path, kind: Kind, allowed: frozenset[Kind]) -> None:
    if kind in allowed:
        return
    if kind is Kind.DOC:
        raise OldWordFile(path)
    raise WrongKind(path, kind.value)


_ZIP_KINDS = (
    ("xl/workbook.bin", Kind.XLSB),
    ("xl/vbaproject.bin", Kind.XLSM),
    ("xl/", Kind.XLSX),
    ("word/", Kind.DOCX),
)
_OPEN_DOCUMENTS = {
    "application/vnd.oasis.opendocument.spreadsheet": Kind.ODS,
    "application/vnd.oasis.opendocument.spreadsheet-template": Kind.ODS,
    "application/vnd.oasis.opendocument.text": Kind.ODT,
}


def _zip_kind(path: Path) -> Kind:
    names = zip_directory.check(path)
    for start, kind in _ZIP_KINDS:
        if any(name.startswith(start) for name in names):
            zip_directory.need(path, names, ("[content_types].xml", "_rels/.rels"))
            return kind
    if "content.xml" in names:
        return _open_document(path, names)
    return Kind.ZIP


def _open_document(path: Path, names: frozenset[str]) -> Kind:
    zip_directory.need(path, names, ("mimetype",))
    try:
        with zipfile.ZipFile(path) as archive, archive.open("mimetype") as file:
            mime = file.read(100).decode("ascii", "replace").strip()
    except (OSError, zipfile.BadZipFile, KeyError) as error:
        raise FileDamaged(path, str(error)) from error
    return _OPEN_DOCUMENTS.get(mime, Kind.ZIP)


def _ole_kind(path: Path, allowed: frozenset[Kind]) -> Kind:
    names = ole.entry_names(path)
    if "EncryptedPackage" in names:
        raise FileEncrypted(path)
    if "WordDocument" in names:
        return Kind.DOC
    if names & {"Workbook", "Book"}:
        return Kind.XLS
    if allowed.isdisjoint(WORKBOOKS) or path.suffix.lower() in {".doc", ".docx", ".dot"}:
        return Kind.DOC
    raise FileDamaged(path, f"OLE with {sorted(names)[:5]}")


def _text_kind(path: Path, head: bytes, allowed: frozenset[Kind]) -> Kind:
    text = _as_text(head)
    if text is None:
        return next((kind for magic, kind in _NOT_TEXT_MAGIC if head.startswith(magic)), Kind.UNKNOWN)
    start = text.lstrip("\ufeff \t\r\n")[:2048]
    if start.startswith("<?xml") and not _XHTML.search(start):
        return Kind.XML
    if start.startswith("<") and _HTML.search(start):
        return Kind.HTML
    if Kind.TEXT not in allowed or (
        Kind.CSV in allowed and path.suffix.lower() in {".csv", ".tsv", ".xls", ".xlsx"}
    ):
        return Kind.CSV
    return Kind.TEXT


def _as_text(head: bytes) -> str | None:
    """The beginning of a text in some encoding, legible for ASCII only; None when it is no text."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if head.startswith(mark):
            return head[: len(head) // 2 * 2].decode(name, "replace")
    if head[1::2].count(0) > len(head) * 0.2 and head[::2].count(0) == 0:
        return head[: len(head) // 2 * 2].decode("utf-16-le", "replace")
    if head.translate(None, _NOT_TEXT) != head:
        return None
    return head.decode("latin-1")
