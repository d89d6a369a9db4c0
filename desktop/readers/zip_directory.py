"""The directory of a zip file checked before anything is unpacked. Reads no entry.

What is refused and why: `reliability.md` §3 (bombs, doubled names, links, encrypted or climbing entries).
"""

import stat
import struct
import unicodedata
import zipfile
from pathlib import Path

from desktop.errors import FileDamaged, FileEncrypted, FileHostile, FileTooLarge
from desktop.readers import limits

_END = struct.Struct("<4s4H2IH")
_END_MAGIC = b"PK\x05\x06"
_DIRECTORY_BYTES = 4 << 20
_UNREAD = ("media/", "embeddings/", "pictures/", "thumbnails/")


def check(path: Path) -> frozenset[str]:
    """The names in the zip (lower case, "/" between folders).

    Raises FileDamaged, FileEncrypted, FileHostile, FileTooLarge. Pictures and embedded files, which no reader
    unpacks, do not count towards the sizes.
    """
    _check_end(path)
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        NotImplementedError,
        UnicodeDecodeError,
        struct.error,
    ) as error:
        raise FileDamaged(path, str(error)) from error
    names = [_plain(entry.filename) for entry in entries]
    _check_names(path, names)
    told = 0
    for entry, name in zip(entries, names, strict=True):
        _check_entry(path, entry)
        if not is_unread(name):
            _check_ratio(path, entry)
            told += entry.file_size
    if told > limits.ZIP_TOLD:
        raise FileTooLarge(path, told, limits.ZIP_TOLD)
    return frozenset(names)


def need(path: Path, names: frozenset[str], wanted: tuple[str, ...]) -> None:
    """Raises FileDamaged when one of `wanted` is missing from `names`."""
    missing = [name for name in wanted if name not in names]
    if missing:
        raise FileDamaged(path, f"without {', '.join(missing)}")


def is_unread(name: str) -> bool:
    """Whether an entry (lower case) is a picture or an embedded file, which is never unpacked."""
    return any(f"/{part}" in f"/{name}" for part in _UNREAD)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).replace("\\", "/").casefold()


def _check_end(path: Path) -> None:
    """Refuse a directory too large to be looked at, from the 22 bytes at the end of the file."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 65_536 - _END.size))
        tail = file.read()
    at = tail.rfind(_END_MAGIC)
    if at < 0 or len(tail) - at < _END.size:
        raise FileDamaged(path, "no end of the zip directory")
    _, _, _, _, count, length, _, _ = _END.unpack_from(tail, at)
    if count > limits.ZIP_ENTRIES:
        raise FileTooLarge(path, count, limits.ZIP_ENTRIES, "entry")
    if length > _DIRECTORY_BYTES:
        raise FileHostile(path, f"zip directory of {length} bytes")


def _check_names(path: Path, names: list[str]) -> None:
    if not names:
        raise FileDamaged(path, "empty zip")
    if len(names) > limits.ZIP_ENTRIES:
        raise FileTooLarge(path, len(names), limits.ZIP_ENTRIES, "entry")
    if len(set(names)) < len(names):
        raise FileHostile(path, "doubled names")
    for name in names:
        if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
            raise FileHostile(path, f"name {name[:60]!r}")


def _check_entry(path: Path, entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 0x1:
        raise FileEncrypted(path, entry.filename)
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise FileDamaged(path, f"compression {entry.compress_type}")
    kind = stat.S_IFMT(entry.external_attr >> 16) if entry.create_system == 3 else 0
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise FileHostile(path, f"{entry.filename} is a link or a device")


def _check_ratio(path: Path, entry: zipfile.ZipInfo) -> None:
    if entry.file_size > limits.ZIP_RATIO_FROM and entry.file_size > limits.ZIP_RATIO * max(
        1, entry.compress_size
    ):
        raise FileHostile(path, f"{entry.filename}: {entry.compress_size} -> {entry.file_size}")
