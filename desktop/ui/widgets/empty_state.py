"""What a page shows when it has nothing: one drawing, one sentence, one button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from desktop.ui.widgets.parts import button, label

_WIDE = 460


class EmptyState(QWidget):
    """In the middle of the room it is given."""

    def __init__(
        self,
        sentence: str,
        picture: QPixmap | None = None,
        act: str = "",
        clicked: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("emptyState")
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(2)
        if picture is not None:
            drawing = QLabel()
            drawing.setPixmap(picture)
            drawing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(drawing)
        self._sentence = label(sentence, "empty", wraps=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setFixedWidth(_WIDE)
        self._fit()
        layout.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        if act:
            self.button = button(act, "emptyAct", clicked, role="primary")
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def add_below(self, more: QLayout) -> None:
        """Further things to do, under the button."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(layout.count() - 1, more)

    def say(self, sentence: str) -> None:
        """Another sentence, for example when a filter hides everything."""
        self._sentence.setText(sentence)
        self._fit()

    def _fit(self) -> None:
        """As high as its lines: beside stretches a layout would cut them."""
        self._sentence.ensurePolished()
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(_WIDE))
