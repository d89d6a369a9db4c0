"""Makes files as other programs (and attackers) make them, for the tests of the readers."""

import io
import struct
import zipfile
from pathlib import Path

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(path: Path, parts: dict[str, bytes | str], *, stored: bool = False) -> Path:
    """A zip at `path` with the given parts."""
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def workbook_parts(**more: bytes | str) -> dict[str, bytes | str]:
    """The names that make a zip look like a workbook."""
    return {"[Content_Types].xml": "<Types/>", "_rels/.rels": "<r/>", "xl/workbook.xml": "<w/>", **more}


def ole(*names: str, sector: int = 9, table: int | None = None) -> bytes:
    """An OLE file whose directory holds `names`; `table`: what its first sector table says follows sector 0."""
    entries = b"".join(_ole_entry(name) for name in names).ljust(512, b"\0")
    header = bytearray(OLE_MAGIC.ljust(512, b"\0"))
    struct.pack_into("<H", header, 30, sector)
    struct.pack_into("<I", header, 48, 0)
    struct.pack_into("<109I", header, 76, *([0xFFFFFFFF if table is None else 1] + [0xFFFFFFFF] * 108))
    chain = struct.pack("<I", 0xFFFFFFFE if table is None else table) + b"\xff" * 508
    return bytes(header) + entries + chain


def _ole_entry(name: str) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return text.ljust(64, b"\0") + struct.pack("<H", len(text)) + b"\0" * 62


def openpyxl_book(rows: list[list[object]], path: Path | None = None, **options: object) -> bytes:
    """A workbook of one sheet written by openpyxl; `title`: its name."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = str(options.get("title", "Danh sách"))
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    if path:
        path.write_bytes(stream.getvalue())
    return stream.getvalue()
