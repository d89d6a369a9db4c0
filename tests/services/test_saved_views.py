"""Named views of lists."""

import pytest

from desktop.errors import BadValue, NotFound
from desktop.services import saved_views


def test_a_view_is_kept_by_page_and_name_and_replaced_where_it_stands(workspace):
    first = saved_views.keep(workspace, "plans", "  Quá hạn ", {"late": True})
    saved_views.keep(workspace, "plans", "Năm 2026", {"year": 2026})
    saved_views.keep(workspace, "tasks", "Của tôi", {})
    again = saved_views.keep(workspace, "plans", "Quá hạn", {"late": True, "year": 2026})
    assert again.id == first.id
    told = [(view.name, view.filter) for view in saved_views.of_page(workspace, "plans")]
    assert told == [("Quá hạn", {"late": True, "year": 2026}), ("Năm 2026", {"year": 2026})]


def test_a_view_without_a_name_is_refused(workspace):
    with pytest.raises(BadValue):
        saved_views.keep(workspace, "plans", "  ", {})


def test_a_removed_view_is_gone_and_removing_it_again_is_said(workspace):
    view = saved_views.keep(workspace, "plans", "Quá hạn", {})
    saved_views.remove(workspace, view.id)
    assert saved_views.of_page(workspace, "plans") == []
    with pytest.raises(NotFound):
        saved_views.remove(workspace, view.id)


@pytest.mark.parametrize("text", ["{", "[1]", "3"])
def test_a_filter_that_cannot_be_read_is_passed_over(workspace, text):
    view = saved_views.keep(workspace, "plans", "Hỏng", {})
    workspace.store.run("UPDATE saved_view SET filter = ? WHERE id = ?", (text, view.id))
    assert saved_views.of_page(workspace, "plans") == []
