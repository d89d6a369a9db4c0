"""A workspace of its own for each test, on a day that the test says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from story import Clock
from two_offices import LATER, Offices, two_offices

from desktop.services import offices
from desktop.services.workspace import Workspace


@pytest.fixture
def workspace(home: Path) -> Iterator[Workspace]:
    """An open, empty workspace whose clock stands on the day the directive came in."""
    with Workspace.open(home, Clock()) as work:
        yield work


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Offices]:
    """The office that gives work and a unit that has the program too."""
    made = two_offices(tmp_path)
    yield made
    made.upper.close()
    made.lower.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    """Another PC of the office that gives the work, with nothing yet."""
    with _new(tmp_path / "may-hai", "Ủy ban nhân dân xã Đồng Sen") as work:
        yield work


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Workspace]:
    """Another PC of the office that does the work, with nothing yet."""
    with _new(tmp_path / "duoi-hai", "Phòng Văn hóa - Xã hội xã Đồng Sen") as work:
        yield work


def _new(folder: Path, name: str) -> Workspace:
    folder.mkdir()
    work = Workspace.open(folder, Clock(LATER))
    offices.tell(work, name=name, place="Đồng Sen")
    return work
