"""The zip of a package, in the one shape in which this program writes it. Knows no names and no meaning of its entries.

Any unpacker opens it. Reading accepts nothing else: entries lie end to end, without extra fields, links, flags, days or comments; what
the directory says is compared byte for byte with what stands before each entry. So none of the tricks of other zips has a place here.
"""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import FileHostile, FileTooLarge

MIB = 1 << 20
ENTRIES = 5_000
INFLATED = 300 * MIB
"""Bytes that all entries together may unpack to."""
_RATIO, _RATIO_FROM = 200, 8 * MIB
_STORED, _DEFLATED = 0, 8
_DAY = 0x21  # 1 January 1980: packages of the same content are the same bytes
_VERSION = 20
_LEVEL = 6
_LONGEST_NAME = 200
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LOCAL_MAGIC, _CENTRAL_MAGIC, _END_MAGIC = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_PACKED_ALREADY = (b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n", b"PK\x03\x04")
_ENCRYPTED = ".bin"


@dataclass(frozen=True, slots=True)
class _Entry:
    name: bytes
    method: int
    crc: int
    packed: int
    size: int
    at: int  # where its local header begins

    def local(self) -> bytes:
        """What stands before its data."""
        told = (_VERSION, 0, self.method, 0, _DAY, self.crc, self.packed, self.size, len(self.name), 0)
        return _LOCAL.pack(_LOCAL_MAGIC, *told) + self.name

    def central(self) -> bytes:
        """What the directory says of it."""
        told = (_VERSION, _VERSION, 0, self.method, 0, _DAY, self.crc, self.packed, self.size, len(self.name))
        return _CENTRAL.pack(_CENTRAL_MAGIC, *told, 0, 0, 0, 0, 0, self.at) + self.name

    @property
    def start(self) -> int:
        """Where its data begin."""
        return self.at + _LOCAL.size + len(self.name)


def pack(entries: Mapping[str, bytes]) -> bytes:
    """A zip of these entries (ASCII names) in their order, without a comment. What is packed already is stored as it is."""
    out, directory, at = [], [], 0
    for name, data in entries.items():
        stored = name.endswith(_ENCRYPTED) or data.startswith(_PACKED_ALREADY)
        packed = data if stored else _deflated(data)
        method = _STORED if stored else _DEFLATED
        entry = _Entry(name.encode("ascii"), method, zlib.crc32(data), len(packed), len(data), at)
        out += [entry.local(), packed]
        directory.append(entry.central())
        at = entry.start + len(packed)
    count, size = len(directory), sum(map(len, directory))
    end = _END.pack(_END_MAGIC, 0, 0, count, count, size, at, 0)
    return b"".join((*out, *directory, end))


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


class Archive:
    """A zip looked through to its last byte; nothing is unpacked before `read`."""

    def __init__(self, data: bytes, path: Path, comment: int = 0) -> None:
        """data: the whole zip; path: the file that it is of, for errors; comment: bytes of the comment that stands behind it.

        Raises FileTooLarge for more than `ENTRIES` entries or `INFLATED` bytes, FileHostile for any other shape than ours.
        """
        self._data, self._path = memoryview(data), path
        self._entries: dict[str, _Entry] = {}
        self._look(len(data) - comment - _END.size, comment)

    @property
    def names(self) -> tuple[str, ...]:
        """Those of the entries, in their order."""
        return tuple(self._entries)

    def size(self, name: str) -> int:
        """The bytes to which an entry of `names` says that it unpacks."""
        return self._entries[name].size

    def read(self, name: str) -> bytes:
        """The content of an entry of `names`. Raises FileHostile where it is not what the directory says."""
        entry = self._entries[name]
        packed = self._data[entry.start : entry.start + entry.packed]
        content = bytes(packed) if entry.method == _STORED else self._inflated(entry, packed)
        if zlib.crc32(content) != entry.crc:
            raise FileHostile(self._path, f"{name}: checksum")
        return content

    def stored(self, name: str) -> memoryview:
        """The content of an entry that is stored as it is, without a copy. Raises FileHostile where it is packed."""
        entry = self._entries[name]
        if entry.method != _STORED:
            raise FileHostile(self._path, f"{name} is packed")
        return self._data[entry.start : entry.start + entry.packed]

    def _inflated(self, entry: _Entry, packed: memoryview) -> bytes:
        """Never more than one byte beyond what is told is unpacked."""
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = unpacker.decompress(packed, entry.size + 1)
        except zlib.error as error:
            raise FileHostile(self._path, f"{entry.name!r}: {error}") from error
        if len(content) != entry.size or not unpacker.eof or unpacker.unused_data:
            raise FileHostile(self._path, f"{entry.name!r}: not {entry.size} bytes")
        return content

    def _look(self, end: int, comment: int) -> None:
        if end < 0:
            raise FileHostile(self._path, "no room for an end record")
        count, start = self._ending(end, comment)
        at, place, inflated = start, 0, 0
        for _ in range(count):
            entry = self._entry(at, place, start)
            inflated += entry.size
            self._add(entry)
            at += _CENTRAL.size + len(entry.name)
            place = entry.start + entry.packed
        if place != start or at != end:
            raise FileHostile(self._path, "bytes between the entries")
        if inflated > INFLATED:
            raise FileTooLarge(self._path, inflated, INFLATED)

    def _ending(self, end: int, comment: int) -> tuple[int, int]:
        """How many entries there are, and where the directory starts."""
        magic, *_, count, size, start, _ = _END.unpack_from(self._data, end)
        if count > ENTRIES:
            raise FileTooLarge(self._path, count, ENTRIES, "entry")
        expected = _END.pack(_END_MAGIC, 0, 0, count, count, size, start, comment)
        if magic != _END_MAGIC or self._data[end : end + _END.size] != expected or start + size != end:
            raise FileHostile(self._path, "end record")
        return count, start

    def _entry(self, at: int, place: int, start: int) -> _Entry:
        """The entry whose line in the directory begins at `at` and whose data must begin at `place`."""
        if at + _CENTRAL.size > len(self._data):
            raise FileHostile(self._path, "directory cut off")
        told = _CENTRAL.unpack_from(self._data, at)
        method, crc, packed, size, length = told[4], told[7], told[8], told[9], told[10]
        name = bytes(self._data[at + _CENTRAL.size : at + _CENTRAL.size + length])
        entry = _Entry(name, method, crc, packed, size, place)
        is_ours = method in {_STORED, _DEFLATED} and 0 < length <= _LONGEST_NAME and name.isascii()
        is_told = self._data[at : at + _CENTRAL.size + length] == entry.central()
        if not is_ours or not is_told or self._data[place : entry.start] != entry.local():
            raise FileHostile(self._path, f"entry {name[:60]!r}")
        if entry.start + packed > start or (method == _STORED and packed != size):
            raise FileHostile(self._path, f"size of {name[:60]!r}")
        return entry

    def _add(self, entry: _Entry) -> None:
        name = entry.name.decode("ascii")
        if name in self._entries:
            raise FileHostile(self._path, f"doubled name {name!r}")
        if entry.size > _RATIO_FROM and entry.size > _RATIO * max(1, entry.packed):
            raise FileHostile(self._path, f"{name}: {entry.packed} -> {entry.size}")
        self._entries[name] = entry
