"""Many packages opened in worker processes on all cores. Opens no file itself, holds none of what it has handed on.

A file that stops its worker costs only itself: the rest of its batch is read by another one. Passphrases go to workers over their
standard input, where no list of processes shows them.
"""

import os
import queue
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from desktop.domain import as_json
from desktop.domain.package import Manifest
from desktop.errors import FileDamaged, FileProblem
from desktop.exchange.package import Opened
from desktop.progress import SILENT, Cancelled, Progress
from desktop.workers import ending, guard, wire
from desktop.workers.limits import Limits

TASK = "desktop.exchange.reading_task"
_LIMITS = Limits(cpu=60, wall=90.0)
"""Of a worker: the largest content, 100,000 assignments, takes 8 s and 550 MiB on the machine of the benchmarks."""
_BATCH = 500  # packages a worker: its start costs as much as some dozens of them
_WAITING = 32  # of those that were read, for whoever takes them
_POLL = 0.05

Answer = tuple[int, Opened | FileProblem]


def read_all(
    paths: Sequence[Path],
    passphrases: Sequence[str] = (),
    progress: Progress = SILENT,
    workers: int | None = None,
    command: Sequence[str] | None = None,
) -> Iterator[Answer]:
    """(index in `paths`, the package there or why it cannot be used) for each, as they are done, in any order.

    passphrases: each is tried on what is encrypted; workers: processes at the same time, None for one a core; command: the program to
    start instead of the usual worker (tests). The progress is told at least every 0.05 s and may raise `Cancelled`; then, and when the
    iterator is closed, all workers are ended.
    """
    if not paths:
        return
    count = min(workers or os.cpu_count() or 1, len(paths))
    reading = _Reading(paths, passphrases, count, command)
    with ThreadPoolExecutor(count, "packages") as threads:
        running = [threads.submit(reading.work) for _ in range(count)]
        try:
            for done, answer in enumerate(reading.answers(running, progress), 1):
                yield answer
                progress.step(done, len(paths), "reading")
        finally:
            reading.stop.set()
    for one in running:
        one.result()


class _Watch:
    """The progress of one worker: it only tells when nobody waits for it any more."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Raises `Cancelled` when all is to stop."""
        if self._stop.is_set():
            raise Cancelled


class _Reading:
    """The batches that are left, and the answers that came."""

    def __init__(
        self, paths: Sequence[Path], passphrases: Sequence[str], workers: int, command: Sequence[str] | None
    ) -> None:
        self.stop = threading.Event()
        self._command = command
        self._paths, self._passphrases = paths, list(passphrases)
        self._answers: queue.Queue[Answer] = queue.Queue(_WAITING)
        rounds = -(-len(paths) // (_BATCH * workers))
        size = -(-len(paths) // (rounds * workers))
        self._batches = deque(range(at, min(at + size, len(paths))) for at in range(0, len(paths), size))

    def answers(self, running: Sequence["Future[None]"], progress: Progress) -> Iterator[Answer]:
        """All of them, until every thread of `running` is done."""
        done = 0
        while not (all(one.done() for one in running) and self._answers.empty()):
            try:
                yield self._answers.get(timeout=_POLL)
                done += 1
            except queue.Empty:
                progress.step(done, len(self._paths), "reading")

    def work(self) -> None:
        """Read batch after batch; ends silently when it is told to stop."""
        try:
            while self._batches:
                self._read(self._batches.popleft())
        except (Cancelled, IndexError):  # the last batch went to another thread in between
            return

    def _read(self, batch: range) -> None:
        """Read a batch, by as many workers as it takes. Whoever stops a fresh worker is to blame; one that stopped a worker that others
        had used up before gets a fresh one."""
        while batch:
            answered, error = 0, None
            try:
                for message in guard.run(self._request(batch), _Watch(self.stop), self._command):
                    self._tell((batch[answered], self._answer(self._paths[batch[answered]], message)))
                    answered += 1
            except ending.Unreadable as unreadable:
                error = unreadable.ending.error
            except FileProblem as problem:  # the worker could not be started
                error = problem
            if not answered:
                self._tell((batch[0], error or FileDamaged(self._paths[batch[0]], "no answer")))
                answered = 1
            batch = batch[answered:]

    def _request(self, batch: range) -> wire.Request:
        given = {"paths": [str(self._paths[at]) for at in batch], "passphrases": self._passphrases}
        return wire.Request(TASK, self._paths[batch[0]], limits=_LIMITS, given=given)

    def _answer(self, path: Path, message: wire.Message) -> Opened | FileProblem:
        if message[0] == "opened":
            manifest, content, salt, sha256 = message[1:]
            return Opened.of(as_json.load(Manifest, manifest), content, salt, sha256)
        return wire.own_error(path, message[1]) or FileDamaged(path, str(message[1][3]))

    def _tell(self, answer: Answer) -> None:
        """Hand an answer on; whoever takes them may be slow."""
        while not self.stop.is_set():
            try:
                return self._answers.put(answer, timeout=_POLL)
            except queue.Full:
                continue
        raise Cancelled
