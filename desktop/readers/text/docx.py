"""The text of a .docx in reading order: paragraphs as printed, automatic numbers included, and tables.

Inserted text is read, deleted text is not. Headers, footers, notes and comments are left out. Draws no conclusions
from the words, except where a table only places the head or the signature block.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.domain.draft import Problem
from desktop.domain.legacy_text import Encoding, detect, to_unicode
from desktop.domain.page_look import PageLook
from desktop.errors import FileHostile, FileTooLarge
from desktop.readers.blocks import Block
from desktop.readers.text.columns import part_columns
from desktop.readers.text.docx_look import look_of
from desktop.readers.text.docx_parts import (
    Parts,
    Style,
    W,
    centring,
    is_ruled,
    number_of,
    open_parts,
    value,
)
from desktop.readers.text.grid import COLUMNS, Cell, Grid, grid_blocks
from desktop.readers.text.lines import Span, decomposed, paragraph
from desktop.readers.text.runs import RunReader
from desktop.workers import limits

_DEEPEST = 60
_CAPITAL_FONT = re.compile(r"\.?Vn\w*H$")
_INTO = {f"{W}{name}" for name in ("sdtContent", "sdt", "customXml", "ins", "moveTo", "smartTag")}


def read_docx(path: Path) -> tuple[list[Block], list[Problem], PageLook]:
    """(blocks with raw text, problems, its page and letters). Raises FileDamaged, FileEncrypted, FileHostile, FileTooLarge."""
    parts = open_parts(path)
    count = sum(1 for _ in parts.body.iter(f"{W}p"))
    if count > limits.USUAL.paragraphs:
        raise FileTooLarge(path, count, limits.USUAL.paragraphs, "paragraph")
    encoding = detect(text.text or "" for text in parts.body.iter(f"{W}t"))
    reader = _Reader(path, parts, RunReader(parts, _decoder(encoding)))
    blocks = part_columns(reader.blocks(parts.body, 0))
    problems = [Problem(0, None, code) for code in sorted(reader.runs.seen)]
    if encoding is not Encoding.UNICODE:
        problems.append(Problem(0, None, "legacy_font", encoding.value))
    else:
        problems += decomposed(text.text or "" for text in parts.body.iter(f"{W}t"))
    return blocks, problems, look_of(parts)


def _decoder(encoding: Encoding) -> Callable[[str, str | None], str]:
    """From words and the name of their font to Unicode; the fonts .Vn…H show every letter as a capital."""
    return lambda text, font: to_unicode(text, encoding, upper=bool(font and _CAPITAL_FONT.match(font)))


@dataclass(slots=True)
class _Reader:
    path: Path
    parts: Parts
    runs: RunReader
    _waiting: list[Span] = field(default_factory=list)

    def blocks(self, container: Any, depth: int) -> list[Block]:
        """Everything in the body, a cell or a text box."""
        if depth > _DEEPEST:
            raise FileHostile(self.path, "nested too deeply")
        found: list[Block] = []
        for element in container:
            if element.tag == f"{W}p":
                found += self._paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                found += self._table(element, depth)
            elif element.tag in _INTO:
                found += self.blocks(element, depth + 1)
        if self._waiting and not depth:
            found += paragraph(self._waiting, centred=None)
        return found

    def _paragraph(self, element: Any, depth: int) -> list[Block]:
        properties = element.find(f"{W}pPr")
        style = self._style(properties)
        spans, boxes = self.runs.read(element, style)
        spans, self._waiting = self._waiting + spans, []
        found = [block for box in boxes for block in self.blocks(box, depth + 1)]
        if self.runs.is_mark_deleted(properties):
            self._waiting = spans
            return found
        centred = centring(properties)
        if centred is None:
            centred = bool(style.centred)
        label = self._label(properties, style)  # an empty paragraph of a list counts too
        has_words = any(span.text.strip() for span in spans)
        return found + paragraph(spans, centred=centred, label=label if has_words else "")

    def _style(self, properties: Any | None) -> Style:
        name = value(properties, "pStyle") or self.parts.default_style
        return self.parts.styles.get(name, Style())

    def _label(self, properties: Any | None, style: Style) -> str:
        number, level = number_of(properties)
        if number is None:
            number = style.number
            name = value(properties, "pStyle") or self.parts.default_style
            tied = self.parts.numbering.level_of_style(name, number or "")
            level = level if level is not None else tied if tied is not None else style.level
        return self.parts.numbering.label(number, level or 0) if number else ""

    def _table(self, element: Any, depth: int) -> list[Block]:
        rows = [self._row(row, depth) for row in _rows(element) if not self.runs.is_row_deleted(row)]
        return [Block(""), *grid_blocks(Grid(tuple(rows), is_ruled(element, self.parts.styles))), Block("")]

    def _row(self, row: Any, depth: int) -> tuple[Cell, ...]:
        start = _number(value(row.find(f"{W}trPr"), "gridBefore"), 0)
        cells = []
        for cell in _cells(row):
            properties = cell.find(f"{W}tcPr")
            span = max(1, _number(value(properties, "gridSpan"), 1))
            merged = None if properties is None else properties.find(f"{W}vMerge")
            below = merged is not None and merged.get(f"{W}val") != "restart"
            blocks = () if below else tuple(_trimmed(self.blocks(cell, depth + 1)))
            if start < COLUMNS:
                cells.append(Cell(start, span, blocks))
            start += span
        return tuple(cells)


def _children(element: Any, tag: str) -> Iterator[Any]:
    """Children of a kind, also inside content controls and insertions around them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _INTO:
            yield from _children(child, tag)


def _rows(table: Any) -> Iterator[Any]:
    return _children(table, f"{W}tr")


def _cells(row: Any) -> Iterator[Any]:
    return _children(row, f"{W}tc")


def _number(text: str | None, default: int) -> int:
    """A small number of the file; anything beyond the columns of Word counts as that many."""
    if text is None or not text.isdecimal():
        return default
    return min(int(text[:9]), COLUMNS)


def _trimmed(blocks: list[Block]) -> list[Block]:
    """Without the empty paragraphs at both ends of a cell."""
    full = [i for i, block in enumerate(blocks) if block.text.strip() or block.rows]
    return blocks[full[0] : full[-1] + 1] if full else []
