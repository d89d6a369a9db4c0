"""The document as it was read, with the places that values come from marked; the one that is looked at stands out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.ui.theme import Theme

Span = tuple[int, int]


class SourceText(QTextEdit):
    """Read-only. clicked_at: place in the text of a click, so that the value read from there can be shown."""

    clicked_at = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sourceText")
        self.setAccessibleName("Văn bản chỉ đạo")
        self.setReadOnly(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setProperty("role", "paper")
        self._theme = theme
        font = QFont("Liberation Serif")
        font.setFamilies(["Times New Roman", "Liberation Serif"])
        font.setPointSizeF(12.5 * theme.scale)
        self.setFont(font)
        self.document().setDocumentMargin(24)
        self._marks: list[Span] = []
        self._now: Span | None = None

    def show_text(self, text: str, marks: Sequence[Span]) -> None:
        """Another document with its marked places."""
        self.setPlainText(text)
        spaced = QTextBlockFormat()
        spaced.setBottomMargin(5)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        self._marks, self._now = list(marks), None
        self._paint()

    def look_at(self, span: Span | None) -> None:
        """Make one place stand out and bring it into view."""
        self._now = span
        self._paint()
        if span is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(min(span[0], len(self.toPlainText())))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        view = self.cursorRect()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + view.center().y() - self.viewport().height() // 3)

    def selected_words(self) -> str:
        """The words selected with the mouse, in one line."""
        return " ".join(self.textCursor().selectedText().split())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a selection tells its place."""
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            self.clicked_at.emit(self.cursorForPosition(event.position().toPoint()).position())

    def _paint(self) -> None:
        colours = self._theme.colours
        shown = [self._selection(span, colours.mark) for span in self._marks]
        if self._now is not None:
            shown.append(self._selection(self._now, colours.mark_now))
        self.setExtraSelections(shown)

    def _selection(self, span: Span, colour: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(span[0], last))
        cursor.setPosition(min(span[1], last), QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setBackground(QColor(colour))
        form.setForeground(QColor(self._theme.colours.ink))
        made.cursor, made.format = cursor, form
        return made
