"""Search over everything, without dấu, and where in the work a thing that was found stands. Changes nothing."""

from dataclasses import dataclass

from desktop.services.workspace import Workspace
from desktop.storage import results, search, tasks
from desktop.storage.search import Hit

__all__ = ["Found", "Hit", "find", "place_of"]


@dataclass(frozen=True, slots=True)
class Found:
    """Where to look at a hit. noun, key: the thing that is opened ("plan", "unit", "report", "directive"); tab: the part of a plan's
    workspace ("tasks", "results"); part: what to show there ("task:12", "result:5")."""

    noun: str
    key: int
    tab: str = ""
    part: str = ""


def find(work: Workspace, words: str, limit: int = 50) -> list[Hit]:
    """What holds all of `words`, the last one as a beginning; exact dấu first. Empty for words without a letter or digit."""
    return search.find(work.store, words, limit)


def place_of(work: Workspace, hit: Hit) -> Found:
    """Where `hit` is opened: tasks and results within their plan. Raises `NotFound` where it has gone meanwhile."""
    if hit.noun == "task":
        return Found("plan", tasks.get(work.store, hit.id).plan, "tasks", f"task:{hit.id}")
    if hit.noun == "result":
        return Found("plan", results.plan_of(work.store, hit.id), "results", f"result:{hit.id}")
    return Found(hit.noun, hit.id)
