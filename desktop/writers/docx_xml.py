"""Pieces of WordprocessingML as text: runs, paragraphs, borders, rows. Knows the format, not the papers. Lengths are points."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from desktop.documents.model import Align, Run
from desktop.writers.fonts import spaced_blanks

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_JUSTIFY = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def twips(points: float) -> int:
    """Points as the twentieths that the format counts in."""
    return round(points * 20)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph stands. style: its named style; align None: as the style says; line: exact height of its lines, 0: single;
    left, right, first: indents, before: room over it; size 0: as the style says; edge: a line along its top, points thick."""

    style: str
    align: Align | None = None
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    line: float = 0.0
    keep_next: bool = False
    edge: float = 0.0


def words(text: str) -> str:
    """Text that the format can hold: NFC, no control characters, blanks to write in kept wide."""
    return escape(spaced_blanks(unicodedata.normalize("NFC", _CONTROL.sub("", text))))


def run(text: str, *, size: float = 0.0, bold: bool = False, italic: bool = False) -> str:
    """A run; a line break in the text is kept."""
    look = "<w:b/>" * bold + "<w:i/>" * italic
    if size:
        look += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    pieces = "<w:br/>".join(f'<w:t xml:space="preserve">{words(part)}</w:t>' for part in text.split("\n"))
    return f"<w:r><w:rPr>{look}</w:rPr>{pieces}</w:r>" if look else f"<w:r>{pieces}</w:r>"


def paragraph(look: Look, text: str = "", section: str = "") -> str:
    """A paragraph of one look. section: properties of the section it ends."""
    inside = run(text, size=look.size, bold=look.bold, italic=look.italic) if text else ""
    return _paragraph(look, inside, section)


def paragraph_around(look: Look, inside: str) -> str:
    """A paragraph of runs that are ready."""
    return _paragraph(look, inside, "")


def paragraph_of_runs(look: Look, runs: Iterable[Run]) -> str:
    """A paragraph of several looks; bold and italic that the style has already are not said again."""
    inside = "".join(
        run(
            one.text.replace("\n", " "),
            bold=one.bold and not look.bold,
            italic=one.italic and not look.italic,
        )
        for one in runs
    )
    return _paragraph(look, inside, "")


def _paragraph(look: Look, inside: str, section: str) -> str:
    parts = [f'<w:pStyle w:val="{look.style}"/>']
    if look.keep_next:
        parts.append("<w:keepNext/>")
    if look.edge:
        parts.append(
            f'<w:pBdr><w:top w:val="single" w:sz="{round(look.edge * 8)}" w:space="0" w:color="000000"/></w:pBdr>'
        )
    if look.before or look.line:
        line = f' w:line="{twips(look.line)}" w:lineRule="exact"' if look.line else ""
        parts.append(f'<w:spacing w:before="{twips(look.before)}"{line}/>')
    if look.left or look.right or look.first:
        first = (
            f' w:firstLine="{twips(look.first)}"' if look.first >= 0 else f' w:hanging="{twips(-look.first)}"'
        )
        parts.append(f'<w:ind w:left="{twips(look.left)}" w:right="{twips(look.right)}"{first}/>')
    if look.align is not None:
        parts.append(f'<w:jc w:val="{_JUSTIFY[look.align]}"/>')
    if not inside:
        size = f'<w:sz w:val="{round((look.size or 1) * 2)}"/>'
        parts.append(f"<w:rPr>{size}</w:rPr>")
    return f"<w:p><w:pPr>{''.join(parts)}{section}</w:pPr>{inside}</w:p>"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. span: columns it covers; merge: "restart" or "continue" of a cell over several rows; middle: text in its middle."""

    inside: str
    width: float
    span: int = 1
    merge: str = ""
    middle: bool = False

    def xml(self) -> str:
        """The cell as the format has it."""
        span = f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        merge = f'<w:vMerge w:val="{self.merge}"/>' if self.merge else ""
        middle = '<w:vAlign w:val="center"/>' if self.middle else ""
        width = f'<w:tcW w:w="{twips(self.width)}" w:type="dxa"/>'
        return f"<w:tc><w:tcPr>{width}{span}{merge}{middle}</w:tcPr>{self.inside}</w:tc>"


def row(cells: Iterable[Cell], *, head: bool = False, whole: bool = True) -> str:
    """A row; whole: it is not cut by a page; head: it comes again on each page."""
    uncut = "<w:cantSplit/>" if whole else ""
    again = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{uncut}{again}</w:trPr>{''.join(cell.xml() for cell in cells)}</w:tr>"


@dataclass(frozen=True, slots=True)
class Margins:
    """Room between the edge of a cell and its text."""

    top: float = 0.0
    side: float = 0.0
    bottom: float = 0.0


def table(rows: Sequence[str], widths: Sequence[float], margins: Margins, border: float = 0.0) -> str:
    """A table of fixed widths at the left margin. border: weight of its lines, 0: none."""
    edges = ""
    if border:
        names = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = (
            f'<w:{name} w:val="single" w:sz="{round(border * 8)}" w:space="0" w:color="000000"/>'
            for name in names
        )
        edges = f"<w:tblBorders>{''.join(lines)}</w:tblBorders>"
    sides = (
        ("top", margins.top),
        ("left", margins.side),
        ("bottom", margins.bottom),
        ("right", margins.side),
    )
    room = "".join(f'<w:{name} w:w="{twips(width)}" w:type="dxa"/>' for name, width in sides)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>{edges}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{room}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def body(parts: Iterable[str]) -> str:
    """A whole body, ready to be parsed."""
    return f'<w:body xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONS}">{"".join(parts)}</w:body>'
