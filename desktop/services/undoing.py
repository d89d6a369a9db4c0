"""Named changes that can be taken back: every change of the window goes through `doing`. Combines the steps with what they touch."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.services.changes import NOTHING, Noun, nouns_of
from desktop.services.workspace import Workspace
from desktop.storage import undo as steps


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


def undo(work: Workspace) -> Turned | None:
    """Take the newest step back; None when there is none. Raises `NotAllowed` with nothing changed: "undo_conflict", "undo_barrier",
    "undo_too_large", "undo_sealed"."""
    return _turned(steps.undo(work.store))


def redo(work: Workspace) -> Turned | None:
    """Make the step taken back last again; None when there is none. Raises `NotAllowed` "undo_conflict"."""
    return _turned(steps.redo(work.store))


def next_undo(work: Workspace) -> str | None:
    """Name of the step that `undo` takes back; None where there is none or it cannot be."""
    step = steps.next_undo(work.store)
    return None if step is None or step.is_barrier else step.name


def next_redo(work: Workspace) -> str | None:
    """Name of the step that `redo` makes again."""
    step = steps.next_redo(work.store)
    return None if step is None else step.name


def _turned(told: steps.Recorded | None) -> Turned | None:
    return None if told is None else Turned(told.name, nouns_of(told.tables))
