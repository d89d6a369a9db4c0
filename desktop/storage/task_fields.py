"""Lĩnh vực of tasks: which are in use, and the one of a task. The rest of a task is in `tasks`."""

from desktop.errors import NotFound
from desktop.storage.store import Store


def in_use(store: Store) -> list[str]:
    """The fields of tasks, each once, by the alphabet."""
    sql = "SELECT DISTINCT field FROM task WHERE field <> '' ORDER BY collation_key(field)"
    return [str(field) for (field,) in store.rows(sql)]


def tell(store: Store, key: int, field: str) -> None:
    """Say the field of one task, "" for none. Raises `NotFound`."""
    if not store.run("UPDATE task SET field = ? WHERE id = ?", (field, key)):
        raise NotFound("task", key)
