"""Copies of a package as broken sticks and curious people leave them: a byte or a bit altered, cut off, appended to, pieces moved."""

import copy
import random
from collections.abc import Iterator

import forged_packages as forged
import packages_made as made
from forged_packages import Plain

from desktop.domain.package import PackageKind

KIB = 1024


def altered(data: bytes, other: bytes, count: int, seed: int) -> Iterator[bytes]:
    """So many copies of `data`, none of them the same as it; other: another sound package to take pieces of."""
    chance = random.Random(seed)
    copies = [data[:at] for at in range(0, len(data), KIB)]
    while len(copies) < count:
        one = chance.choice(_WAYS)(data, other, chance)
        if one not in (data, other):
            copies.append(one)
    yield from copies


def _byte(data: bytes, _: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(1) + data[at + 1 :]


def _bit(data: bytes, _: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _seal(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """A byte of the seal or of the end record before it."""
    at = len(data) - 1 - chance.randrange(230)
    return data[:at] + chance.choice(b"0123456789abcdef ABF\0").to_bytes(1, "big") + data[at + 1 :]


def _cut(data: bytes, _: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _zeros(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """The end not written, as after a power cut."""
    at = chance.randrange(len(data))
    return data[:at] + bytes(len(data) - at)


def _appended(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return data + chance.choice((b"\0", b"\n", chance.randbytes(99), other, data, data[-207:]))


def _spliced(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The beginning of one and the end of the other."""
    at = chance.randrange(1, min(len(data), len(other)))
    return chance.choice((data[:at] + other[at:], other[:-at] + data[-at:], other[:-207] + data[-207:]))


def _moved(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """A piece doubled, left out, or put elsewhere."""
    start, length, to = chance.randrange(len(data)), chance.randrange(1, 300), chance.randrange(len(data))
    piece, rest = data[start : start + length], data[:start] + data[start + length :]
    return chance.choice((rest, data[:start] + piece + data[start:], rest[:to] + piece + rest[to:]))


_WAYS = (_byte, _bit, _seal, _cut, _zeros, _appended, _spliced, _moved)

_VALUES = (
    None, True, 0, -1, 10**14, 10**9, "", "x", "\u202e", "9" * 50, "NaN", "1e999999", "../x", "2026-02-30", [], {}, [[]], ["x"],
    {"uid": 1}, made.uid("first"), made.uid("plan"), "evidence/" + "0" * 64, "A" * 3_000,
)  # fmt: skip


def resealed(count: int, seed: int) -> Iterator[bytes]:
    """Packages in which values of manifest and content were changed at random before they were sealed with a right key."""
    chance = random.Random(seed)
    for _ in range(count):
        kind = chance.choice(list(PackageKind))

        def change(head: Plain, data: Plain) -> None:
            for _ in range(chance.choice((1, 1, 2, 5))):
                _spoil(chance.choice((head, data, data, data)), chance)

        yield forged.package(change, kind)


def _spoil(value: object, chance: random.Random) -> None:
    """Change one value somewhere below `value`."""
    while isinstance(value, dict | list) and value:
        place = chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
        inner = value[place]  # type: ignore[index]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.85:
            value = inner
            continue
        if chance.random() < 0.2:
            del value[place]  # type: ignore[arg-type]
        else:
            value[place] = copy.deepcopy(chance.choice(_VALUES))  # type: ignore[index]
        return
