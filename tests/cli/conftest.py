"""Commands run in this process, each test in a home of its own, on a day that does not move."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from command_files import LETTER, UNITS
from openpyxl import load_workbook

from desktop.cli.main import main
from desktop.services.workspace import Workspace

TODAY = dt.date(2026, 3, 26)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Stdout, which must be one JSON value and nothing else."""
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Workspace.open
    monkeypatch.setattr(
        Workspace, "open", staticmethod(lambda home, today=lambda: TODAY: opened(home, today))
    )


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Runs `sokehoach --home HOME <words>`."""

    def command(*words: object) -> Ended:
        status = main(["--home", str(home), *map(str, words)])
        printed = capsys.readouterr()
        return Ended(status, printed.out, printed.err)

    return command


@pytest.fixture
def unit_list(tmp_path: Path) -> Path:
    """A list of units as CSV."""
    path = tmp_path / "don-vi.csv"
    rows = "".join(f"{n},{name},,\n" for n, name in enumerate(UNITS, 1))
    path.write_text(f"STT,Tên đơn vị,Người liên hệ,Điện thoại\n{rows}", encoding="utf-8")
    return path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A directive as text."""
    path = tmp_path / "cong-van.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def drafted(run: Callable[..., Ended], unit_list: Path, letter: Path) -> Callable[..., Ended]:
    """`run` in a home with units and plan 1 as a draft."""
    assert run("units", "import", unit_list).status == 0
    assert run("plans", "new", "--from", letter).status == 0
    return run


@pytest.fixture
def issued(drafted: Callable[..., Ended]) -> Callable[..., Ended]:
    """`run` in a home with units and plan 1 issued as number 15."""
    assert drafted("plans", "issue", "1", "--number", "15", "--date", "05/3/2026").status == 0
    return drafted


@pytest.fixture
def form(issued: Callable[..., Ended], tmp_path: Path) -> Path:
    """The filled form of the division."""
    issued("plans", "export", "1", "--to", tmp_path / "ra", "--forms")
    (path,) = (tmp_path / "ra").rglob("phong-*.xlsx")
    book = load_workbook(path)
    book["Kết quả"]["D8"], book["Kết quả"]["E8"] = "Hoàn thành", "24/3/2026"
    book.save(path)
    return path
