"""The same units by who stands under whom: a model for a tree, with the columns of the list. It changes nothing."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from desktop.services.unit_views import UnitLine
from desktop.ui.models.rows import Column, Index, cell

_NOWHERE = QModelIndex()


class UnitTreeModel(QAbstractItemModel):
    """A unit whose superior is not among those shown stands at the top. An index carries the id of its unit."""

    def __init__(self, columns: Sequence[Column[UnitLine]], parent: Any = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._lines: dict[int, UnitLine] = {}
        self._below: dict[int, list[int]] = {}
        self._place: dict[int, tuple[int, int]] = {}

    def set_rows(self, lines: Sequence[UnitLine]) -> None:
        """Show these, in their order under each superior."""
        self.beginResetModel()
        self._lines = {line.id: line for line in lines}
        self._below, self._place = {}, {}
        for line in lines:
            above = self._above(line)
            siblings = self._below.setdefault(above, [])
            self._place[line.id] = (above, len(siblings))
            siblings.append(line.id)
        self.endResetModel()

    def row(self, index: Index) -> UnitLine | None:
        """The unit at an index."""
        return self._lines.get(index.internalId()) if index.isValid() else None

    def find(self, key: int) -> QModelIndex:
        """Where a unit stands; an invalid index when it is not shown."""
        if key not in self._place:
            return QModelIndex()
        return self.createIndex(self._place[key][1], 0, key)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The place of a unit under another."""
        below = self._below.get(parent.internalId() if parent.isValid() else 0, ())
        if not 0 <= row < len(below) or not 0 <= column < len(self.columns):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two of that name
        """The superior."""
        above = self._place.get(index.internalId(), (0, 0))[0] if index.isValid() else 0
        return self.find(above) if above else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many stand under a unit."""
        if parent.isValid() and parent.column():
            return 0
        return len(self._below.get(parent.internalId() if parent.isValid() else 0, ()))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles of columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        line = self.row(index)
        if line is None or not 0 <= index.column() < len(self.columns):
            return None
        return cell(self.columns[index.column()], line, role)

    def _above(self, line: UnitLine) -> int:
        """The superior shown, 0 for none; a circle, which nobody should be able to make, ends at the top."""
        above, seen = line.unit.parent, {line.id}
        while above in self._lines:
            if above in seen:
                return 0
            seen.add(above)
            above = self._lines[above].unit.parent
        return line.unit.parent if line.unit.parent in self._lines else 0
