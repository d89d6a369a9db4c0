"""What is selected in the editor as the clipboard takes it: our own blocks, HTML for Word, plain lines with labels. Changes nothing."""

import html
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor

from desktop.documents.body import Body, BodyBlock, from_json, to_json
from desktop.documents.model import Paragraph, Run, Style, Table
from desktop.errors import DataError
from desktop.ui.editor import paste, tables
from desktop.ui.editor.body_document import joined, paragraph_of
from desktop.ui.editor.editing import IN_TABLE, blocks_of
from desktop.ui.editor.roles import Role, role_of

BLOCKS = "application/x-sokehoach-blocks"
_MOST = 4_000_000
"""Letters of a clipboard that are looked at: more than a plan of a thousand pages."""


def fill(data: QMimeData, cursor: QTextCursor, labels: Sequence[str]) -> None:
    """Put what is selected into `data`, in place of what Qt has put there. labels: of the blocks of Qt, as they are drawn."""
    blocks = selected(cursor)
    marks = [labels[block.blockNumber()] for block in _paragraphs(cursor)]
    first = cursor.document().findBlock(cursor.selectionStart())
    if marks and first.position() != cursor.selectionStart():
        marks[0] = ""  # words from inside a paragraph
    data.html()  # Qt fills it at the first question only
    for known in data.formats():
        data.removeFormat(known)
    data.setData(BLOCKS, to_json(Body(blocks)).encode())
    data.setText("\n".join(_lines(blocks, marks)))
    data.setHtml("".join(_html(blocks, marks)))


def selected(cursor: QTextCursor) -> tuple[BodyBlock, ...]:
    """The paragraphs and tables of the selection; words of a task, and of cells of one table, are plain paragraphs."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    inside = cursor.currentTable()
    out: list[BodyBlock] = []
    seen = None
    for block in blocks_of(cursor):
        role = role_of(block)
        table = QTextCursor(block).currentTable() if role in IN_TABLE else None
        if table is not None and table != inside:
            if table != seen:
                out.append(tables.read(table, ""))
            seen = table
        elif role is not Role.FILLER or block.text():
            out.append(_cut(block, first, last))
    return tuple(out)


def _paragraphs(cursor: QTextCursor) -> list[QTextBlock]:
    inside = cursor.currentTable()
    return [
        block
        for block in blocks_of(cursor)
        if (role_of(block) not in IN_TABLE or inside is not None)
        and (role_of(block) is not Role.FILLER or block.text())
    ]


def _cut(block: QTextBlock, first: int, last: int) -> Paragraph:
    """The part of a paragraph between two places of the document."""
    whole = paragraph_of(block)
    start, end = max(0, first - block.position()), min(len(whole.text), last - block.position())
    runs, at = [], 0
    for run in whole.runs:
        runs.append(replace(run, text=run.text[max(0, start - at) : max(0, end - at)]))
        at += len(run.text)
    return Paragraph(whole.style, joined(runs))


def blocks_in(data: QMimeData) -> tuple[BodyBlock, ...]:
    """What of the clipboard can stand in a plan: our own blocks, else the page cleaned, else the lines."""
    if data.hasFormat(BLOCKS):
        try:
            return from_json(bytes(data.data(BLOCKS).data()).decode()).blocks
        except (DataError, UnicodeDecodeError):
            pass
    if data.hasHtml() and (blocks := paste.from_html(data.html()[:_MOST])):
        return blocks
    return paste.from_text(data.text()[:_MOST])


def _lines(blocks: Sequence[BodyBlock], marks: list[str]) -> list[str]:
    out, left = [], list(marks)
    for block in blocks:
        if isinstance(block, Table):
            out += ["\t".join(row) for row in _rows(block)]
        elif isinstance(block, Paragraph):
            label = left.pop(0) if left else ""
            out.append(f"{label} {block.text}" if label else block.text)
    return out


def _html(blocks: Sequence[BodyBlock], marks: list[str]) -> list[str]:
    out, left = ['<meta charset="utf-8">'], list(marks)
    for block in blocks:
        if isinstance(block, Table):
            rows = ("".join(f"<td>{html.escape(text)}</td>" for text in row) for row in _rows(block))
            out.append('<table border="1">' + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif isinstance(block, Paragraph):
            label = left.pop(0) if left else ""
            runs = (Run(f"{label} "), *block.runs) if label else block.runs
            out.append("<p>" + "".join(_look(run, block.style) for run in runs) + "</p>")
    return out


def _look(run: Run, style: Style) -> str:
    text = html.escape(run.text).replace("\n", "<br>")
    if run.bold or style in {Style.SECTION, Style.CLAUSE}:
        text = f"<b>{text}</b>"
    return f"<i>{text}</i>" if run.italic or style is Style.BASIS else text


def _rows(table: Table) -> list[tuple[str, ...]]:
    depth = max((len(column.titles) for column in table.columns), default=0)
    heads = [tuple((*column.titles, *("",) * depth)[at] for column in table.columns) for at in range(depth)]
    return [*heads, *table.rows]
