"""Units with their counts, each opening to its work: a model for a tree. The work of a unit is fetched when it is opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from desktop.domain.assignment import Standing
from desktop.domain.roll_up import percent
from desktop.domain.vietnamese import collation_key
from desktop.services.task_lists import AssignmentRow, UnitCounts
from desktop.ui import text
from desktop.ui.models.rows import Column, Index, cell

_NOWHERE = QModelIndex()

Fetch = Callable[[int], Sequence[AssignmentRow]]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the tree: a unit, or one piece of its work."""

    unit: UnitCounts | None = None
    work: AssignmentRow | None = None


class UnitWorkModel(QAbstractItemModel):
    """fetch: the work of a unit (its id). An index of a unit carries 0, one of its work the place of the unit + 1."""

    def __init__(self, fetch: Fetch, parent: Any = None) -> None:
        super().__init__(parent)
        self.columns = columns()
        self._fetch = fetch
        self.units: list[UnitCounts] = []
        self._work: dict[int, Sequence[AssignmentRow]] = {}
        self._sorted: tuple[int, Qt.SortOrder] = (0, Qt.SortOrder.AscendingOrder)

    def set_units(self, units: Sequence[UnitCounts]) -> None:
        """Show these, closed."""
        self.beginResetModel()
        self.units, self._work = list(units), {}
        self._sort()
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """What stands at an index."""
        if not index.isValid():
            return None
        if not index.internalId():
            return Line(unit=self.units[index.row()]) if index.row() < len(self.units) else None
        work = self._work_of(index.internalId() - 1)
        return Line(work=work[index.row()]) if index.row() < len(work) else None

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The place of a unit, or of its work under it."""
        if not 0 <= column < len(self.columns) or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two of that name
        """The unit of a piece of work."""
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many units, or how much work one has: asked of a unit when it is opened."""
        if not parent.isValid():
            return len(self.units)
        if parent.internalId() or parent.column():
            return 0
        return len(self._work_of(parent.row()))

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        """Every unit shown has work."""
        return bool(self.units) if not parent.isValid() else not parent.internalId() and not parent.column()

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles of columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            return right if self.columns[section].is_number else None
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows; the empty ones of a piece of work show nothing."""
        line = self.line(index)
        if line is None or not 0 <= index.column() < len(self.columns):
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole and not column.text(line):
            return ""
        return cell(column, line, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Units by a column; the work under them stays in its order. What was open closes."""
        if 0 <= column < len(self.columns):
            self._sorted = (column, order)
            self.set_units(self.units)

    def _work_of(self, place: int) -> Sequence[AssignmentRow]:
        """The work of the unit at a place, fetched at the first call."""
        if not 0 <= place < len(self.units):
            return ()
        unit = self.units[place].unit
        if unit not in self._work:
            self._work[unit] = self._fetch(unit)
        return self._work[unit]

    def _sort(self) -> None:
        at, order = self._sorted
        key = self.columns[at].sort_key
        self.units.sort(key=lambda one: key(Line(unit=one)), reverse=order is Qt.SortOrder.DescendingOrder)


def _count(name: str) -> Callable[[Line], str]:
    return lambda line: text.number(getattr(line.unit, name)) if line.unit else ""


def _number(name: str) -> Callable[[Line], Any]:
    return lambda line: getattr(line.unit, name) if line.unit else 0


def _amount(name: str) -> Callable[[Line], int | None]:
    return lambda line: getattr(line.unit, name) if line.unit else None


def _name(line: Line) -> str:
    return line.unit.name if line.unit else line.work.text if line.work else ""


def _rate(line: Line) -> str:
    rate = percent(line.unit.done, line.unit.assigned) if line.unit else None
    return f"{rate}%".replace(".", ",").replace(",0%", "%") if rate is not None else ""


def _stands(line: Line) -> Standing | None:
    if line.work:
        return line.work.standing
    return Standing.OVERDUE if line.unit and line.unit.overdue else None


def _standing(line: Line) -> str:
    if line.unit:
        return f"{text.number(line.unit.overdue)} quá hạn" if line.unit.overdue else ""
    return text.STANDINGS[line.work.standing][1] if line.work else ""


def columns() -> tuple[Column[Line], ...]:
    """Giao · Đã báo cáo · Đúng hạn · Trễ · Chưa báo cáo · Tỷ lệ (product rule 8), then day and standing of single pieces of work."""
    counted = (
        ("assigned", "Giao", 64),
        ("reported", "Đã báo cáo", 98),
        ("on_time", "Đúng hạn", 88),
        ("late", "Trễ", 60),
        ("missing", "Chưa báo cáo", 114),
    )
    return (
        Column("name", "Đơn vị, nhiệm vụ", _name, sort=lambda line: collation_key(_name(line)), width=0),
        *(
            Column(
                key, title, _count(key), sort=_number(key), amount=_amount(key), is_number=True, width=width
            )
            for key, title, width in counted
        ),
        Column(
            "rate",
            "Tỷ lệ",
            _rate,
            sort=lambda line: line.unit.done / line.unit.assigned if line.unit else 0,
            is_number=True,
            width=78,
            tip=lambda _: "Số việc hoàn thành trên số việc được giao",
        ),
        Column(
            "due",
            "Hạn",
            lambda line: text.date(line.work.due) if line.work else "",
            sort=lambda _: 0,
            is_number=True,
            width=104,
        ),
        Column("standing", "Tình trạng", _standing, standing=_stands, sort=_number("overdue"), width=148),
    )
