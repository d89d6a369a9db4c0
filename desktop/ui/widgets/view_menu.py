"""The button of saved views: the page's own filters with their counts, those kept by the office, keeping the present one."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.services.saved_views import View
from desktop.ui.theme import Theme
from desktop.ui.widgets.parts import menu_button


class ViewMenu(QObject):
    """chosen: the filter of a view; keep_wanted: the present filter is to be kept; removed: id of a view. `button` goes into the bar.

    views: gives those of the page; count: how many rows a filter leaves.
    """

    chosen = Signal(object)
    keep_wanted = Signal()
    removed = Signal(int)

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        views: Callable[[], Sequence[View]],
        count: Callable[[dict[str, Any]], int],
    ) -> None:
        super().__init__(parent)
        self._views, self._count = views, count
        self.menu = QMenu(parent)
        self.menu.aboutToShow.connect(self._fill)
        self.button: QToolButton = menu_button(
            self.menu, "savedViews", theme.icon("saved-view"), "Bộ lọc đã lưu", " Bộ lọc đã lưu"
        )

    def _fill(self) -> None:
        self.menu.clear()
        kept = self._views()
        for view in kept:
            words = f"{view.name}  ({self._count(view.filter)})"
            self.menu.addAction(words).triggered.connect(_told(self.chosen.emit, view.filter))
        if not kept:
            nothing = self.menu.addAction("Chưa lưu bộ lọc nào")
            nothing.setEnabled(False)
        self.menu.addSeparator()
        self.menu.addAction("Lưu bộ lọc đang xem…").triggered.connect(self.keep_wanted.emit)
        if kept:
            gone = self.menu.addMenu("Bỏ bộ lọc")
            for view in kept:
                gone.addAction(view.name).triggered.connect(_told(self.removed.emit, view.id))


def _told(tell: Callable[[Any], None], value: Any) -> Callable[[], None]:
    return lambda: tell(value)
