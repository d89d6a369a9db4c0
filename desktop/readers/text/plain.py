"""Lines of plain text: .txt files and pasted words. Signs of Markdown are taken off, its tables become rows.

Every line may be a line of print that the next one continues, so all are `broken`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from desktop.domain.draft import Problem
from desktop.domain.legacy_text import Encoding, decode_bytes
from desktop.readers.blocks import Block
from desktop.readers.text.columns import part_columns
from desktop.readers.text.grid import Cell, Grid, grid_blocks
from desktop.readers.text.lines import decomposed

_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}>+ ?", re.MULTILINE)
_STRONG = re.compile(r"\*{2,3}(?=[^\s*])|(?<=[^\s*])\*{2,3}")
_WEAK = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_WHOLE_STRONG = re.compile(r"^\s*(\*{2,3})(?=\S)[^*]+\1\s*$")
_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAB_COLUMNS = 3


def read_plain_file(path: Path) -> tuple[list[Block], list[Problem]]:
    """(blocks with raw text, problems) of a text file in any encoding that `decode_bytes` knows."""
    data = path.read_bytes()
    text, encoding = decode_bytes(data)
    if encoding is Encoding.UNICODE:
        return read_plain(text), decomposed(data.decode("utf-8", "ignore").split("\n"))
    known = encoding is Encoding.CP1258
    return read_plain(text), [] if known else [Problem(0, None, "legacy_font", encoding.value)]


def read_plain(text: str) -> list[Block]:
    """Blocks with raw text, one for each line; empty lines are blocks without text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").splitlines()
    strong = _strong_lines(lines)
    plain = _without_marks("\n".join(lines)).split("\n")
    blocks: list[Block] = []
    for kind, group in groupby(range(len(plain)), key=lambda i: _kind(plain, i)):
        numbers = list(group)
        rows = [plain[i] for i in numbers]
        table = _table(kind, rows)
        blocks += table or [Block(plain[i], broken=True, bold=True if i in strong else None) for i in numbers]
    return part_columns(blocks)


def _strong_lines(lines: Sequence[str]) -> set[int]:
    return {i for i, line in enumerate(lines) if _HEADING.match(line) or _WHOLE_STRONG.match(line)}


def _without_marks(text: str) -> str:
    text = _QUOTED.sub("", _HEADING.sub(r"\1", text))
    return _ESCAPED.sub(r"\1", _WEAK.sub(r"\1", _STRONG.sub("", text)))


def _kind(lines: Sequence[str], i: int) -> str:
    line = lines[i].strip()
    if line.startswith("|") and line.endswith("|") and len(line) > 2:
        return "pipes"
    columns = line.count("\t") + 1
    return f"tabs {columns}" if columns >= _TAB_COLUMNS and "\t\t" not in line else ""


def _table(kind: str, lines: list[str]) -> list[Block]:
    """The lines as a table, or nothing when they are none."""
    if kind == "pipes":
        cells = [_cells(line) for line in lines if not _RULE.match(line)]
    elif kind and len(lines) > 1:
        cells = [[part.strip() for part in line.strip().split("\t")] for line in lines]
    else:
        return []
    rows = (tuple(Cell(i, 1, tuple(_cell_blocks(text))) for i, text in enumerate(row)) for row in cells)
    return [Block(""), *grid_blocks(Grid(tuple(rows), ruled=True)), Block("")]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _cell_blocks(text: str) -> Iterator[Block]:
    for part in _BREAK.split(text):
        if part.strip():
            yield Block(part.strip(), broken=True)
