"""The tree of units and their work, read like the list beside it: Enter opens, rows are copied as text."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView

from desktop.services.task_lists import AssignmentRow
from desktop.ui.models.unit_work import UnitWorkModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.standing import StandingDelegate


class UnitWorkView(QTreeView):
    """picked: other pieces of work are chosen; opened: one, by Enter or a double click; menu_wanted: the menu of the right button."""

    picked = Signal()
    opened = Signal(object)
    menu_wanted = Signal(object)
    counted_beside = True

    def __init__(self, model: UnitWorkModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("unitWork")
        self.setAccessibleName("Nhiệm vụ theo đơn vị")
        self._model = model
        self.setModel(model)
        self.setItemDelegate(StandingDelegate(theme, self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())
        self._size_columns(theme.scale)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the rest is Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _size_columns(self, scale: float) -> None:
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        header = self.header()
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, column in enumerate(self._model.columns):
            if column.width:
                self.setColumnWidth(at, round(column.width * scale))
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def _work_at(self, index: QModelIndex) -> AssignmentRow | None:
        line = self._model.line(index)
        return line.work if line else None

    def _on_activated(self, index: QModelIndex) -> None:
        work: Any = self._work_at(index)
        if work is not None:
            self.opened.emit(work)
        elif index.isValid():
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))

    def _on_menu(self, place: QPoint) -> None:
        if not self.picked_ids():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(menu)
        menu.popup(self.viewport().mapToGlobal(place))
