"""The seal: it knows its key, and every other byte than those that were sealed."""

from pathlib import Path

import packages_made as made
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import errors
from desktop.exchange import seal
from desktop.exchange.archive import pack

PATH = Path("a.skh")
GOOD = seal.sealed(pack({"manifest.json": b"{}"}), made.KEY)


def test_the_key_that_sealed_is_told() -> None:
    assert seal.check(GOOD, PATH) == seal.public_key(made.KEY)


def test_each_new_key_is_another_one() -> None:
    keys = {seal.new_key() for _ in range(5)}
    assert {len(key) for key in keys} == {32}
    assert len({seal.public_key(key) for key in keys}) == 5


def test_every_single_altered_byte_is_noticed() -> None:
    """R11 of reliability.md: each byte of a package, all its bits turned."""
    for at in range(len(GOOD)):
        altered = GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]
        with pytest.raises(errors.FileProblem):
            seal.check(altered, PATH)


def test_capital_digits_of_the_seal_are_no_seal() -> None:
    with pytest.raises(errors.FileDamaged):
        seal.check(GOOD[:-128] + GOOD[-128:].upper(), PATH)


@given(st.integers(0, len(GOOD) - 1))
def test_a_package_cut_off_anywhere_is_damaged_or_none(length: int) -> None:
    with pytest.raises((errors.FileDamaged, errors.WrongPackage)):
        seal.check(GOOD[:length], PATH)


@given(st.binary(min_size=1, max_size=400))
def test_bytes_behind_the_seal_are_noticed(more: bytes) -> None:
    with pytest.raises(errors.FileDamaged):
        seal.check(GOOD + more, PATH)


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    for tried in (data, data + GOOD[-seal.LENGTH :], data + GOOD[-seal.LENGTH - 22 :]):
        with pytest.raises(errors.FileProblem):
            seal.check(tried, PATH)


def test_the_seal_of_one_package_does_not_fit_another() -> None:
    other = seal.sealed(pack({"manifest.json": b"[]"}), made.KEY)
    with pytest.raises(errors.PackageAltered):
        seal.check(other[: -seal.LENGTH] + GOOD[-seal.LENGTH :], PATH)


@pytest.mark.parametrize(
    "key",
    [
        *(f"{first:02x}" + "00" * 30 + last for first in (0, 1) for last in ("00", "80")),
        *(f"{first:02x}" + "ff" * 30 + last for first in (0xEC, 0xED, 0xEE, 0xFF) for last in ("7f", "ff")),
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    ],
)
def test_a_key_that_is_no_key_seals_nothing(key: str) -> None:
    """Points of small order would take one signature for many contents."""
    start = GOOD[: -seal.LENGTH] + b"so-ke-hoach-1 " + key.encode() + b" "
    for signature in ("00" * 64, key + "00" * 32, "01" + "00" * 63):
        with pytest.raises(errors.PackageAltered):
            seal.check(start + signature.encode(), PATH)
