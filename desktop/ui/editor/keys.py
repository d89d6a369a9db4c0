"""What the keys do in the editor: paragraphs, ranks, looks, undoing. Keys it does not know are Qt's. Rewrites nothing while a letter
is being composed."""

from itertools import count

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.documents.model import Style
from desktop.ui.editor import editing, looks, tables
from desktop.ui.editor.manuscript import Manuscript
from desktop.ui.editor.roles import Role, look_of, role_of, words

RANK_KEYS = {
    Qt.Key.Key_0: Style.BODY,
    Qt.Key.Key_1: Style.SECTION,
    Qt.Key.Key_2: Style.CLAUSE,
    Qt.Key.Key_3: Style.POINT,
    Qt.Key.Key_4: Style.DASH,
    Qt.Key.Key_5: Style.PLUS,
    Qt.Key.Key_6: Style.NUMBERED,
    Qt.Key.Key_7: Style.BASIS,
}
"""With Ctrl+Alt, as headings in Word."""
_REMOVING = (
    QKeySequence.StandardKey.Delete,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfLine,
    QKeySequence.StandardKey.DeleteCompleteLine,
    QKeySequence.StandardKey.Backspace,
)
_OURS = frozenset({Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_B, Qt.Key.Key_I})
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Typist(QObject):
    """Types into one manuscript through one widget. refused: what the program writes itself was to be changed."""

    refused = Signal()

    def __init__(self, view: QTextEdit, manuscript: Manuscript) -> None:
        super().__init__(view)
        self._view, self._manuscript, self._new = view, manuscript, count(1)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key asks for; False: it is Qt's."""
        key, modifiers = event.key(), event.modifiers()
        if self._view.isReadOnly():
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            self.turn(self._manuscript.undo())
        elif event.matches(QKeySequence.StandardKey.Redo) or (
            key == Qt.Key.Key_Z and modifiers == _CTRL | _SHIFT
        ):
            self.turn(self._manuscript.redo())
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif modifiers == _CTRL | _ALT and key in RANK_KEYS:
            self.rank(RANK_KEYS[Qt.Key(key)])
        elif modifiers == _CTRL and key in {Qt.Key.Key_B, Qt.Key.Key_I}:
            self.look(bold=key == Qt.Key.Key_B)
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and not modifiers & (_CTRL | _ALT):
            self._tab(inwards=key == Qt.Key.Key_Tab)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not modifiers & (_CTRL | _ALT):
            self._enter()
        else:
            return self._removes(event) or self._types(event)
        return True

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key that the window knows too means something here first: Ctrl+Z takes back what was typed, Ctrl+K searches."""
        control = event.modifiers() & ~_SHIFT == _CTRL
        if event.modifiers() == _CTRL | _ALT:
            return event.key() in RANK_KEYS
        return control and not self._view.isReadOnly() and event.key() in _OURS

    # ---- commands, also of the bar over the text ----

    def rank(self, style: Style) -> None:
        """Give the paragraphs of the selection that rank."""
        if self._may():
            with self._manuscript.step():
                editing.rerank(self._view.textCursor(), style, self._manuscript.look)
            self._restore_typing_look()

    def shift(self, *, inwards: bool) -> None:
        """One rank further in or out."""
        if self._may():
            with self._manuscript.step():
                editing.shift(self._view.textCursor(), self._manuscript.look, inwards=inwards)
            self._restore_typing_look()

    def look(self, *, bold: bool) -> None:
        """Bold (else: italic) on or off, for the selection or for what is typed next."""
        cursor = self._view.textCursor()
        if not self._may() or not looks.can_look(cursor, bold=bold):
            return
        if cursor.hasSelection():
            with self._manuscript.step():
                looks.toggle_look(cursor, bold=bold)
            return
        has_bold, has_italic = look_of(self._view.currentCharFormat())
        now = (not has_bold, has_italic) if bold else (has_bold, not has_italic)
        self._view.setCurrentCharFormat(words(role_of(cursor.block()), bold=now[0], italic=now[1]))

    def cut(self) -> None:
        """The selection to the clipboard, if it may go."""
        cursor = self._view.textCursor()
        if cursor.hasSelection() and self._may():
            self._view.copy()
            with self._manuscript.step():
                editing.remove_selection(cursor, self._manuscript.look)
            self._view.setTextCursor(cursor)

    def turn(self, at: int | None) -> None:
        """Put the cursor where the history has gone to."""
        if at is not None:
            cursor = self._view.textCursor()
            cursor.setPosition(min(at, self._view.document().characterCount() - 1))
            self._view.setTextCursor(cursor)
            self._view.ensureCursorVisible()

    # ---- keys ----

    def _may(self) -> bool:
        if self._view.isReadOnly():
            return False
        if editing.may_change(self._view.textCursor()):
            return True
        self.refused.emit()
        return False

    def _enter(self) -> None:
        if not self._may():
            return
        cursor = self._view.textCursor()
        with self._manuscript.changing():
            if cursor.hasSelection():
                editing.remove_selection(cursor, self._manuscript.look)
            done = editing.enter(cursor, self._manuscript.look, f"new:{next(self._new)}")
        self._after(cursor, done=done)

    def _tab(self, *, inwards: bool) -> None:
        cursor = self._view.textCursor()
        table = cursor.currentTable()
        if table is None:
            self.shift(inwards=inwards)
            return
        at = table.cellAt(cursor)
        if inwards and (at.row() + at.rowSpan(), at.column() + at.columnSpan()) == (
            table.rows(),
            table.columns(),
        ):
            with self._manuscript.step():
                tables.add_row(at, table, self._manuscript.look, below=True)
        move = QTextCursor.MoveOperation.NextCell if inwards else QTextCursor.MoveOperation.PreviousCell
        cursor.movePosition(move)
        self._view.setTextCursor(cursor)

    def _removes(self, event: QKeyEvent) -> bool:
        """Backspace and Delete in all their kinds; True: done, or refused."""
        key = event.key()
        back = key == Qt.Key.Key_Backspace
        if not (back or any(event.matches(kind) for kind in _REMOVING)):
            return False
        if not self._may():
            return True
        cursor = self._view.textCursor()
        if cursor.hasSelection():
            with self._manuscript.changing():
                editing.remove_selection(cursor, self._manuscript.look)
            self._after(cursor, done=True)
            return True
        at_edge = cursor.atBlockStart() if back else cursor.atBlockEnd()
        if not at_edge or _is_inside_cell(cursor, back=back):
            return False
        with self._manuscript.changing():
            act = editing.backspace if back else editing.delete
            done = act(cursor, self._manuscript.look)
        self._after(cursor, done=done)
        return True

    def _types(self, event: QKeyEvent) -> bool:
        """Letters: only where they may stand, in place of a selection as one paragraph."""
        text = event.text()
        if not (text and text.isprintable()) or (event.modifiers() & _CTRL and not event.modifiers() & _ALT):
            return False
        if not self._may():
            return True
        cursor = self._view.textCursor()
        if cursor.hasSelection() and len(list(editing.blocks_of(cursor))) > 1:
            with self._manuscript.changing():
                editing.remove_selection(cursor, self._manuscript.look)
            self._view.setTextCursor(cursor)
        return False

    def typed_space(self) -> None:
        """A space was typed: a label before it becomes a rank, as a step that can be taken back alone."""
        cursor = self._view.textCursor()
        if self._manuscript.is_composing or not editing.is_label(cursor):
            return
        with self._manuscript.step():
            editing.label_to_rank(cursor, self._manuscript.look)
        self._view.setTextCursor(cursor)

    def _after(self, cursor: QTextCursor, *, done: bool) -> None:
        self._view.setTextCursor(cursor)
        self._view.ensureCursorVisible()
        if done:
            self._manuscript.touch()
        else:
            self.refused.emit()

    def _restore_typing_look(self) -> None:
        """Words typed next have the look of their new rank."""
        cursor = self._view.textCursor()
        if not cursor.hasSelection() and not cursor.block().text():
            self._view.setCurrentCharFormat(words(role_of(cursor.block())))


def _is_inside_cell(cursor: QTextCursor, *, back: bool) -> bool:
    """Whether more of the same cell stands before (behind) the paragraph, so that Qt joins the two."""
    if role_of(cursor.block()) not in {Role.CELL, Role.HEAD}:
        return False
    cell = cursor.currentTable().cellAt(cursor)
    edge = cell.firstCursorPosition() if back else cell.lastCursorPosition()
    return edge.position() != cursor.position()
