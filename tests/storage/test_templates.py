"""Templates that the office keeps."""

import pytest

from desktop.errors import NotFound
from desktop.storage import templates
from desktop.storage.store import Store


def test_templates_come_back_the_newest_first_by_kind(store: Store) -> None:
    first, second = (templates.add(store, "plan", name, f"body of {name}") for name in ("một", "hai"))
    templates.add(store, "report", "khác", "")
    assert templates.list_templates(store, "plan") == [second, first]
    assert templates.body(store, first.uid) == "body of một"


def test_a_removed_template_is_gone(store: Store) -> None:
    kept = templates.add(store, "plan", "một", "")
    templates.remove(store, kept.uid)
    with pytest.raises(NotFound):
        templates.body(store, kept.uid)
    with pytest.raises(NotFound):
        templates.remove(store, kept.uid)
