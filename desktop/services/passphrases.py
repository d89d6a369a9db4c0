"""The passphrase of packages: long enough to be worth it, read from a file or proposed. Never kept."""

import secrets
from pathlib import Path

from desktop.domain.vietnamese import nfc
from desktop.errors import NotAllowed

SHORTEST = 8
"""Signs. Four words of `proposed` have 32 bits of chance each time scrypt is tried, which takes about a tenth of a second."""
_WORDS = 4
_LARGEST = 4096


def checked(phrase: str) -> str:
    """The phrase without spaces around it, as it is used. Raises `NotAllowed` "passphrase_short"."""
    phrase = nfc(" ".join(phrase.split()))
    if len(phrase) < SHORTEST:
        raise NotAllowed("passphrase_short", least=SHORTEST)
    return phrase


def read(path: Path) -> str:
    """The first line of a text file. Raises `NotAllowed` "passphrase_short" and the errors of opening a file."""
    from desktop.workers.opening import opening_error

    try:
        with path.open("rb") as file:
            line = file.read(_LARGEST).decode("utf-8-sig", "replace").splitlines()
    except OSError as error:
        raise opening_error(path, error) from error
    return checked(line[0] if line else "")


def proposed() -> str:
    """Four words of two syllables drawn by chance, easy to say over the telephone."""
    from desktop.exchange import fingerprint

    return " ".join(fingerprint.words(secrets.token_hex(32))[:_WORDS])
