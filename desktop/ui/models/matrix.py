"""The matrix of units and tasks as item models: the cells, their sums at the right, their sums below. A tick changes one cell."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.assignment import Standing
from desktop.services.following import Mark, Matrix, TaskHead, UnitRow
from desktop.ui import text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_COLOUR = int(Qt.ItemDataRole.ForegroundRole)
LATE_ROW = 2
NOT_GIVEN = "Không giao cho đơn vị này"


class MatrixModel(QAbstractTableModel):
    """Rows are units, columns tasks. `mark` is what the delegate draws; data gives its letter and its words."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.tasks: tuple[TaskHead, ...] = ()
        self._rows: list[UnitRow] = []
        self._counts: list[Counter[Standing | None]] = []
        self._unit_sums: dict[int, tuple[int, int, int, int]] = {}

    @property
    def rows(self) -> Sequence[UnitRow]:
        """The units as they are shown."""
        return self._rows

    def show(self, matrix: Matrix, rows: Sequence[UnitRow]) -> None:
        """Show these rows of a matrix. Where the same units and tasks stood already only the cells are drawn anew, so that what is selected
        stays so."""
        if _places(self.tasks, self._rows) == _places(matrix.tasks, rows):
            self._take(matrix, rows)
            if rows and self.tasks:
                last = self.index(len(self._rows) - 1, len(self.tasks) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last.row())
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last.column())
            return
        self.beginResetModel()
        self._take(matrix, rows)
        self.endResetModel()

    def tell(self, marks: Mapping[int, Mark], rows: Collection[int]) -> None:
        """Show other marks for some assignments (their ids), which stand in `rows`; only these cells are drawn anew."""
        for at in rows:
            before = self._rows[at]
            after = self._rows[at] = before.told(dict(marks))
            changed = [
                c
                for c, (old, new) in enumerate(zip(before.marks, after.marks, strict=True))
                if old is not new
            ]
            for column in changed:
                self._counts[column][_standing(before.marks[column])] -= 1
                self._counts[column][_standing(after.marks[column])] += 1
            self._unit_sums.pop(at, None)
            if changed:
                self.dataChanged.emit(self.index(at, changed[0]), self.index(at, changed[-1]))

    def unit_sums(self, row: int) -> tuple[int, int, int, int]:
        """(finished, counting, overdue, not reported) of a unit."""
        found = self._unit_sums.get(row)
        if found is None:
            one = self._rows[row]
            found = self._unit_sums[row] = (one.done, one.given, one.late, one.given - one.reported)
        return found

    def task_sums(self, column: int) -> tuple[int, int, int]:
        """(counting, finished, overdue) of a task over the units that are shown."""
        counts = self._counts[column]
        given = sum(counts.values()) - counts[None] - counts[Standing.NOT_APPLICABLE]
        return given, counts[Standing.DONE] + counts[Standing.DONE_LATE], counts[Standing.OVERDUE]

    def mark(self, row: int, column: int) -> Mark | None:
        """What the cell shows, None where the task was not given to the unit."""
        return self._rows[row].marks[column]

    def assignment(self, row: int, column: int) -> int:
        """Id of the assignment of a cell, 0 for none."""
        return self._rows[row].ids[column]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many units."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many tasks."""
        return 0 if parent.isValid() else len(self.tasks)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """The letter of a cell, and its words for tips and for those who do not see it."""
        if not index.isValid() or role not in {_DISPLAY, _TIP, _SPOKEN, _ALIGN}:
            return None
        if role == _ALIGN:
            return Qt.AlignmentFlag.AlignCenter
        row, mark = self._rows[index.row()], self.mark(index.row(), index.column())
        if role == _DISPLAY:
            return "" if mark is None else mark.standing.value
        task = self.tasks[index.column()]
        return f"{row.name}\n{task.number}. {task.text}\n{words(mark)}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Names of units, numbers of tasks; the whole words as tips."""
        is_task = orientation == Qt.Orientation.Horizontal
        if role not in {_DISPLAY, _TIP} or not 0 <= section < (
            len(self.tasks) if is_task else len(self._rows)
        ):
            return None
        if not is_task:
            row = self._rows[section]
            called = f"\n{row.contact.person} {row.contact.phone}".rstrip() if role == _TIP else ""
            return f"{row.name}{called}"
        task = self.tasks[section]
        due = f"\nHạn: {text.long_date(task.due)}" if task.due else ""
        return str(task.number) if role == _DISPLAY else f"{task.number}. {task.text}{due}"

    def _take(self, matrix: Matrix, rows: Sequence[UnitRow]) -> None:
        self.tasks, self._rows = matrix.tasks, list(rows)
        self._unit_sums.clear()
        columns = (
            zip(*(row.marks for row in self._rows), strict=True) if self._rows else ([] for _ in self.tasks)
        )
        self._counts = [Counter(map(_standing, column)) for column in columns]


