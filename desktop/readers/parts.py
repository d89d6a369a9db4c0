"""The XML parts of a zipped workbook looked through before a library builds anything of them. Runs in the worker.

Refuses what lies about its size, is damaged (CRC, UTF-8, NUL), holds a document type, or has a value in a far cell,
for which a library would make a dense block of memory. Finds hidden rows and merged cells on the way.
"""

import codecs
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from desktop.errors import FileDamaged, FileHostile, FileTooLarge
from desktop.readers import zip_directory
from desktop.workers.limits import Limits

Range = tuple[int, int, int, int]
"""First row, first column, last row, last column, all from 0."""

_CHUNK = 1 << 20
_OVERLAP = 512
_MOST_MERGED = 100_000


@dataclass(slots=True)
class SheetFacts:
    """What the libraries do not tell of a sheet. merged: ranges; hidden_rows: from 0; uncalculated: formulas that were
    saved without a value; errors: cells that hold #REF! and the like, which come out empty."""

    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    uncalculated: int = 0
    errors: int = 0


def look_through(path: Path, limits: Limits) -> dict[str, SheetFacts]:
    """Every part that a reader would unpack, unpacked once and thrown away: sheet name -> facts (empty for .ods, .xlsb).

    Raises FileDamaged, FileHostile, FileTooLarge.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            facts = {}
            for entry in archive.infolist():
                name = entry.filename.replace("\\", "/")
                if not entry.is_dir() and not zip_directory.is_unread(name.lower()):
                    with archive.open(entry) as stream:
                        facts[name.lower()] = _look(path, name.lower(), stream, limits)
            return {sheet: facts[part] for sheet, part in _sheet_parts(path, archive, facts)}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        ET.ParseError,
        OSError,
    ) as error:
        raise FileDamaged(path, str(error)) from error


def _look(path: Path, name: str, stream: IO[bytes], limits: Limits) -> SheetFacts:
    facts = SheetFacts()
    is_xml = name.endswith((".xml", ".rels"))
    is_sheet = is_xml and name.startswith("xl/worksheets/")
    for old, buffer in _chunks(path, stream, limits, is_xml=is_xml):
        if is_xml and _holds(buffer, b"!", b"<!DOCTYPE"):
            raise FileHostile(path, f"{name}: document type")
        if is_sheet:
            _far_cells(path, buffer, limits)
            _note_facts(buffer, old, facts)
    return facts


def _chunks(path: Path, stream: IO[bytes], limits: Limits, *, is_xml: bool) -> Iterator[tuple[int, bytes]]:
    """(length of what it repeats, piece of the part): each piece begins with the end of the one before. Text is checked to be
    UTF-8 without NUL."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    tail, unpacked = b"", 0
    while chunk := stream.read(_CHUNK):
        unpacked += len(chunk)
        if unpacked > limits.inflated:
            raise FileTooLarge(path, unpacked, limits.inflated)
        if is_xml:
            if b"\0" in chunk:
                raise FileDamaged(path, "NUL in XML")
            if not chunk.isascii() or decoder.getstate()[0]:
                decoder.decode(chunk)
        yield len(tail), tail + chunk
        tail = chunk[-_OVERLAP:]
    decoder.decode(b"", final=True)


# The first search is all that a usual sheet pays for: no column beyond Z, no row of six digits.
_PERHAPS_FAR = re.compile(rb"""r="[A-Z](?:[A-Z]|\d{6})""")
_FAR_CELL = re.compile(
    rb"""\sr=["'](?:([A-Z]{3,})(\d*)|([L-Z][A-Z]|K[O-Z])(\d+)|([A-Z]{1,2})([2-9]\d{5}|[1-9]\d{6,}))["'][^>]*>(?!\s*</c>)"""
)
_MERGED = re.compile(rb"""<mergeCell\s[^>]*?ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']""")
_HIDDEN_ROW = re.compile(rb"""<row(?=\s[^>]*?(?<=\s)hidden=["'](?:1|true)["'])[^>]*?\sr=["'](\d{1,7})["']""")


