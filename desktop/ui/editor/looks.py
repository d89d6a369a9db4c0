"""Bold and italic of the words of a selection, so far as their rank leaves it to the person. Sets no rank."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCharFormat, QTextCursor

from desktop.ui.editor.editing import PLAIN, blocks_of
from desktop.ui.editor.roles import ALWAYS_BOLD, ALWAYS_ITALIC, Role, look_of, role_of, words


def is_look_on(cursor: QTextCursor, *, bold: bool) -> bool:
    """Whether all of the selection, or what is typed next, is bold (else: italic) by itself."""
    if not cursor.hasSelection():
        return look_of(cursor.charFormat())[0 if bold else 1]
    return all(look_of(format_)[0 if bold else 1] for _, _, format_, _ in _pieces(cursor))


def toggle_look(cursor: QTextCursor, *, bold: bool) -> None:
    """Bold (else: italic) on or off for the selected words; where the rank says it already nothing changes."""
    wanted = not is_look_on(cursor, bold=bold)
    for start, end, format_, role in list(_pieces(cursor)):
        was = look_of(format_)
        now = (wanted, was[1]) if bold else (was[0], wanted)
        piece = QTextCursor(cursor.document())
        piece.setPosition(start)
        piece.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        piece.setCharFormat(words(role, bold=now[0], italic=now[1]))


def can_look(cursor: QTextCursor, *, bold: bool) -> bool:
    """Whether bold (else: italic) means anything there."""
    fixed = PLAIN | (ALWAYS_BOLD if bold else ALWAYS_ITALIC)
    return any(role_of(block) not in fixed for block in blocks_of(cursor))


def _pieces(cursor: QTextCursor) -> Iterator[tuple[int, int, QTextCharFormat, Role]]:
    """(start, end, format, role) of each run in the selection that can have a look of its own."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    for block in blocks_of(cursor):
        role = role_of(block)
        at = block.begin()
        while role not in PLAIN and not at.atEnd():
            fragment = at.fragment()
            start = max(first, fragment.position())
            end = min(last, fragment.position() + fragment.length())
            if start < end:
                yield start, end, fragment.charFormat(), role
            at += 1
