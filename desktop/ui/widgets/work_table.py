"""The table of all assignments: what is picked is told by ids, without fetching rows that were never seen."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from desktop.services.task_lists import AssignmentRow
from desktop.ui.context import Context
from desktop.ui.models.paged import PagedModel
from desktop.ui.models.rows import Column
from desktop.ui.widgets.table import Table


class WorkTable(Table):
    """A `Table` over a model of pages."""

    counted_beside = True

    def __init__(self, model: PagedModel[AssignmentRow], name: str, context: Context) -> None:
        super().__init__(model, name, context)
        self._paged = model
        self.setAccessibleName("Nhiệm vụ đã giao")
        self.horizontalHeader().setSortIndicatorClearable(True)

    def picked_ids(self) -> list[int]:
        """Ids of the selected rows, in the order shown."""
        chosen = self.selectionModel().selection()
        ranges = sorted((one.top(), one.bottom()) for one in map(chosen.at, range(chosen.size())))
        ids = self._paged.ids
        return [key for top, bottom in ranges for key in ids[top : bottom + 1]]

    def shown_columns(self) -> list[Column[AssignmentRow]]:
        """The columns that are seen, in their order."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(at) for at in range(header.count())]
        return [self._paged.columns[at] for at in order if not self.isColumnHidden(at)]

    def pick(self, keys: Collection[int], current: int | None = None) -> None:
        """Select these rows so far as they are shown, with the cursor on `current`."""
        wanted, last = set(keys), len(self._paged.columns) - 1
        if not wanted:
            return
        chosen = QItemSelection()
        for top, bottom in _runs([at for at, key in enumerate(self._paged.ids) if key in wanted]):
            chosen.select(self._paged.index(top, 0), self._paged.index(bottom, last))
        flags = QItemSelectionModel.SelectionFlag
        if current in wanted and current in self._paged.ids:
            place = self._paged.index(list(self._paged.ids).index(current), 0)
            self.selectionModel().setCurrentIndex(place, flags.NoUpdate)
            self.scrollTo(place)
        self.selectionModel().select(chosen, flags.ClearAndSelect)


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Places that follow each other, as first and last of each run."""
    runs: list[tuple[int, int]] = []
    for at in places:
        if runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs
