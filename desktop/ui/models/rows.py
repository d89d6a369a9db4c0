"""A table model over a tuple of frozen rows: columns say how a row is shown and sorted. It changes nothing; edits go out as a signal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.domain.vietnamese import collation_key
from desktop.ui.text import EMPTY

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""Gives the row itself."""
STANDING_ROLE = ROW_ROLE + 1
"""Gives the `Standing` that a cell shows, for `StandingDelegate`; None for other cells."""

_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)  # without slots: Python 3.11 cannot have them with a generic class
class Column(Generic[Row]):
    """One column. key: its name in remembered settings; text: what a cell shows; sort: key to sort by (the text by the Vietnamese
    alphabet when None); is_number: stands right; width: first width in pixels, 0 takes what is left; tip: longer words on hover;
    standing: the standing a cell shows; amount: the number a cell counts, for the sum of a selection, None where adding up says
    nothing (years, days, shares); edit: the value an editor starts with, None where the column is not edited;
    is_shown: whether it is there before the person chooses."""

    key: str
    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    is_number: bool = False
    is_centred: bool = False
    width: int = 120
    tip: Callable[[Row], str] | None = None
    standing: Callable[[Row], Any] | None = None
    amount: Callable[[Row], Decimal | int | None] | None = None
    edit: Callable[[Row], Any] | None = None
    icon: Callable[[Row], Any] | None = None
    is_bold: Callable[[Row], bool] | None = None
    is_shown: bool = True

    def sort_key(self, row: Row) -> Any:
        """What the row is sorted by; never fails on empty values when `sort` gives tuples or texts."""
        return collation_key(self.text(row)) if self.sort is None else self.sort(row)


class ColumnsModel(QAbstractTableModel, Generic[Row]):
    """What all tables over `Column`s share: their number and titles."""

    def __init__(self, columns: Sequence[Column[Row]], parent: Any = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles of columns, standing as their cells do; rows are not numbered."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(self.columns[section])
        return None


class RowsModel(ColumnsModel[Row]):
    """Rows of one kind. edit_requested: row, column key, new value: whoever keeps the data decides, and gives new rows."""

    edit_requested = Signal(object, str, object)

    def __init__(self, columns: Sequence[Column[Row]], parent: Any = None) -> None:
        super().__init__(columns, parent)
        self._rows: list[Row] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they are shown."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead, sorted as before."""
        self.beginResetModel()
        self._rows = list(rows)
        self._sort_rows()
        self.endResetModel()

    def row(self, index: Index | int) -> Row | None:
        """The row at an index or position, None outside."""
        at = index if isinstance(index, int) else index.row()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        row = self.row(index) if index.isValid() else None
        if row is None or not 0 <= index.column() < len(self.columns):
            return None
        return cell(self.columns[index.column()], row, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells with an editor can be edited."""
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a change; the cell keeps its old value until new rows come."""
        row = self.row(index) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        column = self.columns[index.column()]
        if column.edit is None or column.edit(row) == value:
            return False
        self.edit_requested.emit(row, column.key, value)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, by the given order of the rows for -1."""
        self._sorted = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        before = {id(row): at for at, row in enumerate(self._rows)}
        self._sort_rows()
        after = {before[id(row)]: at for at, row in enumerate(self._rows)}
        self.changePersistentIndexList(
            kept, [self.index(after[index.row()], index.column()) for index in kept]
        )
        self.layoutChanged.emit()

    def _sort_rows(self) -> None:
        if self._sorted is None:
            return
        at, order = self._sorted
        if at < len(self.columns):
            self._rows.sort(key=self.columns[at].sort_key, reverse=order is Qt.SortOrder.DescendingOrder)


def cell(column: Column[Row], row: Row, role: int) -> Any:
    """What a cell of `column` gives of `row` in a role."""
    if role == Qt.ItemDataRole.DisplayRole:
        return column.text(row) or EMPTY
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return alignment(column)
    if role == STANDING_ROLE:
        return column.standing(row) if column.standing else None
    if role == ROW_ROLE:
        return row
    if role == Qt.ItemDataRole.ToolTipRole:
        return (column.tip or column.text)(row)
    if role == Qt.ItemDataRole.EditRole:
        return column.edit(row) if column.edit else None
    if role == Qt.ItemDataRole.DecorationRole:
        return column.icon(row) if column.icon else None
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{column.title}: {column.text(row) or 'trống'}"
    return None


def alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    """Where the texts of a column and its title stand."""
    return _RIGHT if column.is_number else _CENTRE if column.is_centred else _LEFT
