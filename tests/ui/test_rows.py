"""The model over rows."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop.domain.assignment import Standing
from desktop.ui.models.rows import STANDING_ROLE, Column, RowsModel


@dataclass(frozen=True)
class Village:
    id: int
    name: str
    people: int


COLUMNS = (
    Column[Village]("name", "Thôn", lambda row: row.name, edit=lambda row: row.name),
    Column[Village](
        "people", "Số người", lambda row: str(row.people or ""), sort=lambda row: row.people, is_number=True
    ),
    Column[Village]("state", "Tình trạng", lambda _: "", standing=lambda _: Standing.DONE),
)


@pytest.fixture
def model(qapp: QApplication) -> "RowsModel[Village]":
    made = RowsModel(COLUMNS)
    made.set_rows([Village(1, "Đồng Sen", 20), Village(2, "Ân Thịnh", 0), Village(3, "Bến Đò", 100)])
    return made


def test_the_model_keeps_qts_rules(model: "RowsModel[Village]") -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(0)
    model.set_rows([])
    model.set_rows([Village(4, "Thượng", 3)])
    assert tester.model() is model


def test_texts_are_sorted_by_the_vietnamese_alphabet(model: "RowsModel[Village]") -> None:
    model.sort(0)
    assert [row.name for row in model.rows] == ["Ân Thịnh", "Bến Đò", "Đồng Sen"]


def test_numbers_are_sorted_as_numbers(model: "RowsModel[Village]") -> None:
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [row.people for row in model.rows] == [100, 20, 0]


def test_new_rows_keep_the_order_chosen(model: "RowsModel[Village]") -> None:
    model.sort(1)
    model.set_rows([Village(5, "Hạ", 9), Village(6, "Doài", 2)])
    assert [row.name for row in model.rows] == ["Doài", "Hạ"]


def test_an_empty_cell_shows_a_dash_and_says_so_to_a_reader_of_screens(model: "RowsModel[Village]") -> None:
    index = model.index(1, 1)
    assert index.data() == "—"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Số người: trống"


def test_a_cell_with_a_standing_gives_it(model: "RowsModel[Village]") -> None:
    assert Standing(model.index(0, 2).data(STANDING_ROLE)) is Standing.DONE


def test_an_edit_is_asked_for_and_changes_nothing_by_itself(model: "RowsModel[Village]") -> None:
    asked: list[tuple[object, ...]] = []
    model.edit_requested.connect(lambda *told: asked.append(told))
    model.setData(model.index(0, 0), "Đồng Sen Mới")
    assert asked == [(model.row(0), "name", "Đồng Sen Mới")]
    assert model.index(0, 0).data() == "Đồng Sen"
