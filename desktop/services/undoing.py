"""Named changes that can be taken back: every change of the window goes through `doing`. Combines the steps with what they touch."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.progress import SILENT, Progress
from desktop.services.changes import NOTHING, Noun, nouns_of
from desktop.services.workspace import Workspace
from desktop.storage import undo as steps

_LONG = 1 << 16
"""Packed bytes of a step, from which on taking it back takes a twentieth of a second or more."""


@dataclass(slots=True)
class Doing:
    """What a change did, filled when it has ended. nouns: what it touched; is_step: it can be taken back."""

    name: str
    nouns: Noun = NOTHING
    is_step: bool = False


@dataclass(frozen=True, slots=True)
class Turned:
    """A step taken back or made again."""

    name: str
    nouns: Noun


@contextmanager
def doing(work: Workspace, name: str, *, joins: bool = False) -> Iterator[Doing]:
    """One transaction, kept as a step named `name` ("Giao 12 đơn vị"). Whatever is raised inside, `Cancelled` too, undoes all of it.

    Inside another one it is part of that. joins: it goes on with the newest step if that has the same name. What seals it (an issued
    plan, a sent report) can never be taken back.
    """
    done = Doing(name)
    with steps.recording(work.store, name, joins=joins) as told:
        yield done
    done.nouns, done.is_step = nouns_of(told.tables), told.is_step


def undo(work: Workspace, progress: Progress = SILENT) -> Turned | None:
    """Take the newest step back; None when there is none. Raises `NotAllowed` with nothing changed: "undo_conflict", "undo_barrier",
    "undo_too_large", "undo_sealed". Cancelled by `progress` nothing is changed either."""
    return _turned(steps.undo(work.store, progress))


def redo(work: Workspace, progress: Progress = SILENT) -> Turned | None:
    """Make the step taken back last again, as `undo` takes it back; None when there is none. Raises `NotAllowed` "undo_conflict"."""
    return _turned(steps.redo(work.store, progress))


def next_undo(work: Workspace) -> str | None:
    """Name of the step that `undo` takes back; None where there is none or it cannot be."""
    step = steps.next_undo(work.store)
    return None if step is None or step.is_barrier else step.name


def next_redo(work: Workspace) -> str | None:
    """Name of the step that `redo` makes again."""
    step = steps.next_redo(work.store)
    return None if step is None else step.name


def is_long(work: Workspace, *, undone: bool) -> bool:
    """Whether the step that `undo` would take back (undone: that `redo` would make again) is so large that it takes a while."""
    step = steps.next_redo(work.store) if undone else steps.next_undo(work.store)
    return step is not None and step.size > _LONG


def _turned(told: steps.Recorded | None) -> Turned | None:
    return None if told is None else Turned(told.name, nouns_of(told.tables))
