"""Tables of text documents: a real table becomes rows; one that only places text on the paper becomes paragraphs.

Used for .docx and .html alike. Knows cells that were read already, no file format.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.readers.blocks import Block
from desktop.readers.text import cues

COLUMNS = 63
"""Word itself allows no more columns; a larger span is a damaged or hostile file."""
_LAYOUT_ROWS = 8
_PART_OF_PAPER = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as its maker placed it: first grid column (from 0), columns it spans, and what stands in it."""

    start: int
    span: int
    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """All its words, paragraphs parted by a line end, the cells of a table inside it by spaces."""
        return "\n".join(_lines(self.blocks))


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells; `ruled`: lines are drawn between the cells."""

    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.text.strip():
            yield block.text.strip()
        yield from (" ".join(cell.replace("\n", " ") for cell in row if cell) for row in block.rows)


def grid_blocks(grid: Grid) -> list[Block]:
    """The table as one block of rows, or as the paragraphs of its cells in reading order."""
    rows = tuple(row for row in grid.rows if any(cell.blocks for cell in row))
    grid = Grid(rows, grid.ruled)
    if _is_real(grid):
        return [Block("", rows=as_rows(rows))]
    return _paragraphs(grid)


def as_rows(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[str, ...], ...]:
    """Texts of the cells, every row equally long; rows and columns without any word are left out."""
    width = min(COLUMNS, max((cell.start + cell.span for row in rows for cell in row), default=0))
    table = []
    for row in rows:
        line = [""] * width
        for cell in row:
            if cell.start < width:
                line[cell.start] = cell.text
        table.append(line)
    table = [line for line in table if any(line)]
    kept = [i for i in range(width) if any(line[i] for line in table)]
    return tuple(tuple(line[i] for i in kept) for line in table)


def _filled(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if cell.text]


def _is_real(grid: Grid) -> bool:
    full = [_filled(row) for row in grid.rows]
    full = [row for row in full if row]
    most = max((len(row) for row in full), default=0)
    if len(full) < 2 or most < 2:
        return False
    if any(sum(cues.is_column_name(cell.text) for cell in row) >= 2 for row in full[:3]):
        return True
    if _places_head_or_closing(full):
        return False
    if grid.ruled:
        return not any(len(cell.blocks) > _PART_OF_PAPER * 3 for row in full for cell in row)
    nested = any(block.rows for row in full for cell in row for block in cell.blocks)
    return not nested and len(full) >= 3 and sum(len(row) >= 3 for row in full) * 2 > len(full)


def _places_head_or_closing(rows: list[list[Cell]]) -> bool:
    """Whether cells hold the head or the signature block. Long tables with a stray "Nơi nhận" are not meant."""
    texts = [cell.blocks[0].text for row in rows for cell in row if cell.blocks]
    if any(cues.is_motto(block.text) for row in rows[:3] for cell in row for block in cell.blocks[:4]):
        return True
    if len(rows) > _LAYOUT_ROWS or any(len(row) > 4 for row in rows):
        return False
    closing = any(
        cues.is_recipients(text) and len(cell.blocks) > 1
        for row in rows
        for cell in row
        for text in [cell.blocks[0].text]
    )
    return closing or any(map(cues.is_signing, texts))


def _paragraphs(grid: Grid) -> list[Block]:
    """Column after column within a group of rows that stand side by side; row after row where nothing tells."""
    full = [row for row in map(_filled, grid.rows) if row]
    if not _places_head_or_closing(full) and not _all_centred(full):
        return [block for row in full for cell in row for block in cell.blocks]
    width = max((cell.start + cell.span for row in full for cell in row), default=0)
    found: list[Block] = []
    group: list[list[Cell]] = []
    for row in full:
        if len(row) == 1 and _spans_all(row[0], width):
            found += _columns(group, width)
            found += row[0].blocks
            group = []
        else:
            group.append(row)
    return found + _columns(group, width)


def _all_centred(rows: list[list[Cell]]) -> bool:
    return len(rows) <= 4 and all(
        block.centred or not block.text for row in rows for cell in row for block in cell.blocks
    )


def _spans_all(cell: Cell, width: int) -> bool:
    return width > 1 and cell.start == 0 and cell.span >= width - 1 and cell.span > width / 2


def _columns(group: list[list[Cell]], width: int) -> list[Block]:
    """With two cells in a row: left ones, then right ones, whatever the grid under them; else by grid column."""
    if not group:
        return []
    columns: dict[int, list[Block]] = {}
    two = max(map(len, group)) <= 2
    for row in group:
        for place, cell in enumerate(row):
            side = cell.start
            if two:
                side = place if len(row) == 2 else int(cell.start + cell.span / 2 > width / 2)
            columns.setdefault(side, []).extend(cell.blocks)
    return [block for side in sorted(columns) for block in columns[side]]
