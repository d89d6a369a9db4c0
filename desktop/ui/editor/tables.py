"""Tables in the document of the editor: inserted, read, changed by rows and columns. Widths and heads stay as they were printed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextTable, QTextTableCell

from desktop.documents.looks import HeadCell, head_cells
from desktop.documents.model import Align, Column, Table
from desktop.domain.vietnamese import nfc
from desktop.ui.editor.roles import (
    ALIGNS,
    GROUP,
    TOTAL,
    WIDTHS,
    PaperLook,
    Role,
    set_widths,
    words,
)


def is_shown(table: Table) -> bool:
    """Whether there is anything of it on paper."""
    return bool(table.columns) and bool(table.rows or any(column.titles for column in table.columns))


def new(rows: int, columns: int) -> Table:
    """An empty table with a row of titles."""
    return Table(tuple(Column(("",), 1.0) for _ in range(columns)), (("",) * columns,) * rows)


def insert(cursor: QTextCursor, table: Table, look: PaperLook) -> None:
    """Put a table at the cursor and leave the cursor in the block after it. See `is_shown`."""
    format_, depth = look.table(table), max(len(column.titles) for column in table.columns)
    made = cursor.insertTable(depth + len(table.rows), len(table.columns), format_)
    for cell in head_cells(table.columns):
        _put_head(made, cell, look)
    aligns = [column.align for column in table.columns]
    for at, row in enumerate(table.rows):
        is_group, is_total = at in table.groups, table.total and at == len(table.rows) - 1
        if is_group:
            made.mergeCells(depth + at, 0, 1, len(aligns))
            _mark_group(made.cellAt(depth + at, 0))
        for column in range(1 if is_group else len(aligns)):
            align = Align.LEFT if is_group else aligns[column]
            _fill(
                made.cellAt(depth + at, column),
                row[column],
                align,
                look,
                Role.CELL,
                bold=is_group or is_total,
            )
    cursor.setPosition(made.lastPosition() + 1)


def _mark_group(cell: QTextTableCell) -> None:
    format_ = cell.format()  # it says over how many columns the cell goes
    format_.setProperty(GROUP, True)
    cell.setFormat(format_)


def _put_head(made: QTextTable, cell: HeadCell, look: PaperLook) -> None:
    if cell.rows > 1 or cell.columns > 1:
        made.mergeCells(cell.row, cell.column, cell.rows, cell.columns)
    at = made.cellAt(cell.row, cell.column)
    format_ = at.format()
    format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    at.setFormat(format_)
    _fill(made.cellAt(cell.row, cell.column), cell.text, Align.CENTRE, look, Role.HEAD, bold=False)


def _fill(cell: QTextTableCell, text: str, align: Align, look: PaperLook, role: Role, *, bold: bool) -> None:
    cursor = cell.firstCursorPosition()
    format_ = words(role)
    if bold:
        format_ = words(Role.HEAD)
    cursor.setBlockFormat(look.cell(role, align))
    cursor.mergeBlockCharFormat(format_)  # merged: how far the cell spans is kept there too
    if text:
        cursor.insertText(text, format_)


def read(table: QTextTable, caption: str) -> Table:
    """A table of the document as it was inserted, with whatever was typed since."""
    depth, count = table.format().headerRowCount(), table.columns()
    titles = [_titles(table, column, depth) for column in range(count)]
    columns = tuple(map(Column, titles, _widths(table), _aligns(table)))
    groups = frozenset(
        row - depth for row in range(depth, table.rows()) if table.cellAt(row, 0).format().property(GROUP)
    )
    rows = tuple(_row(table, depth + at, at in groups) for at in range(table.rows() - depth))
    return Table(trimmed(columns), rows, groups, bool(table.format().property(TOTAL)), caption)


def _titles(table: QTextTable, column: int, depth: int) -> tuple[str, ...]:
    out = []
    for row in range(depth):
        cell = table.cellAt(row, column)
        out.append(text_of(cell) if cell.row() == row else "")
    return tuple(out)


def _row(table: QTextTable, row: int, is_group: bool) -> tuple[str, ...]:  # noqa: FBT001
    first = text_of(table.cellAt(row, 0))
    if is_group:
        return (first, *("",) * (table.columns() - 1))
    return (first, *(text_of(table.cellAt(row, column)) for column in range(1, table.columns())))


def trimmed(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Titles without empty ones at the end, where another column still says how many rows the head has."""
    depth = max((len(column.titles) for column in columns), default=0)
    padded = [(*column.titles, *("",) * (depth - len(column.titles))) for column in columns]
    if not any(titles[-1] for titles in padded if titles):
        return tuple(replace(column, titles=titles) for column, titles in zip(columns, padded, strict=True))
    return tuple(
        replace(column, titles=_without_end(titles)) for column, titles in zip(columns, padded, strict=True)
    )


