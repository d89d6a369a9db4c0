"""Papers as DOCX: the words and pages of the PDF, in named styles, the same bytes each time."""

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pdf_reading
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree
from shapes import LETTER, PLAN, SHAPES, body, counts

from desktop.documents.model import Appendix, Column, Document, Head, Run, Signature, Style, Table, paragraph
from desktop.errors import FileMissing
from desktop.writers import docx, pdf

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def made(document: Document, folder: Path, name: str = "paper") -> Path:
    path = folder / f"{name}.docx"
    docx.write(document, path)
    return path


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def normal(xml: bytes) -> str:
    """XML with one element a line and no declarations of name spaces."""
    tree = etree.fromstring(xml)
    etree.indent(tree)
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(tree, encoding="unicode")) + "\n"


def test_the_body_is_that_of_the_golden_file(tmp_path: Path, update_golden: bool) -> None:
    small = replace(SHAPES["draft_letter"], appendices=(Appendix("Chỉ tiêu", (counts(),), landscape=True),))
    text = normal(parts(made(small, tmp_path))["word/document.xml"])
    kept = GOLDEN / "draft_letter.docx.xml"
    if update_golden:
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


def test_the_same_paper_is_the_same_bytes(tmp_path: Path) -> None:
    assert made(PLAN, tmp_path, "a").read_bytes() == made(PLAN, tmp_path, "b").read_bytes()


def test_there_are_no_macros_and_no_picture_of_the_template(tmp_path: Path) -> None:
    names = parts(made(PLAN, tmp_path))
    assert not [name for name in names if "vba" in name.lower() or "thumbnail" in name]


def test_the_file_says_its_title_author_and_language(tmp_path: Path) -> None:
    facts = python_docx.Document(str(made(PLAN, tmp_path))).core_properties
    assert facts.title == "Kế hoạch Tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam năm 2026"
    assert (facts.author, facts.language) == ("Ủy ban nhân dân xã Sơn Tây Hạ", "vi-VN")


def test_an_officer_finds_vietnamese_styles(tmp_path: Path) -> None:
    opened = python_docx.Document(str(made(PLAN, tmp_path)))
    used = [one.style.name for one in opened.paragraphs if one.text]
    assert {"Nội dung", "Căn cứ", "Đề mục", "Khoản", "Thể thức"} <= set(used)
    heading = next(one for one in opened.paragraphs if one.text == "I. NỘI DUNG")
    assert heading.style.paragraph_format.keep_with_next


def test_pages_and_margins_are_those_of_the_form(tmp_path: Path) -> None:
    opened = python_docx.Document(str(made(SHAPES["plan_with_appendices"], tmp_path)))
    shapes = [(one.page_width.mm, one.page_height.mm, one.left_margin.mm) for one in opened.sections]
    rounded = [tuple(round(length) for length in shape) for shape in shapes]
    assert rounded == [(210, 297, 30), (297, 210, 30), (210, 297, 30)]


def test_each_part_is_numbered_from_one_and_shows_no_number_on_its_first_page(tmp_path: Path) -> None:
    opened = python_docx.Document(str(made(SHAPES["plan_with_appendices"], tmp_path)))
    for section in opened.sections:
        numbers = section._sectPr.find(qn("w:pgNumType"))
        assert numbers.get(qn("w:start")) == "1"
        assert section.different_first_page_header_footer
    assert "PAGE" in opened.sections[0].header.paragraphs[0]._p.xml


def test_heads_of_tables_come_again_and_rows_are_not_cut(tmp_path: Path) -> None:
    opened = python_docx.Document(str(made(SHAPES["plan_with_appendices"], tmp_path)))
    grid = next(table for table in opened.tables if len(table.columns) == 6)
    again = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in grid.rows]
    assert again == [True, True] + [False] * (len(again) - 2)
    assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in grid.rows)


def test_the_last_row_of_a_table_stays_with_the_signing_block_under_it(tmp_path: Path) -> None:
    table = Table((Column(("Người nhận",), 1),), tuple((f"{n}",) for n in range(9)))
    for blocks, stays in (((table,), True), ((table, paragraph(Style.BODY, "Hết./.")), False)):
        opened = python_docx.Document(str(made(replace(PLAN, blocks=blocks, appendices=()), tmp_path)))
        rows = next(t for t in opened.tables if len(t.rows) == 10).rows
        kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in rows]
        assert (kept[-2], kept[-1]) == (True, stays)
        assert not kept[4]


