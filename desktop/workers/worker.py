"""The process that reads one foreign file: `python -m desktop.workers.worker REQUEST`. Has no database.

Takes its limits upon itself, does the task of the module named and tells the answer as JSON lines (`wire`) on stdout. Whatever
happens inside is told as a message if it can be; what cannot be told (an abort, a kill) the parent sees from the
exit code.
"""

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from desktop.workers import wire


def answer(request: wire.Request, out: BinaryIO) -> None:
    """Do the task and write its messages, "end" or "error" last. Raises nothing but what writing raises."""

    def say(message: wire.Message) -> None:
        out.write(wire.line(message))
        out.flush()

    try:
        task: Callable[[wire.Request], Iterator[wire.Message]] = importlib.import_module(
            request.task
        ).messages
        for message in task(request):
            say(message)
    except BrokenPipeError:
        return
    except BaseException as error:  # noqa: BLE001  the entry of the worker: panics of Rust are no Exception
        say(wire.error_message(error))
        return
    say(["end"])


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


if __name__ == "__main__":
    import gc

    from desktop.workers.confine import confine as _confine

    gc.disable()  # a short life without cycles: looking for them would take a fifth of it
    # All is said and flushed: the tidying of native libraries could only crash or linger.
    os._exit(main(sys.argv[1:], sys.stdout.buffer, _confine, sys.stdin.buffer))
