"""Words from elsewhere (Word, a page, plain lines) as blocks of a plan: ranks found by their labels, looks kept to bold and italic.

Labels are taken off, since the editor draws its own; spaces are single; words typed for .VnTime or VNI fonts become Unicode. The
letterhead and the signing block of a whole paper are left out: the program writes them itself. Knows no Qt.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.documents.body import BodyBlock
from desktop.documents.model import Column, Paragraph, Run, Style, Table
from desktop.domain.legacy_text import Encoding, detect, to_unicode
from desktop.domain.vietnamese import fold, nfc
from desktop.ui.editor.body_document import joined
from desktop.ui.editor.pasted_html import Cell, Grid, Line, parse

_LABELS = (
    (re.compile(r"[IVX]{1,5}\s*[.)]\s+|Phần\s+[IVX]{1,5}\s*[.:]\s+"), Style.SECTION),
    (re.compile(r"\d{1,2}\s*[.)](?!\d)\s*"), Style.NUMBERED),
    (re.compile(r"[a-zđ]\s*[).]\s+"), Style.POINT),
    (re.compile(r"[-–—•●▪*]\s+"), Style.DASH),
    (re.compile(r"\+\s+"), Style.PLUS),
)
_BULLETS = {
    "·": Style.DASH,
    "§": Style.DASH,
    "Ø": Style.DASH,
    "ü": Style.DASH,
    "v": Style.DASH,
    "o": Style.PLUS,
}
"""Letters that Word shows as bullets in fonts of signs."""
_HEADINGS = {1: Style.SECTION, 2: Style.CLAUSE, 3: Style.POINT}
_FRAME_OF_PAPER = ("cong hoa xa hoi chu nghia", "noi nhan")
_SPACES = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def from_html(html: str) -> tuple[BodyBlock, ...]:
    """The blocks of a page."""
    return _ranked(parse(html))


def from_text(text: str) -> tuple[BodyBlock, ...]:
    """The blocks of plain lines; lines of cells parted by tabs are a table."""
    lines = [line for line in nfc(text).replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    counts = {line.count("\t") for line in lines}
    if len(lines) > 1 and len(counts) == 1 and counts != {0}:
        cells = [tuple(Cell((Line((Run(part),)),)) for part in line.split("\t")) for line in lines]
        return _ranked((Grid(tuple(cells)),))
    return _ranked(tuple(Line((Run(line),)) for line in lines))


def _ranked(parts: Sequence[Line | Grid]) -> tuple[BodyBlock, ...]:
    encoding = detect(_words(parts))
    out: list[BodyBlock] = []
    for part in parts:
        if isinstance(part, Grid):
            out += _grid(part, encoding)
        else:
            out += _lines(part, encoding)
    return tuple(out)


def _words(parts: Iterable[Line | Grid]) -> Iterable[str]:
    for part in parts:
        if isinstance(part, Line):
            yield "".join(run.text for run in part.runs)
        else:
            yield from _words(line for row in part.rows for cell in row for line in cell.lines)


def _lines(line: Line, encoding: Encoding) -> list[BodyBlock]:
    """A line as paragraphs: where its maker broke it by hand a new one begins."""
    out: list[BodyBlock] = []
    for at, runs in enumerate(_broken(_cleaned(line.runs, encoding))):
        if runs:
            out.append(_paragraph(replace(line, runs=runs, label="" if at else line.label)))
    return out


def _cleaned(runs: Iterable[Run], encoding: Encoding) -> tuple[Run, ...]:
    """Words in Unicode, spaces single, also where two runs meet."""
    out: list[Run] = []
    for run in runs:
        text = _SPACES.sub(" ", _INVISIBLE.sub("", to_unicode(run.text, encoding)))
        if out and out[-1].text.endswith((" ", "\n")):
            text = text.removeprefix(" ")
        out.append(replace(run, text=text))
    return joined(out)


def _broken(runs: Sequence[Run]) -> list[tuple[Run, ...]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=text)] for text in rest]
    return [_trimmed(line) for line in lines]


def _trimmed(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Without spaces at either end."""
    out = list(joined(runs))
    while out and not out[0].text.strip():
        del out[0]
    while out and not out[-1].text.strip():
        del out[-1]
    if out:
        out[0] = replace(out[0], text=out[0].text.lstrip())
        out[-1] = replace(out[-1], text=out[-1].text.rstrip())
    return tuple(out)


def _paragraph(line: Line) -> Paragraph:
    style, runs = _rank(line)
    if style is Style.NUMBERED and all(run.bold for run in runs):
        style = Style.CLAUSE
    if style in {Style.SECTION, Style.CLAUSE}:
        runs = joined([replace(run, bold=False) for run in runs])
    if style is Style.BASIS:
        runs = joined([replace(run, italic=False) for run in runs])
    return Paragraph(style, runs)


