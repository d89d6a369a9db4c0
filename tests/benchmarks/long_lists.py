"""Writes a long list of units as office programs save it: .xlsx, .xls, .ods, .csv. For the benches only; measures nothing."""

import csv
import datetime as dt
import random
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

HEAD = [
    "STT", "Mã đơn vị", "Tên đơn vị", "Loại hình", "Mã cấp trên", "Địa chỉ", "Điện thoại", "Thư điện tử", "Người đứng đầu",
    "Ngày thành lập", "Số cán bộ", "Ghi chú",
]  # fmt: skip
MOST_XLS = 65_535
_KINDS = [
    "Ủy ban nhân dân xã", "Ủy ban nhân dân phường", "Trường Tiểu học", "Trường Trung học cơ sở", "Trạm Y tế", "Phòng Văn hóa - Xã hội",
    "Trung tâm Dịch vụ công ích", "Công an phường", "Hội Liên hiệp Phụ nữ",
]  # fmt: skip
_PLACES = [
    "An", "Bắc", "Cao", "Đông", "Đại", "Gia", "Hòa", "Hưng", "Kim", "Lộc", "Mỹ", "Nghĩa", "Phú", "Quảng", "Sơn", "Tân", "Thái", "Vĩnh",
]  # fmt: skip
_FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"]
_MIDDLE = ["Văn", "Thị", "Đức", "Hữu", "Minh", "Ngọc", "Quang", "Thùy"]
_GIVEN = [
    "Anh",
    "Bình",
    "Cường",
    "Dũng",
    "Giang",
    "Hằng",
    "Hiếu",
    "Hương",
    "Khánh",
    "Long",
    "Phượng",
    "Thảo",
    "Thủy",
    "Ẩn",
    "Yến",
]
_FIRST_DAY = dt.date(1975, 1, 1)
_EXCEL_ZERO = dt.date(1899, 12, 30)


def units(count: int) -> Iterator[list[Any]]:
    """Rows under `HEAD`: numbers, texts, a day, a remark that is mostly missing ("")."""
    draw = random.Random(7)
    choice = draw.choice
    for i in range(1, count + 1):
        kind, place = choice(_KINDS), f"{choice(_PLACES)} {choice(_PLACES)}"
        yield [
            i, f"DV{i:06d}", f"{kind} {place} {i % 97}", kind, f"DV{i // 50 + 1:06d}",
            f"Số {draw.randrange(1, 400)} đường {choice(_FAMILY)} {choice(_GIVEN)}, phường {place}",
            f"02{draw.randrange(10**8):08d}", f"dv{i:06d}@example.gov.vn", f"{choice(_FAMILY)} {choice(_MIDDLE)} {choice(_GIVEN)}",
            _FIRST_DAY + dt.timedelta(draw.randrange(18_000)), draw.randrange(3, 120), "" if i % 5 else "Sáp nhập từ đơn vị cũ",
        ]  # fmt: skip


def write(path: Path, count: int) -> None:
    """The list in the format of the suffix of `path`; an .xls holds at most `MOST_XLS` units."""
    {".xlsx": _xlsx, ".xls": _xls, ".ods": _ods, ".csv": _csv}[path.suffix](path, count)


def _csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerows([*row[:9], f"{row[9]:%d/%m/%Y}", *row[10:]] for row in units(count))


def _number(value: Any) -> int:
    return (value - _EXCEL_ZERO).days if isinstance(value, dt.date) else int(value)


def _xlsx(path: Path, count: int) -> None:
    """Shared strings, days as numbers with a format."""
    numbers: dict[str, int] = {}
    rows = []
    for i, row in enumerate([HEAD, *units(count)], 1):
        cells = []
        for letter, value in zip("ABCDEFGHIJKL", row, strict=True):
            if isinstance(value, str):
                if value:
                    index = numbers.setdefault(value, len(numbers))
                    cells.append(f'<c r="{letter}{i}" t="s"><v>{index}</v></c>')
            else:
                style = ' s="1"' if isinstance(value, dt.date) else ""
                cells.append(f'<c r="{letter}{i}"{style}><v>{_number(value)}</v></c>')
        rows.append(f'<row r="{i}" spans="1:12">{"".join(cells)}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in numbers)
    book_parts = ("worksheet", "worksheets/sheet1"), ("sharedStrings", "sharedStrings"), ("styles", "styles")
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{office}/{kind}" Target="{part}.xml"/>'
        for i, (kind, part) in enumerate(book_parts, 1)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="a" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{rels}">{relations}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Đơn vị" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
        "</styleSheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(rows)}</sheetData></worksheet>',
    }
    _zip(path, parts)


