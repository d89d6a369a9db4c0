"""What was typed on a plan and not kept yet, in a file of its own in the home: so that a killed program loses nothing. Never the plan.

The file is written beside the workspace while one types and goes when the plan is kept; one that is found later is offered.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.documents.body import from_json, to_json
from desktop.errors import DataError
from desktop.services.plan_editing import Draft, Line
from desktop.writers.atomic import translated

FOLDER = "unsaved"
VERSION = 1
_NEW = "new:"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was found. typed_at: when it was written last, UTC."""

    draft: Draft
    typed_at: dt.datetime


def keep(home: Path, key: int, draft: Draft, now: dt.datetime) -> None:
    """Write what is typed on the plan `key`, in a few milliseconds: whole or not at all for a program that is killed, but without
    waiting for the disk, since it is written at every pause and the plan itself is kept a second later.

    Raises the errors of `writers.atomic.translated`.
    """
    kept = {
        "version": VERSION,
        "typed_at": now.isoformat(),
        "subject": draft.subject,
        "theme": draft.theme,
        "body": to_json(draft.body),
        "lines": [[line.key, line.text] for line in draft.lines],
    }
    write(_path(home, key), kept)


def write(path: Path, kept: Mapping[str, object]) -> None:
    """Write values as JSON where `keep` writes, in its way and with its errors."""
    beside = path.with_suffix(".part")
    try:
        path.parent.mkdir(exist_ok=True)
        beside.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
        beside.replace(path)
    except OSError as error:
        raise translated(error, path) from error


def forget(home: Path, key: int) -> None:
    """It is kept, or nobody wants it. One that cannot be removed is found again, and is the same as the plan then."""
    with suppress(OSError):
        _path(home, key).unlink(missing_ok=True)


def find(home: Path, key: int) -> Unsaved | None:
    """What was typed and not kept; None for nothing, or nothing that can be read."""
    try:
        kept = json.loads(_path(home, key).read_text("utf-8"))
        lines = tuple(Line(name, text) for name, text in kept["lines"])
        draft = Draft(kept["subject"], kept["theme"], from_json(kept["body"]), lines)
        return (
            Unsaved(draft, dt.datetime.fromisoformat(kept["typed_at"]))
            if kept["version"] == VERSION
            else None
        )
    except (OSError, ValueError, KeyError, TypeError, DataError):
        return None


def onto(lines: Sequence[Line], typed: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a plan as they are, with the words that were typed and the new lines that were begun; none is taken away."""
    words = {line.key: line.text for line in typed if line.is_task}
    out = [replace(line, text=words.get(line.key, line.text)) for line in lines]
    before = ""
    for line in typed:
        keys = [one.key for one in out]
        if line.key.startswith(_NEW) and line.key not in keys and before in keys:
            out.insert(keys.index(before) + 1, line)
        before = line.key
    return tuple(out)


def _path(home: Path, key: int) -> Path:
    return home / FOLDER / f"plan-{key}.json"
