"""Papers whose main text lies on its side: registers and tables of the office's own use."""

from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pypdfium2
from docx.enum.section import WD_ORIENT
from openpyxl import load_workbook
from shapes import LETTER, PLAN, counts

from desktop.documents.model import Appendix, DocumentKind, Signature
from desktop.writers import docx, pdf, xlsx

SIDE = replace(PLAN, kind=DocumentKind.INTERNAL, blocks=(counts(),), appendices=(), landscape=True)


def test_the_pages_lie_on_their_side(tmp_path: Path) -> None:
    pdf.write(SIDE, tmp_path / "a.pdf")
    width, height = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_size()
    assert (round(width), round(height)) == (842, 595)


def test_only_the_main_text_of_the_docx_lies_on_its_side(tmp_path: Path) -> None:
    docx.write(replace(SIDE, appendices=(Appendix("Số liệu", (counts(),)),)), tmp_path / "a.docx")
    first, second = python_docx.Document(str(tmp_path / "a.docx")).sections
    assert (first.orientation, second.orientation) == (WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT)
    assert first.page_width > first.page_height


def test_a_docx_without_foot_has_no_room_for_one(tmp_path: Path) -> None:
    bare = replace(LETTER, signature=Signature(()), recipients=(), appendices=())
    docx.write(bare, tmp_path / "a.docx")
    docx.write(LETTER, tmp_path / "b.docx")
    one, other = (len(python_docx.Document(str(tmp_path / name)).tables) for name in ("a.docx", "b.docx"))
    assert other == one + 1


def test_a_sheet_is_printed_as_it_is_told(tmp_path: Path) -> None:
    sheets = [
        xlsx.Sheet("Ngang", ("A",), counts(), landscape=True),
        xlsx.Sheet("Dọc", ("A",), counts()),
    ]
    xlsx.write(sheets, tmp_path / "a.xlsx")
    wide, upright = load_workbook(tmp_path / "a.xlsx").worksheets
    assert (wide.page_setup.orientation, upright.page_setup.orientation) == ("landscape", "portrait")
    assert wide.column_dimensions["B"].width > upright.column_dimensions["B"].width
