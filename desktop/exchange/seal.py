"""The seal at the end of a package: an Ed25519 signature over every byte before it, as the comment of the zip. Opens no file.

Checked before anything else of a package is looked at, so that an altered, missing or appended byte is met here and nowhere later.
The seal says that packages come from one and the same copy of the program; it is no legal digital signature.
"""

import re
import struct
from pathlib import Path

from desktop.errors import FileDamaged, PackageAltered, PackageTooNew, WrongPackage

_WORDS = b"so-ke-hoach-"
_VERSION = 1
_SHAPE = re.compile(rb"so-ke-hoach-1 ([0-9a-f]{64}) ([0-9a-f]{128})")
_ANY_VERSION = re.compile(rb"so-ke-hoach-([1-9][0-9]{0,2}) [0-9a-f]{2}[0-9a-f ]*\Z")
LENGTH = len(_WORDS) + 2 + 64 + 1 + 128
"""Bytes of the comment."""
# Points of order 1, 2, 4 and 8 in every way to write them, sign aside: one signature of theirs fits many contents.
_NO_KEYS = frozenset(
    {
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        *(f"{first}{'ff' * 30}7f" for first in ("ec", "ed", "ee")),
    }
)
_END = struct.Struct("<4s4H2IH")
_END_MAGIC, _ENTRY_MAGIC = b"PK\x05\x06", b"PK\x03\x04"
_FIRST = (b"manifest.json", b"envelope.json")
_NAME_AT = 30
_TAIL = 4096


def new_key() -> bytes:
    """A new private key, 32 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return bytes(Ed25519PrivateKey.generate().private_bytes_raw())


def public_key(private: bytes) -> str:
    """The key by which others know the holder of `private`, 64 hexadecimal digits."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(private).public_key()
    return bytes(key.public_bytes_raw()).hex()


def sealed(archive: bytes, private: bytes) -> bytes:
    """A zip without a comment (`archive.pack`) with the seal of `private` behind it."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(private)
    said = archive[:-2] + LENGTH.to_bytes(2, "little")  # the end record tells how long the comment is
    words = f" {public_key(private)} {key.sign(said).hex()}".encode("ascii")
    return said + _WORDS + str(_VERSION).encode("ascii") + words


def check(data: bytes, path: Path) -> str:
    """The public key (hexadecimal) that sealed `data`, the whole file at `path`.

    Raises WrongPackage "not_a_package" for a file of another kind, FileDamaged where the end is missing or something stands behind it,
    PackageTooNew for the seal of a newer program, PackageAltered where a byte is not what was sealed.
    """
    found = _SHAPE.fullmatch(data, max(0, len(data) - LENGTH))
    if found is None or not _ends(data):
        raise _without(data, path)
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    key, signature = (bytes.fromhex(words.decode("ascii")) for words in found.groups())
    if (key[:-1] + bytes([key[-1] & 0x7F])).hex() in _NO_KEYS:
        raise PackageAltered(path, "key of small order")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, memoryview(data)[:-LENGTH])
    except (InvalidSignature, ValueError) as error:
        raise PackageAltered(path) from error
    return key.hex()


def _ends(data: bytes) -> bool:
    """Whether the end record of the zip stands right before the seal and tells its length."""
    at = len(data) - LENGTH - _END.size
    if at < 0:
        return False
    magic, *_, length = _END.unpack_from(data, at)
    return bool(magic == _END_MAGIC and length == LENGTH)


def _without(data: bytes, path: Path) -> FileDamaged | PackageTooNew | WrongPackage:
    newer = _ANY_VERSION.search(data, max(0, len(data) - _TAIL))
    if newer and int(newer[1]) > _VERSION:
        return PackageTooNew(path, int(newer[1]), _VERSION)
    names = {data[_NAME_AT : _NAME_AT + len(name)] for name in _FIRST}
    if data.startswith(_ENTRY_MAGIC) and not names.isdisjoint(_FIRST):
        return FileDamaged(path, "no seal at the end")
    return WrongPackage(path, "not_a_package")
