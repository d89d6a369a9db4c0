"""The one row of filters under the head of a page: words, chips, lists to choose from, a count of what is left."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.ui.widgets.parts import label

PAUSE_MS = 120


class FilterBar(QWidget):
    """words_changed: the words typed, after a short pause. Chips and other widgets are put in by `add`."""

    words_changed = Signal(str)

    def __init__(self, prompt: str, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}Bar")
        self.words = QLineEdit()
        self.words.setObjectName(name)
        self.words.setAccessibleName(prompt)
        self.words.setPlaceholderText(f"{prompt}  (Ctrl+F)")
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(220)
        self.words.setMaximumWidth(320)
        self._count = label("", "muted", f"{name}Count")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self.words, 1)
        self._row.addStretch(1)
        self._row.addWidget(self._count)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.words_changed.emit(self.words.text().strip()))
        self.words.textChanged.connect(lambda _: self._pause.start())

    def add(self, widget: QWidget) -> None:
        """Put a widget after the words and what was added before."""
        self._row.insertWidget(self._row.count() - 2, widget)

    def tell(self, words: str) -> None:
        """What is left: "12 kế hoạch"."""
        self._count.setText(words)
