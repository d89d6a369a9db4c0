"""The fingerprint of a public key as words that two people read to each other over the telephone. Knows no sender."""

import functools
import hashlib

from desktop.paths import data_file

_WORDS = 8


def words(key: str) -> tuple[str, ...]:
    """Eight words of two syllables for a public key (hexadecimal): 64 bits of its SHA-256, so that nobody finds another key with the same.

    They are distinct without dấu too, and do not sound alike in any part of the country (data/fingerprint_words.txt).
    """
    digest = hashlib.sha256(bytes.fromhex(key)).digest()
    return tuple(_list()[byte] for byte in digest[:_WORDS])


@functools.cache
def _list() -> tuple[str, ...]:
    """The 256 words, one for each value of a byte. Their order is part of the format: it never changes."""
    return tuple(data_file("fingerprint_words.txt").read_text("utf-8").split("\n")[:256])
