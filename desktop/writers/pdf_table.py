"""Ruled tables as boxes: widths of columns, wrapped cells, heads with spans that come again on each page, rows kept whole.

It knows `Table` and lines; where pages break is decided in `pdf_layout`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.looks import HeadCell, head_cells
from desktop.documents.model import Align, Table
from desktop.writers.column_widths import column_widths
from desktop.writers.fonts import Face
from desktop.writers.line_breaking import Line, balanced, break_text
from desktop.writers.pdf_layout import BlockBox, Box, Frame, Gap, Placed, centred
from desktop.writers.pdf_page import MM

Cell = list[Line]

_FEW = 3  # rows: shorter tables may break anywhere
_LOW = 4  # lines of a row that is kept with its neighbour at the ends of a table


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
        """Lines of a cell; a line break in the text is kept, an empty line too."""
        room = width - 2 * self.padding
        if "\n" not in text:
            return break_text(text, face, self.setting, room, room)
        parts = (break_text(part, face, self.setting, room, room) for part in text.split("\n"))
        return [line for lines in parts for line in lines or [Line([], 0.0, 0, last=True)]]

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
    form, setter = frame.form.table, _setter(table, frame, small=small)
    head = _head_box(setter)
    out: list[BlockBox] = []
    if table.caption:
        lines = balanced(table.caption, frame.face(bold=True), setter.setting, frame.width)
        placed = centred(frame, lines, setter.size, frame.left, frame.width, 0.0)
        out.append(BlockBox(len(lines) * setter.line + 2, form.before, lines=placed))
    if head is not None:
        out.append(head)
    out += [box for boxes in _rows(setter, head) for box in boxes]
    if not out:
        return []
    out[0].before, out[-1].breaks = form.before, True
    return [*out, Gap(form.after)]


def rows_that_stay(table: Table, frame: Frame, *, small: bool = False) -> frozenset[int]:
    """Indices of rows that no page is to end after, for writers whose pages are made by another program."""
    rows = _rows(_setter(table, frame, small=small), None)
    return frozenset(at for at, boxes in enumerate(rows) if not boxes[-1].breaks)


def _setter(table: Table, frame: Frame, *, small: bool) -> _Setter:
    form = frame.form.table
    return _Setter(table, frame, form.appendix_size if small else form.size)


def _rows(setter: _Setter, head: BlockBox | None) -> list[list[BlockBox]]:
    """Each row as its boxes; no low row is left alone at the foot or the top of a page, nor with nothing but the total."""
    rows = [_row_boxes(setter, _row(setter, at), head) for at in range(len(setter.table.rows))]
    if len(rows) > _FEW:
        last = (-2, -3) if setter.table.total and len(rows) > _FEW + 1 else (-2,)
        for boxes in (rows[0], *(rows[at] for at in last)):
            if boxes[0].height <= setter.height(_LOW):
                boxes[0].breaks = False
    return rows


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


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that is set: its cells with their widths and places, and whether a page may end after it."""

    cells: Sequence[Cell]
    widths: Sequence[float]
    aligns: Sequence[Align]
    breaks: bool


def _row(setter: _Setter, at: int) -> _Row:
    table, frame = setter.table, setter.frame
    row, last = table.rows[at], len(table.rows) - 1
    if at in table.groups:
        # A group row stays with its first row.
        return _Row(
            (setter.cell(row[0], frame.face(bold=True), frame.width),),
            (frame.width,),
            (Align.LEFT,),
            breaks=False,
        )
    face = frame.face(bold=table.total and at == last)
    texts = [*row, *("",) * (len(table.columns) - len(row))]
    cells = [setter.cell(text, face, width) for text, width in zip(texts, setter.widths, strict=False)]
    # The total stays with the row over it.
    breaks = not (table.total and at == last - 1)
    return _Row(cells, setter.widths, tuple(column.align for column in table.columns), breaks)


def _row_boxes(setter: _Setter, row: _Row, head: BlockBox | None) -> list[BlockBox]:
    """A row as one box, or as several when it is taller than a page."""
    most = max(int((setter.frame.height - (head.height if head else 0) - setter.height(0)) / setter.line), 1)
    count = max(max((len(lines) for lines in row.cells), default=0), 1)
    out: list[BlockBox] = []
    for start in range(0, count, most):
        lines = min(count - start, most)
        box = BlockBox(setter.height(lines), breaks=row.breaks or start + most < count, repeats=head)
        box.weight = setter.form.weight
        left = setter.frame.left
        for cell, width, align in zip(row.cells, row.widths, row.aligns, strict=False):
            box.lines += setter.place(cell[start : start + most], left, width, align, setter.form.padding_top)
            box.frames.append((left, 0.0, width, box.height))
            left += width
        out.append(box)
    return out
