"""The one row of filters under the head of a page: words, chips, lists to choose from, a count of what is left.

Where the window is narrow or the text large it goes on in a second line: nothing is cut.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.widgets.parts import label
from desktop.ui.widgets.wrap import Wrap

PAUSE_MS = 120
_AROUND = 28
"""Px of a field beside its words: its edges."""
_MOST = 320


class FilterBar(QWidget):
    """words_changed: the words typed, after a short pause. Chips and other widgets are put in by `add`."""

    words_changed = Signal(str)

    def __init__(self, prompt: str, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}Bar")
        self.words = QLineEdit()
        self.words.setObjectName(name)
        self.words.setAccessibleName(prompt)
        self.words.setPlaceholderText(prompt)
        self.words.setToolTip(f"{prompt} (Ctrl+F)")
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(self.words.fontMetrics().horizontalAdvance(prompt) + _AROUND)
        self.words.setMaximumWidth(max(_MOST, self.words.minimumWidth()))
        self._count = label("", "muted", f"{name}Count")
        self._row = Wrap()
        self._row.setContentsMargins(0, 0, 0, 4)
        self.setLayout(self._row)
        self._row.addWidget(self.words)
        self._row.add_stretch()
        self._row.addWidget(self._count)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.words_changed.emit(self.words.text().strip()))
        self.words.textChanged.connect(lambda _: self._pause.start())

    def add(self, widget: QWidget) -> None:
        """Put a widget after the words and what was added before."""
        self._row.insert(self._row.count() - 2, widget)

    def tell(self, words: str) -> None:
        """What is left: "12 kế hoạch"."""
        self._count.setText(words)
