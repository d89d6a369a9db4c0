"""What stands on the pages of a PDF, letter by letter, in the order of its commands."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pdfplumber

MM = 72 / 25.4


@dataclass(frozen=True)
class Line:
    """Letters written one after the other on one level; places in mm from the top left."""

    page: int
    left: float
    right: float
    bottom: float
    size: float
    font: str
    text: str


def read(path: Path) -> list[Line]:
    """All lines of all pages."""
    with pdfplumber.open(path) as pdf:
        return [line for number, page in enumerate(pdf.pages, 1) for line in _lines(number, page.chars)]


def _lines(number: int, chars: list[dict[str, object]]) -> Iterator[Line]:
    rows: list[list[dict[str, object]]] = []
    for char in chars:
        last = rows[-1][-1] if rows else None
        same = (
            last is not None
            and abs(last["bottom"] - char["bottom"]) < 3
            and -0.5 < char["x0"] - last["x1"] < 25
        )
        if same:
            rows[-1].append(char)
        else:
            rows.append([char])
    for row in rows:
        first = row[0]
        ink = [char for char in row if char["text"].strip()] or row
        yield Line(
            number,
            round(ink[0]["x0"] / MM, 1),
            round(ink[-1]["x1"] / MM, 1),
            round(first["bottom"] / MM, 1),
            round(first["size"], 1),
            first["fontname"].partition("+")[2],
            _spaced(row),
        )


def _spaced(row: list[dict[str, object]]) -> str:
    text = ""
    for before, char in zip([None, *row], row, strict=False):
        if before is not None and char["x0"] - before["x1"] > 0.18 * char["size"]:
            text += " "
        text += char["text"]
    return text.strip()


def words(path: Path) -> list[str]:
    """All words but the numbers of pages."""
    return " ".join(line.text for line in read(path) if not is_number(line)).split()


def is_number(line: Line) -> bool:
    """Whether it is the number of a page."""
    return line.bottom < 15 and line.text.isdigit()


def as_text(path: Path) -> str:
    """The pages as text with places, for golden files."""
    out = []
    for page, lines in groupby(read(path), key=lambda line: line.page):
        out.append(f"== {page}")
        out += [
            f"{one.left:6.1f} {one.bottom:6.1f} {one.size:4.1f} {one.font[16:] or 'Regular'} {one.text}"
            for one in lines
        ]
    return "\n".join(out).replace("\u00a0", " ") + "\n"
