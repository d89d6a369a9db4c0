"""The one shape in which the text of any document arrives: blocks in reading order. Knows no file format and no meaning."""

from dataclasses import dataclass

from desktop.domain.draft import Problem
from desktop.domain.page_look import PageLook


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a line of print, or a table.

    text: NFC, trimmed, without its line ends; for a table "".
    broken: True for a line of print (.txt, .pdf) that the next block may continue in mid-sentence;
        False for a whole paragraph as its maker cut it (.docx, .html).
    gap: an empty line, or clearly more than the usual space, stands before it.
    bold, italic, centred: None where the format does not tell.
    rows: cells of a real table, row by row, every row as long as the widest (merged cells repeat "" after the
        first). Paragraphs inside a cell are parted by a line feed. The two-column head and the signature block
        that offices lay out with tables are NOT tables: they come as paragraphs, left column first.
    """

    text: str
    broken: bool = False
    gap: bool = False
    bold: bool | None = None
    italic: bool | None = None
    centred: bool | None = None
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A document read as text. `problems`: what the person must know ("tracked_changes", "comments_left_out" ...);
    `look`: page and letters, of a .docx only."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
    look: PageLook | None = None
