"""Ruled tables as boxes: widths of columns, wrapped cells, heads with spans that come again on each page, rows kept whole.

It knows `Table` and lines; where pages break is decided in `pdf_layout`.
"""

from collections.abc import Sequence

from desktop.documents.looks import HeadCell, head_cells
from desktop.documents.model import Align, Column, Table
from desktop.writers.fonts import Face
from desktop.writers.line_breaking import Line, balanced, break_text
from desktop.writers.pdf_layout import BlockBox, Box, Frame, Placed, centred
from desktop.writers.pdf_page import MM

Cell = list[Line]

_AIR = 1.5  # points more than a word needs: other programs round, and take a part of the border


class _Setter:
    """One table in one frame: its columns and how a cell is set."""

    def __init__(self, table: Table, frame: Frame, size: float) -> None:
        self.table, self.frame, self.size = table, frame, size
        self.form = frame.form.table
        self.padding = self.form.padding * MM
        self.setting = frame.setting(size)
        self.line = frame.line_height(size)
        self.widths = column_widths(table, frame, size)
        self.lefts = [frame.left + sum(self.widths[:at]) for at in range(len(self.widths))]

    def cell(self, text: str, face: Face, width: float) -> Cell:
        """Lines of a cell; a line break in the text is kept."""
        room = width - 2 * self.padding
        return [
            line for part in text.split("\n") for line in break_text(part, face, self.setting, room, room)
        ]

    def height(self, lines: int) -> float:
        """Height of a row of that many lines."""
        return lines * self.line + self.form.padding_top + self.form.padding_bottom

    def place(self, lines: Cell, left: float, width: float, align: Align, y: float) -> list[Placed]:
        """Lines of a cell that starts at `left` and whose text starts at `y`."""
        out = centred(self.frame, lines, self.size, left, width, y)
        if align is Align.CENTRE:
            return out
        if align is Align.LEFT:
            return [Placed(left + self.padding, one.y, one.line, self.size) for one in out]
        right = left + width - self.padding
        return [Placed(right - one.line.width, one.y, one.line, self.size) for one in out]


def table_boxes(table: Table, frame: Frame, *, small: bool = False) -> list[Box]:
    """A table as boxes; small: in the size of appendices. No columns: no boxes."""
    if not table.columns:
        return []
    form = frame.form.table
    setter = _Setter(table, frame, form.appendix_size if small else form.size)
    head = _head_box(setter)
    out: list[Box] = []
    if table.caption:
        lines = balanced(table.caption, frame.face(bold=True), setter.setting, frame.width)
        placed = centred(frame, lines, setter.size, frame.left, frame.width, 0.0)
        out.append(BlockBox(len(lines) * setter.line + 2, form.before, lines=placed))
    if head is not None:
        out.append(head)
    for at in range(len(table.rows)):
        out += _row_boxes(setter, at, head)
    if out:
        first, last = out[0], out[-1]
        if isinstance(first, BlockBox) and isinstance(last, BlockBox):
            first.before = form.before
            last.breaks = True
        out.append(BlockBox(form.after, breaks=True))
    return out


def column_widths(table: Table, frame: Frame, size: float) -> list[float]:
    """Widths in points that fill the frame: the shares of the columns, but none narrower than its longest word while others
    have room to give."""
    padding = 2 * frame.form.table.padding * MM
    total = sum(column.width for column in table.columns)
    wanted = [frame.width * column.width / total for column in table.columns]
    least = [
        padding + _AIR + _longest_word(table, at, column, frame) * size
        for at, column in enumerate(table.columns)
    ]
    if sum(least) >= frame.width:
        return [frame.width * width / sum(least) for width in least]
    short = sum(max(low - width, 0) for low, width in zip(least, wanted, strict=True))
    spare = sum(max(width - low, 0) for low, width in zip(least, wanted, strict=True))
    return [
        max(low, width - (width - low) * short / spare) if width > low else low
        for low, width in zip(least, wanted, strict=True)
    ]


