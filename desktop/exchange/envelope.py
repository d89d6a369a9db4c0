"""The encryption of a package: a key out of a passphrase (scrypt), and AES-256-GCM over the zip inside. Opens no file, stores no key.

How hard the key is to guess is fixed here and never read from a file, which could ask for none or for all the memory there is.
"""

import functools
import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.errors import FileHostile, PackageLocked, PackageTooNew
from desktop.exchange import strict_json

_FORMAT = 1
_N, _R, _P, _KEY = 2**15, 8, 1, 32
_MEMORY = 64 << 20
_SALT, _NONCE = 16, 12
_SALT_SHAPE, _NONCE_SHAPE = re.compile(r"[0-9a-f]{32}"), re.compile(r"[0-9a-f]{24}")


@dataclass(frozen=True, slots=True)
class Lock:
    """What a package is encrypted with. salt: 16 bytes, the same for all packages of one job and for what answers them, so that a
    collector works out one key for thousands of replies."""

    passphrase: str = field(repr=False)
    salt: bytes

    @classmethod
    def new(cls, passphrase: str, salt: bytes | None = None) -> "Lock":
        """salt: of the package that is answered; None for a new one."""
        return cls(passphrase, os.urandom(_SALT) if salt is None else salt)


@functools.lru_cache(maxsize=16)
def key_of(passphrase: str, salt: bytes) -> bytes:
    """The 32 bytes of the key; about 0.1 s of work the first time. The passphrase counts in Unicode form C, so that it does not matter on
    which keyboard it was typed."""
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(words, salt=salt, n=_N, r=_R, p=_P, dklen=_KEY, maxmem=_MEMORY)


def encrypt(data: bytes, lock: Lock) -> tuple[bytes, bytes]:
    """(envelope, box): the box holds `data`, the envelope what is needed beside the passphrase to open it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    envelope = _written(lock.salt.hex(), nonce.hex())
    return envelope, AESGCM(key_of(lock.passphrase, lock.salt)).encrypt(nonce, data, envelope)


def decrypt(
    envelope: bytes, box: memoryview | bytes, passphrases: Sequence[str], path: Path
) -> tuple[bytes, str]:
    """What is in the box, and the salt (hexadecimal). path: the file that it is of, for errors.

    Raises PackageLocked where none of `passphrases` opens it, PackageTooNew, FileHostile. The seal was checked before: so it is the
    passphrase that is wrong, and not the box that was altered.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = _read(envelope, path)
    for passphrase in passphrases:
        try:
            opened = AESGCM(key_of(passphrase, bytes.fromhex(salt))).decrypt(nonce, box, envelope)
        except InvalidTag:
            continue
        return bytes(opened), salt
    raise PackageLocked(path, len(passphrases))


def _written(salt: str, nonce: str) -> bytes:
    return json.dumps({"format": _FORMAT, "salt": salt, "nonce": nonce}, separators=(",", ":")).encode(
        "ascii"
    )


def _read(envelope: bytes, path: Path) -> tuple[str, bytes]:
    try:
        told = strict_json.load(envelope)
    except strict_json.Refused as error:
        raise FileHostile(path, f"envelope: {error}") from error
    found = told.get("format") if isinstance(told, dict) else None
    if type(found) is int and found > _FORMAT:
        raise PackageTooNew(path, found, _FORMAT)
    salt, nonce = (str(told.get(name)) if isinstance(told, dict) else "" for name in ("salt", "nonce"))
    is_shaped = _SALT_SHAPE.fullmatch(salt) and _NONCE_SHAPE.fullmatch(nonce)
    if not is_shaped or envelope != _written(salt, nonce):
        raise FileHostile(path, "envelope")
    return salt, bytes.fromhex(nonce)
