"""The tree of who stands under whom, used like the list beside it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView

from desktop.services.unit_views import UnitLine
from desktop.ui.models.unit_tree import UnitTreeModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.standing import StandingDelegate

_SHOWN = frozenset({"name", "person", "phone", "open", "overdue"})


class UnitTree(QTreeView):
    """Signals as of `Table`."""

    opened = Signal(object)
    picked = Signal()
    menu_wanted = Signal(object)
    counted_beside = True

    def __init__(self, model: UnitTreeModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("unitsTree")
        self.setAccessibleName("Đơn vị theo cấp")
        self._model = model
        self.setModel(model)
        self.setItemDelegate(StandingDelegate(theme, self))
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setExpandsOnDoubleClick(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())
        self._size_columns(theme.scale)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the rest is Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _size_columns(self, scale: float) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, column in enumerate(self._model.columns):
            self.setColumnHidden(at, column.key not in _SHOWN)
            if column.width:
                self.setColumnWidth(at, round(column.width * scale))
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def _on_activated(self, index: QModelIndex) -> None:
        line: UnitLine | None = self._model.row(index)
        if line is not None:
            self.opened.emit(line)

    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(menu)
        for words, act in (("Mở hết", self.expandAll), ("Thu hết", self.collapseAll)):
            _add(menu, words, act)
        menu.popup(self.viewport().mapToGlobal(place))


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda *_: act())