def _longest_word(table: Table, at: int, column: Column, frame: Frame) -> float:
    bold, regular = frame.face(bold=True), frame.face()
    titles = [word for title in column.titles for word in bold.clean(title).split()]
    cells = {row[at] for index, row in enumerate(table.rows) if index not in table.groups and at < len(row)}
    words = {word for text in cells for word in regular.clean(text).split()}
    # An address or a number of forty digits must not take the whole table; it is cut in its cell.
    heads = max((bold.widths[word] for word in titles), default=0.0)
    return min(max([heads, *(regular.widths[word] for word in words)]), 12.0)


def _head_box(setter: _Setter) -> BlockBox | None:
    cells = head_cells(setter.table.columns)
    rows = max((cell.row + cell.rows for cell in cells), default=0)
    if not any(cell.text for cell in cells):
        return None
    face = setter.frame.face(bold=True)
    widths = {cell: sum(setter.widths[cell.column : cell.column + cell.columns]) for cell in cells}
    set_cells = {
        cell: balanced(cell.text, face, setter.setting, widths[cell] - 2 * setter.padding) for cell in cells
    }
    heights = _head_heights(cells, [len(set_cells[cell]) for cell in cells], rows, setter)
    box = BlockBox(sum(heights), weight=setter.form.weight)
    for cell in cells:
        top, high = sum(heights[: cell.row]), sum(heights[cell.row : cell.row + cell.rows])
        left, lines = setter.lefts[cell.column], set_cells[cell]
        free = high - len(lines) * setter.line
        y = top + max(free - setter.form.padding_bottom + setter.form.padding_top, 0) / 2
        box.lines += centred(setter.frame, lines, setter.size, left, widths[cell], y)
        box.frames.append((left, top, widths[cell], high))
    return box


def _head_heights(cells: Sequence[HeadCell], lines: Sequence[int], rows: int, setter: _Setter) -> list[float]:
    """Heights of the head's rows: those of cells of one row first, then a cell over several stretches the last of its rows."""
    heights = [0.0] * rows
    for span in range(1, rows + 1):
        for cell, count in zip(cells, lines, strict=True):
            if cell.rows == span:
                have = sum(heights[cell.row : cell.row + span])
                heights[cell.row + span - 1] += max(setter.height(count) - have, 0)
    return heights


def _row_boxes(setter: _Setter, at: int, head: BlockBox | None) -> list[Box]:
    table, frame = setter.table, setter.frame
    row = table.rows[at]
    last = at == len(table.rows) - 1
    # A group row stays with its first row, the total with the row over it.
    breaks = at not in table.groups and not (table.total and at == len(table.rows) - 2)
    if at in table.groups:
        face = frame.face(bold=True)
        return _pieces(
            setter, [setter.cell(row[0], face, frame.width)], [frame.width], (Align.LEFT,), head, breaks
        )
    face = frame.face(bold=table.total and last)
    texts = [*row, *("",) * (len(table.columns) - len(row))]
    cells = [setter.cell(text, face, width) for text, width in zip(texts, setter.widths, strict=False)]
    aligns = tuple(column.align for column in table.columns)
    return _pieces(setter, cells, setter.widths, aligns, head, breaks)


def _pieces(
    setter: _Setter,
    cells: list[Cell],
    widths: Sequence[float],
    aligns: Sequence[Align],
    head: BlockBox | None,
    breaks: bool,  # noqa: FBT001
) -> list[Box]:
    """A row as one box, or as several when it is taller than a page."""
    most = max(int((setter.frame.height - (head.height if head else 0) - setter.height(0)) / setter.line), 1)
    count = max(max((len(lines) for lines in cells), default=0), 1)
    out: list[Box] = []
    for start in range(0, count, most):
        lines = min(count - start, most)
        box = BlockBox(setter.height(lines), breaks=breaks or start + most < count, repeats=head)
        box.weight = setter.form.weight
        left = setter.frame.left
        for cell, width, align in zip(cells, widths, aligns, strict=False):
            box.lines += setter.place(cell[start : start + most], left, width, align, setter.form.padding_top)
            box.frames.append((left, 0.0, width, box.height))
            left += width
        out.append(box)
    return out
