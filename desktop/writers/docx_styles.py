"""The named styles and settings of a DOCX, so that an officer changes the look of all căn cứ or all headings in one place."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from desktop.documents.form import Form

FONT = "Times New Roman"
LANGUAGE = "vi-VN"

# Identifiers of the styles; Word shows their Vietnamese names.
PLAIN, BODY, BASIS, SECTION, CLAUSE, CELL = "TheThuc", "NoiDung", "CanCu", "DeMuc", "Khoan", "OBang"
_NAMES = {
    PLAIN: "Thể thức",
    BODY: "Nội dung",
    BASIS: "Căn cứ",
    SECTION: "Đề mục",
    CLAUSE: "Khoản",
    CELL: "Ô bảng",
}
_OUTLINE = {SECTION: 0, CLAUSE: 1}


def add_styles(document: Any, form: Form) -> None:
    """Put the styles of the papers into a new `docx.Document`."""
    _plain(document.styles["Normal"], form.body.size)
    plain = _style(document, PLAIN, "Normal")
    plain.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    body = _style(document, BODY, "Normal")
    layout = body.paragraph_format
    layout.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    layout.first_line_indent, layout.space_before = Mm(form.body.indent), Pt(form.body.before)
    layout.line_spacing = form.body.spacing
    layout.widow_control = True
    _style(document, BASIS, _NAMES[BODY]).font.italic = True
    for identifier in (SECTION, CLAUSE):
        style = _style(document, identifier, _NAMES[BODY])
        style.font.bold = True
        style.paragraph_format.keep_with_next = True
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(_OUTLINE[identifier]))
        style.element.get_or_add_pPr().append(level)
    _style(document, CELL, "Normal")


def _style(document: Any, identifier: str, base: str) -> Any:
    style = document.styles.add_style(_NAMES[identifier], WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), identifier)
    style.base_style = document.styles[base]
    style.quick_style = True
    return style


def _plain(normal: Any, size: float) -> None:
    normal.font.name, normal.font.size = FONT, Pt(size)
    look = normal.element.get_or_add_rPr()
    fonts = look.find(qn("w:rFonts"))
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    look.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"/>'))
    layout = normal.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(0), Pt(0), 1.0


def settle(document: Any) -> None:
    """Word of today's rules for tables and spacing, whatever version opens the file."""
    old = document.settings.element.find(qn("w:compat"))
    uri = "http://schemas.microsoft.com/office/word"
    setting = f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>'
    old.addprevious(parse_xml(f"<w:compat {nsdecls('w')}>{setting}</w:compat>"))
    old.getparent().remove(old)
