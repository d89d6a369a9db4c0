"""Views of lists that the office keeps by name: a page, a filter as JSON, an order. What a filter means only its page knows."""

from dataclasses import dataclass

from desktop.errors import NotFound
from desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class SavedView:
    """One view. filter: JSON text."""

    id: int
    page: str
    name: str
    filter: str


def of_page(store: Store, page: str) -> list[SavedView]:
    """The views of a page in their order."""
    sql = "SELECT id, page, name, filter FROM saved_view WHERE page = ? ORDER BY position, id"
    return [SavedView(*row) for row in store.rows(sql, (page,))]


def keep(store: Store, page: str, name: str, filter_text: str) -> SavedView:
    """Keep a view at the end of its page; one of that name is replaced where it stands."""
    with store.transaction():
        found = store.value("SELECT id FROM saved_view WHERE page = ? AND name = ?", (page, name))
        if found is not None:
            store.run("UPDATE saved_view SET filter = ? WHERE id = ?", (filter_text, found))
            return SavedView(int(found), page, name, filter_text)
        key = store.next_id("saved_view")
        store.run(
            "INSERT INTO saved_view(id, page, name, filter, position) VALUES (?, ?, ?, ?, ?)",
            (key, page, name, filter_text, key),
        )
        return SavedView(key, page, name, filter_text)


def remove(store: Store, key: int) -> None:
    """Forget a view. Raises `NotFound`."""
    if not store.run("DELETE FROM saved_view WHERE id = ?", (key,)):
        raise NotFound("saved_view", key)
