"""A `Document` as a DOCX for editing: the same words, form and pages as the PDF, in named styles. No macros; the same bytes each time.

Imports python-docx and reportlab's measures: services import this module when a paper is first asked for as DOCX.
"""

import copy
import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from lxml import etree

from desktop.documents.casing import issuer_name
from desktop.documents.form import Form
from desktop.documents.form_choice import chosen_form
from desktop.documents.looks import Printed, printed
from desktop.documents.model import Block, Chart, Document, Table
from desktop.progress import SILENT, Progress
from desktop.writers import docx_parts, docx_xml
from desktop.writers.atomic import replacing
from desktop.writers.docx_chart import chart_parts
from desktop.writers.docx_styles import LANGUAGE, PLAIN, add_styles, settle
from desktop.writers.docx_table import ruled_table
from desktop.writers.docx_xml import Look, twips
from desktop.writers.fonts import family
from desktop.writers.pdf_layout import Frame
from desktop.writers.pdf_page import MM

_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # no clock in the file: the same paper is the same bytes
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEADER = 8.0  # mm from the edge to the page number's line


def write(document: Document, path: Path, progress: Progress = SILENT, form: Form | None = None) -> None:
    """Write one paper to `path`, whole or not at all. form: None is the office's choice. Raises what `writers.atomic.replacing` raises."""
    write_many((document,), path, progress, form)


def write_many(
    documents: Sequence[Document], path: Path, progress: Progress = SILENT, form: Form | None = None
) -> None:
    """Write many papers into one file, each from a new page with its own page numbers. At least one document."""
    form = form or chosen_form(documents[0].head.choice)
    paper = docx.Document()
    add_styles(paper, form)
    settle(paper)
    _describe(paper, documents[0])
    section = _first_section(paper, form)
    *earlier, last = (_paper(document, form, section, paper.part) for document in documents)
    parts = [part for paper_parts, ends in earlier for part in (*paper_parts, _section_end(ends))]
    parts += [*last[0], last[1]]
    body = parse_xml(docx_xml.body(parts))
    paper.element.replace(paper.element.body, body)
    progress.step(1, 2)
    data = io.BytesIO()
    paper.save(data)
    with replacing(path) as beside:
        beside.write_bytes(_fixed_times(data.getvalue()))
    progress.step(2, 2)


def _describe(paper: Any, document: Document) -> None:
    facts = paper.core_properties
    facts.title = f"{document.title.capitalize()} {document.subject}".strip()
    facts.author = facts.last_modified_by = issuer_name(" ".join(document.head.issuer))
    facts.subject, facts.language, facts.comments = document.subject, LANGUAGE, ""
    facts.created = facts.modified = _EPOCH
    facts.revision = 1
    rels = paper.part.package.rels
    for name in [name for name, rel in rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del rels[name]  # a picture of the template's empty page


def _first_section(paper: Any, form: Form) -> Any:
    """Properties of an upright section with a page number in the top margin from its second page on [I.I.7]."""
    section = paper.sections[0]
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.style = paper.styles["Thể thức"]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for inside in (
        '<w:fldChar {} w:fldCharType="begin"/>',
        '<w:instrText {} xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar {} w:fldCharType="separate"/>',
        "<w:t {}>2</w:t>",
        '<w:fldChar {} w:fldCharType="end"/>',
    ):
        run = number.add_run()
        run.font.size = Pt(form.page.number_size)
        run.element.append(parse_xml(inside.format(nsdecls("w"))))
    return paper.element.body.find(qn("w:sectPr"))


def _section(pattern: Any, form: Form, *, landscape: bool) -> str:
    """A section's properties as text: its pages are numbered from 1."""
    made = copy.deepcopy(pattern)
    page = form.page
    wide, high = (page.height, page.width) if landscape else (page.width, page.height)
    for name in ("w:pgSz", "w:pgMar", "w:pgNumType", "w:cols", "w:docGrid"):
        for old in made.findall(qn(name)):
            made.remove(old)
    size, margins, numbers = (OxmlElement(name) for name in ("w:pgSz", "w:pgMar", "w:pgNumType"))
    _set(size, w=wide * MM, h=high * MM)
    if landscape:
        size.set(qn("w:orient"), "landscape")
    sides = {
        "top": page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": _HEADER,
        "footer": _HEADER,
    }
    _set(margins, gutter=0, **{name: length * MM for name, length in sides.items()})
    numbers.set(qn("w:start"), "1")
    title_page = made.find(qn("w:titlePg"))
    for element in (size, margins, numbers):
        title_page.addprevious(element)
    return str(etree.tostring(made, encoding="unicode"))


def _set(element: Any, **points: float) -> None:
    for name, value in points.items():
        element.set(qn(f"w:{name}"), str(twips(value)))


def _section_end(section: str) -> str:
    return docx_xml.paragraph(Look(PLAIN, line=1), section=section)


def _paper(document: Document, form: Form, pattern: Any, part: Any) -> tuple[list[str], str]:
    """One paper, and the properties of its last section, which is still open. part: the main one of the package."""
    frame = Frame(form, family(), document.landscape)
    parts = docx_parts.head(document, frame)
    if document.title:
        parts += docx_parts.title(document, frame)
    parts += docx_parts.addressees(document, frame)
    sections = [_section(pattern, form, landscape=document.landscape)]
    sections += [_section(pattern, form, landscape=one.landscape) for one in document.appendices]
    *earlier, last = sections
    parts += _blocks(document.blocks, frame, part, small=document.has_small_tables, before_foot=True)
    parts += docx_parts.parties(document, frame)
    parts += docx_parts.foot(document, frame, earlier[0] if earlier else "")
    for index, appendix in enumerate(document.appendices):
        sideways = Frame(form, family(), appendix.landscape)
        label = form.appendix_label(index, len(document.appendices))
        parts += docx_parts.appendix_head(
            appendix, label, form.attached_line(document.title, document.head), sideways
        )
        parts += _blocks(appendix.blocks, sideways, part, small=True, before_foot=False)
        ends = sections[index + 1] if index + 1 < len(earlier) else ""
        if ends:
            parts.append(_section_end(ends))
    return parts, last


def _blocks(blocks: Sequence[Block], frame: Frame, part: Any, *, small: bool, before_foot: bool) -> list[str]:
    shown: list[Printed | Table | Chart] = list(printed(blocks))
    out: list[str] = []
    for at, block in enumerate(shown):
        is_last = before_foot and at == len(shown) - 1
        if isinstance(block, Table):
            out += ruled_table(block, frame, small=small, before_foot=is_last)
        elif isinstance(block, Printed):
            out.append(docx_parts.text(block, keep_next=is_last))
        else:
            out += chart_parts(block, frame, part)
    return out


def _fixed_times(data: bytes) -> bytes:
    """The same package with no clock in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
