"""Runs workers: one process per foreign file, watched, limited in time, ended at once when cancelled.

A crash, hang or panic of a library costs the reading and not the program. What a worker's end means is in `ending`.
"""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from desktop.errors import FileInUse
from desktop.progress import Progress
from desktop.workers import ending, wire

_POLL = 0.05  # seconds between two looks at whether the person has cancelled
_WAITING_LINES = 4
_BUFFER = 1 << 18  # small pieces cost a fight for the interpreter's lock each
_NOISE = 2000
_LEAVING = 2.0  # seconds that a worker has to end by itself after its last word
OPENING = "opening"


def run(
    request: wire.Request, progress: Progress, command: Sequence[str] | None = None
) -> Iterator[wire.Message]:
    """Start a worker and listen: `start` and `Worker.messages` in one. Closing the iterator ends the worker."""
    worker = start(request, progress, command)
    try:
        yield from worker.messages()
    finally:
        worker.close()


def start(request: wire.Request, progress: Progress, command: Sequence[str] | None = None) -> "Worker":
    """A worker that begins at once. progress: told "opening" here, and later what the worker tells.

    command: the program to start instead of the usual one (tests). Whoever starts a worker closes it.
    """
    progress.step(0, None, OPENING)
    return Worker(request, _start(request, command or _command()), progress)


def _start(request: wire.Request, command: Sequence[str]) -> "subprocess.Popen[bytes]":
    try:
        process = subprocess.Popen(  # noqa: S603  our own interpreter, our own module
            [*command, request.dump()],
            stdin=subprocess.DEVNULL if request.given is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            bufsize=_BUFFER,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except PermissionError as error:  # a scanner holds the interpreter for a moment
        raise FileInUse(request.path, str(error)) from error
    _widen(process)
    _give(request, process)
    return process


def _give(request: wire.Request, process: "subprocess.Popen[bytes]") -> None:
    """Hand over what does not go on the command line. A worker that ends before it has read that is heard of by its end."""
    if process.stdin:
        with contextlib.suppress(OSError), process.stdin as stream:
            stream.write(json.dumps(request.given).encode("ascii"))


def _widen(process: "subprocess.Popen[bytes]") -> None:
    """A wider pipe where the system allows it; without it everything works, only slower."""
    if sys.platform == "linux" and process.stdout:
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(process.stdout.fileno(), fcntl.F_SETPIPE_SZ, _BUFFER)


def _command() -> list[str]:
    """How a worker is started; the frozen program is its own interpreter and knows the same words."""
    flags = [] if getattr(sys, "frozen", False) else ["-P", "-X", "utf8"]
    return [sys.executable, *flags, "-m", "desktop.workers.worker"]


def _environment() -> dict[str, str]:
    """The parent's, with the folder of this very package first: the worker must run the same code."""
    here = str(Path(__file__).resolve().parents[2])
    others = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([here, others] if others else [here])}


class Worker:
    """A running worker. `messages` gives what it says; `close` ends it, at any time."""

    def __init__(self, request: wire.Request, process: "subprocess.Popen[bytes]", progress: Progress) -> None:
        self._request, self._process, self._progress = request, process, progress
        self._lines: queue.Queue[bytes | None] = queue.Queue(_WAITING_LINES)
        self._told: tuple[Any, ...] = (0, None, OPENING)
        self._noise = ""
        self._over = False

    def close(self) -> None:
        """End the process, if it has not ended itself."""
        self._process.kill()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()

    def messages(self) -> Iterator[wire.Message]:
        """The messages as they come, without "step", "end" and "error"; once.

        The progress is told at least every 0.05 s while waiting and may raise Cancelled, which ends the worker.
        Raises `ending.Unreadable`.
        """
        stream = self._process.stdout
        assert stream is not None
        pump = threading.Thread(target=self._pump, args=(stream,), name="reader", daemon=True)
        pump.start()
        try:
            yield from self._listen()
        finally:
            self._over = True
            self._process.kill()
            while pump.is_alive():
                self._drain()
                pump.join(0.01)

    def _pump(self, stream: IO[bytes]) -> None:
        for data in stream:
            if self._over:
                break
            self._lines.put(data)
        self._lines.put(None)

    def _drain(self) -> None:
        while not self._lines.empty():
            self._lines.get_nowait()

    def _listen(self) -> Iterator[wire.Message]:
        waited = 0.0
        while True:
            since = time.monotonic()
            data = self._next()
            waited += time.monotonic() - since
            if waited > self._request.limits.wall:
                raise ending.Unreadable(ending.slow(self._request.path, waited))
            if data is None:
                raise ending.Unreadable(ending.died(self._request.path, self._process.wait(), self._noise))
            message = wire.parse(data) if data else ["wait"]
            if message is None:
                self._noise = (self._noise + data.decode("utf-8", "replace"))[-_NOISE:]
            elif message[0] == "end":
                return self._let_leave()
            elif message[0] == "error":
                self._let_leave()
                raise ending.Unreadable(ending.told(self._request.path, message))
            elif message[0] == "step":
                self._told = tuple(message[1:4])
            elif data:
                yield message

    def _let_leave(self) -> None:
        """What has said all may end by itself (a measured worker still has its figures to write); if it lingers, it is ended."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_LEAVING)

    def _next(self) -> bytes | None:
        """The next line; empty when nothing came for a moment; None at the end of the stream."""
        self._progress.step(*self._told)
        try:
            return self._lines.get(timeout=_POLL)
        except queue.Empty:
            return b""
