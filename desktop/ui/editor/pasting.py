"""Puts blocks into the document at the cursor: words into a paragraph, paragraphs and tables between paragraphs. Cleans nothing."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from desktop.documents.body import BodyBlock, TaskPlace
from desktop.documents.model import Paragraph, Run, Style, Table
from desktop.ui.editor import editing, tables
from desktop.ui.editor.body_document import insert_runs
from desktop.ui.editor.roles import PaperLook, Role, role_of, words


def insert(cursor: QTextCursor, blocks: Sequence[BodyBlock], look: PaperLook) -> None:
    """Put blocks in place of the selection; the cursor stands after them. Where only words can stand they come as words."""
    wanted = [block for block in blocks if not isinstance(block, TaskPlace)]
    if not wanted:
        return
    if cursor.hasSelection():
        editing.remove_selection(cursor, look)
    role, first = role_of(cursor.block()), wanted[0]
    if role in editing.PLAIN:
        line, cell = ("\n", "\t") if role in editing.IN_TABLE else (" ", " ")
        cursor.insertText(_plain(wanted, line, cell), words(role))
    elif (
        len(wanted) == 1
        and isinstance(first, Paragraph)
        and (cursor.block().text() or first.style is Style.BODY)
    ):
        insert_runs(cursor, role, first.runs)
    else:
        _insert_between(cursor, wanted, look)


def _plain(blocks: Sequence[BodyBlock], line: str, cell: str) -> str:
    texts = []
    for block in blocks:
        if isinstance(block, Table):
            texts += [cell.join(row) for row in block.rows]
        elif isinstance(block, Paragraph):
            texts.append(block.text)
    return line.join(texts)


def _insert_between(cursor: QTextCursor, blocks: Sequence[BodyBlock], look: PaperLook) -> None:
    """The first paragraph goes on where the cursor is if words stand before it; what stood behind the cursor is a paragraph of its own
    after the last."""
    role, goes_on = role_of(cursor.block()), not cursor.atBlockStart()
    if not cursor.atBlockEnd():
        cursor.insertBlock(look.block(role), words(role))
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    is_free = not goes_on
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            is_free = _insert_table(cursor, block, look, is_free=is_free)
        elif isinstance(block, Paragraph) and at == 0 and goes_on:
            insert_runs(cursor, role, block.runs)
        elif isinstance(block, Paragraph):
            _insert_paragraph(cursor, Role(block.style.value), block.runs, look, is_free=is_free)
            is_free = False


def _insert_paragraph(
    cursor: QTextCursor, role: Role, runs: Sequence[Run], look: PaperLook, *, is_free: bool
) -> None:
    if is_free:
        cursor.setBlockFormat(look.block(role))
        cursor.setBlockCharFormat(words(role))
    else:
        cursor.insertBlock(look.block(role), words(role))
    insert_runs(cursor, role, runs)


def _insert_table(cursor: QTextCursor, table: Table, look: PaperLook, *, is_free: bool) -> bool:
    """Gives whether the block at the cursor may take what comes next: the one after the table is no paragraph yet."""
    if not tables.is_shown(table):
        return is_free
    if table.caption:
        _insert_paragraph(cursor, Role.CAPTION, (Run(table.caption),), look, is_free=is_free)
    elif is_free:
        cursor.setBlockFormat(look.block(Role.FILLER))
    tables.insert(cursor, table, look)
    cursor.setBlockFormat(look.block(Role.FILLER))
    cursor.setBlockCharFormat(words(Role.BODY))
    return True
