"""Many packages read by workers: all that is sound comes back, what is not harms nothing else, secrets stay off every list of processes."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import packages_made as made
import pytest

from desktop import errors
from desktop.exchange import package, reading
from desktop.exchange.package import Opened
from desktop.progress import Cancelled


class Recorder:
    """A progress that keeps what it is told and stops when so much is done."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.told: list[tuple[int, int | None, str]] = []
        self.stop_at = stop_at

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        self.told.append((done, total, what))
        if done == self.stop_at:
            raise Cancelled


def written(folder: Path, packages: Sequence[bytes]) -> list[Path]:
    """The packages as files."""
    paths = [folder / f"{at:04}.skh" for at in range(len(packages))]
    for path, data in zip(paths, packages, strict=True):
        path.write_bytes(data)
    return paths


def test_every_package_comes_back_with_its_place(tmp_path: Path) -> None:
    paths = written(tmp_path, list(made.replies(7, 2)))
    found = dict(reading.read_all(paths, [made.PHRASE], workers=2))
    assert sorted(found) == list(range(7))
    for at, path in enumerate(paths):
        assert found[at] == package.open_package(path, [made.PHRASE])


def test_no_paths_start_no_worker() -> None:
    assert list(reading.read_all([])) == []


def test_what_cannot_be_used_is_told_in_its_place_and_hinders_no_other(tmp_path: Path) -> None:
    good, locked = made.made(), made.made(phrase="khác")
    altered = good[:500] + bytes([good[500] ^ 1]) + good[501:]
    paths = written(tmp_path, [good, altered, locked, b"x", good[:900]])
    found = dict(reading.read_all([*paths, tmp_path / "none.skh"], ["sai"], workers=1))
    kinds = [type(found[at]) for at in range(6)]
    assert kinds == [
        Opened,
        errors.PackageAltered,
        errors.PackageLocked,
        errors.WrongPackage,
        errors.FileDamaged,
        errors.FileMissing,
    ]
    assert [found[at].path for at in range(1, 5)] == paths[1:5]  # type: ignore[union-attr]


def test_the_progress_hears_of_each_and_may_stop_all(tmp_path: Path) -> None:
    paths = written(tmp_path, [made.made()] * 5)
    progress = Recorder()
    list(reading.read_all(paths, progress=progress, workers=2))
    assert {done for done, total, _ in progress.told if total == 5} >= {1, 2, 3, 4, 5}
    with pytest.raises(Cancelled):
        list(reading.read_all(paths, progress=Recorder(stop_at=2), workers=2))


def test_an_iterator_that_is_closed_early_ends_its_workers(tmp_path: Path) -> None:
    answers = reading.read_all(written(tmp_path, [made.made()] * 90), workers=2)
    next(answers)
    answers.close()  # returns only when the threads of the workers are done


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_no_list_of_processes_shows_a_passphrase(tmp_path: Path) -> None:
    """The first answer is taken while the worker still has others to read, so its command line and environment are there to see."""
    phrase = "bí mật của riêng bài này"
    paths = written(tmp_path, [made.made(phrase=phrase)] * 400)
    answers = reading.read_all(paths, [phrase], workers=1)
    assert isinstance(next(answers)[1], Opened)
    shown = b""
    for folder in Path("/proc").glob("[0-9]*"):
        if (folder / "stat").exists() and f" {os.getpid()} " in (folder / "stat").read_text().rpartition(")")[
            2
        ]:
            shown += (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
    answers.close()
    assert reading.TASK.encode() in shown
    assert phrase.encode() not in shown


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes")
def test_a_file_that_stalls_is_no_file(tmp_path: Path) -> None:
    paths = written(tmp_path, [made.made()] * 2)
    os.mkfifo(tmp_path / "stall.skh")
    found = dict(reading.read_all([tmp_path / "stall.skh", *paths], workers=1))
    assert isinstance(found[0], errors.NotAFile)
    assert all(isinstance(found[at], Opened) for at in (1, 2))


def worker(script: str) -> list[str]:
    """A worker that does what the script says for each `path`, `say` being how it speaks; `earlier`: how many it had before."""
    start = (
        "import json, os, sys\n"
        "def say(*m): print(json.dumps(m), flush=True)\n"
        "def fine(): say('refused', ['error', 'WrongPackage', {'reason': 'own'}, ''])\n"
        "for earlier, path in enumerate(json.load(sys.stdin)['paths']):\n"
    )
    lines = "".join(f"    {line}\n" for line in script.splitlines())
    return [sys.executable, "-c", f"{start}{lines}say('end')\n"]


def blamed(script: str, count: int = 9) -> list[str]:
    """The paths that are told as anything but what the script calls fine."""
    paths = [Path(str(at)) for at in range(count)]
    found = dict(reading.read_all(paths, workers=1, command=worker(script)))
    assert sorted(found) == list(range(count))
    return [str(paths[at]) for at, one in sorted(found.items()) if not isinstance(one, errors.WrongPackage)]


def test_a_file_that_ends_its_worker_is_to_blame_and_no_other() -> None:
    assert blamed("if path in '37': os._exit(9)\nfine()") == ["3", "7"]


def test_a_worker_that_was_used_up_by_others_is_nobodys_fault() -> None:
    assert blamed("if earlier == 2: os._exit(9)\nfine()") == []


def test_a_file_that_is_passed_over_in_silence_is_to_blame() -> None:
    assert blamed("if path == '4': break\nfine()") == ["4"]


def test_an_exception_of_a_library_is_an_error_of_its_file() -> None:
    assert blamed("if path == '5': say('error', 'MemoryError', {}, ''); os._exit(0)\nfine()") == ["5"]


def test_whoever_takes_answers_slowly_loses_none() -> None:
    paths = [Path(str(at)) for at in range(200)]
    answers = reading.read_all(paths, workers=2, command=worker("fine()"))
    first = next(answers)  # the workers go on until there is no more room
    assert sorted(at for at, _ in [first, *answers]) == list(range(200))


def test_a_worker_that_cannot_be_started_is_told_of_every_file(tmp_path: Path) -> None:
    (tmp_path / "python").write_text("")
    found = dict(reading.read_all([Path("a"), Path("b")], command=[str(tmp_path / "python")]))
    assert [type(found[at]) for at in (0, 1)] == [errors.FileInUse] * 2
