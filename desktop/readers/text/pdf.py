"""The text of a PDF in reading order. Opens the file with pdfium, runs no script of it, draws no page.

Pages of pictures without letters are told apart from damaged files; pictures are not read.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from desktop.domain.draft import Problem
from desktop.domain.legacy_text import Encoding, detect, to_unicode
from desktop.errors import FileDamaged, FileEncrypted, FileTooLarge, ScanWithoutText
from desktop.readers.blocks import Block
from desktop.readers.text.grid import Grid, grid_blocks
from desktop.readers.text.pdf_glyphs import MOST_CHARACTERS, PageTooFull, read_page
from desktop.readers.text.print import Line, Page
from desktop.readers.text.print_columns import Zone, addressees_in_order, closing_zone, head_zone, parted
from desktop.readers.text.print_flow import Measure, body_blocks, column_blocks, measure
from desktop.readers.text.print_margins import text_lines
from desktop.readers.text.print_tables import Table, find_tables, joined_tables, rows_of
from desktop.workers import limits

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of a page in the coordinates of its PDF, points."""


def read_pdf(path: Path) -> tuple[list[Block], list[Problem]]:
    """(blocks, problems). Raises FileDamaged, FileEncrypted, FileTooLarge (pages, characters of a page), ScanWithoutText."""
    pages = [page for page, _ in boxed_pages(path)]
    if not any(page.words for page in pages):
        raise ScanWithoutText(path)
    problems = []
    if any(page.marks for page in pages):
        problems.append(Problem(0, None, "footnotes_left_out"))
    encoding = detect(word.text for page in pages for word in page.words)
    if encoding is not Encoding.UNICODE:
        pages = _converted(pages, encoding)
        problems.append(Problem(0, None, "legacy_font", encoding.value))
    return blocks_of(pages), problems


def boxed_pages(path: Path) -> list[tuple[Page, Box | None]]:
    """Every page with its box, None for one that is shown turned.

    Raises FileDamaged, FileEncrypted, FileTooLarge (pages, characters of a page).
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        raise (FileEncrypted if locked else FileDamaged)(path, str(error)) from error
    try:
        if len(document) > limits.USUAL.pages:
            raise FileTooLarge(path, len(document), limits.USUAL.pages, "page")
        return [(read_page(page), None if page.get_rotation() else page.get_bbox()) for page in document]
    except PageTooFull as error:
        raise FileTooLarge(path, error.count, MOST_CHARACTERS, "character") from error
    except pypdfium2.PdfiumError as error:
        raise FileDamaged(path, str(error)) from error
    finally:
        document.close()


def _converted(pages: Iterable[Page], encoding: Encoding) -> list[Page]:
    return [
        page._replace(words=tuple(word._replace(text=to_unicode(word.text, encoding)) for word in page.words))
        for page in pages
    ]


def blocks_of(pages: Sequence[Page]) -> list[Block]:
    """The blocks of printed pages: head and signature block by columns, ruled tables as rows, all else line by line."""
    tables = [table for number, page in enumerate(pages) for table in find_tables(page, number)]
    tables = [table for table in tables if len(table.rows) > 1]
    free = [
        page._replace(
            words=tuple(
                word
                for word in page.words
                if not any(table.page == number and table.holds(word) for table in tables)
            )
        )
        for number, page in enumerate(pages)
    ]
    by_page = text_lines(free)
    found: list[Block] = []
    set_as = measure(by_page, [page.width for page in pages])
    for part in _parts(by_page, tables):
        if isinstance(part[0], Table):
            rows = rows_of([table for table in part if isinstance(table, Table)])
            found += [Block(""), *grid_blocks(Grid(rows, ruled=True)), Block("")]
        else:
            found += _flow([line for line in part if isinstance(line, Line)], set_as, first=not found)
    return found


_Part = list[Line | Table]


def _parts(pages: list[list[Line]], tables: list[Table]) -> list[_Part]:
    """Runs of lines and tables in the order of the paper; a table over several pages is one part."""
    items: _Part = []
    for number, lines in enumerate(pages):
        own = [table for table in tables if table.page == number]
        items += sorted([*lines, *own], key=lambda item: item.ys[0] if isinstance(item, Table) else item.y)
    parts: list[_Part] = []
    for item in items:
        if parts and isinstance(parts[-1][-1], Table) is isinstance(item, Table):
            parts[-1].append(item)
        else:
            parts.append([item])
    whole: list[_Part] = []
    for part in parts:
        if isinstance(part[0], Table):
            whole += [list(group) for group in joined_tables([t for t in part if isinstance(t, Table)])]
        else:
            whole.append(part)
    return whole


def _flow(lines: list[Line], set_as: Measure, *, first: bool) -> list[Block]:
    found: list[Block] = []
    sides = set_as.sides[lines[0].page]
    head = head_zone(lines, *sides) if first else None
    at = 0
    if head is not None:
        found += body_blocks(lines[: head.start], set_as) + _side_by_side(lines, head, set_as)
        at = head.end
    rest = addressees_in_order(lines[at:])
    closing = closing_zone(rest, *sides)
    if closing is None:
        return found + body_blocks(rest, set_as)
    found += body_blocks(rest[: closing.start], set_as) + _side_by_side(rest, closing, set_as)
    return found + body_blocks(rest[closing.end :], set_as)


def _side_by_side(lines: list[Line], zone: Zone, set_as: Measure) -> list[Block]:
    left, right = parted(lines, zone)
    return column_blocks(left, set_as) + column_blocks(right, set_as)
