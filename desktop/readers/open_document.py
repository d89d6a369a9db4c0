"""Merged cells and hidden rows of an .ods file, which the library does not tell. Runs in the worker.

Reads content.xml once, and only when it has such cells and is of a size that is worth it.
"""

import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

from desktop.errors import FileDamaged, FileEncrypted
from desktop.readers.parts import SheetFacts
from desktop.workers.limits import MIB

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LARGEST = 20 * MIB
_FARTHEST = 1_000_000


def is_large(path: Path) -> bool:
    """Whether the content says that it is larger than `facts` reads. Unpacks nothing."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.getinfo("content.xml").file_size > _LARGEST
    except (KeyError, OSError, ValueError, NotImplementedError, zipfile.BadZipFile):
        return False  # whoever reads it says what is wrong


def facts(path: Path) -> dict[str, SheetFacts]:
    """Sheet name -> merged ranges and hidden rows; nothing for a very large file.

    Raises FileEncrypted for a file with a password, FileDamaged for one without its content. The parts have been
    looked through before, so there is no document type in them.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
                raise FileEncrypted(path)
            if archive.getinfo("content.xml").file_size > _LARGEST:
                return {}
            content = archive.read("content.xml")
    except KeyError as error:
        raise FileDamaged(path, str(error)) from error
    if b"-spanned=" not in content and b"table:visibility=" not in content:
        return {}
    try:
        root = ET.fromstring(content)  # noqa: S314  no document type: looked for before
    except ET.ParseError as error:
        raise FileDamaged(path, str(error)) from error
    return {table.get(f"{_TABLE}name", ""): _table(table) for table in root.iter(f"{_TABLE}table")}


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.read(name) if name in archive.namelist() else b""


def _table(table: ET.Element) -> SheetFacts:
    found = SheetFacts()
    row = 0
    for element in table.iter(f"{_TABLE}table-row"):
        count = _count(element, "number-rows-repeated")
        if element.get(f"{_TABLE}visibility", "visible") != "visible" and count < 1000:
            found.hidden_rows.update(range(row, row + count))
        _cells(element, row, found)
        row += count
        if row > _FARTHEST:
            break
    return found


def _cells(row: ET.Element, number: int, found: SheetFacts) -> None:
    column = 0
    for cell in row:
        down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            found.merged.append((number, column, number + down - 1, column + across - 1))
        column += _count(cell, "number-columns-repeated")


def _count(element: ET.Element, name: str) -> int:
    text = element.get(_TABLE + name, "1")
    return min(int(text), _FARTHEST) if text.isdecimal() else 1
