"""Packages by the thousand that were altered, forged or never packages at all: none is taken for what it is not, none ends a program.

The same as in tests/exchange, in full (issue 5, item 8; R8, R10 and R11 of reliability.md).
"""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import altered_packages as copies
import forged_packages as forged
import packages_made as made
import pytest

from desktop import errors
from desktop.domain.package import Content, PackageKind
from desktop.exchange import package, reading
from desktop.exchange.package import Opened

ALTERED, CHANGED = 10_000, 10_000


def read(folder: Path, packages: Iterable[bytes]) -> list[Opened | errors.FileProblem]:
    """What workers say of these, in their order."""
    paths = []
    for at, data in enumerate(packages):
        paths.append(folder / f"{at:05}.skh")
        paths[-1].write_bytes(data)
    found = dict(reading.read_all(paths, [made.PHRASE]))
    assert sorted(found) == list(range(len(paths)))
    return [found[at] for at in range(len(paths))]


@pytest.mark.parametrize("phrase", [None, made.PHRASE], ids=["open", "locked"])
def test_of_ten_thousand_altered_copies_none_is_taken(tmp_path: Path, phrase: str | None) -> None:
    good, other = made.made(phrase=phrase), made.made(PackageKind.REPLY, phrase)
    found = read(tmp_path, [*copies.altered(good, other, ALTERED, seed=3), good])
    taken = [at for at, one in enumerate(found) if isinstance(one, Opened)]
    assert taken == [ALTERED]
    kinds = {type(one) for one in found[:-1]}
    expected = {
        errors.PackageAltered,
        errors.FileDamaged,
        errors.FileEmpty,
        errors.WrongPackage,
        errors.PackageTooNew,
    }
    assert kinds <= expected


@pytest.mark.parametrize("phrase", [None, made.PHRASE], ids=["open", "locked"])
def test_every_byte_of_a_package_altered_once_is_noticed(tmp_path: Path, phrase: str | None) -> None:
    good = made.made(phrase=phrase)
    found = read(tmp_path, (good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :] for at in range(len(good))))
    assert not [one for one in found if isinstance(one, Opened)]


def test_values_changed_at_random_under_a_right_seal_raise_nothing_but_a_reason(tmp_path: Path) -> None:
    found = read(tmp_path, copies.resealed(CHANGED, seed=4))
    taken = [one for one in found if isinstance(one, Opened)]
    assert 0 < len(taken) < CHANGED / 2
    assert all(isinstance(one.content, Content) for one in taken)
    kinds = {type(one) for one in found} - {Opened}
    assert kinds <= {errors.WrongPackage, errors.FileHostile, errors.PackageTooNew}


def test_bits_turned_under_a_right_seal_change_nothing_that_is_taken(tmp_path: Path) -> None:
    """The zip altered and sealed anew. What fills up the last byte of a deflated entry means nothing, all else is accounted for."""
    inside = made.made()[: -made.seal.LENGTH]
    places = range(len(inside) - 2)  # the seal writes the last two
    every = (inside[:at] + bytes([inside[at] ^ 1 << at % 8]) + inside[at + 1 :] for at in places)
    found = read(tmp_path, map(forged.sealed, every))
    taken = [one for one in found if isinstance(one, Opened)]
    assert len(taken) < 5
    assert all(one.content == made.content() and one.manifest.uid == made.manifest().uid for one in taken)
    assert {type(one) for one in found} - {Opened} <= {
        errors.FileHostile,
        errors.FileTooLarge,
        errors.WrongPackage,
        errors.FileDamaged,  # the end record is none any more
    }


@pytest.fixture(scope="module")
def corpus(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Hostile files of every kind, those that are built like packages among them."""
    folder = tmp_path_factory.mktemp("corpus")
    tool = [sys.executable, str(shared / "tools/make_hostile.py"), "--outdir", str(folder)]
    subprocess.run(tool, check=True, capture_output=True)
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def test_no_hostile_file_is_a_package(corpus: list[Path]) -> None:
    found = dict(reading.read_all(corpus, [made.PHRASE]))
    assert len(found) == len(corpus) > 300
    assert not [one for one in found.values() if isinstance(one, Opened)]


def test_no_hostile_zip_becomes_a_package_by_a_right_seal_or_inside_a_box(
    corpus: list[Path], tmp_path: Path
) -> None:
    zips = [path.read_bytes() for path in corpus if "pkg_" in path.name]
    assert len(zips) > 60
    with_end = [data for data in zips if data[-22:-18] == b"PK\5\6"]
    sealed = [forged.sealed(data) for data in with_end]
    found = read(tmp_path, [*sealed, *map(forged.locked, zips)])
    assert {type(one) for one in found} <= {errors.FileHostile, errors.FileTooLarge, errors.WrongPackage}


def test_a_package_of_the_largest_size_is_read_within_the_memory_of_a_worker(tmp_path: Path) -> None:
    """Nearly 200 MiB of evidence that cannot be packed further, locked."""
    head, data = forged.plain()
    files = made.files()
    proof = data["assignments"][0]["results"][1]["evidence"][0]
    big = made.PICTURE + os.urandom(package.LARGEST - (1 << 20))
    files.pop(proof["part"])
    digest = forged.parts({"x": big})[0]["sha256"]
    proof |= {"sha256": digest, "part": f"evidence/{digest}"}
    text = json.dumps(data).encode()
    entries = forged.entries(head, text, files)
    tail = forged.Entry(f"evidence/{digest}", big, method=0)
    told = json.loads(entries[0].data)
    told["parts"] += forged.parts({tail.name: big})
    entries[0] = forged.Entry("manifest.json", json.dumps(told).encode())
    (found,) = read(tmp_path, [forged.locked(forged.zipped([*entries, tail]))])
    assert isinstance(found, Opened)


def test_a_content_that_eats_all_memory_costs_only_itself(tmp_path: Path) -> None:
    """Twenty million small lists: within every limit of size, far beyond the memory of a worker."""
    chance = random.Random(5)
    pieces = [b",".join(chance.choices((b"[]", b"{}"), k=300)) for _ in range(256)]
    text = b'{"x":[' + b",".join(chance.choices(pieces, k=70_000)) + b"]}"
    assert len(text) < 64 << 20
    eater = forged.sealed(forged.zipped(forged.entries(forged.plain()[0], text, {})))
    found = read(tmp_path, [made.made()] * 20 + [eater] + [made.made()] * 20)
    assert isinstance(found.pop(20), errors.FileHostile)
    assert all(isinstance(one, Opened) for one in found)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_workers_that_are_killed_from_outside_lose_no_package(tmp_path: Path) -> None:
    paths = []
    for at in range(600):
        paths.append(tmp_path / f"{at}.skh")
        paths[-1].write_bytes(made.made())
    found = []
    for answer in reading.read_all(paths, workers=2):
        found.append(answer)
        if len(found) in {5, 200, 400}:
            kill_workers()
    assert sorted(at for at, _ in found) == list(range(600))
    assert (
        sum(isinstance(one, Opened) for _, one in found) >= 594
    )  # a fresh one that is killed takes its first file for the cause


def kill_workers() -> None:
    """Kill every worker that this process has started."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            if int(parent) == os.getpid() and reading.TASK.encode() in (folder / "cmdline").read_bytes():
                os.kill(int(folder.name), signal.SIGKILL)
        except OSError:
            continue
