"""The process that reads one foreign file: `python -m desktop.workers.worker REQUEST`. Has no database.

Takes its limits upon itself, does the task of the module named and tells the answer as JSON lines (`wire`) on stdout. Whatever
happens inside is told as a message if it can be; what cannot be told (an abort, a kill) the parent sees from the
exit code.
"""

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, BinaryIO

from desktop.workers import wire


def answer(request: wire.Request, out: BinaryIO) -> None:
    """Do the task and write its messages, "end" last. Raises whatever the task raises; a parent that listens no more ends it quietly."""
    task: Callable[[wire.Request], Iterator[wire.Message]] = importlib.import_module(request.task).messages
    try:
        for message in task(request):
            _say(message, out)
        _say(["end"], out)
    except BrokenPipeError:
        return


def tell(error: BaseException, out: BinaryIO) -> None:
    """Write as the last message what ended the task: our own errors, those of libraries, panics of Rust that are no `Exception`."""
    _say(wire.error_message(error), out)


def _say(message: wire.Message, out: BinaryIO) -> None:
    out.write(wire.line(message))
    out.flush()


def main(
    arguments: list[str],
    out: BinaryIO,
    confine: Callable[..., Any] | None = None,
    given: BinaryIO | None = None,
) -> int:
    """Read the request from the command line, and from `given` what belongs to it; take the limits, answer. Exit code 0 when all was
    said."""
    request = wire.Request.load(arguments[0], given)
    if confine is not None:
        confine(request.limits)
    answer(request, out)
    return 0


def _end(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    """The hook for all that nobody has caught. Nothing is tidied up after it: native libraries could only crash or linger."""
    tell(error, sys.stdout.buffer)
    os._exit(0)


if __name__ == "__main__":
    import gc

    from desktop.workers.confine import confine as _confine

    gc.disable()  # a short life without cycles: looking for them would take a fifth of it
    sys.excepthook = _end
    # All is said and flushed: see `_end`.
    os._exit(main(sys.argv[1:], sys.stdout.buffer, _confine, sys.stdin.buffer))
