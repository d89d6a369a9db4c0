"""The matrix of a plan as paper and as workbook: the rows that are shown, in their order."""

from collections.abc import Sequence
from pathlib import Path

from desktop.documents import matrix_sheet
from desktop.documents.matrix_sheet import MatrixTask, MatrixUnit
from desktop.progress import SILENT, Progress
from desktop.services.following import Matrix, UnitRow
from desktop.services.workspace import Workspace


def pdf_bytes(work: Workspace, matrix: Matrix, rows: Sequence[UnitRow], progress: Progress = SILENT) -> bytes:
    """The sheet as a PDF in memory, for printing."""
    from desktop.writers import pdf

    paper = matrix_sheet.build(matrix.plan, _tasks(matrix), _units(rows), work.office, matrix.today)
    return pdf.as_bytes(paper, progress)


def workbook(matrix: Matrix, rows: Sequence[UnitRow], path: Path) -> Path:
    """The sheet as a workbook, with what the numbers stand for on a second tab. Raises the errors of writing."""
    from desktop.writers import xlsx

    tasks, title = _tasks(matrix), (matrix_sheet.TITLE, matrix.plan.subject)
    letters = (*title, matrix_sheet.LETTERS)
    xlsx.write(
        [
            xlsx.Sheet("Theo dõi", letters, matrix_sheet.table(tasks, _units(rows)), landscape=True),
            xlsx.Sheet("Nhiệm vụ", title, matrix_sheet.task_table(tasks)),
        ],
        path,
    )
    return path


def _tasks(matrix: Matrix) -> list[MatrixTask]:
    return [MatrixTask(task.number, task.text, task.due) for task in matrix.tasks]


def _units(rows: Sequence[UnitRow]) -> list[MatrixUnit]:
    return [
        MatrixUnit(row.name, tuple(mark.standing if mark else None for mark in row.marks)) for row in rows
    ]
