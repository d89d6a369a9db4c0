"""Ruled tables as WordprocessingML: the columns, heads with spans, groups and totals of the PDF. Sets no running text."""

from desktop.documents.looks import head_cells
from desktop.documents.model import Align, Table
from desktop.writers.column_widths import column_widths
from desktop.writers.docx_parts import cell_text
from desktop.writers.docx_styles import PLAIN
from desktop.writers.docx_xml import Cell, Look, Margins, paragraph, row, table
from desktop.writers.pdf_layout import Frame
from desktop.writers.pdf_page import MM
from desktop.writers.pdf_table import rows_that_stay

_BORDER = 0.75  # points of each cell that Word and LibreOffice take for its borders, and the PDF does not


def ruled_table(value: Table, frame: Frame, *, small: bool = False, before_foot: bool = False) -> list[str]:
    """A table with its caption and the room round it; small: in the size of appendices; before_foot: its last row stays with what
    follows, so that a signing block is not alone on its page."""
    if not value.columns:
        return []
    form = frame.form.table
    size = form.appendix_size if small else form.size
    widths = column_widths(value, frame, size)
    stay = rows_that_stay(value, frame, small=small) | ({len(value.rows) - 1} if before_foot else set())
    rows = [_row(value, at, widths, size, keep_next=at in stay) for at in range(len(value.rows))]
    rows = [*_head_rows(value, widths, size), *rows]
    margins = Margins(form.padding_top, form.padding * MM - _BORDER, form.padding_bottom - form.weight)
    out = []
    if value.caption:
        look = Look(PLAIN, Align.CENTRE, size, bold=True, before=form.before, keep_next=True)
        out.append(paragraph(look, value.caption))
        out.append(paragraph(Look(PLAIN, line=2, keep_next=True)))
    else:
        out.append(paragraph(Look(PLAIN, line=form.before, keep_next=True)))
    after = paragraph(Look(PLAIN, line=form.after, keep_next=before_foot))
    return [*out, table(rows, widths, margins, form.weight), after]


def _head_rows(value: Table, widths: list[float], size: float) -> list[str]:
    cells = head_cells(value.columns)
    if not any(cell.text for cell in cells):
        return []
    rows = []
    for at in range(max(cell.row + cell.rows for cell in cells)):
        here = sorted(
            (cell for cell in cells if cell.row <= at < cell.row + cell.rows), key=lambda cell: cell.column
        )
        made = []
        for cell in here:
            width = sum(widths[cell.column : cell.column + cell.columns])
            first = cell.row == at
            merge = ("restart" if first else "continue") if cell.rows > 1 else ""
            inside = cell_text(cell.text if first else "", size, Align.CENTRE, bold=True, keep_next=True)
            made.append(Cell(inside, width, cell.columns, merge, middle=True))
        rows.append(row(made, head=True))
    return rows


def _row(value: Table, at: int, widths: list[float], size: float, *, keep_next: bool) -> str:
    cells = value.rows[at]
    if at in value.groups:
        inside = cell_text(cells[0], size, Align.LEFT, bold=True, keep_next=True)
        return row([Cell(inside, sum(widths), len(widths))])
    bold = value.total and at == len(value.rows) - 1
    texts = [*cells, *("",) * (len(widths) - len(cells))]
    return row(
        Cell(cell_text(words, size, column.align, bold=bold, keep_next=keep_next), width)
        for words, column, width in zip(texts, value.columns, widths, strict=False)
    )
