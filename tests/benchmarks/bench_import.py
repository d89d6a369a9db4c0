"""The whole import of a unit list of 100,000 x 12, beside calamine's own read plus one raw executemany. Prints; asserts nothing.

    python tests/benchmarks/bench_import.py [rounds] [rows] [FOLDER]

Ours is the command `units import FILE` from the start of its process to the end: read behind the guard, clean, compare, preview,
keep with groups and parents. The floor is measured inside its process: the library's read (for .csv the csv module), NFC and strip,
one folded name, one executemany with a unique and a search index. One follows the other round after round, so that a slow moment of
the machine hits both; the ratio is the median of the ratios of the rounds, "x cpu" that of seconds of processor, all processes
together. "first": seconds from the start of the process to its first word on the terminal; "cancel": from Ctrl+C in the middle to
its end. Memory: largest of the program, and of any worker.
FOLDER: where units.xlsx, units.xls, units.ods, units.csv are kept between runs; made when they are not there.
"""

import contextlib
import csv
import datetime as dt
import json
import os
import resource
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import long_lists

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdecimal() else 3
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2].isdecimal() else 100_000
SUFFIXES = ("xlsx", "xls", "ods", "csv")
CANCEL_AT = (0.4, 1.0, 1.6, 2.2)  # seconds after the first word: opening, library, rows, keeping
MARKS = dict.fromkeys(range(0x300, 0x370))


# --- the floor ----------------------------------------------------------------------------------------------------


