"""A button of words like a link, in one line that ends in "…" where the room ends; the whole stands in its tip."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy


class ElidedLink(QPushButton):
    """As wide as the room it is given. words: the whole; tip: more than that, for the pointer."""

    def __init__(self, words: str, name: str, clicked: Callable[[], object], tip: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setToolTip(tip or words)
        self.setProperty("role", "link")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = " ".join(words.split())
        self.clicked.connect(lambda *_: clicked())
        self.setText(self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits."""
        super().resizeEvent(event)
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
