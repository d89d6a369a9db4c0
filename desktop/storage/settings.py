"""Settings of the office, which travel with the workspace; those of the screen are elsewhere."""

import json
from typing import TYPE_CHECKING, Any

from desktop.storage.store import Store

if TYPE_CHECKING:
    from desktop.domain.office import Office

_OFFICE = "office"
_WINDOW_LOCK = "password"


def office(store: Store) -> "Office":
    """Whose copy this is; an office that has told nothing when none was kept."""
    from desktop.domain import as_json
    from desktop.domain.office import Office

    text = _text(store, _OFFICE)
    return Office() if text is None else as_json.load(Office, text)


def office_name(store: Store) -> str:
    """Its name alone, without reading the rest; "" before it is told."""
    sql = "SELECT json_extract(value, '$.name') FROM setting WHERE key = ?"
    return str(store.value(sql, (_OFFICE,)) or "")


def has_password(store: Store) -> bool:
    """Whether the window is locked by a password (`services.password`), without reading it: for the start."""
    return store.value("SELECT 1 FROM setting WHERE key = ?", (_WINDOW_LOCK,)) is not None


def password(store: Store) -> Any:
    """The record of the password as it was kept, None where there is none."""
    return get(store, _WINDOW_LOCK)


def save_password(store: Store, record: Any) -> None:
    """Keep the record of a password; None: there is none any more."""
    if record is None:
        remove(store, _WINDOW_LOCK)
    else:
        put(store, _WINDOW_LOCK, record)


def save_office(store: Store, value: "Office") -> None:
    """Keep the office. The caller gives it a uid once (`values.new_uid`)."""
    from desktop.domain import as_json

    _keep(store, _OFFICE, as_json.dump(value))


def get(store: Store, key: str, default: Any = None) -> Any:
    """A JSON value kept under `key`, or `default`."""
    text = _text(store, key)
    return default if text is None else json.loads(text)


def put(store: Store, key: str, value: Any) -> None:
    """Keep a JSON value under `key`."""
    _keep(store, key, json.dumps(value, ensure_ascii=False))


def remove(store: Store, key: str) -> None:
    """Keep nothing under `key` any more."""
    store.run("DELETE FROM setting WHERE key = ?", (key,))


def _text(store: Store, key: str) -> str | None:
    found = store.value("SELECT value FROM setting WHERE key = ?", (key,))
    return None if found is None else str(found)


def _keep(store: Store, key: str, text: str) -> None:
    store.run(
        "INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, text),
    )
