"""A tree used like the lists beside it: Enter or a double click opens, the right button gives a menu. What a row is, its subclass knows."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView

from desktop.ui.theme import Theme
from desktop.ui.widgets.standing import StandingDelegate


class Tree(QTreeView):
    """Signals as of `Table`. The model has `columns`; subclasses say what `activate` opens."""

    opened = Signal(object)
    picked = Signal()
    menu_wanted = Signal(object)
    counted_beside = True

    def __init__(self, model: QAbstractItemModel, name: str, title: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(model)
        self.setItemDelegate(StandingDelegate(theme, self))
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.doubleClicked.connect(self.activate)
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())

    def activate(self, index: QModelIndex) -> None:
        """Open what stands at an index."""
        raise NotImplementedError

    def fill_menu(self, menu: QMenu) -> None:
        """What the right button offers; nothing for no menu."""
        self.menu_wanted.emit(menu)

    def size_columns(self, columns: tuple[Any, ...], scale: float) -> None:
        """Widths as the columns have them; one without takes what is left."""
        header = self.header()
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, column in enumerate(columns):
            if column.width:
                self.setColumnWidth(at, round(column.width * scale))
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the rest is Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(self.viewport().mapToGlobal(place))
