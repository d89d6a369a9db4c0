"""The editor: a body as it looks on paper, typed into. Labels are drawn, never typed; what the program writes itself stays as it is.

The widget: events in, pictures out. The text and its history are in `manuscript`, what keys do in `keys`. It saves nothing.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from desktop.documents.body import BodyBlock
from desktop.documents.model import Style
from desktop.ui.editor import body_document, clip, editing, looks, pasting, tables
from desktop.ui.editor.body_document import Entry
from desktop.ui.editor.keys import Typist
from desktop.ui.editor.labels import Inks, Labels
from desktop.ui.editor.manuscript import Manuscript
from desktop.ui.editor.menu import context_menu
from desktop.ui.editor.roles import STYLES, Role, look_of, role_of, source_of

_NEW_TABLE = (2, 3)
_LEAST_HEIGHT = 180


class BodyEditor(QTextEdit):
    """The editor of one text.

    task_wanted: key of the task whose facts were clicked; refused: what the program writes itself was to be changed.
    """

    task_wanted = Signal(str)
    refused = Signal()

    def __init__(self, inks: Inks, text_scale: float = 1.0) -> None:
        super().__init__()
        self.setObjectName("bodyEditor")
        self.setAccessibleName("Nội dung văn bản")
        self.setProperty("role", "paper")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.manuscript = Manuscript(self.document(), self.logicalDpiY(), text_scale, inks.ink.name())
        self.typist = Typist(self, self.manuscript)
        self.typist.refused.connect(self.refused)
        self._labels = Labels(self.document(), inks)
        self.manuscript.relabelled.connect(self.viewport().update)
        self.viewport().setMouseTracking(True)

    # ---- what stands there ----

    def show_body(
        self,
        blocks: Sequence[BodyBlock],
        section: Sequence[Entry] = (),
        facts: Mapping[str, str] | None = None,
    ) -> None:
        """Show another text from its beginning. facts: key of a task → who leads it, by when."""
        self._labels.facts = facts or {}
        self.manuscript.show(blocks, section)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def renew(
        self,
        blocks: Sequence[BodyBlock],
        section: Sequence[Entry],
        facts: Mapping[str, str],
        *,
        is_own: bool = False,
    ) -> None:
        """Show the text as it has become elsewhere, the cursor where it was. is_own: the person asked for it and can undo it."""
        self._labels.facts = facts
        at, scrolled = self.textCursor().position(), self.verticalScrollBar().value()
        self.manuscript.renew(blocks, section, is_own=is_own)
        self.typist.turn(at)
        self.verticalScrollBar().setValue(scrolled)

    def show_facts(self, facts: Mapping[str, str]) -> None:
        """Who leads each task by when has changed, nothing else."""
        self._labels.facts = facts
        self.viewport().update()

    def place(self, *, joins_tasks: bool = False) -> int:
        """Index of the paragraph or table at the cursor among the blocks that are printed; -1 for none. joins_tasks: the section of tasks
        prints as one paragraph."""
        block = self.textCursor().block()
        table = self.textCursor().currentTable()
        for at, unit in body_document.printed_units(self.document(), joins_tasks=joins_tasks):
            if unit.block == block or (table is not None and unit.table == table):
                return at
        return -1

    def go_to_place(self, wanted: int, *, joins_tasks: bool = False) -> None:
        """Put the cursor into the paragraph or table of that index."""
        for at, unit in body_document.printed_units(self.document(), joins_tasks=joins_tasks):
            if at == wanted:
                self._go(unit.block)
                return

    def go_to_source(self, source: str) -> bool:
        """Put the cursor into what was made from `source` ("task:12"); whether it is there."""
        for unit in body_document.units(self.document()):
            if source_of(unit.block) == source:
                self._go(unit.block)
                return True
        return False

    def _go(self, block: QTextBlock) -> None:
        self.setTextCursor(QTextCursor(block))
        rect = self.cursorRect()
        self.verticalScrollBar().setValue(
            self.verticalScrollBar().value() + rect.top() - self.viewport().height() // 3
        )
        self.setFocus()

    # ---- commands of the bar and the menu ----

    @property
    def style_here(self) -> Style | None:
        """The rank at the cursor, None in tables and lines of the program."""
        role = role_of(self.textCursor().block())
        return STYLES[role] if role in editing.RANKED else None

    def look_here(self) -> tuple[bool, bool]:
        """(bold, italic) of the selection or of what is typed next, of itself."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return look_of(self.currentCharFormat())
        return looks.is_look_on(cursor, bold=True), looks.is_look_on(cursor, bold=False)

    def insert_table(self) -> None:
        """An empty table after the paragraph of the cursor, the cursor in its first cell."""
        cursor = self.textCursor()
        if self.isReadOnly() or not editing.may_change(cursor) or role_of(cursor.block()) in editing.PLAIN:
            self.refused.emit()
            return
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        with self.manuscript.step():
            pasting.insert(cursor, (tables.new(*_NEW_TABLE),), self.manuscript.look)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        self.setTextCursor(cursor.currentTable().firstCursorPosition())

    def change_table(self, what: str) -> None:
        """ "row_above", "row_below", "column", "no_row", "no_column", "no_table" at the cursor; nothing outside a table."""
        cursor = self.textCursor()
        table = cursor.currentTable()
        if table is None or self.isReadOnly():
            return
        cell, look = table.cellAt(cursor), self.manuscript.look
        with self.manuscript.step():
            match what:
                case "row_above" | "row_below":
                    tables.add_row(cell, table, look, below=what == "row_below")
                case "column":
                    tables.add_column(cell, table, look)
                case "no_row":
                    tables.remove_row(cell, table)
                case "no_column":
                    tables.remove_column(cell, table)
                case _:
                    tables.remove(table)

    # ---- events ----

    def event(self, event: QEvent) -> bool:
        """Keys that the window knows too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                return False
            if self.typist.takes(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that mean something here, else Qt's own."""
        if event.key() == Qt.Key.Key_Escape:
            self.focusNextChild()
        elif self.typist.press(event):
            event.accept()
        else:
            super().keyPressEvent(event)
            if event.text() == " ":
                self.typist.typed_space()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While a letter is composed nothing is changed by the program; lines of the program take no letters."""
        if not editing.may_change(self.textCursor()) and (event.preeditString() or event.commitString()):
            self.refused.emit()
            event.ignore()
            return
        self.manuscript.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words by Qt, what stands beside them by us."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        scrolled = self.verticalScrollBar().value()
        painter.translate(QPointF(0, -scrolled))
        self._labels.texts = self.manuscript.labels
        self._labels.paint(
            painter, self.manuscript.look, scrolled + event.rect().top(), scrolled + event.rect().bottom()
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is as wide as it can be, in the middle of its ground."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        page = self.manuscript.fit(room)
        side = max(0, int(room - page) // 2)
        self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        super().mouseMoveEvent(event)
        over = self._facts_at(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the facts of a task opens it."""
        key = self._facts_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else ""
        if key:
            self.task_wanted.emit(key)
        else:
            super().mousePressEvent(event)

    def _facts_at(self, place: QPointF) -> str:
        """Key of the task whose facts are there, "" for none."""
        found = self.cursorForPosition(place.toPoint()).block()
        at = place + QPointF(0, self.verticalScrollBar().value())
        for block in (found, found.previous()):  # under the words of one Qt finds the next
            is_task = block.isValid() and role_of(block) is Role.TASK
            if is_task and self._labels.facts_place(block, self.manuscript.look).contains(at):
                return source_of(block)
        return ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Our own menu, in Vietnamese."""
        menu = context_menu(self)
        menu.popup(event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        """Words of the editor itself are not dragged about in it: what the program writes would be torn."""
        if event.source() in {self, self.viewport()}:
            event.ignore()
        else:
            super().dropEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words, pages and our own blocks; files are for the window."""
        return (
            source.hasFormat(clip.BLOCKS) or source.hasHtml() or (source.hasText() and not source.hasUrls())
        )

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is selected, for ourselves and for Word."""
        # Made by Qt: the clipboard outlives Python, and would end one made by Python after it.
        data = super().createMimeDataFromSelection()
        clip.fill(data, self.textCursor(), self.manuscript.labels)
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Cleaned to blocks."""
        cursor = self.textCursor()
        if self.isReadOnly() or not editing.may_change(cursor):
            self.refused.emit()
            return
        with self.manuscript.step():
            pasting.insert(cursor, clip.blocks_in(source), self.manuscript.look)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
