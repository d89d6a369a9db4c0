"""Tables of printed pages, seen by the lines drawn around their cells. Words and lines in, rows of cells out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.readers.blocks import Block
from desktop.readers.text import cues
from desktop.readers.text.grid import Cell
from desktop.readers.text.print import Line, Page, Rule, Word, lines_of

_NEAR = 3.0
"""Lines that are nearer than this, in points, are one line or touch each other."""
_MOST_LINES = 400


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table on one page: where its lines are, and its rows of cells."""

    page: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def holds(self, word: Word) -> bool:
        """Whether the word stands inside the outer lines."""
        inside = self.xs[0] - _NEAR < word.middle < self.xs[-1] + _NEAR
        return inside and self.ys[0] - _NEAR < word.y - word.size / 3 < self.ys[-1] + _NEAR


def find_tables(page: Page, number: int) -> list[Table]:
    """The tables of a page from top to bottom: at least two columns and two rows between drawn lines."""
    level = _merged([rule for rule in page.rules if rule.y1 - rule.y0 < rule.x1 - rule.x0], along=0)
    upright = _merged([rule for rule in page.rules if rule.y1 - rule.y0 >= rule.x1 - rule.x0], along=1)
    if len(level) < 3 or len(upright) < 2 or len(level) + len(upright) > _MOST_LINES:
        return []
    found = [_table(page, number, group) for group in _touching(level, upright)]
    return sorted((table for table in found if table is not None), key=lambda table: table.ys[0])


def _merged(rules: list[Rule], along: int) -> list[Rule]:
    """Pieces on one line that touch as one piece. along: 0 for level lines, 1 for upright ones."""
    across = 1 - along
    made: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule[across] / _NEAR), rule[along])):
        last = made[-1] if made else None
        if last and abs(last[across] - rule[across]) < _NEAR and rule[along] <= last[along + 2] + _NEAR:
            ends = list(last)
            ends[along + 2] = max(last[along + 2], rule[along + 2])
            made[-1] = Rule(*ends)
        else:
            made.append(rule)
    return made


def _touch(level: Rule, upright: Rule) -> bool:
    return (
        level.x0 - _NEAR <= upright.x0 <= level.x1 + _NEAR
        and upright.y0 - _NEAR <= level.y0 <= upright.y1 + _NEAR
    )


def _touching(level: list[Rule], upright: list[Rule]) -> Iterator[list[Rule]]:
    """Groups of lines that hang together."""
    waiting = set(level) | set(upright)
    while waiting:
        edge = [waiting.pop()]
        group: list[Rule] = []
        while edge:
            rule = edge.pop()
            group.append(rule)
            is_level = rule.x1 - rule.x0 > rule.y1 - rule.y0
            met = {o for o in waiting if (_touch(rule, o) if is_level else _touch(o, rule))}
            waiting -= met
            edge += met
        yield group


def _stops(values: Sequence[float]) -> tuple[float, ...]:
    """Distinct places among nearly equal ones."""
    made: list[float] = []
    for value in sorted(values):
        if not made or value - made[-1] > _NEAR:
            made.append(value)
    return tuple(made)


def _table(page: Page, number: int, group: list[Rule]) -> Table | None:
    level = [rule for rule in group if rule.x1 - rule.x0 > rule.y1 - rule.y0]
    upright = [rule for rule in group if rule.x1 - rule.x0 <= rule.y1 - rule.y0]
    xs, ys = _stops([rule.x0 for rule in upright]), _stops([rule.y0 for rule in level])
    if len(xs) < 3 or len(ys) < 3:
        return None
    frame = Table(number, xs, ys, ())
    owners = _owners(xs, ys, level, upright)
    held: dict[tuple[int, int], list[Word]] = {}
    for word in page.words:
        if frame.holds(word):
            at = (_slot(ys, word.y - word.size / 3), _slot(xs, word.middle))
            held.setdefault(owners[at], []).append(word)
    rows = (tuple(_cells(i, xs, owners, held, number)) for i in range(len(ys) - 1))
    return Table(number, xs, ys, tuple(row for row in rows if any(cell.blocks for cell in row)))


def _slot(stops: tuple[float, ...], value: float) -> int:
    return next((i for i, stop in enumerate(stops[1:-1]) if value < stop), len(stops) - 2)


_Owners = dict[tuple[int, int], tuple[int, int]]


