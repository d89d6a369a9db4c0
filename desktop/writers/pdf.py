"""A `Document` as a PDF in the legal form. Text is NFC in reading order, fonts are embedded, the same document gives the same bytes.

Imports reportlab: services import this module when a paper is first printed, not before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path

from desktop.documents.casing import issuer_name
from desktop.documents.form import Form
from desktop.documents.form_choice import chosen_form
from desktop.documents.looks import Printed, printed
from desktop.documents.model import Block, Chart, Document, Table
from desktop.progress import SILENT, Progress
from desktop.writers.atomic import replacing
from desktop.writers.fonts import Family, family
from desktop.writers.line_breaking import break_text
from desktop.writers.pdf_head import addressee_boxes, appendix_box, head_box, title_box
from desktop.writers.pdf_layout import Box, Frame, keep_at_end, paginate, paragraph_boxes
from desktop.writers.pdf_page import MM, PdfFile, Sheet
from desktop.writers.pdf_signature import party_boxes, signature_boxes
from desktop.writers.pdf_table import table_boxes

Page = list[tuple[float, Box]]
"""Boxes of a page with the places of their tops, points."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands on a page. page: from 0; top, bottom: points from the upper edge."""

    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Rendered:
    """A paper in memory. content: the file; places: of each block of the document, one for every page that it stands on."""

    content: bytes
    places: tuple[tuple[Place, ...], ...]


def write(
    document: Document,
    path: Path,
    progress: Progress = SILENT,
    form: Form | None = None,
    *,
    times: bool = False,
) -> None:
    """Write one paper to `path`, whole or not at all. form: None is the office's choice; times: with the installed Times New Roman
    where there is one. progress counts pages. Raises what `writers.atomic.replacing` raises."""
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
    file = _file(documents, progress, form, times=times)
    with replacing(path) as beside, beside.open("wb") as target:
        file.save(target)


def as_bytes(
    document: Document, progress: Progress = SILENT, form: Form | None = None, *, times: bool = False
) -> bytes:
    """One paper as the bytes that `write` would write, for looking at, printing and keeping."""
    return many_as_bytes((document,), progress, form, times=times)


def many_as_bytes(
    documents: Sequence[Document],
    progress: Progress = SILENT,
    form: Form | None = None,
    *,
    times: bool = False,
) -> bytes:
    """Several papers as the bytes that `write_many` would write."""
    target = BytesIO()
    _file(documents, progress, form, times=times).save(target)
    return target.getvalue()


def _file(documents: Sequence[Document], progress: Progress, form: Form | None, *, times: bool) -> PdfFile:
    first = documents[0]
    faces, form = _setting(first, form, times=times)
    author = issuer_name(" ".join(first.head.issuer))
    file = PdfFile(_title(first), author, first.subject)
    many = len(documents)
    for done, document in enumerate(documents, 1):
        _print(document, file, form, faces, progress if many == 1 else SILENT)
        if many > 1:
            progress.step(done, many)
    return file


def render(document: Document, form: Form | None = None, *, times: bool = False) -> Rendered:
    """One paper as it would be written, in memory, with the places of its blocks."""
    faces, form = _setting(document, form, times=times)
    file = PdfFile(_title(document), issuer_name(" ".join(document.head.issuer)), document.subject)
    owners: dict[int, int] = {}
    pages = _laid_out(document, form, faces, owners)
    for frame, number, page in pages:
        file.add(_sheet(file, frame, number, page))
    target = BytesIO()
    file.save(target)
    return Rendered(target.getvalue(), _places(pages, owners, len(document.blocks)))


def _places(
    pages: Sequence[tuple[Frame, int, Page]], owners: Mapping[int, int], count: int
) -> tuple[tuple[Place, ...], ...]:
    """owners: of the box with that id, the index of the block it belongs to."""
    spans: list[dict[int, tuple[float, float]]] = [{} for _ in range(count)]
    for at, (frame, _, page) in enumerate(pages):
        for y, box in page:
            owner = owners.get(id(box))
            if owner is not None and box.height:
                top, bottom = frame.top + y, frame.top + y + box.height
                known = spans[owner].get(at, (top, bottom))
                spans[owner][at] = (min(known[0], top), max(known[1], bottom))
    return tuple(tuple(Place(at, *span) for at, span in some.items()) for some in spans)


def page_count(document: Document, form: Form | None = None, *, times: bool = False) -> int:
    """How many pages a paper takes, without writing it."""
    faces, form = _setting(document, form, times=times)
    return len(_laid_out(document, form, faces))


def _setting(document: Document, form: Form | None, *, times: bool) -> tuple[Family, Form]:
    """The faces and the form asked for, else those that the office chose for its papers."""
    choice = document.head.choice
    return family(times=times or choice.times), form or chosen_form(choice)


def _title(document: Document) -> str:
    return f"{document.title.capitalize()} {document.subject}".strip()


def _print(document: Document, file: PdfFile, form: Form, faces: Family, progress: Progress) -> None:
    pages = _laid_out(document, form, faces)
    for done, (place, number, page) in enumerate(pages, 1):
        file.add(_sheet(file, place, number, page))
        progress.step(done, len(pages))


def _laid_out(
    document: Document, form: Form, faces: Family, owners: dict[int, int] | None = None
) -> list[tuple[Frame, int, Page]]:
    """Every page with its frame and its number in its part. owners: see `_main`."""
    frame = Frame(form, faces, document.landscape)
    parts = [(frame, _main(document, frame, owners))]
    for index, appendix in enumerate(document.appendices):
        sideways = Frame(form, faces, appendix.landscape)
        label = form.appendix_label(index, len(document.appendices))
        attached = form.attached_line(document.title, document.head)
        boxes: list[Box] = [appendix_box(appendix, label, attached, sideways)]
        boxes += chain.from_iterable(_blocks(appendix.blocks, sideways, small=True))
        parts.append((sideways, boxes))
    return [
        (place, number, page)
        for place, boxes in parts
        for number, page in enumerate(paginate(boxes, place.height), 1)
    ]


def _main(document: Document, frame: Frame, owners: dict[int, int] | None = None) -> list[Box]:
    """The boxes of the main text. owners: takes the index of the block that each box belongs to, by the id of the box."""
    boxes: list[Box] = [head_box(document, frame)]
    if document.title:
        boxes.append(title_box(document, frame))
    boxes += addressee_boxes(document, frame)
    start, blocks = len(boxes), _blocks(document.blocks, frame, small=document.has_small_tables)
    boxes += chain.from_iterable(blocks)
    foot = [*party_boxes(document, frame), *signature_boxes(document, frame)]
    if foot:
        keep_at_end(boxes, frame.form.signature.with_lines, 30 * MM)
    if owners is not None:
        numbers = (index for index, some in enumerate(blocks) for _ in some)
        owners.update(zip(map(id, boxes[start:]), numbers, strict=True))
    return boxes + foot


def _blocks(blocks: Sequence[Block], frame: Frame, *, small: bool) -> list[list[Box]]:
    """The boxes of each block."""
    return [_block(block, frame, small=small) for block in printed(blocks)]


def _block(block: Printed | Table | Chart, frame: Frame, *, small: bool) -> list[Box]:
    if isinstance(block, Table):
        return table_boxes(block, frame, small=small)
    if isinstance(block, Printed):
        return paragraph_boxes(block, frame)
    # Few papers have a chart, and its import is a sixth of what a paper costs from the start of the program.
    from desktop.writers.pdf_chart import chart_boxes

    return chart_boxes(block, frame)


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
