"""A `Document` as a PDF in the legal form. Text is NFC in reading order, fonts are embedded, the same document gives the same bytes.

Imports reportlab: services import this module when a paper is first printed, not before.
"""

from collections.abc import Sequence
from pathlib import Path

from desktop.documents.casing import issuer_name
from desktop.documents.form import Form, legal_form
from desktop.documents.looks import Printed, printed
from desktop.documents.model import Block, Document, Table
from desktop.progress import SILENT, Progress
from desktop.writers.atomic import replacing
from desktop.writers.fonts import Family, family
from desktop.writers.line_breaking import break_text
from desktop.writers.pdf_head import addressee_boxes, appendix_box, head_box, title_box
from desktop.writers.pdf_layout import Box, Frame, keep_at_end, paginate, paragraph_boxes
from desktop.writers.pdf_page import MM, PdfFile, Sheet
from desktop.writers.pdf_signature import signature_boxes
from desktop.writers.pdf_table import table_boxes

Page = list[tuple[float, Box]]
"""Boxes of a page with the places of their tops, points."""


def write(
    document: Document,
    path: Path,
    progress: Progress = SILENT,
    form: Form | None = None,
    *,
    times: bool = False,
) -> None:
    """Write one paper to `path`, whole or not at all. form: None is `nd30`; times: with the installed Times New Roman where there
    is one. progress counts pages. Raises what `writers.atomic.replacing` raises."""
    write_many((document,), path, progress, form, times=times)


def write_many(
    documents: Sequence[Document],
    path: Path,
    progress: Progress = SILENT,
    form: Form | None = None,
    *,
    times: bool = False,
) -> None:
    """Write many papers into one file, each from a new page with its own page numbers. progress counts papers when there are
    several. At least one document."""
    faces, form = family(times=times), form or legal_form()
    first = documents[0]
    author = issuer_name(" ".join(first.head.issuer))
    file = PdfFile(_title(first), author, first.subject)
    many = len(documents)
    for done, document in enumerate(documents, 1):
        _print(document, file, form, faces, progress if many == 1 else SILENT)
        if many > 1:
            progress.step(done, many)
    with replacing(path) as beside, beside.open("wb") as target:
        file.save(target)


def page_count(document: Document, form: Form | None = None, *, times: bool = False) -> int:
    """How many pages a paper takes, without writing it."""
    return len(_laid_out(document, form or legal_form(), family(times=times)))


def _title(document: Document) -> str:
    return f"{document.title.capitalize()} {document.subject}".strip()


def _print(document: Document, file: PdfFile, form: Form, faces: Family, progress: Progress) -> None:
    pages = _laid_out(document, form, faces)
    for done, (place, number, page) in enumerate(pages, 1):
        file.add(_sheet(file, place, number, page))
        progress.step(done, len(pages))


def _laid_out(document: Document, form: Form, faces: Family) -> list[tuple[Frame, int, Page]]:
    """Every page with its frame and its number in its part."""
    frame = Frame(form, faces, document.landscape)
    parts = [(frame, _main(document, frame))]
    for index, appendix in enumerate(document.appendices):
        sideways = Frame(form, faces, appendix.landscape)
        label = form.appendix_label(index, len(document.appendices))
        attached = form.attached_line(document.title, document.head)
        boxes: list[Box] = [appendix_box(appendix, label, attached, sideways)]
        parts.append((sideways, boxes + _blocks(appendix.blocks, sideways, small=True)))
    return [
        (place, number, page)
        for place, boxes in parts
        for number, page in enumerate(paginate(boxes, place.height), 1)
    ]


def _main(document: Document, frame: Frame) -> list[Box]:
    boxes: list[Box] = [head_box(document, frame)]
    if document.title:
        boxes.append(title_box(document, frame))
    boxes += addressee_boxes(document, frame)
    boxes += _blocks(document.blocks, frame, small=document.has_small_tables)
    foot = signature_boxes(document, frame)
    if foot:
        keep_at_end(boxes, frame.form.signature.with_lines, 30 * MM)
    return boxes + foot


def _blocks(blocks: Sequence[Block], frame: Frame, *, small: bool) -> list[Box]:
    out: list[Box] = []
    for block in printed(blocks):
        if isinstance(block, Table):
            out += table_boxes(block, frame, small=small)
        elif isinstance(block, Printed):
            out += paragraph_boxes(block, frame)
        else:
            # Few papers have a chart, and its import is a sixth of what a paper costs from the start of the program.
            from desktop.writers.pdf_chart import chart_boxes

            out += chart_boxes(block, frame)
    return out


def _sheet(file: PdfFile, frame: Frame, number: int, page: Page) -> Sheet:
    sheet = Sheet(file, frame.form, landscape=frame.landscape)
    if number > 1:
        form = frame.form.page
        line = break_text(
            str(number), frame.face(), frame.setting(form.number_size), frame.width, frame.width
        )[0]
        x = frame.left + (frame.width - line.width) / 2
        sheet.line(x, form.number_baseline * MM, line, form.number_size)
    for y, box in page:
        box.draw(sheet, frame.top + y)
    return sheet
