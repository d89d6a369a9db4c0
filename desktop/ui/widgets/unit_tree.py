"""The tree of who stands under whom, used like the list beside it."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QMenu

from desktop.services.unit_views import UnitLine
from desktop.ui.models.unit_tree import UnitTreeModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.tree import Tree

_SHOWN = frozenset({"name", "person", "phone", "open", "overdue"})


class UnitTree(Tree):
    """opened: a unit, by Enter or a double click."""

    def __init__(self, model: UnitTreeModel, theme: Theme) -> None:
        super().__init__(model, "unitsTree", "Đơn vị theo cấp", theme)
        self._model = model
        self.setDragEnabled(True)
        self.setExpandsOnDoubleClick(False)
        self.size_columns(model.columns, theme.scale)
        for at, column in enumerate(model.columns):
            self.setColumnHidden(at, column.key not in _SHOWN)

    def picked_rows(self) -> list[Any]:
        """The chosen units, from top to bottom."""
        indexes = sorted(self.selectionModel().selectedRows(), key=lambda index: self.visualRect(index).top())
        return [line for index in indexes if (line := self._model.row(index)) is not None]

    def select_key(self, key: int) -> bool:
        """Put the cursor on a unit, opening what is above it; whether there is one."""
        index = self._model.find(key)
        if not index.isValid():
            return False
        self.scrollTo(index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        return True

    def activate(self, index: QModelIndex) -> None:
        """Open a unit."""
        line: UnitLine | None = self._model.row(index)
        if line is not None:
            self.opened.emit(line)

    def fill_menu(self, menu: QMenu) -> None:
        """What the page offers, and the whole tree at once."""
        super().fill_menu(menu)
        menu.addAction("Mở hết").triggered.connect(lambda *_: self.expandAll())
        menu.addAction("Thu hết").triggered.connect(lambda *_: self.collapseAll())
