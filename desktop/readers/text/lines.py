"""What the readers of text share about paragraphs: runs of words to blocks, columns made by tabs, the last cleaning.

Knows no file format. Texts before `finish` are raw: they may hold tabs and line ends.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.domain import vietnamese
from desktop.domain.draft import Problem
from desktop.readers.blocks import Block
from desktop.readers.text import cues

_SYMBOL = re.compile("[\ue000-\uf8ff]")
_BULLET = re.compile("^\\s*[\ue000-\uf8ff\u00b7\u2022\u25aa\u25cf\u25e6\u2023\u25a0\u25ba]\\s*(?=\\S)")
_DASHES = ("-", "–", "+")
_WORD = re.compile(r"\w")
_END = re.compile(r"[.;:!?]\W*$")


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one kind of letters. A line end in `text` is one that the maker set by hand."""

    text: str
    bold: bool = False
    italic: bool = False


def decomposed(texts: Iterable[str]) -> list[Problem]:
    """One problem, with the first word whose marks stand apart from their letters; none where all are composed."""
    for text in texts:
        if vietnamese.nfc(text) != text:
            word = next((word for word in text.split() if vietnamese.nfc(word) != word), text)
            return [Problem(0, None, "decomposed", vietnamese.nfc(word))]
    return []


def paragraph(spans: Sequence[Span], *, centred: bool | None, label: str = "") -> list[Block]:
    """The block or blocks of one paragraph; `label`: its automatic number as printed.

    A line end set by hand parts blocks, unless the sentence plainly goes on; the earlier block is then `broken`
    where the next may belong to it ("KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH"). An empty paragraph is a block without text.
    """
    lines = _by_line(spans)
    if label:
        lines[0].insert(0, Span(label + " "))
    found: list[Block] = []
    for line in lines:
        block = _line_block(line, centred=centred)
        if found and _goes_on(found[-1], block):
            found[-1] = _joined(found[-1], block)
        else:
            if found:
                found[-1] = replace(found[-1], broken=_may_go_on(found[-1].text, block.text))
            found.append(block)
    return found


def _by_line(spans: Iterable[Span]) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    for span in spans:
        first, *others = span.text.split("\n")
        lines[-1].append(replace(span, text=first))
        lines += [[replace(span, text=part)] for part in others]
    return lines


def _line_block(spans: Sequence[Span], *, centred: bool | None) -> Block:
    text = "".join(span.text for span in spans)
    size = sum(len(span.text.strip()) for span in spans)
    bold = sum(len(span.text.strip()) for span in spans if span.bold)
    italic = sum(len(span.text.strip()) for span in spans if span.italic)
    return Block(
        text, bold=size > 0 and bold > 0.8 * size, italic=size > 0 and italic > 0.8 * size, centred=centred
    )


def _goes_on(before: Block, after: Block) -> bool:
    start = after.text.lstrip()
    return bool(
        before.text.strip()
        and start[:1].islower()
        and not cues.MARKER.match(start)
        and not _END.search(before.text)
        and not before.centred
    )


def _may_go_on(before: str, after: str) -> bool:
    return bool(before.strip() and after.strip()) and not cues.MARKER.match(after) and not _END.search(before)


def _joined(before: Block, after: Block) -> Block:
    return replace(
        before,
        text=f"{before.text.rstrip()} {after.text.lstrip()}",
        bold=bool(before.bold and after.bold),
        italic=bool(before.italic and after.italic),
    )


def finish(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Cleaned blocks: NFC, bullets of symbol fonts as "-", blocks without a word dropped (they leave a `gap`)."""
    found: list[Block] = []
    gap, dash = False, ""
    for block in blocks:
        rows = tuple(tuple(_clean_cell(cell) for cell in row) for row in block.rows)
        text = _clean_line(block.text)
        if text in _DASHES and found:
            dash = text
            continue
        if dash and _takes_mark(block, text):
            text = f"{dash} {text}"
        elif dash:
            gap = True
        dash = ""
        if any(cell for row in rows for cell in row) or _WORD.search(text):
            found.append(
                replace(block, text="" if rows else text, rows=rows, gap=(block.gap or gap) and bool(found))
            )
            gap = False
        else:
            gap = True
    return tuple(found)


def _takes_mark(block: Block, text: str) -> bool:
    """Whether a dash alone on the line above is the mark of this one, not a rule under a heading."""
    return bool(text) and not (block.rows or block.gap or text.isupper() or cues.MARKER.match(text))


def _clean_line(text: str) -> str:
    if not text.isascii():
        text = _SYMBOL.sub(" ", _BULLET.sub("- ", text))
    return vietnamese.clean(text)


def _clean_cell(text: str) -> str:
    lines = (_clean_line(line) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
