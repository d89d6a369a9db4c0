"""Templates that the office keeps, under a name: a text whose meaning only services know. Those that come with the program are files."""

from dataclasses import dataclass

from desktop.errors import NotFound
from desktop.storage import tables
from desktop.storage.store import Store
from desktop.storage.values import new_uid


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A kept template. kind: what it makes ("plan")."""

    id: int
    uid: str
    kind: str
    name: str


def list_templates(store: Store, kind: str) -> list[TemplateRow]:
    """The templates of a kind, the newest first."""
    rows = store.rows("SELECT id, uid, kind, name FROM template WHERE kind = ? ORDER BY id DESC", (kind,))
    return [TemplateRow(*row) for row in rows]


def add(store: Store, kind: str, name: str, body: str) -> TemplateRow:
    """Keep a template."""
    uid = new_uid()
    key = store.insert(tables.Template, {"uid": uid, "kind": kind, "name": name, "body": body})
    return TemplateRow(key, uid, kind, name)


def get(store: Store, uid: str) -> TemplateRow:
    """The template of that stable id. Raises `NotFound`."""
    row = store.row("SELECT id, uid, kind, name FROM template WHERE uid = ?", (uid,))
    if row is None:
        raise NotFound("template", uid)
    return TemplateRow(*row)


def body(store: Store, uid: str) -> str:
    """The text of the template of that stable id. Raises `NotFound`."""
    found = store.value("SELECT body FROM template WHERE uid = ?", (uid,))
    if found is None:
        raise NotFound("template", uid)
    return str(found)


def remove(store: Store, uid: str) -> None:
    """Remove a template; plans made from it stay. Raises `NotFound`."""
    if not store.run("DELETE FROM template WHERE uid = ?", (uid,)):
        raise NotFound("template", uid)
