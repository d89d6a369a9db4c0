"""The program's mark and name at the head of the rail."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.paths import resource_file
from desktop.ui.widgets.parts import label


class OfficeMark(QWidget):
    """Mark and words; the mark alone when the rail is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("officeMark")
        picture = QLabel()
        mark = QIcon(str(resource_file("icons/app.svg")))
        picture.setPixmap(mark.pixmap(QSize(28, 28), self.devicePixelRatioF()))
        self._words = label("Sổ Kế Hoạch", "brand")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(picture)
        layout.addWidget(self._words, 1)

    def set_narrow(self, *, narrow: bool) -> None:
        """Without words, or with them."""
        self._words.setVisible(not narrow)
