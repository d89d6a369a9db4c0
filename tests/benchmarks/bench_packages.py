"""Packages by the thousand (issue 5, item 7): replies of 30 assignments each. Opened, verified, decrypted and parsed
by workers on all cores. Prints a table; asserts nothing. What becomes of them in a workspace is timed in bench_receiving.

Each count is measured in a process of its own, so that the memory told is that of this count alone. Processor seconds are those of the
program and its workers together: on a machine that others use too, they tell more than the clock.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "exchange")]

import packages_made as made  # noqa: E402

from desktop.exchange import reading  # noqa: E402
from desktop.exchange.package import Opened  # noqa: E402

COUNTS = (100, 1_000, 3_321)
GIVEN = 30


def opening(folder: Path, count: int) -> None:
    """Encrypted replies opened: seal, passphrase, directory, hashes and content checked, values built."""
    paths = replies(folder, count)
    size = sum(path.stat().st_size for path in paths)
    before, start, done = processor(), time.perf_counter(), 0
    for _, answer in reading.read_all(paths, [made.PHRASE]):
        assert isinstance(answer, Opened)
        done += len(answer.content.assignments)
    seconds = time.perf_counter() - start
    assert done == count * GIVEN
    memory, workers = peaks()
    print(
        f"{count:6} packages, {size / 2**20:6.1f} MiB   {seconds:6.2f} s, {processor() - before:6.2f} s of processor"
        f"   {seconds / count * 1e3:5.2f} ms each"
        f"   memory {memory:4.0f} MiB, of a worker {workers:4.0f} MiB"
    )


def replies(folder: Path, count: int) -> list[Path]:
    """So many replies as files, made by processes on all cores."""
    here = str(Path(__file__).resolve())
    share = -(-count // (os.cpu_count() or 1))
    starts = range(0, count, share)
    commands = [
        [sys.executable, here, "make", str(folder), str(at), str(min(share, count - at))] for at in starts
    ]
    for process in [subprocess.Popen(command) for command in commands]:
        if process.wait():
            raise RuntimeError("making packages failed")
    return sorted(folder.iterdir())


def make(folder: Path, first: int, count: int) -> None:
    """The replies from number `first` on."""
    for at, data in enumerate(made.replies(count, GIVEN, first=first), first):
        (folder / f"{at:05}.skh").write_bytes(data)


def processor() -> float:
    """Seconds of processor that this process and those it waited for have taken."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def peaks() -> tuple[float, float]:
    """MiB that this process, and the largest of those it waited for, held at most; zero where the system does not tell."""
    if sys.platform == "win32":
        return 0.0, 0.0
    import resource

    divisor = 2**20 if sys.platform == "darwin" else 2**10
    own, others = (
        resource.getrusage(who).ru_maxrss / divisor
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own, others


def main(words: list[str]) -> None:
    if words[:1] == ["make"]:
        make(Path(words[1]), int(words[2]), int(words[3]))
    elif words[:1] == ["one"]:
        with tempfile.TemporaryDirectory() as folder:
            opening(Path(folder), int(words[1]))
    else:
        for count in COUNTS:
            subprocess.run([sys.executable, __file__, "one", str(count)], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
