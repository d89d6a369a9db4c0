"""What the selection of the table in hand comes to, as words for the status bar: rows, and sums of columns that can be added.

Rows are counted by ranges, so that choosing all of 200,000 asks no model for one of them; sums are made of a few thousand rows at
most. It reads tables and changes nothing.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, QObject
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTreeView

from desktop.documents.phrases import number
from desktop.ui.models.rows import ROW_ROLE

MOST_SUMMED = 2_000
"""Rows whose numbers are added while the person drags over them; more are only counted."""


class PickedWatch(QObject):
    """Follows the table that had the focus last. tell: takes the words, "" where there is nothing to say."""

    def __init__(self, tell: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._view: QTableView | QTreeView | None = None
        self._model: QItemSelectionModel | None = None

    def follow(self, view: QTableView | QTreeView) -> None:
        """From now on tell what is selected in `view`, and tell it now. Its model is its own for good."""
        if view is not self._view:
            self.leave()
            self._view, self._model = view, view.selectionModel()
            self._model.selectionChanged.connect(self._say)
            view.model().modelReset.connect(self._say)
            view.destroyed.connect(self._forget)
        self._say()

    def leave(self) -> None:
        """Follow none."""
        if self._view is not None and self._model is not None:
            self._model.selectionChanged.disconnect(self._say)
            self._view.model().modelReset.disconnect(self._say)
            self._view.destroyed.disconnect(self._forget)
        self._forget()
        self._tell("")

    def _forget(self) -> None:
        self._view = self._model = None

    def _say(self) -> None:
        if self._view is not None:
            self._tell(words(self._view))


def words(view: QTableView | QTreeView) -> str:
    """ "Đã chọn 12 dòng · Đang làm: 34 · Quá hạn: 5"; "" for fewer than two rows. Only columns that are shown are added up; a view
    with `counted_beside` has a panel that already counts."""
    ranges = list(_ranges(view))
    count = sum(one.height() for one in ranges)
    if count < 2:
        return ""
    said = [] if getattr(view, "counted_beside", False) else [f"Đã chọn {number(count)} dòng"]
    if count <= MOST_SUMMED:
        said += [f"{title}: {number(total)}" for title, total in _sums(view, ranges)]
    return " · ".join(said)


def _ranges(view: QAbstractItemView) -> Iterator[QItemSelectionRange]:
    """The runs of selected rows: whole rows are selected, so that each row is in one range with the first column."""
    chosen = view.selectionModel().selection()
    return (one for one in map(chosen.at, range(chosen.size())) if one.left() == 0)


def _sums(
    view: QTableView | QTreeView, ranges: list[QItemSelectionRange]
) -> Iterator[tuple[str, Decimal | int]]:
    """Title and sum of each column that is shown and can be added."""
    model = view.model()
    added = [
        column
        for at, column in enumerate(getattr(model, "columns", ()))
        if column.amount is not None and not view.isColumnHidden(at)
    ]
    if not added:
        return
    places = (model.index(at, 0, one.parent()) for one in ranges for at in range(one.top(), one.bottom() + 1))
    rows = [row for place in places if (row := model.data(place, ROW_ROLE)) is not None]
    for column in added:
        amounts = [amount for row in rows if (amount := column.amount(row)) is not None]
        if amounts:
            yield column.title, sum(amounts)
