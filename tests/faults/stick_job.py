"""Run by the sweeps of test_stick.py, one process a fault: writes packages onto the stick, works on, and judges what is left.

put STICK SOURCE [PAUSE]: `stick.put` of each folder in SOURCE, one after the other; then all of them onto the disk of the office.
send STICK HOME: `packages send` in a copy of HOME; then once more into a folder beside it, in the same process.
judge put OLDER SOURCE, judge send OLDER: 0 where all is as it must be; otherwise a line that says what is not, and 1 or 3.

Every line that is printed tells what the user was told: ACK file, REFUSED sentence, ROWS noted, AGAIN exit status.
"""

import contextlib
import hashlib
import io
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from desktop.cli.main import main
from desktop.errors import AppError
from desktop.exchange.package import open_package
from desktop.sentences import sentence
from desktop.services.workspace import Workspace
from desktop.storage import packages
from desktop.storage.packages import Filter, Package
from desktop.writers import stick

LOST, OTHER = 1, 3
SAID = ("đã đầy", "bị rút ra", "khóa ghi", "bị lỗi")
"""What is said of a stick, one of these; none of it is "not a file" or "no permission"."""


def say(word: str, value: object) -> None:
    """A line at once: the process may be killed the next moment."""
    print(word, value, flush=True)


def put(place: Path, source: Path, pause: float = 0) -> None:
    """pause: seconds after each line, for the block log that takes marks from them."""
    for folder in sorted(source.iterdir()):
        try:
            for path in stick.put(folder, place):
                say("ACK", path.name)
        except AppError as error:
            say("REFUSED", sentence(error))
        time.sleep(pause)
    with tempfile.TemporaryDirectory() as other:
        for folder in source.iterdir():
            stick.put(folder, Path(other))
    say("AGAIN", 0)


def send(place: Path, template: Path) -> None:
    """The whole command, twice in one process, on a home of its own."""
    home = Path(tempfile.mkdtemp(prefix="stick-")) / "home"
    shutil.copytree(template, home)
    say("HOME", home)
    status, out, err = command(home, place)
    if status == 0:
        for line in out.splitlines():
            say("ACK", Path(line).name)
    else:
        say("REFUSED", err.strip().splitlines()[-1])
    say("ROWS", len(noted(home)))
    say("AGAIN", command(home, home.parent / "khac")[0])


def command(home: Path, to: Path) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of `packages send` of the first plan to three units."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    units = [word for unit in (1, 3, 7) for word in ("--unit", str(unit))]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(["--home", str(home), "packages", "send", "1", "--to", str(to), *units])
    said = [stream.buffer.getvalue().decode() for stream in (out, err)]  # type: ignore[attr-defined]
    return status, said[0], said[1]


def noted(home: Path) -> list[Package]:
    """What the workspace says was sent."""
    with Workspace.open(home) as work:
        return packages.history(work.store, Filter(is_ours=True))


class Judge:
    """What is left after a fault, and what was told before it."""

    def __init__(self, older: Path) -> None:
        self.place, self.older = Path(os.environ["FAULT_DIR"]), older
        lines = Path(os.environ["FAULT_ACK"]).read_text(encoding="utf-8").splitlines()
        self.lines = [line.split(" ", 1) for line in lines if " " in line]
        self.is_cut = os.environ["FAULT_MODE"] == "power"

    def told(self, word: str) -> list[str]:
        return [rest for first, rest in self.lines if first == word]

    def put(self, source: Path) -> None:
        """What was told to be safe is what it was."""
        self._older_untouched()
        self._whole({name: digest(next(source.rglob(name))) for name in self.told("ACK")})
        self._works_on()

    def send(self) -> None:
        """Noted is what was told, and all of it is safe."""
        self._older_untouched()
        home = Path(self.told("HOME")[0])
        if self.is_cut and "AGAIN" not in dict(self.lines):
            rows = {row.file_name: row.sha256 for row in noted(home)}
            need(rows.keys() >= set(self.told("ACK")), OTHER, "acknowledged but not noted")
            self._whole(
                {name: sha for name, sha in rows.items() if not (home.parent / "khac" / name).exists()}
            )
        else:
            need(self.told("ROWS") == [str(len(self.told("ACK")))], OTHER, f"noted {self.told('ROWS')}")
            every = {row.file_name: row.sha256 for row in noted(home)}
            self._whole({name: every[name] for name in self.told("ACK")})
        shutil.rmtree(home.parent)
        self._works_on()

    def _older_untouched(self) -> None:
        for path in self.older.iterdir():
            left = self.place / path.name
            need(left.is_file() and left.read_bytes() == path.read_bytes(), LOST, f"{path.name} changed")

    def _whole(self, wanted: dict[str, str]) -> None:
        for name, sha256 in wanted.items():
            path = self.place / name
            need(path.is_file() and digest(path) == sha256, LOST, f"{name} was told to be safe")
            open_package(path)

    def _works_on(self) -> None:
        """Where the process lived on: everything was told to be safe, or was refused with the right words and works elsewhere."""
        if self.is_cut:
            return
        need(self.told("AGAIN") == ["0"], OTHER, f"does not work on: {self.lines}")
        refused = self.told("REFUSED")
        need(bool(refused or self.told("ACK")), OTHER, "nothing was said")
        need(all(any(words in one for words in SAID) for one in refused), OTHER, f"said {refused}")
        if refused and os.environ["FAULT_MODE"] in {"eio", "enospc"}:
            known = {path.name for path in self.older.iterdir()} | set(self.told("ACK"))
            need({path.name for path in self.place.iterdir()} <= known, OTHER, "something half was left")


def need(condition: bool, status: int, why: str) -> None:
    """End with that status and line where it does not hold."""
    if not condition:
        print(why)
        sys.exit(status)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    what, *given = sys.argv[1:]
    if what == "put":
        put(Path(given[0]), Path(given[1]), *map(float, given[2:]))
    elif what == "send":
        send(Path(given[0]), Path(given[1]))
    elif given[:1] and what == "judge":
        judge = Judge(Path(given[1]))
        judge.put(Path(given[2])) if given[0] == "put" else judge.send()