def _without_end(titles: tuple[str, ...]) -> tuple[str, ...]:
    while titles and not titles[-1]:
        titles = titles[:-1]
    return titles


def text_of(cell: QTextTableCell) -> str:
    """The words of a cell, its lines parted by line breaks."""
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    lines = [block.text()]
    while block != last:
        block = block.next()
        lines.append(block.text())
    return nfc("\n".join(lines)).replace("\u2028", "\n")


def add_row(cell: QTextTableCell, table: QTextTable, look: PaperLook, *, below: bool) -> None:
    """A row of empty cells beside that of `cell`; under the head where the cell stands in it."""
    depth = table.format().headerRowCount()
    at = max(depth, cell.row() + (cell.rowSpan() if below else 0))
    aligns = _aligns(table)
    table.insertRows(at, 1)
    for column, align in enumerate(aligns):
        _fill(table.cellAt(at, column), "", align, look, Role.CELL, bold=False)


def remove_row(cell: QTextTableCell, table: QTextTable) -> None:
    """Take the row of `cell` out; a row of the head stays."""
    if cell.row() >= table.format().headerRowCount():
        with _as_it_was_before(table):
            table.removeRows(cell.row(), 1)


def add_column(cell: QTextTableCell, table: QTextTable, look: PaperLook) -> None:
    """An empty column to the right of `cell`, as wide as the one it stands beside."""
    at = cell.column() + cell.columnSpan()
    widths, aligns = _widths(table), _aligns(table)
    table.insertColumns(at, 1)
    widths.insert(at, widths[at - 1])
    aligns.insert(at, Align.LEFT)
    depth = table.format().headerRowCount()
    for row in range(table.rows()):
        made = table.cellAt(row, at)
        if table.cellAt(row, 0).format().property(GROUP):
            table.mergeCells(row, 0, 1, table.columns())
        elif made.column() == at and made.row() == row:
            _fill(made, "", Align.LEFT, look, Role.HEAD if row < depth else Role.CELL, bold=False)
    _set_columns(table, widths, aligns)


def remove_column(cell: QTextTableCell, table: QTextTable) -> None:
    """Take the column of `cell` out; the last one with its table."""
    at, widths, aligns = cell.column(), _widths(table), _aligns(table)
    with _as_it_was_before(table):
        table.removeColumns(at, 1)
    if len(widths) > 1:
        del widths[at], aligns[at]
        _set_columns(table, widths, aligns)


def remove(table: QTextTable) -> None:
    """Take the whole table out."""
    with _as_it_was_before(table):
        table.removeRows(0, table.rows())


@contextmanager
def _as_it_was_before(table: QTextTable) -> Iterator[None]:
    """The paragraph before a table keeps its format: Qt gives it that of the first cell when the cell goes."""
    cursor = QTextCursor(table.firstCursorPosition().block().previous())
    format_, plain = cursor.blockFormat(), cursor.blockCharFormat()
    yield
    cursor.setBlockFormat(format_)
    cursor.setBlockCharFormat(plain)


def _set_columns(table: QTextTable, widths: list[float], aligns: list[Align]) -> None:
    format_ = table.format()
    format_.setProperty(WIDTHS, widths)
    format_.setProperty(ALIGNS, [align.value for align in aligns])
    set_widths(format_, widths)
    table.setFormat(format_)


def _widths(table: QTextTable) -> list[float]:
    return [float(width) for width in table.format().property(WIDTHS)]


def _aligns(table: QTextTable) -> list[Align]:
    return [Align(align) for align in table.format().property(ALIGNS)]
