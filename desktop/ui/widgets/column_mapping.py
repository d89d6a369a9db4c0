"""What each column of a sheet is: a list to choose from over each, above the first rows of the sheet itself, its header marked."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem

from desktop.ui.models.import_rows import FIELDS
from desktop.ui.theme import Theme

_ROWS = 5
_MOST_COLUMNS = 40
_NOT_READ = "Không đọc"


class ColumnMapping(QTableWidget):
    """changed: letters of a column, and the field that it is, "" for none."""

    changed = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wanted: Callable[[], None] | None = None
        self.setObjectName("columnMapping")
        self.setAccessibleName("Các cột của tệp")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(theme.sizes.row_dense)
        self.setFixedHeight(theme.sizes.head + (_ROWS + 1) * theme.sizes.row_dense + 20)

    def show_sheet(self, rows: Sequence[Sequence[str]], header_row: int, columns: Mapping[str, str]) -> None:
        """Show the first rows of a sheet. header_row: from 1, 0 for none; columns: field -> letters.

        Filled when it is seen: most lists are understood without it, and forty lists to choose from take a while to make.
        """
        self._wanted = partial(self._fill, rows, header_row, columns)
        if self.isVisible():
            self._fill_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is seen."""
        self._fill_now()
        super().showEvent(event)

    def _fill_now(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def _fill(self, rows: Sequence[Sequence[str]], header_row: int, columns: Mapping[str, str]) -> None:
        first = self._first(rows, header_row)
        shown = list(rows[first : first + _ROWS])
        while shown and not any(shown[-1]):
            shown.pop()
        width = min(_MOST_COLUMNS, max(map(len, shown), default=0))
        self.clear()
        self.setRowCount(1 + len(shown))
        self.setColumnCount(width)
        self.setHorizontalHeaderLabels([letters(at) for at in range(width)])
        self.setVerticalHeaderLabels(["", *(str(first + at + 1) for at in range(len(shown)))])
        self.setRowHeight(0, self._theme.sizes.row_dense + 6)
        ground = QBrush(QColor(self._theme.colours.accent_soft))
        for at, row in enumerate(shown, 1):
            for column in range(width):
                item = QTableWidgetItem(row[column] if column < len(row) else "")
                item.setToolTip(item.text())
                if first + at == header_row:
                    item.setBackground(ground)
                    item.setFont(self._theme.font("base", 600))
                self.setItem(at, column, item)
        for column in range(width):
            self._add_choice(column, columns, shown)

    def choice(self, column: str) -> QComboBox:
        """The list over a column, by its letters."""
        self._fill_now()
        at = next(at for at in range(self.columnCount()) if letters(at) == column)
        made = self.cellWidget(0, at)
        assert isinstance(made, QComboBox)
        return made

    def _first(self, rows: Sequence[Sequence[str]], header_row: int) -> int:
        if header_row:
            return max(0, min(header_row - 1, len(rows) - 1))
        return next((at for at, row in enumerate(rows) if sum(map(bool, row)) > 1), 0)

    def _add_choice(self, column: int, columns: Mapping[str, str], shown: Sequence[Sequence[str]]) -> None:
        own = letters(column)
        field = next((name for name in FIELDS if columns.get(name) == own), "")
        made = QComboBox()
        made.setObjectName(f"columnMapping_{own}")
        made.setAccessibleName(f"Cột {own} là")
        made.addItem(_NOT_READ, "")
        for name, (title, _) in FIELDS.items():
            made.addItem(title, name)
        made.setCurrentIndex(made.findData(field))
        made.activated.connect(partial(self._on_chosen, own, made))
        self.setCellWidget(0, column, made)
        longest = max((len(row[column]) for row in shown if column < len(row)), default=0)
        self.setColumnWidth(column, max(132, min(240, 9 * longest)) if field or longest > 4 else 124)

    def _on_chosen(self, column: str, made: QComboBox, _: int) -> None:
        self.changed.emit(column, made.currentData())


def letters(at: int) -> str:
    """ "A" for the first column, "AA" for the twenty-seventh."""
    return (letters(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)
