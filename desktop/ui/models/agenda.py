"""A list of things that wait: headings and rows of two lines, each with what stands at its right and perhaps one thing to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
"""Gives the line itself."""

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """One line. title, detail: its two lines of words; aside, under: at the right, above and below; act: words of what can be done at
    once; thing: what it stands for, told to whoever opens it, None for a line that opens nothing; is_late: the aside is told as late;
    is_quiet: needs nothing now; is_heading: names the lines below."""

    title: str
    detail: str = ""
    aside: str = ""
    under: str = ""
    act: str = ""
    thing: object = None
    is_late: bool = False
    is_quiet: bool = False
    is_heading: bool = False

    @property
    def words(self) -> str:
        """The whole line for those who do not see it, and for its tip."""
        return ". ".join(filter(None, (self.title, self.detail, self.aside, self.under)))


class AgendaModel(QAbstractListModel):
    """Lines in their order. Headings cannot be chosen."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self._lines

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """The line at an index, None outside."""
        return self._lines[index.row()] if 0 <= index.row() < len(self._lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The first words, the line itself, and all words as tip and for reading out."""
        line = self.line(index) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.words
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines that stand for something can be chosen."""
        line = self.line(index)
        if line is None or line.thing is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
