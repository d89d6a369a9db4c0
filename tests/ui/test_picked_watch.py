"""The status bar tells what the selection of the table in hand comes to, without asking for rows that are not needed."""

from array import array
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTreeView

from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.main_window import MainWindow
from desktop.ui.models.paged import PagedModel
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.widgets.picked_watch import MOST_SUMMED, PickedWatch, words
from desktop.ui.widgets.table import Table

COLUMNS = (
    Column[Decimal]("name", "Tên", str),
    Column[Decimal]("amount", "Kinh phí", str, amount=lambda row: row),
    Column[Decimal]("none", "Trống", str, amount=lambda _: None),
)


def table(context: Context, qtbot: Any, *amounts: str) -> Table:
    """A table of these numbers."""
    model = RowsModel(COLUMNS)
    model.set_rows([Decimal(one) for one in amounts])
    made = Table(model, "amounts", context)
    qtbot.addWidget(made)
    return made


def said(window: MainWindow) -> str:
    """What the status bar says of the selection."""
    return window.status._picked.text()


def test_rows_are_counted_and_numbers_added_in_vietnamese_figures(context: Context, qtbot: Any) -> None:
    view = table(context, qtbot, "1200000", "34.5", "7")
    view.selectRow(0)
    assert words(view) == ""
    view.selectAll()
    assert words(view) == "Đã chọn 3 dòng · Kinh phí: 1.200.041,5"


def test_columns_out_of_sight_and_counts_of_a_panel_are_not_repeated(context: Context, qtbot: Any) -> None:
    view = table(context, qtbot, "1", "2")
    view.selectAll()
    view.setColumnHidden(1, True)
    assert words(view) == "Đã chọn 2 dòng"
    view.counted_beside = True
    assert words(view) == ""


def test_two_hundred_thousand_rows_are_counted_without_one_of_them(context: Context, qtbot: Any) -> None:
    asked: list[int] = []
    model: PagedModel[Decimal] = PagedModel(
        COLUMNS, lambda ids: [asked.append(one) or Decimal(one) for one in ids]
    )
    model.set_ids(array("q", range(200_000)))
    view = Table(model, "many", context)
    qtbot.addWidget(view)
    view.selectAll()
    assert words(view) == "Đã chọn 200.000 dòng"
    assert asked == []
    model.set_ids(array("q", range(MOST_SUMMED)))
    view.selectAll()
    assert words(view) == "Đã chọn 2.000 dòng · Kinh phí: 1.999.000"


def test_one_table_is_followed_until_it_is_left_or_gone(context: Context, qtbot: Any) -> None:
    told: list[str] = []
    first, second = table(context, qtbot, "1", "2"), table(context, qtbot, "3", "4", "5")
    watch = PickedWatch(told.append, QObject(first.window()))
    watch.follow(first)
    watch.follow(second)
    first.selectAll()
    assert told[-1] == ""
    second.selectAll()
    assert told[-1].startswith("Đã chọn 3 dòng")
    second.model().set_rows([])
    assert told[-1] == ""
    watch.leave()
    second.model().set_rows([Decimal(1), Decimal(2)])
    second.selectAll()
    assert told[-1] == ""


def test_the_window_tells_of_the_table_with_the_focus_and_forgets_it_with_its_page(
    window: MainWindow, qtbot: Any
) -> None:
    window.show_place(Place("plans"))
    window.page.table.setFocus()
    window.page.table.selectAll()
    qtbot.waitUntil(lambda: said(window) == "Đã chọn 3 dòng")
    window.search.focus()
    assert said(window) == "Đã chọn 3 dòng"
    window.show_place(Place("today"))
    assert said(window) == ""


@pytest.mark.parametrize("name", ["units", "tasks"])
def test_where_a_panel_counts_the_status_bar_is_silent(window: MainWindow, qtbot: Any, name: str) -> None:
    window.show_place(Place(name))
    qtbot.waitUntil(lambda: window.page.table.model().rowCount() > 0)
    window.page.table.setFocus()
    window.page.table.selectAll()
    assert said(window) == ""


def test_chosen_units_are_added_up_in_the_list_by_unit(window: MainWindow, qtbot: Any) -> None:
    window.show_place(Place("tasks", None, "units"))
    tree = window.findChild(QTreeView, "unitWork")
    qtbot.waitUntil(lambda: tree.model().rowCount() > 1)
    tree.setFocus()
    tree.selectAll()
    assert said(window).startswith("Giao: 65 · Đã báo cáo: ")
