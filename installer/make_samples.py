"""Makes data/samples out of samples.toml: the directive in Word as a careful clerk lays it out, the unit list in Excel.

Stands by itself (no import of the program), so that the readers are tried on files that our own writers did not make.
Run by hand after a change of the words: `.venv/bin/python installer/make_samples.py`. Writes these two files only.
"""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "data" / "samples"
CENTRE, JUSTIFY, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
Words = dict[str, Any]


def _write(
    at: Paragraph, text: str, *, size: int = 14, bold: bool = False, italic: bool = False
) -> Paragraph:
    run = at.add_run(text)
    run.font.name, run.font.size, run.bold, run.italic = "Times New Roman", Pt(size), bold, italic
    run.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    return at


def _shape(at: Paragraph, alignment: WD_ALIGN_PARAGRAPH, *, before: int = 0, first: int = 0) -> Paragraph:
    form = at.paragraph_format
    form.alignment, form.space_before, form.space_after = alignment, Pt(before), Pt(0)
    form.first_line_indent, form.line_spacing = Mm(first), 1.0
    return at


def _rule(at: Paragraph, indent: float) -> None:
    """A solid line over the width that `indent` millimetres on each side leave."""
    form = _write(_shape(at, CENTRE, before=2), "", size=2).paragraph_format
    form.left_indent = form.right_indent = Mm(indent)
    line = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    properties = at._p.get_or_add_pPr()
    properties.insert_element_before(parse_xml(line), "w:spacing", "w:ind", "w:jc", "w:rPr")


def _columns(table: Table, *widths: float) -> None:
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _two(document: DocumentObject, left: float, right: float) -> tuple[_Cell, _Cell]:
    table = document.add_table(rows=1, cols=2)
    _columns(table, left, right)
    return table.cell(0, 0), table.cell(0, 1)


