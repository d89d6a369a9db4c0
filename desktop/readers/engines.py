"""Which library reads a workbook: calamine first, openpyxl in a fresh worker when that fails. Reads nothing itself."""

from collections.abc import Generator

from desktop.progress import Progress
from desktop.readers import guard, wire
from desktop.readers.ending import Unreadable
from desktop.readers.gate import Kind

_SECOND = frozenset({Kind.XLSX, Kind.XLSM})


def run(request: wire.Request, progress: Progress) -> Generator[wire.Message, None, None]:
    """The messages of the first library that can read the file; one that has begun to answer is kept.

    The option "engine" is added to the request. Raises the error classes of `desktop.errors`.
    """
    for engine in ("calamine", "openpyxl"):
        begun = False
        asked = wire.Request(
            request.task, request.path, request.kind, {**request.options, "engine": engine}, request.limits
        )
        try:
            for message in guard.run(asked, progress):
                begun = True
                yield message
        except Unreadable as unreadable:
            if begun or unreadable.ending.final or engine == "openpyxl" or request.kind not in _SECOND:
                raise unreadable.ending.error from unreadable
        else:
            return
