"""What was typed as a unit's result and cannot be read yet, a figure or a day, in a file of its own in the home. Never the result.

The words lie there until they are put right, so that looking at another task or closing the program loses nothing.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.domain.assignment import Status
from desktop.services import unsaved

VERSION = 1


@dataclass(frozen=True, slots=True)
class Typed:
    """A result as it was typed. done_on: the words of the day; figures: indicator id -> words."""

    status: Status
    done_on: str
    text: str
    reason: str
    proposal: str
    figures: Mapping[int, str]


def keep(home: Path, assignment: int, typed: Typed) -> None:
    """Write what is typed of an assignment. Raises the errors of `writers.atomic.translated`."""
    unsaved.write(_path(home, assignment), {"version": VERSION, **asdict(typed)})


def forget(home: Path, assignment: int) -> None:
    """It can be read now, or nobody wants it."""
    with suppress(OSError):
        _path(home, assignment).unlink(missing_ok=True)


def find(home: Path, assignment: int) -> Typed | None:
    """What was typed and could not be read; None for nothing, or nothing that is of this kind."""
    try:
        kept = json.loads(_path(home, assignment).read_text("utf-8"))
        if kept.pop("version") != VERSION:
            return None
        status, figures = Status(kept.pop("status")), kept.pop("figures").items()
        return Typed(status=status, figures={int(key): str(words) for key, words in figures}, **kept)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _path(home: Path, assignment: int) -> Path:
    return home / unsaved.FOLDER / f"result-{assignment}.json"
