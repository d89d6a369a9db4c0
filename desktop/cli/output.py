"""What the command line prints: JSON values, aligned tables, progress on stderr. No use case, no sentence of an error."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Any, Self

from desktop.sentences import STEPS


def print_json(value: Any) -> None:
    """One JSON value on stdout, Vietnamese letters as they are."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def print_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows under their titles, columns aligned; cells longer than 60 signs are cut with "…"."""
    shown = [[cut(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(titles, *shown, strict=True)]
    for row in (list(titles), ["-" * width for width in widths], *shown):
        line = "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        print(line.rstrip())


def cut(cell: str, most: int = 60) -> str:
    """The words on one line, with "…" after the first `most` signs."""
    cell = " ".join(cell.split())
    return cell if len(cell) <= most else cell[: most - 1] + "…"


def _width(text: str) -> int:
    return sum(not unicodedata.combining(letter) for letter in text)


class StderrProgress:
    """Tells how far a job is on stderr, on one line, only where a person sees it; the line is empty again in the end, however it ends."""

    def __init__(self) -> None:
        self._shown = ""
        self._is_terminal = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def clear(self) -> None:
        """Leave the line empty, so that something else can be printed."""
        if self._shown:
            sys.stderr.write(f"\r{'':<60}\r")
            self._shown = ""

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Show it where it differs from what is shown."""
        if not self._is_terminal:
            return
        words = STEPS.get(what, what)
        line = f"{words} {100 * done // total} %" if total else f"{words} {done or ''}".rstrip()
        if line != self._shown:
            sys.stderr.write(f"\r{line:<60}")
            self._shown = line
