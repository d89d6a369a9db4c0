"""The table of a plan's tasks: rows are dragged to another place; the rest is `Table`."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.ui.context import Context
from desktop.ui.models.rows import RowsModel
from desktop.ui.widgets.table import Table


class TaskRowsModel(RowsModel[Any]):
    """Rows that may be dragged while `is_movable`."""

    is_movable = False

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Rows are dragged, and dropped between rows only."""
        flags = super().flags(index)
        if not self.is_movable:
            return flags
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """Only within the table."""
        return Qt.DropAction.MoveAction


class TaskTable(Table):
    """dropped: the selected rows were dragged before the row at that place."""

    dropped = Signal(int)
    counted_beside = True

    def __init__(self, model: TaskRowsModel, name: str, context: Context) -> None:
        super().__init__(model, name, context)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSortingEnabled(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the place; whoever keeps the tasks moves them."""
        if event.source() is not self:
            event.ignore()
            return
        at = event.position().toPoint()
        index = self.indexAt(at)
        place = self.model().rowCount()
        if index.isValid():
            rect = self.visualRect(index)
            place = index.row() + (at.y() > rect.center().y())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(place)
