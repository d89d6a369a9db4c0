"""Changes of the document of the editor by paragraphs: ranks, splitting, joining, looks. What the program writes itself stays whole.

Every function takes a cursor of the document and leaves it where the person would go on typing. Labels are drawn anew by the caller.
"""

from collections.abc import Collection, Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from desktop.documents.model import Run, Style
from desktop.ui.editor import ranks
from desktop.ui.editor.body_document import EMPTY_SECTION, insert_runs
from desktop.ui.editor.roles import (
    SECTION_OF_TASKS,
    STYLES,
    WRITTEN_BY_PROGRAM,
    PaperLook,
    Role,
    look_of,
    role_of,
    source_of,
    words,
)

IN_TABLE = frozenset({Role.CELL, Role.HEAD})
PLAIN = frozenset({*IN_TABLE, *SECTION_OF_TASKS, Role.CAPTION})
"""Roles whose words are kept without bold and italic."""
RANKED = frozenset(Role(style.value) for style in Style)
"""Paragraphs that a person ranks."""

_KEEP = QTextCursor.MoveMode.KeepAnchor
_LONGEST_LABEL = len("XVIII. ")


def blocks_of(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The blocks that the selection touches, the cursor's own where nothing is selected."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def may_change(cursor: QTextCursor) -> bool:
    """Whether what is selected, or what is typed at the cursor, is the person's own: one task's words, or no line of the program."""
    roles = [role_of(block) for block in blocks_of(cursor)]
    if len(roles) == 1:
        return roles[0] not in WRITTEN_BY_PROGRAM
    return SECTION_OF_TASKS.isdisjoint(roles)


def set_role(block: QTextBlock, role: Role, look: PaperLook) -> None:
    """Give a paragraph a rank; its words keep their own looks."""
    cursor = QTextCursor(block)
    cursor.setBlockFormat(look.block(role, source=source_of(block)))
    cursor.setBlockCharFormat(words(role))
    restyle(block)


def restyle(block: QTextBlock) -> None:
    """Show every word of a paragraph as its rank and its own look want it."""
    role = role_of(block)
    if role in IN_TABLE:
        return
    wanted = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        format_ = fragment.charFormat()
        bold, italic = (False, False) if role in PLAIN else look_of(format_)
        seen = words(role, bold=bold, italic=italic)
        if format_ != seen:
            wanted.append((fragment.position(), fragment.length(), seen))
        at += 1
    cursor = QTextCursor(block)
    for start, length, seen in wanted:
        cursor.setPosition(start)
        cursor.setPosition(start + length, _KEEP)
        cursor.setCharFormat(seen)


def rerank(cursor: QTextCursor, style: Style, look: PaperLook) -> None:
    """Give every paragraph of the selection that rank; tables and tasks stay."""
    for block in list(blocks_of(cursor)):
        if role_of(block) in RANKED | {Role.FILLER}:
            set_role(block, Role(style.value), look)


def shift(cursor: QTextCursor, look: PaperLook, *, inwards: bool) -> None:
    """One rank further in or out for every paragraph of the selection."""
    for block in list(blocks_of(cursor)):
        role = role_of(block)
        if role in RANKED:
            style = STYLES[role]
            wanted = ranks.deeper(style) if inwards else ranks.outer(style, _above(block))
            set_role(block, Role(wanted.value), look)


def _above(block: QTextBlock) -> Iterator[Style]:
    block = block.previous()
    while block.isValid():
        if style := STYLES.get(role_of(block)):
            yield style
        block = block.previous()


def remove_selection(cursor: QTextCursor, look: PaperLook) -> None:
    """Take the selected words away; what is left is one paragraph of the rank of the first."""
    first = cursor.document().findBlock(cursor.selectionStart())
    last = cursor.document().findBlock(cursor.selectionEnd())
    role, source = role_of(first), source_of(first)
    in_table = IN_TABLE & {role, role_of(last)}
    cursor.removeSelectedText()
    if first != last and not in_table:
        _be(cursor.block(), role if role in RANKED else Role.BODY, source, look)


def _be(block: QTextBlock, role: Role, source: str, look: PaperLook) -> None:
    cursor = QTextCursor(block)
    cursor.setBlockFormat(look.block(role, source=source))
    cursor.setBlockCharFormat(words(role))
    restyle(block)


def enter(cursor: QTextCursor, look: PaperLook, new_task: str) -> bool:
    """Begin a new paragraph, or step out of a list whose line has no words. new_task: key of the task that begins where the cursor is in
    one. Whether anything came of it."""
    block = cursor.block()
    role = role_of(block)
    if role in IN_TABLE:
        cursor.insertBlock()
        return True
    if role in WRITTEN_BY_PROGRAM or role is Role.CAPTION:
        return False
    if role is Role.FILLER:
        set_role(block, Role.BODY, look)
        return True
    if role is Role.TASK:
        return _enter_in_task(cursor, look, new_task)
    style = STYLES[role]
    if not block.text() and style is not Style.BODY:
        set_role(block, Role(ranks.stepped_out(style).value), look)
        return True
    at_start, at_end = cursor.atBlockStart(), cursor.atBlockEnd()
    following = Role(ranks.after_enter(style).value) if at_end else role
    moves = at_start and not at_end  # the words move down with their rank, over them stands an empty line
    cursor.insertBlock(look.block(following, source=source_of(block) if moves else ""), words(following))
    if moves:
        _be(cursor.block().previous(), Role(ranks.after_enter(style).value), "", look)
    restyle(cursor.block())
    return True


def _enter_in_task(cursor: QTextCursor, look: PaperLook, new_task: str) -> bool:
    block = cursor.block()
    if not block.text():
        if _is(block.next(), SECTION_OF_TASKS):
            return False
        remove_task(cursor, look, after=True)
        return True
    cursor.insertBlock(look.block(Role.TASK, source=new_task), words(Role.TASK))
    return True


def backspace(cursor: QTextCursor, look: PaperLook) -> bool:
    """Backspace at the beginning of a paragraph. Whether anything came of it."""
    block = cursor.block()
    role, before = role_of(block), block.previous()
    if role is Role.TASK and not block.text():
        remove_task(cursor, look, after=False)
        return True
    if role in RANKED and role is not Role.BODY:
        set_role(block, Role(ranks.stepped_out(STYLES[role]).value), look)
        return True
    return join(cursor, before, block, look) if before.isValid() else False


def delete(cursor: QTextCursor, look: PaperLook) -> bool:
    """Delete at the end of a paragraph. Whether anything came of it."""
    block = cursor.block()
    return join(cursor, block, block.next(), look) if block.next().isValid() else False


def join(cursor: QTextCursor, first: QTextBlock, second: QTextBlock, look: PaperLook) -> bool:
    """Make two paragraphs one of the rank of the first that has words; tables, tasks and what is round them do not join."""
    roles = {role_of(first), role_of(second)}
    if not roles <= RANKED:
        return False
    keeps = first if first.text() else second
    role, source = role_of(keeps), source_of(keeps)
    cursor.setPosition(first.position() + first.length() - 1)
    cursor.deleteChar()
    at = cursor.position()
    _be(cursor.block(), role, source, look)
    cursor.setPosition(at)
    return True


def remove_task(cursor: QTextCursor, look: PaperLook, *, after: bool) -> None:
    """Take a task without words out of the section, with the line of its units where it was their last. after: a paragraph of running
    text stands in its place (Enter at the end of the section); else the cursor goes to the end of what stands before."""
    block = cursor.block()
    leads, following = block.previous(), block.next()
    is_alone = role_of(leads) is Role.LEADS and not _is(following, {Role.TASK})
    if is_alone and not _is(leads.previous(), SECTION_OF_TASKS) and not _is(following, SECTION_OF_TASKS):
        _take_out(leads)
        _be(block, Role.PLACE, "tasks", look)
        insert_runs(cursor, Role.PLACE, (Run(EMPTY_SECTION),))
        if after:
            cursor.insertBlock(look.block(Role.BODY), words(Role.BODY))
        return
    if is_alone:
        _take_out(leads)
    if after or _is(following, IN_TABLE):
        _be(block, Role.BODY if after else Role.FILLER, "", look)
        return
    before = block.previous()
    _take_out(block)
    cursor.setPosition(before.position() + before.length() - 1)


def _is(block: QTextBlock, roles: Collection[Role]) -> bool:
    return block.isValid() and role_of(block) in roles


def _take_out(block: QTextBlock) -> None:
    """Remove a block with its end; the one after it, or before it, keeps its format."""
    before, following = block.previous(), block.next()
    stays = following if following.isValid() else before
    format_, plain = stays.blockFormat(), stays.charFormat()
    whole = QTextCursor(block)
    if following.isValid():
        whole.setPosition(following.position(), _KEEP)
    else:
        whole.setPosition(before.position() + before.length() - 1)
        whole.setPosition(block.position() + block.length() - 1, _KEEP)
    whole.removeSelectedText()
    whole.setBlockFormat(format_)
    whole.setBlockCharFormat(plain)


def is_label(cursor: QTextCursor) -> bool:
    """Whether all that stands before the cursor in running text is a label and a space: "- ", "1. ", "a) "."""
    return _typed_rank(cursor) is not None


def label_to_rank(cursor: QTextCursor, look: PaperLook) -> None:
    """The label before the cursor goes, the paragraph gets the rank it means. See `is_label`."""
    style = _typed_rank(cursor)
    if style is not None:
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, _KEEP)
        cursor.removeSelectedText()
        set_role(cursor.block(), Role(style.value), look)


def _typed_rank(cursor: QTextCursor) -> Style | None:
    at = cursor.positionInBlock()
    if at > _LONGEST_LABEL:
        return None
    before = cursor.block().text()[:at]
    is_text = role_of(cursor.block()) in {Role.BODY, Role.FILLER}
    return ranks.typed(before[:-1]) if is_text and before.endswith(" ") else None
