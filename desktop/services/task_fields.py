"""Lĩnh vực of tasks, by which reports may be arranged. No paper of a plan prints it, so it may be told after the plan was issued too."""

import functools
import tomllib
from collections.abc import Collection

from desktop.domain.task import Task
from desktop.domain.vietnamese import clean, fold
from desktop.paths import data_file
from desktop.services.workspace import Workspace
from desktop.storage import audit, plans, tasks
from desktop.storage import task_fields as stored


def of_plan(work: Workspace, plan: int) -> list[Task]:
    """The tasks of a plan in their order. Raises `NotFound`."""
    plans.get(work.store, plan)
    return tasks.of_plan(work.store, plan)


def known(work: Workspace) -> list[str]:
    """Fields to choose from: those in use, then those of data/fields.toml."""
    names: dict[str, str] = {}
    for name in (*stored.in_use(work.store), *_usual()):
        names.setdefault(fold(name), name)
    return list(names.values())


def tell(work: Workspace, keys: Collection[int], field: str) -> None:
    """Say the field of some tasks, by their ids; "" takes it back. A field in use keeps the spelling it has. Raises `NotFound`."""
    words = clean(field)
    same = next((name for name in stored.in_use(work.store) if fold(name) == fold(words)), words)
    with work.store.transaction():
        for key in keys:
            stored.tell(work.store, key, same)
        audit.note(work.store, "field_told", "task", field=same, tasks=len(keys))


@functools.cache
def _usual() -> tuple[str, ...]:
    return tuple(tomllib.loads(data_file("fields.toml").read_text("utf-8"))["fields"])
