"""How a long job tells how far it is and learns that it is no longer wanted. No threads, no words."""

from typing import Protocol


class Cancelled(BaseException):
    """The person asked to stop; silent at the top. Not an `Exception`, so that no handler of errors eats it."""


class Progress(Protocol):
    """What a job is given to report to."""

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Say that `done` of `total` (None: unknown) is done. Raises `Cancelled` when asked to stop."""
        ...


class Silent:
    """Reports to nobody and is never cancelled."""

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Do nothing."""


SILENT = Silent()
