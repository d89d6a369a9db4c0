"""Who reads a workbook: calamine first, openpyxl in a fresh worker when that fails. Reads nothing itself.

A large workbook is looked through by a second worker while the first one reads: nothing is handed on before that one
has found no harm.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace

from desktop.domain.draft import Problem
from desktop.progress import Progress
from desktop.readers import open_document
from desktop.readers.gate import Kind
from desktop.workers import guard, wire
from desktop.workers.ending import Unreadable
from desktop.workers.limits import MIB

Messages = Generator[wire.Message, None, None]
_SECOND = frozenset({Kind.XLSX, Kind.XLSM})
_LARGE = MIB
_MOST_HIDDEN = 1000


@dataclass(frozen=True, slots=True)
class Facts:
    """What was seen in the parts of a workbook. hidden_rows: sheet -> rows from 1; counts over all sheets."""

    hidden_rows: Mapping[str, tuple[int, ...]]
    uncalculated: int = 0
    errors: int = 0

    @staticmethod
    def of(told: Mapping[str, tuple[list[int], int, int]]) -> "Facts":
        """From the message of a worker."""
        return Facts(
            {name: tuple(found[0]) for name, found in told.items()},
            sum(found[1] for found in told.values()),
            sum(found[2] for found in told.values()),
        )

    def problems(self, sheet: str | None = None, rows: range = range(0)) -> tuple[Problem, ...]:
        """Formulas saved without a value, cells with an error, and the hidden ones of `rows` (from 1) in `sheet`."""
        counts = (("formula_without_value", self.uncalculated), ("cell_error", self.errors))
        hidden = [row for row in self.hidden_rows.get(sheet or "", ()) if row in rows][:_MOST_HIDDEN]
        return (
            *(Problem(0, None, code, str(count)) for code, count in counts if count),
            *(Problem(row, None, "hidden_row") for row in hidden),
        )


NO_FACTS = Facts({})


def run(request: wire.Request, progress: Progress) -> Messages:
    """The messages of the first library that can read the file; one that has begun to answer is kept.

    The option "engine" is added to the request. Raises the error classes of `desktop.errors`.
    """
    try:
        try:
            yield from (
                _beside(request, progress) if _is_large(request) else _alone(request, progress, "calamine")
            )
        except _TryAnother:
            if request.kind not in _SECOND:
                raise
            yield from _alone(request, progress, "openpyxl")
    except Unreadable as unreadable:
        raise unreadable.ending.error from unreadable


def _is_large(request: wire.Request) -> bool:
    if request.kind == Kind.ODS:
        return open_document.is_large(request.path)
    return request.kind in _SECOND and request.path.stat().st_size > _LARGE


class _TryAnother(Unreadable):
    """The library failed before its first word, in a way that may be its own fault."""


def _alone(request: wire.Request, progress: Progress, engine: str, **more: object) -> Messages:
    """One library in one worker."""
    begun = False
    asked = replace(request, options={**request.options, "engine": engine, **more})
    try:
        for message in guard.run(asked, progress):
            begun = begun or message[0] != "facts"
            yield message
    except Unreadable as unreadable:
        if begun or unreadable.ending.final:
            raise
        raise _TryAnother(unreadable.ending) from unreadable


def _beside(request: wire.Request, progress: Progress) -> Messages:
    """calamine in one worker, the looking through in another at the same time; the verdict of the latter comes first."""
    looking = guard.start(replace(request, task="desktop.readers.parts_task", options={}), progress)
    try:
        reading = _alone(request, progress, "calamine", unseen=True)
        try:
            first = next(reading)
        except Unreadable:
            list(looking.messages())
            raise
        yield from looking.messages()
        yield first
        yield from reading
    finally:
        looking.close()
