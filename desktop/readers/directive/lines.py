"""Lines of a document made fit for reading: markup and rulers gone, words torn off a line put back. Joins no paragraphs."""

import re
from dataclasses import dataclass, replace

from desktop.domain.vietnamese import clean
from desktop.readers.blocks import Block
from desktop.readers.directive.labels import column
from desktop.readers.directive.words import level

_MARKUP = re.compile(r"\*\*+|__+|`+|\\(?=[-.*#>])")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?!\w)")
_HEADING = re.compile(r"^#{1,6}\s+|^>\s+")
_RULER = re.compile(r"^[\s\-–—_=.*~•·…|]*$")
_NUMBER_ALONE = re.compile(r"số\s*:?$")
_PRINT, _SHARE = 160, 0.07
_SPLIT_CELLS = re.compile(r"\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph of the text. Fields as in `Block`; text is never empty unless rows are there."""

    text: str
    broken: bool = True
    gap: bool = False
    bold: bool | None = None
    centred: bool | None = None
    rows: tuple[tuple[str, ...], ...] = ()


def prepare(blocks: tuple[Block, ...]) -> list[Line]:
    """The lines worth reading, in order; markup of web editors removed, tables of bars made tables."""
    found: list[Line] = []
    gap = False
    for block in blocks:
        if block.rows:
            cells = tuple(tuple(clean(cell) for cell in row) for row in block.rows)
            found.append(Line("", False, True, rows=cells))
            continue
        text = strip_markup(block.text)
        gap = gap or block.gap
        if _RULER.match(text):
            gap = True
            continue
        found.append(Line(text, block.broken, gap, block.bold, block.centred))
        gap = False
    return _whole(_mend(_cut_at_bars(_tables_of_bars(found))))


def _whole(lines: list[Line]) -> list[Line]:
    """Lines too long for print are whole paragraphs; where they are many, so are all from the first of them on."""
    long = [i for i, line in enumerate(lines) if line.broken and len(line.text) > _PRINT]
    if len(long) < 2 or len(long) < _SHARE * sum(line.broken for line in lines):
        return lines
    start = long[0] if not level(lines[long[0]].text).startswith("v/v") else long[1]
    return [replace(line, broken=False) if i >= start else line for i, line in enumerate(lines)]


def _cut_at_bars(lines: list[Line]) -> list[Line]:
    """A line of two columns with a bar between them, cut ("ỦY BAN NHÂN DÂN | CỘNG HÒA ... |")."""
    done: list[Line] = []
    for line in lines:
        if " | " not in f"{line.text} ":
            done.append(line)
            continue
        parts = [part for part in _SPLIT_CELLS.split(line.text) if part]
        done += [replace(line, text=part, gap=True) for part in parts]
    return done


def strip_markup(text: str) -> str:
    """The line without marks of Markdown and without white space at its edges."""
    text = clean(text)
    text = _MARKUP.sub("", _HEADING.sub("", text))
    return _EMPHASIS.sub(r"\1", text).strip()


def _tables_of_bars(lines: list[Line]) -> list[Line]:
    """Runs of "| a | b |" become one line with rows; the "|---|---|" between them is dropped."""
    done: list[Line] = []
    rows: list[tuple[str, ...]] = []
    for line in [*lines, Line("")]:
        if _is_row(line.text):
            cells = tuple(_SPLIT_CELLS.split(line.text.strip("| ")))
            if not all(_RULER.match(cell) or set(cell) <= set(":- ") for cell in cells):
                rows.append(cells)
            continue
        if rows:
            width = max(map(len, rows))
            done.append(Line("", False, True, rows=tuple(r + ("",) * (width - len(r)) for r in rows)))
            rows = []
        done.append(line)
    return done[:-1]


def _is_row(text: str) -> bool:
    """Whether the line is a row of at least three cells between bars."""
    return text.count("|") > 2 and (
        text.startswith("|") or sum(bool(cell) for cell in _SPLIT_CELLS.split(text)) > 2
    )


def _mend(lines: list[Line]) -> list[Line]:
    """Put back what a narrow first line tore off: one word alone, with the rest on the next line ("ỦY", "BAN NHÂN DÂN")."""
    done: list[Line] = []
    for line in lines:
        before = done[-1] if done else None
        if before is not None and _is_torn(before, line):
            done[-1] = replace(before, text=f"{before.text} {line.text}", bold=before.bold and line.bold)
        else:
            done.append(line)
    return done


def _is_torn(before: Line, line: Line) -> bool:
    if not before.broken or line.gap or line.rows or before.rows:
        return False
    one_word = " " not in before.text and before.text.isalpha()
    low = level(before.text)
    return (
        (one_word and before.gap and len(before.text) < 8 and column(before.text) != "number")
        or (low == "nơi" and level(line.text).startswith("nhận"))
        or _NUMBER_ALONE.match(low) is not None
    )
