"""The tree of units and their work, read like the list beside it: Enter opens, rows are copied as text."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QMenu

from desktop.services.task_lists import AssignmentRow
from desktop.ui.models.unit_work import UnitWorkModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.tree import Tree


class UnitWorkView(Tree):
    """opened: a piece of work, by Enter or a double click."""

    def __init__(self, model: UnitWorkModel, theme: Theme) -> None:
        super().__init__(model, "unitWork", "Nhiệm vụ theo đơn vị", theme)
        self._model = model
        self.setAllColumnsShowFocus(True)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.size_columns(model.columns, theme.scale)

    def picked_ids(self) -> list[int]:
        """Ids of the chosen work; a unit itself stands for none of it."""
        return [one.id for one in map(self._work_at, self.selectionModel().selectedRows()) if one is not None]

    def open_units(self) -> set[int]:
        """Ids of the units that are open."""
        return {
            one.unit for at, one in enumerate(self._model.units) if self.isExpanded(self._model.index(at, 0))
        }

    def open_again(self, units: set[int]) -> None:
        """Open these so far as they are there."""
        for at, one in enumerate(self._model.units):
            if one.unit in units:
                self.expand(self._model.index(at, 0))

    def pick(self, keys: Collection[int]) -> None:
        """Choose these pieces of work so far as their units are open."""
        flags = QItemSelectionModel.SelectionFlag
        for unit in (self._model.index(at, 0) for at in range(len(self._model.units))):
            if not self.isExpanded(unit):
                continue
            for place in range(self._model.rowCount(unit)):
                index = self._model.index(place, 0, unit)
                work = self._work_at(index)
                if work is not None and work.id in keys:
                    self.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)

    def activate(self, index: QModelIndex) -> None:
        """Open a piece of work; a unit opens and closes."""
        work: Any = self._work_at(index)
        if work is not None:
            self.opened.emit(work)
        elif index.isValid():
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))

    def fill_menu(self, menu: QMenu) -> None:
        """What the page offers, where any work is chosen."""
        if self.picked_ids():
            super().fill_menu(menu)

    def _work_at(self, index: QModelIndex) -> AssignmentRow | None:
        line = self._model.line(index)
        return line.work if line else None
