"""Writes the sheets of `unit_lists` as .xlsx, .ods, .csv and .xls files, merged and hidden cells included."""

import csv
import io
import struct
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from unit_lists import Sheet


def xlsx(path: Path, *sheets: Sheet, hidden: tuple[str, ...] = ()) -> Path:
    """A workbook by openpyxl; `hidden`: titles of sheets that are hidden."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        for row in sheet.cells:
            page.append(row)
        for top, left, bottom, right in sheet.merged:
            page.merge_cells(
                start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
            )
        for row in sheet.hidden:
            page.row_dimensions[row + 1].hidden = True
        if sheet.title in hidden:
            page.sheet_state = "hidden"
    book.save(path)
    return path


def delimited(path: Path, sheet: Sheet, delimiter: str = ";", encoding: str = "utf-8-sig") -> Path:
    """Delimited text; encoding "latin-1" for the signs of old fonts."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(
        ["" if c is None else c for c in row] for row in sheet.cells
    )
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text")
)


def ods(path: Path, sheet: Sheet) -> Path:
    """An OpenDocument sheet with spanned and covered cells, hidden rows, and the usual million empty rows after it."""
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merged}
    covered = {
        (r, c) for t, le, b, ri in sheet.merged for r in range(t, b + 1) for c in range(le, ri + 1)
    } - set(spans)
    rows = []
    for i, cells in enumerate(sheet.cells):
        state = ' table:visibility="collapse"' if i in sheet.hidden else ""
        inner = "".join(
            _ods_cell(value, spans.get((i, j)), (i, j) in covered) for j, value in enumerate(cells)
        )
        rows.append(f"<table:table-row{state}>{inner}</table:table-row>")
    rows.append(
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES} office:version="1.3">'
        f'<office:body><office:spreadsheet><table:table table:name="{escape(sheet.title)}">{"".join(rows)}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), _MIME)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return path


def _ods_cell(value: Any, span: tuple[int, int] | None, covered: bool) -> str:
    name = "covered-table-cell" if covered else "table-cell"
    spanned = (
        f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    )
    if value is None:
        return f"<table:{name}{spanned}/>"
    kind = (
        f'office:value-type="float" office:value="{value}"'
        if isinstance(value, (int, float))
        else 'office:value-type="string"'
    )
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f"<table:{name}{spanned} {kind}>{lines}</table:{name}>"


# --- .xls: BIFF8 in a small OLE file ------------------------------------------------------------------------------


def xls(path: Path, sheet: Sheet) -> Path:
    """A workbook of Excel 97-2003 with one sheet: labels, numbers and merged cells."""
    body = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0x600))
    body += _record(0x200, struct.pack("<IIHHH", 0, len(sheet.cells), 0, max(map(len, sheet.cells)), 0))
    for i, row in enumerate(sheet.cells):
        for j, value in enumerate(row):
            if isinstance(value, (int, float)):
                body += _record(0x203, struct.pack("<HHHd", i, j, 0, float(value)))
            elif value is not None:
                body += _record(
                    0x204, struct.pack("<HHHHB", i, j, 0, len(value), 1) + value.encode("utf-16-le")
                )
    for top, left, bottom, right in sheet.merged:
        body += _record(0xE5, struct.pack("<HHHHH", 1, top, bottom, left, right))
    body += _record(0x0A, b"")
    title = sheet.title.encode("utf-16-le")
    start = _record(0x809, struct.pack("<HHHHII", 0x600, 0x5, 0, 0, 0, 0x600))
    length = len(start) + 4 + 8 + len(title) + 4
    start += _record(0x85, struct.pack("<IHBB", length, 0, len(sheet.title), 1) + title) + _record(0x0A, b"")
    path.write_bytes(_ole("Workbook", start + body))
    return path


def xls_with_password(path: Path) -> Path:
    """A workbook of Excel 97-2003 whose stream says that it is encrypted."""
    start = _record(0x809, struct.pack("<HHHHII", 0x600, 0x5, 0, 0, 0, 0x600))
    path.write_bytes(
        _ole("Workbook", start + _record(0x2F, bytes([1, 0, 1, 0, 1, 0] + [0] * 48)) + _record(0x0A, b""))
    )
    return path


def _record(number: int, data: bytes) -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def _ole(name: str, data: bytes) -> bytes:
    """An OLE file with one stream of at least 4096 bytes: header, allocation table, directory, stream."""
    data = data.ljust(max(4096, -(-len(data) // 512) * 512), b"\0")
    sectors = len(data) // 512
    tables = -(-(sectors + 2) // 126)
    chain = [0xFFFFFFFD] * tables + [0xFFFFFFFE] + [tables + 2 + i for i in range(sectors - 1)] + [0xFFFFFFFE]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * 512, b"\xff")
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 40, 0, tables, tables, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, *(list(range(tables)) + [0xFFFFFFFF] * (109 - tables)))
    entries = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _entry(name, 2, 0xFFFFFFFF, tables + 1, len(data))
    return bytes(header) + table + entries.ljust(512, b"\0") + data


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    data = text.ljust(64, b"\0") + struct.pack(
        "<HBBIII", len(text), kind, 1, none, none, child if kind == 5 else none
    )
    return data.ljust(116, b"\0") + struct.pack("<III", start, size, 0)
