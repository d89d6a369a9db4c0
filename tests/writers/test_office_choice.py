"""Papers are set as their office chose within the decree: margins, sizes, spacing, in PDF and DOCX alike."""

from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pdfplumber
import pytest
from docx.shared import Mm
from shapes import PLAN

from desktop.documents.model import Document
from desktop.domain.paper_choice import PaperChoice
from desktop.writers import docx, pdf

CHOICE = PaperChoice(size=13.0, head=13.0, top=25.0, bottom=25.0, left=35.0, right=15.0, spacing=1.5)
MM = 72 / 25.4


def chosen(document: Document) -> Document:
    return replace(document, head=replace(document.head, choice=CHOICE))


def letters(document: Document, path: Path) -> list[dict]:
    pdf.write(document, path)
    with pdfplumber.open(path) as file:
        return [letter for page in file.pages for letter in page.chars]


def test_a_pdf_is_set_with_the_margins_and_sizes_chosen(tmp_path):
    found = letters(chosen(PLAN), tmp_path / "a.pdf")
    assert min(letter["x0"] for letter in found) == pytest.approx(35 * MM, abs=1)
    assert max(letter["x1"] for letter in found) <= (210 - 15) * MM + 1
    sizes = [round(letter["size"], 1) for letter in found]
    assert max(set(sizes), key=sizes.count) == 13.0


def test_larger_quoc_hieu_stays_on_one_line(tmp_path):
    found = letters(chosen(PLAN), tmp_path / "a.pdf")
    bold = [one for one in found if round(one["size"], 1) == 13.0 and one["x0"] > 90 * MM][:34]
    assert "".join(one["text"] for one in bold).startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"[:20])
    assert len({round(one["bottom"]) for one in bold}) == 1


def test_wider_lines_take_more_pages():
    long = replace(PLAN, blocks=PLAN.blocks * 6)
    assert pdf.page_count(chosen(long)) > pdf.page_count(long)


def test_a_docx_has_the_same_margins(tmp_path):
    docx.write(chosen(PLAN), tmp_path / "a.docx")
    section = python_docx.Document(str(tmp_path / "a.docx")).sections[0]
    assert abs(section.left_margin - Mm(35)) < Mm(0.1)
    assert abs(section.right_margin - Mm(15)) < Mm(0.1)


def test_another_form_that_is_asked_for_wins_over_the_choice(tmp_path):
    from desktop.documents.form import legal_form

    plain = pdf.as_bytes(PLAN)
    assert pdf.as_bytes(chosen(PLAN), form=legal_form()) == plain