def test_papers_of_a_series_go_into_one_file_each_numbered_from_one(tmp_path: Path) -> None:
    path = tmp_path / "series.docx"
    with_appendices = replace(PLAN, appendices=(Appendix("Chỉ tiêu", (counts(),), landscape=True),))
    docx.write_many((LETTER, with_appendices, LETTER), path)
    opened = python_docx.Document(str(path))
    assert len(opened.sections) == len(LETTER.appendices) * 2 + 4
    starts = [s._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for s in opened.sections]
    assert set(starts) == {"1"}


def test_control_characters_and_signs_of_xml_do_no_harm(tmp_path: Path) -> None:
    block = paragraph(Style.BODY, "a\x00b\x0b <tag> &\ud800 ☐ số     /KH")
    table = Table((Column(("A\nB",), 1),), (("1 < 2\n& 3",),))
    opened = python_docx.Document(str(made(replace(PLAN, blocks=(block, table)), tmp_path)))
    assert "ab <tag> & ☐ số\u00a0\u00a0\u00a0\u00a0\u00a0/KH" in [one.text for one in opened.paragraphs]
    assert opened.tables[1].cell(1, 0).text == "1 < 2\n& 3"


def test_a_paper_without_recipients_signature_or_text(tmp_path: Path) -> None:
    empty = Document(PLAN.kind, Head((), "KH-UBND", "Hà Nội"), "", (), Signature(()), (), title="KẾ HOẠCH")
    opened = python_docx.Document(str(made(empty, tmp_path)))
    assert "KẾ HOẠCH" in [one.text for one in opened.paragraphs]


def test_tables_without_head_or_columns(tmp_path: Path) -> None:
    blocks = (Table((), ()), Table((Column((), 1),), (("1",),)), paragraph(Style.BODY, "xong./."))
    opened = python_docx.Document(str(made(replace(PLAN, blocks=blocks), tmp_path)))
    assert [[cell.text for cell in row.cells] for row in opened.tables[1].rows] == [["1"]]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        docx.write(PLAN, tmp_path / "none" / "a.docx")


def converted(documents: dict[str, Document], folder: Path) -> None:
    """Write each paper as PDF and as DOCX, and let LibreOffice print the latter under `office`."""
    for name, document in documents.items():
        made(document, folder, name)
        pdf.write(document, folder / f"{name}.pdf")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in documents]
    command = [
        str(OFFICE),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder / "office"),
        *files,
    ]
    subprocess.run(command, check=True, timeout=240, capture_output=True)


def pages_of(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as opened:
        return len(opened)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_the_words_and_pages_of_the_pdf(tmp_path: Path) -> None:
    documents = {
        name: document for name, document in SHAPES.items() if name not in {"draft_plan", "draft_letter"}
    }
    documents["long_list"] = replace(
        LETTER, recipients=(*(f"Cơ quan số {at}" for at in range(80)), "Lưu: VT")
    )
    documents["long_place"] = replace(
        PLAN, blocks=body(2), head=replace(PLAN.head, place="Phường Điện Biên Phủ, Thành phố Đà Nẵng")
    )
    documents["mixed"] = replace(
        PLAN, blocks=(*body(1)[:3], paragraph(Style.BODY, "xong./.")), signature=Signature((), "")
    )
    converted(documents, tmp_path)
    for name in documents:
        ours, theirs = tmp_path / f"{name}.pdf", tmp_path / "office" / f"{name}.pdf"
        assert (name, pages_of(theirs)) == (name, pages_of(ours))
        assert Counter("".join(pdf_reading.words(theirs))) == Counter("".join(pdf_reading.words(ours))), name


def test_runs_keep_their_look(tmp_path: Path) -> None:
    runs = (Run("Chủ trì", bold=True), Run(": "), Run("Phòng Y tế", italic=True))
    opened = python_docx.Document(
        str(made(replace(PLAN, blocks=(replace(PLAN.blocks[2], runs=runs),)), tmp_path))
    )
    line = next(one for one in opened.paragraphs if one.text == "Chủ trì: Phòng Y tế")
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in line.runs] == [
        *(("Chủ trì", True, False), (": ", False, False)),
        ("Phòng Y tế", False, True),
    ]
