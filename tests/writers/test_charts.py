"""Charts in papers: lines and letters in the PDF and in the DOCX, never pixels; told in words to those who do not see them."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx as python_docx
import pdfplumber
import pypdfium2
import pytest
from docx.oxml.ns import qn
from shapes import PLAN, SHAPES, bars, course

from desktop.documents.as_text import chart_lines
from desktop.documents.drawing import Label
from desktop.documents.form import legal_form
from desktop.documents.model import Appendix
from desktop.writers import docx, pdf
from desktop.writers.charts import drawing_of
from desktop.writers.fonts import family
from desktop.writers.pdf_layout import Frame
from desktop.writers.pdf_page import MM

PAPER = SHAPES["report_with_charts"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Any]]:
    """The pages of the appendix as printed."""
    path = tmp_path_factory.mktemp("charts") / "a.pdf"
    pdf.write(PAPER, path)
    with pdfplumber.open(path) as opened:
        yield [page for page in opened.pages if page.rects or page.curves]


def test_the_pdf_has_lines_and_shapes_and_no_picture(pages: list[Any]) -> None:
    assert pages
    assert not [page for page in pages if page.images]
    assert sum(len(page.lines) for page in pages) > 100


def test_everything_stands_between_the_margins(pages: list[Any]) -> None:
    for page in pages:
        marks = [*page.lines, *page.rects, *page.curves, *page.chars]
        assert min(mark["x0"] for mark in marks) >= 30 * MM - 0.1
        assert max(mark["x1"] for mark in marks) <= 190 * MM + 0.1
        assert max(mark["bottom"] for mark in marks) <= 277 * MM + 0.1


def test_text_is_at_least_nine_points_and_white_only_on_dark_parts(pages: list[Any]) -> None:
    letters = [char for page in pages for char in page.chars]
    assert min(char["size"] for char in letters) >= 8.99
    assert {tuple(char["non_stroking_color"]) for char in letters} >= {(0,), (1, 1, 1)}


def test_names_and_numbers_can_be_searched(pages: list[Any]) -> None:
    text = " ".join("\n".join(page.extract_text() for page in pages).split())
    for words in (
        "Kết quả theo đơn vị",
        "Số lượt giao việc: 15",
        "Tỷ lệ hoàn thành",
        "66,7%",
        "Thôn <Đông> & Đoài",
    ):
        assert words in text


def test_a_chart_and_its_caption_stand_on_one_page(tmp_path: Path) -> None:
    pdf.write(
        replace(PLAN, appendices=(Appendix("Biểu đồ", (bars(16), bars(16), course())),)), tmp_path / "a.pdf"
    )
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as opened:
        texts = [opened[at].get_textpage().get_text_range() for at in range(len(opened))]
    for text in texts:
        assert text.count("Kết quả theo đơn vị") == text.count("Đã hoàn thành") - text.count("Đã đến hạn")


def test_the_same_charts_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        docx.write(PAPER, tmp_path / f"{name}.docx")
        pdf.write(PAPER, tmp_path / f"{name}.pdf")
    for ending in ("pdf", "docx"):
        assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()


def test_a_drawing_is_as_wide_as_the_text_and_measured_with_the_faces_of_the_paper() -> None:
    frame = Frame(legal_form(), family())
    drawing = drawing_of(bars(9), frame)
    assert drawing.width == frame.width
    label = next(mark for mark in drawing.marks if isinstance(mark, Label) and mark.text == "Đã hoàn thành")
    words = [frame.face().widths[word] for word in label.text.split()]
    assert label.width == pytest.approx((sum(words) + 2 * frame.face().space) * label.size)


def test_the_docx_holds_one_metafile_for_each_chart(tmp_path: Path) -> None:
    docx.write(PAPER, tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as opened:
        media = sorted(name for name in opened.namelist() if "media" in name)
        assert media == [f"word/media/chart{at}.emf" for at in (1, 2, 3)]
        assert all(opened.read(name)[40:44] == b" EMF" for name in media)
        assert b'Extension="emf" ContentType="image/x-emf"' in opened.read("[Content_Types].xml")


def test_a_chart_is_read_out_bar_by_bar(tmp_path: Path) -> None:
    docx.write(PAPER, tmp_path / "a.docx")
    body = python_docx.Document(str(tmp_path / "a.docx")).element.body
    told = [one.get("descr") for one in body.iter(qn("wp:docPr"))]
    assert told == ["\n".join(chart_lines(chart)) for chart in PAPER.appendices[0].blocks]
    assert "2. Thôn <Đông> & Đoài: Đúng hạn 2 | Trễ hạn 2 | Quá hạn 1 | 2/20 | 66,7%" in told[0]


def test_pictures_of_a_docx_are_as_wide_as_the_text_and_numbered_apart(tmp_path: Path) -> None:
    docx.write(PAPER, tmp_path / "a.docx")
    shapes = python_docx.Document(str(tmp_path / "a.docx")).inline_shapes
    assert [round(shape.width.mm) for shape in shapes] == [160, 160, 160]
    numbers = [shape._inline.docPr.get("id") for shape in shapes]
    assert len(set(numbers)) == 3


def test_quotes_in_a_caption_do_no_harm(tmp_path: Path) -> None:
    chart = replace(bars(3), caption='Phong trào "Xanh, sạch" <2026> & hơn nữa')
    docx.write(replace(PLAN, blocks=(*PLAN.blocks, chart)), tmp_path / "a.docx")
    opened = python_docx.Document(str(tmp_path / "a.docx"))
    assert opened.inline_shapes[0]._inline.docPr.get("name") == chart.caption
    assert chart.caption in [one.text for one in opened.paragraphs]
