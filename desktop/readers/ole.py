"""The names in the directory of an OLE file (.xls, .doc, a workbook with a password). Reads no stream."""

import struct
from pathlib import Path
from typing import BinaryIO

from desktop.errors import FileDamaged

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_END_OF_CHAIN = 0xFFFFFFFA  # this and above: no sector
_DIRECTORY_SECTORS = 256


def entry_names(path: Path) -> frozenset[str]:
    """Names of the storages and streams; empty when the directory is not where the header says.

    Raises FileDamaged for a header that no writer makes. Follows at most 256 sectors, so a chain that bites its
    own tail ends.
    """
    with path.open("rb") as file:
        header = file.read(512)
        if len(header) < 512:
            raise FileDamaged(path, "OLE header cut off")
        shift = struct.unpack_from("<H", header, 30)[0]
        if shift not in {9, 12}:
            return frozenset()
        return frozenset(_names(file, header, 1 << shift))


def _names(file: BinaryIO, header: bytes, size: int) -> set[str]:
    sector: int = struct.unpack_from("<I", header, 48)[0]
    tables = struct.unpack_from("<109I", header, 76)
    names: set[str] = set()
    seen: set[int] = set()
    while sector < _END_OF_CHAIN and sector not in seen and len(seen) < _DIRECTORY_SECTORS:
        seen.add(sector)
        block = _sector(file, sector, size)
        names.update(_name(block[at : at + _ENTRY]) for at in range(0, len(block) - _ENTRY + 1, _ENTRY))
        sector = _next(file, tables, sector, size)
    names.discard("")
    return names


def _sector(file: BinaryIO, number: int, size: int) -> bytes:
    file.seek((number + 1) * size)
    return file.read(size)


def _next(file: BinaryIO, tables: tuple[int, ...], sector: int, size: int) -> int:
    table, at = divmod(sector, size // 4)
    if table >= len(tables) or tables[table] >= _END_OF_CHAIN:
        return _END_OF_CHAIN
    block = _sector(file, tables[table], size)
    return int(struct.unpack_from("<I", block, at * 4)[0]) if len(block) >= at * 4 + 4 else _END_OF_CHAIN


def _name(entry: bytes) -> str:
    length = struct.unpack_from("<H", entry, 64)[0]
    if not 2 <= length <= 64:
        return ""
    return entry[: length - 2].decode("utf-16-le", "replace")
