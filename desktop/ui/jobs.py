"""Long work beside the window: one thread for all that changes the workspace, one for drawings that only the newest wish matters of.

Work is a plain function of a `Progress`. Its end is told on the window's thread, found by a timer: no object of Python crosses threads
by a signal of Qt. Cancelling raises `Cancelled` at the work's next step, so that a transaction rolls back.
"""

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import AppError
from desktop.progress import Cancelled, Progress, Silent

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

POLL_MS = 50
QUICK_POLL_MS = 15
"""How often the end of a drawing is looked for: what is typed should be seen soon."""
_TURN = 0.001
"""Seconds that a job may go on computing when the window's thread wants its turn. A frame takes several turns: at Python's usual five
milliseconds each they add up to a window that stutters."""

Work = Callable[[Progress], Any]
Done = Callable[[Any], object]
Failed = Callable[[AppError], object]


class _Meter:
    """The progress of one job: written by its thread, read by the window's."""

    def __init__(self) -> None:
        self.done, self.what = 0, ""
        self.total: int | None = None
        self._wanted = threading.Event()
        self._wanted.set()

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Say how far it is. Raises `Cancelled` once `cancel` was called."""
        if not self._wanted.is_set():
            raise Cancelled
        self.done, self.total, self.what = done, total, what

    def cancel(self) -> None:
        """Stop at the next step."""
        self._wanted.clear()


@dataclass(slots=True)
class _Job:
    title: str
    work: Work
    done: Done | None
    failed: Failed | None
    meter: _Meter = field(default_factory=_Meter)
    future: "Future[Any] | None" = None


class Jobs(QObject):
    """Runs jobs one after another. `idle` and `busy` tell the rest of the window; expected errors without a `failed` of their own
    go out by `failed`; defects by `broken`.

    started: title; progressed: title, done, total or -1, what; finished: title. Only the window's thread may call its methods.
    """

    started = Signal(str)
    progressed = Signal(str, int, int, str)
    finished = Signal(str)
    failed = Signal(object)
    broken = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._jobs: list[_Job] = []
        self._drawings: dict[str, _Job] = {}
        self._replaced: list[_Job] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._poll)

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits; drawings do not count."""
        return bool(self._jobs)

    @property
    def title(self) -> str:
        """Title of the job that runs, "" when none does."""
        return self._jobs[0].title if self._jobs else ""

    def start(self, title: str, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """Run `work` after those that wait. done: told its value; failed: told an `AppError` instead of the whole window."""
        job = _Job(title, work, done, failed)
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self._begin(job)
        self._watch()

    def draw(
        self, key: str, work: Callable[[], Any], done: Done | None = None, failed: Failed | None = None
    ) -> None:
        """Run `work` beside everything else; a newer wish of the same `key` makes this one's end unheard. `work` changes nothing."""
        job = _Job(key, lambda _: work(), done, failed)
        before = self._drawings.get(key)
        if before is not None and before.future is not None and not before.future.cancel():
            self._replaced.append(before)
        self._drawings[key] = job
        job.future = self._pool("drawing").submit(job.work, Silent())
        self._watch()

    def cancel(self) -> None:
        """Ask the running job to stop and forget those that wait."""
        for job in self._jobs[1:]:
            self.finished.emit(job.title)
        del self._jobs[1:]
        for job in self._jobs:
            job.meter.cancel()

    def close(self) -> None:
        """Cancel everything and wait for the threads to end."""
        self._timer.stop()
        for job in self._jobs:
            job.meter.cancel()
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()
        self._drawings.clear()
        self._replaced.clear()

    def _pool(self, name: str) -> "ThreadPoolExecutor":
        """One thread of that name, made at the first wish: its import must not hold up the window's start."""
        if name not in self._pools:
            from concurrent.futures import ThreadPoolExecutor

            sys.setswitchinterval(_TURN)
            self._pools[name] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        return self._pools[name]

    def _begin(self, job: _Job) -> None:
        job.future = self._pool("job").submit(job.work, job.meter)
        self.started.emit(job.title)

    def _watch(self) -> None:
        if not (self._jobs or self._drawings or self._replaced):
            self._timer.stop()
            return
        wanted = QUICK_POLL_MS if self._drawings else POLL_MS
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)

    def _poll(self) -> None:
        self._replaced = [job for job in self._replaced if job.future and not job.future.done()]
        for key, job in list(self._drawings.items()):
            if job.future is not None and job.future.done():
                del self._drawings[key]
                self._end(job)
        if self._jobs:
            self._poll_job(self._jobs[0])
        self._watch()

    def _poll_job(self, job: _Job) -> None:
        if job.future is None or not job.future.done():
            meter = job.meter
            self.progressed.emit(
                job.title, meter.done, -1 if meter.total is None else meter.total, meter.what
            )
            return
        self._jobs.remove(job)
        self.finished.emit(job.title)
        if self._jobs:
            self._begin(self._jobs[0])
        self._end(job)

    def _end(self, job: _Job) -> None:
        assert job.future is not None
        try:
            value = job.future.result()
        except Cancelled:
            return
        except AppError as error:
            if job.failed is None:
                self.failed.emit(error)
            else:
                job.failed(error)
            return
        except Exception as error:  # noqa: BLE001 - the job runner: anything else is a defect of ours, told once
            self.broken.emit(error)
            return
        if job.done is not None:
            job.done(value)