def _head(document: DocumentObject, words: Words) -> None:
    left, right = _two(document, 66, 102)
    _write(_shape(left.paragraphs[0], CENTRE), words["superior"], size=13)
    _write(_shape(left.add_paragraph(), CENTRE), words["issuer"], size=13, bold=True)
    _rule(left.add_paragraph(), 26)
    _write(_shape(left.add_paragraph(), CENTRE, before=8), words["number"], size=13)
    _write(_shape(left.add_paragraph(), CENTRE, before=6), words["subject"], size=12)
    _write(_shape(right.paragraphs[0], CENTRE), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
    _write(_shape(right.add_paragraph(), CENTRE), "Độc lập - Tự do - Hạnh phúc", size=14, bold=True)
    _rule(right.add_paragraph(), 18.5)
    _write(_shape(right.add_paragraph(), CENTRE, before=7), words["place_and_date"], italic=True)


def _body(document: DocumentObject, words: Words) -> None:
    _write(_shape(document.add_paragraph(), CENTRE, before=12), words["to"])
    _write(_shape(document.add_paragraph(), JUSTIFY, before=12, first=10), words["opening"])
    for section in words["sections"]:
        heading = _write(
            _shape(document.add_paragraph(), JUSTIFY, before=6, first=10), section["title"], bold=True
        )
        heading.paragraph_format.keep_with_next = True
        for task in section["tasks"]:
            _write(_shape(document.add_paragraph(), JUSTIFY, before=6, first=10), f"- {task}")
    for text in words["closing"]:
        _write(_shape(document.add_paragraph(), JUSTIFY, before=6, first=10), text)


def _foot(document: DocumentObject, words: Words) -> None:
    _shape(document.add_paragraph(), LEFT)
    left, right = _two(document, 80, 86)
    _write(_shape(left.paragraphs[0], LEFT), "Nơi nhận:", size=12, bold=True, italic=True)
    for line in words["recipients"]:
        _write(_shape(left.add_paragraph(), LEFT), f"- {line}", size=11)
    for number, line in enumerate(words["signature"]):
        at = right.paragraphs[0] if number == 0 else right.add_paragraph()
        _write(_shape(at, CENTRE), line, bold=True)


def _appendix(document: DocumentObject, words: Words) -> None:
    document.add_section(WD_SECTION.NEW_PAGE)
    _write(_shape(document.add_paragraph(), CENTRE), "Phụ lục", bold=True)
    _write(_shape(document.add_paragraph(), CENTRE), words["title"], bold=True)
    _write(_shape(document.add_paragraph(), CENTRE), words["source"], italic=True)
    _rule(document.add_paragraph(), 60)
    _shape(document.add_paragraph(), CENTRE)
    rows = [("STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả")]
    rows += [
        (str(number), name, measure, "") for number, (name, measure) in enumerate(words["indicators"], 1)
    ]
    table = document.add_table(rows=len(rows), cols=4, style="Table Grid")
    _columns(table, 14, 86, 32, 28)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            alignment = LEFT if row and column == 1 else CENTRE
            at = _shape(table.cell(row, column).paragraphs[0], alignment, before=3)
            _write(at, text, size=13, bold=row == 0)


def _pages(document: DocumentObject) -> None:
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
        section.left_margin, section.header_distance = Mm(30), Mm(10)
        section.different_first_page_header_footer = True
    # Each appendix is numbered on its own, and a first page shows no number: with one page it shows none.
    start = document.element.body.sectPr.find(qn("w:cols"))
    start.addprevious(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
    number = _shape(document.sections[0].header.paragraphs[0], CENTRE)
    number._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"/>'))


def directive(words: Words) -> None:
    """Writes the directive: a letter of a province department with its appendix of figures."""
    document = Document()
    _head(document, words)
    _body(document, words)
    _foot(document, words)
    _appendix(document, words["appendix"])
    _pages(document)
    core = document.core_properties
    core.author, core.title = "Sở Y tế tỉnh Sơn Giang (hư cấu)", words["subject"]
    core.created = core.modified = dt.datetime(2026, 3, 2, 8, 0, 0, tzinfo=dt.UTC)
    document.save(str(TARGET / words["file"]))


def _merged(sheet: Worksheet, cells: str, text: str, **font: Any) -> None:
    sheet.merge_cells(cells)
    first = sheet[cells.partition(":")[0]]
    first.value, first.font = text, Font(name="Times New Roman", size=13, **font)
    first.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _table_head(sheet: Worksheet) -> None:
    for cells, text in [
        ("A8:A9", "STT"), ("B8:B9", "Tên cơ quan, đơn vị"), ("C8:C9", "Tên viết tắt"), ("D8:F8", "Người đứng đầu"),
        ("G8:G9", "Thư điện tử"), ("H8:H9", "Ghi chú"),
    ]:  # fmt: skip
        _merged(sheet, cells, text, bold=True)
    for cell, text in [("D9", "Họ và tên"), ("E9", "Chức vụ"), ("F9", "Điện thoại")]:
        _merged(sheet, f"{cell}:{cell}", text, bold=True)
    for column in range(1, 9):
        sheet.cell(10, column, f"({column})").alignment = Alignment(horizontal="center")


def _table(sheet: Worksheet, groups: list[Words]) -> int:
    row, number = 11, 0
    for group in groups:
        _merged(sheet, f"A{row}:H{row}", group["name"], bold=True)
        sheet[f"A{row}"].alignment = Alignment(horizontal="left")
        for name, short, person, position, phone, mail, note in group["units"]:
            row, number = row + 1, number + 1
            address = f"{mail}.dongsen@songiang.gov.vn" if mail else None
            for column, value in enumerate([number, name, short, person, position, phone, address, note], 1):
                sheet.cell(row, column, value or None).font = Font(name="Times New Roman", size=12)
        row += 1
    _merged(sheet, f"A{row}:H{row}", f"Tổng cộng: {number} đơn vị", bold=True)
    thin = Side(style="thin")
    for line in sheet.iter_rows(min_row=8, max_row=row, max_col=8):
        for cell in line:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    return row


def unit_list(words: Words) -> None:
    """Writes the unit list of the commune: title, header of two rows, groups, a total, a signature."""
    book = Workbook()
    sheet = book.active
    sheet.title = words["sheet"]
    superior, issuer, state, motto = words["head"]
    _merged(sheet, "A1:C1", superior, bold=True)
    _merged(sheet, "A2:C2", issuer, bold=True)
    _merged(sheet, "D1:H1", state, bold=True)
    _merged(sheet, "D2:H2", motto, bold=True)
    _merged(sheet, "A4:H4", words["title"], bold=True)
    _merged(sheet, "A5:H5", words["note"], italic=True)
    _table_head(sheet)
    last = _table(sheet, words["groups"])
    for at, text in enumerate(words["signature"]):
        _merged(sheet, f"F{last + 2 + 4 * at}:H{last + 2 + 4 * at}", text, bold=True)
    for column, width in zip("ABCDEFGH", (6, 42, 13, 24, 26, 15, 36, 26), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", 9, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.freeze_panes, sheet.print_title_rows = "C11", "8:9"
    book.properties.creator = "UBND xã Đồng Sen (hư cấu)"
    book.properties.created = dt.datetime(2026, 1, 15, 8, 0, 0)  # noqa: DTZ001 (openpyxl takes naive UTC)
    book.save(TARGET / words["file"])


if __name__ == "__main__":
    told = tomllib.loads((HERE / "samples.toml").read_text(encoding="utf-8"))
    TARGET.mkdir(parents=True, exist_ok=True)
    directive(told["directive"])
    unit_list(told["units"])