_SPACES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def _ods(path: Path, count: int) -> None:
    rows = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in [HEAD, *units(count)]
    )
    parts = {
        "mimetype": _MIME,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_MANIFEST}"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{_MIME}"/></manifest:manifest>',
        "content.xml": f'<office:document-content{_SPACES} office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="Đơn vị">{rows}</table:table></office:spreadsheet></office:body></office:document-content>',
    }
    _zip(path, parts)


def _ods_cell(value: Any) -> str:
    if value == "":
        return "<table:table-cell/>"
    if isinstance(value, dt.date):
        kind = f'office:value-type="date" office:date-value="{value}"'
    elif isinstance(value, int):
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def _zip(path: Path, parts: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else None
            archive.writestr(name, text, compress_type=stored)


# --- .xls: BIFF8 with shared strings in an OLE file of large sectors -----------------------------------------------

_SECTOR = 4096
_LONGEST = 8224  # bytes of one record


def _xls(path: Path, count: int) -> None:
    numbers: dict[str, int] = {}
    cells = [_record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0x600))]
    for i, row in enumerate([HEAD, *units(min(count, MOST_XLS))]):
        for j, value in enumerate(row):
            if not isinstance(value, str):
                cells.append(
                    _record(0x27E, struct.pack("<HHHI", i, j, 0, _number(value) << 2 | 2))
                )  # a small number
            elif value:
                cells.append(
                    _record(0xFD, struct.pack("<HHHI", i, j, 0, numbers.setdefault(value, len(numbers))))
                )
    begin = _record(0x809, struct.pack("<HHHHII", 0x600, 0x5, 0, 0, 0, 0x600))
    title = "Đơn vị"
    strings = b"".join(_shared_strings(list(numbers)))
    place = len(begin) + 12 + 2 * len(title) + len(strings) + 4
    sheet = _record(0x85, struct.pack("<IHBB", place, 0, len(title), 1) + title.encode("utf-16-le"))
    path.write_bytes(
        _ole("Workbook", b"".join((begin, sheet, strings, _record(0x0A), *cells, _record(0x0A))))
    )


def _record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def _shared_strings(texts: list[str]) -> Iterator[bytes]:
    """The table of strings and its continuations, each of whole strings."""
    number, data = 0xFC, struct.pack("<II", len(texts), len(texts))
    for text in texts:
        one = struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")
        if len(data) + len(one) > _LONGEST:
            yield _record(number, data)
            number, data = 0x3C, b""
        data += one
    yield _record(number, data)


def _ole(name: str, data: bytes) -> bytes:
    """Header, allocation table, directory, and one stream."""
    data = data.ljust(-(-len(data) // _SECTOR) * _SECTOR, b"\0")
    sectors = len(data) // _SECTOR
    tables = -(-(sectors + 2) // (_SECTOR // 4 - 1))
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    chain = [0xFFFFFFFD] * tables + [end] + [tables + 2 + i for i in range(sectors - 1)] + [end]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * _SECTOR, b"\xff")
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(_SECTOR, b"\0"))
    struct.pack_into("<HHHHH", header, 24, 0x3E, 4, 0xFFFE, 12, 6)
    struct.pack_into("<IIIIIIIII", header, 40, 1, tables, tables, 0, 4096, end, 0, end, 0)
    struct.pack_into("<109I", header, 76, *[*range(tables), *[free] * (109 - tables)])
    entries = _entry("Root Entry", 5, 1, tables + 1, 0) + _entry(name, 2, free, tables + 1, len(data))
    return bytes(header) + table + entries.ljust(_SECTOR, b"\0") + data


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text, none = name.encode("utf-16-le") + b"\0\0", 0xFFFFFFFF
    links = struct.pack("<HBBIII", len(text), kind, 1, none, none, child if kind == 5 else none)
    return (text.ljust(64, b"\0") + links).ljust(116, b"\0") + struct.pack("<IQ", start, size)
