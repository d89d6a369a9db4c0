"""The matrix printed and saved as it is shown."""

from pathlib import Path

from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from story import VILLAGES, issued, settle

from desktop.services import following, following_paper
from desktop.services.workspace import Workspace


def test_the_sheet_is_a_pdf_with_the_units_that_are_shown(workspace: Workspace) -> None:
    settle(workspace)
    matrix = following.load(workspace, issued(workspace).id)
    shown = [row for row in matrix.rows if row.name == VILLAGES[0]]
    with PdfDocument(following_paper.pdf_bytes(workspace, matrix, shown)) as paper:
        words = paper[0].get_textpage().get_text_bounded()
    assert VILLAGES[0] in words
    assert VILLAGES[1] not in words


def test_the_workbook_has_the_matrix_and_the_tasks(workspace: Workspace, tmp_path: Path) -> None:
    settle(workspace)
    matrix = following.load(workspace, issued(workspace).id)
    book = load_workbook(following_paper.workbook(matrix, matrix.rows, tmp_path / "theo-doi.xlsx"))
    assert book.sheetnames == ["Theo dõi", "Nhiệm vụ"]
    cells = {cell.value for row in book["Theo dõi"].iter_rows() for cell in row}
    assert {*VILLAGES, "C"} <= cells