def rows_of(path: Path) -> Iterator[list[Any]]:
    """The rows as the quickest library gives them."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from list(csv.reader(file))
        return
    from python_calamine import CalamineWorkbook

    yield from CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def cleaned(row: list[Any]) -> list[Any]:
    """Texts in NFC without edges, whole numbers, days as text; the name folded behind them."""
    cells = [
        (unicodedata.normalize("NFC", cell).strip() or None)
        if isinstance(cell, str)
        else int(cell)
        if isinstance(cell, float)
        else cell.isoformat()[:10]
        if isinstance(cell, dt.date)
        else cell
        for cell in row
    ]
    small = unicodedata.normalize("NFD", str(cells[2]).lower().replace("đ", "d"))
    cells.append(small.translate(MARKS))
    return cells


def floor(path: Path, folder: Path) -> tuple[float, float]:
    """(seconds, seconds of processor) of read, cleaning and one executemany."""
    base = sqlite3.connect(tempfile.mktemp(".db", dir=folder), isolation_level=None)
    base.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;"
        f"CREATE TABLE unit(id INTEGER PRIMARY KEY, {', '.join(f'c{i}' for i in range(12))}, folded);"
        "CREATE UNIQUE INDEX by_code ON unit(c1); CREATE INDEX by_name ON unit(folded)"
    )
    start, worked = time.perf_counter(), time.process_time()
    rows = rows_of(path)
    next(rows)
    base.execute("BEGIN")
    base.executemany(f"INSERT INTO unit VALUES(NULL{',?' * 13})", map(cleaned, rows))
    base.execute("COMMIT")
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return time.perf_counter() - start, time.process_time() - worked


# --- ours ---------------------------------------------------------------------------------------------------------


class Run:
    """One `units import` in a process of its own, with a terminal for its stderr, so that it tells how far it is."""

    def __init__(self, path: Path, folder: Path) -> None:
        import pty

        self._home = Path(tempfile.mkdtemp(dir=folder))
        self.first = self.worked = 0.0
        ours, theirs = pty.openpty()
        command = [
            sys.executable,
            "-m",
            "desktop",
            "--home",
            str(self._home),
            "units",
            "import",
            str(path),
        ]
        self.begun = time.perf_counter()
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        self._listener = threading.Thread(target=self._listen, args=(ours,))
        self._listener.start()

    def _listen(self, terminal: int) -> None:
        with contextlib.suppress(OSError):  # the terminal is gone with the process
            while os.read(terminal, 65536):
                self.first = self.first or time.perf_counter() - self.begun
        os.close(terminal)

    def wait(self) -> float:
        """Seconds until its end; `worked`: seconds of processor, those of its workers too."""
        _, status, used = os.wait4(self._process.pid, 0)
        taken = time.perf_counter() - self.begun
        self._process.returncode = os.waitstatus_to_exitcode(status)
        self.worked = used.ru_utime + used.ru_stime
        self._listener.join()
        shutil.rmtree(self._home)
        return taken

    def cancel(self, after: float) -> float | None:
        """Seconds from Ctrl+C, `after` seconds behind its first word, to its end; None when it had ended by then."""
        while not self.first:
            time.sleep(0.01)
        time.sleep(after)
        if not self._listener.is_alive():  # it has let go of its terminal
            self.wait()
            return None
        asked = time.perf_counter()
        self._process.send_signal(signal.SIGINT)
        return self.wait() - (asked - self.begun)


def memory(path: Path, folder: Path) -> tuple[float, float]:
    """(MiB of the program, MiB of its largest worker) at their peaks."""
    from desktop.cli.main import main as command

    with contextlib.redirect_stderr(sys.stdout):
        command(["--home", tempfile.mkdtemp(dir=folder), "units", "import", str(path)])
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    program, worker = (resource.getrusage(who).ru_maxrss / 1024 for who in kinds)
    return program, worker


# --- side by side -------------------------------------------------------------------------------------------------


def asked(*words: str) -> Any:
    """What this script says as JSON in a process of its own: a child inherits the peak memory of its parent."""
    run = subprocess.run(
        [sys.executable, __file__, *words], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return json.loads(run.stdout.splitlines()[-1])


def compare(path: Path, folder: Path) -> None:
    """Print the line of one format."""
    floors, ours, firsts, worked = [], [], [], []
    for turn in range(ROUNDS + 1):
        bare = asked("--floor", str(path), str(folder))
        run = Run(path, folder)
        taken = run.wait()
        if turn:  # the first round fills caches
            floors.append(bare[0])
            worked.append(run.worked / bare[1])
            ours.append(taken)
            firsts.append(run.first)
    cancels = [Run(path, folder).cancel(after) for after in CANCEL_AT]
    program, worker = asked("--memory", str(path), str(folder))
    ratio = statistics.median(a / b for a, b in zip(ours, floors, strict=True))
    print(
        f"{path.suffix:6} {statistics.median(floors):7.2f} {statistics.median(ours):7.2f} {ratio:8.2f} "
        f"{min(ours) / min(floors):9.2f} {statistics.median(worked):6.2f} {program:9.0f} {worker:8.0f} {statistics.median(firsts):7.2f}  "
        + ", ".join(f"{one:.2f}" for one in cancels if one is not None)
    )


def main() -> None:
    """Make the lists, run the rounds, print the table."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")  # as installed: compiled once
        kept = Path(sys.argv[3]) if len(sys.argv) > 3 else folder
        print(f"unit list {ROWS} x 12 (.xls {min(ROWS, long_lists.MOST_XLS)}), {ROUNDS} rounds; seconds, MiB")
        print("file     floor    ours  x floor best/best  x cpu   program   worker   first  cancel")
        for suffix in SUFFIXES:
            path = kept / f"units.{suffix}"
            if not path.exists():
                asked("--make", str(path), str(ROWS))
            compare(path, folder)


if __name__ == "__main__":
    what, given = (sys.argv[1], sys.argv[2:]) if sys.argv[1:2] and sys.argv[1].startswith("--") else ("", [])
    if what == "--floor":
        print(json.dumps(floor(Path(given[0]), Path(given[1]))))
    elif what == "--memory":
        print("\n" + json.dumps(memory(Path(given[0]), Path(given[1]))))
    elif what == "--make":
        long_lists.write(Path(given[0]), int(given[1]))
        print(0)
    elif sys.platform == "win32":
        print("This bench needs a POSIX terminal.")
    else:
        main()
