"""Takes a result form back, filled in Excel, LibreOffice or WPS. Knows where the form keeps things, not what the workspace holds."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from desktop.documents import result_form as places
from desktop.documents.result_form import FilledForm, FilledTask
from desktop.domain.assignment import Status
from desktop.domain.draft import Problem
from desktop.errors import WrongTemplate
from desktop.progress import SILENT, Progress
from desktop.readers.filled_cells import Cell, day_of, number_of, status_of, text_of

Rows = Sequence[Sequence[Cell]]


def read(path: Path, progress: Progress = SILENT) -> FilledForm:
    """The form in `path`. Raises `WrongTemplate` ("not_a_form", "old_form", "damaged") and the errors of `workbook.read`."""
    from desktop.readers import workbook

    sheets = {sheet.name: sheet.rows for sheet in workbook.read(path, progress).sheets}
    if places.HIDDEN_SHEET not in sheets or places.SHEET not in sheets:
        raise WrongTemplate(path, "not_a_form")
    return parse(path, sheets[places.SHEET], sheets[places.HIDDEN_SHEET])


def parse(path: Path, rows: Rows, hidden: Rows) -> FilledForm:
    """The same from the cells of its two sheets, from A1."""
    told = {text_of(_at(row, "A")): text_of(_at(row, "B")) for row in hidden}
    if told.get("mark") != places.MARK:
        raise WrongTemplate(path, "not_a_form")
    if told.get("version") != str(places.VERSION):
        raise WrongTemplate(path, "old_form", told.get("version", ""))
    if not told.get("plan") or not told.get("unit"):
        raise WrongTemplate(path, "damaged", "plan or unit")
    filled = _Rows(path, rows)
    tasks, values = filled.tasks(), filled.values()
    problems = filled.problems
    if not tasks and not values and not problems:
        problems = [Problem(0, None, "empty_form")]
    return FilledForm(
        told["plan"], told["unit"], places.VERSION, tuple(tasks), tuple(values), tuple(problems)
    )


def _at(row: Sequence[Cell], column: str) -> Cell:
    position = ord(column) - ord("A")
    return row[position] if position < len(row) else None


class _Rows:
    """The visible sheet: a head row, the tasks, a head row, the numbers."""

    def __init__(self, path: Path, rows: Rows) -> None:
        heads = [i for i, row in enumerate(rows) if text_of(_at(row, "A")) == places.TASK_TITLES[0]]
        titles = [text_of(_at(rows[i], "B")) for i in heads]
        if titles[:1] != [places.TASK_TITLES[1]] or titles[1:] not in ([], [places.INDICATOR_TITLES[1]]):
            raise WrongTemplate(path, "damaged", "heads")
        end = heads[1] if len(heads) > 1 else len(rows)
        self._asks_proposals = bool(text_of(_at(rows[heads[0]], places.PROPOSAL)))
        self._tasks = self._known(rows, heads[0] + 1, end)
        self._numbers = self._known(rows, heads[1] + 1, len(rows)) if len(heads) > 1 else []
        if not self._tasks:
            raise WrongTemplate(path, "damaged", "no rows")
        self.problems: list[Problem] = []

    @staticmethod
    def _known(rows: Rows, start: int, end: int) -> list[tuple[int, Sequence[Cell], str]]:
        """(row from 1, cells, uid) of the rows that say whose they are."""
        found = ((i + 1, rows[i], text_of(_at(rows[i], places.UID))) for i in range(start, end))
        return [entry for entry in found if entry[2]]

    def tasks(self) -> list[FilledTask]:
        """The rows on which something usable was written."""
        return [task for row, cells, uid in self._tasks if (task := self._task(row, cells, uid))]

    def values(self) -> list[tuple[str, Decimal]]:
        """The numbers given."""
        out = []
        for row, cells, uid in self._numbers:
            cell = _at(cells, places.VALUE)
            value = number_of(cell)
            if value is not None:
                out.append((uid, value))
            elif text_of(cell):
                self._note(row, places.VALUE, "number_invalid", cell)
        return out

    def _task(self, row: int, cells: Sequence[Cell], uid: str) -> FilledTask | None:
        state, day = _at(cells, places.STATUS), _at(cells, places.DONE_ON)
        text, reason = text_of(_at(cells, places.TEXT)), text_of(_at(cells, places.REASON))
        proposal = text_of(_at(cells, places.PROPOSAL)) if self._asks_proposals else None
        status, done_on = status_of(state), day_of(day)
        if text_of(day) and done_on is None:
            self._note(row, places.DONE_ON, "date_invalid", day)
            return None
        if status is None:
            self._note_missing_status(row, state, is_written=bool(text or reason or proposal or done_on))
            return None
        if status is Status.DONE and done_on is None:
            self._note(row, places.DONE_ON, "done_without_date", None)
        if status is not Status.DONE and done_on is not None:
            self._note(row, places.DONE_ON, "date_without_done", day)
        done_on = done_on if status is Status.DONE else None
        return FilledTask(uid, row, status, done_on, text, reason, proposal)

    def _note_missing_status(self, row: int, state: Cell, *, is_written: bool) -> None:
        if text_of(state):
            self._note(row, places.STATUS, "status_unknown", state)
        elif is_written:
            self._note(row, places.STATUS, "status_missing", None)

    def _note(self, row: int, column: str, code: str, cell: Cell) -> None:
        value = cell.isoformat() if isinstance(cell, dt.date) else text_of(cell)
        self.problems.append(Problem(row, column, code, value or None))
