"""The page and the usual letters of a .docx."""

from pathlib import Path

from papers import docx, para, run, table

from desktop.domain.page_look import PageLook
from desktop.readers.blocks import Block, Text
from desktop.readers.gate import Kind
from desktop.readers.messages import text_messages, text_of
from desktop.readers.text.docx_look import look_of
from desktop.readers.text.docx_parts import open_parts
from desktop.readers.text.extract import extract

A4 = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="1134"/></w:sectPr>'
FONT = '<w:rFonts w:ascii="Times New Roman"/><w:sz w:val="28"/>'


def look(folder: Path, body: str, styles: str = "") -> PageLook:
    """The look of a document with that body."""
    return look_of(open_parts(docx(folder / "a.docx", body, styles=styles)))


def test_the_page_is_that_of_the_first_section_in_millimetres(tmp_path: Path) -> None:
    later = A4.replace("11906", "16838").replace("1701", "1134")
    found = look(tmp_path, para("", A4) + later)
    assert (found.width, found.height, found.left, found.right) == (210.0, 297.0, 30.0, 20.0)


def test_a_file_that_tells_nothing_has_no_look(tmp_path: Path) -> None:
    odd = '<w:sectPr><w:pgSz w:w="x"/><w:pgMar w:left="99999999"/></w:sectPr>'
    assert look(tmp_path, para("Kế hoạch")) == PageLook()
    assert look(tmp_path, odd) == PageLook()


def test_the_letters_are_those_of_the_run_its_styles_or_the_document(tmp_path: Path) -> None:
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT}</w:rPr></w:rPrDefault></w:docDefaults>"
    style = '<w:style w:type="paragraph" w:styleId="Nho"><w:rPr><w:sz w:val="24"/></w:rPr></w:style>'
    small = para(run("Một dòng nhỏ hơn hẳn"), '<w:pStyle w:val="Nho"/>')
    found = look(tmp_path, small, defaults + style)
    assert (found.font, found.size) == ("Times New Roman", 12.0)
    own = look(tmp_path, para(run("Một dòng", '<w:rFonts w:ascii="Arial"/><w:sz w:val="26"/>')), defaults)
    assert (own.font, own.size) == ("Arial", 13.0)


def test_letters_without_a_majority_are_not_told_and_tables_do_not_count(tmp_path: Path) -> None:
    halves = para(run("Một hai", FONT) + run("Ba bốn", '<w:rFonts w:ascii="Arial"/><w:sz w:val="26"/>'))
    assert look(tmp_path, halves) == PageLook()
    assert look(tmp_path, table([para(run("Một", FONT))])) == PageLook()


def test_a_font_of_the_theme_is_not_known(tmp_path: Path) -> None:
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Arial"/><w:sz w:val="28"/>'
    assert look(tmp_path, para(run("Một", themed))) == PageLook(size=14.0)


def test_the_look_comes_with_the_text_through_the_worker(tmp_path: Path) -> None:
    text = extract(docx(tmp_path / "a.docx", para(run("Kế hoạch", FONT)) + A4), Kind.DOCX)
    assert text.look == PageLook(210.0, 297.0, 20.0, 20.0, 30.0, 20.0, "Times New Roman", 14.0)
    assert text_of(text_messages(text)) == text
    assert text_of(text_messages(Text((Block("a"),)))).look is None
