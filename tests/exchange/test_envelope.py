"""The encryption of a package: only the passphrase opens it, and a file cannot ask for an easier or a harder lock."""

import json
from pathlib import Path

import packages_made as made
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import errors
from desktop.exchange import envelope
from desktop.exchange.envelope import Lock, decrypt, encrypt

PATH = Path("a.skh")
LOCK = Lock(made.PHRASE, made.SALT)


@given(st.binary(max_size=5000))
def test_what_goes_in_comes_out_with_the_salt(data: bytes) -> None:
    told, box = encrypt(data, LOCK)
    assert decrypt(told, memoryview(box), [made.PHRASE], PATH) == (data, made.SALT.hex())


def test_the_same_content_is_never_the_same_box() -> None:
    assert len({encrypt(b"x", LOCK) for _ in range(50)}) == 50


def test_the_key_is_known_for_ever() -> None:
    """scrypt of these words and this salt by RFC 7914, n 2**15, r 8, p 1."""
    assert envelope.key_of(made.PHRASE, made.SALT).hex() == GOLDEN


def test_a_box_does_not_open_with_another_envelope() -> None:
    (told, box), (other, _) = encrypt(b"x", LOCK), encrypt(b"x", LOCK)
    assert told != other
    with pytest.raises(errors.PackageLocked):
        decrypt(other, box, [made.PHRASE], PATH)


def test_a_newer_envelope_is_told_as_that() -> None:
    with pytest.raises(errors.PackageTooNew):
        decrypt(b'{"format":2,"recipients":[]}', b"", [made.PHRASE], PATH)


GOLDEN = "47874689ef61613297da1c99b8d166ff544b5c138ce4c1a07bdb2e3d4195acdc"
GOOD = json.loads(encrypt(b"x", LOCK)[0])


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"[]",
        b"null",
        b'{"format":1}',
        json.dumps(GOOD).encode(),
        json.dumps({**GOOD, "n": 2}, separators=(",", ":")).encode(),
        json.dumps({**GOOD, "salt": "A" * 32}, separators=(",", ":")).encode(),
        json.dumps({**GOOD, "nonce": 5}, separators=(",", ":")).encode(),
        json.dumps({**GOOD, "format": "1"}, separators=(",", ":")).encode(),
        json.dumps({**GOOD, "format": 0}, separators=(",", ":")).encode(),
        b"\xff",
    ],
)
def test_an_envelope_of_another_shape_is_refused(told: bytes) -> None:
    with pytest.raises(errors.FileHostile):
        decrypt(told, b"x" * 40, [made.PHRASE], PATH)


def test_a_box_of_nothing_stays_locked() -> None:
    for box in (b"", b"x"):
        with pytest.raises(errors.PackageLocked):
            decrypt(encrypt(b"x", LOCK)[0], box, [made.PHRASE], PATH)
