"""The command line run for real, and killed for real, on a living home."""

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.paths import data_file

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(home: Path) -> Run:
    """Run a command on the home of the test to its end, or kill its process group after some seconds."""

    def go(*words: object, kill_after: float | None = None) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "desktop", "--home", str(home), *map(str, words)]
        try:
            return subprocess.run(
                command, capture_output=True, encoding="utf-8", timeout=kill_after, check=False
            )
        except subprocess.TimeoutExpired:  # `run` has killed it with SIGKILL
            return subprocess.CompletedProcess(command, -9, "", "")

    return go


@pytest.fixture
def moments() -> Callable[[int, float], list[float]]:
    """Moments at which to kill, spread over a command's length, the same each time."""
    chance = random.Random(7)
    return lambda count, longest: [chance.uniform(0.05, longest) for _ in range(count)]


@pytest.fixture
def units(run: Run) -> Path:
    """The bundled unit list, imported."""
    path = data_file("samples/danh-sach-don-vi.xlsx")
    assert run("units", "import", path).returncode == 0
    return path


@pytest.fixture
def plan(run: Run, units: Path) -> int:
    """A draft from the bundled directive."""
    assert run("plans", "new", "--from", data_file("samples/cong-van-so-y-te.docx")).returncode == 0
    return 1
