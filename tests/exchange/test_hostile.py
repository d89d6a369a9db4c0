"""Packages with a right seal that are built to do harm, or by a program that is wrong: each is refused, and told as what it is.

Whoever has a key can build these, and everybody's own is a key; so nothing rests on the seal but who it was.
"""

import json
from collections.abc import Callable
from pathlib import Path

import forged_packages as forged
import packages_made as made
import pytest
from forged_packages import Entry, Plain

from desktop import errors
from desktop.domain.package import PackageKind
from desktop.exchange import package, reading
from desktop.exchange.package import Opened

Change = Callable[[Plain, Plain], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "goi.skh"


def refused(path: Path, data: bytes) -> errors.FileProblem:
    """Why that package is refused."""
    path.write_bytes(data)
    with pytest.raises(errors.FileProblem) as caught:
        package.open_package(path, [made.PHRASE])
    return caught.value


def test_the_forger_of_these_tests_makes_packages_that_are_taken(path: Path) -> None:
    for kind in PackageKind:
        path.write_bytes(forged.package(kind=kind))
        assert package.open_package(path).content == made.content(kind)


# --- what the manifest says ------------------------------------------------------------------------------------------

MANIFEST: dict[str, Change] = {
    "no format": lambda head, _: head.pop("format"),
    "format as text": lambda head, _: head.update(format="1"),
    "format as truth": lambda head, _: head.update(format=True),
    "format below": lambda head, _: head.update(format=-1),
    "no kind": lambda head, _: head.pop("kind"),
    "unknown kind": lambda head, _: head.update(kind="virus"),
    "kind of a reply": lambda head, _: head.update(kind="reply"),
    "uid of another shape": lambda head, _: head.update(uid="1"),
    "uid in capitals": lambda head, _: head.update(uid=head["uid"].upper()),
    "uid that is worked out": lambda head, _: head.update(uid=head["uid"][:12] + "8" + head["uid"][13:]),
    "uid as number": lambda head, _: head.update(uid=5),
    "uid as list": lambda head, _: head.update(uid=[head["uid"]]),
    "sender is nobody": lambda head, _: head.update(sender=""),
    "sequence zero": lambda head, _: head.update(sequence=0),
    "sequence without end": lambda head, _: head.update(sequence=10**15 - 1),
    "sequence as truth": lambda head, _: head.update(sequence=True),
    "created at no time": lambda head, _: head.update(created="2025-13-45T99:99:99"),
    "created far ahead": lambda head, _: head.update(created="2999-01-01T00:00:00"),
    "created here": lambda head, _: head.update(created="2026-03-25T07:30:00+07:00"),
    "name without end": lambda head, _: head.update(sender_name="A" * 5_000),
    "no receiver": lambda head, _: head.pop("receiver"),
    "no unit": lambda head, _: head.pop("unit"),
    "answers what is none": lambda head, _: head.update(answers="x"),
    "receipt of rubbish": lambda head, _: head.update(receipts=["x"]),
    "receipts as text": lambda head, _: head.update(receipts="ab"),
    "a billion parts": lambda head, _: head.update(parts=[{"name": "a", "size": 10**9, "sha256": "0" * 64}]),
    "parts of rubbish": lambda head, _: head.update(parts=[5]),
    "parts as object": lambda head, _: head.update(parts={"a": 1}),
    "no parts": lambda head, _: head.update(parts=[]),
}


@pytest.mark.parametrize("name", MANIFEST)
def test_a_manifest_that_is_not_right_is_refused(path: Path, name: str) -> None:
    error = refused(path, forged.package(MANIFEST[name]))
    assert isinstance(error, errors.WrongPackage | errors.FileHostile)


def test_a_manifest_of_a_newer_program_is_told_as_that_whatever_else_it_holds(path: Path) -> None:
    error = refused(path, forged.package(lambda head, _: head.update(format=999, kind="new", uid={})))
    assert isinstance(error, errors.PackageTooNew)
    assert error.found == 999


def test_a_manifest_with_the_key_of_somebody_else_is_refused(path: Path) -> None:
    key = made.seal.public_key(made.OTHER_KEY)
    error = refused(path, forged.package(lambda head, _: head.update(key=key)))
    assert isinstance(error, errors.WrongPackage)
    assert error.reason == "other_seal"


# --- bytes -----------------------------------------------------------------------------------------------------------

RAW = {
    "no JSON": b"{",
    "deep": b"[" * 100_000,
    "an array": b"[]",
    "null": b"null",
    "a number": b"42",
    "doubled key": b'{"plans": [], "plans": []}',
    "byte order mark": b"\xef\xbb\xbf{}",
    "no utf-8": b"\xff",
    "million keys": json.dumps({f"k{n}": n for n in range(100_000)}).encode(),
}


@pytest.mark.parametrize("name", RAW)
@pytest.mark.parametrize("place", ["manifest.json", "data.json"])
def test_json_of_any_other_kind_is_refused(path: Path, place: str, name: str) -> None:
    head, data = forged.plain()
    texts = (RAW[name], json.dumps(data).encode()) if place == "manifest.json" else (head, RAW[name])
    error = refused(path, forged.sealed(forged.zipped(forged.entries(*texts, made.files()))))
    assert isinstance(error, errors.WrongPackage | errors.FileHostile)


def entries() -> list[Entry]:
    """Those of a sound package."""
    head, data = forged.plain()
    return forged.entries(head, json.dumps(data).encode(), made.files())


SPOILT: dict[str, Callable[[list[Entry]], list[Entry]]] = {
    "manifest missing": lambda all_: all_[1:],
    "content missing": lambda all_: [all_[0], *all_[2:]],
    "a part missing": lambda all_: all_[:-1],
    "a part too many": lambda all_: [*all_, Entry("evidence/" + "0" * 64, made.PICTURE)],
    "a part altered": lambda all_: [*all_[:-1], Entry(all_[-1].name, all_[-1].data + b"!")],
    "a part of the same size": lambda all_: [*all_[:-1], Entry(all_[-1].name, all_[-1].data[:-1] + b"!")],
    "two manifests": lambda all_: [*all_, Entry("manifest.json", b"{}")],
    "two contents": lambda all_: [*all_, Entry("data.json", b"{}")],
    "a locked one inside": lambda all_: [Entry("envelope.json", b"{}"), *all_],
    "bomb for a manifest": lambda all_: [Entry("manifest.json", packed=forged.bomb(2 << 20), size=2 << 20), *all_[1:]],
    "bomb for a content": lambda all_: [all_[0], Entry("data.json", packed=bytes(4 << 20), size=65 << 20), *all_[2:]],
    "bomb that lies": lambda all_: [all_[0], Entry("data.json", packed=forged.bomb(30 << 20), size=900), *all_[2:]],
    "bomb of 300 MiB": lambda all_: [all_[0], Entry("data.json", packed=forged.bomb(300 << 20), size=300 << 20), *all_[2:]],
    "nothing": lambda _: [],
}  # fmt: skip


@pytest.mark.parametrize("is_locked", [False, True], ids=["open", "locked"])
@pytest.mark.parametrize("name", SPOILT)
def test_parts_that_are_not_those_of_the_manifest_are_refused(path: Path, name: str, is_locked: bool) -> None:
    archive = forged.zipped(SPOILT[name](entries()))
    error = refused(path, forged.locked(archive) if is_locked else forged.sealed(archive))
    assert isinstance(error, errors.FileHostile)


def test_a_box_without_an_envelope_of_ours_is_refused(path: Path) -> None:
    for told in (b"{}", b" " * 2_000, b'{"format": 1}'):
        archive = forged.zipped([Entry("envelope.json", told), Entry("content.bin", b"x" * 99, method=0)])
        assert isinstance(refused(path, forged.sealed(archive)), errors.FileHostile)
    packed = forged.zipped([Entry("envelope.json", b"{}"), Entry("content.bin", b"x" * 99)])
    assert isinstance(refused(path, forged.sealed(packed)), errors.FileHostile)


def test_a_bomb_costs_a_worker_nothing_and_hinders_no_other(tmp_path: Path) -> None:
    bomb = forged.locked(forged.zipped(SPOILT["bomb of 300 MiB"](entries())))
    paths = []
    for at, data in enumerate([made.made(), bomb, made.made(phrase=made.PHRASE)]):
        paths.append(tmp_path / f"{at}.skh")
        paths[-1].write_bytes(data)
    found = dict(reading.read_all(paths, [made.PHRASE], workers=1))
    assert [type(found[at]) for at in range(3)] == [Opened, errors.FileHostile, Opened]
