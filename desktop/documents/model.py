"""The neutral document: what a paper says and how its parts are ranked. No fonts, no millimetres, no file formats.

One `Document` is written to PDF, DOCX and text by a writer each; the legal form (sizes, spaces, places) is data in
`data/forms/nd30.toml`, read by `documents.form`. Names in brackets are the component numbers of Nghị định 30/2020, Phụ lục I.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.paper_choice import PaperChoice


class DocumentKind(StrEnum):
    """Kinds of papers this program writes; the value is the abbreviation in the symbol, "" where there is none."""

    PLAN = "KH"
    REPORT = "BC"
    LETTER = ""
    SLIP = "PGV"
    INVITATION = "GM"
    MINUTES = "BB"
    INTERNAL = "NB"  # registers, sheets and tables for the office's own use: no number is printed, tables are set smaller


class Style(StrEnum):
    """The rank of a paragraph. Labels ("I.", "1.", "a)", "-") are given by `documents.numbering`, never typed."""

    BASIS = "basis"  # căn cứ, italic [6a]
    BODY = "body"  # running text [6b]
    SECTION = "section"  # "I. TIÊU ĐỀ" [6j]
    CLAUSE = "clause"  # "1. ..." with a title, bold on its own line [6h]
    POINT = "point"  # "a) ..." [6i]
    NUMBERED = "numbered"  # "1. ..." in running text
    DASH = "dash"  # "- ..."
    PLUS = "plus"  # "+ ..."


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its rank and its runs. source: what it was made from ("task:12"), for editing and jumping, never printed."""

    style: Style
    runs: tuple[Run, ...]
    source: str = ""

    @property
    def text(self) -> str:
        """The words without their look."""
        return "".join(run.text for run in self.runs)


class Align(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. titles: one for each head row (a title repeated side by side spans its columns,
    an empty one below joins with the one above); width: share of the whole, relative to the other columns."""

    titles: tuple[str, ...]
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table. rows: cells as long as `columns`; groups: row indices that are one bold cell over the whole width
    (its text in the first cell); total: the last row is a sum, bold; caption: a line above it, "" for none."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    groups: frozenset[int] = frozenset()
    total: bool = False
    caption: str = ""


class Tone(StrEnum):
    """How a part of a bar is filled; the four are told apart without colour too."""

    SOLID = "solid"  # dark
    MIDDLE = "middle"
    HATCHED = "hatched"  # for what is late, and nothing else
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of every bar stands for."""

    name: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar. values: one whole number for each part, from 0; ends: texts that stand after it, one for each column there;
    strong: set apart from the others, as a total."""

    name: str
    values: tuple[int, ...]
    ends: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class BarChart:
    """Lying bars, each as long as the others and parted by shares of its own sum. end_title: over the texts after the bars;
    note: a line under it, "" for none."""

    caption: str
    parts: tuple[Part, ...]
    bars: tuple[Bar, ...]
    end_title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """A count that goes on from day to day. values: one for each day of its chart; dashed: a mark to be measured by, not a fact."""

    name: str
    values: tuple[int, ...]
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class CourseChart:
    """Counts over time, out of a whole. days: ascending, at least two; whole: from 1, `whole_name` says what it is;
    share_name: name of the row that gives the last curve in percent of the whole."""

    caption: str
    days: tuple[dt.date, ...]
    curves: tuple[Curve, ...]
    whole: int
    whole_name: str
    share_name: str


Chart = BarChart | CourseChart
Block = Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a paper. superior [2a], issuer [2b]: printed lines in capitals; number None: a blank of writing width [3];
    symbol: "KH-UBND"; place; day, month, year None: blanks [4]; choice: how the office wants its papers within the decree."""

    issuer: tuple[str, ...]
    symbol: str
    place: str
    superior: tuple[str, ...] = ()
    number: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    choice: PaperChoice = field(default_factory=PaperChoice)


@dataclass(frozen=True, slots=True)
class Signature:
    """The signing block [7a, 7b]. lines: capacity and office from top to bottom ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH"); name: "" prints as room for it; above_name: another office of the signer, if any."""

    lines: tuple[str, ...]
    name: str = ""
    above_name: str = ""


@dataclass(frozen=True, slots=True)
class Appendix:
    """A phụ lục [15-17]: numbered in Roman only when there are two or more; pages numbered on their own; landscape for wide tables."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper.

    title: the printed type ("KẾ HOẠCH", "BÁO CÁO"), "" for a công văn; subject: trích yếu without "V/v" [5a, 5b];
    addressees: Kính gửi [9a]; blocks: bases and body, the last paragraph ends with "./." (added by the builder);
    recipients: Nơi nhận without dashes and stops, the last one "Lưu: ..." [9b]; landscape: the main text lies on its side, for
    registers, whose tables are wide [I.I.1]; parties: two who sign side by side over the foot, as in minutes [mẫu 1.9].
    """

    kind: DocumentKind
    head: Head
    subject: str
    blocks: tuple[Block, ...]
    signature: Signature
    recipients: tuple[str, ...]
    title: str = ""
    addressees: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = field(default=())
    landscape: bool = False
    parties: tuple[Signature, ...] = ()

    @property
    def has_small_tables(self) -> bool:
        """Whether tables of the main text are set in the size of appendices: in papers for the office's own use."""
        return self.kind is DocumentKind.INTERNAL


def plain(text: str) -> tuple[Run, ...]:
    """One run of ordinary look."""
    return (Run(text),)


def paragraph(style: Style, text: str, source: str = "") -> Paragraph:
    """A paragraph of one look."""
    return Paragraph(style, plain(text), source)