class SideModel(QAbstractTableModel):
    """The sums of each unit, at the right."""

    TITLES = ("Xong", "Quá hạn", "Chưa báo cáo")

    def __init__(self, matrix: MatrixModel, late: Any) -> None:
        super().__init__(matrix)
        self._matrix, self._late = matrix, late
        matrix.modelAboutToBeReset.connect(self.beginResetModel)
        matrix.modelReset.connect(self.endResetModel)
        matrix.dataChanged.connect(self._on_changed)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many units."""
        return 0 if parent.isValid() else len(self._matrix.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Three sums."""
        return 0 if parent.isValid() else len(self.TITLES)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """One sum of one unit."""
        if not index.isValid() or role not in {_DISPLAY, _ALIGN, _COLOUR}:
            return None
        if role == _ALIGN:
            return Qt.AlignmentFlag.AlignCenter
        done, given, late, missing = self._matrix.unit_sums(index.row())
        if role == _COLOUR:
            return self._late if index.column() == 1 and late else None
        return (f"{done}/{given}", str(late), str(missing))[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """What is summed."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return self.TITLES[section] if section < len(self.TITLES) else None
        return None

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.dataChanged.emit(self.index(first.row(), 0), self.index(last.row(), len(self.TITLES) - 1))


class FootModel(QAbstractTableModel):
    """The sums of each task, below."""

    TITLES = ("Đã giao", "Hoàn thành", "Quá hạn")

    def __init__(self, matrix: MatrixModel, late: Any) -> None:
        super().__init__(matrix)
        self._matrix, self._late = matrix, late
        matrix.modelAboutToBeReset.connect(self.beginResetModel)
        matrix.modelReset.connect(self.endResetModel)
        matrix.dataChanged.connect(self._on_changed)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Three sums."""
        return 0 if parent.isValid() else len(self.TITLES)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many tasks."""
        return 0 if parent.isValid() else len(self._matrix.tasks)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """One sum of one task, over the units that are shown."""
        if not index.isValid() or role not in {_DISPLAY, _ALIGN, _COLOUR}:
            return None
        if role == _ALIGN:
            return Qt.AlignmentFlag.AlignCenter
        value = self._matrix.task_sums(index.column())[index.row()]
        if role == _COLOUR:
            return self._late if index.row() == LATE_ROW and value else None
        return text.number(value) if role == _DISPLAY else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """What is summed."""
        if orientation == Qt.Orientation.Vertical and role == _DISPLAY:
            return self.TITLES[section]
        return None

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.dataChanged.emit(self.index(0, first.column()), self.index(LATE_ROW, last.column()))


def _places(tasks: Sequence[TaskHead], rows: Sequence[UnitRow]) -> tuple[list[int], list[int]]:
    """What stands where: ids of tasks and units."""
    return [task.id for task in tasks], [row.unit for row in rows]


def words(mark: Mark | None) -> str:
    """A cell in words: "Hoàn thành trễ, xong ngày 20/03/2026, hạn 17/03/2026"."""
    if mark is None:
        return NOT_GIVEN
    parts = [text.STANDINGS[mark.standing][1]]
    if mark.done_on:
        parts.append(f"xong ngày {text.date(mark.done_on)}")
    if mark.due:
        parts.append(f"hạn {text.date(mark.due)}")
    return ", ".join(parts)


def _standing(mark: Mark | None) -> Standing | None:
    return None if mark is None else mark.standing