def _rank(line: Line) -> tuple[Style, tuple[Run, ...]]:
    """The rank and the words without their label."""
    if line.label:
        found = _labelled(f"{line.label} ")
        style = _BULLETS.get(line.label) or (found[0] if found else Style.BODY)
        return (Style.PLUS if style is Style.DASH and line.level > 1 else style), line.runs
    text = "".join(run.text for run in line.runs)
    found = _labelled(text)
    if found is not None and len(text) > found[1]:
        return found[0], _trimmed(_without(line.runs, found[1]))
    if line.heading in _HEADINGS:
        return _HEADINGS[line.heading], line.runs
    return (Style.BASIS if _is_basis(line.runs, text) else Style.BODY), line.runs


def _labelled(text: str) -> tuple[Style, int] | None:
    """(rank, length of the label) of a text that begins with one."""
    for pattern, style in _LABELS:
        if match := pattern.match(text):
            return style, match.end()
    return None


def _is_basis(runs: Sequence[Run], text: str) -> bool:
    return fold(text).startswith("can cu ") and (text.endswith(";") or all(run.italic for run in runs))


def _without(runs: Sequence[Run], count: int) -> tuple[Run, ...]:
    """The runs without their first `count` letters."""
    out: list[Run] = []
    for run in runs:
        cut = min(count, len(run.text))
        count -= cut
        out.append(replace(run, text=run.text[cut:]))
    return joined(out)


def _grid(grid: Grid, encoding: Encoding) -> list[BodyBlock]:
    """A table; one of a single cell as its lines, the frame of a paper as nothing."""
    cells = [cell for row in grid.rows for cell in row]
    words = fold(" ".join(_words([grid])))
    if any(mark in words for mark in _FRAME_OF_PAPER):
        return []
    if len(cells) == 1:
        return [block for line in cells[0].lines for block in _lines(line, encoding)]
    table = _Spread(grid, encoding).table()
    return [table] if table is not None else []


class _Spread:
    """A table with its spans as a full net of texts."""

    def __init__(self, grid: Grid, encoding: Encoding) -> None:
        self._encoding = encoding
        self._net: dict[tuple[int, int], tuple[str, Cell, bool]] = {}
        for at, row in enumerate(grid.rows):
            column = 0
            for cell in row:
                while (at, column) in self._net:
                    column += 1
                self._put(at, column, cell)
                column += cell.columns
        self._depth = self._head_rows(grid)
        self._rows = len(grid.rows)
        self._columns = max((column for _, column in self._net), default=-1) + 1

    def _put(self, row: int, column: int, cell: Cell) -> None:
        runs = (_cleaned((*line.runs, Run("\n")), self._encoding) for line in cell.lines)
        text = "".join(run.text for line in runs for run in line).strip()
        for down in range(cell.rows):
            for right in range(cell.columns):
                self._net.setdefault((row + down, column + right), (text, cell, not down and not right))

    @staticmethod
    def _head_rows(grid: Grid) -> int:
        """The first row is a head where all its words are bold; a cell over several rows makes it as deep."""
        first = grid.rows[0]
        lines = [line for cell in first for line in cell.lines]
        is_head = (
            len(grid.rows) > 1
            and lines
            and all(run.bold or not run.text.strip() for line in lines for run in line.runs)
        )
        deepest = max(cell.rows for cell in first)
        return deepest if is_head and deepest < len(grid.rows) else 0

    def table(self) -> Table | None:
        """The table, None for one without columns."""
        if not self._columns:
            return None
        widths = self._widths()
        columns = tuple(Column(self._titles(column), widths[column]) for column in range(self._columns))
        rows = tuple(self._row(row) for row in range(self._depth, self._rows))
        groups = {
            row - self._depth
            for row in range(self._depth, self._rows)
            if self._columns > 1 and (row, 0) in self._net and self._net[row, 0][1].columns >= self._columns
        }
        return Table(columns, rows, frozenset(groups))

    def _titles(self, column: int) -> tuple[str, ...]:
        out: list[str] = []
        above: Cell | None = None
        for row in range(self._depth):
            text, cell, _ = self._net.get((row, column), ("", Cell(()), True))
            out.append("" if cell is above else text)
            above = cell
        return tuple(out)

    def _row(self, row: int) -> tuple[str, ...]:
        empty = ("", Cell(()), False)
        return tuple(
            text if begins else ""
            for text, _, begins in (self._net.get((row, column), empty) for column in range(self._columns))
        )

    def _widths(self) -> list[float]:
        """As its maker wrote them; where not for all, by the words of the columns."""
        alone = [
            [
                cell_of
                for row in range(self._rows)
                if (cell_of := self._net.get((row, column))) and cell_of[1].columns == 1
            ]
            for column in range(self._columns)
        ]
        told = [next((cell.width for _, cell, _ in cells if cell.width), 0.0) for cells in alone]
        if all(told):
            return told
        return [2.0 + min(40, max((len(text) for text, _, _ in cells), default=1)) for cells in alone]
