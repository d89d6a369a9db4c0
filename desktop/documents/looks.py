"""How each rank of paragraph looks, and how the head of a table spans its cells; the same for every writer. Lays nothing out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.documents.model import Block, Chart, Column, Paragraph, Run, Style, Table
from desktop.documents.numbering import labels

_BOLD = frozenset({Style.SECTION, Style.CLAUSE})
_STOPS = ("...", ".", ";", ":", ",", "!", "?", "…", "/")


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph as it is printed: label and words in one row of runs. keep_next: it is not parted from what follows."""

    runs: tuple[Run, ...]
    keep_next: bool
    style: Style

    @property
    def text(self) -> str:
        """The words without their look."""
        return "".join(run.text for run in self.runs)


def printed(blocks: Sequence[Block]) -> Iterator[Printed | Table | Chart]:
    """Blocks with labels set and the look of their rank: sections bold capitals, titled clauses bold [II.6g-j], bases italic
    with ";" and "." where the stop is missing [II.6a]. A line that ends with ":" stays with the list it opens."""
    for at, (block, label) in enumerate(zip(blocks, labels(blocks), strict=True)):
        if not isinstance(block, Paragraph):
            yield block
            continue
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        runs = _looks(block, following)
        if label:
            first = runs[0] if runs else Run("")
            runs = (replace(first, text=f"{label} {first.text}"), *runs[1:])
        ends_open = runs[-1].text.rstrip().endswith(":") if runs else False
        yield Printed(runs, block.style in _BOLD or (ends_open and following is not None), block.style)


def _looks(block: Paragraph, following: Block | None) -> tuple[Run, ...]:
    if block.style is Style.SECTION:
        return tuple(replace(run, text=run.text.upper(), bold=True) for run in block.runs)
    if block.style is Style.CLAUSE:
        return tuple(replace(run, bold=True) for run in block.runs)
    if block.style is Style.BASIS:
        runs = tuple(replace(run, italic=True) for run in block.runs)
        if runs and not block.text.rstrip().endswith(_STOPS):
            more = isinstance(following, Paragraph) and following.style is Style.BASIS
            runs = (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip() + (";" if more else ".")))
        return runs
    return block.runs


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of a table's head and the rows and columns it covers."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


def head_cells(columns: Sequence[Column]) -> tuple[HeadCell, ...]:
    """The head of a table: one title repeated side by side covers its columns, an empty one joins with the one above."""
    depth = max((len(column.titles) for column in columns), default=0)
    grid = [[*column.titles, *("",) * (depth - len(column.titles))] for column in columns]
    cells: list[HeadCell] = []
    taken: set[tuple[int, int]] = set()
    for row in range(depth):
        for column in range(len(columns)):
            if (row, column) in taken:
                continue
            cell = _cell(grid, row, column, depth)
            taken |= {(row + i, column + j) for i in range(cell.rows) for j in range(cell.columns)}
            cells.append(cell)
    return tuple(cells)


def _cell(grid: list[list[str]], row: int, column: int, depth: int) -> HeadCell:
    text = grid[column][row]
    wide = 1
    while text and column + wide < len(grid) and grid[column + wide][: row + 1] == grid[column][: row + 1]:
        wide += 1
    high = 1
    while row + high < depth and not any(grid[column + i][row + high] for i in range(wide)):
        high += 1
    return HeadCell(row, column, high, wide, text)