def _far_cells(path: Path, buffer: bytes, limits: Limits) -> None:
    """Refuse a cell with a value beyond the limits; formatted cells without one do no harm."""
    if not (_PERHAPS_FAR.search(buffer) or _holds(buffer, b"'", b"r='")):
        return
    for found in _FAR_CELL.finditer(buffer):
        if found[0].endswith(b"/>"):
            continue
        letters = found[1] or found[3] or found[5]
        row = int((found[2] or found[4] or found[6] or b"0")[:9])
        column = column_number(letters[:6].decode()) + 1
        if row > limits.rows and column > limits.columns:
            raise FileHostile(path, f"a cell at {letters.decode()}{row}")
        if row > limits.rows:
            raise FileTooLarge(path, row, limits.rows, "row")
        if column > limits.columns:
            raise FileTooLarge(path, column, limits.columns, "column")


def _holds(buffer: bytes, letter: bytes, words: bytes) -> bool:
    """Whether the words are in it. One letter of theirs, missing in most sheets, is looked for first: ten times as quick."""
    return letter in buffer and words in buffer


def _note_facts(buffer: bytes, old: int, facts: SheetFacts) -> None:
    # What lies wholly in the piece before is counted already.
    if b"f" in buffer:
        facts.uncalculated += buffer.count(b"</f></c>", max(0, old - 7))
    if b"e" in buffer:
        facts.errors += buffer.count(b' t="e"', max(0, old - 5))
    if _holds(buffer, b"h", b"hidden="):
        facts.hidden_rows.update(int(found) - 1 for found in _HIDDEN_ROW.findall(buffer))
    if _holds(buffer, b"m", b"<mergeCell ") and len(facts.merged) < _MOST_MERGED:
        facts.merged += (
            (int(row) - 1, column_number(left.decode()), int(last) - 1, column_number(right.decode()))
            for left, row, right, last in _MERGED.findall(buffer)
        )


def column_number(letters: str) -> int:
    """The number of a column from its letters, from 0: "A" is 0, "AA" is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """The letters of a column from its number, from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


# --- which part is which sheet ------------------------------------------------------------------------------------


def _sheet_parts(
    path: Path, archive: zipfile.ZipFile, known: dict[str, SheetFacts]
) -> Iterator[tuple[str, str]]:
    """(sheet name, part) of an .xlsx by its relations. Raises FileDamaged when a sheet points out of the file."""
    if "xl/workbook.xml" not in known:
        if any(name.startswith("xl/") for name in known) and "xl/workbook.bin" not in known:
            raise FileDamaged(path, "without xl/workbook.xml")
        return
    names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
    relations = names.get("xl/_rels/workbook.xml.rels")
    if relations is None:
        raise FileDamaged(path, "without the relations of the workbook")
    targets = {}
    for relation in ET.fromstring(archive.read(relations)):  # noqa: S314  no document type: looked for above
        if relation.get("Type", "").endswith("/worksheet"):
            targets[relation.get("Id")] = _target(path, relation, known)
    for element in ET.fromstring(archive.read(names["xl/workbook.xml"])).iter():  # noqa: S314
        part = next(
            (targets[value] for key, value in element.items() if key.endswith("}id") and value in targets),
            None,
        )
        if element.tag.endswith("}sheet") and part is not None:
            yield element.get("name", ""), part


def _target(path: Path, relation: ET.Element, known: dict[str, SheetFacts]) -> str:
    target = relation.get("Target", "")
    part = posixpath.normpath(posixpath.join("/xl", target.replace("\\", "/"))).lstrip("/").lower()
    if relation.get("TargetMode") == "External" or part not in known:
        raise FileDamaged(path, f"a sheet at {target[:100]}")
    return part
