"""A table model of very many rows: the ids of the whole order in one array, rows fetched by pages of a hundred when they are seen."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal

from desktop.ui.models.rows import Column, ColumnsModel, Index, cell

Row = TypeVar("Row")
PAGE = 100
KEPT = 60
"""Pages kept in memory."""

_NOWHERE = QModelIndex()


class PagedModel(ColumnsModel[Row]):
    """Rows by their place in an order kept elsewhere. fetch: gives the rows of some ids, in that order. sort_requested: column key and
    whether descending: whoever knows the order answers with `set_ids`."""

    sort_requested = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[Sequence[int]], Sequence[Row]],
        parent: Any = None,
    ) -> None:
        super().__init__(columns, parent)
        self._fetch = fetch
        self._ids = array("q")
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    @property
    def ids(self) -> Sequence[int]:
        """Every id in the order shown."""
        return self._ids

    def set_ids(self, ids: "array[int]") -> None:
        """Show these."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def forget(self) -> None:
        """Rows have changed, their order has not: fetch them anew."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def row(self, index: Index | int) -> Row | None:
        """The row at an index or position, None outside or where it has been removed meanwhile."""
        at = index if isinstance(index, int) else index.row()
        if not 0 <= at < len(self._ids):
            return None
        page = self._page(at // PAGE)
        return page[at % PAGE] if at % PAGE < len(page) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows; roles that no cell has are answered before any row is fetched."""
        if not index.isValid() or role not in _ROLES:
            return None
        row = self.row(index)
        return None if row is None else cell(self.columns[index.column()], row, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order."""
        if 0 <= column < len(self.columns):
            self.sort_requested.emit(self.columns[column].key, order is Qt.SortOrder.DescendingOrder)

    def _page(self, number: int) -> Sequence[Row]:
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(self._ids[number * PAGE : (number + 1) * PAGE])
            self._pages[number] = page
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page


_ROLES = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.TextAlignmentRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.EditRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(Qt.ItemDataRole.UserRole),
        int(Qt.ItemDataRole.UserRole) + 1,
    }
)
