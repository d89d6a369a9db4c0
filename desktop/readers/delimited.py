"""Delimited text (.csv, .tsv, .txt) as rows: any delimiter, any encoding of Vietnam. Runs in the worker."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.legacy_text import decode_bytes
from desktop.errors import FileTooLarge
from desktop.workers.limits import Limits

_DELIMITERS = ",;\t|"
_LOOKED_AT = 60
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Delimited:
    """rows: of equal length, padded with ""; encoding: "unicode", "tcvn3", "vni" or "cp1258"; delimiter: as found."""

    rows: list[list[str]]
    encoding: str
    delimiter: str


def read(path: Path, limits: Limits) -> Delimited:
    """The rows of the text at `path`. Raises FileTooLarge for too many rows or columns."""
    text, encoding = decode_bytes(path.read_bytes())
    text = text.removeprefix("\ufeff")
    said = _SAID.match(text)
    if said:
        text = text[said.end() :]
    delimiter = said[1] if said else _delimiter(text)
    csv.field_size_limit(max(len(text), 131_072))  # a lost quotation mark must not end the reading
    rows = list(csv.reader(_lines(text), delimiter=delimiter, skipinitialspace=True))
    width = max(map(len, rows), default=0)
    if len(rows) > limits.rows:
        raise FileTooLarge(path, len(rows), limits.rows, "row")
    if width > limits.columns:
        raise FileTooLarge(path, width, limits.columns, "column")
    for row in rows:
        if len(row) < width:
            row += [""] * (width - len(row))
    return Delimited(rows, encoding.value, delimiter)


def _lines(text: str) -> Iterator[str]:
    """Lines with "\\n" as their end, whatever it was; what else str.splitlines takes for a line end stays text."""
    for sign, instead in (("\r\n", "\n"), ("\r", "\n"), ("\0", "")):
        if sign[0] in text:
            text = text.replace(sign, instead)
    start = 0
    while end := text.find("\n", start) + 1:
        yield text[start:end]
        start = end
    yield f"{text[start:]}\n"


def _delimiter(text: str) -> str:
    """The one that cuts the most lines into the same number of cells; a comma inside words does not."""
    lines = [line for line in text[:200_000].splitlines()[:_LOOKED_AT] if line.strip()]
    best, most = ",", 0.0
    for delimiter in _DELIMITERS:
        counts = [_outside_quotes(line).count(delimiter) for line in lines]
        usual = max(set(counts), key=lambda count: (counts.count(count) if count else 0, count), default=0)
        score = counts.count(usual) / max(1, len(lines)) * (1 + min(usual, 20) / 10) if usual else 0.0
        if score > most:
            best, most = delimiter, score
    return best


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)
