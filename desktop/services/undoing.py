"""Named changes that can be taken back: every small change of the window goes through `doing`. Combines the steps with what they touch."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.services.changes import Noun
from desktop.services.workspace import Workspace
from desktop.storage import undo as steps

NOTHING = Noun(0)
_NOUNS = {
    "unit": Noun.UNITS,
    "unit_former_name": Noun.UNITS,
    "unit_group": Noun.UNITS,
    "group_member": Noun.UNITS,
    "directive": Noun.PLANS,
    "plan": Noun.PLANS,
    "plan_body": Noun.PLANS,
    "task": Noun.TASKS,
    "party": Noun.TASKS,
    "indicator": Noun.TASKS,
    "assignment": Noun.TASKS | Noun.RESULTS,
    "checklist_item": Noun.TASKS,
    "extension": Noun.TASKS,
    "urging": Noun.TASKS,
    "result": Noun.RESULTS,
    "result_value": Noun.RESULTS,
    "evidence": Noun.RESULTS,
    "report": Noun.REPORTS,
    "peer": Noun.PACKAGES,
    "package": Noun.PACKAGES,
    "receipt": Noun.PACKAGES,
    "setting": Noun.OFFICE,
    "template": Noun.OFFICE,
}


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
def doing(work: Workspace, name: str) -> Iterator[Doing]:
    """One transaction, kept as a step named `name` ("Giao 12 đơn vị"). Whatever is raised inside undoes all of it."""
    done = Doing(name)
    with steps.recording(work.store, name) as told:
        yield done
    done.nouns, done.is_step = nouns_of(told.tables), told.is_step


def undo(work: Workspace) -> Turned | None:
    """Take the newest step back; None when there is none. Raises `NotAllowed` "undo_barrier", "undo_conflict"."""
    return _turned(steps.undo(work.store))


def redo(work: Workspace) -> Turned | None:
    """Make the step taken back last again; None when there is none. Raises `NotAllowed` "undo_conflict"."""
    return _turned(steps.redo(work.store))


def next_undo(work: Workspace) -> str | None:
    """Name of the step that `undo` takes back; None where there is none or it is a barrier."""
    step = steps.next_undo(work.store)
    return None if step is None or step.is_barrier else step.name


def next_redo(work: Workspace) -> str | None:
    """Name of the step that `redo` makes again."""
    step = steps.next_redo(work.store)
    return None if step is None else step.name


def nouns_of(tables: frozenset[str]) -> Noun:
    """What screens show of these tables."""
    nouns = NOTHING
    for table in tables:
        nouns |= _NOUNS.get(table, Noun.PAPERS)
    return nouns


def _turned(told: steps.Recorded | None) -> Turned | None:
    return None if told is None else Turned(told.name, nouns_of(told.tables))
