"""The schema, step by step. Each step is a module with `up(db)`, plain SQL only; it sees neither tables nor domain.

A new database is made by running all steps, an old one by running those it lacks. The number of a step is its place in `STEPS`.
"""

from collections.abc import Callable
from typing import Protocol

from desktop.storage.migrations import (
    m0001_first,
    m0002_reports,
    m0003_registers,
    m0004_undo,
    m0005_lists,
    m0006_open_work,
    m0007_exchange,
)


class Executes(Protocol):
    """What a step needs of a connection."""

    def execute(self, sql: str, /) -> object:
        """Run one or more statements."""
        ...


STEPS: tuple[Callable[[Executes], None], ...] = (
    m0001_first.up,
    m0002_reports.up,
    m0003_registers.up,
    m0004_undo.up,
    m0005_lists.up,
    m0006_open_work.up,
    m0007_exchange.up,
)
NEWEST = len(STEPS)
