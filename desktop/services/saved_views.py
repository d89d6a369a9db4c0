"""Named views of the lists of the window. A filter is a small JSON object of plain values that the page makes and understands."""

import json
from dataclasses import dataclass
from typing import Any

from desktop.domain.vietnamese import clean
from desktop.errors import BadValue
from desktop.services.workspace import Workspace
from desktop.storage import saved_views as stored


@dataclass(frozen=True, slots=True)
class View:
    """One view of a page. filter: as its page gave it."""

    id: int
    name: str
    filter: dict[str, Any]


def of_page(work: Workspace, page: str) -> list[View]:
    """The views of a page in their order; one whose filter cannot be read is passed over."""
    out = []
    for one in stored.of_page(work.store, page):
        told = _read(one.filter)
        if told is not None:
            out.append(View(one.id, one.name, told))
    return out


def keep(work: Workspace, page: str, name: str, told: dict[str, Any]) -> View:
    """Keep a filter under a name; one of that name is replaced. Raises `BadValue` "view_name" for no name."""
    name = clean(name)
    if not name:
        raise BadValue("view_name", name)
    kept = stored.keep(work.store, page, name, json.dumps(told, ensure_ascii=False, sort_keys=True))
    return View(kept.id, kept.name, told)


def remove(work: Workspace, key: int) -> None:
    """Forget a view. Raises `NotFound`."""
    stored.remove(work.store, key)


def _read(text: str) -> dict[str, Any] | None:
    try:
        told = json.loads(text)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None
