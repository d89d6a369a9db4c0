"""The one place that knows every way in which a worker can end, and what error each is. Starts nothing."""

import signal
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import FileDamaged, FileHostile, FileProblem, FileTooSlow
from desktop.workers import wire


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ended: the error for the person; `final`: False when another library may still read the file."""

    error: FileProblem
    final: bool


class Unreadable(Exception):
    """A worker ended without its answer. `ending`: how."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(str(ending.error))
        self.ending = ending


def told(path: Path, message: wire.Message) -> Ending:
    """The ending that the worker itself told: our own error is final, a library's exception is not."""
    own = wire.own_error(path, message)
    if own is not None:
        return Ending(own, final=True)
    if message[1] == "MemoryError":
        return Ending(FileHostile(path, "memory"), final=False)
    return Ending(FileDamaged(path, str(message[3])), final=False)


def died(path: Path, code: int, noise: str) -> Ending:
    """The ending of a worker that said neither "end" nor "error". code: as Popen gives it; noise: what else it printed."""
    detail = f"exit {code} {noise}".strip()
    if code in _too_slow():
        return Ending(FileTooSlow(path, detail), final=True)
    if code in _out_of_memory():
        return Ending(FileHostile(path, detail), final=False)
    return Ending(FileDamaged(path, detail), final=False)


def slow(path: Path, seconds: float) -> Ending:
    """The ending of a worker that was stopped because it took too long."""
    return Ending(FileTooSlow(path, f"{seconds} s"), final=True)


_STATUS_QUOTA = 0xC0000044  # Windows: the job's quota of time is used up
_STATUS_ABORT = (
    0xC0000409,
    0xC0000017,
    0xC000012D,
    3,
)  # fast fail (Rust's abort), no memory, commit limit, abort()


def _too_slow() -> frozenset[int]:
    """Exit codes of a worker that used up its processor time."""
    return frozenset(
        {-int(getattr(signal, "SIGXCPU", 24)), -int(getattr(signal, "SIGKILL", 9)), _STATUS_QUOTA}
    )


def _out_of_memory() -> frozenset[int]:
    """Exit codes of a worker that asked for more memory than it may have."""
    return frozenset({-int(signal.SIGABRT), *_STATUS_ABORT})
