"""A table of the window on paper and in a workbook."""

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from pdfplumber import open as open_pdf

from desktop.documents.model import Align
from desktop.services import shown_table
from desktop.services.shown_table import Shown
from desktop.services.workspace import Workspace

SHOWN = Shown(
    "Danh sách đơn vị",
    ("Tên đơn vị", "Số nhiệm vụ"),
    (("Thôn Đồng Sen", "3"), ("Thôn Hạ", "12")),
    frozenset({1}),
)


def test_the_paper_holds_every_row_and_its_number(home: Path) -> None:
    with Workspace.open(home) as work:
        content = shown_table.pdf_bytes(work, SHOWN)
    with open_pdf(BytesIO(content)) as made:
        words = made.pages[0].extract_text()
    assert "DANH SÁCH ĐƠN VỊ" in words
    assert "1 Thôn Đồng Sen 3" in words
    assert "2 Thôn Hạ 12" in words


def test_columns_of_numbers_stand_right_and_long_ones_get_more_room() -> None:
    table = shown_table.table_of(SHOWN)
    assert [column.align for column in table.columns] == [Align.CENTRE, Align.LEFT, Align.RIGHT]
    assert table.columns[1].width > table.columns[0].width


def test_many_columns_lie_on_their_side(home: Path) -> None:
    wide = Shown("Bảng", tuple("ABCDEFG"), (tuple("1234567"),))
    with Workspace.open(home) as work:
        assert shown_table.document(work, wide).landscape
        assert not shown_table.document(work, SHOWN).landscape


def test_the_workbook_holds_the_same_cells(tmp_path: Path) -> None:
    path = shown_table.workbook(SHOWN, tmp_path / "bang.xlsx")
    sheet = load_workbook(path).worksheets[0]
    texts = [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert ["1", "Thôn Đồng Sen", "3"] in texts
    assert ["2", "Thôn Hạ", "12"] in texts
