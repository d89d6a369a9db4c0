"""Packages that no program of ours makes, but whose seal is right: whoever has a key can build them. Also the zip writer of an enemy."""

import hashlib
import json
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import packages_made as made

from desktop.domain import as_json
from desktop.domain.package import PackageKind
from desktop.exchange import envelope, seal

Plain = dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """One entry as an enemy writes it; None: as it is right."""

    name: str | bytes
    data: bytes = b""
    packed: bytes | None = None
    method: int = 8
    size: int | None = None
    crc: int | None = None
    flags: int = 0
    attributes: int = 0
    made_by: int = 20
    extra: bytes = b""
    day: int = 0x21
    local_name: str | bytes | None = None


def zipped(
    entries: Iterable[Entry], *, before: bytes = b"", between: bytes = b"", count: int | None = None
) -> bytes:
    """A zip of these entries with all that is wrong with them, without a comment. between: stands after each entry."""
    out, directory = bytearray(before), bytearray()
    entries = list(entries)
    for one in entries:
        at, name, local = (
            len(out),
            _bytes(one.name),
            _bytes(one.name if one.local_name is None else one.local_name),
        )
        packed = one.packed if one.packed is not None else _packed(one)
        crc = zlib.crc32(one.data) if one.crc is None else one.crc
        size = len(one.data) if one.size is None else one.size
        told = (20, one.flags, one.method, 0, one.day, crc, len(packed), size)
        out += (
            struct.pack("<4s5H3I2H", b"PK\3\4", *told, len(local), len(one.extra))
            + local
            + one.extra
            + packed
            + between
        )
        directory += struct.pack(
            "<4s6H3I5H2I",
            b"PK\1\2",
            one.made_by,
            *told,
            len(name),
            len(one.extra),
            0,
            0,
            0,
            one.attributes,
            at,
        )
        directory += name + one.extra
    total = len(entries) if count is None else count
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, total, total, len(directory), len(out), 0)
    return bytes(out + directory + end)


def _bytes(name: str | bytes) -> bytes:
    return name.encode("utf-8") if isinstance(name, str) else name


def _packed(one: Entry) -> bytes:
    if one.method != 8:
        return one.data
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(one.data) + packer.flush()


def bomb(size: int) -> bytes:
    """The deflated bytes of so many blanks; takes no memory of that size."""
    packer, piece = zlib.compressobj(9, zlib.DEFLATED, -15), b" " * 2**20
    return b"".join(packer.compress(piece) for _ in range(size // 2**20)) + packer.flush()


def plain(kind: PackageKind = PackageKind.WORK) -> tuple[Plain, Plain]:
    """(manifest, content) as JSON holds them, to be made wrong."""
    head = {"format": 1, **json.loads(as_json.dump(made.manifest(kind)))}
    return head, json.loads(as_json.dump(made.content(kind)))


def parts(entries: Mapping[str, bytes]) -> list[Plain]:
    """What the manifest tells of them."""
    return [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in entries.items()
    ]


def entries(head: Plain | bytes, data: bytes, files: Mapping[str, bytes]) -> list[Entry]:
    """The entries of a package with a manifest that tells them rightly, unless it is given as bytes or with parts."""
    beside = {"data.json": data, **files}
    if isinstance(head, dict):
        head = json.dumps({"parts": parts(beside), **head}, ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        )
    return [Entry("manifest.json", head), *(Entry(name, content) for name, content in beside.items())]


def sealed(archive: bytes, key: bytes = made.KEY) -> bytes:
    """The zip with a right seal."""
    return seal.sealed(archive, key)


def locked(archive: bytes) -> bytes:
    """The zip encrypted and sealed."""
    told, box = envelope.encrypt(archive, envelope.Lock(made.PHRASE, made.SALT))
    return sealed(zipped([Entry("envelope.json", told), Entry("content.bin", box, method=0)]))


def package(
    change: Callable[[Plain, Plain], object] = lambda head, data: None,
    kind: PackageKind = PackageKind.WORK,
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    """A package of that kind whose manifest and content were changed before they were sealed."""
    head, data = plain(kind)
    change(head, data)
    text = json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return sealed(zipped(entries(head, text, made.files(kind) if files is None else files)))