def _owners(xs: tuple[float, ...], ys: tuple[float, ...], level: list[Rule], upright: list[Rule]) -> _Owners:
    """For each field of the grid (row, column) the first field of the cell it belongs to."""
    found: _Owners = {}
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            if column and not _covers(upright, 1, left, (top + bottom) / 2):
                found[row, column] = found[row, column - 1]
            elif row and not _covers(level, 0, top, (left + right) / 2):
                found[row, column] = found[row - 1, column]
            else:
                found[row, column] = (row, column)
    return found


def _covers(rules: list[Rule], along: int, place: float, at: float) -> bool:
    """Whether a line at `place` passes the point `at`."""
    across = 1 - along
    return any(abs(rule[across] - place) <= _NEAR and rule[along] <= at <= rule[along + 2] for rule in rules)


def _cells(
    row: int, xs: tuple[float, ...], owners: _Owners, held: dict[tuple[int, int], list[Word]], page: int
) -> Iterator[Cell]:
    for column in range(len(xs) - 1):
        if owners[row, column] == (row, column):
            span = sum(owners[row, other] == (row, column) for other in range(column, len(xs) - 1))
            lines = lines_of(held.get((row, column), ()), page)
            yield Cell(column, span, tuple(_paragraphs(lines, xs[column + span])))


def _paragraphs(lines: list[Line], right: float) -> Iterator[Block]:
    """Lines of one cell: a new paragraph at a list marker, and where the next word would have found room."""
    made: list[str] = []
    before: Line | None = None
    for line in lines:
        first = line.words[0]
        fits = before is not None and before.x1 + first.x1 - first.x0 + 0.8 * line.size < right
        new = cues.MARKER.match(line.text) or (fits and not first.text[:1].islower())
        if before is None or new:
            made.append(line.text)
        else:
            made[-1] = joined(made[-1], line.text)
        before = line
    return (Block(text) for text in made)


def joined(before: str, after: str) -> str:
    """Two lines of one sentence. A word parted after its hyphen or stroke ("TT-" / "BXD") is one word again."""
    return before + after if is_parted(before) else f"{before} {after}"


def is_parted(text: str) -> bool:
    """Whether the line ends in the middle of a word, after a hyphen or a stroke."""
    return text.endswith(("-", "/")) and text[-2:-1].isalnum()


def joined_tables(tables: list[Table]) -> list[list[Table]]:
    """Tables one after the other (of consecutive pages) that are one table with the same columns."""
    made: list[list[Table]] = []
    for table in tables:
        last = made[-1][-1] if made else None
        if last and table.page == last.page + 1 and _same_columns(last, table):
            made[-1].append(table)
        else:
            made.append([table])
    return made


def _same_columns(one: Table, other: Table) -> bool:
    return len(one.xs) == len(other.xs) and all(
        abs((a - one.xs[0]) - (b - other.xs[0])) < 2 * _NEAR for a, b in zip(one.xs, other.xs, strict=True)
    )


def rows_of(tables: list[Table]) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table over its pages: a repeated header is dropped, a row cut by the page end is one again."""
    rows = list(tables[0].rows)
    for table in tables[1:]:
        repeated = [_texts(one) == _texts(other) for one, other in zip(rows, table.rows, strict=False)]
        added = list(table.rows[[*repeated, False].index(False) :])
        if added and rows and _is_cut(rows, added[0]):
            rows[-1] = tuple(_continued(cell, added[0]) for cell in rows[-1])
            added = added[1:]
        rows += added
    return tuple(rows)


def _texts(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _is_cut(rows: list[tuple[Cell, ...]], row: tuple[Cell, ...]) -> bool:
    """No number in the first column where the rows above have one: the rest of the last row."""
    first = [row[0].text for row in rows[1:] if row and row[0].start == 0]
    numbered = bool(first) and sum(bool(text) for text in first) * 2 >= len(first) and bool(first[-1])
    same = tuple((cell.start, cell.span) for cell in row) == tuple((c.start, c.span) for c in rows[-1])
    return numbered and same and not row[0].text


def _continued(cell: Cell, below: tuple[Cell, ...]) -> Cell:
    rest = next((other.blocks for other in below if other.start == cell.start), ())
    if not rest or not cell.blocks:
        return Cell(cell.start, cell.span, cell.blocks + rest)
    text = rest[0].text
    if cues.MARKER.match(text) or cell.blocks[-1].text.endswith((".", ";")):
        return Cell(cell.start, cell.span, cell.blocks + rest)
    return Cell(
        cell.start, cell.span, (*cell.blocks[:-1], Block(joined(cell.blocks[-1].text, text)), *rest[1:])
    )
