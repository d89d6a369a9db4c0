"""The saved views of the page Nhiệm vụ: offered with their counts, kept under a name, removed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.errors import NotFound
from desktop.services import saved_views, task_lists
from desktop.ui.context import Context
from desktop.ui.dialogs.ask_words import AskWords
from desktop.ui.models.task_rows import TaskFilter
from desktop.ui.widgets.task_filters import TaskFilters
from desktop.ui.widgets.view_menu import ViewMenu

_PAGE = "tasks"


class TaskViews(QObject):
    """chosen: the `TaskFilter` of a view. button: goes into the row of filters."""

    chosen = Signal(object)

    def __init__(self, context: Context, page: QWidget, filters: TaskFilters) -> None:
        super().__init__(page)
        self._context, self._page, self._filters = context, page, filters
        work = context.work
        self._menu = ViewMenu(
            page,
            context.theme,
            lambda: saved_views.of_page(work, _PAGE),
            lambda told: task_lists.count(work, TaskFilter.of(told).wanted(work.today())),
        )
        self._menu.chosen.connect(lambda told: self.chosen.emit(TaskFilter.of(told)))
        self._menu.keep_wanted.connect(self._keep)
        self._menu.removed.connect(self._remove)
        self.button: QToolButton = self._menu.button

    def party_name(self, wanted: TaskFilter) -> str:
        """Name of the unit or group of a filter; "" where it is gone."""
        if wanted.unit is None:
            return task_lists.group_name(self._context.work, wanted.group or 0)
        try:
            return task_lists.unit_name(self._context.work, wanted.unit)
        except NotFound:
            return ""

    def _keep(self) -> None:
        told, work = self._filters.now.told(), self._context.work

        def keep(name: str) -> None:
            self._context.doer.do(f"Lưu bộ lọc “{name}”", lambda: saved_views.keep(work, _PAGE, name, told))

        AskWords(self._page.window(), "Lưu bộ lọc", "Tên bộ lọc", keep).open()

    def _remove(self, key: int) -> None:
        self._context.doer.do("Bỏ bộ lọc", lambda: saved_views.remove(self._context.work, key))
