"""Fields that tell what was typed once the person leaves them or presses Enter, and that show what is kept without disturbing typing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class KeptLine(QLineEdit):
    """One line. told: the words, only when they were changed by the person."""

    told = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._kept = ""
        self.editingFinished.connect(self.finish)

    def show_value(self, words: str) -> None:
        """Show what is kept; what is being typed stays."""
        self._kept = words
        if not self.isModified() and self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)

    def finish(self) -> None:
        """Tell what was typed, if anything."""
        words = " ".join(self.text().split())
        was_typed = self.isModified()
        self.setModified(False)
        if was_typed and words != self._kept:
            self.told.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setModified(False)
            self.show_value(self._kept)
            return
        super().keyPressEvent(event)


class KeptLines(QPlainTextEdit):
    """A few lines, as they are printed. told: the lines without empty ones, only when they were changed by the person."""

    told = Signal(tuple)

    def __init__(self, name: str, lines: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._kept: tuple[str, ...] = ()
        self.ensurePolished()
        edges = self.contentsMargins().top() + self.contentsMargins().bottom()
        self.setFixedHeight(
            round(self.fontMetrics().lineSpacing() * lines + edges + 2 * self.document().documentMargin() + 8)
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines as they stand, without empty ones."""
        return tuple(line for text in self.toPlainText().splitlines() if (line := " ".join(text.split())))

    def show_value(self, lines: tuple[str, ...]) -> None:
        """Show what is kept; what is being typed stays."""
        self._kept = lines
        if not self.document().isModified() and self.lines != lines:
            self.setPlainText("\n".join(lines))
        self.document().setModified(self.document().isModified() and self.lines != lines)

    def finish(self) -> None:
        """Tell what was typed, if anything."""
        was_typed = self.document().isModified()
        self.document().setModified(False)
        if was_typed and self.lines != self._kept:
            self.told.emit(self.lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.document().setModified(False)
            self.setPlainText("\n".join(self._kept))
            self.document().setModified(False)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left: what was typed is told."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()
