"""The preview of a list as a table model: lines are fetched when seen, ticked for keeping, cells typed into. It changes nothing itself."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.services.unit_comparing import Action
from desktop.services.unit_list_lines import Line, Lines
from desktop.ui.models.import_rows import FIELDS, columns
from desktop.ui.models.paged import PagedModel

Index = QModelIndex | QPersistentModelIndex
WRITES = (Action.NEW, Action.CHANGED)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)


class ImportModel(PagedModel[Line]):
    """edit_requested: line, field, what was typed. `skipped`: ids of the lines that the person leaves out; skips_changed tells of it."""

    edit_requested = Signal(object, str, str)
    skips_changed = Signal()

    def __init__(
        self, lines: Lines, fields: Collection[str], skipped: set[int], *, has_changes: bool = False
    ) -> None:
        self.skipped = skipped
        shown = columns(fields, skipped.__contains__, has_changes=has_changes)
        super().__init__(shown, lines.fetch)

    def skip(self, ids: Collection[int], *, leaves_out: bool) -> None:
        """Leave lines out, or take them in again."""
        before = len(self.skipped)
        self.skipped.update(ids) if leaves_out else self.skipped.difference_update(ids)
        if len(self.skipped) != before:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.skips_changed.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A tick before each line that would be kept; else as ever."""
        if role == _CHECK:
            line = self.row(index) if index.isValid() and index.column() == 0 else None
            if line is None or line.action not in WRITES:
                return None
            return Qt.CheckState.Unchecked if line.id in self.skipped else Qt.CheckState.Checked
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines that would be kept are ticked, cells of units can be typed into."""
        flags = super().flags(index)
        line = self.row(index) if index.isValid() else None
        if line is None:
            return flags
        if index.column() == 0 and line.action in WRITES:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        is_field = self.columns[index.column()].key in FIELDS
        return flags | Qt.ItemFlag.ItemIsEditable if is_field and line.action is not None else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another word, or tick."""
        line = self.row(index) if index.isValid() else None
        if line is None:
            return False
        if role == _CHECK:
            self.skip((line.id,), leaves_out=Qt.CheckState(value) is Qt.CheckState.Unchecked)
            return True
        key = self.columns[index.column()].key
        if role != Qt.ItemDataRole.EditRole or key not in FIELDS or line.values.get(key, "") == value:
            return False
        self.edit_requested.emit(line, key, str(value))
        return True
