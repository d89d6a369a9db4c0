"""A workspace of its own for each test, on a day that the test says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from story import Clock

from desktop.services.workspace import Workspace


@pytest.fixture
def workspace(home: Path) -> Iterator[Workspace]:
    """An open, empty workspace whose clock stands on the day the directive came in."""
    with Workspace.open(home, Clock()) as work:
        yield work
