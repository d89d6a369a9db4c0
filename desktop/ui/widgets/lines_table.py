"""A small sheet of short lines that grows by itself: indicators with their units of measure, steps to do. The last line is empty."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

Line = tuple[str, ...]


class LinesTable(QTableWidget):
    """lines: what stands in it, without empty lines. changed: the person changed something."""

    changed = Signal()

    def __init__(self, name: str, titles: Sequence[str], row_height: int, shares: Sequence[int] = ()) -> None:
        super().__init__(0, len(titles))
        self.setObjectName(name)
        self.setAccessibleName(", ".join(titles))
        self.setHorizontalHeaderLabels(list(titles))
        self.horizontalHeader().setVisible(len(titles) > 1)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setHighlightSections(False)
        for at, width in enumerate(shares, 1):
            self.setColumnWidth(at, width)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setProperty("role", "lines")
        self._fixed = False
        self.itemChanged.connect(self._on_changed)
        self.set_lines(())

    @property
    def lines(self) -> tuple[Line, ...]:
        """What stands in it; a line without its first cell is none."""
        told = [self._line(at) for at in range(self.rowCount())]
        return tuple(line for line in told if line[0])

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these, without telling it as a change."""
        if tuple(lines) == self.lines and self.rowCount() == len(lines) + (not self._fixed):
            return
        self.blockSignals(True)
        self.setRowCount(0)
        for line in (*lines, *([] if self._fixed else [("",) * self.columnCount()])):
            self._add(line)
        self.blockSignals(False)
        self._fit()

    def set_fixed(self, *, fixed: bool) -> None:
        """Whether it is only read."""
        if fixed == self._fixed:
            return
        lines, self._fixed = self.lines, fixed
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.NoEditTriggers
            if fixed
            else QAbstractItemView.EditTrigger.AllEditTriggers
        )
        self.setRowCount(0)
        self.set_lines(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the line away."""
        if event.key() == Qt.Key.Key_Delete and not self._fixed and self.currentRow() < self.rowCount() - 1:
            self.removeRow(self.currentRow())
            self._fit()
            self.changed.emit()
            return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab behind the last cell, Shift+Tab before the first one, leave the table instead of going round in it."""
        row, column = self.currentRow(), self.currentColumn()
        is_last = (row, column) == (self.rowCount() - 1, self.columnCount() - 1)
        leaves_on = hint is QAbstractItemDelegate.EndEditHint.EditNextItem and is_last
        leaves_back = hint is QAbstractItemDelegate.EndEditHint.EditPreviousItem and (row, column) == (0, 0)
        if leaves_on or leaves_back:
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.focusNextPrevChild(leaves_on)
        else:
            super().closeEditor(editor, hint)

    def _line(self, row: int) -> Line:
        cells = (self.item(row, column) for column in range(self.columnCount()))
        return tuple(cell.text().strip() if cell else "" for cell in cells)

    def _add(self, line: Line) -> None:
        at = self.rowCount()
        self.insertRow(at)
        for column, words in enumerate(line):
            self.setItem(at, column, QTableWidgetItem(words))

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if item.row() == self.rowCount() - 1 and item.text().strip():
            self.blockSignals(True)
            self._add(("",) * self.columnCount())
            self.blockSignals(False)
            self._fit()
        if self._line(item.row())[0]:
            self.changed.emit()

    def _fit(self) -> None:
        head = self.horizontalHeader().sizeHint().height() if self.columnCount() > 1 else 0
        self.setFixedHeight(self.rowCount() * self.verticalHeader().defaultSectionSize() + head + 2)
