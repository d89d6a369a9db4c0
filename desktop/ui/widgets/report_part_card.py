"""One part of a report: its live words, or what the officer wrote in their place, with what is new since."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.documents.report_part import ShownPart, as_typed
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.parts import button, framed, label, row

_EDGES = 18


class ReportPartCard(QWidget):
    """told: the new words of the part; reset: back to the live ones; kept: the edited ones stay though figures changed."""

    told = Signal(str, str)
    reset = Signal(str)
    kept = Signal(str)

    def __init__(self, shown: ShownPart, *, is_sent: bool) -> None:
        super().__init__()
        self.key, self.shown, self.is_sent = shown.part.key, shown, is_sent
        self.is_told = False
        self._words = as_typed(shown.words)
        self.setObjectName(f"reportPart_{self.key}")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.edit = QPlainTextEdit(self._words)
        self.edit.setObjectName(f"reportWords_{self.key}")
        self.edit.setAccessibleName(shown.part.title)
        self.edit.setReadOnly(is_sent)
        self.edit.setTabChangesFocus(True)
        self.edit.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.edit.setPlaceholderText("(không in phần này)")
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.installEventFilter(self)
        self.edit.document().contentsChanged.connect(self._fit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        head = row(space=8)
        head.addWidget(ElidedLabel(shown.part.title, "caption"), 1)
        if shown.edit is not None:
            head.addWidget(label("đã sửa", "badge"))
            if not is_sent:
                head.addWidget(button("Về số liệu", "reportReset", self._on_reset, role="link"))
        layout.addLayout(head)
        layout.addWidget(self.edit)
        if shown.is_stale and not is_sent:
            layout.addWidget(self._new_words(shown))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What was typed is kept when the field is left or Ctrl+Enter pressed; Esc takes it back."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        elif event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._fit)  # the lines are broken anew behind this event
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.edit.setPlainText(self._words)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (
                event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                self.keep()
                return True
        return super().eventFilter(watched, event)

    def keep(self) -> None:
        """Tell the words if they are others than were shown."""
        words = self.edit.toPlainText()
        if words.strip() != self._words.strip() and not self.edit.isReadOnly():
            self._words, self.is_told = words, True
            self.told.emit(self.key, words)

    def _new_words(self, shown: ShownPart) -> QWidget:
        words = as_typed(shown.part.live) or "(không còn gì để nói)"
        box = QVBoxLayout()
        box.setContentsMargins(10, 8, 10, 8)
        box.setSpacing(4)
        box.addWidget(label("Số liệu đã đổi từ khi sửa. Nay là:", "warning"))
        box.addWidget(label(words, "muted", wraps=True))
        take = button("Lấy số liệu mới", "reportTakeNew", self._on_reset)
        keep = button("Giữ lời đã sửa", "reportKeep", lambda: self.kept.emit(self.key), role="quiet")
        box.addLayout(row(take, keep, None))
        return framed(box, "reportStale", "alert")

    def _on_reset(self) -> None:
        self._words = self.edit.toPlainText()
        self.reset.emit(self.key)

    def _fit(self) -> None:
        """As high as its words at the width it has."""
        lines = max(1, int(self.edit.document().size().height()))
        height = self.edit.fontMetrics().lineSpacing() * lines + _EDGES
        if self.edit.height() != height:
            self.edit.setFixedHeight(height)
