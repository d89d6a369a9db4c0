"""A document as plain text, in reading order: for golden files, search and looking at what will be printed. No form, no pages."""

from collections.abc import Iterator, Sequence

from desktop.documents.form import Form, addressee_lines, legal_form, recipient_lines
from desktop.documents.looks import Printed, head_cells, printed
from desktop.documents.model import BarChart, Block, Chart, Document, Run, Signature, Table
from desktop.documents.phrases import short_date


def plain_text(document: Document, form: Form | None = None) -> str:
    """The words of the paper, a line for each printed paragraph; cells of a row are parted by " | ". Ends with a line break."""
    form = form or legal_form()
    return "\n".join(_lines(document, form)) + "\n"


def marked_text(runs: Sequence[Run]) -> str:
    """Runs as text with their look marked: **bold**, *italic*."""
    parts = []
    for run in runs:
        sign = "**" * run.bold + "*" * run.italic
        parts.append(f"{sign}{run.text}{sign}")
    return "".join(parts)


def _lines(document: Document, form: Form) -> Iterator[str]:
    head = document.head
    yield from (*head.superior, *head.issuer, form.words.nation, form.words.motto)
    if number := form.number_line(head.number, head.symbol):
        yield number
    yield form.date_line(head.place, head.day, head.month, head.year)
    yield from (document.title, document.subject) if document.title else (form.about_line(document.subject),)
    yield from addressee_lines(document.addressees, form)
    yield ""
    yield from _block_lines(document.blocks)
    yield ""
    for party in document.parties:
        yield from signature_lines(party)
    yield from recipient_lines(document.recipients, form)
    yield from signature_lines(document.signature)
    for index, appendix in enumerate(document.appendices):
        yield ""
        yield form.appendix_label(index, len(document.appendices))
        yield appendix.title.upper()
        yield form.attached_line(document.title, head)
        yield from _block_lines(appendix.blocks)


def signature_lines(signature: Signature) -> tuple[str, ...]:
    """Capacity, office and name from top to bottom [II.7]."""
    return tuple(line for line in (*signature.lines, signature.above_name, signature.name) if line)


def _block_lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in printed(blocks):
        if isinstance(block, Table):
            yield from _table_lines(block)
        elif isinstance(block, Printed):
            yield marked_text(block.runs)
        else:
            yield from chart_lines(block)


def chart_lines(chart: Chart) -> Iterator[str]:
    """What a chart shows in words, a line for each bar or day: also what is read out instead of the drawing."""
    yield chart.caption
    if isinstance(chart, BarChart):
        for bar in chart.bars:
            parts = (
                f"{part.name} {value}" for part, value in zip(chart.parts, bar.values, strict=True) if value
            )
            yield f"{bar.name}: {' | '.join((*parts, *bar.ends))}"
        yield from filter(None, (chart.note,))
        return
    yield f"{chart.whole_name}: {chart.whole}"
    for at, day in enumerate(chart.days):
        counts = (f"{curve.name} {curve.values[at]}" for curve in chart.curves)
        yield f"{short_date(day)}: {' | '.join(counts)}"


def _table_lines(table: Table) -> Iterator[str]:
    if table.caption:
        yield table.caption
    rows = max((len(column.titles) for column in table.columns), default=0)
    cells = head_cells(table.columns)
    for row in range(rows):
        yield " | ".join(cell.text for cell in cells if cell.row == row)
    for at, cells_of_row in enumerate(table.rows):
        yield cells_of_row[0] if at in table.groups else " | ".join(cells_of_row)
